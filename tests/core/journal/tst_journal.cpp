// SPDX-License-Identifier: Apache-2.0
// A journal in its vault: tables made once, a newer journal refused, many entries at once, and all of it there again.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <array>
#include <filesystem>

#include "journal/journal.h"
#include "journal/schema.h"
#include "memory_journal.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/sealed_database.h"
#include "support/watched_vfs.h"
#include "vault/vault_rekey.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void migrations_are_numbered_upwards();
    void migrating_twice_changes_nothing();
    void a_newer_journal_is_refused_and_untouched();
    void a_failed_migration_leaves_the_old_tables();
    void a_journal_is_there_again();
    void many_at_once_or_none();
    void a_new_journal_has_no_confirmed_code();
    void what_is_confirmed_is_one_code();
    void a_confirmation_of_an_earlier_version_is_taken_over();
    void a_journal_of_the_first_tables_is_confirmed_if_written_in();
    void a_leaf_of_the_index_fits_a_page();
    void a_common_word_does_not_read_every_text();
};

void TestJournal::migrations_are_numbered_upwards() {
    std::int32_t last = 0;
    for (const auto& migration : journal_migrations()) {
        QCOMPARE(migration.number, last + 1);
        last = migration.number;
    }
    QVERIFY(last > 0);
}

void TestJournal::migrating_twice_changes_nothing() {
    MemoryJournal journal;
    CHECK_OK(journal.entries.add(content("one"), {}));
    const auto before = dump(journal.database.handle());
    CHECK_OK(journal.database.migrate(journal_migrations()));
    QVERIFY(*dump(journal.database.handle()) == *before);
    QCOMPARE(ask_sql(journal.database.handle(), "PRAGMA user_version"),
             std::to_string(journal_migrations().back().number));
}

void TestJournal::a_newer_journal_is_refused_and_untouched() {
    MemoryJournal journal;
    sqlite3* const database = journal.database.handle();
    const int newer = journal_migrations().back().number + 1;
    QCOMPARE(run_sql(database, "CREATE TABLE later (x); PRAGMA user_version = " + std::to_string(newer)), SQLITE_OK);
    const auto before = dump(database);
    CHECK_ERROR(journal.database.migrate(journal_migrations()), ErrorCode::kNewerVersion);
    QVERIFY(*dump(database) == *before);
    QCOMPARE(ask_sql(database, "PRAGMA user_version"), std::to_string(newer));
}

void TestJournal::a_failed_migration_leaves_the_old_tables() {
    auto database = Connection::open(":memory:", "", true);
    CHECK_OK(database);
    constexpr std::array kBroken{Migration{1, "CREATE TABLE a (x)"},
                                 Migration{2, "CREATE TABLE b (x); INSERT INTO b VALUES (1); CREATE TABLE a (y)"},
                                 Migration{3, "CREATE TABLE c (x)"}};
    QVERIFY(!database->migrate(kBroken).has_value());
    QCOMPARE(ask_sql(database->handle(), "SELECT group_concat(name) FROM sqlite_schema"), std::string{"a"});
    QCOMPARE(ask_sql(database->handle(), "PRAGMA user_version"), std::string{"1"});
    // The mended one goes on where it stopped.
    constexpr std::array kMended{Migration{1, "CREATE TABLE never (x)"}, Migration{2, "CREATE TABLE b (x)"}};
    CHECK_OK(database->migrate(kMended));
    QCOMPARE(ask_sql(database->handle(), "SELECT group_concat(name) FROM sqlite_schema"), std::string{"a,b"});
    CHECK_ERROR(database->migrate({}), ErrorCode::kNewerVersion);
}

void TestJournal::a_journal_is_there_again() {
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal.pennydrop";
    EntryId kept{};
    {
        auto created = Vault::create(path, secret("pass"), {});
        CHECK_OK(created);
        auto journal = Journal::open(std::move(created->vault));
        CHECK_OK(journal);
        const auto added = (*journal)->entries().add(content("night shift", 5), Timestamp{1});
        CHECK_OK(added);
        kept = added->id;
        CHECK_OK((*journal)->drafts().save({.content = content("half a"), .cursor = 6, .saved = Timestamp{2}}));
        QVERIFY(!*(*journal)->recovery_is_confirmed());
        CHECK_OK((*journal)->set_recovery_confirmed());
        CHECK_OK((*journal)->set_recovery_confirmed());
    }
    {
        auto vault = Vault::open(path, secret("pass"), {});
        CHECK_OK(vault);
        auto journal = Journal::open(std::move(*vault));
        CHECK_OK(journal);
        QCOMPARE((*journal)->entries().find(kept)->content.text, std::string{"night shift"});
        QCOMPARE((*journal)->drafts().load()->value().content.text, std::string{"half a"});
        QCOMPARE(*(*journal)->search().count({.words = "nig"}), std::int64_t{1});
        QVERIFY(*(*journal)->recovery_is_confirmed());
        CHECK_OK((*journal)->vault().database().execute("PRAGMA user_version = 1000000"));
    }
    auto vault = Vault::open(path, secret("pass"), {});
    CHECK_OK(vault);
    CHECK_ERROR(Journal::open(std::move(*vault)), ErrorCode::kNewerVersion);
}

