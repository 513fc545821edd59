// SPDX-License-Identifier: Apache-2.0
// Promises of tags_model.h: renamed with undo, merged and removed, counted; nothing after a lock.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tags_model.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

struct Fixture {
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    TagsModel model{journal.service, removal};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    EntryId add(const std::vector<std::string>& tags) {
        auto added = journal.run([&tags, now = journal.clock.now()](Journal& open) {
            return open.entries().add({.kind = EntryKind::kSetback, .text = "words", .occurred = now, .tags = tags},
                                      now.at);
        });
        emit journal.service.entryAdded(added->id);
        return added->id;
    }
    /// "name: count label"
    [[nodiscard]] QStringList rows() const {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all += model.index(row).data(TagsModel::NameRole).toString() + QStringLiteral(": ") +
                   model.index(row).data(TagsModel::CountLabelRole).toString();
        }
        return all;
    }
    [[nodiscard]] qint64 id_of(const QString& name) const {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(TagsModel::NameRole).toString() == name) {
                return model.index(row).data(TagsModel::TagIdRole).toLongLong();
            }
        }
        return 0;
    }
};

QStringList list(std::initializer_list<const char*> rows) {
    QStringList all;
    for (const char* row : rows) {
        all += QString::fromUtf8(row);
    }
    return all;
}

}  // namespace

class TagsModelTest : public QObject {
    Q_OBJECT

private slots:
    void lists_only_while_a_page_shows_them() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add({"ward", "night"});
        f.add({"ward"});
        f.journal.settle();
        QCOMPARE(f.model.count(), 0);
        f.model.show();
        QTRY_COMPARE(f.rows(), list({"night: 1 entry", "ward: 2 entries"}));
        f.add({"night"});
        QTRY_COMPARE(f.rows(), list({"night: 2 entries", "ward: 2 entries"}));
        f.model.show();
        f.model.leave();
        QCOMPARE(f.model.count(), 2);  // another page still shows them
        f.model.leave();
        QCOMPARE(f.model.count(), 0);
        QVERIFY(!f.model.ready());
    }

    void a_new_name_can_be_undone() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId entry = f.add({"ward"});
        f.model.show();
        QTRY_COMPARE(f.model.count(), 1);
        QSignalSpy done(&f.model, &TagsModel::done);
        QSignalSpy told(&f.journal.service, &JournalService::tagsChanged);
        QSignalSpy renamed(&f.model, &TagsModel::renamed);
        f.model.rename(f.id_of(QStringLiteral("ward")), QStringLiteral("  the  ward "));
        QTRY_COMPARE(done.count(), 1);
        QTRY_COMPARE(f.rows(), list({"the ward: 1 entry"}));
        QCOMPARE(told.count(), 1);
        QCOMPARE(renamed.count(), 1);
        QCOMPARE(f.journal.find(entry)->content.tags, std::vector<std::string>{"the ward"});
        QCOMPARE(f.removal.message(), QStringLiteral("Tag renamed"));
        f.removal.undo();
        QTRY_COMPARE(f.rows(), list({"ward: 1 entry"}));
        // The same name is no change.
        f.model.rename(f.id_of(QStringLiteral("ward")), QStringLiteral("ward"));
        QTRY_COMPARE(done.count(), 2);
        QVERIFY(!f.removal.pending());
    }

    void a_name_that_is_there_offers_to_merge() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId one = f.add({"ward"});
        const EntryId both = f.add({"Ward 3", "ward"});
        f.model.show();
        QTRY_COMPARE(f.model.count(), 2);
        QSignalSpy done(&f.model, &TagsModel::done);
        QSignalSpy gone(&f.model, &TagsModel::gone);
        const qint64 ward = f.id_of(QStringLiteral("ward"));
        f.model.rename(ward, QStringLiteral("WARD 3"));
        QTRY_COMPARE(f.model.twin(), QStringLiteral("Ward 3"));
        QCOMPARE(done.count(), 0);
        QCOMPARE(f.model.count(), 2);
        f.model.forgetTwin();
        f.model.merge(ward);  // nothing is offered any more
        f.journal.settle();
        QCOMPARE(f.model.count(), 2);
        f.model.rename(ward, QStringLiteral("WARD 3"));
        QTRY_COMPARE(f.model.twin(), QStringLiteral("Ward 3"));
        f.model.merge(ward);
        QTRY_COMPARE(done.count(), 1);
        QTRY_COMPARE(f.rows(), list({"Ward 3: 2 entries"}));
        QCOMPARE(gone.count(), 1);
        QCOMPARE(f.model.twin(), QString());
        QCOMPARE(f.journal.find(one)->content.tags, std::vector<std::string>{"Ward 3"});
        QCOMPARE(f.journal.find(both)->content.tags, std::vector<std::string>{"Ward 3"});
    }

    void the_same_name_in_other_letters_is_a_rename() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add({"ward"});
        f.model.show();
        QTRY_COMPARE(f.model.count(), 1);
        f.model.rename(f.id_of(QStringLiteral("ward")), QStringLiteral("WARD"));
        QTRY_COMPARE(f.rows(), list({"WARD: 1 entry"}));
        QCOMPARE(f.model.twin(), QString());
    }

    void removed_it_is_on_no_entry() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId entry = f.add({"ward", "night"});
        f.model.show();
        QTRY_COMPARE(f.model.count(), 2);
        QSignalSpy done(&f.model, &TagsModel::done);
        f.model.remove(f.id_of(QStringLiteral("ward")));
        QTRY_COMPARE(done.count(), 1);
        QTRY_COMPARE(f.rows(), list({"night: 1 entry"}));
        QCOMPARE(f.journal.find(entry)->content.tags, std::vector<std::string>{"night"});
        f.model.remove(99);  // gone already
        QTRY_COMPARE(done.count(), 2);
        QCOMPARE(f.model.message(), QString());
    }

    void what_cannot_be_done_is_said() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add({"ward"});
        f.model.show();
        QTRY_COMPARE(f.model.count(), 1);
        const qint64 ward = f.id_of(QStringLiteral("ward"));
        f.model.rename(ward, QStringLiteral("  "));
        QTRY_VERIFY(f.model.message().startsWith(QStringLiteral("A tag has at least one letter")));
        f.model.rename(ward, QString(61, u'x'));
        QTRY_VERIFY(!f.model.busy());
        QVERIFY(!f.model.message().isEmpty());
        f.journal.refuse_writing(true);
        f.model.remove(ward);
        QTRY_VERIFY(f.model.message().startsWith(QStringLiteral("That could not be done")));
        QCOMPARE(f.model.count(), 1);
    }

    void a_lock_leaves_nothing() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add({"ward"});
        f.model.show();
        QTRY_COMPARE(f.model.count(), 1);
        f.model.rename(f.id_of(QStringLiteral("ward")), QStringLiteral("late"));  // its answer comes late
        QVERIFY(f.journal.close());
        QCOMPARE(f.model.count(), 0);
        QVERIFY(!f.model.busy());
        QTest::qWait(100);
        QCOMPARE(f.model.count(), 0);
        QVERIFY(!f.removal.pending());
    }
};

QTEST_MAIN(TagsModelTest)
#include "tst_tags_model.moc"
