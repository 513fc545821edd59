// SPDX-License-Identifier: Apache-2.0
#include "journal/trend_queries.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "journal/bind_days.h"
#include "journal/rows.h"

namespace pennydrop {
namespace {

Status require_days(const DayRange& range) {
    return range.first.ok() && range.last.ok() ? Status{} : fail(ErrorCode::kInvalid, "no such day");
}

CivilDate day_of_civil(std::int64_t micros) {
    return LocalTime{Timestamp{micros}, UtcOffset{}}.date();
}

/// A state this version knows.
std::optional<BarrierState> known_state(const Statement& row, int column) {
    const auto state = stored<BarrierState>(row, column);
    return state && *state <= BarrierState::kCleared ? state : std::nullopt;
}

/// What the statement behind entries() compares: whether a setback is learned from (0 or 1), and the number of a
/// barrier's state, 0 where none is said. One of the two, or none.
struct Progress {
    std::optional<std::int64_t> learned{};
    std::optional<std::int64_t> state{};
};

Progress progress_of(const std::optional<EntryProgress>& progress) {
    if (!progress) {
        return {};
    }
    switch (*progress) {
        case EntryProgress::kOpen:
            return {.learned = 0};
        case EntryProgress::kLearned:
            return {.learned = 1};
        case EntryProgress::kStuck:
            return {.state = static_cast<std::int64_t>(BarrierState::kStuck)};
        case EntryProgress::kMoving:
            return {.state = static_cast<std::int64_t>(BarrierState::kMoving)};
        case EntryProgress::kCleared:
            return {.state = static_cast<std::int64_t>(BarrierState::kCleared)};
        case EntryProgress::kStateNotSaid:
            break;
    }
    return {.state = 0};
}

}  // namespace

Result<std::optional<DayRange>> TrendQueries::span() const {
    // Civil days may be in another order than moments, but not by more than the offsets allow: the outermost rows of
    // each end decide.
    auto select = database_->prepare(
        "WITH ends AS (SELECT min(occurred_at) AS a, max(occurred_at) AS b FROM entry WHERE removed_at IS NULL)"
        " SELECT min(occurred_at + utc_offset * 60000000), max(occurred_at + utc_offset * 60000000) FROM entry, ends"
        " WHERE removed_at IS NULL AND (occurred_at <= a + ?1 OR occurred_at >= b - ?1)");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, 2 * kMicrosOfOffset);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row || select->is_null(0)) {
        return std::optional<DayRange>{};
    }
    return std::optional{DayRange{day_of_civil(select->integer(0)), day_of_civil(select->integer(1))}};
}

Result<std::vector<DayKindCount>> TrendQueries::days(const DayRange& range) const {
    if (auto valid = require_days(range); !valid) {
        return pass_on(valid);
    }
    // Days are counted from the first of the range, so that none is negative: SQLite's division rounds towards zero.
    auto select = database_->prepare(
        "SELECT (occurred_at + utc_offset * 60000000 - ?3) / 86400000000 AS day, kind, count(*) FROM entry"
        " WHERE removed_at IS NULL AND occurred_at BETWEEN ?1 AND ?2"
        " AND occurred_at + utc_offset * 60000000 BETWEEN ?3 AND ?4"
        " GROUP BY day, kind ORDER BY day, kind");
    if (!select) {
        return pass_on(select);
    }
    bind_range(*select, 1, range);
    std::vector<DayKindCount> counts;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return counts;
        }
        const auto kind = kind_from_number(select->integer(1));
        if (!kind) {
            return fail(ErrorCode::kDamaged, "entry kind");
        }
        counts.push_back({.day = day_of_number(day_number(range.first) + select->integer(0)),
                          .kind = *kind,
                          .count = select->integer(2)});
    }
}

Result<std::vector<ThemeCount>> TrendQueries::hurdles(const DayRange& range) const {
    if (auto valid = require_days(range); !valid) {
        return pass_on(valid);
    }
    auto select = database_->prepare(
        "SELECT theme, count(*) AS entries FROM entry"
        " WHERE removed_at IS NULL AND occurred_at BETWEEN ?1 AND ?2"
        " AND occurred_at + utc_offset * 60000000 BETWEEN ?3 AND ?4"
        " AND kind <> 2 AND theme IS NOT NULL GROUP BY theme ORDER BY entries DESC, theme");
    if (!select) {
        return pass_on(select);
    }
    static_assert(static_cast<int>(EntryKind::kLightBulb) == 2, "the statement names light bulbs");
    bind_range(*select, 1, range);
    std::vector<ThemeCount> counts;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return counts;
        }
        if (const auto theme = Theme::from_stored(select->text(0))) {
            counts.push_back({.theme = *theme, .count = select->integer(1)});
        }
    }
}

