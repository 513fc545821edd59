// SPDX-License-Identifier: Apache-2.0
// The recovery code opens the vault, survives a new passphrase, and dies when a new code is made.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <filesystem>

#include "support/check_result.h"
#include "support/files.h"
#include "support/watched_vfs.h"
#include "vault/vault.h"
#include "vault/vault_header.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestVaultRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void the_recovery_code_opens();
    void a_new_code_kills_the_old_one();
    void a_failed_new_code_leaves_one_that_works();

private:
    fs::path path() const { return fs::path{folder_->path().toStdString()} / "journal.pennydrop"; }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestVaultRecovery::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void TestVaultRecovery::the_recovery_code_opens() {
    auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    const SecretBytes paper = created->recovery_code.written();
    created->vault.reset();
    const auto code = RecoveryCode::parse({reinterpret_cast<const char*>(paper.data()), paper.size()});
    CHECK_OK(code);
    CHECK_ERROR(Vault::open_with_recovery(path(), RecoveryCode::random(), {}), ErrorCode::kWrongSecret);
    {
        auto vault = Vault::open_with_recovery(path(), *code, {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->set_passphrase(secret("new")));
    }
    CHECK_ERROR(Vault::open(path(), secret("pass"), {}), ErrorCode::kWrongSecret);
    CHECK_OK(Vault::open(path(), secret("new"), {}));
    CHECK_OK(Vault::open_with_recovery(path(), *code, {}));
    // The code is no passphrase, and the other way round.
    CHECK_ERROR(Vault::open(path(), code->characters(), {}), ErrorCode::kWrongSecret);
}

void TestVaultRecovery::a_new_code_kills_the_old_one() {
    auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    const Bytes before = read_file(path());
    const auto code = created->vault->renew_recovery_code();
    CHECK_OK(code);
    created->vault.reset();
    QVERIFY(!code->characters().equals(created->recovery_code.characters()));
    const Bytes after = read_file(path());
    for (const std::size_t copy : {std::size_t{0}, kHeaderCopyBytes}) {
        const auto old_slot = std::span{before}.subspan(copy + 256 + kSlotBytes, kSlotBytes);
        QVERIFY(std::ranges::search(after, old_slot.subspan(16, 88)).empty());
        // The passphrase's slot stays as it was, in both copies.
        QVERIFY(std::ranges::equal(std::span{before}.subspan(copy + 256, kSlotBytes),
                                   std::span{after}.subspan(copy + 256, kSlotBytes)));
    }
    CHECK_ERROR(Vault::open_with_recovery(path(), created->recovery_code, {}), ErrorCode::kWrongSecret);
    CHECK_OK(Vault::open_with_recovery(path(), *code, {}));
    CHECK_OK(Vault::open(path(), secret("pass"), {}));
}

void TestVaultRecovery::a_failed_new_code_leaves_one_that_works() {
    WatchedVfs disk;
    auto created = Vault::create(path(), secret("pass"), {.below = disk.vfs()});
    CHECK_OK(created);
    disk.judge = [](const CallInfo& info) -> Verdict {
        return {.code = info.call == Call::kWrite ? SQLITE_FULL : SQLITE_OK};
    };
    CHECK_ERROR(created->vault->renew_recovery_code(), ErrorCode::kDiskFull);
    disk.judge = {};
    created->vault.reset();
    CHECK_OK(Vault::open_with_recovery(path(), created->recovery_code, {}));
}

QTEST_APPLESS_MAIN(TestVaultRecovery)
#include "tst_vault_recovery.moc"
