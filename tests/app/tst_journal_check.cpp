// SPDX-License-Identifier: Apache-2.0
// Checking the open journal: what it finds is said in words, nothing is changed, and a lock ends it.
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "journal_check.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

constexpr int kPatience = 20'000;

}  // namespace

class TestJournalCheck : public QObject {
    Q_OBJECT

private slots:
    void a_sound_journal_is_said_to_be_one() {
        TestJournal journal;
        JournalCheck check(journal.service);
        check.start();
        QVERIFY(!check.task()->running());  // nothing is open
        QVERIFY(journal.open());
        journal.add_many(50);
        check.start();
        QVERIFY(check.task()->running());
        QVERIFY(rests(check));
        QVERIFY(!check.failed());
        QVERIFY2(check.message().contains(QStringLiteral("sound")), qPrintable(check.message()));
        // It is forgotten with the lock: the file may change before it is opened again.
        QVERIFY(journal.close());
        QVERIFY(check.message().isEmpty());
    }

    void damage_is_counted_and_nothing_is_changed() {
        TestJournal journal;
        QVERIFY(journal.open());
        journal.add_many(50);
        QVERIFY(journal.close());
        QFile file(journal.file());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 at = file.size() - 2000;
        QVERIFY(file.seek(at));
        char byte = 0;
        QVERIFY(file.getChar(&byte));
        QVERIFY(file.seek(at));
        QVERIFY(file.putChar(static_cast<char>(~byte)));  // whatever it was: one in 256 sealed bytes is any letter
        file.close();
        JournalCheck check(journal.service);
        QVERIFY(journal.open());
        check.start();
        QVERIFY(rests(check));
        QVERIFY(check.failed());
        QVERIFY2(check.message().contains(QStringLiteral("damaged")), qPrintable(check.message()));
        QVERIFY(check.message().contains(QStringLiteral("Nothing was changed")));
    }

    void it_can_be_stopped_and_started_again() {
        TestJournal journal;
        QVERIFY(journal.open());
        JournalCheck check(journal.service);
        check.start();
        check.task()->cancel();
        QVERIFY(rests(check));
        QVERIFY(!check.failed());
        QVERIFY2(check.message().contains(QStringLiteral("Stopped")), qPrintable(check.message()));
        check.start();
        QVERIFY(rests(check));
        QVERIFY2(check.message().contains(QStringLiteral("sound")), qPrintable(check.message()));
    }

    void a_lock_voids_it() {
        TestJournal journal;
        QVERIFY(journal.open());
        journal.add_many(500);
        JournalCheck check(journal.service);
        check.start();
        QVERIFY(journal.close());
        QVERIFY(!check.task()->running());
        QVERIFY(journal.open());
        journal.settle();
        QVERIFY(check.message().isEmpty());
        check.start();
        QVERIFY(rests(check));
        QVERIFY(!check.failed());
    }

private:
    static bool rests(JournalCheck& check) {
        return QTest::qWaitFor([&check] { return !check.task()->running(); }, kPatience);
    }
};

QTEST_MAIN(TestJournalCheck)
#include "tst_journal_check.moc"
