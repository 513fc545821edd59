// SPDX-License-Identifier: Apache-2.0
// Promises of decisions.h and decision_form.h: what is decided for now has a day to look again, and ends as adapt,
// adopt or abandon.
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

#include "life_fixture.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

class DecisionsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void something_is_decided();
    void until_when_is_chosen();
    void a_decision_is_changed();
    void it_comes_due();
    void it_is_adopted_with_a_few_words();
    void it_is_adapted_into_the_next();
    void an_end_is_taken_back();
    void a_decision_is_deleted_and_comes_back();
    void what_is_missing_is_not_kept();
    void a_failed_save_keeps_the_form();
    void closed_it_keeps_the_words();
    void a_lock_keeps_the_words_in_their_form();
    void each_form_keeps_its_words();
    void steady_typing_is_saved();
    void a_kill_keeps_what_is_typed_data();
    void a_kill_keeps_what_is_typed();
    void what_was_typed_before_and_since_is_all_there();
    void a_full_disk_at_a_lock_costs_no_words();
    void a_disk_that_stays_full_costs_no_words();
    void a_full_disk_costs_no_words_when_another_is_begun();
    void words_about_what_ended_become_a_note();
    void a_lock_makes_no_second_note();
    void words_about_a_deleted_decision_wait_with_it();
    void what_nobody_looked_at_stays();
    void kept_it_is_not_waiting();
    void what_is_kept_or_emptied_leaves_no_draft();
    void the_words_of_an_end_taken_back_are_there();
    void a_lock_leaves_nothing();

private:
    static std::vector<FormField> saved(LifeFixture& f, const FormKey& key) {
        auto fields = f.journal.run([key](Journal& open) { return open.forms().load(key); });
        return fields ? std::move(*fields) : std::vector<FormField>();
    }
    static void decide(LifeFixture& f, const QString& what) {
        f.life.decisionForm()->begin();
        f.life.decisionForm()->setWhat(what);
        f.life.decisionForm()->keep();
        f.settle();
    }
    static QVariant row(LifeFixture& f, int row, int role) { return of_row(*f.life.decisions(), row, role); }
    static qint64 id(LifeFixture& f, int at) { return row(f, at, Decisions::DecisionIdRole).toLongLong(); }
};

void DecisionsTest::something_is_decided() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    DecisionForm& form = *f.life.decisionForm();
    QCOMPARE(form.step(), DecisionForm::Closed);
    form.begin();
    QCOMPARE(form.step(), DecisionForm::Making);
    QVERIFY(!form.ready());
    QCOMPARE(form.inDays(), DecisionForm::kUsualDays);
    form.setWhat(QStringLiteral("One list on the door"));
    form.setHow(QStringLiteral("Nobody asks twice"));
    QVERIFY(form.ready());
    form.keep();
    f.settle();
    QCOMPARE(form.step(), DecisionForm::Closed);
    QVERIFY(form.what().isEmpty());
    QCOMPARE(f.life.decisions()->count(), 1);
    QCOMPARE(row(f, 0, Decisions::WhatRole).toString(), QStringLiteral("One list on the door"));
    QCOMPARE(row(f, 0, Decisions::HowRole).toString(), QStringLiteral("Nobody asks twice"));
    QCOMPARE(row(f, 0, Decisions::UntilRole).toString(), QStringLiteral("Until Saturday 6 December"));
    QVERIFY(row(f, 0, Decisions::HoldsRole).toBool());
    QVERIFY(!row(f, 0, Decisions::DueRole).toBool());
}

void DecisionsTest::until_when_is_chosen() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    form.setInDays(7);
    QCOMPARE(form.until(), QStringLiteral("2025-11-29"));
    QCOMPARE(form.untilLabel(), QStringLiteral("Saturday 29 November"));
    form.setUntil(QStringLiteral("2026-02-01"));
    QCOMPARE(form.inDays(), 71);
    form.setUntil(QStringLiteral("2025-11-21"));
    form.setUntil(QStringLiteral("soon"));
    QCOMPARE(form.until(), QStringLiteral("2026-02-01"));
    form.setUntil(QStringLiteral("2025-11-22"));
    QCOMPARE(form.untilLabel(), QStringLiteral("Today"));
}

