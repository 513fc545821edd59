// SPDX-License-Identifier: Apache-2.0
// What comes after an entry: kept, changed, removed with undo, found by search; and what a setback taught.
#include <QtTest/QTest>

#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <vector>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

FollowUpContent note(std::string text, std::int64_t micros = 0) {
    return {.text = std::move(text), .at = at(micros, 60)};
}

}  // namespace

class TestFollowUpStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comes_back_whole();
    void in_the_order_of_their_times();
    void what_is_refused();
    void changing();
    void removing_and_restoring();
    void goes_and_comes_with_its_entry();
    void erased_for_good();
    void learned();
    void found_by_its_words_once();
    void a_draft_is_kept_until_it_is_said();
    void what_a_later_version_wrote_survives();
};

void TestFollowUpStore::comes_back_whole() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("it went wrong"), {});
    CHECK_OK(entry);
    const FollowUpContent wanted{.kind = FollowUpKind::kAnswer,
                                 .text = "Tried it again\n\u0627\u0631\u062F\u0648",
                                 .at = at(-5, -330),
                                 .question = ReviewQuestion::kSetbackTried};
    const auto added = journal.follow_ups.add(entry->id, wanted, Timestamp{77});
    CHECK_OK(added);
    QVERIFY(added->id.is_set() && added->entry == entry->id && added->content == wanted);
    QVERIFY(added->created == Timestamp{77} && added->updated == Timestamp{77});
    QVERIFY(*journal.follow_ups.find(added->id) == *added);
    QVERIFY(*journal.follow_ups.of(entry->id) == std::vector{*added});
    QVERIFY(journal.entries.find(entry->id)->content == entry->content);
}

void TestFollowUpStore::in_the_order_of_their_times() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("one"), {});
    const auto other = journal.entries.add(content("two"), {});
    CHECK_OK(entry);
    CHECK_OK(other);
    for (const std::int64_t time : {5, 1, 9, 1}) {
        CHECK_OK(journal.follow_ups.add(entry->id, note(std::to_string(time), time), {}));
    }
    CHECK_OK(journal.follow_ups.add(other->id, note("other"), {}));
    std::string order;
    const auto all = journal.follow_ups.of(entry->id);
    CHECK_OK(all);
    for (const auto& one : *all) {
        order += one.content.text;
    }
    QCOMPARE(order, std::string{"1159"});
    QVERIFY((*all)[0].id < (*all)[1].id);
}

void TestFollowUpStore::what_is_refused() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("one"), {});
    CHECK_OK(entry);
    const auto good = journal.follow_ups.add(entry->id, note(std::string(kMaxTextBytes, 'x')), {});
    CHECK_OK(good);
    for (const std::string& text :
         {std::string{}, std::string{" \n"}, std::string{"caf\xE9"}, std::string(kMaxTextBytes + 1, 'x')}) {
        CHECK_ERROR(journal.follow_ups.add(entry->id, note(text), {}), ErrorCode::kInvalid);
        CHECK_ERROR(journal.follow_ups.change(good->id, note(text), {}), ErrorCode::kInvalid);
    }
    CHECK_ERROR(journal.follow_ups.add(EntryId{99}, note("x"), {}), ErrorCode::kNotFound);
    CHECK_OK(journal.entries.remove(entry->id, {}));
    CHECK_ERROR(journal.follow_ups.add(entry->id, note("x"), {}), ErrorCode::kNotFound);
    CHECK_ERROR(journal.follow_ups.change(good->id, note("x"), {}), ErrorCode::kNotFound);
}

void TestFollowUpStore::changing() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("one"), {});
    CHECK_OK(entry);
    const auto added = journal.follow_ups.add(entry->id, note("before"), Timestamp{1});
    CHECK_OK(added);
    const FollowUpContent changed{.kind = FollowUpKind::kTaught, .text = "after", .at = at(9)};
    CHECK_OK(journal.follow_ups.change(added->id, changed, Timestamp{2}));
    const auto found = journal.follow_ups.find(added->id);
    CHECK_OK(found);
    QVERIFY(found->content == changed && found->created == Timestamp{1} && found->updated == Timestamp{2});
    CHECK_ERROR(journal.follow_ups.change(FollowUpId{99}, changed, {}), ErrorCode::kNotFound);
}

