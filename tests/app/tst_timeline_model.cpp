// SPDX-License-Identifier: Apache-2.0
// Promises of timeline_model.h: pages without gaps or doubles whatever happens meanwhile, exact row signals, labels
// that follow the day, nothing left after a lock.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

#include "entry_marks.h"
#include "test_journal.h"
#include "timeline_model.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

std::vector<EntryId> ids_of(const TimelineModel& model) {
    std::vector<EntryId> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids.push_back(EntryId{model.index(row).data(TimelineModel::EntryIdRole).toLongLong()});
    }
    return ids;
}

QString shown(const TimelineModel& model, int row, TimelineModel::Role role) {
    return model.index(row).data(role).toString();
}

/// A model on an open journal with `count` entries, its first page read.
struct Fixture {
    TestJournal journal;
    TimelineModel model{journal.service, journal.clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    /// The model tester itself calls fetchMore(), so more than the first page may be there; `fresh` opens without it.
    bool open(int count) {
        if (!journal.open()) {
            return false;
        }
        journal.add_many(count);
        if (!journal.close() || !journal.open()) {
            return false;
        }
        journal.settle();
        return model.ready();
    }
    void fetch_all() {
        while (model.canFetchMore({})) {
            model.fetchMore({});
            journal.settle();
        }
    }
};

}  // namespace

class TimelineModelTest : public QObject {
    Q_OBJECT

private slots:
    void an_empty_journal_is_ready_and_empty();
    void reads_page_by_page();
    void reads_the_next_page_before_the_view_comes_to_the_end();
    void shows_an_entry();
    void a_new_entry_comes_in_its_place();
    void an_entry_beyond_the_loaded_range_waits_for_its_page();
    void a_changed_entry_moves();
    void an_entry_that_moves_below_the_range_leaves_it();
    void removal_and_undo();
    void changes_while_a_page_is_under_way();
    void any_order_of_events_ends_right_data();
    void any_order_of_events_ends_right();
    void labels_change_at_midnight();
    void a_lock_leaves_nothing();
    void marks_how_far_an_entry_has_come();
};

void TimelineModelTest::an_empty_journal_is_ready_and_empty() {
    Fixture f;
    QVERIFY(!f.model.ready());
    QVERIFY(!f.model.empty());
    QSignalSpy became_empty(&f.model, &TimelineModel::emptyChanged);
    QVERIFY(f.journal.open());
    f.journal.settle();
    QVERIFY(f.model.ready());
    QVERIFY(f.model.empty());
    QCOMPARE(f.model.total(), 0);
    QVERIFY(!f.model.canFetchMore({}));
    f.journal.add(EntryKind::kSetback, QStringLiteral("first"));
    f.journal.settle();
    QVERIFY(!f.model.empty());
    QCOMPARE(f.model.rowCount(), 1);
    QCOMPARE(became_empty.count(), 2);
}

void TimelineModelTest::reads_page_by_page() {
    TestJournal journal;
    QVERIFY(journal.open());
    journal.add_many(120);
    TimelineModel model(journal.service, journal.clock);
    QVERIFY(!model.canFetchMore({}));
    journal.settle();
    QVERIFY(model.ready());
    QCOMPARE(model.total(), 120);
    QCOMPARE(model.rowCount(), 50);
    QSignalSpy inserted(&model, &TimelineModel::rowsInserted);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({});  // one request at a time: this one is no second page
    journal.settle();
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 50);
    QCOMPARE(inserted.at(0).at(2).toInt(), 99);
    model.fetchMore({});
    journal.settle();
    QCOMPARE(model.rowCount(), 120);
    QVERIFY(!model.canFetchMore({}));
    QVERIFY(ids_of(model) == journal.timeline());
}

