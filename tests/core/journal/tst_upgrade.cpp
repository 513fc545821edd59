// SPDX-License-Identifier: Apache-2.0
// A journal written before entries had a life: everything is there, is found, and takes what came later.
#include <QtTest/QTest>

#include <sqlite3.h>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

/// What the program of version 4 wrote for a few entries, a removed one and a draft.
constexpr const char* kVersion4 =
    "INSERT INTO entry (uid, kind, occurred_at, utc_offset, theme, level, created_at, updated_at, removed_at, text)"
    " VALUES (randomblob(16), 3, 1000, 60, 'procedure', 3, 1001, 1002, NULL, 'The sign-off took three weeks'),"
    " (randomblob(16), 1, 2000, 0, NULL, NULL, 2001, 2001, NULL, 'Caf' || char(233) || ' talk'),"
    " (randomblob(16), 2, 3000, 0, 'renewed', 1, 3001, 3001, 3002, 'Removed words');"
    "INSERT INTO draft (id, entry_id, kind, occurred_at, utc_offset, theme, level, cursor, saved_at, text)"
    " VALUES (1, 1, 3, 1000, 60, 'procedure', 3, 7, 4000, 'The sign-off took four weeks')";

}  // namespace

class TestUpgrade : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everything_is_there();
    void and_takes_what_came_later();
    void a_draft_of_version_9_is_there_and_takes_links();
};

namespace {

/// A journal of version 4, brought up to date.
Connection upgraded() {
    auto database = Connection::open(":memory:", "", true);
    const bool ready = database && database->execute("PRAGMA foreign_keys = ON") &&
                       database->migrate(journal_migrations().first(4)) &&
                       run_sql(database->handle(), kVersion4) == SQLITE_OK && database->migrate(journal_migrations());
    if (!ready) {
        qFatal("no journal of version 4");
    }
    return std::move(*database);
}

}  // namespace

void TestUpgrade::everything_is_there() {
    MemoryJournal journal{.database = upgraded()};
    const auto first = journal.entries.find(EntryId{1});
    CHECK_OK(first);
    QVERIFY(first->content == (EntryContent{.kind = EntryKind::kBarrier,
                                            .text = "The sign-off took three weeks",
                                            .occurred = at(1000, 60),
                                            .theme = Theme::from_code("procedure"),
                                            .level = SystemLevel::kOrganisation}));
    QVERIFY(first->created == Timestamp{1001} && first->updated == Timestamp{1002});
    QCOMPARE(journal.entries.page({}, 9)->size(), std::size_t{2});
    QCOMPARE(*journal.search.count({.words = "sign"}), std::int64_t{1});
    QCOMPARE(*journal.search.count({.words = "CAFE"}), std::int64_t{1});
    QCOMPARE(*journal.search.count({.words = "removed"}), std::int64_t{0});
    CHECK_OK(journal.entries.restore(EntryId{3}));
    QCOMPARE(*journal.search.count({.words = "removed"}), std::int64_t{1});
    const auto draft = journal.drafts.load();
    CHECK_OK(draft);
    QVERIFY(*draft && (*draft)->cursor == 7 && (*draft)->entry == EntryId{1});
    QCOMPARE((*draft)->content.text, std::string{"The sign-off took four weeks"});
    const auto kept = journal.drafts.keep(Timestamp{5000});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == KeptDraft::Outcome::kChanged);
    QCOMPARE(*journal.search.count({.words = "four"}), std::int64_t{1});
    QCOMPARE(*journal.search.count({.words = "three"}), std::int64_t{0});
    QCOMPARE(
        run_sql(journal.database.handle(), "INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)"),
        SQLITE_OK);
    QCOMPARE(ask_sql(journal.database.handle(), "PRAGMA integrity_check"), std::string{"ok"});
}

void TestUpgrade::and_takes_what_came_later() {
    MemoryJournal journal{.database = upgraded()};
    QVERIFY(journal.barriers.history(EntryId{1})->empty());
    CHECK_OK(journal.barriers.set_state(EntryId{1}, BarrierState::kMoving, at(9000)));
    CHECK_OK(journal.follow_ups.add(EntryId{2}, {.kind = FollowUpKind::kTaught, .text = "needle"}, {}));
    CHECK_OK(journal.links.add({EntryId{1}, EntryId{2}, LinkKind::kCameFrom}, at(9000)));
    CHECK_OK(journal.decisions.add(EntryId{1}, {.what = "try", .until = at(0).date()}, at(9000)));
    QVERIFY(journal.entries.summary(EntryId{2})->is_learned);
    QCOMPARE(*journal.search.count({.words = "cafe needle"}), std::int64_t{1});
    QCOMPARE(journal.months.days(std::chrono::year{1970} / 1)->size(), std::size_t{1});
    QCOMPARE(journal.review.due(at(9000))->size(), std::size_t{1});
}

void TestUpgrade::a_draft_of_version_9_is_there_and_takes_links() {
    auto database = Connection::open(":memory:", "", true);
    CHECK_OK(database);
    CHECK_OK(database->execute("PRAGMA foreign_keys = ON"));
    CHECK_OK(database->migrate(journal_migrations().first(9)));
    QCOMPARE(run_sql(database->handle(), kVersion4), SQLITE_OK);
    CHECK_OK(database->migrate(journal_migrations()));
    MemoryJournal journal{.database = std::move(*database)};
    auto draft = *journal.drafts.load();
    QVERIFY(draft && draft->content.text == "The sign-off took four weeks" && draft->links.empty());
    QVERIFY(journal.forms.of(EntryId{1})->empty());
    draft->links = {{.other = EntryId{2}}};
    CHECK_OK(journal.drafts.save(*draft));
    CHECK_OK(journal.forms.save({Form::kNewDecision, EntryId{1}, 0}, {{1, "half a dec"}}, Timestamp{1}));
    QCOMPARE(journal.drafts.keep(Timestamp{5000})->links.size(), std::size_t{1});
    QCOMPARE(journal.forms.of(EntryId{1})->size(), std::size_t{1});
    QCOMPARE(ask_sql(journal.database.handle(), "PRAGMA integrity_check"), std::string{"ok"});
}

QTEST_APPLESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
