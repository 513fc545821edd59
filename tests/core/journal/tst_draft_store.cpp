// SPDX-License-Identifier: Apache-2.0
// The one draft: saved as it is, restored as it was, and turned into what it says. All outcomes of keeping it.
#include <QtTest/QTest>

#include <sqlite3.h>

#include "journal/bin.h"
#include "memory_journal.h"
#include "support/check_result.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

using Outcome = KeptDraft::Outcome;

Draft draft_of(EntryContent content, std::optional<EntryId> entry = {}) {
    return {.entry = entry, .content = std::move(content), .cursor = 3, .saved = Timestamp{42}};
}

}  // namespace

class TestDraftStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void none_at_first();
    void comes_back_whole();
    void there_is_only_one();
    void what_is_refused();
    void a_text_too_long_for_an_entry_stays_a_draft();
    void an_unknown_kind_reads_as_a_setback();
    void what_a_later_version_wrote_goes_through_a_draft();
    void throwing_away();
    void keeping_nothing();
    void keeping_a_new_entry();
    void keeping_a_change();
    void keeping_what_did_not_change();
    void keeping_an_emptied_entry();
    void keeping_when_its_entry_is_gone_data();
    void keeping_when_its_entry_is_gone();
    void a_theme_that_does_not_fit_is_dropped();
    void a_failed_keep_leaves_the_draft();
    void its_links_are_made_when_it_is_kept();
    void a_link_that_cannot_be_made_costs_nothing();
    void a_link_alone_is_a_change();
};

void TestDraftStore::none_at_first() {
    MemoryJournal journal;
    const auto draft = journal.drafts.load();
    CHECK_OK(draft);
    QVERIFY(!draft->has_value());
    CHECK_OK(journal.drafts.discard());
    const auto kept = journal.drafts.keep(Timestamp{1});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == Outcome::kNothing && !kept->entry.is_set());
}

void TestDraftStore::comes_back_whole() {
    MemoryJournal journal;
    Draft draft = draft_of(content("half a sent\u00E9nc", 12, EntryKind::kLightBulb), EntryId{7});
    draft.content.occurred = at(12, 540);
    draft.content.theme = Theme::from_code("renewed");
    draft.content.level = SystemLevel::kNational;
    draft.cursor = 2'000'000;
    CHECK_OK(journal.drafts.save(draft));
    auto loaded = journal.drafts.load();
    CHECK_OK(loaded);
    QVERIFY(*loaded == draft);
    // An unfinished text is nothing to complain about, nor is a theme of another kind.
    draft = draft_of(content(" ", 0, EntryKind::kSetback));
    draft.content.theme = Theme::from_code("renewed");
    CHECK_OK(journal.drafts.save(draft));
    loaded = journal.drafts.load();
    CHECK_OK(loaded);
    QVERIFY(*loaded == draft);
}

void TestDraftStore::there_is_only_one() {
    MemoryJournal journal;
    CHECK_OK(journal.drafts.save(draft_of(content("first"), EntryId{5})));
    CHECK_OK(journal.drafts.save(draft_of(content("second"))));
    QVERIFY(*journal.drafts.load() == draft_of(content("second")));
    QCOMPARE(ask_sql(journal.database.handle(), "SELECT count(*) FROM draft"), std::string{"1"});
    CHECK_OK(journal.drafts.discard());
    QVERIFY(!journal.drafts.load()->has_value());
}

void TestDraftStore::what_is_refused() {
    MemoryJournal journal;
    CHECK_OK(journal.drafts.save(draft_of(content("good"))));
    for (const std::string& wrong :
         {std::string("a\0b", 3), std::string{"\xFF"}, std::string(kMaxDraftBytes + 1, 'x')}) {
        CHECK_ERROR(journal.drafts.save(draft_of(content(wrong))), ErrorCode::kInvalid);
    }
    QVERIFY(*journal.drafts.load() == draft_of(content("good")));
    CHECK_OK(journal.drafts.save(draft_of(content(std::string(kMaxDraftBytes, 'x')))));
}

void TestDraftStore::a_text_too_long_for_an_entry_stays_a_draft() {
    MemoryJournal journal;
    const auto draft = draft_of(content(std::string(kMaxTextBytes + 1, 'x')));
    CHECK_OK(journal.drafts.save(draft));
    CHECK_ERROR(journal.drafts.keep(Timestamp{1}), ErrorCode::kInvalid);
    QVERIFY(*journal.drafts.load() == draft);
    QCOMPARE(*journal.entries.count(), std::int64_t{0});
}