void TestJournal::many_at_once_or_none() {
    const QTemporaryDir folder;
    auto created = Vault::create(fs::path{folder.path().toStdString()} / "journal.pennydrop", secret("pass"), {});
    CHECK_OK(created);
    auto journal = Journal::open(std::move(created->vault));
    CHECK_OK(journal);
    std::vector<EntryContent> many;
    for (int i = 0; i < 300; ++i) {
        many.push_back(content("entry " + std::to_string(i), i));
    }
    CHECK_OK((*journal)->add_all(many, Timestamp{9}));
    QCOMPARE(*(*journal)->entries().count(), std::int64_t{300});
    QVERIFY((*journal)->entries().page({}, 1)->front().preview == "entry 299");
    many[150].text = "";
    CHECK_ERROR((*journal)->add_all(many, Timestamp{9}), ErrorCode::kInvalid);
    QCOMPARE(*(*journal)->entries().count(), std::int64_t{300});
    CHECK_OK((*journal)->add_all({}, Timestamp{9}));
    CHECK_OK((*journal)->entries().add(content("and it goes on"), {}));
}

void TestJournal::a_new_journal_has_no_confirmed_code() {
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal.pennydrop";
    {
        auto created = Vault::create(path, secret("pass"), {});
        CHECK_OK(created);
        auto journal = Journal::open(std::move(created->vault));
        CHECK_OK(journal);
        QCOMPARE(*(*journal)->recovery_is_confirmed(), false);
        CHECK_OK((*journal)->set_recovery_confirmed());
        CHECK_OK((*journal)->set_recovery_confirmed());
        QCOMPARE(*(*journal)->recovery_is_confirmed(), true);
    }
    auto vault = Vault::open(path, secret("pass"), {});
    CHECK_OK(vault);
    auto journal = Journal::open(std::move(*vault));
    CHECK_OK(journal);
    QCOMPARE(*(*journal)->recovery_is_confirmed(), true);
}

void TestJournal::what_is_confirmed_is_one_code() {
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal.pennydrop";
    WatchedVfs disk;
    auto created = Vault::create(path, secret("pass"), {.below = disk.vfs()});
    CHECK_OK(created);
    auto journal = Journal::open(std::move(created->vault));
    CHECK_OK(journal);
    CHECK_OK((*journal)->set_recovery_confirmed());
    // A new code that did not come about takes nothing away.
    disk.judge = [&path](const CallInfo& info) -> Verdict {
        return {.code = info.call == Call::kWrite && info.file == path.string() ? SQLITE_FULL : SQLITE_OK};
    };
    CHECK_ERROR((*journal)->vault().renew_recovery_code(), ErrorCode::kDiskFull);
    disk.judge = {};
    QCOMPARE(*(*journal)->recovery_is_confirmed(), true);
    // Nor does another passphrase. Another code is not confirmed, without anybody having to say so.
    CHECK_OK((*journal)->vault().set_passphrase(secret("other")));
    QCOMPARE(*(*journal)->recovery_is_confirmed(), true);
    CHECK_OK((*journal)->vault().renew_recovery_code());
    QCOMPARE(*(*journal)->recovery_is_confirmed(), false);
    CHECK_OK((*journal)->set_recovery_confirmed());
    QCOMPARE(*(*journal)->recovery_is_confirmed(), true);
    journal->reset();
    // A re-key makes another code as well; one that failed does not.
    CHECK_ERROR(rekey_vault(path, secret("wrong"), {}, {}), ErrorCode::kWrongSecret);
    CHECK_ERROR(rekey_vault(path, secret("other"), {}, [](std::uint64_t, std::uint64_t) { return false; }),
                ErrorCode::kCancelled);
    for (const bool expected : {true, false}) {
        auto vault = Vault::open(path, secret("other"), {});
        CHECK_OK(vault);
        auto again = Journal::open(std::move(*vault));
        CHECK_OK(again);
        QCOMPARE(*(*again)->recovery_is_confirmed(), expected);
        again->reset();
        if (expected) {
            CHECK_OK(rekey_vault(path, secret("other"), {}, {}));
        }
    }
}

