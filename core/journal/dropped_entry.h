// SPDX-License-Identifier: Apache-2.0
// An entry as it lies in the drop box: what one record's payload says.
// Threads: pure functions.
// Specification: docs/vault-format.md, "A dropped entry".
#pragma once

#include <cstdint>
#include <span>

#include "base/result.h"
#include "base/secret.h"
#include "journal/entry.h"

namespace pennydrop {

/// Errors as EntryStore::add(): whatever can be encoded will be an entry at the next unlock. kInvalid also for what has
/// no place there: tags, meaning, what is said of a barrier.
[[nodiscard]] Result<SecretBytes> encode_dropped_entry(const EntryContent& content);

/// A theme or level that a later version has added to the lists is kept. Errors: kNewerVersion, kDamaged.
[[nodiscard]] Result<EntryContent> decode_dropped_entry(std::span<const std::uint8_t> payload);

}  // namespace pennydrop