void TestDraftStore::an_unknown_kind_reads_as_a_setback() {
    MemoryJournal journal;
    CHECK_OK(journal.drafts.save(draft_of(content("text", 12, EntryKind::kBarrier))));
    CHECK_OK(journal.database.execute("UPDATE draft SET kind = 99"));
    QVERIFY(*journal.drafts.load() == draft_of(content("text", 12, EntryKind::kSetback)));
    CHECK_OK(journal.drafts.keep(Timestamp{1}));
    QCOMPARE(*journal.entries.count(), std::int64_t{1});
}

void TestDraftStore::what_a_later_version_wrote_goes_through_a_draft() {
    MemoryJournal journal;
    const auto added = journal.entries.add(content("one"), {});
    CHECK_OK(added);
    CHECK_OK(journal.database.execute("UPDATE entry SET theme = 'from-the-future', level = 9"));
    const auto before = journal.entries.find(added->id);
    CHECK_OK(before);
    auto changes = draft_of(before->content);
    changes.entry = added->id;
    changes.content.text = "two";
    CHECK_OK(journal.drafts.save(changes));
    QVERIFY(*journal.drafts.load() == changes);
    CHECK_OK(journal.drafts.keep(Timestamp{1}));
    const auto after = journal.entries.find(added->id);
    CHECK_OK(after);
    QVERIFY(after->content == changes.content);
    QCOMPARE(after->content.theme->code(), std::string_view{"from-the-future"});
    QCOMPARE(static_cast<int>(*after->content.level), 9);
}

void TestDraftStore::throwing_away() {
    MemoryJournal journal;
    CHECK_OK(journal.drafts.save(draft_of(content("unwanted"))));
    const auto thrown = journal.drafts.throw_away(Timestamp{5});
    CHECK_OK(thrown);
    QVERIFY(thrown->is_set());
    QVERIFY(!journal.drafts.load()->has_value());
    CHECK_ERROR(journal.entries.find(*thrown), ErrorCode::kNotFound);
    CHECK_OK(journal.entries.restore(*thrown));
    QCOMPARE(journal.entries.find(*thrown)->content.text, std::string{"unwanted"});
    // The change of an entry takes nothing away but itself.
    CHECK_OK(journal.drafts.save(draft_of(content("changed"), *thrown)));
    const auto change = journal.drafts.throw_away(Timestamp{6});
    CHECK_OK(change);
    QVERIFY(!change->is_set());
    QVERIFY(!journal.drafts.load()->has_value());
    QCOMPARE(journal.entries.find(*thrown)->content.text, std::string{"unwanted"});
    // What cannot be kept stays a draft.
    CHECK_OK(journal.drafts.save(draft_of(content(std::string(kMaxTextBytes + 1, 'a')))));
    CHECK_ERROR(journal.drafts.throw_away(Timestamp{7}), ErrorCode::kInvalid);
    QVERIFY(journal.drafts.load()->has_value());
}

void TestDraftStore::keeping_nothing() {
    MemoryJournal journal;
    CHECK_OK(journal.drafts.save(draft_of(content(" \n"))));
    const auto kept = journal.drafts.keep(Timestamp{1});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == Outcome::kNothing && !kept->entry.is_set());
    QVERIFY(!journal.drafts.load()->has_value());
    QCOMPARE(*journal.entries.count(), std::int64_t{0});
}

void TestDraftStore::keeping_a_new_entry() {
    MemoryJournal journal;
    EntryContent wanted = content("a thought", 12, EntryKind::kBarrier);
    wanted.theme = Theme::from_code("rules");
    wanted.level = SystemLevel::kMe;
    CHECK_OK(journal.drafts.save(draft_of(wanted)));
    const auto kept = journal.drafts.keep(Timestamp{99});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == Outcome::kAdded && kept->entry.is_set());
    const auto entry = journal.entries.find(kept->entry);
    CHECK_OK(entry);
    QVERIFY(entry->content == wanted && entry->created == Timestamp{99});
    QVERIFY(!journal.drafts.load()->has_value());
    QVERIFY(journal.drafts.keep({})->outcome == Outcome::kNothing);
    QCOMPARE(*journal.entries.count(), std::int64_t{1});
    QCOMPARE(*journal.search.count({.words = "thought"}), std::int64_t{1});
}

