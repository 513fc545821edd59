// SPDX-License-Identifier: Apache-2.0
// A new data key: everything sealed anew, nothing opens with the old one, and at every moment the old file or the new.
#include <QtTest/QTest>

#include <chrono>
#include <optional>
#include <thread>

#include "small_vault.h"
#include "support/crashes.h"
#include "support/locked_vault.h"
#include "support/meddling_folders.h"
#include "support/watched_folders.h"
#include "vault/vault_header.h"
#include "vault/vault_rekey.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestVaultRekey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everything_is_under_a_new_key();
    void device_slots_go_and_the_log_is_applied();
    void refusals_change_nothing();
    void stopped_at_any_step_changes_nothing();
    void a_full_disk_changes_nothing();
    void a_folder_that_is_not_on_the_disk();
    void an_entry_dropped_meanwhile_is_refused_and_not_lost();
    void nobody_opens_it_before_the_old_log_is_gone();
    void power_cut_at_every_operation();

private:
    [[nodiscard]] Result<Rekeyed> rekey(const VaultOptions& options = {}, const OnProgress& progress = {}) const {
        return rekey_vault(path_, secret(SmallVault::kPassphrase), options, progress);
    }
    [[nodiscard]] bool is_untouched() const {
        return read_file(path_) == small_.bytes &&
               names_beside_drop_box(path_) == std::vector<std::string>{"journal.pennydrop"};
    }

    SmallVault small_;
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path_;
};

void TestVaultRekey::initTestCase() {
    CHECK_OK(small_.make());
}

void TestVaultRekey::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    path_ = fs::path{folder_->path().toStdString()} / "journal.pennydrop";
    write_file(path_, small_.bytes);
}

void TestVaultRekey::everything_is_under_a_new_key() {
    const auto before = Vault::info_of(path_, {});
    const auto done = rekey();
    CHECK_OK(done);
    QCOMPARE(done->dropped, std::size_t{0});
    QCOMPARE(names_beside_drop_box(path_), std::vector<std::string>{"journal.pennydrop"});
    const auto after = Vault::info_of(path_, {});
    QVERIFY(after->id == before->id);
    QVERIFY(after->file != before->file);
    QVERIFY(after->drop_box != before->drop_box);
    QVERIFY(after->generation > before->generation);
    QVERIFY(after->key_slots[0].id != before->key_slots[0].id);
    // Not one block is as it was, and the old key opens none.
    const Bytes bytes = read_file(path_);
    for (std::size_t at = kHeaderBytes; at < small_.bytes.size(); at += kVaultPageBytes) {
        QVERIFY(!std::equal(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                            bytes.begin() + static_cast<std::ptrdiff_t>(at + 64),
                            small_.bytes.begin() + static_cast<std::ptrdiff_t>(at)));
    }
    CHECK_ERROR(small_.sum(path_), ErrorCode::kDamaged);
    auto reader = VaultReader::open(path_, SmallVault::secret_to_open(), {}, VaultReader::Access::kShared);
    CHECK_OK(reader);
    QVERIFY(!reader->data_key().equals(small_.data_key));
    reader = fail(ErrorCode::kClosed);
    CHECK_ERROR(Vault::open_with_recovery(path_, *small_.recovery_code, {}), ErrorCode::kWrongSecret);
    auto vault = Vault::open_with_recovery(path_, done->recovery_code, {});
    CHECK_OK(vault);
    QCOMPARE(*(*vault)->database().query_integer("SELECT sum(a) FROM t"), SmallVault::kSum);
    QCOMPARE(*(*vault)->database().query_integer("PRAGMA user_version"), std::int64_t{3});
    CHECK_OK((*vault)->database().execute("DELETE FROM t WHERE a = 1;"));
}

