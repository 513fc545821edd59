// SPDX-License-Identifier: Apache-2.0
// Promises of bin_model.h: what is deleted is listed page by page and says how long it stays, comes back with undo, is
// erased one by one or all at once, and by itself at an opening after its days; nothing is left after a lock.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "bin_model.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

struct Fixture {
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    BinModel model{journal.service, journal.clock, removal};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    EntryId deleted(const QString& text) {
        const EntryId id = journal.add(EntryKind::kSetback, text);
        remove(id);
        return id;
    }
    void remove(EntryId id) {
        (void)journal.run([id, now = journal.clock.now().at](Journal& open) { return open.entries().remove(id, now); });
        emit journal.service.entryRemoved(id);
    }
    AttachmentId deleted_file(EntryId entry, const std::string& name) {
        auto added = journal.run([&](Journal& open) {
            const std::vector<std::uint8_t> bytes(1500, 7);
            return open.attachments().add(entry, {.name = name, .media_type = "text/plain"}, source_of(bytes),
                                          journal.clock.now().at, {});
        });
        (void)journal.run([id = added->id, now = journal.clock.now().at](Journal& open) {
            return open.attachments().remove(id, now);
        });
        emit journal.service.entryChanged(entry);
        return added->id;
    }
    [[nodiscard]] QStringList rows(int role = BinModel::PreviewRole) const {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all += model.index(row).data(role).toString();
        }
        return all;
    }
    [[nodiscard]] std::int64_t in_the_bin() {
        return journal.run([](Journal& open) { return open.bin().count(); }).value_or(-1);
    }
    [[nodiscard]] std::vector<BinAttachment> files() {
        return journal.run([](Journal& open) { return open.bin().attachments(); }).value();
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

class BinModelTest : public QObject {
    Q_OBJECT

private slots:
    void lists_what_was_deleted_last_first_and_only_for_its_page() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.deleted(QStringLiteral("first"));
        f.journal.clock.advance(1h);
        f.deleted(QStringLiteral("second"));
        f.journal.settle();
        QCOMPARE(f.model.rowCount(), 0);
        f.model.show();
        QTRY_COMPARE(f.rows(), list({"second", "first"}));
        f.journal.clock.advance(1h);
        f.deleted(QStringLiteral("third"));
        QTRY_COMPARE(f.rows(), list({"third", "second", "first"}));
        QVERIFY(!f.model.hasMore());
        f.model.leave();
        QCOMPARE(f.model.rowCount(), 0);
        QVERIFY(!f.model.ready());
    }

    void an_empty_bin_says_so() {
        Fixture f;
        QVERIFY(f.journal.open());
        QVERIFY(!f.model.empty());
        f.model.show();
        QTRY_VERIFY(f.model.empty());
        f.deleted(QStringLiteral("words"));
        QTRY_VERIFY(!f.model.empty());
    }

    void comes_page_by_page() {
        Fixture f;
        QVERIFY(f.journal.open());
        constexpr int kAll = static_cast<int>(BinModel::kPageSize) + 5;
        f.journal.add_many(kAll);
        for (const EntryId id : f.journal.timeline()) {
            (void)f.journal.run(
                [id, now = f.journal.clock.now().at](Journal& open) { return open.entries().remove(id, now); });
        }
        f.model.show();
        QTRY_COMPARE(f.model.rowCount(), static_cast<int>(BinModel::kPageSize));
        QVERIFY(f.model.hasMore());
        f.model.more();
        QTRY_COMPARE(f.model.rowCount(), kAll);
        QVERIFY(!f.model.hasMore());
        f.deleted(QStringLiteral("one more"));
        QTRY_VERIFY(f.model.rowCount() == kAll && f.model.hasMore());
        f.model.more();
        QTRY_COMPARE(f.model.rowCount(), kAll + 1);
        const QStringList all = f.rows();
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), kAll + 1);
    }

    void says_how_long_each_stays() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.deleted(QStringLiteral("words"));
        f.model.show();
        QTRY_COMPARE(f.rows(BinModel::FateRole), list({"Deleted: Today · Kept until: Monday 22 December"}));
        f.journal.clock.advance(24h * 31);
        QTRY_COMPARE(f.rows(BinModel::FateRole).value(0),
                     QStringLiteral("Deleted: Saturday 22 November · Erased when the journal is next opened"));
    }

    void comes_back_with_undo() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.deleted(QStringLiteral("words"));
        f.model.show();
        QTRY_COMPARE(f.model.rowCount(), 1);
        QSignalSpy restored(&f.journal.service, &JournalService::entryRestored);
        f.model.restore(id.value);
        QTRY_COMPARE(f.model.rowCount(), 0);
        QCOMPARE(restored.count(), 1);
        QVERIFY(f.journal.find(id));
        QCOMPARE(f.removal.message(), QStringLiteral("Entry brought back"));
        f.removal.undo();
        QTRY_COMPARE(f.model.rowCount(), 1);
        QVERIFY(!f.journal.find(id));
    }

    void one_is_erased_and_nothing_else() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId due = f.deleted(QStringLiteral("due"));
        f.journal.clock.advance(24h * 40);  // due, but that waits for an opening
        const EntryId id = f.deleted(QStringLiteral("unwanted"));
        f.model.show();
        QTRY_COMPARE(f.model.rowCount(), 2);
        f.model.askErase(id.value);
        f.model.confirmErase();
        QTRY_COMPARE(f.rows(), list({"due"}));
        f.journal.settle();
        f.journal.settle();
        QCOMPARE(f.in_the_bin(), 1);
        // Cleared away to the end: the next step has nothing to do.
        const auto is_more = f.journal.run([](Journal& open) { return open.bin().step(Timestamp{}); });
        QVERIFY(is_more && !*is_more);
        QVERIFY(f.journal.run([due](Journal& open) { return open.bin().restore(due); }));
    }

    void what_is_erased_is_no_longer_offered_back() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("unwanted"));
        f.removal.remove(id);
        f.journal.settle();
        QVERIFY(f.removal.pending());
        f.model.show();
        QTRY_COMPARE(f.model.rowCount(), 1);
        f.model.askErase(id.value);
        f.model.confirmErase();
        QVERIFY(!f.removal.pending());
        QTRY_COMPARE(f.model.rowCount(), 0);
    }

    void nothing_is_erased_that_was_not_asked_for() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.deleted(QStringLiteral("one"));
        const EntryId two = f.deleted(QStringLiteral("two"));
        f.model.show();
        QTRY_COMPARE(f.model.rowCount(), 2);
        f.model.confirmErase();
        f.model.askEraseAll();
        f.model.keepAll();
        f.model.confirmErase();
        f.journal.settle();
        QCOMPARE(f.in_the_bin(), 2);
        // The last word counts, and once.
        f.model.askEraseAll();
        f.model.askErase(two.value);
        f.model.confirmErase();
        QTRY_VERIFY(!f.model.busy());
        f.model.confirmErase();
        f.journal.settle();
        QCOMPARE(f.rows(), list({"one"}));
        // Leaving takes it back.
        f.model.askEraseAll();
        f.model.leave();
        f.model.show();
        f.model.confirmErase();
        f.journal.settle();
        QCOMPARE(f.in_the_bin(), 1);
    }

    void all_are_erased_at_once() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId kept = f.journal.add(EntryKind::kBarrier, QStringLiteral("kept"));
        f.deleted(QStringLiteral("one"));
        f.deleted(QStringLiteral("two"));
        f.deleted_file(kept, "letter.txt");
        f.model.show();
        QTRY_COMPARE(f.model.rowCount(), 2);
        QCOMPARE(f.model.files()->count(), 1);
        f.model.askEraseAll();
        f.model.confirmErase();
        QTRY_VERIFY(f.model.empty());
        QCOMPARE(f.in_the_bin(), 0);
        QVERIFY(f.files().empty());
        QVERIFY(f.journal.find(kept));
    }

    void files_of_living_entries_come_back_or_go() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId entry = f.journal.add(EntryKind::kBarrier, QStringLiteral("words"));
        const AttachmentId letter = f.deleted_file(entry, "letter%1.txt");
        f.model.show();
        BinFiles& files = *f.model.files();
        QTRY_COMPARE(files.count(), 1);
        const QModelIndex row = files.index(0, 0);
        QCOMPARE(row.data(BinFiles::NameRole).toString(), QStringLiteral("letter%1.txt"));
        const QString size = row.data(BinFiles::SizeRole).toString();
        QVERIFY(size.startsWith(QStringLiteral("1.5")));
        QCOMPARE(row.data(BinFiles::SpokenRole).toString(), QStringLiteral("File: letter%1.txt, ") + size);
        QVERIFY(row.data(BinFiles::FateRole).toString().startsWith(QStringLiteral("Deleted: Today")));
        QSignalSpy changed(&f.journal.service, &JournalService::entryChanged);
        f.model.restoreFile(letter.value);
        QTRY_COMPARE(files.count(), 0);
        QCOMPARE(changed.count(), 1);
        QVERIFY(f.journal.run([letter](Journal& open) { return open.attachments().find(letter); }));
        f.removal.undo();
        QTRY_COMPARE(files.count(), 1);
        f.model.askEraseFile(letter.value);
        f.model.confirmErase();
        QTRY_COMPARE(files.count(), 0);
        QVERIFY(f.files().empty());
    }

    void days_are_chosen_and_count_for_what_is_there() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.deleted(QStringLiteral("words"));
        f.model.show();
        QTRY_COMPARE(f.model.dayChoice(), 3);
        QCOMPARE(f.model.dayChoices(), list({"1 day", "7 days", "14 days", "30 days", "90 days", "1 year"}));
        f.model.setDayChoice(1);
        QTRY_COMPARE(f.rows(BinModel::FateRole), list({"Deleted: Today · Kept until: Saturday 29 November"}));
        QCOMPARE(f.model.dayChoice(), 1);
        QCOMPARE(f.journal.run([](Journal& open) { return open.bin().keep_days(); }).value(), 7);
        // What another version chose can be seen, and chosen again.
        (void)f.journal.run([](Journal& open) { return open.bin().set_keep_days(45); });
        f.model.show();
        QTRY_COMPARE(f.model.dayChoices().value(f.model.dayChoice()), QStringLiteral("45 days"));
        f.model.setDayChoice(99);
        f.journal.settle();
        QVERIFY(!f.model.busy());
    }

    void an_opening_erases_what_was_long_enough_in_the_bin() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.deleted(QStringLiteral("old"));
        const EntryId kept = f.journal.add(EntryKind::kSetback, QStringLiteral("kept"));
        f.journal.clock.advance(48h);
        const EntryId younger = f.deleted(QStringLiteral("younger"));
        QVERIFY(f.journal.close());
        f.journal.clock.advance(24h * kDefaultBinDays - 24h);
        QVERIFY(f.journal.open());
        QTRY_COMPARE(f.in_the_bin(), 1);
        f.journal.settle();
        QVERIFY(f.journal.find(kept));
        QVERIFY(f.journal.run([younger](Journal& open) { return open.bin().restore(younger); }));
        QVERIFY(f.journal.find(younger));
    }

    void what_cannot_be_done_is_said() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.deleted(QStringLiteral("words"));
        f.model.show();
        QTRY_COMPARE(f.model.rowCount(), 1);
        f.journal.refuse_writing(true);
        f.model.restore(id.value);
        QTRY_VERIFY(f.model.message().startsWith(QStringLiteral("That could not be done; the bin is as it was.")));
        f.model.askErase(id.value);
        f.model.confirmErase();
        QTRY_VERIFY(!f.model.busy());
        f.model.setDayChoice(0);
        QTRY_VERIFY(!f.model.busy());
        QCOMPARE(f.model.dayChoice(), 3);
        QCOMPARE(f.model.rowCount(), 1);
        QVERIFY(!f.removal.pending());
        f.journal.refuse_writing(false);
        f.model.restore(id.value);
        QTRY_COMPARE(f.model.rowCount(), 0);
        QCOMPARE(f.model.message(), QString());
        // What went by another way meanwhile is no failure.
        f.model.restore(4711);
        QTRY_VERIFY(!f.model.busy());
        QCOMPARE(f.model.message(), QString());
    }

    void a_lock_leaves_nothing() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId entry = f.journal.add(EntryKind::kBarrier, QStringLiteral("words"));
        f.deleted_file(entry, "letter.txt");
        const EntryId id = f.deleted(QStringLiteral("words"));
        f.model.show();
        QTRY_COMPARE(f.model.rowCount(), 1);
        f.model.restore(id.value);  // its answer comes late
        QVERIFY(f.journal.close());
        QCOMPARE(f.model.rowCount(), 0);
        QCOMPARE(f.model.files()->count(), 0);
        QVERIFY(!f.model.busy());
        QTest::qWait(100);
        QCOMPARE(f.model.rowCount(), 0);
        QVERIFY(!f.removal.pending());
    }
};

QTEST_MAIN(BinModelTest)
#include "tst_bin_model.moc"
