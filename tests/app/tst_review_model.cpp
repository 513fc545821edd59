// SPDX-License-Identifier: Apache-2.0
// Promises of review_model.h: one card at a time, whatever is said can be taken back, nothing typed is lost, nothing is
// left after a lock.
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include "app_settings.h"
#include "entry_life.h"
#include "entry_reader.h"
#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "review_model.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

constexpr auto kDay = 24h;

struct Fixture {
    SettingsFile file;
    platform::FakeDevice device;
    AppSettings settings{file.open(), device};
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    std::shared_ptr<UnsavedFollowUps> held{std::make_shared<UnsavedFollowUps>()};
    ReviewModel model{journal.service, journal.clock, settings, removal, held};

    [[nodiscard]] static bool wait(const std::function<bool()>& until) { return QTest::qWaitFor(until, 5000); }
    [[nodiscard]] bool shows(const QString& words) {
        return wait([&] { return model.shown() && model.words() == words; });
    }
    [[nodiscard]] bool counts(int count) {
        return wait([&] { return model.count() == count; });
    }
    [[nodiscard]] std::vector<FollowUp> follow_ups(EntryId entry) {
        auto all = journal.run([entry](Journal& open) { return open.follow_ups().of(entry); });
        return all ? std::move(*all) : std::vector<FollowUp>{};
    }
    [[nodiscard]] std::optional<FollowUpContent> draft(EntryId entry) {
        auto draft = journal.run([entry](Journal& open) { return open.follow_ups().load_draft(entry); });
        return draft ? std::move(*draft) : std::nullopt;
    }
    DecisionId decide(EntryId entry, const std::string& what, int days_ago) {
        const LocalTime now = journal.clock.now();
        const CivilDate until{std::chrono::sys_days{now.date()} - std::chrono::days{days_ago}};
        auto made = journal.run([&](Journal& open) {
            return open.decisions().add(entry, {.what = what, .until = until, .how_we_know = "fewer calls"}, now);
        });
        emit journal.service.entryChanged(entry);
        return made ? made->id : DecisionId{};
    }
    [[nodiscard]] std::vector<Decision> decisions(EntryId entry) {
        auto all = journal.run([entry](Journal& open) { return open.decisions().of(entry); });
        return all ? std::move(*all) : std::vector<Decision>{};
    }
};

}  // namespace

