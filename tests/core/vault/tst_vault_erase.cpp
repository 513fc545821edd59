// SPDX-License-Identifier: Apache-2.0
// Erasing a whole vault: only with its passphrase, nothing of its own is left, its backups are named, and what a disk
// may still hold of it opens no more.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

#include "support/check_result.h"
#include "support/files.h"
#include "support/locked_vault.h"
#include "support/small_vault.h"
#include "support/watched_folders.h"
#include "vault/drop_box.h"
#include "vault/vault_erase.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestVaultErase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void only_with_its_passphrase();
    void nothing_of_its_own_is_left();
    void copies_are_named();
    void what_cannot_be_removed_opens_no_more();
    void what_fails_half_way_says_so_data();
    void what_fails_half_way_says_so();

private:
    [[nodiscard]] fs::path path() const { return fs::path{folder_->path().toStdString()} / "journal.pennydrop"; }

    std::unique_ptr<QTemporaryDir> folder_;
};

void TestVaultErase::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    CHECK_OK(make_small_vault(path()));
}

void TestVaultErase::only_with_its_passphrase() {
    auto vault = open_small_vault(path());
    CHECK_OK(vault);
    CHECK_ERROR(erase_vault(*vault, secret("something else")), ErrorCode::kWrongSecret);
    QVERIFY(*vault != nullptr);
    QCOMPARE(rows_in(**vault), std::int64_t{1});
    CHECK_OK(add_row(**vault));
    vault->reset();
    CHECK_OK(open_small_vault(path()));
}

void TestVaultErase::nothing_of_its_own_is_left() {
    write_file(drop_box_path(path()), Bytes(10));
    write_file(unread_drops_path(path()), Bytes(10));
    const fs::path other = path().parent_path() / "other.txt";
    write_file(other, Bytes(10));
    auto vault = open_small_vault(path());
    CHECK_OK(vault);
    CHECK_OK(add_row(**vault));
    const auto erased = erase_vault(*vault, secret("pass"));
    CHECK_OK(erased);
    QVERIFY(*vault == nullptr);
    QVERIFY(erased->not_removed.empty());
    int files = 0;
    for (const auto& item : fs::directory_iterator{path().parent_path()}) {
        QVERIFY2(item.path() == other, item.path().c_str());
        ++files;
    }
    QCOMPARE(files, 1);
}

void TestVaultErase::copies_are_named() {
    const QTemporaryDir backups;
    const fs::path folder = backups.path().toStdString();
    auto vault = open_small_vault(path());
    CHECK_OK(vault);
    CHECK_OK((*vault)->back_up(folder / "b.pennydrop", {}));
    CHECK_OK((*vault)->back_up(folder / "a.pennydrop", {}));
    CHECK_OK((*vault)->back_up(path().parent_path() / "journal replaced.pennydrop", {}));
    CHECK_OK(make_small_vault(folder / "another journal.pennydrop"));
    write_file(folder / "nonsense.pennydrop", Bytes(100));
    const auto erased = erase_vault(*vault, secret("pass"));
    CHECK_OK(erased);
    std::vector wanted{folder / "a.pennydrop", folder / "b.pennydrop",
                       path().parent_path() / "journal replaced.pennydrop"};
    std::ranges::sort(wanted);
    const std::vector folders{path().parent_path(), folder, folder, fs::path{"/no/such/folder"}};
    QVERIFY(copies_of(erased->id, folders, {}) == wanted);
    CHECK_OK(open_small_vault(folder / "a.pennydrop"));
}

void TestVaultErase::what_cannot_be_removed_opens_no_more() {
    WatchedVfs disk;
    WatchedFolders folders{disk};
    VaultOptions options;
    options.folders = &folders;
    auto vault = Vault::open(path(), secret("pass"), options);
    CHECK_OK(vault);
    folders.judge = [](DiskOperation::Kind kind) {
        return kind == DiskOperation::Kind::kDelete ? std::make_error_code(std::errc::permission_denied)
                                                    : std::error_code{};
    };
    const auto erased = erase_vault(*vault, secret("pass"));
    CHECK_OK(erased);
    QVERIFY(!erased->not_removed.empty() && erased->not_removed.front() == path());
    CHECK_ERROR(Vault::open(path(), secret("pass"), {}), ErrorCode::kNotOurFile);
}

void TestVaultErase::what_fails_half_way_says_so_data() {
    QTest::addColumn<bool>("is_written");
    QTest::newRow("while writing") << false;
    QTest::newRow("after writing") << true;
}

void TestVaultErase::what_fails_half_way_says_so() {
    QFETCH(bool, is_written);
    WatchedVfs disk;
    VaultOptions options;
    options.below = disk.vfs();
    auto vault = Vault::open(path(), secret("pass"), options);
    CHECK_OK(vault);
    const std::string file = path().string();
    disk.judge = [&](const CallInfo& info) -> Verdict {
        const bool is_it = info.file == file && info.call == (is_written ? Call::kSync : Call::kWrite);
        return is_it ? Verdict{is_written ? SQLITE_IOERR_FSYNC : SQLITE_IOERR_WRITE, info.amount / 2} : Verdict{};
    };
    CHECK_ERROR(erase_vault(*vault, secret("pass")), ErrorCode::kDamaged);
    QVERIFY(*vault == nullptr);
    QVERIFY(fs::exists(path()));
    if (is_written) {
        CHECK_ERROR(Vault::open(path(), secret("pass"), {}), ErrorCode::kNotOurFile);
    }
}

QTEST_APPLESS_MAIN(TestVaultErase)
#include "tst_vault_erase.moc"
