// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_info.h"

#include "vault/vault_header.h"

namespace pennydrop {

std::vector<KeySlot> slots_of(const VaultHeader& header) {
    std::vector<KeySlot> slots;
    for (const SlotBytes& slot : header.key_slots) {
        if (slot_kind(slot) != SlotKind::kEmpty) {
            slots.push_back({slot_id(slot), slot_kind(slot), slot_cost(slot)});
        }
    }
    return slots;
}

VaultInfo info_from(const VaultHeader& header, std::int64_t size_bytes) {
    return {.id = header.id,
            .file = header.file,
            .generation = header.generation,
            .size_bytes = size_bytes,
            .drop_box = header.drop_box,
            .key_slots = slots_of(header)};
}

}  // namespace pennydrop
