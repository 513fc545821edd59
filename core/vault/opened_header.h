// SPDX-License-Identifier: Apache-2.0
// Opening a header with a secret: which slot it opens, and which of the two copies counts once the data key is known.
// Private to core/vault.
// Threads: plain functions. Each slot that is tried takes as long as its cost says.
// Specification: docs/vault-format.md, "Header".
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "vault/key_slots.h"
#include "vault/vault_header.h"

namespace pennydrop {

struct OpenedSlot {
    SecretBytes data_key{};
    std::size_t number{0};  ///< From 0.
};

/// The first slot of `kind` that `secret` opens. Errors as open_slot(); kWrongSecret when there is none of the kind;
/// kDamaged, before any derivation, when there is more than one for a passphrase or a recovery code.
[[nodiscard]] Result<OpenedSlot> open_slots(const VaultHeader& header, SlotKind kind, const SecretBytes& secret);

struct OpenedHeader {
    ChosenHeader chosen{};
    OpenedSlot slot{};
    bool is_authentic{false};  ///< When not, no copy is; this is the first that it opens.
};

/// `copies` as sound_headers() gives them. Of those that whoever wrote them had the data key for, the first counts, and
/// the secret must open a slot of that one: an older copy is no way in. Errors as open_slots(), of the first copy or
/// the one that counts.
[[nodiscard]] Result<OpenedHeader> open_header(const std::vector<ChosenHeader>& copies, SlotKind kind,
                                               const SecretBytes& secret);

/// The first copy that is authentic; when none is, the first, which is not.
[[nodiscard]] const ChosenHeader& counting_header(const std::vector<ChosenHeader>& copies, const SecretBytes& data_key);

}  // namespace pennydrop
