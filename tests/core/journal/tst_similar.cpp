// SPDX-License-Identifier: Apache-2.0
// Earlier entries like the one being written: by its rarer words, never itself, and with bounded work.
#include <QtTest/QTest>

#include <sqlite3.h>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/random.h"

using namespace pennydrop;
using namespace pennydrop::testing;

class TestSimilar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_what_shares_rare_words();
    void common_words_say_nothing();
    void never_itself_nor_removed_ones();
    void follow_ups_count();
    void other_scripts();
    void any_text_is_safe();
    void the_end_of_a_long_text_counts();
    void work_is_bounded();
    void what_is_no_text_is_refused();
};

void TestSimilar::finds_what_shares_rare_words() {
    MemoryJournal journal;
    for (int i = 0; i < 60; ++i) {
        CHECK_OK(journal.entries.add(content("an ordinary day with ordinary work " + std::to_string(i), i), {}));
    }
    const auto pharmacy = journal.entries.add(content("The pharmacy closes at five, no discharge medicines"), {});
    const auto both =
        journal.entries.add(content("Discharge again: the pharmacy was shut, and the medicines late"), {});
    const auto transport = journal.entries.add(content("Transport for the discharge came at nine"), {});
    CHECK_OK(pharmacy);
    CHECK_OK(both);
    CHECK_OK(transport);
    const auto found =
        journal.similar.to("Asked the pharmac\u00EDst: why is the PHARMACY shut before discharge?", {}, 3);
    CHECK_OK(found);
    QCOMPARE(found->size(), std::size_t{3});
    QVERIFY(found->front() == *journal.entries.summary(both->id));
    QVERIFY((*found)[1].id == pharmacy->id);
    QVERIFY((*found)[2].id == transport->id);
    QCOMPARE(journal.similar.to("pharmacy discharge", {}, 1)->size(), std::size_t{1});
    // A longer word is found by its beginning.
    const auto handover = journal.entries.add(content("three handovers in one evening"), {});
    CHECK_OK(handover);
    QVERIFY(journal.similar.to("the handover", {}, 9)->front().id == handover->id);
}

void TestSimilar::common_words_say_nothing() {
    MemoryJournal journal;
    for (int i = 0; i < 100; ++i) {
        CHECK_OK(journal.entries.add(content("we were there with them again"), {}));
    }
    QVERIFY(journal.similar.to("we were there with them again", {}, 9)->empty());
    QVERIFY(journal.similar.to("nothing anybody wrote", {}, 9)->empty());
    QVERIFY(journal.similar.to("", {}, 9)->empty());
    QVERIFY(journal.similar.to("?! ...", {}, 9)->empty());
}

void TestSimilar::never_itself_nor_removed_ones() {
    MemoryJournal journal;
    for (int i = 0; i < 20; ++i) {
        CHECK_OK(journal.entries.add(content("ordinary"), {}));
    }
    const auto one = journal.entries.add(content("the catheter trolley"), {});
    const auto other = journal.entries.add(content("a catheter missing"), {});
    CHECK_OK(one);
    CHECK_OK(other);
    const auto found = journal.similar.to("the catheter trolley", one->id, 9);
    CHECK_OK(found);
    QCOMPARE(found->size(), std::size_t{1});
    QVERIFY(found->front().id == other->id);
    CHECK_OK(journal.entries.remove(other->id, {}));
    QVERIFY(journal.similar.to("the catheter trolley", one->id, 9)->empty());
}

void TestSimilar::follow_ups_count() {
    MemoryJournal journal;
    for (int i = 0; i < 20; ++i) {
        CHECK_OK(journal.entries.add(content("ordinary"), {}));
    }
    const auto one = journal.entries.add(content("a bad evening"), {});
    CHECK_OK(one);
    CHECK_OK(journal.follow_ups.add(one->id, {.text = "the bleep was never charged"}, {}));
    QVERIFY(journal.similar.to("nobody charged the bleep", {}, 9)->front().id == one->id);
}

void TestSimilar::other_scripts() {
    MemoryJournal journal;
    for (int i = 0; i < 20; ++i) {
        CHECK_OK(journal.entries.add(content("ordinary"), {}));
    }
    const auto urdu = journal.entries.add(content("\u0631\u0627\u062A \u06A9\u06CC \u0634\u0641\u0679"), {});
    const auto chinese = journal.entries.add(content("\u591C\u73ED \u62A4\u58EB"), {});
    const auto danish = journal.entries.add(content("s\u00F8stre"), {});
    CHECK_OK(urdu);
    CHECK_OK(chinese);
    CHECK_OK(danish);
    QVERIFY(journal.similar.to("\u0634\u0641\u0679", {}, 9)->front().id == urdu->id);
    QVERIFY(journal.similar.to("\u62A4\u58EB", {}, 9)->front().id == chinese->id);
    QVERIFY(journal.similar.to("S\u00F8stre", {}, 9)->front().id == danish->id);
}

void TestSimilar::any_text_is_safe() {
    MemoryJournal journal;
    CHECK_OK(journal.entries.add(content("night shift"), {}));
    Random random{3};
    const std::string odd = "\"'*^():{}+-\\/;,.<>[]|&~`!@#$%=_? \tANDORTNEX01\x02";
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (std::size_t n = random.below(40); n > 0; --n) {
            text += odd[random.below(odd.size())];
        }
        const auto found = journal.similar.to(text, {}, 3);
        CHECK_WITH(found.has_value(), text + ": " + describe(found));
    }
}

void TestSimilar::the_end_of_a_long_text_counts() {
    MemoryJournal journal;
    for (int i = 0; i < 20; ++i) {
        CHECK_OK(journal.entries.add(content("ordinary"), {}));
    }
    const auto one = journal.entries.add(content("catheter"), {});
    CHECK_OK(one);
    std::string filler;
    for (int i = 0; i < 30'000; ++i) {
        filler += "\u00E9 ";
    }
    QVERIFY(journal.similar.to(filler + "catheter", {}, 9)->front().id == one->id);
    QVERIFY(journal.similar.to("catheter " + filler, {}, 9)->empty());
}

void TestSimilar::work_is_bounded() {
    // Words that nearly every entry has, in a journal three times as big: SQLite's own count of its steps.
    const auto steps_with = [](int entries) {
        MemoryJournal journal;
        auto transaction = Transaction::begin(journal.database);
        for (int i = 0; i < entries; ++i) {
            (void)journal.entries.add(content("overwhelming responsibilities everywhere " + std::to_string(i)), {});
        }
        (void)transaction->commit();
        std::int64_t steps = 0;
        constexpr int kStepsAtOnce = 10;
        sqlite3_progress_handler(
            journal.database.handle(), kStepsAtOnce,
            [](void* counter) {
                ++*static_cast<std::int64_t*>(counter);
                return 0;
            },
            &steps);
        (void)journal.similar.to("overwhelming responsibilities everywhere", {}, 3);
        sqlite3_progress_handler(journal.database.handle(), 0, nullptr, nullptr);
        return steps * kStepsAtOnce;
    };
    const auto few = steps_with(2'500);
    const auto many = steps_with(7'500);
    CHECK_WITH(many <= few + few / 10, std::to_string(few) + " steps, then " + std::to_string(many));
}

void TestSimilar::what_is_no_text_is_refused() {
    MemoryJournal journal;
    CHECK_ERROR(journal.similar.to("caf\xE9", {}, 9), ErrorCode::kInvalid);
}

QTEST_APPLESS_MAIN(TestSimilar)
#include "tst_similar.moc"
