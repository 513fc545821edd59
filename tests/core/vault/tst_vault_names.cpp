// SPDX-License-Identifier: Apache-2.0
// A vault under whatever name a person gives it, and the database settings every open vault has.
#include <QtTest/QTest>

#include <QtCore/QScopeGuard>
#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <filesystem>

#include "support/check_result.h"
#include "support/files.h"
#include "support/sealed_database.h"
#include "vault/vault.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestVaultNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void awkward_file_names_data();
    void awkward_file_names();
    void settings_of_the_database();

private:
    fs::path folder() const { return folder_->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestVaultNames::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void TestVaultNames::awkward_file_names_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("accents") << QByteArray{"t\u00E4gliches \u65E5\u8A18.pennydrop"};
    QTest::newRow("no extension") << QByteArray{"notes"};
    QTest::newRow("looks like a rollback journal") << QByteArray{"my-journal"};
    QTest::newRow("looks like a log") << QByteArray{"notes-wal"};
    QTest::newRow("looks like a URI") << QByteArray{"file:notes?vfs=unix&mode=memory"};
    QTest::newRow("quotes and percent") << QByteArray{"it's \"100%\" mine"};
}

void TestVaultNames::awkward_file_names() {
    QFETCH(QByteArray, name);
    // Relative to the working folder, as on a command line.
    const fs::path back = fs::current_path();
    fs::current_path(folder());
    const fs::path relative{name.toStdString()};
    const auto cleanup = qScopeGuard([&] { fs::current_path(back); });
    {
        auto created = Vault::create(relative, secret("pass"), {});
        CHECK_OK(created);
        CHECK_OK(created->vault->database().execute("CREATE TABLE t (a); INSERT INTO t VALUES (7);"));
    }
    QCOMPARE(names_in("."), std::vector<std::string>{name.toStdString()});
    CHECK_OK(Vault::inspect(relative, {}));
    auto vault = Vault::open(relative, secret("pass"), {});
    CHECK_OK(vault);
    fs::current_path(back);  // the vault stays where it is when the program moves
    const auto seven = (*vault)->database().query_integer("SELECT a FROM t");
    CHECK_OK(seven);
    QCOMPARE(*seven, std::int64_t{7});
    CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (8);"));
}

void TestVaultNames::settings_of_the_database() {
    CHECK_OK(Vault::create((folder() / "journal.pennydrop"), secret("pass"), {}));
    auto vault = Vault::open((folder() / "journal.pennydrop"), secret("pass"), {});
    CHECK_OK(vault);
    sqlite3* const database = (*vault)->database().handle();
    QCOMPARE(ask_sql(database, "PRAGMA journal_mode"), std::string{"wal"});
    QCOMPARE(ask_sql(database, "PRAGMA locking_mode"), std::string{"exclusive"});
    QCOMPARE(ask_sql(database, "PRAGMA synchronous"), std::string{"2"});
    QCOMPARE(ask_sql(database, "PRAGMA temp_store"), std::string{"2"});
    QCOMPARE(ask_sql(database, "PRAGMA secure_delete"), std::string{"1"});
    QCOMPARE(ask_sql(database, "PRAGMA page_size"), std::string{"4096"});
    QCOMPARE(ask_sql(database, "PRAGMA encoding"), std::string{"UTF-8"});
    QCOMPARE(ask_sql(database, "PRAGMA application_id"), std::to_string(0x50656E6E));
    QCOMPARE(ask_sql(database, "PRAGMA foreign_keys"), std::string{"1"});
    int defensive = 0;
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
    QCOMPARE(defensive, 1);
    int reserved = -1;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    QCOMPARE(reserved, 64);
}

QTEST_APPLESS_MAIN(TestVaultNames)
#include "tst_vault_names.moc"
