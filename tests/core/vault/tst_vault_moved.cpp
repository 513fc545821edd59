// SPDX-License-Identifier: Apache-2.0
// A vault moved, renamed, replaced or removed while it is closed, open, or as a crash left it: a clear outcome, no
// second file, and nothing lost.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <filesystem>

#include "support/check_result.h"
#include "support/files.h"
#include "support/small_vault.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestVaultMoved : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void renamed_while_closed();
    void moved_after_a_crash();
    void renamed_while_open();
    void its_folder_renamed_while_open();
    void a_crash_after_a_rename();
    void replaced_by_its_own_copy_while_open();
    void removed_while_open();

private:
    fs::path folder() const { return folder_->path().toStdString(); }
    fs::path path() const { return folder() / "journal.pennydrop"; }
    fs::path other() const { return folder() / "diary.pennydrop"; }
    std::vector<std::string> names() const { return names_in(folder()); }

    std::unique_ptr<QTemporaryDir> folder_;
};

void TestVaultMoved::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void TestVaultMoved::renamed_while_closed() {
    CHECK_OK(make_small_vault(path()));
    fs::rename(path(), other());
    CHECK_ERROR(Vault::inspect(path(), {}), ErrorCode::kNotFound);
    CHECK_ERROR(Vault::open(path(), secret("pass"), {}), ErrorCode::kNotFound);
    QCOMPARE(names(), std::vector<std::string>{"diary.pennydrop"});
    auto vault = open_small_vault(other());
    CHECK_OK(vault);
    QCOMPARE(rows_in(**vault), std::int64_t{1});
}

void TestVaultMoved::moved_after_a_crash() {
    CHECK_OK(make_small_vault(path()));
    Bytes main;
    Bytes log;
    {
        auto vault = open_small_vault(path());
        CHECK_OK(vault);
        CHECK_OK(add_row(**vault));
        main = read_file(path());
        log = read_file(path().string() + "-wal");
    }
    QVERIFY(!log.empty());
    // With its log everything is there, whatever the two are called now.
    write_file(other(), main);
    write_file(other().string() + "-wal", log);
    {
        auto vault = open_small_vault(other());
        CHECK_OK(vault);
        QCOMPARE(rows_in(**vault), std::int64_t{2});
    }
    // Without it the vault is as it was when the log began; the log stays where it is, and later puts that right.
    write_file(path(), main);
    write_file(path().string() + "-wal", log);
    const fs::path third = folder() / "third.pennydrop";
    fs::rename(path(), third);
    {
        auto vault = open_small_vault(third);
        CHECK_OK(vault);
        QCOMPARE(rows_in(**vault), std::int64_t{1});
    }
    QVERIFY(read_file(path().string() + "-wal") == log);
    fs::rename(third, path());
    auto vault = open_small_vault(path());
    CHECK_OK(vault);
    QCOMPARE(rows_in(**vault), std::int64_t{2});
}

void TestVaultMoved::renamed_while_open() {
    CHECK_OK(make_small_vault(path()));
    {
        auto vault = open_small_vault(path());
        CHECK_OK(vault);
        CHECK_OK(add_row(**vault));
        fs::rename(path(), other());
        CHECK_OK(add_row(**vault));
        CHECK_OK((*vault)->set_passphrase(secret("pass")));
        QCOMPARE(rows_in(**vault), std::int64_t{3});
        CHECK_ERROR(Vault::open(path(), secret("pass"), {}), ErrorCode::kNotFound);
        CHECK_ERROR(Vault::open(other(), secret("pass"), {}), ErrorCode::kInUse);
    }
    QCOMPARE(names(), std::vector<std::string>{"diary.pennydrop"});
    auto vault = open_small_vault(other());
    CHECK_OK(vault);
    QCOMPARE(rows_in(**vault), std::int64_t{3});
}

void TestVaultMoved::its_folder_renamed_while_open() {
    const fs::path before = folder() / "before";
    const fs::path after = folder() / "after";
    fs::create_directory(before);
    CHECK_OK(make_small_vault(before / "journal.pennydrop"));
    {
        auto vault = open_small_vault(before / "journal.pennydrop");
        CHECK_OK(vault);
        CHECK_OK(add_row(**vault));
        fs::rename(before, after);
        CHECK_OK(add_row(**vault));
    }
    QCOMPARE(names(), std::vector<std::string>{"after"});
    {
        auto vault = open_small_vault(after / "journal.pennydrop");
        CHECK_OK(vault);
        QCOMPARE(rows_in(**vault), std::int64_t{3});
    }
    QCOMPARE(names_in(after), std::vector<std::string>{"journal.pennydrop"});
}

void TestVaultMoved::a_crash_after_a_rename() {
    CHECK_OK(make_small_vault(path()));
    Bytes main;
    Bytes log;
    {
        auto vault = open_small_vault(path());
        CHECK_OK(vault);
        CHECK_OK(add_row(**vault));
        fs::rename(path(), other());
        CHECK_OK(add_row(**vault));
        main = read_file(other());
        log = read_file(path().string() + "-wal");
    }
    fs::remove(other());
    // What lies there: the vault under its new name, the log under the old one. Brought together, all is there.
    write_file(path(), main);
    write_file(path().string() + "-wal", log);
    auto vault = open_small_vault(path());
    CHECK_OK(vault);
    QCOMPARE(rows_in(**vault), std::int64_t{3});
}

void TestVaultMoved::replaced_by_its_own_copy_while_open() {
    // As programs that synchronise files do: a new file of the same content takes over the name.
    CHECK_OK(make_small_vault(path()));
    fs::copy_file(path(), other());
    {
        auto vault = open_small_vault(path());
        CHECK_OK(vault);
        fs::rename(other(), path());
        CHECK_OK(add_row(**vault));
    }
    auto vault = open_small_vault(path());
    CHECK_OK(vault);
    QCOMPARE(rows_in(**vault), std::int64_t{2});
    vault->reset();
    QCOMPARE(names(), std::vector<std::string>{"journal.pennydrop"});
}

void TestVaultMoved::removed_while_open() {
    CHECK_OK(make_small_vault(path()));
    {
        auto vault = open_small_vault(path());
        CHECK_OK(vault);
        fs::remove(path());
        (void)add_row(**vault);
        QVERIFY(rows_in(**vault) >= 1);
    }
    QVERIFY(names().empty());  // what a person has removed is not brought back in pieces
    CHECK_ERROR(Vault::open(path(), secret("pass"), {}), ErrorCode::kNotFound);
}

QTEST_APPLESS_MAIN(TestVaultMoved)
#include "tst_vault_moved.moc"
