// SPDX-License-Identifier: Apache-2.0
// A person's own sets of questions: come back as they were, replaced by their id, within limits.
#include <QtTest/QTest>

#include "journal/prompt_set_store.h"
#include "memory_journal.h"
#include "support/check_result.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

PromptSet set_called(std::string id) {
    return {.id = std::move(id),
            .name = {{"cy", "Enw"}, {"en", "Name"}},
            .kinds = {EntryKind::kSetback, EntryKind::kBarrier},
            .questions = {{.id = "z-first", .text = {{"cy", "Beth?"}, {"en", "What?"}}},
                          {.id = "a-second", .text = {{"cy", "Pam?"}, {"en", "What for?"}}}}};
}

}  // namespace

class TestPromptSetStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comes_back_as_it_was();
    void the_same_id_replaces();
    void is_removed();
    void what_is_refused();
    void there_is_a_limit();
    void what_a_repair_left_of_a_set_is_none();
    void one_set_is_chosen_for_each_kind();
};

void TestPromptSetStore::comes_back_as_it_was() {
    MemoryJournal journal;
    PromptSetStore store{journal.database};
    QVERIFY(store.all()->empty());
    CHECK_OK(store.save(set_called("b"), Timestamp{1}));
    CHECK_OK(store.save(set_called("a"), Timestamp{1}));
    const auto all = store.all();
    CHECK_OK(all);
    QVERIFY(*all == (std::vector{set_called("b"), set_called("a")}));
    QVERIFY(*store.find("a") == set_called("a"));
    CHECK_ERROR(store.find("c"), ErrorCode::kNotFound);
}

void TestPromptSetStore::the_same_id_replaces() {
    MemoryJournal journal;
    PromptSetStore store{journal.database};
    CHECK_OK(store.save(set_called("a"), Timestamp{1}));
    CHECK_OK(store.save(set_called("b"), Timestamp{1}));
    PromptSet changed = set_called("a");
    changed.kinds = {EntryKind::kLightBulb};
    changed.questions.pop_back();
    CHECK_OK(store.save(changed, Timestamp{2}));
    const auto all = store.all();
    CHECK_OK(all);
    QVERIFY(*all == (std::vector{changed, set_called("b")}));
}

void TestPromptSetStore::is_removed() {
    MemoryJournal journal;
    PromptSetStore store{journal.database};
    CHECK_OK(store.save(set_called("a"), Timestamp{1}));
    CHECK_OK(store.remove("a"));
    CHECK_ERROR(store.remove("a"), ErrorCode::kNotFound);
    QVERIFY(store.all()->empty());
    QCOMPARE(*journal.database.query_integer("SELECT count(*) FROM prompt_text"), std::int64_t{0});
}

void TestPromptSetStore::what_is_refused() {
    MemoryJournal journal;
    PromptSetStore store{journal.database};
    const auto refused = [&](auto change) {
        PromptSet set = set_called("a");
        change(set);
        return !is_sound(set) && store.save(set, Timestamp{1}).error().code == ErrorCode::kInvalid;
    };
    QVERIFY(refused([](PromptSet& set) { set.id = "A b"; }));
    QVERIFY(refused([](PromptSet& set) { set.name.clear(); }));
    QVERIFY(refused([](PromptSet& set) { std::swap(set.name[0], set.name[1]); }));
    QVERIFY(refused([](PromptSet& set) { set.kinds.clear(); }));
    QVERIFY(refused([](PromptSet& set) { set.kinds = {EntryKind::kBarrier, EntryKind::kSetback}; }));
    QVERIFY(refused([](PromptSet& set) { set.questions.clear(); }));
    QVERIFY(refused([](PromptSet& set) { set.questions[1].id = set.questions[0].id; }));
    QVERIFY(refused([](PromptSet& set) { set.questions[1].text.pop_back(); }));
    QVERIFY(refused([](PromptSet& set) { set.questions[1].text[0].text = "two\nlines"; }));
    CHECK_ERROR(store.save(set_called("pennydrop-mine"), Timestamp{1}), ErrorCode::kInvalid);
    QVERIFY(store.all()->empty());
}

void TestPromptSetStore::there_is_a_limit() {
    MemoryJournal journal;
    PromptSetStore store{journal.database};
    for (std::size_t i = 0; i < kMostOwnPromptSets; ++i) {
        CHECK_OK(store.save(set_called("set-" + std::to_string(i)), Timestamp{1}));
    }
    CHECK_ERROR(store.save(set_called("one-more"), Timestamp{1}), ErrorCode::kFull);
    CHECK_OK(store.save(set_called("set-7"), Timestamp{1}));
    QCOMPARE(store.all()->size(), kMostOwnPromptSets);
}

void TestPromptSetStore::what_a_repair_left_of_a_set_is_none() {
    MemoryJournal journal;
    PromptSetStore store{journal.database};
    CHECK_OK(store.save(set_called("a"), Timestamp{1}));
    CHECK_OK(journal.database.execute("DELETE FROM prompt_text WHERE question = 0"));
    QVERIFY(store.all()->empty());
    CHECK_ERROR(store.find("a"), ErrorCode::kNotFound);
    CHECK_OK(store.save(set_called("a"), Timestamp{2}));
    QVERIFY(*store.find("a") == set_called("a"));
}

void TestPromptSetStore::one_set_is_chosen_for_each_kind() {
    MemoryJournal journal;
    PromptSetStore store{journal.database};
    QCOMPARE(*store.chosen(EntryKind::kSetback), std::string{});
    CHECK_OK(store.choose(EntryKind::kSetback, "pennydrop-gibbs"));
    CHECK_OK(store.choose(EntryKind::kBarrier, "ward-round"));
    CHECK_OK(store.choose(EntryKind::kSetback, "pennydrop-what-so-what"));
    QCOMPARE(*store.chosen(EntryKind::kSetback), std::string{"pennydrop-what-so-what"});
    QCOMPARE(*store.chosen(EntryKind::kBarrier), std::string{"ward-round"});
    QCOMPARE(*store.chosen(EntryKind::kLightBulb), std::string{});
    CHECK_ERROR(store.choose(EntryKind::kSetback, "Ward round"), ErrorCode::kInvalid);
    QCOMPARE(*store.chosen(EntryKind::kSetback), std::string{"pennydrop-what-so-what"});
}

QTEST_APPLESS_MAIN(TestPromptSetStore)
#include "tst_prompt_set_store.moc"
