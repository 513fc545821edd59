// SPDX-License-Identifier: Apache-2.0
// The key slots of a vault: listed, added for a device, removed, made dearer; never the last one a person can open.
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

class TestVaultKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void a_new_vault_has_two_slots();
    void the_file_shows_its_slots_without_a_secret();
    void a_device_opens_with_its_own_secret();
    void a_removed_device_opens_nothing();
    void a_device_secret_has_one_size();
    void the_last_slot_of_a_person_stays();
    void twelve_slots_and_no_more();
    void a_dearer_cost_replaces_the_slot();
    void a_cost_is_never_lowered();
    void a_failed_write_changes_nothing();

private:
    fs::path path() const { return fs::path{folder_->path().toStdString()} / "journal.pennydrop"; }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestVaultKeys::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void TestVaultKeys::a_new_vault_has_two_slots() {
    const auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    const auto slots = created->vault->key_slots();
    QCOMPARE(slots.size(), 2U);
    QCOMPARE(slots[0].kind, SlotKind::kPassphrase);
    QCOMPARE(slots[1].kind, SlotKind::kRecovery);
    QVERIFY(slots[0].cost == KdfCost{});
    QVERIFY(slots[0].id != slots[1].id);
}

void TestVaultKeys::the_file_shows_its_slots_without_a_secret() {
    auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    const VaultInfo inside = created->vault->info();
    created->vault.reset();
    const auto outside = Vault::info_of(path(), {});
    CHECK_OK(outside);
    QVERIFY(outside->key_slots == inside.key_slots);
    QVERIFY(outside->id == inside.id && outside->file == inside.file && outside->drop_box == inside.drop_box);
    QVERIFY(outside->id != VaultId{} && outside->file != FileId{} && outside->drop_box != DropBoxPublicKey{});
    QVERIFY(outside->id != outside->file);
    QCOMPARE(outside->generation, 1U);
    QCOMPARE(outside->size_bytes, static_cast<std::int64_t>(fs::file_size(path())));
}

void TestVaultKeys::a_device_opens_with_its_own_secret() {
    const SecretBytes phone = SecretBytes::random(kDeviceSecretBytes);
    const SecretBytes laptop = SecretBytes::random(kDeviceSecretBytes);
    {
        const auto created = Vault::create(path(), secret("pass"), {});
        CHECK_OK(created);
        CHECK_OK(created->vault->add_device_slot(phone));
        CHECK_OK(created->vault->add_device_slot(laptop));
        QCOMPARE(created->vault->key_slots().size(), 4U);
        // The header is whole after each change: what it says is what is on the disk.
        QCOMPARE(created->vault->info().generation, 3U);
    }
    CHECK_OK(Vault::open_with_device(path(), phone, {}));
    CHECK_OK(Vault::open_with_device(path(), laptop, {}));
    CHECK_ERROR(Vault::open_with_device(path(), SecretBytes::random(kDeviceSecretBytes), {}), ErrorCode::kWrongSecret);
    // One secret, one kind: a device's is no passphrase, and the passphrase no device.
    CHECK_ERROR(Vault::open(path(), phone, {}), ErrorCode::kWrongSecret);
    CHECK_ERROR(Vault::open_with_device(path(), secret("pass"), {}), ErrorCode::kWrongSecret);
    CHECK_OK(Vault::open(path(), secret("pass"), {}));
}

void TestVaultKeys::a_removed_device_opens_nothing() {
    const SecretBytes phone = SecretBytes::random(kDeviceSecretBytes);
    auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    const auto id = created->vault->add_device_slot(phone);
    CHECK_OK(id);
    CHECK_OK(created->vault->remove_slot(*id));
    CHECK_ERROR(created->vault->remove_slot(*id), ErrorCode::kNotFound);
    created->vault.reset();
    CHECK_ERROR(Vault::open_with_device(path(), phone, {}), ErrorCode::kWrongSecret);
    // Not even in the other copy of the header.
    const Bytes file = read_file(path());
    QVERIFY(std::ranges::search(file, *id).empty());
}

void TestVaultKeys::a_device_secret_has_one_size() {
    const auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    CHECK_ERROR(created->vault->add_device_slot(SecretBytes{}), ErrorCode::kInvalid);
    CHECK_ERROR(created->vault->add_device_slot(SecretBytes::random(kDeviceSecretBytes - 1)), ErrorCode::kInvalid);
    QCOMPARE(created->vault->info().generation, 1U);
}

