// SPDX-License-Identifier: Apache-2.0
// Full-text search over the journal by SQLite's FTS5: partial words, accents and case folded. An entry is found by its
// text and by all that belongs to it: follow-ups, tags, meaning, ask, for-now decisions; and it is found once.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "journal/entry_store.h"
#include "journal/tag_store.h"

namespace pennydrop {

/// A piece of a snippet; `matched` pieces are what the person looked for.
struct TextRun {
    std::string text{};
    bool matched{false};

    bool operator==(const TextRun&) const = default;
};

struct SearchHit {
    EntrySummary entry{};
    std::vector<TextRun> snippet{};  ///< Of its text, or of what belongs to it where only that matches better.
};

/// What to look for. Every condition that is set must hold. Without words, all entries that pass the filters are found.
struct SearchQuery {
    std::string words{};  ///< As typed, UTF-8. Each word must occur, the beginning of a word is enough.
    std::optional<EntryKind> kind{};
    std::optional<Theme> theme{};
    std::optional<TagId> tag{};
    std::optional<SystemLevel> level{};
    std::optional<BarrierState> state{};  ///< Finds barriers only.
    std::optional<bool> is_learned{};     ///< Finds setbacks only: those learned from, or those still open.
    /// Not before and not after these days, as the calendar showed them where the entry happened.
    std::optional<CivilDate> first_day{};
    std::optional<CivilDate> last_day{};
};

class Search {
public:
    explicit Search(Connection& database) noexcept : database_(&database) {}

    /// Newest first, `limit` hits after `position`.
    [[nodiscard]] Result<std::vector<SearchHit>> find(const SearchQuery& query,
                                                      std::optional<TimelinePosition> position,
                                                      std::size_t limit) const;
    [[nodiscard]] Result<std::int64_t> count(const SearchQuery& query) const;

    /// The FTS5 expression for typed words: `nurs* AND "hand"*` and so on, every word quoted, so that no character of
    /// the person's has a meaning to FTS5. Empty when nothing searchable was typed.
    [[nodiscard]] static std::string match_expression(std::string_view words);

private:
    Connection* database_;
};

}  // namespace pennydrop