void TimelineModelTest::reads_the_next_page_before_the_view_comes_to_the_end() {
    TestJournal journal;
    QVERIFY(journal.open());
    journal.add_many(120);
    TimelineModel model(journal.service, journal.clock);
    journal.settle();
    constexpr int kFirst = static_cast<int>(TimelineModel::kPageSize - TimelineModel::kReadAhead);
    (void)shown(model, kFirst - 1, TimelineModel::PreviewRole);
    journal.settle();
    QCOMPARE(model.rowCount(), 50);
    QSignalSpy inserted(&model, &TimelineModel::rowsInserted);
    (void)shown(model, kFirst, TimelineModel::PreviewRole);
    QCOMPARE(inserted.count(), 0);  // not while the view is in the middle of asking
    QTRY_COMPARE(model.rowCount(), 100);
    // A page is read once, however many of its rows are asked for.
    for (int row = kFirst; row < model.rowCount(); ++row) {
        (void)shown(model, row, TimelineModel::PreviewRole);
    }
    QTRY_COMPARE(model.rowCount(), 120);
    QCOMPARE(inserted.count(), 2);
    QVERIFY(ids_of(model) == journal.timeline());
    // What was asked for just before a lock asks for nothing after it.
    (void)shown(model, 119, TimelineModel::PreviewRole);
    QVERIFY(journal.close());
    journal.settle();
    QCOMPARE(model.rowCount(), 0);
}

void TimelineModelTest::shows_an_entry() {
    TestJournal journal;
    QVERIFY(journal.open());
    TimelineModel model(journal.service, journal.clock);
    journal.add(EntryKind::kLightBulb,
                QStringLiteral("  She asked\n\n## What made it possible?\nthe   ward clerk # 4 "), 24h);
    journal.settle();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(TimelineModel::KindRole).toInt(), 2);
    QCOMPARE(shown(model, 0, TimelineModel::PreviewRole),
             QStringLiteral("She asked \u00b7 What made it possible? the ward clerk # 4"));
    QCOMPARE(shown(model, 0, TimelineModel::DayRole), QStringLiteral("Yesterday"));
    QCOMPARE(shown(model, 0, TimelineModel::TimeRole), QStringLiteral("12:00"));
    QCOMPARE(shown(model, 0, TimelineModel::ThemeLabelRole), QString());
    QCOMPARE(shown(model, 0, TimelineModel::LevelLabelRole), QString());
    const auto id = ids_of(model).front();
    const auto changed = journal.run([id](Journal& open) -> Status {
        auto entry = open.entries().find(id);
        entry->content.theme = Theme::from_code("asked");
        entry->content.level = SystemLevel::kTeam;
        return open.entries().change(id, entry->content, Timestamp{});
    });
    QVERIFY(changed);
    QSignalSpy data_changed(&model, &TimelineModel::dataChanged);
    emit journal.service.entryChanged(id);
    journal.settle();
    QCOMPARE(data_changed.count(), 1);
    QCOMPARE(shown(model, 0, TimelineModel::ThemeLabelRole), QStringLiteral("Help asked or given"));
    QCOMPARE(shown(model, 0, TimelineModel::LevelLabelRole), QStringLiteral("My team"));
}

void TimelineModelTest::a_new_entry_comes_in_its_place() {
    Fixture f;
    QVERIFY(f.open(10));
    QSignalSpy inserted(&f.model, &TimelineModel::rowsInserted);
    f.journal.add(EntryKind::kBarrier, QStringLiteral("newest"));
    f.journal.settle();
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 0);
    f.journal.add(EntryKind::kBarrier, QStringLiteral("in the middle"), 5min);
    f.journal.settle();
    f.journal.add(EntryKind::kBarrier, QStringLiteral("the oldest"), 24h * 400);
    f.journal.settle();
    QCOMPARE(f.model.total(), 13);
    QCOMPARE(f.model.rowCount(), 13);
    QCOMPARE(shown(f.model, 12, TimelineModel::PreviewRole), QStringLiteral("the oldest"));
    QVERIFY(ids_of(f.model) == f.journal.timeline());
}

void TimelineModelTest::an_entry_beyond_the_loaded_range_waits_for_its_page() {
    TestJournal journal;
    QVERIFY(journal.open());
    journal.add_many(80);
    TimelineModel model(journal.service, journal.clock);
    journal.settle();
    QSignalSpy inserted(&model, &TimelineModel::rowsInserted);
    const auto late = journal.add(EntryKind::kSetback, QStringLiteral("old"), 70min);
    journal.settle();
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.total(), 81);
    model.fetchMore({});
    journal.settle();
    const auto ids = ids_of(model);
    QCOMPARE(std::ranges::count(ids, late), 1);
    QVERIFY(ids == journal.timeline());
}