void TestDraftStore::keeping_a_change() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("before"), Timestamp{1});
    CHECK_OK(entry);
    CHECK_OK(journal.drafts.save(draft_of(content("after"), entry->id)));
    const auto kept = journal.drafts.keep(Timestamp{2});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == Outcome::kChanged && kept->entry == entry->id);
    const auto found = journal.entries.find(entry->id);
    CHECK_OK(found);
    QVERIFY(found->content.text == "after" && found->updated == Timestamp{2});
    QVERIFY(!journal.drafts.load()->has_value());
    QCOMPARE(*journal.search.count({.words = "before"}), std::int64_t{0});
}

void TestDraftStore::keeping_what_did_not_change() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("same"), Timestamp{1});
    CHECK_OK(entry);
    CHECK_OK(journal.drafts.save(draft_of(content("same"), entry->id)));
    const auto kept = journal.drafts.keep(Timestamp{2});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == Outcome::kUnchanged && kept->entry == entry->id);
    QVERIFY(journal.entries.find(entry->id)->updated == Timestamp{1});
    QVERIFY(!journal.drafts.load()->has_value());
}

void TestDraftStore::keeping_an_emptied_entry() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("text"), Timestamp{1});
    CHECK_OK(entry);
    CHECK_OK(journal.drafts.save(draft_of(content("\n"), entry->id)));
    const auto kept = journal.drafts.keep(Timestamp{2});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == Outcome::kEmptied && kept->entry == entry->id);
    QVERIFY(*journal.entries.find(entry->id) == *entry);
    QVERIFY(!journal.drafts.load()->has_value());
}

void TestDraftStore::keeping_when_its_entry_is_gone_data() {
    QTest::addColumn<bool>("purged");
    QTest::addColumn<bool>("blank");
    QTest::newRow("removed") << false << false;
    QTest::newRow("purged") << true << false;
    QTest::newRow("removed, and nothing was typed") << false << true;
}

void TestDraftStore::keeping_when_its_entry_is_gone() {
    QFETCH(bool, purged);
    QFETCH(bool, blank);
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("old"), Timestamp{1});
    CHECK_OK(entry);
    CHECK_OK(journal.drafts.save(draft_of(content(blank ? "" : "typed after all"), entry->id)));
    CHECK_OK(journal.entries.remove(entry->id, Timestamp{2}));
    if (purged) {
        QCOMPARE(*journal.entries.purge_removed(Timestamp{3}), std::int64_t{1});
    }
    const auto kept = journal.drafts.keep(Timestamp{4});
    CHECK_OK(kept);
    if (blank) {
        QVERIFY(kept->outcome == Outcome::kNothing && !kept->entry.is_set());
        QCOMPARE(*journal.entries.count(), std::int64_t{0});
        return;
    }
    QVERIFY(kept->outcome == Outcome::kAdded && kept->entry != entry->id);
    QCOMPARE(journal.entries.find(kept->entry)->content.text, std::string{"typed after all"});
    QCOMPARE(journal.entries.restore(entry->id).has_value(), !purged);  // the removed one is still there for undo
}

void TestDraftStore::a_theme_that_does_not_fit_is_dropped() {
    MemoryJournal journal;
    EntryContent wrong = content("began as a setback", 0, EntryKind::kLightBulb);
    wrong.theme = Theme::from_code("no-time");
    CHECK_OK(journal.drafts.save(draft_of(wrong)));
    const auto kept = journal.drafts.keep({});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == Outcome::kAdded);
    QVERIFY(!journal.entries.find(kept->entry)->content.theme);
    wrong.theme = Theme::from_code("other");  // of both lists
    CHECK_OK(journal.drafts.save(draft_of(wrong)));
    QVERIFY(journal.entries.find(journal.drafts.keep({})->entry)->content.theme == wrong.theme);
}

