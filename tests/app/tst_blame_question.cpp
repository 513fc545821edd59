// SPDX-License-Identifier: Apache-2.0
// Promises of blame_question.h: one question after a pause, by the kind of words; waved away it does not come again
// for that entry; off by its switch; nothing after a lock.
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include "blame_question.h"
#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

const QString kBlames = QStringLiteral("The list was old. It was my fault.");
const QString kCalm = QStringLiteral("The list was old.");

struct Fixture {
    TestJournal journal;
    SettingsFile file;
    platform::FakeDevice device;
    AppSettings settings{file.open(), device};
    Removal removal{journal.service, journal.clock};
    EntryEditor editor{journal.service, journal.clock, removal};
    BlameQuestion blame{journal.service, settings, editor};

    [[nodiscard]] bool begin(const QString& text) {
        editor.begin(1);
        if (!QTest::qWaitFor([this] { return editor.active(); })) {
            return false;
        }
        editor.setText(text);
        return true;
    }
    [[nodiscard]] bool asks() {
        return QTest::qWaitFor([this] { return !blame.question().isEmpty(); });
    }
    /// Long enough for a question to come.
    void pause() {
        QTest::qWait(BlameQuestion::kPauseMilliseconds + 200);
        journal.settle();
    }
    [[nodiscard]] EntryId finish() {
        QSignalSpy finished(&editor, &EntryEditor::finished);
        editor.finish();
        if (!QTest::qWaitFor([&finished] { return finished.count() == 1; })) {
            return {};
        }
        return EntryId{finished.at(0).at(0).toLongLong()};
    }
};

}  // namespace

class BlameQuestionTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void asks_after_a_pause_and_not_before() {
        Fixture f;
        QVERIFY(f.journal.open());
        QVERIFY(f.begin(kBlames));
        QVERIFY(f.blame.question().isEmpty());
        QVERIFY(f.asks());
        QCOMPARE(f.blame.question(), BlameQuestion::words_for(BlameKind::kSelf));
        // Words that are gone need no question.
        f.editor.setText(kCalm);
        QTRY_VERIFY(f.blame.question().isEmpty());
    }

    void each_kind_has_its_own_short_question() {
        QSet<QString> all;
        for (const BlameKind kind :
             {BlameKind::kSomebody, BlameKind::kSelf, BlameKind::kHindsight, BlameKind::kLabel}) {
            const QString words = BlameQuestion::words_for(kind);
            QVERIFY(words.endsWith(u'?'));
            QVERIFY(words.split(u' ').size() <= 15);
            QVERIFY(find_blame(words.toStdString(), "en").empty());
            all.insert(words);
        }
        QCOMPARE(all.size(), 4);
    }

    void waved_away_it_does_not_come_again_for_this_entry() {
        Fixture f;
        QVERIFY(f.journal.open());
        QVERIFY(f.begin(kBlames));
        QVERIFY(f.asks());
        f.blame.dismiss();
        QVERIFY(f.blame.question().isEmpty());
        f.editor.setText(kBlames + QStringLiteral(" She is incompetent."));
        f.pause();
        QVERIFY(f.blame.question().isEmpty());
        const EntryId kept = f.finish();
        QVERIFY(kept.is_set());
        f.editor.edit(kept.value);
        QTRY_VERIFY(f.editor.active());
        f.pause();
        QVERIFY(f.blame.question().isEmpty());
        (void)f.finish();
        // Another entry is another matter.
        QVERIFY(f.begin(kBlames));
        QVERIFY(f.asks());
    }

    void answered_it_stands_in_the_text() {
        Fixture f;
        QVERIFY(f.journal.open());
        QVERIFY(f.begin(kBlames));
        QVERIFY(f.asks());
        const QString question = f.blame.question();
        f.blame.answer();
        QVERIFY(f.editor.text().contains(QStringLiteral("## ") + question));
        QVERIFY(f.blame.question().isEmpty());
        f.pause();
        QVERIFY(f.blame.question().isEmpty());
    }

    void its_switch_turns_it_off() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.settings.setBlameQuestion(false);
        QVERIFY(f.begin(kBlames));
        f.pause();
        QVERIFY(f.blame.question().isEmpty());
        f.settings.setBlameQuestion(true);
        QVERIFY(f.asks());
        f.settings.setBlameQuestion(false);
        QVERIFY(f.blame.question().isEmpty());
    }

    void a_language_without_a_list_has_no_question() {
        QLocale::setDefault(QLocale(QLocale::Finnish));
        Fixture f;
        QVERIFY(f.journal.open());
        QVERIFY(!f.blame.available());
        QVERIFY(f.begin(kBlames));
        f.pause();
        QVERIFY(f.blame.question().isEmpty());
    }

    void a_lock_leaves_nothing() {
        Fixture f;
        QVERIFY(f.journal.open());
        QVERIFY(f.begin(kBlames));
        QVERIFY(f.asks());
        QVERIFY(f.journal.close());
        QVERIFY(f.blame.question().isEmpty());
        f.pause();
        QVERIFY(f.blame.question().isEmpty());
    }
};

QTEST_MAIN(BlameQuestionTest)
#include "tst_blame_question.moc"