class ReviewModelTest : public QObject {
    Q_OBJECT

private slots:
    void counts_without_reading_a_word() {
        Fixture f;
        QVERIFY(f.journal.open());
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.model.invitation(), QString());
        f.journal.add(EntryKind::kSetback, QStringLiteral("one"), 8 * kDay);
        f.journal.add(EntryKind::kBarrier, QStringLiteral("two"), 9 * kDay);
        f.journal.add(EntryKind::kSetback, QStringLiteral("today"));
        QVERIFY(f.counts(2));
        QCOMPARE(f.model.invitation(), QStringLiteral("2 worth another look"));
        f.journal.settle();
        QVERIFY(!f.model.shown());
        QCOMPARE(f.model.words(), QString());
    }

    void shows_one_card_with_its_question() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kSetback, QStringLiteral("the older one"), 9 * kDay);
        f.journal.add(EntryKind::kSetback, QStringLiteral("the newer one"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("the older one")));
        QCOMPARE(f.model.question(), QStringLiteral("What do you see now that you did not see then?"));
        QCOMPARE(f.model.reason(), QStringLiteral("Looking back: 9 days ago"));
        QCOMPARE(f.model.moreText(), QStringLiteral("1 more after this one"));
        QCOMPARE(f.model.kind(), 1);
        QVERIFY(!f.model.barrier());
        QVERIFY(!f.model.canAnswer());
    }

    void an_answer_is_kept_and_can_be_taken_back() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId first = f.journal.add(EntryKind::kSetback, QStringLiteral("first"), 9 * kDay);
        f.journal.add(EntryKind::kSetback, QStringLiteral("second"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("first")));
        f.model.setAnswer(QStringLiteral("  "));
        QVERIFY(!f.model.canAnswer());
        f.model.setAnswer(QStringLiteral("The list was old."));
        QSignalSpy changed(&f.journal.service, &JournalService::entryChanged);
        f.model.keepAnswer();
        QVERIFY(f.shows(QStringLiteral("second")));
        QCOMPARE(f.model.answer(), QString());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(f.follow_ups(first).size(), 1U);
        QCOMPARE(f.follow_ups(first).front().content.text, std::string("The list was old."));
        QVERIFY(!f.draft(first));
        QCOMPARE(f.removal.message(), QStringLiteral("Answer kept"));
        f.removal.undo();
        QVERIFY(f.shows(QStringLiteral("first")));
        QCOMPARE(f.model.answer(), QStringLiteral("The list was old."));
        QVERIFY(f.follow_ups(first).empty());
        QCOMPARE(f.model.count(), 2);
    }

    void taken_back_it_overwrites_nothing() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        f.model.setAnswer(QStringLiteral("The list was old."));
        f.model.keepAnswer();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QVERIFY(f.journal.run([id, now = f.journal.clock.now()](Journal& open) {
            return open.follow_ups().save_draft(id,
                                                {.kind = FollowUpKind::kAnswer,
                                                 .text = "Typed since.",
                                                 .at = now,
                                                 .question = ReviewQuestion::kSetbackNow},
                                                now.at);
        }));
        f.removal.undo();
        QVERIFY(f.shows(QStringLiteral("words")));
        QCOMPARE(f.model.answer(), QStringLiteral("Typed since.\n\nThe list was old."));
        QVERIFY(f.follow_ups(id).empty());
    }

    void taken_back_it_keeps_what_another_card_was_told() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.decide(id, "one list for all", 1);
        f.model.show();
        QVERIFY(f.wait([&] { return f.model.decision(); }));
        f.model.setAnswer(QStringLiteral("it worked"));
        f.model.adopt();
        QVERIFY(f.wait([&] { return f.model.shown() && !f.model.decision(); }));
        f.model.setAnswer(QStringLiteral("typed since"));
        f.removal.undo();
        QVERIFY(f.wait([&] { return f.model.decision(); }));
        QCOMPARE(f.model.answer(), QStringLiteral("it worked"));
        QCOMPARE(f.follow_ups(id).size(), 1U);
        QCOMPARE(f.follow_ups(id).front().content.text, std::string("typed since"));
    }

    void the_last_question_is_what_it_taught() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 95 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        QCOMPARE(f.model.question(), QStringLiteral("What did it turn out to teach?"));
        f.model.setAnswer(QStringLiteral("Ask first."));
        f.model.keepAnswer();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.follow_ups(id).front().content.kind, FollowUpKind::kTaught);
    }

    void nothing_new_puts_it_back() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        f.model.nothingNew();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QVERIFY(!f.model.shown());
        QCOMPARE(f.model.words(), QString());
        f.removal.undo();
        QVERIFY(f.shows(QStringLiteral("words")));
    }

    void not_now_puts_it_off() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        f.model.snoozeUntil(QStringLiteral("2025-11-22"));  // today: no later day
        f.journal.settle();
        QVERIFY(f.model.shown());
        f.model.snooze(ReviewModel::ForAWeek);
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.removal.message(), QStringLiteral("You will see it again on Saturday 29 November"));
        f.journal.clock.advance(6 * kDay);
        f.model.look_again();
        f.journal.settle();
        QVERIFY(!f.model.shown());
        f.journal.clock.advance(kDay);
        f.model.look_again();
        QVERIFY(f.shows(QStringLiteral("words")));
        QCOMPARE(f.model.reason(), QStringLiteral("You wanted to see this again. It is from 2 weeks ago"));
        f.model.snooze(ReviewModel::UntilTomorrow);
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.removal.message(), QStringLiteral("You will see it again tomorrow"));
    }

    void what_is_typed_is_there_again() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        f.model.setAnswer(QStringLiteral("Half a thou"));
        QVERIFY(f.wait([&] { return f.draft(id).has_value(); }));
        // What came after the last pause is saved by the lock itself.
        f.model.setAnswer(QStringLiteral("Half a thought"));
        QVERIFY(f.journal.close());
        QVERIFY(f.journal.open());
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        QCOMPARE(f.model.answer(), QStringLiteral("Half a thought"));
        // Emptied, it is no draft any more.
        f.model.setAnswer({});
        f.model.leave();
        f.journal.settle();
        QVERIFY(!f.draft(id));
    }

    void an_answer_kept_in_its_entry_is_not_kept_twice() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        EntryReader reader(f.journal.service, f.journal.clock);
        EntryLife life(f.journal.service, f.journal.clock, f.removal, reader, f.held);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        f.model.setAnswer(QStringLiteral("typed here"));
        f.model.saveAnswer();
        reader.show(id.value);
        QVERIFY(f.wait([&] { return life.writer()->active(); }));
        QCOMPARE(life.writer()->text(), QStringLiteral("typed here"));
        life.writer()->setText(QStringLiteral("typed there"));
        reader.close();
        QVERIFY(f.wait([&] { return f.model.answer().isEmpty(); }));
        QVERIFY(!f.model.canAnswer());
        QCOMPARE(f.follow_ups(id).size(), 1U);
        QCOMPARE(f.follow_ups(id).front().content.text, std::string("typed there"));
        // Thrown away there, it is not here either.
        f.model.setAnswer(QStringLiteral("another one"));
        f.model.saveAnswer();
        reader.show(id.value);
        QVERIFY(f.wait([&] { return life.writer()->active(); }));
        life.writer()->discard();
        QVERIFY(f.wait([&] { return f.model.answer().isEmpty(); }));
    }

    void a_draft_about_something_else_is_no_answer() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        QVERIFY(f.journal.run([id, now = f.journal.clock.now()](Journal& open) {
            return open.follow_ups().save_draft(
                id, {.kind = FollowUpKind::kTaught, .text = "begun in the entry", .at = now, .question = {}}, now.at);
        }));
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        QCOMPARE(f.model.answer(), QString());
        // Both are kept, and what was only begun teaches nothing.
        f.model.setAnswer(QStringLiteral("the answer"));
        f.model.keepAnswer();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        const auto kept = f.follow_ups(id);
        QCOMPARE(kept.size(), 2U);
        for (const FollowUp& follow_up : kept) {
            const bool answer = follow_up.content.text == "the answer";
            QVERIFY(answer || follow_up.content.text == "begun in the entry");
            QCOMPARE(follow_up.content.kind, answer ? FollowUpKind::kAnswer : FollowUpKind::kNote);
            QCOMPARE(follow_up.content.question.has_value(), answer);
        }
    }

    void leaving_the_page_saves_and_forgets() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        f.model.setAnswer(QStringLiteral("typed"));
        f.model.leave();
        QVERIFY(!f.model.shown());
        QCOMPARE(f.model.answer(), QString());
        QCOMPARE(f.model.words(), QString());
        f.journal.settle();
        QCOMPARE(f.draft(id)->text, std::string("typed"));
        QCOMPARE(f.model.count(), 1);
    }

    void a_state_is_said_with_one_tap() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kBarrier, QStringLiteral("sign-off"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("sign-off")));
        QVERIFY(f.model.barrier());
        QCOMPARE(f.model.state(), 0);
        f.model.sayState(ReviewModel::Cleared);
        QVERIFY(f.wait([&] { return f.model.state() == ReviewModel::Cleared; }));
        QVERIFY(f.model.said());
        QCOMPARE(f.journal.find(id)->content.barrier.state, BarrierState::kCleared);
        QCOMPARE(f.removal.message(), QStringLiteral("Now: Cleared"));
        f.journal.settle();
        QCOMPARE(f.model.count(), 0);
        QVERIFY2(f.model.shown(), "it stays until the person is done with it");
        f.removal.undo();
        QVERIFY(f.wait([&] { return f.model.state() == 0 && f.model.count() == 1; }));
        QVERIFY(!f.journal.find(id)->content.barrier.state);
        f.model.sayState(99);
        f.model.sayState(ReviewModel::Moving);
        QVERIFY(f.wait([&] { return f.model.state() == ReviewModel::Moving; }));
        f.model.done();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QVERIFY(f.follow_ups(id).empty());
    }

    void what_is_typed_beside_a_state_is_kept_with_it() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kBarrier, QStringLiteral("sign-off"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("sign-off")));
        f.model.sayState(ReviewModel::Moving);
        QVERIFY(f.wait([&] { return f.model.said(); }));
        f.model.setAnswer(QStringLiteral("The form has one page now."));
        f.model.done();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.follow_ups(id).size(), 1U);
        QCOMPARE(f.follow_ups(id).front().content.text, std::string("The form has one page now."));
        QVERIFY(!f.draft(id));
        QCOMPARE(f.journal.find(id)->content.barrier.state, BarrierState::kMoving);
    }

    void without_a_word_about_it_a_draft_stays_one() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("the list"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("the list")));
        f.model.setAnswer(QStringLiteral("Perhaps"));
        f.model.done();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QVERIFY(f.follow_ups(id).empty());
        QVERIFY(f.draft(id));
    }

    void decisions_end_or_go_on() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kLightBulb, QStringLiteral("the drawing"), 3 * kDay);
        f.decide(id, "one list for all", 1);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("the drawing")));
        QVERIFY(f.model.decision());
        QCOMPARE(f.model.decided(), QStringLiteral("one list for all"));
        QCOMPARE(f.model.howWeKnow(), QStringLiteral("fewer calls"));
        f.model.setAnswer(QStringLiteral("it worked"));
        f.model.keepAnswer();  // a decision is answered by its end
        f.model.adopt();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.decisions(id).front().end->outcome, DecisionOutcome::kAdopt);
        QCOMPARE(f.decisions(id).front().end->text, std::string("it worked"));
        f.removal.undo();
        QVERIFY(f.shows(QStringLiteral("the drawing")));
        QVERIFY(!f.decisions(id).front().end);
        QCOMPARE(f.model.answer(), QStringLiteral("it worked"));
        f.model.abandon();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.decisions(id).front().end->outcome, DecisionOutcome::kAbandon);
        f.removal.undo();
        QVERIFY(f.shows(QStringLiteral("the drawing")));
        f.model.beginAdapt();
        DecisionForm& form = *f.model.form();
        QCOMPARE(form.step(), DecisionForm::Adapting);
        QCOMPARE(form.what(), QStringLiteral("one list for all"));
        QCOMPARE(form.how(), QStringLiteral("fewer calls"));
        QCOMPARE(form.inDays(), DecisionForm::kUsualDays);
        form.setWhat(QStringLiteral(" "));
        QVERIFY(!form.ready());
        form.setWhat(QStringLiteral("two lists"));
        form.keep();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        auto all = f.decisions(id);
        QCOMPARE(all.size(), 2U);
        QCOMPARE(all[0].end->outcome, DecisionOutcome::kAdapt);
        QCOMPARE(all[1].content.what, std::string("two lists"));
        QCOMPARE(all[1].follows, all[0].id);
        QCOMPARE(form.step(), DecisionForm::Closed);
        QVERIFY(form.what().isEmpty());
        f.removal.undo();
        QVERIFY(f.shows(QStringLiteral("the drawing")));
        all = f.decisions(id);
        QCOMPARE(all.size(), 1U);
        QVERIFY(!all[0].end);
        f.model.nothingNew();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.removal.message(), QStringLiteral("You will see it again on Saturday 29 November"));
    }

    void the_words_of_the_next_decision_stay_until_it_is_kept() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kLightBulb, QStringLiteral("the drawing"), 3 * kDay);
        f.decide(id, "one list for all", 1);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("the drawing")));
        DecisionForm& form = *f.model.form();
        f.model.beginAdapt();
        form.setWhat(QStringLiteral("two lists"));
        f.journal.refuse_writing(true);
        form.keep();
        QVERIFY(form.busy());
        QVERIFY(f.wait([&] { return !form.busy(); }));
        QCOMPARE(form.step(), DecisionForm::Adapting);
        QVERIFY(form.message().contains(QStringLiteral("could not be saved")));
        QCOMPARE(form.what(), QStringLiteral("two lists"));
        f.journal.refuse_writing(false);
        // A stray tap closes it.
        form.close();
        QCOMPARE(form.step(), DecisionForm::Closed);
        f.model.beginAdapt();
        QCOMPARE(form.what(), QStringLiteral("two lists"));
        // So does a lock.
        f.model.setAnswer(QStringLiteral("it worked"));
        QVERIFY(f.journal.close());
        QCOMPARE(form.step(), DecisionForm::Closed);
        QVERIFY(form.what().isEmpty());
        QVERIFY(f.journal.open());
        QCOMPARE(f.draft(id)->text, std::string("it worked"));
        QCOMPARE(f.decisions(id).size(), 1U);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("the drawing")));
        QCOMPARE(f.model.answer(), QStringLiteral("it worked"));
        f.model.beginAdapt();
        QTRY_COMPARE(form.what(), QStringLiteral("two lists"));
        QVERIFY(form.restored());
        // And a kill; in its entry they are those of its end.
        TestJournal after;
        QVERIFY(after.take_over(f.journal));
        QVERIFY(after.open());
        EntryReader reader(after.service, after.clock);
        Removal removal(after.service, after.clock);
        EntryLife life(after.service, after.clock, removal, reader, std::make_shared<UnsavedFollowUps>());
        reader.show(id.value);
        QTRY_VERIFY(life.decisionForm()->waiting());
        life.decisionForm()->resume();
        QTRY_COMPARE(life.decisionForm()->what(), QStringLiteral("two lists"));
        QCOMPARE(life.decisionForm()->step(), DecisionForm::Ending);
        QCOMPARE(life.decisionForm()->outcome(), 1);
        form.keep();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QVERIFY(f.journal.run([id](Journal& open) { return open.forms().of(id); })->empty());
    }

    void two_forms_of_one_decision_keep_the_latest_words() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kLightBulb, QStringLiteral("the drawing"), 3 * kDay);
        const DecisionId decision = f.decide(id, "one list for all", 1);
        EntryReader reader(f.journal.service, f.journal.clock);
        EntryLife life(f.journal.service, f.journal.clock, f.removal, reader, f.held);
        // It is locked behind the entry, as in the program.
        ReviewModel model(f.journal.service, f.journal.clock, f.settings, f.removal, f.held);
        model.show();
        QVERIFY(f.wait([&] { return model.shown(); }));
        model.beginAdapt();
        f.journal.settle();
        model.form()->setWhat(QStringLiteral("two lists"));
        model.form()->close();
        f.journal.settle();
        reader.show(id.value);
        QTRY_VERIFY(life.decisionForm()->waiting());
        life.decisionForm()->beginEnd(decision.value);
        QTRY_COMPARE(life.decisionForm()->what(), QStringLiteral("two lists"));
        life.decisionForm()->setWhat(QStringLiteral("two lists and a board"));
        life.decisionForm()->close();
        f.journal.settle();
        QVERIFY(f.journal.close());
        QVERIFY(f.journal.open());
        const FormKey key{.form = Form::kDecisionEnd, .entry = id, .subject = decision.value};
        const auto fields = f.journal.run([key](Journal& open) { return open.forms().load(key); });
        QVERIFY(fields);
        QVERIFY(std::ranges::any_of(*fields, [](const auto& field) { return field.text == "two lists and a board"; }));
    }

    void the_words_of_an_end_become_a_note_with_what_comes_next() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kLightBulb, QStringLiteral("the drawing"), 3 * kDay);
        const DecisionId decision = f.decide(id, "one list for all", 1);
        const FormKey key{.form = Form::kDecisionEnd, .entry = id, .subject = decision.value};
        QVERIFY(f.journal.run([key](Journal& open) { return open.forms().save(key, {{5, "It went so-so"}}, {}); }));
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("the drawing")));
        DecisionForm& form = *f.model.form();
        f.model.beginAdapt();
        QTRY_COMPARE(form.words(), QStringLiteral("It went so-so"));
        form.setWhat(QStringLiteral("two lists"));
        f.journal.refuse_writing(true);
        form.keep();
        QVERIFY(f.wait([&] { return !form.busy(); }));
        QCOMPARE(form.words(), QStringLiteral("It went so-so"));
        f.journal.refuse_writing(false);
        // It holds no more: nothing is kept of what was to end it.
        QVERIFY(f.journal.run([decision, now = f.journal.clock.now()](Journal& open) {
            return open.decisions().finish(decision, {.outcome = DecisionOutcome::kAdopt, .at = now, .text = {}});
        }));
        form.keep();
        QVERIFY(f.wait([&] { return !form.busy(); }));
        QCOMPARE(form.words(), QStringLiteral("It went so-so"));
        QVERIFY(f.follow_ups(id).empty());
        QVERIFY(f.journal.run([decision](Journal& open) { return open.decisions().reopen(decision); }));
        emit f.journal.service.entryChanged(id);
        QVERIFY(f.shows(QStringLiteral("the drawing")));
        form.close();
        f.model.beginAdapt();
        QTRY_COMPARE(form.words(), QStringLiteral("It went so-so"));
        form.keep();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.follow_ups(id).size(), 1U);
        QCOMPARE(f.follow_ups(id).front().content.text, std::string("It went so-so"));
    }

    void what_belongs_together_is_done_together() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kLightBulb, QStringLiteral("the drawing"), 3 * kDay);
        f.decide(id, "one list for all", 1);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("the drawing")));
        // The end succeeds, and what follows it does not.
        f.model.setAnswer(QStringLiteral("it worked"));
        QVERIFY(f.wait([&] { return f.draft(id).has_value(); }));
        QVERIFY(f.journal.refuse_drafts(true));
        f.model.adopt();
        QVERIFY(f.wait([&] { return !f.model.busy() && !f.model.message().isEmpty(); }));
        QVERIFY(!f.decisions(id).front().end);
        QVERIFY(f.journal.refuse_drafts(false));
        f.model.adopt();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QVERIFY(f.decisions(id).front().end);
        // Nor is it half taken back.
        QVERIFY(f.journal.refuse_drafts(true));
        f.removal.undo();
        f.journal.settle();
        QVERIFY(f.decisions(id).front().end);
        QCOMPARE(f.decisions(id).front().end->text, std::string("it worked"));
    }

    void this_day_can_be_switched_off() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kLightBulb, QStringLiteral("a year ago"), 365 * kDay);
        QVERIFY(f.counts(1));
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("a year ago")));
        QCOMPARE(f.model.reason(), QStringLiteral("On this day last year"));
        f.settings.setOnThisDay(false);
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        f.settings.setOnThisDay(true);
        QVERIFY(f.shows(QStringLiteral("a year ago")));
    }

    void a_removed_entry_makes_room() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId first = f.journal.add(EntryKind::kSetback, QStringLiteral("first"), 9 * kDay);
        f.journal.add(EntryKind::kSetback, QStringLiteral("second"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("first")));
        f.model.setAnswer(QStringLiteral("typed"));
        f.removal.remove(first.value);
        QVERIFY(f.shows(QStringLiteral("second")));
        QCOMPARE(f.model.answer(), QString());
    }

    void a_change_of_the_entry_shows_and_keeps_the_answer() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("first"), 9 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("first")));
        f.model.setAnswer(QStringLiteral("typed"));
        (void)f.journal.run([id, now = f.journal.clock.now()](Journal& open) -> Status {
            auto entry = open.entries().find(id);
            entry->content.text = "first, said better";
            return open.entries().change(id, entry->content, now.at);
        });
        emit f.journal.service.entryChanged(id);
        QVERIFY(f.shows(QStringLiteral("first, said better")));
        QCOMPARE(f.model.answer(), QStringLiteral("typed"));
    }

    void what_cannot_be_kept_stays() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        f.journal.refuse_writing(true);
        f.model.setAnswer(QStringLiteral("typed"));
        f.model.keepAnswer();
        QVERIFY(f.wait([&] { return !f.model.busy() && !f.model.message().isEmpty(); }));
        QCOMPARE(f.model.words(), QStringLiteral("words"));
        QCOMPARE(f.model.answer(), QStringLiteral("typed"));
        f.journal.refuse_writing(false);
        f.model.keepAnswer();
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.model.message(), QString());
        QCOMPARE(f.follow_ups(id).size(), 1U);
    }

    void while_it_is_kept_it_takes_no_changes() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        f.model.setAnswer(QStringLiteral("typed"));
        f.model.keepAnswer();
        QVERIFY(f.model.busy());
        f.model.setAnswer(QStringLiteral("typed, and more"));
        QCOMPARE(f.model.answer(), QStringLiteral("typed"));
        QVERIFY(f.wait([&] { return f.model.empty(); }));
        QCOMPARE(f.follow_ups(id).front().content.text, std::string("typed"));
    }

    void a_full_disk_costs_no_answer() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        f.journal.refuse_writing(true);
        f.model.setAnswer(QStringLiteral("typed"));
        f.model.leave();
        QVERIFY(f.wait([&] { return f.removal.message().contains(QStringLiteral("could not be saved")); }));
        QCOMPARE(f.model.answer(), QString());
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        QCOMPARE(f.model.answer(), QStringLiteral("typed"));
        QVERIFY(!f.model.message().isEmpty());
        // Nor does a lock.
        f.model.setAnswer(QStringLiteral("typed on"));
        QVERIFY(f.journal.close());
        QCOMPARE(f.model.answer(), QString());
        QVERIFY(f.journal.open());  // there is room again
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        QCOMPARE(f.model.answer(), QStringLiteral("typed on"));
        QCOMPARE(f.model.message(), QString());
        QCOMPARE(f.draft(id)->text, std::string("typed on"));
    }

    void an_answer_gone_on_with_in_its_entry_is_not_overwritten() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        EntryReader reader(f.journal.service, f.journal.clock);
        EntryLife life(f.journal.service, f.journal.clock, f.removal, reader, f.held);
        f.model.show();
        QVERIFY(f.shows(QStringLiteral("words")));
        f.journal.refuse_writing(true);
        f.model.setAnswer(QStringLiteral("typed here"));
        f.model.saveAnswer();
        reader.show(id.value);
        QVERIFY(f.wait([&] { return life.writer()->active(); }));
        QVERIFY(!life.writer()->message().isEmpty());
        QCOMPARE(f.model.message(), QString());
        f.journal.refuse_writing(false);
        life.writer()->setText(QStringLiteral("typed here and there"));
        reader.close();
        QVERIFY(f.wait([&] { return f.model.answer().isEmpty(); }));
        f.model.leave();
        f.journal.settle();
        QCOMPARE(f.follow_ups(id).size(), 1U);
        QCOMPARE(f.follow_ups(id).front().content.text, std::string("typed here and there"));
        QVERIFY(!f.draft(id));
    }

    void a_lock_leaves_nothing() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.decide(id, "one list", 1);
        f.model.show();
        QVERIFY(f.wait([&] { return f.model.decision(); }));
        f.model.setAnswer(QStringLiteral("typed"));
        f.model.look_again();  // its answer comes late
        QVERIFY(f.journal.close());
        QVERIFY(!f.model.shown());
        QVERIFY(!f.model.empty());
        QCOMPARE(f.model.count(), 0);
        QCOMPARE(f.model.words(), QString());
        QCOMPARE(f.model.decided(), QString());
        QCOMPARE(f.model.howWeKnow(), QString());
        QCOMPARE(f.model.answer(), QString());
        QVERIFY(!f.removal.pending());
        QTest::qWait(100);
        QCOMPARE(f.model.count(), 0);
    }
};

QTEST_MAIN(ReviewModelTest)
#include "tst_review_model.moc"
