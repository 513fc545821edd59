// SPDX-License-Identifier: Apache-2.0
// What a vault's file shows without a key.
// Threads: plain values and pure functions.
// Specification: docs/vault-format.md, "Header" and "What the file shows without a key".
#pragma once

#include <cstdint>
#include <vector>

#include "vault/key_slots.h"
#include "vault/vault_header.h"

namespace pennydrop {

/// One slot that is not empty.
struct KeySlot {
    SlotId id{};
    SlotKind kind{SlotKind::kEmpty};  ///< A kind unknown to this version comes as its number.
    KdfCost cost{};                   ///< As the slot says; meaningless for unknown kinds.

    bool operator==(const KeySlot&) const = default;
};

struct VaultInfo {
    VaultId id{};
    FileId file{};
    std::uint64_t generation{0};  ///< Rises with each change of the header.
    std::int64_t size_bytes{0};   ///< Of the main file, header included.
    DropBoxPublicKey drop_box{};
    std::vector<KeySlot> key_slots{};
};

[[nodiscard]] std::vector<KeySlot> slots_of(const VaultHeader& header);
[[nodiscard]] VaultInfo info_from(const VaultHeader& header, std::int64_t size_bytes);

}  // namespace pennydrop