void DecisionsTest::a_decision_is_changed() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral("Before"));
    DecisionForm& form = *f.life.decisionForm();
    form.beginChange(id(f, 0));
    QCOMPARE(form.step(), DecisionForm::Changing);
    QCOMPARE(form.what(), QStringLiteral("Before"));
    QCOMPARE(form.until(), QStringLiteral("2025-12-06"));
    form.setWhat(QStringLiteral("After"));
    form.setInDays(30);
    form.keep();
    f.settle();
    QCOMPARE(f.life.decisions()->count(), 1);
    QCOMPARE(row(f, 0, Decisions::WhatRole).toString(), QStringLiteral("After"));
    QCOMPARE(row(f, 0, Decisions::UntilRole).toString(), QStringLiteral("Until Monday 22 December"));
}

void DecisionsTest::it_comes_due() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral("For now"));
    f.journal.clock.advance(24h * 14);
    emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    QVERIFY(row(f, 0, Decisions::DueRole).toBool());
    QCOMPARE(row(f, 0, Decisions::UntilRole).toString(), QStringLiteral("Until Today"));
}

void DecisionsTest::it_is_adopted_with_a_few_words() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral("For now"));
    DecisionForm& form = *f.life.decisionForm();
    form.beginEnd(id(f, 0));
    QCOMPARE(form.step(), DecisionForm::Ending);
    QVERIFY(!form.ready());
    form.setOutcome(9);
    QCOMPARE(form.outcome(), 0);
    form.setOutcome(2);
    form.setWords(QStringLiteral("Nobody wants the old one back"));
    QVERIFY(form.ready());
    form.keep();
    f.settle();
    QCOMPARE(form.step(), DecisionForm::Closed);
    QCOMPARE(f.life.decisions()->count(), 1);
    QVERIFY(!row(f, 0, Decisions::HoldsRole).toBool());
    QCOMPARE(row(f, 0, Decisions::OutcomeRole).toInt(), 2);
    QCOMPARE(row(f, 0, Decisions::EndedRole).toString(), QStringLiteral("Today"));
    QCOMPARE(row(f, 0, Decisions::EndWordsRole).toString(), QStringLiteral("Nobody wants the old one back"));
    form.beginEnd(id(f, 0));
    QCOMPARE(form.step(), DecisionForm::Closed);
}

void DecisionsTest::it_is_adapted_into_the_next() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral("A list"));
    DecisionForm& form = *f.life.decisionForm();
    form.beginEnd(id(f, 0));
    form.setOutcome(1);
    QCOMPARE(form.what(), QStringLiteral("A list"));
    form.setWhat(QStringLiteral("Two lists"));
    form.setInDays(7);
    form.keep();
    f.settle();
    QCOMPARE(f.life.decisions()->count(), 2);
    QCOMPARE(row(f, 0, Decisions::OutcomeRole).toInt(), 1);
    QCOMPARE(row(f, 1, Decisions::WhatRole).toString(), QStringLiteral("Two lists"));
    QVERIFY(row(f, 1, Decisions::HoldsRole).toBool());
    f.undo();
    QCOMPARE(f.life.decisions()->count(), 1);
    QCOMPARE(row(f, 0, Decisions::WhatRole).toString(), QStringLiteral("A list"));
    QVERIFY(row(f, 0, Decisions::HoldsRole).toBool());
}

void DecisionsTest::an_end_is_taken_back() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral("For now"));
    f.life.decisionForm()->beginEnd(id(f, 0));
    f.life.decisionForm()->setOutcome(3);
    f.life.decisionForm()->keep();
    f.settle();
    f.life.decisions()->reopen(id(f, 0));
    f.settle();
    QVERIFY(row(f, 0, Decisions::HoldsRole).toBool());
    f.undo();
    QCOMPARE(row(f, 0, Decisions::OutcomeRole).toInt(), 3);
}

