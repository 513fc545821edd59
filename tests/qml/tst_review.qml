// SPDX-License-Identifier: Apache-2.0
// Review: one card, one question; answered, put off, put back, taken back; drafts that survive.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Review"

    function initTestCase() {
        Desk.hear();
    }

    // The cards come in this order: a decision, a setback or a barrier, the other one, a light bulb.
    function card(words: string) {
        tryVerify(() => Desk.app.review.shown && Desk.app.review.words.includes(words), root.glance,
                  "the card says: " + Desk.app.review.words);
    }

    function openReview(width: int) {
        openWith(Desk.ReviewDue, width, width < 600 ? 892 : 800);
        press("reviewButton");
        see("reviewScreen");
        card("Two lists");
    }

    function pass(words: string) {
        for (let i = 0; i < 3 && !Desk.app.review.words.includes(words); ++i) {
            const before = Desk.app.review.words;
            Desk.app.review.nothingNew();
            tryVerify(() => Desk.app.review.words !== before && Desk.app.review.words !== "");
        }
        card(words);
    }

    function test_the_journal_invites_quietly() {
        openWith(Desk.ReviewDue, 412, 892);
        seeWords("4 worth another look");
        press("reviewInvitation");
        see("reviewScreen");
        card("Two lists");
        seeWords("3 more after this one");
        press("journalButton");
        see("journalScreen");
    }

    function test_nothing_waits_nothing_is_said() {
        openWith(Desk.FewEntries, 412, 892);
        tryVerify(() => Desk.app.timeline.ready);
        seeNot("reviewInvitation");
        press("reviewButton");
        see("reviewEmpty");
        seeWords("Nothing waits for another look");
        seeNot("answerField");
    }

    function test_an_answer_is_kept_and_undone_data() {
        return [{tag: "phone", width: 412}, {tag: "desktop", width: 1280}];
    }

    function test_an_answer_is_kept_and_undone(data) {
        openReview(data.width);
        root.pass("interpreter");
        compare(see("reviewQuestion").text, "What do you see now that you did not see then?");
        verify(!see("keepAnswerButton").enabled);
        typeInto("answerField", "Two calendars.");
        press("keepAnswerButton");
        tryVerify(() => !Desk.app.review.words.includes("interpreter"));
        compare(see("answerField").text, "");
        press("undoButton");
        card("interpreter");
        compare(see("answerField").text, "Two calendars.");
    }

    function test_an_answer_on_its_way_takes_no_words() {
        openReview(412);
        root.pass("interpreter");
        typeInto("answerField", "Two calendars.");
        const field = see("answerField");
        Desk.app.review.keepAnswer();
        verify(field.readOnly);
        compare(field.cursorPosition, field.length);
        tryVerify(() => !Desk.app.review.words.includes("interpreter"));
        verify(!see("answerField").readOnly);
    }

    function test_an_answer_kept_in_its_entry_is_gone_here() {
        openReview(412);
        root.pass("interpreter");
        typeInto("answerField", "Two calendars.");
        press("openReviewedButton");
        see("entryScreen");
        compare(see("followUpField").text, "Two calendars.");
        press("followUpDoneButton");
        tryVerify(() => !Desk.app.life.writer.active);
        press("backButton");
        see("reviewScreen");
        card("interpreter");
        tryCompare(see("answerField"), "text", "");
        verify(!see("keepAnswerButton").enabled);
    }

    function test_keys_alone_answer() {
        openWith(Desk.ReviewDue, 1280, 800);
        keyClick(Qt.Key_R, Qt.ControlModifier);
        see("reviewScreen");
        card("Two lists");
        compare(Desk.focusName(), "answerField");
        root.pass("interpreter");
        type("Asked both.");
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        tryVerify(() => !Desk.app.review.words.includes("interpreter"));
        compare(Desk.focusName(), "answerField");
        keyClick(Qt.Key_Escape);
        see("journalScreen");
    }

    function test_what_was_typed_is_there_after_a_lock() {
        openReview(412);
        root.pass("interpreter");
        typeInto("answerField", "Half a thou");
        Desk.app.session.lock();
        reach(Session.Locked);
        verifyNone(Desk.holders("Half a thou"), "still holds the answer");
        verifyNone(Desk.holders("interpreter"), "still holds the words");
        verify(Desk.unlock());
        press("reviewButton");
        root.pass("interpreter");
        compare(see("answerField").text, "Half a thou");
    }

    function test_what_was_typed_is_there_after_the_program_ended() {
        openReview(412);
        root.pass("interpreter");
        typeInto("answerField", "Half");
        press("journalButton");
        see("journalScreen");
        verify(Desk.restart());
        verify(Desk.unlock());
        press("reviewButton");
        root.pass("interpreter");
        compare(see("answerField").text, "Half");
    }

    function test_not_now() {
        openReview(412);
        root.pass("interpreter");
        press("notNowButton");
        press("snoozeWeek");
        seeWords("You will see it again on Saturday 21 November");
        press("undoButton");
        card("interpreter");
        press("notNowButton");
        press("snoozeDay");
        see("dayDoneButton");
        // Any day to come, by keyboard.
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Return);
        compare(Desk.app.dayChoice.chosenDay, "2026-11-22");
        press("dayDoneButton");
        seeWords("You will see it again on Sunday 22 November");
        seeNot("dayDoneButton");
    }

    function test_nothing_new() {
        openReview(412);
        root.pass("interpreter");
        press("nothingNewButton");
        tryVerify(() => !Desk.app.review.words.includes("interpreter"));
        seeWords("Put back, nothing new");
    }

    function test_a_barrier_says_how_it_stands() {
        openReview(412);
        seeNot("stateChoice");
        root.pass("hand rail");
        see("stateChoice");
        press("stateCleared");
        tryVerify(() => Desk.heardChecked("stateCleared"));
        card("hand rail");
        tryCompare(see("nothingNewButton"), "text", "Done");
        press("nothingNewButton");
        tryVerify(() => !Desk.app.review.words.includes("hand rail"));
    }

    function test_a_decision_is_adopted_or_abandoned_data() {
        return [{tag: "adopted", button: "adoptButton", words: "Adopted: it stays"},
                {tag: "abandoned", button: "abandonButton", words: "Abandoned: let go"}];
    }

    function test_a_decision_is_adopted_or_abandoned(data) {
        openReview(412);
        seeWords("One list for both teams");
        seeWords("nobody asks which list");
        seeNot("keepAnswerButton");
        press(data.button);
        seeWords(data.words);
        tryVerify(() => !Desk.app.review.decision);
        press("undoButton");
        tryVerify(() => Desk.app.review.decision);
    }

    function test_a_decision_is_adapted() {
        openReview(412);
        press("adaptButton");
        compare(see("decisionWhatField").text, "One list for both teams");
        tryVerify(() => Desk.focusName() === "decisionWhatField");
        compare(Desk.app.review.form.inDays, 14);
        see("decisionWhatField").text = "";
        verify(!see("decisionKeepButton").enabled);
        type("One wall");
        press("untilChip");
        see("dayDoneButton");
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Space);
        press("dayDoneButton");
        compare(Desk.app.review.form.inDays, 15);
        press("decisionKeepButton");
        seeWords("Adapted: the next one has begun");
        tryVerify(() => !Desk.app.review.decision);
        seeNot("decisionWhatField");
    }

    function test_a_stray_key_costs_no_words() {
        openReview(412);
        press("adaptButton");
        see("decisionWhatField").text = "One wall";
        keyClick(Qt.Key_Escape);
        seeNot("decisionWhatField");
        see("reviewScreen");
        press("adaptButton");
        compare(see("decisionWhatField").text, "One wall");
    }

    function test_the_entry_opens_and_back_leads_here() {
        openReview(412);
        press("openReviewedButton");
        see("entryScreen");
        tryVerify(() => Desk.app.reader.text.startsWith("Two lists"));
        press("backButton");
        see("reviewScreen");
        card("Two lists");
    }

    function test_the_schedule_can_be_changed() {
        openWith(Desk.ReviewDue, 412, 892);
        tryVerify(() => Desk.app.review.count === 4);
        goToSettings("review");
        const week = see("span0m7d");
        week.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => Desk.app.review.count === 3, root.glance, "count is " + Desk.app.review.count);
        see("onThisDaySwitch").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => Desk.app.review.count === 2);
        const reminder = see("reminderSwitch");
        verify(!reminder.checked);
        reminder.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => Desk.app.reminder.wanted);
    }
}
