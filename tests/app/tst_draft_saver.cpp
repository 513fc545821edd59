// SPDX-License-Identifier: Apache-2.0
// Promises of draft_saver.h: when the draft reaches the disk, in which order, and what happens when it does not.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "draft_saver.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

using State = DraftSaver::State;
using Outcome = KeptDraft::Outcome;

namespace {

struct Fixture {
    TestJournal journal;
    QString text;
    std::optional<EntryId> entry;
    bool too_long{false};
    int snapshots{0};  ///< How often it was asked what is to be saved.
    DraftSaver saver{
        journal.service, journal.clock, [this]() -> std::optional<Draft> {
            ++snapshots;
            if (too_long) {
                return std::nullopt;
            }
            return Draft{.entry = entry,
                         .content = {.kind = EntryKind::kSetback, .text = utf8(text), .occurred = journal.clock.now()}};
        }};

    Fixture() {
        QObject::connect(&journal.service, &JournalService::closing, &saver, [this] {
            saver.seal();
            saver.stop();
        });
    }
    void type(const QString& more) {
        text += more;
        saver.changed();
    }
    [[nodiscard]] QString on_disk() {
        const auto draft = journal.draft();
        return draft ? QString::fromStdString(draft->content.text) : QStringLiteral("(none)");
    }
};

}  // namespace

class DraftSaverTest : public QObject {
    Q_OBJECT

private slots:
    void saves_after_a_pause();
    void saves_within_a_second_of_steady_typing();
    void saves_when_the_program_leaves_the_front();
    void saves_before_the_journal_is_locked();
    void a_lock_saves_what_came_after_the_save_under_way();
    void the_last_text_wins();
    void a_failed_save_is_tried_again();
    void a_failed_save_is_tried_again_at_once_when_something_changes();
    void a_text_that_is_too_long_is_told_not_posted();
    void keeping_makes_an_entry();
    void a_save_under_way_does_not_resurrect_a_kept_draft();
    void what_is_typed_while_keeping_becomes_a_change();
    void a_lock_while_keeping_loses_nothing();
    void keeping_that_fails_keeps_the_draft();
    void leaving_an_emptied_entry_leaves_no_draft();
    void discarding_deletes_the_draft();
};

void DraftSaverTest::saves_after_a_pause() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    QCOMPARE(f.saver.state(), State::kIdle);
    f.type(QStringLiteral("a"));
    QCOMPARE(f.saver.state(), State::kUnsaved);
    QVERIFY(f.saver.unsaved());
    QTest::qWait(250);
    QCOMPARE(f.on_disk(), QStringLiteral("(none)"));
    QTRY_COMPARE_WITH_TIMEOUT(f.saver.state(), State::kSaved, 1000);
    QCOMPARE(f.on_disk(), QStringLiteral("a"));
    QVERIFY(!f.saver.unsaved());
    QVERIFY(f.saver.anything());
}

void DraftSaverTest::saves_within_a_second_of_steady_typing() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    // A clock beside the saver's own, a little short of the second that is promised: a busy machine holds up both.
    QTimer second;
    second.setSingleShot(true);
    second.setTimerType(Qt::PreciseTimer);
    int saves_within = -1;
    second.callOnTimeout(this, [&] { saves_within = f.snapshots; });
    f.type(QStringLiteral("x"));
    second.start(950);
    while (saves_within < 0) {
        QTest::qWait(40);
        f.type(QStringLiteral("x"));
    }
    QVERIFY(saves_within >= 1);
    QTRY_VERIFY(f.on_disk() != QStringLiteral("(none)"));
}

void DraftSaverTest::saves_when_the_program_leaves_the_front() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.type(QStringLiteral("a"));
    emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    QCOMPARE(f.on_disk(), QStringLiteral("(none)"));
    emit qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
    QCOMPARE(f.on_disk(), QStringLiteral("a"));
}

void DraftSaverTest::saves_before_the_journal_is_locked() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.type(QStringLiteral("a"));
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    QCOMPARE(f.on_disk(), QStringLiteral("a"));
}