void TimelineModelTest::a_changed_entry_moves() {
    Fixture f;
    QVERIFY(f.open(10));
    const auto ids = ids_of(f.model);
    QSignalSpy moved(&f.model, &TimelineModel::rowsMoved);
    QSignalSpy inserted(&f.model, &TimelineModel::rowsInserted);
    f.journal.move(ids[7], 0min);  // up, to the top
    f.journal.settle();
    QCOMPARE(moved.count(), 1);
    QCOMPARE(f.model.index(0).data(TimelineModel::EntryIdRole).toLongLong(), ids[7].value);
    QVERIFY(ids_of(f.model) == f.journal.timeline());
    f.journal.move(ids[7], 24h);  // down, to the end
    f.journal.settle();
    QCOMPARE(moved.count(), 2);
    QVERIFY(ids_of(f.model) == f.journal.timeline());
    f.journal.move(ids[3], 24h - 1min);  // down, next to the end
    f.journal.settle();
    QVERIFY(ids_of(f.model) == f.journal.timeline());
    QCOMPARE(moved.count(), 3);
    f.journal.move(ids[3], 24h - 2min);  // another time, the same place
    f.journal.settle();
    QCOMPARE(moved.count(), 3);
    QCOMPARE(inserted.count(), 0);
    QVERIFY(ids_of(f.model) == f.journal.timeline());
}

void TimelineModelTest::an_entry_that_moves_below_the_range_leaves_it() {
    TestJournal journal;
    QVERIFY(journal.open());
    journal.add_many(80);
    TimelineModel model(journal.service, journal.clock);
    journal.settle();
    const auto id = journal.timeline()[4];  // not through the model, which would read ahead
    journal.move(id, 75min);
    journal.settle();
    QCOMPARE(model.rowCount(), 49);
    model.fetchMore({});
    journal.settle();
    QCOMPARE(model.rowCount(), 80);
    QVERIFY(ids_of(model) == journal.timeline());
}

void TimelineModelTest::removal_and_undo() {
    Fixture f;
    QVERIFY(f.open(5));
    const auto ids = ids_of(f.model);
    QVERIFY(f.journal.run([id = ids[2]](Journal& journal) { return journal.entries().remove(id, Timestamp{1}); }));
    emit f.journal.service.entryRemoved(ids[2]);
    f.journal.settle();
    QCOMPARE(f.model.rowCount(), 4);
    QCOMPARE(f.model.total(), 4);
    QVERIFY(f.journal.run([id = ids[2]](Journal& journal) { return journal.entries().restore(id); }));
    emit f.journal.service.entryRestored(ids[2]);
    f.journal.settle();
    QVERIFY(ids_of(f.model) == ids);
    QCOMPARE(f.model.total(), 5);
}

