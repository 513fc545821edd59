// SPDX-License-Identifier: Apache-2.0
// The note area of a report: what it is like, and the ask.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Note area".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "pool/types.h"

namespace pennydrop::pool {

struct Note {
    std::uint8_t level{0};  ///< 1 to 5 (docs/vocabulary.md), 0 for none.
    std::string text{};     ///< What it is like. May be empty.
    std::string ask{};      ///< May be empty.

    bool operator==(const Note&) const = default;
};

inline constexpr std::size_t kNoteHeadBytes = 6;

/// N: what a note area holds in a pool with such blobs.
[[nodiscard]] constexpr std::size_t note_bytes(Bucket bucket) noexcept {
    return blob_bytes(bucket) - 220;
}
/// What both texts may have together, in bytes of UTF-8.
[[nodiscard]] constexpr std::size_t note_text_bytes(Bucket bucket) noexcept {
    return note_bytes(bucket) - kNoteHeadBytes;
}

/// Fills all of `area`. kInvalid when the texts do not fit or are not good text, or there is no such level.
[[nodiscard]] Status encode_note(const Note& note, std::span<std::uint8_t> area);
/// Strict; nothing when `area` is not a note area.
[[nodiscard]] std::optional<Note> decode_note(ByteView area);

}  // namespace pennydrop::pool
