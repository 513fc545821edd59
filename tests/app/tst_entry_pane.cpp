// SPDX-License-Identifier: Apache-2.0
// Promises of entry_pane.h: what is being written is kept before another entry is shown, and nothing is shown when it
// cannot be.
#include <QTest>

#include "entry_kinds.h"
#include "entry_pane.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

struct Fixture {
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    EntryEditor editor{journal.service, journal.clock, removal};
    EntryReader reader{journal.service, journal.clock};
    EntryPane pane{journal.service, editor, reader};

    [[nodiscard]] EntryId begin() {
        if (!journal.open()) {
            return {};
        }
        const auto id = journal.add(EntryKind::kSetback, QStringLiteral("earlier"));
        journal.settle();
        return id;
    }
    void write(const QString& text) {
        pane.write(EntryKinds::Barrier);
        journal.settle();
        editor.setText(text);
    }
    void wait() {
        journal.settle();
        journal.settle();
        journal.settle();
    }
};

}  // namespace

class EntryPaneTest : public QObject {
    Q_OBJECT

private slots:
    void an_entry_is_read() {
        Fixture f;
        const auto id = f.begin();
        QVERIFY(id.is_set());
        f.pane.read(id.value);
        f.wait();
        QCOMPARE(f.reader.text(), QStringLiteral("earlier"));
    }

    void what_is_written_is_kept_before_another_is_read() {
        Fixture f;
        const auto id = f.begin();
        f.write(QStringLiteral("half a thought"));
        QVERIFY(f.editor.active());
        f.pane.read(id.value);
        f.wait();
        QVERIFY(!f.editor.active());
        QCOMPARE(f.reader.text(), QStringLiteral("earlier"));
        QCOMPARE(f.journal.timeline().size(), std::size_t{2});
    }

    void what_cannot_be_kept_stays() {
        Fixture f;
        const auto id = f.begin();
        f.write(QStringLiteral("half a thought"));
        f.journal.refuse_writing(true);
        f.pane.read(id.value);
        f.wait();
        QVERIFY(f.editor.active());
        QVERIFY(!f.reader.shown());
        // Later success does not bring up what was asked for long before.
        f.journal.refuse_writing(false);
        f.editor.finish();
        f.wait();
        QVERIFY(!f.editor.active());
        QVERIFY(!f.reader.shown());
    }

    void writing_takes_the_place_of_reading() {
        Fixture f;
        const auto id = f.begin();
        f.pane.read(id.value);
        f.wait();
        f.write(QStringLiteral("more"));
        QVERIFY(!f.reader.shown());
        QCOMPARE(f.editor.kind(), int{EntryKinds::Barrier});
    }

    void a_kept_entry_is_shown_where_there_is_room_data() {
        QTest::addColumn<bool>("room");
        QTest::newRow("beside the list") << true;
        QTest::newRow("on a phone") << false;
    }
    void a_kept_entry_is_shown_where_there_is_room() {
        QFETCH(bool, room);
        Fixture f;
        QVERIFY(f.begin().is_set());
        f.pane.setBesideList(room);
        f.write(QStringLiteral("the whole thought"));
        f.editor.finish();
        f.wait();
        QCOMPARE(f.reader.shown(), room);
        QCOMPARE(f.reader.text(), room ? QStringLiteral("the whole thought") : QString());
    }

    void a_lock_forgets_what_was_to_be_read() {
        Fixture f;
        const auto id = f.begin();
        f.write(QStringLiteral("half a thought"));
        f.pane.read(id.value);
        QVERIFY(f.journal.close());
        QVERIFY(!f.editor.active() && !f.reader.shown());
        QVERIFY(f.journal.open());
        f.wait();
        f.editor.finish();
        f.wait();
        QVERIFY(!f.reader.shown());
    }
};

QTEST_MAIN(EntryPaneTest)
#include "tst_entry_pane.moc"
