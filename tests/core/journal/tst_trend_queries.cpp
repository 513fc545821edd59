// SPDX-License-Identifier: Apache-2.0
// Counts for trends: on the day of the place where it happened, by kind and hurdle, against counting by hand.
#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <tuple>

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

void TestTrendQueries::no_such_day() {
    MemoryJournal journal;
    const TrendQueries trends{journal.database};
    const DayRange wrong{date(2026, 2, 30), date(2026, 3, 1)};
    CHECK_ERROR(trends.days(wrong), ErrorCode::kInvalid);
    CHECK_ERROR(trends.hurdles(wrong), ErrorCode::kInvalid);
    CHECK_ERROR(trends.entries({.days = wrong}, {}, 1), ErrorCode::kInvalid);
}

QTEST_APPLESS_MAIN(TestTrendQueries)
#include "tst_trend_queries.moc"