void TimelineModelTest::changes_while_a_page_is_under_way() {
    TestJournal journal;
    QVERIFY(journal.open());
    journal.add_many(120);
    TimelineModel model(journal.service, journal.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    journal.settle();
    const auto ids = journal.timeline();
    // A shown entry goes down into the page being read, one of that page comes up, the last shown one is removed: all
    // of it before the page is read and announced only afterwards.
    const auto now = journal.clock.now();
    journal.service.ask(
        &journal.service,
        [=](Journal& open) -> Status {
            auto down = open.entries().find(ids[3]);
            down->content.occurred.at.micros = now.at.micros - 60'000'000LL * 70;
            (void)open.entries().change(ids[3], down->content, now.at);
            auto up = open.entries().find(ids[70]);
            up->content.occurred.at.micros = now.at.micros;
            (void)open.entries().change(ids[70], up->content, now.at);
            return open.entries().remove(ids[49], now.at);
        },
        [](const Status&) {});
    model.fetchMore({});
    journal.settle();
    emit journal.service.entryChanged(ids[3]);
    emit journal.service.entryChanged(ids[70]);
    emit journal.service.entryRemoved(ids[49]);
    journal.settle();
    while (model.canFetchMore({})) {
        model.fetchMore({});
        journal.settle();
    }
    QVERIFY(ids_of(model) == journal.timeline());
    QCOMPARE(model.total(), 119);
}

void TimelineModelTest::any_order_of_events_ends_right_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 8; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TimelineModelTest::any_order_of_events_ends_right() {
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto below = [&random](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    TestJournal journal;
    QVERIFY(journal.open());
    journal.add_many(130);
    TimelineModel model(journal.service, journal.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto known = journal.timeline();
    std::vector<EntryId> removed;
    for (int step = 0; step < 60; ++step) {
        const auto pick = known[static_cast<std::size_t>(below(static_cast<int>(known.size())))];
        switch (below(6)) {
            case 0:
                known.push_back(
                    journal.add(EntryKind::kBarrier, QStringLiteral("new"), std::chrono::minutes{below(200)}));
                break;
            case 1:
                (void)journal.run([pick](Journal& open) { return open.entries().remove(pick, Timestamp{1}); });
                removed.push_back(pick);
                emit journal.service.entryRemoved(pick);
                break;
            case 2:
                if (!removed.empty()) {
                    const auto back = removed.back();
                    removed.pop_back();
                    (void)journal.run([back](Journal& open) { return open.entries().restore(back); });
                    emit journal.service.entryRestored(back);
                }
                break;
            case 3:
                if (journal.find(pick)) {
                    journal.move(pick, std::chrono::minutes{below(200)});
                }
                break;
            case 4:
                model.fetchMore({});
                break;
            default:
                QCoreApplication::processEvents();
                break;
        }
    }
    journal.settle();
    while (model.canFetchMore({})) {
        model.fetchMore({});
        journal.settle();
    }
    const auto expected = journal.timeline();
    QCOMPARE(model.rowCount(), static_cast<int>(expected.size()));
    QVERIFY(ids_of(model) == expected);
    QCOMPARE(model.total(), static_cast<int>(expected.size()));
}

void TimelineModelTest::labels_change_at_midnight() {
    TestJournal journal;
    auto late = journal.clock.now();
    late.at.micros += (12LL * 3600 * 1000 - 600) * 1000;  // 600 ms before midnight
    journal.clock.set(late);
    QVERIFY(journal.open());
    TimelineModel model(journal.service, journal.clock);
    journal.add(EntryKind::kSetback, QStringLiteral("late shift"));
    journal.settle();
    QCOMPARE(shown(model, 0, TimelineModel::DayRole), QStringLiteral("Today"));
    QSignalSpy changed(&model, &TimelineModel::dataChanged);
    journal.clock.advance(1s);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 3000);
    QVERIFY(changed.at(0).at(2).value<QList<int>>().contains(TimelineModel::DayRole));
    QCOMPARE(shown(model, 0, TimelineModel::DayRole), QStringLiteral("Yesterday"));
}

void TimelineModelTest::a_lock_leaves_nothing() {
    Fixture f;
    QVERIFY(f.open(120));
    f.model.fetchMore({});
    emit f.journal.service.entryChanged(ids_of(f.model).front());
    QVERIFY(f.journal.close());  // with answers under way
    QTest::qWait(50);
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.model.total(), 0);
    QVERIFY(!f.model.ready());
    QVERIFY(!f.model.canFetchMore({}));
    QVERIFY(f.journal.open());
    f.journal.settle();
    f.fetch_all();
    QCOMPARE(f.model.rowCount(), 120);
}

void TimelineModelTest::marks_how_far_an_entry_has_come() {
    Fixture f;
    QVERIFY(f.journal.open());
    const auto setback = f.journal.add(EntryKind::kSetback, QStringLiteral("setback"));
    const auto barrier = f.journal.add(EntryKind::kBarrier, QStringLiteral("barrier"), 1min);
    f.journal.add(EntryKind::kLightBulb, QStringLiteral("bulb"), 2min);
    f.journal.settle();
    const auto mark = [&f](int row) { return f.model.index(row).data(TimelineModel::MarkRole).toInt(); };
    QCOMPARE(mark(0), static_cast<int>(EntryMarks::Open));
    QCOMPARE(mark(1), static_cast<int>(EntryMarks::None));
    QCOMPARE(mark(2), static_cast<int>(EntryMarks::None));
    QVERIFY(f.journal.run([=, now = f.journal.clock.now()](Journal& open) -> Status {
        auto taught = open.follow_ups().add(
            setback, {.kind = FollowUpKind::kTaught, .text = "much", .at = now, .question = {}}, now.at);
        return taught ? open.barriers().set_state(barrier, BarrierState::kCleared, now) : Status{pass_on(taught)};
    }));
    emit f.journal.service.entryChanged(setback);
    emit f.journal.service.entryChanged(barrier);
    f.journal.settle();
    QCOMPARE(mark(0), static_cast<int>(EntryMarks::Learned));
    QCOMPARE(mark(1), static_cast<int>(EntryMarks::Cleared));
}

QTEST_MAIN(TimelineModelTest)
#include "tst_timeline_model.moc"
