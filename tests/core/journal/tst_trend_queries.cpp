// SPDX-License-Identifier: Apache-2.0
// Counts for trends: on the day of the place where it happened, by kind, hurdle, what was learned and how barriers
// stand; against counting by hand.
#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "journal/trend_queries.h"
#include "memory_journal.h"
#include "support/check_result.h"
#include "support/random.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

constexpr std::int64_t kHour = 3'600'000'000;

CivilDate date(int year, unsigned month, unsigned day) {
    return CivilDate{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

std::int64_t micros(CivilDate day) {
    return std::chrono::sys_days{day}.time_since_epoch().count() * 24 * kHour;
}

FollowUpContent taught(std::string text) {
    return {.kind = FollowUpKind::kTaught, .text = std::move(text)};
}

/// Entries of setbacks and barriers, and what made-up people did with them, for three days of March 2026 and a few
/// around them.
void live(MemoryJournal& journal, Random& random) {
    const auto moment = [&random] {
        return at(micros(date(2026, 3, 1)) + static_cast<std::int64_t>(random.below(120)) * kHour,
                  static_cast<std::int64_t>(random.below(2161)) - 1080);
    };
    EntryContent content{.kind = static_cast<EntryKind>(1 + random.below(3)), .text = "x", .occurred = moment()};
    if (random.one_in(3)) {
        content.barrier.state = static_cast<BarrierState>(1 + random.below(3));
    }
    const auto entry = journal.entries.add(content, Timestamp{1});
    CHECK_OK(entry);
    for (std::size_t i = random.below(4); i > 0; --i) {
        const auto kind = static_cast<FollowUpKind>(1 + random.below(3));
        const auto follow_up =
            journal.follow_ups.add(entry->id, {.kind = kind, .text = "y", .at = moment()}, Timestamp{2});
        CHECK_OK(follow_up);
        if (random.one_in(4)) {
            CHECK_OK(journal.follow_ups.remove(follow_up->id, Timestamp{3}));
        }
    }
    for (std::size_t i = random.below(4); i > 0; --i) {
        const std::size_t state = random.below(5);  // 4 is of a later version.
        CHECK_OK(journal.barriers.set_state(
            entry->id, state == 0 ? std::nullopt : std::optional{static_cast<BarrierState>(state)}, moment()));
    }
    if (random.one_in(10)) {
        CHECK_OK(journal.entries.remove(entry->id, Timestamp{9}));
    }
}

std::optional<EntryProgress> progress(MemoryJournal& journal, const EntrySummary& entry) {
    if (entry.kind == EntryKind::kSetback) {
        return *journal.follow_ups.is_learned(entry.id) ? EntryProgress::kLearned : EntryProgress::kOpen;
    }
    if (entry.kind == EntryKind::kLightBulb) {
        return std::nullopt;
    }
    switch (entry.state.value_or(BarrierState{0})) {
        case BarrierState::kStuck:
            return EntryProgress::kStuck;
        case BarrierState::kMoving:
            return EntryProgress::kMoving;
        case BarrierState::kCleared:
            return EntryProgress::kCleared;
    }
    return EntryProgress::kStateNotSaid;
}

BarrierStanding standing(MemoryJournal& journal, const EntrySummary& entry) {
    BarrierStanding wanted{.named = entry.occurred.date()};
    if (progress(journal, entry) != EntryProgress::kStateNotSaid) {
        wanted.state = entry.state;
    }
    const auto history = journal.barriers.history(entry.id);
    for (const StateChange& change : *history) {
        wanted.named = std::min(wanted.named, change.at.date());
    }
    if (wanted.state == BarrierState::kCleared && history->back().state == BarrierState::kCleared) {
        wanted.cleared = history->back().at.date();
    }
    return wanted;
}

const DayRange kAllDays{date(1900, 1, 1), date(2100, 12, 31)};

}  // namespace

class TestTrendQueries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void an_empty_journal();
    void a_day_is_that_of_the_place();
    void before_1970();
    void removed_entries_do_not_count();
    void hurdles_are_ranked();
    void light_bulbs_have_no_hurdles();
    void the_entries_of_a_mark();
    void as_counted_by_hand();
    void what_setbacks_taught();
    void how_barriers_stand();
    void a_barrier_is_named_when_it_happened();
    void lives_as_counted_by_hand();
    void no_such_day();
};

void TestTrendQueries::an_empty_journal() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    QVERIFY(!trends.span()->has_value());
    QVERIFY(trends.days(kAllDays)->empty());
    QVERIFY(trends.hurdles(kAllDays)->empty());
    QVERIFY(trends.entries({.days = kAllDays}, {}, 10)->empty());
}