void TestFollowUpStore::removing_and_restoring() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("one"), {});
    CHECK_OK(entry);
    const auto added = journal.follow_ups.add(entry->id, note("needle"), {});
    CHECK_OK(added);
    CHECK_OK(journal.follow_ups.remove(added->id, Timestamp{5}));
    CHECK_ERROR(journal.follow_ups.find(added->id), ErrorCode::kNotFound);
    CHECK_ERROR(journal.follow_ups.remove(added->id, {}), ErrorCode::kNotFound);
    CHECK_ERROR(journal.follow_ups.change(added->id, note("x"), {}), ErrorCode::kNotFound);
    QVERIFY(journal.follow_ups.of(entry->id)->empty());
    QCOMPARE(*journal.search.count({.words = "needle"}), std::int64_t{0});
    CHECK_OK(journal.follow_ups.restore(added->id));
    QVERIFY(*journal.follow_ups.find(added->id) == *added);
    QCOMPARE(*journal.search.count({.words = "needle"}), std::int64_t{1});
    CHECK_ERROR(journal.follow_ups.restore(added->id), ErrorCode::kNotFound);
}

void TestFollowUpStore::goes_and_comes_with_its_entry() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("one"), {});
    CHECK_OK(entry);
    const auto added = journal.follow_ups.add(entry->id, note("needle"), {});
    CHECK_OK(added);
    CHECK_OK(journal.entries.remove(entry->id, {}));
    QVERIFY(journal.follow_ups.of(entry->id)->empty());
    CHECK_ERROR(journal.follow_ups.find(added->id), ErrorCode::kNotFound);
    QCOMPARE(*journal.search.count({.words = "needle"}), std::int64_t{0});
    CHECK_OK(journal.entries.restore(entry->id));
    QVERIFY(*journal.follow_ups.of(entry->id) == std::vector{*added});
    QCOMPARE(*journal.search.count({.words = "needle"}), std::int64_t{1});
}

void TestFollowUpStore::erased_for_good() {
    MemoryJournal journal;
    QCOMPARE(run_sql(journal.database.handle(), "PRAGMA secure_delete = ON"), SQLITE_OK);
    EntryContent told = content("xylograph");
    told.meaning = "zephyrous";
    told.tags = {"kept tag"};
    const auto gone = journal.entries.add(told, {});
    const auto stays = journal.entries.add(content("ordinary words"), {});
    CHECK_OK(gone);
    CHECK_OK(stays);
    CHECK_OK(journal.follow_ups.add(gone->id, note("quixotic"), {}));
    CHECK_OK(journal.follow_ups.save_draft(gone->id, note("bumfuzzle"), {}));
    CHECK_OK(journal.decisions.add(gone->id, {.what = "flabbergast", .until = at(0).date()}, {}));
    const auto single = journal.follow_ups.add(stays->id, note("ragamuffin"), {});
    CHECK_OK(single);
    CHECK_OK(journal.follow_ups.remove(single->id, Timestamp{1}));
    CHECK_OK(journal.entries.remove(gone->id, Timestamp{1}));
    const auto purged = journal.entries.purge_removed(Timestamp{2});
    CHECK_OK(purged);
    QCOMPARE(*purged, std::int64_t{1});
    CHECK_ERROR(journal.follow_ups.restore(single->id), ErrorCode::kNotFound);
    QCOMPARE(
        run_sql(journal.database.handle(), "INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)"),
        SQLITE_OK);
    sqlite3_int64 size = 0;
    unsigned char* const image = sqlite3_serialize(journal.database.handle(), "main", &size, 0);
    QVERIFY(image != nullptr);
    const std::string bytes{reinterpret_cast<const char*>(image), static_cast<std::size_t>(size)};
    sqlite3_free(image);
    QVERIFY(bytes.find("ordinary") != std::string::npos);
    for (const auto* const word :
         {"xylograph", "zephyrous", "quixotic", "bumfuzzle", "flabbergast", "ragamuffin", "agamuffin"}) {
        QVERIFY2(bytes.find(word) == std::string::npos, word);
    }
}

