// SPDX-License-Identifier: Apache-2.0
// Promises of review_spans.h: the journal's schedule as switches, kept in the journal.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "review_spans.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

struct Fixture {
    TestJournal journal;
    ReviewSpans model{journal.service};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    [[nodiscard]] QStringList wanted() const {
        QStringList labels;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(ReviewSpans::WantedRole).toBool()) {
                labels += model.index(row).data(ReviewSpans::LabelRole).toString();
            }
        }
        return labels;
    }
    [[nodiscard]] std::vector<ReviewInterval> stored() {
        auto schedule = journal.run([](Journal& open) { return open.review().schedule(); });
        return schedule ? schedule->intervals : std::vector<ReviewInterval>{};
    }
};

}  // namespace

class ReviewSpansTest : public QObject {
    Q_OBJECT

private slots:
    void begins_with_the_usual_ones() {
        Fixture f;
        QCOMPARE(f.model.rowCount(), 0);
        QVERIFY(f.journal.open());
        QTRY_COMPARE(f.model.rowCount(), 6);
        QCOMPARE(f.wanted(), QStringList({QStringLiteral("After a week"), QStringLiteral("After a month"),
                                          QStringLiteral("After 3 months")}));
    }

    void a_switch_is_kept_in_the_journal() {
        Fixture f;
        QVERIFY(f.journal.open());
        QTRY_COMPARE(f.model.rowCount(), 6);
        QSignalSpy changed(&f.model, &ReviewSpans::changed);
        f.model.setWanted(0, false);
        f.model.setWanted(5, true);
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(f.stored(), std::vector<ReviewInterval>({{.months = 1}, {.months = 3}, {.months = 12}}));
        QVERIFY(f.journal.close());
        QCOMPARE(f.model.rowCount(), 0);
        QVERIFY(f.journal.open());
        QTRY_COMPARE(f.wanted(), QStringList({QStringLiteral("After a month"), QStringLiteral("After 3 months"),
                                              QStringLiteral("After a year")}));
    }

    void all_may_be_off_and_all_on() {
        Fixture f;
        QVERIFY(f.journal.open());
        QTRY_COMPARE(f.model.rowCount(), 6);
        QSignalSpy changed(&f.model, &ReviewSpans::changed);
        for (int row = 0; row < 6; ++row) {
            f.model.setWanted(row, true);
        }
        QTRY_COMPARE(changed.count(), 3);
        QCOMPARE(f.stored().size(), 6U);
        for (int row = 0; row < 6; ++row) {
            f.model.setWanted(row, false);
        }
        QTRY_COMPARE(changed.count(), 9);
        QCOMPARE(f.stored().size(), 0U);
        QCOMPARE(f.model.message(), QString());
    }

    void a_schedule_of_ones_own_is_shown_too() {
        Fixture f;
        QVERIFY(f.journal.open());
        const ReviewSchedule own{{{.months = 0, .days = 3}, {.months = 2, .days = 0}}};
        QVERIFY(f.journal.run([own](Journal& open) { return open.review().set_schedule(own); }).has_value());
        QVERIFY(f.journal.close());
        QVERIFY(f.journal.open());
        QTRY_COMPARE(f.wanted(), QStringList({QStringLiteral("After 3 days"), QStringLiteral("After 2 months")}));
        QCOMPARE(f.model.rowCount(), 8);
    }

    void more_than_six_are_refused() {
        Fixture f;
        QVERIFY(f.journal.open());
        const ReviewSchedule own{{{.months = 0, .days = 3},
                                  {.months = 0, .days = 7},
                                  {.months = 0, .days = 14},
                                  {.months = 1},
                                  {.months = 3},
                                  {.months = 6}}};
        QVERIFY(f.journal.run([own](Journal& open) { return open.review().set_schedule(own); }).has_value());
        QVERIFY(f.journal.close());
        QVERIFY(f.journal.open());
        QTRY_COMPARE(f.model.rowCount(), 7);
        f.model.setWanted(6, true);
        QTRY_COMPARE(f.model.message(),
                     QStringLiteral("There cannot be more than six of them. Switch another one off first."));
        QTRY_COMPARE(f.wanted().size(), 6);
        QCOMPARE(f.stored(), own.intervals);
    }

    void what_cannot_be_kept_stays_as_it_was() {
        Fixture f;
        QVERIFY(f.journal.open());
        QTRY_COMPARE(f.model.rowCount(), 6);
        f.journal.refuse_writing(true);
        f.model.setWanted(0, false);
        QTRY_VERIFY(!f.model.message().isEmpty());
        QTRY_COMPARE(f.wanted().size(), 3);
    }
};

QTEST_MAIN(ReviewSpansTest)
#include "tst_review_spans.moc"