void TestJournal::a_confirmation_of_an_earlier_version_is_taken_over() {
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal.pennydrop";
    {
        auto created = Vault::create(path, secret("pass"), {});
        CHECK_OK(created);
        auto journal = Journal::open(std::move(created->vault));
        CHECK_OK(journal);
        CHECK_OK((*journal)->vault().database().execute("INSERT INTO setting VALUES ('recovery_confirmed', 1)"));
    }
    auto vault = Vault::open(path, secret("pass"), {});
    CHECK_OK(vault);
    auto journal = Journal::open(std::move(*vault));
    CHECK_OK(journal);
    QCOMPARE(*(*journal)->recovery_is_confirmed(), true);
    CHECK_OK((*journal)->vault().renew_recovery_code());
    QCOMPARE(*(*journal)->recovery_is_confirmed(), false);
}

void TestJournal::a_journal_of_the_first_tables_is_confirmed_if_written_in() {
    for (const bool written : {false, true}) {
        auto database = Connection::open(":memory:", "", true);
        CHECK_OK(database);
        CHECK_OK(database->migrate(journal_migrations().first(1)));
        if (written) {
            CHECK_OK(EntryStore{*database}.add(content("one"), {}));
        }
        CHECK_OK(database->migrate(journal_migrations()));
        QCOMPARE(ask_sql(database->handle(), "SELECT count(*) FROM setting WHERE value = 1"),
                 std::string{written ? "1" : "0"});
    }
}

namespace {

/// Texts of two to a page, all with the word "the".
Status add_long_entries(Journal& journal, int count) {
    std::string text = "the";
    for (int i = 0; i < 300; ++i) {
        text += " word" + std::to_string(i % 7);
    }
    const std::vector<EntryContent> entries(static_cast<std::size_t>(count), content(text));
    return journal.add_all(entries, Timestamp{1});
}

}  // namespace

void TestJournal::a_leaf_of_the_index_fits_a_page() {
    const QTemporaryDir folder;
    auto created = Vault::create(fs::path{folder.path().toStdString()} / "journal.pennydrop", secret("pass"), {});
    CHECK_OK(created);
    auto journal = Journal::open(std::move(created->vault));
    CHECK_OK(journal);
    CHECK_OK(add_long_entries(**journal, 100));
    // The most a table's row may hold without an overflow page, less its own header: sqlite.org/fileformat2.html.
    constexpr int kUsableBytes = 4096 - 64;
    constexpr int kMostBytes = kUsableBytes - 35 - 4;
    const auto longest = (*journal)->vault().database().query_integer("SELECT max(length(block)) FROM entry_text_data");
    CHECK_OK(longest);
    QVERIFY2(*longest <= kMostBytes && *longest > kMostBytes / 2, std::to_string(*longest).c_str());
}

void TestJournal::a_common_word_does_not_read_every_text() {
    const QTemporaryDir folder;
    auto created = Vault::create(fs::path{folder.path().toStdString()} / "journal.pennydrop", secret("pass"), {});
    CHECK_OK(created);
    auto journal = Journal::open(std::move(created->vault));
    CHECK_OK(journal);
    constexpr int kEntries = 600;
    CHECK_OK(add_long_entries(**journal, kEntries));
    sqlite3* database = (*journal)->vault().database().handle();
    const auto pages_read = [&](const auto& work) {
        sqlite3_db_release_memory(database);
        int before = 0;
        int after = 0;
        int highest = 0;
        sqlite3_db_status(database, SQLITE_DBSTATUS_CACHE_MISS, &before, &highest, 0);
        work();
        sqlite3_db_status(database, SQLITE_DBSTATUS_CACHE_MISS, &after, &highest, 0);
        return after - before;
    };
    constexpr int kFew = 100;  // the texts alone fill three times as many
    const int found = pages_read([&] { QCOMPARE((*journal)->search().find({.words = "the"}, {}, 50)->size(), 50U); });
    QVERIFY2(found < kFew, std::to_string(found).c_str());
    const int counted =
        pages_read([&] { QCOMPARE(*(*journal)->search().count({.words = "the"}), std::int64_t{kEntries}); });
    QVERIFY2(counted < kFew, std::to_string(counted).c_str());
}

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