void TestFollowUpStore::learned() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("one"), {});
    CHECK_OK(entry);
    CHECK_OK(journal.follow_ups.add(entry->id, note("a note"), {}));
    QVERIFY(!*journal.follow_ups.is_learned(entry->id));
    const auto taught = journal.follow_ups.add(entry->id, {.kind = FollowUpKind::kTaught, .text = "to ask"}, {});
    CHECK_OK(taught);
    QVERIFY(*journal.follow_ups.is_learned(entry->id));
    QVERIFY(journal.entries.summary(entry->id)->is_learned);
    CHECK_OK(journal.follow_ups.remove(taught->id, {}));
    QVERIFY(!*journal.follow_ups.is_learned(entry->id));
    CHECK_OK(journal.follow_ups.restore(taught->id));
    CHECK_OK(journal.follow_ups.change(taught->id, note("only a note"), {}));
    QVERIFY(!*journal.follow_ups.is_learned(entry->id));
}

void TestFollowUpStore::found_by_its_words_once() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("the handover was late"), {});
    CHECK_OK(entry);
    const auto added = journal.follow_ups.add(entry->id, note("the hand\u00F3ver board helped"), {});
    CHECK_OK(added);
    CHECK_OK(journal.follow_ups.add(entry->id, note("handover at seven now"), {}));
    QCOMPARE(journal.search.find({.words = "handov"}, {}, 9)->size(), std::size_t{1});
    QCOMPARE(*journal.search.count({.words = "handov"}), std::int64_t{1});
    // One word of the text, one of each follow-up.
    QCOMPARE(*journal.search.count({.words = "late board seven"}), std::int64_t{1});
    CHECK_OK(journal.follow_ups.change(added->id, note("the magnets helped"), {}));
    QCOMPARE(*journal.search.count({.words = "board"}), std::int64_t{0});
    QCOMPARE(*journal.search.count({.words = "magnet"}), std::int64_t{1});
    const auto hits = journal.search.find({.words = "magnets"}, {}, 1);
    CHECK_OK(hits);
    const auto& runs = hits->front().snippet;
    QVERIFY(std::ranges::any_of(runs, [](const TextRun& run) { return run.matched && run.text == "magnets"; }));
}

void TestFollowUpStore::a_draft_is_kept_until_it_is_said() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("one"), {});
    const auto other = journal.entries.add(content("two"), {});
    CHECK_OK(entry);
    CHECK_OK(other);
    QVERIFY(!*journal.follow_ups.load_draft(entry->id));
    const FollowUpContent typed{
        .kind = FollowUpKind::kAnswer, .text = "half an ans", .at = at(3, 60), .question = ReviewQuestion::kBarrierAsk};
    CHECK_OK(journal.follow_ups.save_draft(entry->id, typed, Timestamp{4}));
    CHECK_OK(journal.follow_ups.save_draft(other->id, note("for the other"), {}));
    QVERIFY(**journal.follow_ups.load_draft(entry->id) == typed);
    QCOMPARE(*journal.search.count({.words = "half"}), std::int64_t{0});
    CHECK_OK(journal.follow_ups.save_draft(entry->id, note(""), {}));
    QVERIFY(**journal.follow_ups.load_draft(entry->id) == note(""));
    CHECK_OK(journal.follow_ups.add(entry->id, note("whole"), {}));
    QVERIFY(!*journal.follow_ups.load_draft(entry->id));
    QVERIFY(*journal.follow_ups.load_draft(other->id));
    CHECK_OK(journal.follow_ups.discard_draft(other->id));
    QVERIFY(!*journal.follow_ups.load_draft(other->id));
    CHECK_ERROR(journal.follow_ups.save_draft(EntryId{99}, note("x"), {}), ErrorCode::kNotFound);
    CHECK_ERROR(journal.follow_ups.save_draft(entry->id, note("caf\xE9"), {}), ErrorCode::kInvalid);
}

void TestFollowUpStore::what_a_later_version_wrote_survives() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("one"), {});
    CHECK_OK(entry);
    const auto added = journal.follow_ups.add(entry->id, note("a note"), {});
    CHECK_OK(added);
    QCOMPARE(run_sql(journal.database.handle(), "UPDATE follow_up SET kind = 40, question = 41"), SQLITE_OK);
    FollowUpContent changed = journal.follow_ups.find(added->id)->content;
    changed.text = "other words";
    CHECK_OK(journal.follow_ups.change(added->id, changed, {}));
    QCOMPARE(ask_sql(journal.database.handle(), "SELECT kind || ' ' || question || ' ' || text FROM follow_up"),
             std::string{"40 41 other words"});
}

QTEST_APPLESS_MAIN(TestFollowUpStore)
#include "tst_follow_up_store.moc"