void TestTrendQueries::a_day_is_that_of_the_place() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    // The same moment: New Year's Eve in London, New Year's Day in Sydney.
    const std::int64_t moment = micros(date(2026, 1, 1)) - kHour;
    CHECK_OK(journal.entries.add({.text = "London", .occurred = at(moment, 0)}, Timestamp{1}));
    CHECK_OK(journal.entries.add({.text = "Sydney", .occurred = at(moment, 660)}, Timestamp{1}));
    CHECK_OK(journal.entries.add({.text = "Honolulu", .occurred = at(moment + 5 * kHour, -600)}, Timestamp{1}));
    const auto year = trends.days({date(2026, 1, 1), date(2026, 12, 31)});
    CHECK_OK(year);
    QCOMPARE(year->size(), std::size_t{1});
    QVERIFY((year->front() == DayKindCount{date(2026, 1, 1), EntryKind::kSetback, 1}));
    const auto before = trends.days({date(2025, 12, 31), date(2025, 12, 31)});
    CHECK_OK(before);
    QVERIFY(before->size() == 1 && before->front().count == 2);
    QVERIFY((**trends.span() == DayRange{date(2025, 12, 31), date(2026, 1, 1)}));
}

void TestTrendQueries::before_1970() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    CHECK_OK(journal.entries.add({.text = "then", .occurred = at(micros(date(1969, 7, 20)) + kHour)}, Timestamp{1}));
    const auto days = trends.days({date(1969, 7, 1), date(1970, 7, 1)});
    CHECK_OK(days);
    QVERIFY(days->size() == 1 && days->front().day == date(1969, 7, 20));
    QVERIFY((**trends.span() == DayRange{date(1969, 7, 20), date(1969, 7, 20)}));
}

void TestTrendQueries::removed_entries_do_not_count() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    const auto entry = journal.entries.add({.text = "gone", .theme = Theme::from_code("rules")}, Timestamp{1});
    CHECK_OK(journal.entries.remove(entry->id, Timestamp{2}));
    QVERIFY(trends.days(kAllDays)->empty() && trends.hurdles(kAllDays)->empty() && !trends.span()->has_value());
    QVERIFY(trends.entries({.days = kAllDays}, {}, 10)->empty());
}

void TestTrendQueries::hurdles_are_ranked() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    const auto add = [&](EntryKind kind, const char* theme, CivilDate day) {
        CHECK_OK(journal.entries.add(
            {.kind = kind, .text = "x", .occurred = at(micros(day)), .theme = Theme::from_code(theme)}, Timestamp{1}));
    };
    add(EntryKind::kBarrier, "rules", date(2026, 2, 1));
    add(EntryKind::kSetback, "rules", date(2026, 2, 2));
    add(EntryKind::kBarrier, "tools", date(2026, 2, 3));
    add(EntryKind::kSetback, "blame", date(2026, 2, 3));
    add(EntryKind::kSetback, "blame", date(2025, 2, 3));
    CHECK_OK(journal.entries.add(content("no theme", micros(date(2026, 2, 1))), Timestamp{1}));
    const auto hurdles = trends.hurdles({date(2026, 1, 1), date(2026, 12, 31)});
    CHECK_OK(hurdles);
    QCOMPARE(hurdles->size(), std::size_t{3});
    QVERIFY((*hurdles)[0].theme.code() == "rules" && (*hurdles)[0].count == 2);
    QVERIFY((*hurdles)[1].theme.code() == "blame" && (*hurdles)[1].count == 1);
    QVERIFY((*hurdles)[2].theme.code() == "tools");
}

void TestTrendQueries::light_bulbs_have_no_hurdles() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    CHECK_OK(journal.entries.add(
        {.kind = EntryKind::kLightBulb, .text = "x", .occurred = at(0), .theme = Theme::from_code("asked")},
        Timestamp{1}));
    QVERIFY(trends.hurdles(kAllDays)->empty());
    QVERIFY(trends.entries({.days = kAllDays, .with_hurdle = true}, {}, 9)->empty());
    QCOMPARE(trends.entries({.days = kAllDays, .theme = Theme::from_code("asked")}, {}, 9)->size(), std::size_t{1});
}

void TestTrendQueries::the_entries_of_a_mark() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    for (int i = 0; i < 7; ++i) {
        CHECK_OK(
            journal.entries.add(content("barrier", micros(date(2026, 3, 1)) + i, EntryKind::kBarrier), Timestamp{1}));
        CHECK_OK(journal.entries.add(content("setback", micros(date(2026, 3, 1)) + i), Timestamp{1}));
    }
    const TrendMark mark{.days = {date(2026, 3, 1), date(2026, 3, 1)}, .kind = EntryKind::kBarrier};
    const auto first = trends.entries(mark, {}, 4);
    CHECK_OK(first);
    QCOMPARE(first->size(), std::size_t{4});
    const auto rest = trends.entries(mark, TimelinePosition::of(first->back()), 4);
    CHECK_OK(rest);
    QCOMPARE(rest->size(), std::size_t{3});
    QVERIFY(first->front().preview == "barrier" && rest->back().occurred.at.micros == micros(date(2026, 3, 1)));
}