void DecisionsTest::a_decision_is_deleted_and_comes_back() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral("For now"));
    f.life.decisions()->remove(id(f, 0));
    f.settle();
    QCOMPARE(f.life.decisions()->count(), 0);
    QCOMPARE(f.removal.message(), QStringLiteral("Decision deleted"));
    f.undo();
    QCOMPARE(f.life.decisions()->count(), 1);
}

void DecisionsTest::what_is_missing_is_not_kept() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral(" \n"));
    QCOMPARE(f.life.decisionForm()->step(), DecisionForm::Making);
    QCOMPARE(f.life.decisions()->count(), 0);
    f.life.decisionForm()->close();
    QCOMPARE(f.life.decisionForm()->step(), DecisionForm::Closed);
}

void DecisionsTest::a_failed_save_keeps_the_form() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    f.journal.refuse_writing(true);
    decide(f, QStringLiteral("For now"));
    DecisionForm& form = *f.life.decisionForm();
    QCOMPARE(form.step(), DecisionForm::Making);
    QVERIFY(form.message().contains(QStringLiteral("could not be saved")));
    QCOMPARE(form.what(), QStringLiteral("For now"));
    f.journal.refuse_writing(false);
    form.keep();
    f.settle();
    QCOMPARE(form.step(), DecisionForm::Closed);
    QCOMPARE(f.life.decisions()->count(), 1);
}

void DecisionsTest::closed_it_keeps_the_words() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kBarrier);
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    form.setWhat(QStringLiteral("Half a dec"));
    form.close();
    QCOMPARE(form.step(), DecisionForm::Closed);
    form.begin();
    QCOMPARE(form.what(), QStringLiteral("Half a dec"));
    // Also when another entry was looked at.
    f.show(f.journal.add(EntryKind::kSetback, QStringLiteral("another")));
    QCOMPARE(form.step(), DecisionForm::Closed);
    f.show(id);
    form.begin();
    f.settle();
    QCOMPARE(form.what(), QStringLiteral("Half a dec"));
    form.keep();
    f.settle();
    form.begin();
    QVERIFY(form.what().isEmpty());
}

void DecisionsTest::a_lock_keeps_the_words_in_their_form() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kBarrier);
    f.life.writer()->begin(false);
    f.life.writer()->setText(QStringLiteral("A note"));
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    form.setWhat(QStringLiteral("One list"));
    form.setHow(QStringLiteral("Fewer calls"));
    QVERIFY(!form.waiting());
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.settle();
    QCOMPARE(f.reader.entryId(), id.value);
    QCOMPARE(f.life.writer()->text(), QStringLiteral("A note"));
    QVERIFY(form.waiting());
    form.resume();
    f.settle();
    QCOMPARE(form.step(), DecisionForm::Making);
    QVERIFY(!form.waiting());
    QVERIFY(form.restored());
    QCOMPARE(form.what(), QStringLiteral("One list"));
    QCOMPARE(form.how(), QStringLiteral("Fewer calls"));
}

void DecisionsTest::each_form_keeps_its_words() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral("For now"));
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    form.setWhat(QStringLiteral("Half a dec"));
    form.close();
    form.beginChange(id(f, 0));
    form.setHow(QStringLiteral("Half a change"));
    form.beginEnd(id(f, 0));
    form.setWords(QStringLiteral("Half an end"));
    form.begin();
    f.settle();
    QCOMPARE(form.what(), QStringLiteral("Half a dec"));
    form.beginChange(id(f, 0));
    f.settle();
    QCOMPARE(form.what(), QStringLiteral("For now"));
    QCOMPARE(form.how(), QStringLiteral("Half a change"));
    form.beginEnd(id(f, 0));
    f.settle();
    QCOMPARE(form.words(), QStringLiteral("Half an end"));
    QVERIFY(!f.life.writer()->active());
}

void DecisionsTest::steady_typing_is_saved() {
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    f.settle();
    QElapsedTimer typing;
    typing.start();
    while (typing.elapsed() < 1000) {
        form.setWhat(form.what() + QLatin1Char('x'));
        QTest::qWait(50);
    }
    QVERIFY(!saved(f, {Form::kNewDecision, entry, 0}).empty());
}

