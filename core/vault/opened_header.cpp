// SPDX-License-Identifier: Apache-2.0
#include "vault/opened_header.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace pennydrop {

Result<OpenedSlot> open_slots(const VaultHeader& header, SlotKind kind, const SecretBytes& secret) {
    const auto slots = std::ranges::count(header.key_slots, kind, &slot_kind);
    if (slots > 1 && kind != SlotKind::kDevice) {
        return fail(ErrorCode::kDamaged, "key slots of one kind");
    }
    for (std::size_t number = 0; number < header.key_slots.size(); ++number) {
        const SlotBytes& slot = header.key_slots[number];
        if (slot_kind(slot) != kind) {
            continue;
        }
        auto key = open_slot(slot, header.id, secret);
        if (key) {
            return OpenedSlot{std::move(*key), number};
        }
        if (key.error().code != ErrorCode::kWrongSecret) {
            return pass_on(key);
        }
    }
    return fail(ErrorCode::kWrongSecret, slots > 0 ? "" : "no such slot");
}

const ChosenHeader& counting_header(const std::vector<ChosenHeader>& copies, const SecretBytes& data_key) {
    const auto found = std::ranges::find_if(
        copies, [&data_key](const ChosenHeader& copy) { return header_is_authentic(copy.bytes, data_key); });
    return found == copies.end() ? copies.front() : *found;
}

Result<OpenedHeader> open_header(const std::vector<ChosenHeader>& copies, SlotKind kind, const SecretBytes& secret) {
    std::optional<Error> first_error;
    std::optional<OpenedHeader> forged;
    for (const ChosenHeader& copy : copies) {
        auto slot = open_slots(copy.header, kind, secret);
        if (!slot) {
            if (slot.error().code == ErrorCode::kOutOfMemory) {
                return pass_on(slot);
            }
            first_error = first_error.value_or(slot.error());
            continue;
        }
        const ChosenHeader& counting = counting_header(copies, slot->data_key);
        if (!header_is_authentic(counting.bytes, slot->data_key)) {
            if (!forged) {
                forged.emplace(OpenedHeader{copy, std::move(*slot), false});
            }
            continue;
        }
        if (&counting != &copy) {
            slot = open_slots(counting.header, kind, secret);
        }
        if (!slot) {
            return pass_on(slot);
        }
        const bool is_authentic = header_is_authentic(counting.bytes, slot->data_key);
        return OpenedHeader{counting, std::move(*slot), is_authentic};
    }
    if (forged) {
        return std::move(*forged);
    }
    return std::unexpected<Error>(*first_error);
}

}  // namespace pennydrop