void TestTrendQueries::as_counted_by_hand() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    Random random{11};
    std::map<std::tuple<CivilDate, EntryKind>, std::int64_t> wanted;
    const DayRange range{date(2024, 2, 28), date(2024, 3, 2)};
    CivilDate first = date(2100, 1, 1);
    CivilDate last = date(1900, 1, 1);
    for (int i = 0; i < 3000; ++i) {
        const auto kind = static_cast<EntryKind>(1 + random.below(3));
        const LocalTime when = at(micros(date(2024, 2, 25)) + static_cast<std::int64_t>(random.below(200)) * kHour,
                                  static_cast<std::int64_t>(random.below(2161)) - 1080);
        CHECK_OK(journal.entries.add({.kind = kind, .text = "x", .occurred = when}, Timestamp{1}));
        first = std::min(first, when.date());
        last = std::max(last, when.date());
        if (when.date() >= range.first && when.date() <= range.last) {
            ++wanted[{when.date(), kind}];
        }
    }
    const auto days = trends.days(range);
    CHECK_OK(days);
    QCOMPARE(days->size(), wanted.size());
    auto next = wanted.begin();
    for (const DayKindCount& count : *days) {
        QVERIFY((std::tuple{count.day, count.kind} == next->first && count.count == next->second));
        const auto entries = trends.entries({.days = {count.day, count.day}, .kind = count.kind}, {}, 1000);
        CHECK_OK(entries);
        QCOMPARE(static_cast<std::int64_t>(entries->size()), count.count);
        ++next;
    }
    QVERIFY((**trends.span() == DayRange{first, last}));
}

void TestTrendQueries::what_setbacks_taught() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    const DayRange day{date(2026, 3, 1), date(2026, 3, 1)};
    const auto add = [&](EntryKind kind, CivilDate on) {
        return journal.entries.add(content("x", micros(on) + kHour, kind), Timestamp{1})->id;
    };
    const EntryId learned = add(EntryKind::kSetback, day.first);
    const EntryId open = add(EntryKind::kSetback, day.first);
    const EntryId forgotten = add(EntryKind::kSetback, day.first);
    const EntryId barrier = add(EntryKind::kBarrier, day.first);
    const EntryId another_day = add(EntryKind::kSetback, date(2026, 3, 2));
    for (const EntryId id : {learned, forgotten, barrier, another_day}) {
        CHECK_OK(journal.follow_ups.add(id, taught("ask first"), Timestamp{2}));
    }
    CHECK_OK(journal.follow_ups.add(learned, taught("and ask again"), Timestamp{2}));
    CHECK_OK(journal.follow_ups.add(open, {.text = "a note"}, Timestamp{2}));
    CHECK_OK(journal.follow_ups.remove(journal.follow_ups.of(forgotten)->front().id, Timestamp{3}));
    QVERIFY((*trends.learning(day) == LearningCount{.setbacks = 3, .learned = 1}));
    const auto of = [&](EntryProgress wanted) { return *trends.entries({.days = day, .progress = wanted}, {}, 9); };
    QVERIFY(of(EntryProgress::kLearned).size() == 1 && of(EntryProgress::kLearned).front().id == learned);
    QVERIFY(of(EntryProgress::kOpen).size() == 2 && of(EntryProgress::kOpen).back().id == open);
    CHECK_OK(journal.entries.remove(learned, Timestamp{4}));
    QVERIFY((*trends.learning(day) == LearningCount{.setbacks = 2, .learned = 0}));
}