void DraftSaverTest::a_lock_saves_what_came_after_the_save_under_way() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.journal.hold_worker(200ms);
    f.type(QStringLiteral("a"));
    f.saver.save_now();
    f.type(QStringLiteral("b"));
    f.saver.save_now();  // waits for the answer of the first
    f.type(QStringLiteral("c"));
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    QCOMPARE(f.on_disk(), QStringLiteral("abc"));
}

void DraftSaverTest::the_last_text_wins() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.journal.hold_worker(300ms);
    for (int i = 0; i < 10; ++i) {
        f.type(QString::number(i));
        f.saver.save_now();
    }
    QTRY_COMPARE(f.saver.state(), State::kSaved);
    QCOMPARE(f.on_disk(), QStringLiteral("0123456789"));
}

void DraftSaverTest::a_failed_save_is_tried_again() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.journal.refuse_writing(true);
    f.type(QStringLiteral("a"));
    f.saver.save_now();
    QTRY_COMPARE(f.saver.state(), State::kFailed);
    QVERIFY(f.saver.unsaved());
    QTest::qWait(2000);
    f.journal.refuse_writing(false);
    QCOMPARE(f.on_disk(), QStringLiteral("(none)"));
    QTRY_COMPARE_WITH_TIMEOUT(f.saver.state(), State::kSaved, DraftSaver::kRetryMilliseconds);
    QCOMPARE(f.on_disk(), QStringLiteral("a"));
}

void DraftSaverTest::a_failed_save_is_tried_again_at_once_when_something_changes() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.journal.refuse_writing(true);
    f.type(QStringLiteral("a"));
    f.saver.save_now();
    QTRY_COMPARE(f.saver.state(), State::kFailed);
    f.journal.refuse_writing(false);
    f.type(QStringLiteral("b"));
    QCOMPARE(f.saver.state(), State::kFailed);  // until it is on the disk
    QTRY_COMPARE_WITH_TIMEOUT(f.saver.state(), State::kSaved, 2000);
    QCOMPARE(f.on_disk(), QStringLiteral("ab"));
}

void DraftSaverTest::a_text_that_is_too_long_is_told_not_posted() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.type(QStringLiteral("safe"));
    f.saver.save_now();
    QTRY_COMPARE(f.saver.state(), State::kSaved);
    QSignalSpy failed(&f.saver, &DraftSaver::keepFailed);
    f.too_long = true;
    f.type(QStringLiteral("..."));
    QTRY_COMPARE(f.saver.state(), State::kUnsavable);
    f.saver.keep();
    QCOMPARE(failed.count(), 1);
    QVERIFY(!f.saver.keeping());
    QCOMPARE(f.on_disk(), QStringLiteral("safe"));
    f.too_long = false;
    f.type(QStringLiteral("."));
    QTRY_COMPARE(f.saver.state(), State::kSaved);
    QCOMPARE(f.on_disk(), QStringLiteral("safe...."));
}

void DraftSaverTest::keeping_makes_an_entry() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    QList<KeptDraft> kept;
    connect(&f.saver, &DraftSaver::kept, this, [&](const KeptDraft& draft, bool current) {
        QVERIFY(current);
        kept.append(draft);
    });
    f.type(QStringLiteral("a"));
    f.saver.keep();
    QVERIFY(f.saver.keeping());
    f.saver.keep();
    f.journal.settle();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.at(0).outcome, Outcome::kAdded);
    QCOMPARE(f.journal.find(kept.at(0).entry)->content.text, std::string("a"));
    QCOMPARE(f.on_disk(), QStringLiteral("(none)"));
    QVERIFY(!f.saver.anything());
}

void DraftSaverTest::a_save_under_way_does_not_resurrect_a_kept_draft() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.journal.hold_worker(300ms);
    f.type(QStringLiteral("a"));
    f.saver.save_now();
    f.type(QStringLiteral("b"));
    f.saver.keep();
    QTRY_VERIFY(!f.saver.keeping());
    f.saver.stop();
    f.journal.settle();
    QTest::qWait(1000);
    QCOMPARE(f.on_disk(), QStringLiteral("(none)"));
    QCOMPARE(f.journal.timeline().size(), std::size_t{1});
    QCOMPARE(f.journal.find(f.journal.timeline().front())->content.text, std::string("ab"));
}