void DecisionsTest::a_kill_keeps_what_is_typed_data() {
    QTest::addColumn<int>("step");
    QTest::newRow("making one") << int{DecisionForm::Making};
    QTest::newRow("changing one") << int{DecisionForm::Changing};
    QTest::newRow("ending one") << int{DecisionForm::Ending};
}

void DecisionsTest::a_kill_keeps_what_is_typed() {
    QFETCH(int, step);
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    decide(f, QStringLiteral("For now"));
    const qint64 decision = id(f, 0);
    const auto begin = [step, decision](DecisionForm& form) {
        if (step == DecisionForm::Making) {
            form.begin();
        } else if (step == DecisionForm::Changing) {
            form.beginChange(decision);
        } else {
            form.beginEnd(decision);
        }
    };
    DecisionForm& form = *f.life.decisionForm();
    begin(form);
    f.settle();
    form.setWhat(QStringLiteral("Half a dec"));
    form.setHow(QStringLiteral("Fewer c"));
    form.setInDays(30);
    if (step == DecisionForm::Ending) {
        form.setWords(QStringLiteral("It went so-"));
        form.setOutcome(static_cast<int>(DecisionOutcome::kAdapt));
    }
    const Form kind = step == DecisionForm::Making     ? Form::kNewDecision
                      : step == DecisionForm::Changing ? Form::kDecision
                                                       : Form::kDecisionEnd;
    const FormKey key{kind, entry, step == DecisionForm::Making ? 0 : decision};
    QTRY_VERIFY_WITH_TIMEOUT(!saved(f, key).empty(), 5000);

    LifeFixture after;
    QVERIFY(after.journal.take_over(f.journal));
    QVERIFY(after.journal.open());
    after.show(entry);
    DecisionForm& again = *after.life.decisionForm();
    QVERIFY(again.waiting());
    again.resume();
    after.settle();
    QCOMPARE(int{again.step()}, step);
    QVERIFY(again.restored());
    QCOMPARE(again.what(), QStringLiteral("Half a dec"));
    QCOMPARE(again.how(), QStringLiteral("Fewer c"));
    QCOMPARE(again.inDays(), 30);
    QCOMPARE(again.words(), step == DecisionForm::Ending ? QStringLiteral("It went so-") : QString());
    QCOMPARE(again.outcome(), step == DecisionForm::Ending ? 1 : 0);
    again.keep();
    after.settle();
    QCOMPARE(again.step(), DecisionForm::Closed);
    QVERIFY(!again.waiting());
    QVERIFY(saved(after, key).empty());
    QCOMPARE(after.life.decisions()->count(), step == DecisionForm::Changing ? 1 : 2);
    begin(again);
    after.settle();
    QVERIFY(!again.restored());
}

void DecisionsTest::what_was_typed_before_and_since_is_all_there() {
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    QVERIFY(f.journal.run([entry](Journal& open) {
        return open.forms().save({Form::kNewDecision, entry, 0}, {{1, "Half a dec"}, {2, "How"}}, {});
    }));
    f.journal.hold_worker(50ms);
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    form.setWhat(QStringLiteral("One list"));  // before anybody has looked what is there
    QTest::qWait(FormSaver::kPauseMilliseconds + 300);
    QCOMPARE(form.what(), QStringLiteral("Half a dec\n\nOne list"));
    QCOMPARE(form.how(), QStringLiteral("How"));
    QTRY_VERIFY(std::ranges::any_of(saved(f, {Form::kNewDecision, entry, 0}),
                                    [](const FormField& field) { return field.text == "Half a dec\n\nOne list"; }));
}

void DecisionsTest::a_full_disk_at_a_lock_costs_no_words() {
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    f.settle();
    f.journal.refuse_writing(true);
    form.setWhat(QStringLiteral("One list"));
    form.setInDays(30);
    QTRY_VERIFY(form.message().contains(QStringLiteral("could not be saved")));
    QVERIFY(f.journal.close());
    QVERIFY(form.what().isEmpty());
    QVERIFY(f.journal.open());  // there is room again
    f.show(entry);
    QTRY_VERIFY(form.waiting());
    QCOMPARE(saved(f, {Form::kNewDecision, entry, 0}).size(), std::size_t{5});
    form.resume();
    QTRY_COMPARE(form.what(), QStringLiteral("One list"));
    QVERIFY(form.restored());
    QCOMPARE(form.inDays(), 30);
}