void TestVaultKeys::the_last_slot_of_a_person_stays() {
    auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    CHECK_OK(created->vault->add_device_slot(SecretBytes::random(kDeviceSecretBytes)));
    const auto slots = created->vault->key_slots();
    CHECK_OK(created->vault->remove_slot(slots[0].id));
    CHECK_ERROR(created->vault->remove_slot(slots[1].id), ErrorCode::kInvalid);
    created->vault.reset();
    CHECK_ERROR(Vault::open(path(), secret("pass"), {}), ErrorCode::kWrongSecret);
    CHECK_OK(Vault::open_with_recovery(path(), created->recovery_code, {}));
}

void TestVaultKeys::twelve_slots_and_no_more() {
    const auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    for (std::size_t used = 2; used < kSlotCount; ++used) {
        CHECK_OK(created->vault->add_device_slot(SecretBytes::random(kDeviceSecretBytes)));
    }
    CHECK_ERROR(created->vault->add_device_slot(SecretBytes::random(kDeviceSecretBytes)), ErrorCode::kInvalid);
    QCOMPARE(created->vault->key_slots().size(), kSlotCount);
    // A full header still takes a new passphrase and a new code: they replace their own.
    CHECK_OK(created->vault->set_passphrase(secret("new")));
    CHECK_OK(created->vault->renew_recovery_code());
    QCOMPARE(created->vault->key_slots().size(), kSlotCount);
}

void TestVaultKeys::a_dearer_cost_replaces_the_slot() {
    const KdfCost dearer{.passes = KdfCost::kMinimumPasses + 1, .memory_bytes = KdfCost::kMinimumMemoryBytes};
    auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    const auto before = created->vault->key_slots();
    CHECK_ERROR(created->vault->raise_cost(secret("other"), dearer), ErrorCode::kWrongSecret);
    QVERIFY(created->vault->key_slots() == before);
    const auto raised = created->vault->raise_cost(secret("pass"), dearer);
    CHECK_OK(raised);
    QVERIFY(*raised);
    const auto after = created->vault->key_slots();
    QCOMPARE(after.size(), before.size());
    QVERIFY(after[0].cost == dearer);
    QVERIFY(after[0].id != before[0].id);  // a new salt
    QVERIFY(after[1] == before[1]);
    created->vault.reset();
    CHECK_OK(Vault::open(path(), secret("pass"), {}));
    CHECK_OK(Vault::open_with_recovery(path(), created->recovery_code, {}));
    const Bytes file = read_file(path());
    QVERIFY(std::ranges::search(file, before[0].id).empty());
}

void TestVaultKeys::a_cost_is_never_lowered() {
    const KdfCost dear{.passes = KdfCost::kMinimumPasses + 2, .memory_bytes = KdfCost::kMinimumMemoryBytes};
    const auto created = Vault::create(path(), secret("pass"), {.kdf_cost = dear});
    CHECK_OK(created);
    const auto before = created->vault->key_slots();
    for (const KdfCost& cost : {dear, KdfCost{}}) {
        const auto raised = created->vault->raise_cost(secret("pass"), cost);
        CHECK_OK(raised);
        QVERIFY(!*raised);
    }
    QVERIFY(created->vault->key_slots() == before);
    CHECK_ERROR(created->vault->raise_cost(secret("pass"), {.passes = 1000, .memory_bytes = dear.memory_bytes}),
                ErrorCode::kInvalid);
    QVERIFY(created->vault->key_slots() == before);
}

void TestVaultKeys::a_failed_write_changes_nothing() {
    WatchedVfs disk;
    auto created = Vault::create(path(), secret("pass"), {.below = disk.vfs()});
    CHECK_OK(created);
    const auto before = created->vault->key_slots();
    disk.judge = [](const CallInfo& info) -> Verdict {
        return {.code = info.call == Call::kWrite ? SQLITE_FULL : SQLITE_OK};
    };
    CHECK_ERROR(created->vault->add_device_slot(SecretBytes::random(kDeviceSecretBytes)), ErrorCode::kDiskFull);
    CHECK_ERROR(created->vault->remove_slot(before[1].id), ErrorCode::kDiskFull);
    QVERIFY(created->vault->key_slots() == before);
    disk.judge = {};
    created->vault.reset();
    CHECK_OK(Vault::open(path(), secret("pass"), {}));
    CHECK_OK(Vault::open_with_recovery(path(), created->recovery_code, {}));
}

QTEST_APPLESS_MAIN(TestVaultKeys)
#include "tst_vault_keys.moc"