void DraftSaverTest::what_is_typed_while_keeping_becomes_a_change() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    QList<Outcome> outcomes;
    connect(&f.saver, &DraftSaver::kept, this, [&](const KeptDraft& draft, bool current) {
        outcomes.append(draft.outcome);
        if (!current) {
            f.entry = draft.entry;
            f.saver.keep();
        }
    });
    f.journal.hold_worker(200ms);
    f.type(QStringLiteral("a"));
    f.saver.keep();
    f.type(QStringLiteral("b"));
    f.saver.save_now();  // posted before the keeping is answered
    QTRY_COMPARE(outcomes.size(), 2);
    QCOMPARE(outcomes, QList<Outcome>({Outcome::kAdded, Outcome::kChanged}));
    QCOMPARE(f.journal.timeline().size(), std::size_t{1});
    QCOMPARE(f.journal.find(f.journal.timeline().front())->content.text, std::string("ab"));
    QCOMPARE(f.on_disk(), QStringLiteral("(none)"));
}

void DraftSaverTest::a_lock_while_keeping_loses_nothing() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.journal.hold_worker(200ms);
    f.type(QStringLiteral("a"));
    f.saver.keep();
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    QCOMPARE(f.journal.timeline().size(), std::size_t{1});
    QCOMPARE(f.on_disk(), QStringLiteral("(none)"));
    // With something typed after it: a draft of changes to the entry that was made meanwhile.
    f.text.clear();
    f.saver.begin(false);
    f.journal.hold_worker(200ms);
    f.type(QStringLiteral("c"));
    f.saver.keep();
    f.type(QStringLiteral("d"));
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    QCOMPARE(f.journal.timeline().size(), std::size_t{2});
    QCOMPARE(f.on_disk(), QStringLiteral("cd"));
    const auto draft = f.journal.draft();
    QVERIFY(draft->entry.has_value());
    QCOMPARE(f.journal.find(*draft->entry)->content.text, std::string("c"));
}

void DraftSaverTest::keeping_that_fails_keeps_the_draft() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.type(QStringLiteral("a"));
    f.saver.save_now();
    QTRY_COMPARE(f.saver.state(), State::kSaved);
    f.journal.refuse_writing(true);
    QSignalSpy failed(&f.saver, &DraftSaver::keepFailed);
    f.saver.keep();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(f.saver.state(), State::kFailed);
    QCOMPARE(f.on_disk(), QStringLiteral("a"));
    f.journal.refuse_writing(false);
    f.saver.save_now();  // as the timer does
    QTRY_COMPARE(f.saver.state(), State::kSaved);
    QSignalSpy kept(&f.saver, &DraftSaver::kept);
    f.saver.keep();
    QTRY_COMPARE(kept.count(), 1);
    QCOMPARE(f.on_disk(), QStringLiteral("(none)"));
}

void DraftSaverTest::leaving_an_emptied_entry_leaves_no_draft() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.entry = f.journal.add(EntryKind::kSetback, QStringLiteral("text"));
    f.saver.begin(false);
    Outcome outcome = Outcome::kNothing;
    connect(&f.saver, &DraftSaver::kept, this, [&](const KeptDraft& draft) { outcome = draft.outcome; });
    f.saver.changed();
    f.saver.keep();
    f.journal.settle();
    QCOMPARE(outcome, Outcome::kEmptied);
    QCOMPARE(f.on_disk(), QStringLiteral("(none)"));
    QVERIFY(f.journal.find(*f.entry));
}

void DraftSaverTest::discarding_deletes_the_draft() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.saver.begin(false);
    f.type(QStringLiteral("a"));
    f.saver.save_now();
    f.saver.discard();
    QCOMPARE(f.saver.state(), State::kIdle);
    f.journal.settle();
    QTest::qWait(700);
    QCOMPARE(f.saver.state(), State::kIdle);
    QCOMPARE(f.on_disk(), QStringLiteral("(none)"));
}

QTEST_MAIN(DraftSaverTest)
#include "tst_draft_saver.moc"
