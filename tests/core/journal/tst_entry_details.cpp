// SPDX-License-Identifier: Apache-2.0
// All that a person may say while writing: it comes back whole from an entry and from a draft, with the numbers later
// versions use, and nothing typed is lost on the way from one to the other.
#include <QtTest/QTest>

#include <sqlite3.h>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

EntryContent full() {
    EntryContent one = content("Sign-off takes three weeks", 1'000, EntryKind::kBarrier);
    one.theme = Theme::from_code("procedure");
    one.level = SystemLevel::kOrganisation;
    one.tags = {"Sign-off", "caf\u00E9 talks"};
    one.meaning = "People wait for a bed they could have today";
    one.barrier = {.needs = Needs{}.with(Need::kLeadership).with(Need::kSystems),
                   .problem = ProblemKind::kComplicated,
                   .power = Power::kAuthority,
                   .state = BarrierState::kStuck,
                   .ask = "Let the ward manager sign up to fifty pounds",
                   .ask_role = "Head of estates"};
    return one;
}

}  // namespace

class TestEntryDetails : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void an_entry_keeps_them();
    void a_change_replaces_them();
    void any_kind_keeps_them();
    void a_draft_keeps_them_and_becomes_the_entry();
    void a_draft_takes_what_an_entry_would_not();
    void a_draft_without_text_takes_what_else_was_typed();
    void what_is_refused_data();
    void what_is_refused();
    void a_refused_change_changes_nothing();
    void what_a_later_version_wrote_survives();
    void needs_are_a_set();
    void tags_are_the_journals_own();
    void a_list_shows_state_and_learning();
};

void TestEntryDetails::an_entry_keeps_them() {
    MemoryJournal journal;
    const auto added = journal.entries.add(full(), Timestamp{7});
    CHECK_OK(added);
    QVERIFY(added->content == full());
    const auto found = journal.entries.find(added->id);
    CHECK_OK(found);
    QVERIFY(*found == *added);
    const auto other = journal.entries.add(content("plain"), {});
    CHECK_OK(other);
    QVERIFY(journal.entries.find(other->id)->content == content("plain"));
}

void TestEntryDetails::a_change_replaces_them() {
    MemoryJournal journal;
    const auto added = journal.entries.add(full(), {});
    CHECK_OK(added);
    EntryContent changed = full();
    changed.tags = {"beds"};
    changed.meaning.clear();
    changed.barrier.ask_role = "Anyone";
    changed.barrier.power.reset();
    changed.barrier.needs = Needs{}.with(Need::kCulture);
    CHECK_OK(journal.entries.change(added->id, changed, {}));
    QVERIFY(journal.entries.find(added->id)->content == changed);
    changed = content("nothing else", 1'000);
    CHECK_OK(journal.entries.change(added->id, changed, {}));
    QVERIFY(journal.entries.find(added->id)->content == changed);
    CHECK_OK(journal.entries.change(added->id, full(), {}));
    QVERIFY(journal.entries.find(added->id)->content == full());
}

void TestEntryDetails::any_kind_keeps_them() {
    MemoryJournal journal;
    for (const auto kind : {EntryKind::kSetback, EntryKind::kLightBulb}) {
        EntryContent one = full();
        one.kind = kind;
        one.theme.reset();
        const auto added = journal.entries.add(one, {});
        CHECK_OK(added);
        QVERIFY(journal.entries.find(added->id)->content == one);
    }
}

void TestEntryDetails::a_draft_keeps_them_and_becomes_the_entry() {
    MemoryJournal journal;
    const Draft draft{.content = full(), .cursor = 3, .saved = Timestamp{5}};
    CHECK_OK(journal.drafts.save(draft));
    QVERIFY(**journal.drafts.load() == draft);
    const auto kept = journal.drafts.keep(Timestamp{9});
    CHECK_OK(kept);
    QVERIFY(journal.entries.find(kept->entry)->content == full());
    // The next draft knows nothing of it.
    CHECK_OK(journal.drafts.save({.content = content("next")}));
    QVERIFY((*journal.drafts.load())->content == content("next"));
    // Nothing changed, then one of the details.
    CHECK_OK(journal.drafts.save({.entry = kept->entry, .content = full()}));
    QVERIFY(journal.drafts.keep({})->outcome == KeptDraft::Outcome::kUnchanged);
    EntryContent changed = full();
    changed.barrier.ask += ", please";
    CHECK_OK(journal.drafts.save({.entry = kept->entry, .content = changed}));
    QVERIFY(journal.drafts.keep({})->outcome == KeptDraft::Outcome::kChanged);
    QVERIFY(journal.entries.find(kept->entry)->content == changed);
}

void TestEntryDetails::a_draft_takes_what_an_entry_would_not() {
    MemoryJournal journal;
    EntryContent unfinished = full();
    unfinished.barrier.ask_role = std::string(kMaxRoleBytes + 1, 'x');
    unfinished.tags = {" half a tag ", std::string(kMaxTagCharacters + 1, 'y')};
    CHECK_OK(journal.drafts.save({.content = unfinished}));
    QVERIFY((*journal.drafts.load())->content == unfinished);
    CHECK_ERROR(journal.drafts.keep({}), ErrorCode::kInvalid);
    QVERIFY((*journal.drafts.load())->content == unfinished);
}

void TestEntryDetails::a_draft_without_text_takes_what_else_was_typed() {
    MemoryJournal journal;
    EntryContent silent = full();
    silent.text = "  ";
    CHECK_OK(journal.drafts.save({.content = silent}));
    auto kept = journal.drafts.keep({});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == KeptDraft::Outcome::kAdded);
    QCOMPARE(journal.entries.find(kept->entry)->content.text, silent.meaning);
    silent.meaning.clear();
    CHECK_OK(journal.drafts.save({.content = silent}));
    kept = journal.drafts.keep({});
    CHECK_OK(kept);
    QCOMPARE(journal.entries.find(kept->entry)->content.text, silent.barrier.ask);
    QCOMPARE(journal.entries.find(kept->entry)->content.barrier.ask, silent.barrier.ask);
}