void TestVaultRekey::device_slots_go_and_the_log_is_applied() {
    Bytes main;
    Bytes log;
    const SecretBytes device = SecretBytes::random(kDeviceSecretBytes);
    {
        auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->add_device_slot(device));
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (3000, hex(zeroblob(1500)));"));
        main = read_file(path_);
        log = read_file(path_.string() + "-wal");
    }
    write_file(path_, main);
    write_file(path_.string() + "-wal", log);
    const auto done = rekey();
    CHECK_OK(done);
    QCOMPARE(done->dropped, std::size_t{1});
    QVERIFY(!fs::exists(path_.string() + "-wal"));
    CHECK_ERROR(Vault::open_with_device(path_, device, {}), ErrorCode::kWrongSecret);
    auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
    CHECK_OK(vault);
    QCOMPARE(*(*vault)->database().query_integer("SELECT sum(a) FROM t"), SmallVault::kSum + 3000);
}

void TestVaultRekey::refusals_change_nothing() {
    CHECK_ERROR(rekey_vault(path_, secret("wrong"), {}, {}), ErrorCode::kWrongSecret);
    QVERIFY(is_untouched());
    write_file(path_.string() + "-drop", bytes_of("waiting"));
    CHECK_ERROR(rekey(), ErrorCode::kInvalid);
    QVERIFY(std::ranges::equal(read_file(path_.string() + "-drop"), bytes_of("waiting")));
    write_file(path_.string() + "-drop", {});
    {
        auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        CHECK_ERROR(rekey(), ErrorCode::kInUse);
    }
    QVERIFY(is_untouched());
    Bytes bytes = small_.bytes;
    bytes[bytes.size() - 3000] ^= 1U;
    write_file(path_, bytes);
    CHECK_ERROR(rekey(), ErrorCode::kDamaged);
    QVERIFY(read_file(path_) == bytes);
}

void TestVaultRekey::stopped_at_any_step_changes_nothing() {
    int steps = 0;
    CHECK_OK(rekey({}, [&steps](std::uint64_t, std::uint64_t) { return ++steps > 0; }));
    QVERIFY(steps > 5);
    for (int at = 0; at < steps; at += long_run() ? 1 : 3) {
        write_file(path_, small_.bytes);
        int count = 0;
        CHECK_ERROR(rekey({}, [&](std::uint64_t, std::uint64_t) { return count++ < at; }), ErrorCode::kCancelled);
        QVERIFY(is_untouched());
    }
}

