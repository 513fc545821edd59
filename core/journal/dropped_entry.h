// SPDX-License-Identifier: Apache-2.0
// An entry as it lies in the drop box: what one record's payload says.
// Threads: pure functions.
// Specification: docs/vault-format.md, "A dropped entry".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "base/result.h"
#include "base/secret.h"
#include "journal/entry.h"

namespace pennydrop {

/// Random, new with each note that is begun while the journal is locked. The entry it becomes has it as its uid.
using NoteId = std::array<std::uint8_t, 16>;

/// Which state of which note: it is sealed again and again while it is written, and the last one counts.
struct NoteMark {
    NoteId note{};
    std::uint32_t sequence{0};  ///< From 1 on.

    bool operator==(const NoteMark&) const = default;
};

struct DroppedEntry {
    EntryContent content{};
    std::optional<NoteMark> note{};  ///< Nothing for an entry that was sealed once, when it was done.

    /// The person threw the note away after it had been sealed.
    [[nodiscard]] bool is_discarded() const noexcept { return note.has_value() && content.text.empty(); }
    bool operator==(const DroppedEntry&) const = default;
};

/// Errors as EntryStore::add(): whatever can be encoded will be an entry at the next unlock. kInvalid also for what has
/// no place there: tags, meaning, what is said of a barrier.
[[nodiscard]] Result<SecretBytes> encode_dropped_entry(const EntryContent& content);

/// A note as it is just now; without text it is discarded. Errors as encode_dropped_entry(), and kInvalid for a
/// sequence of 0.
[[nodiscard]] Result<SecretBytes> encode_dropped_note(const NoteMark& mark, const EntryContent& content);

/// Either of the two. A theme or level that a later version has added to the lists is kept. Errors: kNewerVersion,
/// kDamaged.
[[nodiscard]] Result<DroppedEntry> decode_dropped_entry(std::span<const std::uint8_t> payload);

}  // namespace pennydrop
