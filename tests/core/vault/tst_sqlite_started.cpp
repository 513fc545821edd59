// SPDX-License-Identifier: Apache-2.0
// SQLite was started by somebody else before the first vault: the wiping allocator cannot be put under it any more.
// Every way to a vault's files says so instead of leaving a person's text in memory that is given back. One process,
// because SQLite is started once.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include "support/check_result.h"
#include "support/files.h"
#include "vault/drop_box.h"
#include "vault/drop_box_key.h"
#include "vault/vault.h"
#include "vault/vault_check.h"
#include "vault/vault_rekey.h"
#include "vault/vault_repair.h"
#include "vault/vault_restore.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestSqliteStarted : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(sqlite3_initialize(), SQLITE_OK); }
    void no_vault_is_made_or_opened();
    void nor_worked_on();
    void nothing_is_dropped_or_read();
    void cleanup();

private:
    QTemporaryDir folder_;
    fs::path path_{fs::path{PENNYDROP_VAULT_VECTORS} / "good.pennydrop"};
    fs::path other_{fs::path{folder_.path().toStdString()} / "other.pennydrop"};
};

void TestSqliteStarted::cleanup() {
    QVERIFY(names_in(other_.parent_path()).empty());
}

void TestSqliteStarted::no_vault_is_made_or_opened() {
    const auto created = Vault::create(other_, secret("pass"), {});
    CHECK_ERROR(created, ErrorCode::kInternal);
    QVERIFY(created.error().detail.find("SQLite was started") != std::string::npos);
    CHECK_ERROR(Vault::open(path_, secret("pass"), {}), ErrorCode::kInternal);
    CHECK_ERROR(Vault::open_with_recovery(path_, RecoveryCode::random(), {}), ErrorCode::kInternal);
    CHECK_ERROR(Vault::open_with_device(path_, SecretBytes::random(kDeviceSecretBytes), {}), ErrorCode::kInternal);
    CHECK_ERROR(Vault::info_of(path_, {}), ErrorCode::kInternal);
}

void TestSqliteStarted::nor_worked_on() {
    const auto pass = [] { return VaultSecret::passphrase(secret("pass")); };
    CHECK_ERROR(check_vault(path_, pass(), {}, {}), ErrorCode::kInternal);
    CHECK_ERROR(rekey_vault(path_, secret("pass"), {}, {}), ErrorCode::kInternal);
    CHECK_ERROR(repair_vault(path_, pass(), other_, {}, {}, {}), ErrorCode::kInternal);
    CHECK_ERROR(restore_vault(path_, other_, pass(), {}, {}, {}), ErrorCode::kInternal);
}

void TestSqliteStarted::nothing_is_dropped_or_read() {
    const auto keys = [] { return drop_box_keys(SecretBytes::random(kDataKeyBytes)); };
    CHECK_ERROR(append_to_drop_box(other_, DropTarget{{}, keys().public_key}, {new_drop_id(), secret("text")}, {}),
                ErrorCode::kInternal);
    CHECK_ERROR(DropBox::open(other_, {}, keys(), {}), ErrorCode::kInternal);
}

QTEST_APPLESS_MAIN(TestSqliteStarted)
#include "tst_sqlite_started.moc"