Result<LearningCount> TrendQueries::learning(const DayRange& range) const {
    if (auto valid = require_days(range); !valid) {
        return pass_on(valid);
    }
    auto select = database_->prepare(
        "SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM follow_up AS f"
        " WHERE f.entry_id = e.id AND f.kind = 2 AND f.removed_at IS NULL)), 0) FROM entry AS e"
        " WHERE removed_at IS NULL AND occurred_at BETWEEN ?1 AND ?2"
        " AND occurred_at + utc_offset * 60000000 BETWEEN ?3 AND ?4 AND kind = 1");
    if (!select) {
        return pass_on(select);
    }
    static_assert(static_cast<int>(EntryKind::kSetback) == 1 && static_cast<int>(FollowUpKind::kTaught) == 2,
                  "the statement names setbacks, and what they taught");
    bind_range(*select, 1, range);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    return LearningCount{.setbacks = select->integer(0), .learned = select->integer(1)};
}

Result<std::vector<BarrierStanding>> TrendQueries::barriers(const DayRange& range) const {
    if (auto valid = require_days(range); !valid) {
        return pass_on(valid);
    }
    // The last change counts: what was cleared and got stuck again was not cleared for good.
    auto select = database_->prepare(
        "SELECT d.state, e.occurred_at + e.utc_offset * 60000000,"
        " (SELECT min(b.at + b.utc_offset * 60000000) FROM barrier_state AS b WHERE b.entry_id = e.id),"
        " CASE WHEN d.state = 3 THEN (SELECT CASE WHEN b.state = 3 THEN b.at + b.utc_offset * 60000000 END"
        " FROM barrier_state AS b WHERE b.entry_id = e.id ORDER BY b.at DESC, b.id DESC LIMIT 1) END"
        " FROM entry AS e LEFT JOIN entry_detail AS d ON d.entry_id = e.id"
        " WHERE e.removed_at IS NULL AND e.occurred_at BETWEEN ?1 AND ?2"
        " AND e.occurred_at + e.utc_offset * 60000000 BETWEEN ?3 AND ?4"
        " AND e.kind = 3 ORDER BY e.occurred_at, e.id");
    if (!select) {
        return pass_on(select);
    }
    static_assert(static_cast<int>(EntryKind::kBarrier) == 3 && static_cast<int>(BarrierState::kCleared) == 3,
                  "the statement names barriers, and cleared ones");
    bind_range(*select, 1, range);
    std::vector<BarrierStanding> standings;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return standings;
        }
        const std::int64_t occurred = select->integer(1);
        BarrierStanding standing{
            .state = known_state(*select, 0),
            .named = day_of_civil(select->is_null(2) ? occurred : std::min(occurred, select->integer(2)))};
        if (!select->is_null(3)) {
            standing.cleared = day_of_civil(select->integer(3));
        }
        standings.push_back(standing);
    }
}

Result<std::vector<EntrySummary>> TrendQueries::entries(const TrendMark& mark, std::optional<TimelinePosition> position,
                                                        std::size_t limit) const {
    if (auto valid = require_days(mark.days); !valid) {
        return pass_on(valid);
    }
    auto select = database_->prepare(
        "SELECT id, kind, occurred_at, utc_offset, theme, level, preview, state, learned FROM entry_card"
        " WHERE removed_at IS NULL AND occurred_at BETWEEN ?1 AND ?2"
        " AND occurred_at + utc_offset * 60000000 BETWEEN ?3 AND ?4"
        " AND (occurred_at, id) < (?5, ?6) AND (?7 IS NULL OR kind = ?7) AND (?8 IS NULL OR theme = ?8)"
        " AND (?9 = 0 OR (kind <> 2 AND theme IS NOT NULL)) AND (?10 IS NULL OR (kind = 1 AND learned = ?10))"
        " AND (?11 IS NULL OR (kind = 3 AND CASE WHEN state IN (1, 2, 3) THEN state ELSE 0 END = ?11))"
        " ORDER BY occurred_at DESC, id DESC LIMIT ?12");
    if (!select) {
        return pass_on(select);
    }
    bind_range(*select, 1, mark.days);
    constexpr auto kNewest = std::numeric_limits<std::int64_t>::max();
    select->bind(5, position ? position->at.micros : kNewest);
    select->bind(6, position ? position->id.value : kNewest);
    select->bind(7, mark.kind ? std::optional{static_cast<std::int64_t>(*mark.kind)} : std::nullopt);
    if (mark.theme) {
        select->bind(8, mark.theme->code());
    } else {
        select->bind_null(8);
    }
    select->bind(9, std::int64_t{mark.with_hurdle ? 1 : 0});
    const Progress progress = progress_of(mark.progress);
    select->bind(10, progress.learned).bind(11, progress.state);
    select->bind(12, static_cast<std::int64_t>(limit));
    std::vector<EntrySummary> found;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return found;
        }
        auto summary = summary_from_row(*select);
        if (!summary) {
            return pass_on(summary);
        }
        found.push_back(std::move(*summary));
    }
}

}  // namespace pennydrop
