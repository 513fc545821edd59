// SPDX-License-Identifier: Apache-2.0
// What the session has done on the worker's thread: the cost of guessing a passphrase rises with the devices, and a new
// recovery code counts only once somebody has it.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <chrono>
#include <filesystem>

#include "journal_tasks.h"
#include "support/check_result.h"
#include "support/files.h"
#include "vault/vault_rekey.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace pennydrop::testing;

class TestJournalTasks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void unlocking_too_quickly_raises_the_cost();
    void unlocking_slowly_enough_leaves_it();
    void a_code_nobody_confirmed_is_replaced();
    void a_code_from_the_command_line_is_good_until_the_passphrase_opens_the_journal();
    void the_device_raises_nothing_and_the_next_passphrase_does();

private:
    JournalFile file() const { return {.path = std::filesystem::path{folder_->path().toStdString()} / "a.pennydrop"}; }
    void make_confirmed() const;
    KdfCost passphrase_cost() const;

    std::unique_ptr<QTemporaryDir> folder_;
};

void TestJournalTasks::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void TestJournalTasks::make_confirmed() const {
    auto made = make_journal(file(), secret("pass"), KdfCost{});
    CHECK_OK(made);
    CHECK_OK(made->journal->set_recovery_confirmed());
}

KdfCost TestJournalTasks::passphrase_cost() const {
    const auto info = Vault::info_of(file().path, {});
    return info ? info->key_slots.at(0).cost : KdfCost{.passes = 0, .memory_bytes = 0};
}

void TestJournalTasks::unlocking_too_quickly_raises_the_cost() {
    make_confirmed();
    const KdfCost dearer{.passes = KdfCost::kMinimumPasses + 1};
    CHECK_OK(open_journal(file(), secret("pass"), dearer, std::chrono::hours{1}));
    QVERIFY(passphrase_cost() == dearer);
    const auto again = open_journal(file(), secret("pass"), dearer, std::chrono::hours{1});
    CHECK_OK(again);
    QVERIFY(again->recovery_code.empty());
    QVERIFY(again->journal->vault().key_slots().at(0).cost == dearer);
}

void TestJournalTasks::unlocking_slowly_enough_leaves_it() {
    make_confirmed();
    const KdfCost dearer{.passes = KdfCost::kMinimumPasses + 1};
    CHECK_OK(open_journal(file(), secret("pass"), dearer, std::chrono::milliseconds{0}));
    QVERIFY(passphrase_cost() == KdfCost{});
    CHECK_ERROR(open_journal(file(), secret("other"), dearer, std::chrono::hours{1}), ErrorCode::kWrongSecret);
    QVERIFY(passphrase_cost() == KdfCost{});
}

void TestJournalTasks::a_code_nobody_confirmed_is_replaced() {
    make_confirmed();
    SecretBytes first;
    {
        auto opened = open_journal(file(), secret("pass"), KdfCost{});
        CHECK_OK(opened);
        QVERIFY(opened->recovery_code.empty());
        auto code = opened->journal->vault().renew_recovery_code();
        CHECK_OK(code);
        first = code->written();
    }
    const auto opened = open_journal(file(), secret("pass"), KdfCost{});
    CHECK_OK(opened);
    QVERIFY(!opened->recovery_code.empty());
    QVERIFY(!opened->recovery_code.equals(first));
}

void TestJournalTasks::a_code_from_the_command_line_is_good_until_the_passphrase_opens_the_journal() {
    make_confirmed();
    const auto first = rekey_vault(file().path, secret("pass"), {}, {});
    CHECK_OK(first);
    {
        // Whoever uses it has shown that they hold it.
        CHECK_OK(open_journal(file(), first->recovery_code, KdfCost{}));
        const auto opened = open_journal(file(), secret("pass"), KdfCost{});
        CHECK_OK(opened);
        QVERIFY(opened->recovery_code.empty());
    }
    const auto second = rekey_vault(file().path, secret("pass"), {}, {});
    CHECK_OK(second);
    {
        const auto opened = open_journal(file(), secret("pass"), KdfCost{});
        CHECK_OK(opened);
        QVERIFY(!opened->recovery_code.empty());
        QVERIFY(!opened->recovery_code.equals(second->recovery_code.written()));
    }
    CHECK_ERROR(open_journal(file(), second->recovery_code, KdfCost{}), ErrorCode::kWrongSecret);
}

void TestJournalTasks::the_device_raises_nothing_and_the_next_passphrase_does() {
    make_confirmed();
    const auto device = SecretBytes::random(kDeviceSecretBytes);
    {
        auto opened = open_journal(file(), secret("pass"), KdfCost{});
        CHECK_OK(opened);
        CHECK_OK(opened->journal->vault().add_device_slot(device));
    }
    CHECK_OK(open_journal_with_device(file(), device));
    QVERIFY(passphrase_cost() == KdfCost{});
    const KdfCost dearer{.passes = KdfCost::kMinimumPasses + 1};
    CHECK_OK(open_journal(file(), secret("pass"), dearer, std::chrono::hours{1}));
    QVERIFY(passphrase_cost() == dearer);
    CHECK_OK(open_journal_with_device(file(), device));
}

QTEST_GUILESS_MAIN(TestJournalTasks)
#include "tst_journal_tasks.moc"