void TestTrendQueries::how_barriers_stand() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    const DayRange range{date(2026, 3, 1), date(2026, 3, 31)};
    const auto add = [&](unsigned day, std::optional<BarrierState> state) {
        EntryContent barrier = content("x", micros(date(2026, 3, day)), EntryKind::kBarrier);
        barrier.barrier.state = state;
        return journal.entries.add(barrier, Timestamp{1})->id;
    };
    const EntryId unsaid = add(1, {});
    const EntryId stuck = add(2, BarrierState::kStuck);
    const EntryId cleared = add(3, BarrierState::kStuck);
    CHECK_OK(journal.barriers.set_state(cleared, BarrierState::kMoving, at(micros(date(2026, 3, 10)))));
    // A day earlier where it was cleared than at Greenwich.
    CHECK_OK(journal.barriers.set_state(cleared, BarrierState::kCleared, at(micros(date(2026, 4, 21)) + kHour, -120)));
    const EntryId stuck_again = add(4, BarrierState::kCleared);
    CHECK_OK(journal.barriers.set_state(stuck_again, BarrierState::kStuck, at(micros(date(2026, 5, 1)))));
    CHECK_OK(journal.entries.add(content("another month", 0, EntryKind::kBarrier), Timestamp{1}));
    const auto standings = trends.barriers(range);
    CHECK_OK(standings);
    const std::vector<BarrierStanding> wanted{
        {.named = date(2026, 3, 1)},
        {.state = BarrierState::kStuck, .named = date(2026, 3, 2)},
        {.state = BarrierState::kCleared, .named = date(2026, 3, 3), .cleared = date(2026, 4, 20)},
        {.state = BarrierState::kStuck, .named = date(2026, 3, 4)}};
    QVERIFY(*standings == wanted);
    const auto of = [&](EntryProgress wanted_of) {
        return *trends.entries({.days = range, .progress = wanted_of}, {}, 9);
    };
    QVERIFY(of(EntryProgress::kStateNotSaid).size() == 1 && of(EntryProgress::kStateNotSaid).front().id == unsaid);
    QVERIFY(of(EntryProgress::kStuck).size() == 2 && of(EntryProgress::kStuck).back().id == stuck);
    QVERIFY(of(EntryProgress::kCleared).size() == 1 && of(EntryProgress::kMoving).empty());
}

void TestTrendQueries::a_barrier_is_named_when_it_happened() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    EntryContent barrier = content("x", micros(date(2026, 3, 5)), EntryKind::kBarrier);
    const auto entry = journal.entries.add(barrier, Timestamp{1});
    CHECK_OK(journal.barriers.set_state(entry->id, BarrierState::kStuck, at(micros(date(2026, 3, 9)))));
    QCOMPARE(trends.barriers(kAllDays)->front().named, date(2026, 3, 5));
    // Dated anew, to after its first state.
    barrier.occurred = at(micros(date(2026, 3, 20)));
    barrier.barrier.state = BarrierState::kStuck;
    CHECK_OK(journal.entries.change(entry->id, barrier, Timestamp{2}));
    QCOMPARE(trends.barriers(kAllDays)->front().named, date(2026, 3, 9));
}

void TestTrendQueries::lives_as_counted_by_hand() {
    const DayRange range{date(2026, 3, 2), date(2026, 3, 4)};
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        MemoryJournal journal;
        const TrendQueries trends{journal.database};
        Random random{seed};
        for (int i = 0; i < 60; ++i) {
            live(journal, random);
        }
        LearningCount learning;
        std::vector<BarrierStanding> standings;
        std::map<EntryProgress, std::vector<EntryId>> marks;
        const auto all = journal.entries.page(std::nullopt, 1000);
        CHECK_OK(all);
        for (const EntrySummary& entry : *all) {
            const auto reached = progress(journal, entry);
            if (!reached || entry.occurred.date() < range.first || entry.occurred.date() > range.last) {
                continue;
            }
            marks[*reached].push_back(entry.id);
            if (entry.kind == EntryKind::kSetback) {
                ++learning.setbacks;
                learning.learned += reached == EntryProgress::kLearned ? 1 : 0;
            } else {
                standings.insert(standings.begin(), standing(journal, entry));
            }
        }
        QVERIFY(*trends.learning(range) == learning);
        QVERIFY(*trends.barriers(range) == standings);
        for (const EntryProgress reached :
             {EntryProgress::kOpen, EntryProgress::kLearned, EntryProgress::kStuck, EntryProgress::kMoving,
              EntryProgress::kCleared, EntryProgress::kStateNotSaid}) {
            std::vector<EntryId> found;
            const auto entries = trends.entries({.days = range, .progress = reached}, {}, 1000);
            CHECK_OK(entries);
            for (const EntrySummary& entry : *entries) {
                found.push_back(entry.id);
            }
            QVERIFY(found == marks[reached]);
        }
    }
}

void TestTrendQueries::no_such_day() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    const DayRange wrong{date(2026, 2, 30), date(2026, 3, 1)};
    CHECK_ERROR(trends.days(wrong), ErrorCode::kInvalid);
    CHECK_ERROR(trends.hurdles(wrong), ErrorCode::kInvalid);
    CHECK_ERROR(trends.learning(wrong), ErrorCode::kInvalid);
    CHECK_ERROR(trends.barriers(wrong), ErrorCode::kInvalid);
    CHECK_ERROR(trends.entries({.days = wrong}, {}, 1), ErrorCode::kInvalid);
}

QTEST_APPLESS_MAIN(TestTrendQueries)
#include "tst_trend_queries.moc"