void DecisionsTest::a_disk_that_stays_full_costs_no_words() {
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    f.settle();
    f.journal.refuse_writing(true);
    form.setWhat(QStringLiteral("One list"));
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.journal.refuse_writing(true);
    f.show(entry);
    QTRY_VERIFY(form.waiting());
    form.resume();
    QTRY_COMPARE(form.what(), QStringLiteral("One list"));
    QTRY_VERIFY(form.message().contains(QStringLiteral("could not be saved")));
    // Another lock, before it was saved.
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.show(entry);
    QTRY_VERIFY(form.waiting());
    form.resume();
    QTRY_COMPARE(form.what(), QStringLiteral("One list"));
    form.keep();
    f.settle();
    QVERIFY(!form.waiting());
    QCOMPARE(f.life.decisions()->count(), 1);
}

void DecisionsTest::a_full_disk_costs_no_words_when_another_is_begun() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral("For now"));
    f.life.writer()->begin(false);
    f.life.writer()->setText(QStringLiteral("A note"));
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    f.settle();
    f.journal.refuse_writing(true);
    form.setWhat(QStringLiteral("Half a dec"));
    QTRY_VERIFY(!form.message().isEmpty());
    form.close();
    form.beginEnd(id(f, 0));
    QCOMPARE(f.life.writer()->text(), QStringLiteral("A note\n\nHalf a dec"));
    f.journal.refuse_writing(false);
}

void DecisionsTest::words_about_what_ended_become_a_note() {
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    decide(f, QStringLiteral("For now"));
    DecisionForm& form = *f.life.decisionForm();
    form.beginChange(id(f, 0));
    form.setHow(QStringLiteral("Half a change"));
    form.beginEnd(id(f, 0));
    form.setOutcome(static_cast<int>(DecisionOutcome::kAbandon));
    form.keep();
    f.settle();
    f.settle();
    QVERIFY(!form.waiting());
    QCOMPARE(f.life.followUps()->count(), 1);
    QCOMPARE(of_row(*f.life.followUps(), 0, FollowUps::WordsRole).toString(), QStringLiteral("Half a change"));
    QVERIFY(saved(f, {Form::kDecision, entry, id(f, 0)}).empty());
}

void DecisionsTest::a_lock_makes_no_second_note() {
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    decide(f, QStringLiteral("For now"));
    const DecisionId decision{id(f, 0)};
    DecisionForm& form = *f.life.decisionForm();
    form.beginChange(decision.value);
    f.settle();
    form.setHow(QStringLiteral("Half a change"));
    form.close();
    f.settle();
    // It ends in Review.
    QVERIFY(f.journal.run([decision, now = f.journal.clock.now()](Journal& open) {
        return open.decisions().finish(decision, {.outcome = DecisionOutcome::kAdopt, .at = now, .text = {}});
    }));
    emit f.journal.service.entryChanged(entry);
    f.settle();
    f.settle();
    QCOMPARE(f.life.followUps()->count(), 1);
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.settle();
    f.show(entry);
    f.settle();
    QCOMPARE(f.life.followUps()->count(), 1);
    QVERIFY(saved(f, {Form::kDecision, entry, decision.value}).empty());
}

void DecisionsTest::words_about_a_deleted_decision_wait_with_it() {
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    decide(f, QStringLiteral("For now"));
    const qint64 decision = id(f, 0);
    DecisionForm& form = *f.life.decisionForm();
    form.beginChange(decision);
    f.settle();
    form.setHow(QStringLiteral("Half a change"));
    form.close();
    f.settle();
    f.life.decisions()->remove(decision);
    f.settle();
    f.settle();
    QCOMPARE(f.life.followUps()->count(), 0);
    QVERIFY(!form.waiting());
    f.undo();
    f.settle();
    QCOMPARE(f.life.followUps()->count(), 0);
    QVERIFY(form.waiting());
    form.resume();
    f.settle();
    QCOMPARE(form.step(), DecisionForm::Changing);
    QCOMPARE(form.how(), QStringLiteral("Half a change"));
    form.close();
    f.settle();
    QVERIFY(!saved(f, {Form::kDecision, entry, decision}).empty());
}

