// SPDX-License-Identifier: Apache-2.0
// The journal's values: an entry of one of three kinds, and the draft of one that is still being written.
// Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/types.h"
#include "journal/taxonomy.h"

namespace pennydrop {

struct EntryTag {};
using EntryId = Id<EntryTag>;

/// The longest text of one entry, in bytes of UTF-8: about 400 pages. Longer text is refused with kInvalid, never cut.
inline constexpr std::size_t kMaxTextBytes = 1024UL * 1024UL;

/// The longest draft: far more than an entry may have, so that a text that became too long is not lost before its
/// writer has divided it.
inline constexpr std::size_t kMaxDraftBytes = 64 * kMaxTextBytes;

/// The longest of what is meant to be a line or a few (meaning, ask, a decision), in bytes of UTF-8.
inline constexpr std::size_t kMaxNoteBytes = 64UL * 1024UL;
/// The longest name of a role, in bytes of UTF-8.
inline constexpr std::size_t kMaxRoleBytes = 400;
/// The longest tag, in Unicode code points.
inline constexpr std::size_t kMaxTagCharacters = 60;
inline constexpr std::size_t kMaxTagsOfEntry = 32;

/// What may be said of a barrier, all of it optional. Kept with an entry of any kind, so that nothing is lost while a
/// person changes their mind about the kind; it counts for a barrier.
struct BarrierDetails {
    Needs needs{};
    std::optional<ProblemKind> problem{};
    std::optional<Power> power{};
    std::optional<BarrierState> state{};
    std::string ask{};       ///< What somebody could do differently. At most kMaxNoteBytes.
    std::string ask_role{};  ///< Whom it is asked of: a role, never a name. At most kMaxRoleBytes.

    bool operator==(const BarrierDetails&) const = default;
};

/// What the person sets; the rest of an entry follows from it.
struct EntryContent {
    EntryKind kind{EntryKind::kSetback};
    std::string text{};            ///< UTF-8, at most kMaxTextBytes (in a draft: kMaxDraftBytes).
    LocalTime occurred{};          ///< When it happened, at that place's own offset.
    std::optional<Theme> theme{};  ///< That fits the kind; a setback may carry a hurdle.
    std::optional<SystemLevel> level{};
    /// As normal_tag() makes them, each once. Where the journal has a tag that only differs in case or accents, that
    /// one is meant, and comes back when the entry is read.
    std::vector<std::string> tags{};
    std::string meaning{};  ///< What it means for the people served. At most kMaxNoteBytes.
    BarrierDetails barrier{};

    bool operator==(const EntryContent&) const = default;
};

/// A saved entry.
struct Entry {
    EntryId id{};
    EntryContent content{};
    Timestamp created{};
    Timestamp updated{};

    bool operator==(const Entry&) const = default;
};

/// What a draft is to be linked with once it is kept.
struct DraftLink {
    EntryId other{};
    LinkKind kind{LinkKind::kCameFrom};
    bool is_outgoing{true};  ///< What is written came from, or answers, the other; not the other way round.

    bool operator==(const DraftLink&) const = default;
};

/// What was typed but not yet kept: of a new entry, or of changes to a saved one.
struct Draft {
    std::optional<EntryId> entry{};  ///< The entry being changed; nothing for a new one.
    EntryContent content{};
    std::int32_t cursor{0};  ///< Position of the text cursor in UTF-16 units, as the editor counts.
    Timestamp saved{};
    std::vector<DraftLink> links{};

    bool operator==(const Draft&) const = default;
};

}  // namespace pennydrop