void TestEntryDetails::what_is_refused_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("role too long") << 0;
    QTest::newRow("ask too long") << 1;
    QTest::newRow("meaning too long") << 2;
    QTest::newRow("ask not UTF-8") << 3;
    QTest::newRow("tag too long") << 4;
    QTest::newRow("empty tag") << 5;
    QTest::newRow("too many tags") << 6;
}

void TestEntryDetails::what_is_refused() {
    QFETCH(int, which);
    EntryContent wrong = full();
    EntryContent most = full();
    switch (which) {
        case 0:
            wrong.barrier.ask_role = std::string(kMaxRoleBytes + 1, 'x');
            most.barrier.ask_role = std::string(kMaxRoleBytes, 'x');
            break;
        case 1:
            wrong.barrier.ask = std::string(kMaxNoteBytes + 1, 'x');
            most.barrier.ask = std::string(kMaxNoteBytes, 'x');
            break;
        case 2:
            wrong.meaning = std::string(kMaxNoteBytes + 1, 'x');
            most.meaning = std::string(kMaxNoteBytes, 'x');
            break;
        case 3:
            wrong.barrier.ask = "caf\xE9";
            break;
        case 4:
            wrong.tags = {std::string(kMaxTagCharacters + 1, 'x')};
            most.tags = {std::string(kMaxTagCharacters, 'x')};
            break;
        case 5:
            wrong.tags = {" \t"};
            break;
        default:
            for (std::size_t i = 0; i <= kMaxTagsOfEntry; ++i) {
                wrong.tags.push_back("tag" + std::to_string(i));
            }
            most.tags.assign(wrong.tags.end() - kMaxTagsOfEntry, wrong.tags.end());
    }
    MemoryJournal journal;
    CHECK_ERROR(journal.entries.add(wrong, {}), ErrorCode::kInvalid);
    QCOMPARE(*journal.entries.count(), std::int64_t{0});
    const auto good = journal.entries.add(most, {});
    CHECK_OK(good);
    QVERIFY(good->content == most);
    CHECK_ERROR(journal.entries.change(good->id, wrong, {}), ErrorCode::kInvalid);
    QVERIFY(journal.entries.find(good->id)->content == most);
}

