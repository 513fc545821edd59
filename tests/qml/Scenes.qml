// SPDX-License-Identifier: Apache-2.0
// How to get to each screen, for tests that look at all of them.
pragma Singleton

import QtQuick
import Pennydrop.App
import Pennydrop.Test

QtObject {
    id: root

    readonly property list<string> names: ["firstRun", "recovery", "lock", "wrong", "recovering", "lockedNote", "staying", "newPassphrase", "unavailable",
        "journal", "emptyJournal", "rest", "editor", "asking", "themes", "levels", "when", "entry", "deleted", "search", "found",
        "filtered", "nothing", "settings", "security", "keys", "backups", "writingSettings", "look", "about", "passphraseSheet",
        "restoring", "repairing",
        "writingTags", "more", "moreOther", "similar", "lived", "noting", "deciding", "ending", "untilDay", "linking", "relating",
        "invited", "review", "reviewBarrier", "reviewDecision", "adapting", "snoozing", "reviewEmpty", "reviewSettings", "calendar", "tags", "tag", "merging", "tagsEmpty",
        "moreFilters", "tagFilter", "allFilters", "days", "marked", "addingFiles", "filed", "pictured", "copying",
        "bin", "binEmpty", "erasingEntry", "eraseSettings", "erasingJournal", "erased", "questions", "ownQuestions", "questionsTrouble", "blamed",
        "trends", "trendTables", "trendEntries", "trendsEmpty"]
    readonly property list<string> reviewed: ["invited", "review", "reviewBarrier", "reviewDecision", "adapting", "snoozing", "calendar",
        "tags", "tag", "merging", "tagFilter", "allFilters"]

    function show(test: ScreenTest, name: string, width: int, textScale = 1) {
        const height = width < 600 ? 892 : 800;
        const locked = ["lock", "wrong", "recovering", "newPassphrase"].includes(name);
        const lived = ["trends", "trendTables", "trendEntries"].includes(name);
        const contents = lived ? Desk.LivedEntries : ["firstRun", "recovery"].includes(name) ? Desk.NoJournal : name === "unavailable" ? Desk.ForeignFile
                         : ["emptyJournal", "trendsEmpty"].includes(name) ? Desk.EmptyJournal
                         : root.reviewed.includes(name) ? Desk.ReviewDue : Desk.FewEntries;
        if (locked || contents === Desk.NoJournal || contents === Desk.ForeignFile) {
            test.beginWith(contents, width, height);
        } else {
            test.openWith(contents, width, height);
        }
        Desk.app.settings.textScale = textScale;
        Desk.settle();
        root.go(test, name);
        Desk.settle();
    }

    function go(test: ScreenTest, name: string) {
        switch (name) {
        case "firstRun":
            test.typeInto("passphraseField", Desk.passphrase);
            test.typeInto("passphraseAgainField", Desk.passphrase);
            break;
        case "recovery":
            Desk.app.session.createJournal(Desk.passphrase);
            test.reach(Session.RecoveryCode);
            test.typeInto("recoveryGroupField", "abc");
            break;
        case "lock":
            test.typeInto("unlockField", "otter");
            break;
        case "wrong":
            Desk.app.session.unlock("otter");
            test.seeWords("That does not open this journal.");
            break;
        case "recovering":
            test.see("useRecoveryButton").clicked();
            test.typeInto("recoveryCodeField", "otter");
            break;
        case "newPassphrase":
            Desk.app.session.unlockWithRecoveryCode(Desk.recoveryCode(Desk.FewEntries));
            test.reach(Session.NewPassphrase);
            test.typeInto("passphraseField", "otter");
            break;
        case "editor":
        case "asking":
        case "themes":
        case "levels":
        case "when":
            root.write(test, name);
            break;
        case "writingTags":
        case "more":
        case "moreOther":
        case "similar":
            root.writeMore(test, name);
            break;
        case "lived":
        case "noting":
        case "deciding":
        case "ending":
        case "untilDay":
        case "linking":
        case "relating":
            root.live(test, name);
            break;
        case "entry":
        case "deleted":
            root.read(test);
            if (name === "deleted") {
                test.see("deleteEntryButton").clicked();
                test.see("undoButton");
            }
            break;
        case "invited":
            test.see("reviewInvitation");
            break;
        case "review":
        case "reviewBarrier":
        case "reviewDecision":
        case "adapting":
        case "snoozing":
        case "reviewEmpty":
            root.review(test, name);
            break;
        case "calendar":
            test.see("calendarButton").clicked();
            test.see("dayGrid");
            test.tryVerify(() => Desk.app.calendar.daySummary !== "", test.patience);
            break;
        case "tags":
        case "tag":
        case "merging":
        case "tagsEmpty":
            root.lookAfterTags(test, name);
            break;
        case "marked":
            root.readMarked(test);
            break;
        case "addingFiles":
        case "filed":
        case "pictured":
        case "copying":
            root.file(test, name);
            break;
        case "search":
        case "found":
        case "filtered":
        case "nothing":
        case "moreFilters":
        case "tagFilter":
        case "allFilters":
        case "days":
            root.search(test, name);
            break;
        case "trends":
        case "trendTables":
        case "trendEntries":
        case "trendsEmpty":
            root.seeTrends(test, name);
            break;
        case "settings":
        case "security":
        case "keys":
        case "backups":
        case "writingSettings":
        case "look":
        case "about":
        case "passphraseSheet":
        case "reviewSettings":
            root.set(test, name);
            break;
        case "bin":
        case "binEmpty":
        case "erasingEntry":
            root.deleted(test, name);
            break;
        case "questions":
        case "ownQuestions":
        case "questionsTrouble":
            root.ask(test, name);
            break;
        case "blamed":
            Desk.app.editor.begin(EntryKinds.Setback);
            test.see("editorText");
            Desk.app.editor.text = "The list was old. It was my fault.";
            test.tryVerify(() => Desk.app.blame.question !== "", test.patience);
            test.see("dismissBlameButton");
            break;
        case "eraseSettings":
        case "erasingJournal":
            root.eraseAll(test, name);
            break;
        case "erased":
            Desk.app.backups.backUpNow();
            test.tryVerify(() => Desk.app.backups.message !== "", test.patience);
            Desk.app.erasure.erase(Desk.passphrase);
            test.tryVerify(() => Desk.app.erasure.done, test.patience);
            test.see("leaveErasedButton");
            break;
        case "lockedNote":
            Desk.app.session.lock();
            test.reach(Session.Locked);
            test.see("writeLockedButton").clicked();
            test.see("lockedNoteText");
            break;
        case "staying":
            test.see("newSetbackButton").clicked();
            test.see("editorText").text = "Nobody had the key";
            Desk.setDiskFull(true);
            Desk.window.close();
            test.reach(Session.Locked);
            test.see("endNotice");
            Desk.setDiskFull(false);
            break;
        case "restoring":
            Desk.app.backups.backUpNow();
            test.tryVerify(() => Desk.app.backups.message !== "", test.patience);
            Desk.app.rescue.begin(Rescue.Restore);
            test.tryVerify(() => Desk.app.rescue.backups.length > 0, test.patience);
            break;
        case "repairing":
            Desk.app.rescue.begin(Rescue.Repair);
            test.see("rescueScreen");
            break;
        default:
            break;
        }
    }

    function set(test: ScreenTest, name: string) {
        const groups = {settings: "", keys: "security", passphraseSheet: "security", writingSettings: "writing", reviewSettings: "review"};
        test.goToSettings(name in groups ? groups[name] : name);
        if (name === "backups") {
            Desk.app.backups.daily = true;
            test.tryVerify(() => Desk.app.backups.message !== "", test.patience);
            test.see("restoreButton").forceActiveFocus(Qt.TabFocusReason);
        } else if (name === "keys" || name === "passphraseSheet") {
            test.see("sealAnewButton").forceActiveFocus(Qt.TabFocusReason);
        }
        if (name === "passphraseSheet") {
            test.see("changePassphraseButton").clicked();
            test.see("presentPassphraseField");
        }
    }

    function deleted(test: ScreenTest, name: string) {
        if (name !== "binEmpty") {
            for (const id of Desk.rows(Desk.app.timeline, "entryId").slice(0, 2)) {
                Desk.app.removal.remove(id);
            }
            test.tryCompare(Desk.app.timeline, "total", 4);
            Desk.app.removal.dismiss();
        }
        test.goToSettings("writing");
        test.see("binButton").clicked();
        test.see("binScreen");
        test.tryVerify(() => Desk.app.bin.ready, test.patience);
        if (name === "erasingEntry") {
            test.see("eraseEntry0").clicked();
            test.see("keepButton");
        }
    }

    function ask(test: ScreenTest, name: string) {
        test.goToSettings("writing");
        test.see("questionsButton").clicked();
        test.see("questionsScreen");
        if (name !== "questions") {
            const file = name === "ownQuestions" ? "good" : "bad-duplicate-id";
            Desk.app.prompts.takeIn(Qt.resolvedUrl("../vectors/prompt_sets/" + file + ".json"));
            test.tryVerify(() => !Desk.app.prompts.busy && Desk.app.prompts.message !== "", test.patience);
            test.see("takeInSetButton").forceActiveFocus(Qt.TabFocusReason);
        }
    }

    function eraseAll(test: ScreenTest, name: string) {
        test.goToSettings("about");
        test.see("eraseJournalButton").forceActiveFocus(Qt.TabFocusReason);
        if (name === "erasingJournal") {
            test.see("eraseJournalButton").clicked();
            test.see("presentPassphraseField");
        }
    }

    function write(test: ScreenTest, name: string) {
        Desk.app.editor.begin(EntryKinds.Setback);
        test.see("editorText");
        Desk.app.editor.text = "The bed was ready.";
        Desk.app.editor.themeCode = "procedure";
        Desk.app.editor.level = 3;
        if (name === "asking") {
            test.see("promptChip").clicked();
            test.see("takePromptButton");
        } else if (name === "themes") {
            test.see("themeChip").clicked();
            test.see("noTheme");
        } else if (name === "levels") {
            test.see("levelChip").clicked();
            test.see("noLevel");
        } else if (name === "when") {
            test.see("whenChip").clicked();
            test.see("timeField");
        }
    }

    function writeMore(test: ScreenTest, name: string) {
        Desk.app.editor.begin(name === "moreOther" ? EntryKinds.Setback : EntryKinds.Barrier);
        test.see("editorText");
        Desk.app.editor.text = "Sign-off for a hand rail took nine days.";
        const details = Desk.app.editor.details;
        details.addTag("night shift");
        details.addTag("discharge");
        details.state = 1;
        details.needsCulture = true;
        details.problem = 3;
        details.power = 2;
        details.meaning = "They wait on a trolley.";
        details.ask = "Call us before four.";
        details.askRole = "bed manager";
        if (name === "similar") {
            test.tryVerify(() => Desk.app.similar.offered, test.patience);
            test.see("similarButton").clicked();
            test.see("candidate0");
        } else if (name === "writingTags") {
            test.see("tagsChip").clicked();
            test.see("tagField");
        } else {
            test.see("moreChip").clicked();
            test.see("meaningField");
        }
    }

    // An entry with all that can come after one.
    function live(test: ScreenTest, name: string) {
        const ids = Desk.rows(Desk.app.timeline, "entryId");
        const life = Desk.app.life;
        Desk.app.reader.show(ids[3]);
        test.see("entryText");
        life.barrier.setState(1);
        test.tryCompare(Desk.app.reader, "state", 1);
        life.writer.begin(false);
        test.tryCompare(life.writer, "active", true);
        life.writer.text = "It moved when the form was on one page.";
        life.writer.finish();
        test.tryCompare(life.followUps, "count", 1);
        life.decisionForm.begin();
        life.decisionForm.what = "One list on the door";
        life.decisionForm.how = "Nobody asks twice";
        life.decisionForm.keep();
        test.tryCompare(life.decisions, "count", 1);
        life.links.add(ids[2], LinkRelations.AnsweredBy);
        test.tryCompare(life.links, "count", 1);
        Desk.app.removal.dismiss();
        if (name === "noting") {
            life.writer.begin(false);
            test.see("followUpField");
        } else if (name === "deciding" || name === "untilDay") {
            life.decisionForm.begin();
            test.see("decisionWhatField");
            if (name === "untilDay") {
                test.see("untilChip").clicked();
                test.see("monthLabel");
            }
        } else if (name === "ending") {
            life.decisionForm.beginEnd(Desk.rows(life.decisions, "decisionId")[0]);
            life.decisionForm.outcome = 1;
            test.see("endWordsField");
        } else if (name === "linking" || name === "relating") {
            test.see("addLinkButton").clicked();
            life.picker.words = "hand";
            test.see("candidate0");
            if (name === "relating") {
                test.see("candidate0").clicked();
                test.see("relation1");
            }
        }
    }

    function read(test: ScreenTest) {
        Desk.app.reader.show(Desk.rows(Desk.app.timeline, "entryId")[0]);
        test.see("entryText");
    }

    function readMarked(test: ScreenTest) {
        Desk.app.editor.begin(EntryKinds.LightBulb);
        test.see("editorText");
        Desk.app.editor.text = "# What the board told us\n\nThe **one thing** that we had *never* asked was there.\n\n"
                + "- who waits\n- who decides\n  1. today\n  2. on a Sunday\n\n> Nobody had told the ward.\n\n"
                + "See [the form](https://example.org/forms/handover).";
        root.keep(test);
        test.see("entryBlock0");
    }

    function keep(test: ScreenTest) {
        const before = Desk.app.timeline.total;
        Desk.app.editor.finish();
        test.tryCompare(Desk.app.timeline, "total", before + 1);
        root.read(test);
    }

    function file(test: ScreenTest, name: string) {
        Desk.app.editor.begin(EntryKinds.Setback);
        test.see("editorText");
        Desk.app.editor.text = "The board was full again.";
        const names = ["ward board.png", "a very long name of a photo from a telephone 2026-11-14.png"];
        Desk.app.editor.adder.add(names.map(called => Desk.picture(called)).concat([Desk.place("missing.pdf")]));
        test.tryCompare(Desk.app.editor.files, "count", 2, test.patience);
        test.tryVerify(() => Desk.app.editor.adder.failed, test.patience);
        if (name === "addingFiles") {
            return;
        }
        root.keep(test);
        const tile = test.see("fileTile0");
        if (name === "pictured") {
            tile.clicked();
            const large = test.see("largePicture");
            test.tryVerify(() => large.implicitWidth > 0, test.patience);
        } else if (name === "copying") {
            tile.tiles.copyAsked(tile.fileId, tile.name);
            test.see("choosePlaceButton");
        }
    }

    // The first card is a decision, then come a barrier, a setback and a light bulb.
    function review(test: ScreenTest, name: string) {
        test.see("reviewButton").clicked();
        test.see("reviewScreen");
        if (name === "reviewEmpty") {
            test.see("reviewEmpty");
            return;
        }
        test.tryVerify(() => Desk.app.review.decision, test.patience);
        if (name === "adapting") {
            test.see("adaptButton").clicked();
            test.see("decisionWhatField");
        } else if (name !== "reviewDecision") {
            root.next(test);
            test.tryVerify(() => Desk.app.review.barrier || Desk.app.review.kind === EntryKinds.Setback, test.patience);
            if (Desk.app.review.barrier !== (name === "reviewBarrier")) {
                root.next(test);
            }
        }
        if (name === "reviewBarrier") {
            Desk.app.review.sayState(ReviewModel.Moving);
            test.tryVerify(() => Desk.app.review.said, test.patience);
            Desk.app.removal.dismiss();
        } else if (name === "snoozing") {
            test.see("notNowButton").clicked();
            test.see("snoozeTomorrow");
        }
    }

    function next(test: ScreenTest) {
        const words = Desk.app.review.words;
        Desk.app.review.nothingNew();
        test.tryVerify(() => Desk.app.review.shown && Desk.app.review.words !== words, test.patience);
        Desk.app.removal.dismiss();
    }

    function lookAfterTags(test: ScreenTest, name: string) {
        test.goToSettings("writing");
        test.see("tagsButton").clicked();
        test.see("tagsScreen");
        test.tryVerify(() => Desk.app.tags.ready, test.patience);
        if (name === "tag" || name === "merging") {
            const row = Desk.findWords("procurement");
            row.clicked();
            test.see("tagField");
        }
        if (name === "merging") {
            test.see("tagField").text = "Visits";
            test.see("saveTagButton").clicked();
            test.see("mergeTagButton");
        }
    }

    function search(test: ScreenTest, name: string) {
        test.see("searchButton").clicked();
        test.see("searchField");
        if (name === "moreFilters") {
            test.see("moreFilters").clicked();
            test.see("filterTag");
            return;
        }
        if (name === "tagFilter") {
            test.see("moreFilters").clicked();
            test.see("filterTag").triggered();
            test.see("tagFilterList");
            test.tryVerify(() => Desk.app.tags.ready, test.patience);
            return;
        }
        if (name === "days") {
            test.see("periodFilter").clicked();
            test.see("filterDays").triggered();
            test.see("noDayButton");
            return;
        }
        if (name === "allFilters") {
            Desk.app.search.kind = EntryKinds.Barrier;
            Desk.app.search.themeCode = "procedure";
            Desk.app.search.level = 3;
            Desk.app.search.setTag(1, "procurement");
            Desk.app.search.state = ReviewModel.Stuck;
            Desk.app.search.setSpan("2026-10-01", "2026-11-14");
            test.tryVerify(() => Desk.app.search.summary !== "" && !Desk.app.search.searching, test.patience);
            return;
        }
        if (name !== "search") {
            Desk.app.search.words = name === "nothing" ? "unicorn" : "hand";
            if (name === "filtered") {
                Desk.app.search.kind = EntryKinds.Barrier;
                Desk.app.search.themeCode = "procedure";
                Desk.app.search.period = SearchModel.PastWeek;
            }
            test.tryVerify(() => Desk.app.search.summary !== "" && !Desk.app.search.searching, test.patience);
        }
    }

    function seeTrends(test: ScreenTest, name: string) {
        test.see("trendsButton").clicked();
        test.see("trendsScreen");
        test.tryVerify(() => Desk.app.trends.ready, test.patience);
        if (name === "trendTables") {
            for (const chart of ["days", "kinds", "hurdles", "learning", "barriers"]) {
                test.see(chart + "TableButton").clicked();
                test.see(chart + "Table");
            }
        } else if (name === "trendEntries") {
            Desk.app.trends.barriers.marks.choose(0);
            test.see("trendEntries");
            test.tryVerify(() => Desk.app.trends.entries.rowCount() > 0, test.patience);
        }
    }
}
