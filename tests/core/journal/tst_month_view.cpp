// SPDX-License-Identifier: Apache-2.0
// A month by days: as the calendar showed them where each entry was written.
#include <QtTest/QTest>

#include <chrono>
#include <map>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/random.h"

using namespace pennydrop;
using namespace pennydrop::testing;
using namespace std::chrono_literals;

namespace {

std::int64_t micros_of(CivilDate day, std::chrono::minutes time = 0min) {
    return (std::chrono::sys_days{day}.time_since_epoch() + time) / std::chrono::microseconds{1};
}

}  // namespace

class TestMonthView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_by_day_and_kind();
    void days_are_those_of_the_place();
    void before_1970_and_in_leap_years();
    void agrees_with_every_entry();
    void no_month();
};

void TestMonthView::counts_by_day_and_kind() {
    MemoryJournal journal;
    const auto add = [&](CivilDate day, EntryKind kind) {
        return *journal.entries.add(content("x", micros_of(day, 12h), kind), {});
    };
    add(2026y / 3 / 1, EntryKind::kSetback);
    add(2026y / 3 / 1, EntryKind::kSetback);
    add(2026y / 3 / 1, EntryKind::kBarrier);
    add(2026y / 3 / 31, EntryKind::kLightBulb);
    add(2026y / 4 / 1, EntryKind::kSetback);
    add(2026y / 2 / 28, EntryKind::kSetback);
    const auto removed = add(2026y / 3 / 15, EntryKind::kSetback);
    CHECK_OK(journal.entries.remove(removed.id, {}));
    const auto days = journal.months.days(2026y / 3);
    CHECK_OK(days);
    QVERIFY(*days == (std::vector<DayCounts>{
                         {.day = 2026y / 3 / 1, .setbacks = 2, .barriers = 1},
                         {.day = 2026y / 3 / 31, .light_bulbs = 1},
                     }));
    QCOMPARE(days->front().all(), std::int64_t{3});
    QVERIFY(journal.months.days(2025y / 3)->empty());
}

void TestMonthView::days_are_those_of_the_place() {
    MemoryJournal journal;
    EntryContent east = content("late in the east");
    east.occurred = at(micros_of(2026y / 2 / 28, 14h), 14 * 60);  // 1 March, 04:00 there
    EntryContent west = content("late in the west");
    west.occurred = at(micros_of(2026y / 4 / 1, 3h), -11 * 60);  // 31 March, 16:00 there
    CHECK_OK(journal.entries.add(east, {}));
    CHECK_OK(journal.entries.add(west, {}));
    const auto days = journal.months.days(2026y / 3);
    CHECK_OK(days);
    QVERIFY(*days ==
            (std::vector<DayCounts>{{.day = 2026y / 3 / 1, .setbacks = 1}, {.day = 2026y / 3 / 31, .setbacks = 1}}));
    QVERIFY(journal.months.days(2026y / 2)->empty() && journal.months.days(2026y / 4)->empty());
}

void TestMonthView::before_1970_and_in_leap_years() {
    MemoryJournal journal;
    for (const CivilDate day : {CivilDate{1969y / 12 / 31}, CivilDate{1904y / 2 / 29}, CivilDate{2028y / 2 / 29}}) {
        for (const auto time : {0min, 24h * 1 - 1min}) {
            CHECK_OK(journal.entries.add(content("x", micros_of(day, time)), {}));
        }
        const auto days = journal.months.days(day.year() / day.month());
        CHECK_OK(days);
        QVERIFY(*days == (std::vector<DayCounts>{{.day = day, .setbacks = 2}}));
    }
}

void TestMonthView::agrees_with_every_entry() {
    MemoryJournal journal;
    Random random{4};
    std::map<CivilDate, std::int64_t> wanted;
    for (int i = 0; i < 500; ++i) {
        EntryContent one = content("x");
        one.occurred = at(micros_of(2026y / 1 / 1) + static_cast<std::int64_t>(random.below(120)) * 43'200'000'000,
                          static_cast<std::int64_t>(random.below(37)) * 60 - 1080);
        ++wanted[one.occurred.date()];
        CHECK_OK(journal.entries.add(one, {}));
    }
    std::map<CivilDate, std::int64_t> found;
    for (auto month = 2025y / 11; month < 2026y / 5; month += std::chrono::months{1}) {
        const auto days = journal.months.days(month);
        CHECK_OK(days);
        for (const DayCounts& day : *days) {
            QVERIFY(day.day.year() / day.day.month() == month);
            found[day.day] = day.all();
        }
    }
    QVERIFY(found == wanted);
}

void TestMonthView::no_month() {
    MemoryJournal journal;
    CHECK_ERROR(journal.months.days(2026y / std::chrono::month{13}), ErrorCode::kInvalid);
    CHECK_ERROR(journal.months.days(2026y / std::chrono::month{0}), ErrorCode::kInvalid);
}

QTEST_APPLESS_MAIN(TestMonthView)
#include "tst_month_view.moc"