void DecisionsTest::what_nobody_looked_at_stays() {
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    const FormKey key{Form::kNewDecision, entry, 0};
    QVERIFY(f.journal.run([key](Journal& open) { return open.forms().save(key, {{1, "Half a dec"}}, {}); }));
    f.journal.hold_worker(100ms);
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    form.setWhat(QStringLiteral("One list"));
    form.keep();  // before anybody has looked what is there
    f.settle();
    f.settle();
    QCOMPARE(f.life.decisions()->count(), 1);
    QCOMPARE(row(f, 0, Decisions::WhatRole).toString(), QStringLiteral("One list"));
    QVERIFY(form.waiting());
    form.resume();
    f.settle();
    QCOMPARE(form.what(), QStringLiteral("Half a dec"));
}

void DecisionsTest::kept_it_is_not_waiting() {
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    const FormKey key{Form::kNewDecision, entry, 0};
    QVERIFY(f.journal.run([key](Journal& open) { return open.forms().save(key, {{1, "Half a dec"}}, {}); }));
    f.show(f.journal.add(EntryKind::kSetback, QStringLiteral("another")));
    f.show(entry);
    DecisionForm& form = *f.life.decisionForm();
    QVERIFY(form.waiting());
    form.resume();
    f.settle();
    QCOMPARE(form.what(), QStringLiteral("Half a dec"));
    bool waits = false;
    connect(&form, &DecisionForm::waitingChanged, &form, [&] { waits = waits || form.waiting(); });
    form.keep();
    f.settle();
    f.settle();
    QCOMPARE(form.step(), DecisionForm::Closed);
    QVERIFY(!form.waiting());
    QVERIFY2(!waits, "not even for a moment");
}

void DecisionsTest::what_is_kept_or_emptied_leaves_no_draft() {
    LifeFixture f;
    const EntryId entry = f.open_with(EntryKind::kBarrier);
    const FormKey key{Form::kNewDecision, entry, 0};
    DecisionForm& form = *f.life.decisionForm();
    form.begin();
    f.settle();
    form.setWhat(QStringLiteral("Half a dec"));
    QTRY_VERIFY(!saved(f, key).empty());
    form.setWhat({});
    form.close();
    f.settle();
    QVERIFY(saved(f, key).empty());
    form.begin();
    f.settle();
    form.setWhat(QStringLiteral("Half a dec"));
    form.keep();  // with a save still to come
    f.settle();
    QTest::qWait(FormSaver::kPauseMilliseconds + 200);
    QVERIFY(saved(f, key).empty());
    QCOMPARE(f.life.decisions()->count(), 1);
}

void DecisionsTest::the_words_of_an_end_taken_back_are_there() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral("For now"));
    DecisionForm& form = *f.life.decisionForm();
    form.beginEnd(id(f, 0));
    form.setOutcome(static_cast<int>(DecisionOutcome::kAbandon));
    form.setWords(QStringLiteral("It did not help"));
    form.keep();
    f.settle();
    f.removal.undo();
    f.settle();
    QVERIFY(row(f, 0, Decisions::HoldsRole).toBool());
    QTRY_VERIFY(f.life.writer()->active());
    QCOMPARE(f.life.writer()->text(), QStringLiteral("It did not help"));
}

void DecisionsTest::a_lock_leaves_nothing() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    decide(f, QStringLiteral("For now"));
    f.life.decisionForm()->begin();
    f.life.decisionForm()->setWhat(QStringLiteral("private"));
    QVERIFY(f.journal.close());
    QCOMPARE(f.life.decisions()->count(), 0);
    QCOMPARE(f.life.decisionForm()->step(), DecisionForm::Closed);
    QVERIFY(f.life.decisionForm()->what().isEmpty());
    f.life.decisionForm()->begin();
    QCOMPARE(f.life.decisionForm()->step(), DecisionForm::Closed);
}

QTEST_MAIN(DecisionsTest)
#include "tst_decisions.moc"