void TestVaultRekey::a_full_disk_changes_nothing() {
    WatchedVfs disk;
    for (const std::int64_t room : {std::int64_t{0}, std::int64_t{8192}, std::int64_t{100'000}}) {
        disk.judge = [room](const CallInfo& info) -> Verdict {
            const bool full = info.call == Call::kWrite && info.offset + info.amount > room;
            return {.code = full ? SQLITE_FULL : SQLITE_OK};
        };
        CHECK_ERROR(rekey({.below = disk.vfs()}), ErrorCode::kDiskFull);
        QVERIFY(is_untouched());
    }
    disk.judge = {};
    WatchedFolders folders{disk};
    folders.judge = [](DiskOperation::Kind kind) {
        return kind == DiskOperation::Kind::kRename ? std::make_error_code(std::errc::permission_denied)
                                                    : std::error_code{};
    };
    CHECK_ERROR(rekey({.below = disk.vfs(), .folders = &folders}), ErrorCode::kPermission);
    QVERIFY(is_untouched());
}

/// Nobody knows which of the two has the name after a power cut: both have to be whole.
void TestVaultRekey::a_folder_that_is_not_on_the_disk() {
    Bytes main;
    Bytes log;
    {
        auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (3000, hex(zeroblob(1500)));"));
        main = read_file(path_);
        log = read_file(path_.string() + "-wal");
    }
    write_file(path_, main);
    write_file(path_.string() + "-wal", log);
    WatchedVfs disk;
    WatchedFolders folders{disk};
    folders.judge = [](DiskOperation::Kind kind) {
        return kind == DiskOperation::Kind::kSyncFolder ? std::make_error_code(std::errc::io_error) : std::error_code{};
    };
    CHECK_ERROR(rekey({.below = disk.vfs(), .folders = &folders}), ErrorCode::kIo);
    QVERIFY(read_file(path_) != main);
    QVERIFY(read_file(path_.string() + "-wal") == log);
    const auto sum = [this] {
        auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
        return vault ? (*vault)->database().query_integer("SELECT sum(a) FROM t") : pass_on(vault);
    };
    QCOMPARE(*sum(), SmallVault::kSum + 3000);
    write_file(path_, main);
    write_file(path_.string() + "-wal", log);
    QCOMPARE(*sum(), SmallVault::kSum + 3000);
}

void TestVaultRekey::an_entry_dropped_meanwhile_is_refused_and_not_lost() {
    // Two other windows at their lock screens: one that gives up at once, and one that waits for its turn.
    const auto info = Vault::info_of(path_, {});
    const DropTarget remembered{info->id, info->drop_box};
    std::optional<ErrorCode> hasty;
    std::optional<ErrorCode> patient;
    std::thread waiting;
    MeddlingFolders folders{path_,
                            [&] {
                                hasty = code_of(append_to_drop_box(path_, remembered, drop_of("hasty"),
                                                                   {.patience = std::chrono::milliseconds{0}}));
                                waiting = std::thread{[&] {
                                    patient = code_of(append_to_drop_box(path_, remembered, drop_of("patient"), {}));
                                }};
                                std::this_thread::sleep_for(std::chrono::milliseconds{100});  // it has seen the header
                            },
                            {}};
    const auto done = rekey({.folders = &folders});
    waiting.join();
    CHECK_OK(done);
    QVERIFY(hasty == ErrorCode::kInUse);
    QVERIFY(patient == ErrorCode::kInvalid);  // the journal has to be unlocked first: its key is another
    QVERIFY(read_file(drop_box_path(path_)).empty());
    const auto after = Vault::info_of(path_, {});
    CHECK_OK(append_to_drop_box(path_, {after->id, after->drop_box}, drop_of("later"), {}));
}

void TestVaultRekey::nobody_opens_it_before_the_old_log_is_gone() {
    // Who opened it then and wrote would have had the log taken away.
    write_file(path_.string() + "-wal", Bytes(3 * std::size_t{kVaultPageBytes}, 7));
    std::optional<ErrorCode> opened;
    MeddlingFolders folders{
        path_, {}, [&] { opened = code_of(Vault::open(path_, secret(SmallVault::kPassphrase), {})); }};
    CHECK_OK(rekey({.folders = &folders}));
    QVERIFY(opened == ErrorCode::kInUse);
    QVERIFY(!fs::exists(path_.string() + "-wal"));
    CHECK_OK(Vault::open(path_, secret(SmallVault::kPassphrase), {}));
}

void TestVaultRekey::power_cut_at_every_operation() {
    const auto start = files_in(path_.parent_path());
    WatchedVfs disk;
    WatchedFolders folders{disk};
    disk.record();
    CHECK_OK(rekey({.below = disk.vfs(), .folders = &folders}));
    const auto operations = disk.operations();
    SecretBytes new_key;
    {
        auto reader = VaultReader::open(path_, SmallVault::secret_to_open(), {}, VaultReader::Access::kShared);
        CHECK_OK(reader);
        new_key = reader->data_key().clone();
    }
    std::size_t old_one = 0;
    std::size_t new_one = 0;
    bool failed = false;
    const std::string last = "operation " + std::to_string(operations.size()) + " of";
    const auto states =
        for_each_crash(path_.parent_path(), start, operations, long_run() ? 1 : 7, [&](const std::string& place) {
            const auto with_old = small_.sum(path_);
            const auto with_new = SmallVault::sum_with(path_, new_key);
            const bool is_old = with_old && *with_old == SmallVault::kSum;
            const bool is_new = with_new && *with_new == SmallVault::kSum;
            old_one += is_old ? 1 : 0;
            new_one += is_new ? 1 : 0;
            failed = is_old == is_new || (is_old && place.starts_with(last));
            if (failed) {
                qWarning("%s: %s, %s", place.c_str(), describe(with_old).c_str(), describe(with_new).c_str());
            }
            return !failed;
        });
    qInfo("%zu crashes: the old file in %zu, the new one in %zu", states, old_one, new_one);
    QVERIFY(!failed);
    QVERIFY(old_one > 30 && new_one >= 5);
}

QTEST_APPLESS_MAIN(TestVaultRekey)
#include "tst_vault_rekey.moc"
