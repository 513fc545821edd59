// SPDX-License-Identifier: Apache-2.0
// Backing up an open vault: a checked copy or nothing, whatever the disk does.
#include <QtTest/QTest>

#include <sys/stat.h>
#include <unistd.h>

#include "small_vault.h"
#include "support/crashes.h"
#include "support/watched_folders.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestVaultBackup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void is_the_same_vault_in_a_file_of_its_own();
    void holds_what_was_just_written();
    void never_overwrites();
    void stopped_at_any_step_leaves_nothing();
    void a_full_disk_leaves_nothing();
    void a_failing_disk_leaves_nothing_half();
    void a_vanished_folder();
    void a_folder_of_somebody_else();
    void a_copy_that_came_out_wrong_is_thrown_away();
    void of_a_damaged_vault_is_refused();
    void without_hard_links();
    void power_cut_at_every_operation();

private:
    [[nodiscard]] Result<std::unique_ptr<Vault>> open(const VaultOptions& options) const {
        return Vault::open(journal_, secret(SmallVault::kPassphrase), options);
    }
    [[nodiscard]] std::vector<std::string> backups() const { return names_in(target_.parent_path()); }

    SmallVault small_;
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path journal_;
    fs::path target_;
};

void TestVaultBackup::initTestCase() {
    CHECK_OK(small_.make());
}

void TestVaultBackup::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    const fs::path folder{folder_->path().toStdString()};
    journal_ = folder / "journal.pennydrop";
    target_ = folder / "backups" / "copy.pennydrop";
    fs::create_directory(target_.parent_path());
    write_file(journal_, small_.bytes);
}