void TestEntryDetails::a_refused_change_changes_nothing() {
    MemoryJournal journal;
    const auto added = journal.entries.add(full(), {});
    CHECK_OK(added);
    // The last of the statements fails, after the entry's own row was written.
    QCOMPARE(run_sql(journal.database.handle(),
                     "CREATE TRIGGER refuse BEFORE INSERT ON entry_tag BEGIN SELECT raise(ABORT, 'no'); END"),
             SQLITE_OK);
    EntryContent changed = full();
    changed.text = "other words";
    changed.tags = {"other"};
    QVERIFY(!journal.entries.change(added->id, changed, {}));
    QVERIFY(journal.entries.find(added->id)->content == full());
    QVERIFY(!journal.entries.add(changed, {}));
    QCOMPARE(*journal.entries.count(), std::int64_t{1});
    QCOMPARE(journal.tags.list()->size(), std::size_t{2});
}

void TestEntryDetails::what_a_later_version_wrote_survives() {
    MemoryJournal journal;
    const auto added = journal.entries.add(full(), {});
    CHECK_OK(added);
    sqlite3* const database = journal.database.handle();
    QCOMPARE(run_sql(database, "UPDATE entry_detail SET needs = 65, problem = 17, power = 18, state = 19"), SQLITE_OK);
    EntryContent changed = journal.entries.find(added->id)->content;
    changed.text = "two";
    changed.barrier.needs = changed.barrier.needs.with(Need::kCulture);
    CHECK_OK(journal.entries.change(added->id, changed, {}));
    QCOMPARE(ask_sql(database, "SELECT needs || ' ' || problem || ' ' || power || ' ' || state FROM entry_detail"),
             std::string{"67 17 18 19"});
    CHECK_OK(journal.drafts.save({.entry = added->id, .content = changed}));
    QVERIFY((*journal.drafts.load())->content == changed);
}

void TestEntryDetails::needs_are_a_set() {
    const Needs two = Needs{}.with(Need::kLeadership).with(Need::kSystems);
    QVERIFY(two.contains(Need::kLeadership) && two.contains(Need::kSystems) && !two.contains(Need::kCulture));
    QVERIFY(two.with(Need::kSystems) == two);
    QVERIFY(two.without(Need::kSystems) == Needs{}.with(Need::kLeadership));
    QVERIFY(Needs{}.is_empty() && !two.is_empty());
    QVERIFY(Needs::from_stored(two.number()) == two);
    QVERIFY(!Needs::from_stored(-1) && !Needs::from_stored(std::int64_t{1} << 32));
}

void TestEntryDetails::tags_are_the_journals_own() {
    MemoryJournal journal;
    EntryContent one = content("one");
    one.tags = {"Winter  plan ", "beds"};
    const auto first = journal.entries.add(one, {});
    CHECK_OK(first);
    QVERIFY(first->content.tags == (std::vector<std::string>{"Winter plan", "beds"}));
    one.tags = {"b\u00E9ds", "WINTER PLAN", "new", "New"};
    const auto second = journal.entries.add(one, {});
    CHECK_OK(second);
    QVERIFY(second->content.tags == (std::vector<std::string>{"beds", "Winter plan", "new"}));
    QVERIFY(*journal.entries.find(second->id) == *second);
    QCOMPARE(journal.tags.list()->size(), std::size_t{3});
}

void TestEntryDetails::a_list_shows_state_and_learning() {
    MemoryJournal journal;
    const auto barrier = journal.entries.add(full(), {});
    const auto setback = journal.entries.add(content("setback", 2'000), {});
    CHECK_OK(barrier);
    CHECK_OK(setback);
    QVERIFY(journal.entries.summary(barrier->id)->state == BarrierState::kStuck);
    QVERIFY(!journal.entries.summary(setback->id)->is_learned);
    CHECK_OK(journal.follow_ups.add(setback->id, {.kind = FollowUpKind::kTaught, .text = "ask first"}, {}));
    const auto page = journal.entries.page({}, 9);
    CHECK_OK(page);
    QVERIFY(page->front().is_learned && !page->front().state);
    QVERIFY(page->back().state == BarrierState::kStuck && !page->back().is_learned);
}

QTEST_APPLESS_MAIN(TestEntryDetails)
#include "tst_entry_details.moc"