void TestDraftStore::a_failed_keep_leaves_the_draft() {
    MemoryJournal journal;
    CHECK_OK(journal.drafts.save(draft_of(content("precious"))));
    sqlite3* const database = journal.database.handle();
    QCOMPARE(run_sql(database, "CREATE TRIGGER broken BEFORE DELETE ON draft BEGIN SELECT RAISE(ABORT, 'x'); END"),
             SQLITE_OK);
    QVERIFY(!journal.drafts.keep({}).has_value());
    QVERIFY(*journal.drafts.load() == draft_of(content("precious")));
    QCOMPARE(*journal.entries.count(), std::int64_t{0});  // not kept twice at the next try
    QCOMPARE(run_sql(database, "DROP TRIGGER broken"), SQLITE_OK);
    QVERIFY(journal.drafts.keep({})->outcome == Outcome::kAdded);
    QCOMPARE(*journal.entries.count(), std::int64_t{1});
}

void TestDraftStore::its_links_are_made_when_it_is_kept() {
    MemoryJournal journal;
    const EntryId barrier = journal.entries.add(content("barrier", 1, EntryKind::kBarrier), {})->id;
    const EntryId bulb = journal.entries.add(content("bulb", 2, EntryKind::kLightBulb), {})->id;
    Draft draft = draft_of(content("half", 3));
    draft.links = {{.other = barrier, .kind = LinkKind::kCameFrom},
                   {.other = bulb, .kind = LinkKind::kAnswers, .is_outgoing = false}};
    CHECK_OK(journal.drafts.save(draft));
    QVERIFY(*journal.drafts.load() == draft);
    // What is saved later counts.
    draft.links.pop_back();
    CHECK_OK(journal.drafts.save(draft));
    QVERIFY(*journal.drafts.load() == draft);
    draft.links.push_back({.other = bulb, .kind = LinkKind::kAnswers, .is_outgoing = false});
    CHECK_OK(journal.drafts.save(draft));
    const auto kept = journal.drafts.keep(Timestamp{9});
    CHECK_OK(kept);
    QVERIFY(kept->links ==
            (std::vector<Link>{{kept->entry, barrier, LinkKind::kCameFrom}, {bulb, kept->entry, LinkKind::kAnswers}}));
    const auto made = journal.links.of(kept->entry);
    CHECK_OK(made);
    QCOMPARE(made->size(), std::size_t{2});
    QCOMPARE(ask_sql(journal.database.handle(), "SELECT count(*) FROM draft_link"), std::string{"0"});
    // Thrown away, nothing is linked.
    CHECK_OK(journal.drafts.save(draft));
    CHECK_OK(journal.drafts.discard());
    QCOMPARE(ask_sql(journal.database.handle(), "SELECT count(*) FROM draft_link"), std::string{"0"});
    QCOMPARE(journal.links.of(barrier)->size(), std::size_t{1});
}

void TestDraftStore::a_link_that_cannot_be_made_costs_nothing() {
    MemoryJournal journal;
    const EntryId first = journal.entries.add(content("first", 1), {})->id;
    const EntryId second = journal.entries.add(content("second", 2), {})->id;
    Draft draft = draft_of(content("half", 3));
    draft.links = {{.other = EntryId{99}}, {.other = first}, {.other = second}};
    CHECK_OK(journal.drafts.save(draft));
    QCOMPARE((*journal.drafts.load())->links.size(), std::size_t{2});
    CHECK_OK(journal.entries.remove(first, Timestamp{4}));
    const auto kept = journal.drafts.keep(Timestamp{9});
    CHECK_OK(kept);
    QVERIFY(kept->links == (std::vector<Link>{{kept->entry, second, LinkKind::kCameFrom}}));
    // Erased, an entry takes the choice of it along.
    CHECK_OK(journal.drafts.save(draft));
    CHECK_OK(Bin{journal.database}.erase(first));
    QVERIFY((*journal.drafts.load())->links == (std::vector<DraftLink>{{.other = second}}));
}

void TestDraftStore::a_link_alone_is_a_change() {
    MemoryJournal journal;
    const EntryId other = journal.entries.add(content("other", 1), {})->id;
    const auto entry = journal.entries.add(content("entry", 2), {});
    Draft draft = draft_of(entry->content, entry->id);
    draft.links = {{.other = other}};
    CHECK_OK(journal.drafts.save(draft));
    const auto kept = journal.drafts.keep(Timestamp{9});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == Outcome::kChanged);
    QCOMPARE(kept->links.size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestDraftStore)
#include "tst_draft_store.moc"