void TestVaultBackup::is_the_same_vault_in_a_file_of_its_own() {
    auto vault = open({});
    CHECK_OK(vault);
    std::vector<std::uint64_t> seen;
    CHECK_OK((*vault)->back_up(target_, [&seen](std::uint64_t done, std::uint64_t total) {
        seen.push_back(done * 1000 / total);
        return true;
    }));
    QCOMPARE(backups(), std::vector<std::string>{"copy.pennydrop"});
    QVERIFY(std::ranges::is_sorted(seen));
    QCOMPARE(seen.front(), std::uint64_t{0});
    QCOMPARE(seen.back(), std::uint64_t{1000});
    QCOMPARE(fs::status(target_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    const auto copied = Vault::info_of(target_, {});
    CHECK_OK(copied);
    const VaultInfo present = (*vault)->info();
    QVERIFY(copied->id == present.id);
    QVERIFY(copied->key_slots == present.key_slots);
    QVERIFY(copied->file != present.file);
    QCOMPARE(copied->generation, present.generation);
    // Both secrets open it, and it can be written.
    auto opened = Vault::open_with_recovery(target_, *small_.recovery_code, {});
    CHECK_OK(opened);
    CHECK_OK((*opened)->database().execute("INSERT INTO t VALUES (100, 'x');"));
    opened->reset();
    CHECK_OK(Vault::open(target_, secret(SmallVault::kPassphrase), {}));
}

void TestVaultBackup::holds_what_was_just_written() {
    auto vault = open({});
    CHECK_OK(vault);
    CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (1000, hex(zeroblob(1500)));"));
    CHECK_OK((*vault)->back_up(target_, {}));
    const auto sum = small_.sum(target_);
    CHECK_OK(sum);
    QCOMPARE(*sum, SmallVault::kSum + 1000);
    // The vault goes on as before, and a second backup is one more file.
    CHECK_OK((*vault)->database().execute("DELETE FROM t WHERE a = 1000;"));
    CHECK_OK((*vault)->back_up(target_.parent_path() / "second.pennydrop", {}));
    QCOMPARE(*small_.sum(target_.parent_path() / "second.pennydrop"), SmallVault::kSum);
}

void TestVaultBackup::never_overwrites() {
    auto vault = open({});
    CHECK_OK(vault);
    write_file(target_, bytes_of("somebody's"));
    CHECK_ERROR((*vault)->back_up(target_, {}), ErrorCode::kAlreadyExists);
    CHECK_ERROR((*vault)->back_up(journal_, {}), ErrorCode::kAlreadyExists);
    // Also when the file comes while the copy is being written.
    fs::remove(target_);
    CHECK_ERROR((*vault)->back_up(target_,
                                  [this](std::uint64_t, std::uint64_t) {
                                      write_file(target_, bytes_of("somebody's"));
                                      return true;
                                  }),
                ErrorCode::kAlreadyExists);
    QCOMPARE(backups(), std::vector<std::string>{"copy.pennydrop"});
    QCOMPARE(read_file(target_).size(), std::size_t{10});
}

void TestVaultBackup::stopped_at_any_step_leaves_nothing() {
    auto vault = open({});
    CHECK_OK(vault);
    int steps = 0;
    CHECK_OK((*vault)->back_up(target_, [&steps](std::uint64_t, std::uint64_t) { return ++steps > 0; }));
    fs::remove(target_);
    QVERIFY(steps > 3);
    for (int at = 0; at < steps; ++at) {
        int count = 0;
        CHECK_ERROR((*vault)->back_up(target_, [&](std::uint64_t, std::uint64_t) { return count++ < at; }),
                    ErrorCode::kCancelled);
        QVERIFY(backups().empty());
    }
    CHECK_OK((*vault)->database().execute("DELETE FROM t WHERE a = 1;"));
}

void TestVaultBackup::a_full_disk_leaves_nothing() {
    WatchedVfs disk;
    auto vault = open({.below = disk.vfs()});
    CHECK_OK(vault);
    for (std::int64_t room = 0; room < 300'000; room += long_run() ? 4096 : 40'960) {
        disk.judge = [room](const CallInfo& info) -> Verdict {
            const bool full = info.call == Call::kWrite && info.file.find("/backups/") != std::string::npos &&
                              info.offset + info.amount > room;
            return {.code = full ? SQLITE_FULL : SQLITE_OK};
        };
        CHECK_ERROR((*vault)->back_up(target_, {}), ErrorCode::kDiskFull);
        QVERIFY(backups().empty());
    }
    disk.judge = {};
    CHECK_OK((*vault)->back_up(target_, {}));
}

void TestVaultBackup::a_failing_disk_leaves_nothing_half() {
    WatchedVfs disk;
    auto vault = open({.below = disk.vfs()});
    CHECK_OK(vault);
    int calls = 0;
    const auto count = [&calls](const CallInfo& info) {
        const bool counts = info.file.find("/backups/") != std::string::npos && info.call != Call::kAccess &&
                            info.call != Call::kLock && info.call != Call::kDelete;
        calls += counts ? 1 : 0;
        return counts;
    };
    disk.judge = [&](const CallInfo& info) -> Verdict { return {.code = count(info) ? SQLITE_OK : SQLITE_OK}; };
    CHECK_OK((*vault)->back_up(target_, {}));
    fs::remove(target_);
    const int total = calls;
    const int step = long_run() ? 1 : std::max(1, total / 40);
    for (int at = 0; at < total; at += step) {
        calls = 0;
        disk.judge = [&](const CallInfo& info) -> Verdict {
            return {.code = count(info) && calls == at + 1 ? SQLITE_IOERR_WRITE : SQLITE_OK};
        };
        const auto done = (*vault)->back_up(target_, {});
        const std::string place = "call " + std::to_string(at) + ": " + describe(done);
        if (done) {
            CHECK_WITH(small_.sum(target_).has_value(), place);
            fs::remove(target_);
        }
        CHECK_WITH(done || done.error().code == ErrorCode::kIo, place);
        CHECK_WITH(backups().empty(), place);
    }
    disk.judge = {};  // it knows what lies in the loop
}

void TestVaultBackup::a_vanished_folder() {
    auto vault = open({});
    CHECK_OK(vault);
    fs::remove_all(target_.parent_path());
    CHECK_ERROR((*vault)->back_up(target_, {}), ErrorCode::kNotFound);
    QVERIFY(!fs::exists(target_.parent_path()));
}

void TestVaultBackup::a_folder_of_somebody_else() {
    auto vault = open({});
    CHECK_OK(vault);
    const bool root = ::geteuid() == 0;
    fs::permissions(target_.parent_path(), fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec);
    QCOMPARE(::chmod(folder_->path().toStdString().c_str(), 0755), 0);
    if (root) {
        QCOMPARE(::seteuid(65534), 0);  // root may write everywhere
    }
    const auto done = (*vault)->back_up(target_, {});
    if (root) {
        QCOMPARE(::seteuid(0), 0);
    }
    fs::permissions(target_.parent_path(), fs::perms::owner_all);
    CHECK_ERROR(done, ErrorCode::kPermission);
    QVERIFY(backups().empty());
}

void TestVaultBackup::a_copy_that_came_out_wrong_is_thrown_away() {
    WatchedVfs disk;
    auto vault = open({.below = disk.vfs()});
    CHECK_OK(vault);
    // The medium changes a byte after the copy was synced.
    bool synced = false;
    bool changed = false;
    disk.judge = [&](const CallInfo& info) -> Verdict {
        if (info.file.find("/backups/") == std::string::npos) {
            return {};
        }
        if (synced && info.call == Call::kOpen && !changed) {
            Bytes bytes = read_file(info.file);
            bytes[bytes.size() / 2] ^= 1U;
            write_file(info.file, bytes);
            changed = true;
        }
        synced = synced || (info.call == Call::kSync && fs::file_size(info.file) > 100'000);
        return {};
    };
    CHECK_ERROR((*vault)->back_up(target_, {}), ErrorCode::kDamaged);
    QVERIFY(changed);
    QVERIFY(backups().empty());
}

void TestVaultBackup::of_a_damaged_vault_is_refused() {
    Bytes bytes = small_.bytes;
    bytes[bytes.size() - 10'000] ^= 1U;
    write_file(journal_, bytes);
    auto vault = open({});
    CHECK_OK(vault);
    CHECK_ERROR((*vault)->back_up(target_, {}), ErrorCode::kDamaged);
    QVERIFY(backups().empty());
}

void TestVaultBackup::without_hard_links() {
    WatchedVfs disk;
    WatchedFolders folders{disk};
    folders.has_links = false;
    auto vault = open({.below = disk.vfs(), .folders = &folders});
    CHECK_OK(vault);
    CHECK_OK((*vault)->back_up(target_, {}));
    QCOMPARE(*small_.sum(target_), SmallVault::kSum);
    CHECK_ERROR((*vault)->back_up(target_, {}), ErrorCode::kAlreadyExists);
    QCOMPARE(backups(), std::vector<std::string>{"copy.pennydrop"});
}

void TestVaultBackup::power_cut_at_every_operation() {
    WatchedVfs disk;
    WatchedFolders folders{disk};
    std::size_t acknowledged = 0;
    {
        auto vault = open({.below = disk.vfs(), .folders = &folders});
        CHECK_OK(vault);
        const std::string wal = journal_.string() + "-wal";
        disk.record();
        CHECK_OK((*vault)->back_up(target_, {}));
        acknowledged = disk.operations().size();
        QVERIFY(!fs::exists(wal) || fs::file_size(wal) == 0);
    }
    // Nothing was done to the journal itself.
    std::vector<DiskOperation> operations;
    for (std::size_t i = 0; i < acknowledged; ++i) {
        QVERIFY(disk.operations()[i].file.find("/backups") != std::string::npos);
        operations.push_back(disk.operations()[i]);
    }
    std::size_t whole = 0;
    std::size_t states = 0;
    const std::string last = "operation " + std::to_string(operations.size());
    for_each_crash(target_.parent_path(), {}, operations, long_run() ? 1 : 5, [&](const std::string& place) {
        ++states;
        if (!fs::exists(target_)) {
            return !place.starts_with(last + " of") || (qWarning("%s: lost", place.c_str()), false);
        }
        ++whole;
        const auto sum = small_.sum(target_);
        if (!sum || *sum != SmallVault::kSum) {
            qWarning("%s: %s", place.c_str(), describe(sum).c_str());
            whole = 0;
            return false;
        }
        return true;
    });
    qInfo("%zu crashes: in %zu the backup is there", states, whole);
    QVERIFY(states > 40 && whole >= 5);
}

QTEST_APPLESS_MAIN(TestVaultBackup)
#include "tst_vault_backup.moc"
