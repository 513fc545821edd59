// SPDX-License-Identifier: Apache-2.0
// Series, rankings, shares and times to cleared, by examples worked out by hand.
#include <QtTest/QTest>

#include "insight/trends.h"

using namespace pennydrop;

namespace {

CivilDate date(int year, unsigned month, unsigned day) {
    return CivilDate{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

}  // namespace

class TestTrends : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_series_has_no_gaps();
    void a_series_of_weeks_begins_before();
    void a_ranking();
    void a_share();
    void medians();
    void times_to_cleared();
};

void TestTrends::a_series_has_no_gaps() {
    const std::vector<DayCount> days{{date(2026, 3, 5), 2}, {date(2026, 1, 31), 1},  {date(2026, 3, 5), 1},
                                     {date(2026, 4, 1), 9}, {date(2025, 12, 31), 9}, {date(2026, 1, 1), 4}};
    const auto series = series_of(days, date(2026, 1, 1), date(2026, 3, 31), PeriodLength::kMonth);
    QCOMPARE(series.size(), std::size_t{3});
    QVERIFY((series[0] == SeriesPoint{{date(2026, 1, 1), date(2026, 1, 31)}, 5}));
    QVERIFY((series[1] == SeriesPoint{{date(2026, 2, 1), date(2026, 2, 28)}, 0}));
    QVERIFY((series[2] == SeriesPoint{{date(2026, 3, 1), date(2026, 3, 31)}, 3}));
    QVERIFY(series_of(days, date(2026, 3, 1), date(2026, 1, 1), PeriodLength::kMonth).empty());
}

void TestTrends::a_series_of_weeks_begins_before() {
    const std::vector<DayCount> days{{date(2025, 12, 30), 5}, {date(2026, 1, 2), 1}};
    const auto series = series_of(days, date(2026, 1, 1), date(2026, 1, 7), PeriodLength::kWeek);
    QCOMPARE(series.size(), std::size_t{2});
    QVERIFY((series[0] == SeriesPoint{{date(2025, 12, 29), date(2026, 1, 4)}, 1}));  // only what was asked for
}

void TestTrends::a_ranking() {
    const auto ranking = ranked({{"rules", 2}, {"blame", 4}, {"tools", 0}, {"no-time", 2}, {"unclear", 2}});
    QCOMPARE(ranking.size(), std::size_t{4});
    QVERIFY((ranking[0] == RankedCode{"blame", 4, 1, 0.4}));
    QVERIFY((ranking[1] == RankedCode{"no-time", 2, 2, 0.6}));
    QVERIFY((ranking[2] == RankedCode{"rules", 2, 2, 0.8}));
    QVERIFY((ranking[3] == RankedCode{"unclear", 2, 2, 1.0}));
    const auto after_tie = ranked({{"a", 3}, {"b", 3}, {"c", 1}});
    QCOMPARE(after_tie[2].rank, 3);
    QVERIFY(ranked({}).empty());
}

void TestTrends::a_share() {
    QVERIFY(!Share{}.fraction());
    QVERIFY((Share{.part = 1, .whole = 4}.fraction() == 0.25));
    QVERIFY((Share{.part = 0, .whole = 4}.fraction() == 0.0));
}

void TestTrends::medians() {
    QVERIFY(!median({}));
    QVERIFY(median({7}) == 7.0);
    QVERIFY(median({9, 1, 5}) == 5.0);
    QVERIFY(median({4, 1, 9, 3}) == 3.5);
    QVERIFY(median({2, 2, 2, 2}) == 2.0);
}

void TestTrends::times_to_cleared() {
    const std::vector<Clearing> clearings{{date(2026, 1, 1), date(2026, 1, 11)},
                                          {date(2026, 1, 1), std::nullopt},
                                          {date(2026, 1, 1), date(2026, 2, 1)},
                                          {date(2026, 3, 1), date(2026, 2, 1)}};
    QVERIFY((time_to_cleared(clearings) == TimeToCleared{.cleared = 3, .open = 1, .median_days = 10.0}));
    QVERIFY((time_to_cleared({}) == TimeToCleared{}));
    const std::vector<Clearing> open{{date(2026, 1, 1), std::nullopt}};
    QVERIFY(!time_to_cleared(open).median_days);
}

QTEST_APPLESS_MAIN(TestTrends)
#include "tst_trends.moc"
