// SPDX-License-Identifier: Apache-2.0
// The journal counted, for the trends a person sees of their own: by civil day, kind and theme. Series, rankings and
// medians are made of these counts by core/insight. Days are those of the place where each entry happened.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/day_range.h"
#include "journal/entry_store.h"
#include "vault/database.h"

namespace pennydrop {

/// How many entries of a kind happened on a day; never 0.
struct DayKindCount {
    CivilDate day{};
    EntryKind kind{EntryKind::kSetback};
    std::int64_t count{0};

    bool operator==(const DayKindCount&) const = default;
};

/// How many entries carry a theme; never 0. The theme may be one of a later version.
struct ThemeCount {
    Theme theme;
    std::int64_t count{0};

    bool operator==(const ThemeCount&) const = default;
};

/// Setbacks, and how many of them are learned from: a follow-up says what they taught.
struct LearningCount {
    std::int64_t setbacks{0};
    std::int64_t learned{0};

    bool operator==(const LearningCount&) const = default;
};

/// How a barrier stands now, and when it was cleared.
struct BarrierStanding {
    std::optional<BarrierState> state{};  ///< Nothing where none is said, or one of a later version.
    CivilDate named{};                    ///< The day it happened, or that of its first state, if that was earlier.
    std::optional<CivilDate> cleared{};   ///< The day it became cleared, if it is and that is known.

    bool operator==(const BarrierStanding&) const = default;
};

/// How far an entry has come: setbacks are open or learned from; barriers as BarrierStanding::state says.
enum class EntryProgress { kOpen, kLearned, kStuck, kMoving, kCleared, kStateNotSaid };

/// What a mark in a chart stands for. Every condition that is set holds for its entries.
struct TrendMark {
    DayRange days{};
    std::optional<EntryKind> kind{};
    std::optional<Theme> theme{};
    bool with_hurdle{false};                  ///< Setbacks and barriers only, as hurdles() counts them.
    std::optional<EntryProgress> progress{};  ///< Entries of that kind only.
};

class TrendQueries {
public:
    explicit TrendQueries(Connection& database) noexcept : database_(&database) {}

    /// From the day of the first entry to that of the last; nothing in an empty journal.
    [[nodiscard]] Result<std::optional<DayRange>> span() const;

    /// By day, then kind. Days without entries are left out.
    [[nodiscard]] Result<std::vector<DayKindCount>> days(const DayRange& range) const;

    /// Hurdles of setbacks and barriers, the commonest first, then by code. Entries without one are left out.
    [[nodiscard]] Result<std::vector<ThemeCount>> hurdles(const DayRange& range) const;

    /// Of the setbacks that happened in the range, whenever they turned out to teach something.
    [[nodiscard]] Result<LearningCount> learning(const DayRange& range) const;

    /// Every barrier that happened in the range, oldest first.
    [[nodiscard]] Result<std::vector<BarrierStanding>> barriers(const DayRange& range) const;

    /// The entries behind a mark, newest first, up to `limit` after `position`.
    [[nodiscard]] Result<std::vector<EntrySummary>> entries(const TrendMark& mark,
                                                            std::optional<TimelinePosition> position,
                                                            std::size_t limit) const;

private:
    Connection* database_;
};

}  // namespace pennydrop
