// SPDX-License-Identifier: Apache-2.0
// A device that fails while a vault is checked, encrypted anew, restored, saved from or backed up: the error of the
// device and no other, and no byte of what was there is lost.
#include <QtTest/QTest>

#include <functional>
#include <set>

#include "small_vault.h"
#include "support/watched_folders.h"
#include "support/watched_vfs.h"
#include "vault/vault_check.h"
#include "vault/vault_rekey.h"
#include "vault/vault_repair.h"
#include "vault/vault_restore.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kNewRow = 5000;
constexpr LocalTime kNow{Timestamp{1'795'324'440'000'000}, UtcOffset{}};

struct Fault {
    int code;
    ErrorCode wanted;
};
/// The device's error, less than was asked for, and no memory: each passes.
constexpr std::array kReadFaults{Fault{SQLITE_IOERR_READ, ErrorCode::kIo},
                                 Fault{SQLITE_IOERR_SHORT_READ, ErrorCode::kIo},
                                 Fault{SQLITE_IOERR_NOMEM, ErrorCode::kOutOfMemory}};

enum class Work { kRekey, kRepair, kRestore, kCheck };

using Filter = std::function<bool(const CallInfo&)>;

/// Fails one of the calls that `filter` picks, once. Number -1 only counts them.
void fail_once(WatchedVfs& disk, const Filter& filter, int number, int code, int& calls) {
    calls = 0;
    disk.judge = [&calls, filter, number, code](const CallInfo& info) -> Verdict {
        return {.code = filter(info) && calls++ == number ? code : SQLITE_OK};
    };
}

bool is_log_read(const CallInfo& info) {
    return info.call == Call::kRead && info.file.ends_with("-wal");
}

/// Locks and looks at names are left alone.
bool is_io(const CallInfo& info) {
    return info.call != Call::kLock && info.call != Call::kUnlock && info.call != Call::kAccess;
}

bool is_read(const CallInfo& info) {
    return info.call == Call::kRead;
}

}  // namespace

class TestVaultWorkFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void a_log_that_is_not_delivered_does_not_end();
    void checking_never_calls_the_file_damaged();
    void backing_up_never_calls_the_file_damaged();
    void saving_goes_on_and_says_what_did_not_come();
    void any_call_may_fail_data();
    void any_call_may_fail();

private:
    /// As a crash left it: the newest row is in the log only.
    void put_crashed(const fs::path& path) const {
        write_file(path, main_);
        write_file(path.string() + "-wal", log_);
    }
    [[nodiscard]] bool is_crashed(const fs::path& path) const {
        return read_file(path) == main_ && read_file(path.string() + "-wal") == log_;
    }
    [[nodiscard]] Result<RepairReport> repair(const fs::path& target, const VaultOptions& options) const {
        static constexpr std::array kSchema{Migration{3,
                                                      "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT;"
                                                      "CREATE INDEX t_b ON t (b);"}};
        static constexpr std::array<std::string_view, 1> kTable{"t"};
        const RepairPlan plan{.schema = kSchema, .told_by_shape = kTable, .cuttable = kTable, .cut_mark = "~"};
        return repair_vault(path_, SmallVault::secret_to_open(), target, plan, options, {});
    }
    [[nodiscard]] Result<CheckReport> check(WatchedVfs& disk) const {
        auto reader =
            VaultReader::open_with_key(path_, small_.data_key, {.below = disk.vfs()}, VaultReader::Access::kShared);
        return reader ? check_reader(*reader, {}) : pass_on(reader);
    }

    SmallVault small_;
    Bytes main_;
    Bytes log_;
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path_;
};

void TestVaultWorkFaults::initTestCase() {
    CHECK_OK(small_.make());
    init();
    write_file(path_, small_.bytes);
    auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {});
    CHECK_OK(vault);
    CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (5000, hex(zeroblob(1500)));"));
    main_ = read_file(path_);
    log_ = read_file(path_.string() + "-wal");
    QVERIFY(log_.size() > 2 * std::size_t{kVaultPageBytes});
}

void TestVaultWorkFaults::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    path_ = fs::path{folder_->path().toStdString()} / "journal.pennydrop";
}

/// What was committed behind the block that did not come would be gone for good once another file takes the place.
void TestVaultWorkFaults::a_log_that_is_not_delivered_does_not_end() {
    WatchedVfs disk;
    const VaultOptions options{.below = disk.vfs()};
    const fs::path journal = path_.parent_path() / "other.pennydrop";
    const std::array<std::pair<const char*, std::function<std::optional<ErrorCode>()>>, 3> works{{
        {"check", [&] { return code_of(check(disk)); }},
        {"re-key", [&] { return code_of(rekey_vault(path_, secret(SmallVault::kPassphrase), options, {})); }},
        {"restore",
         [&] { return code_of(restore_vault(path_, journal, SmallVault::secret_to_open(), kNow, options, {})); }},
    }};
    put_crashed(path_);
    int calls = 0;
    fail_once(disk, is_log_read, -1, 0, calls);
    CHECK_OK(check(disk));
    // Every block is read once for the index; the last that is read for it is among these.
    const int blocks = static_cast<int>(log_.size() / kVaultPageBytes);
    QVERIFY(calls >= blocks && blocks > 2);
    for (const auto& [name, work] : works) {
        const bool derives = std::string_view{name} != "check";
        for (const auto& [code, wanted] : kReadFaults) {
            const int step = long_run() || !derives ? 1 : std::max(1, blocks - 1);
            for (int at = 0; at < blocks; at += step) {
                fail_once(disk, is_log_read, at, code, calls);
                const auto outcome = work();
                const std::string place = std::string{name} + ", code " + std::to_string(code) + ", block " +
                                          std::to_string(at) + ": " +
                                          (outcome ? std::string{error_name(*outcome)} : "success");
                CHECK_WITH(outcome == wanted, place);
                CHECK_WITH(is_crashed(path_), place);
                CHECK_WITH(!fs::exists(journal), place);
                for (const auto& file : names_in(path_.parent_path())) {
                    CHECK_WITH(file.find(".new-") == std::string::npos, place + ", left " + file);
                }
            }
        }
    }
    disk.judge = {};
    QCOMPARE(*small_.sum(path_), SmallVault::kSum + kNewRow);
}

void TestVaultWorkFaults::checking_never_calls_the_file_damaged() {
    WatchedVfs disk;
    put_crashed(path_);
    int calls = 0;
    fail_once(disk, is_read, -1, 0, calls);
    CHECK_OK(check(disk));
    const int total = calls;
    QVERIFY(total > 100);
    for (const auto& [code, wanted] : kReadFaults) {
        for (int at = 0; at < total; ++at) {
            fail_once(disk, is_read, at, code, calls);
            const auto report = check(disk);
            CHECK_WITH(!report && report.error().code == wanted,
                       "code " + std::to_string(code) + ", call " + std::to_string(at) + ": " + describe(report));
        }
    }
    disk.judge = {};
    QVERIFY(is_crashed(path_));
    const auto report = check(disk);
    CHECK_OK(report);
    QVERIFY(report->is_sound());
}

void TestVaultWorkFaults::backing_up_never_calls_the_file_damaged() {
    write_file(path_, small_.bytes);
    fs::create_directory(path_.parent_path() / "backups");
    const fs::path target = path_.parent_path() / "backups" / "backup.pennydrop";
    WatchedVfs disk;
    auto vault = Vault::open(path_, secret(SmallVault::kPassphrase), {.below = disk.vfs()});
    CHECK_OK(vault);
    int calls = 0;
    fail_once(disk, is_read, -1, 0, calls);
    CHECK_OK((*vault)->back_up(target, {}));
    const int total = calls;
    QVERIFY(total > 4);
    for (const auto& [code, wanted] : kReadFaults) {
        for (int at = 0; at < total; ++at) {
            fs::remove(target);
            fail_once(disk, is_read, at, code, calls);
            const auto done = (*vault)->back_up(target, {});
            CHECK_WITH(!done && done.error().code == wanted,
                       "code " + std::to_string(code) + ", call " + std::to_string(at) + ": " + describe(done));
            QVERIFY(names_in(target.parent_path()).empty());
        }
    }
    disk.judge = {};
    CHECK_OK((*vault)->back_up(target, {}));
    vault->reset();
    QVERIFY(read_file(path_) == small_.bytes);
}

void TestVaultWorkFaults::saving_goes_on_and_says_what_did_not_come() {
    WatchedVfs disk;
    const fs::path target = path_.parent_path() / "saved.pennydrop";
    const auto repair_again = [&] {
        fs::remove(target);
        return repair(target, {.below = disk.vfs()});
    };
    put_crashed(path_);
    int calls = 0;
    const auto of_blocks = [this](const CallInfo& info) {
        return is_read(info) && info.file.starts_with(path_.string()) &&
               (info.file != path_.string() || info.offset >= static_cast<std::int64_t>(kHeaderBytes));
    };
    fail_once(disk, of_blocks, -1, 0, calls);
    const auto whole = repair_again();
    CHECK_OK(whole);
    QVERIFY(whole->is_complete());
    QCOMPARE(whole->not_delivered, std::uint64_t{0});
    const std::size_t rows = whole->find("t")->saved.size();
    QCOMPARE(rows, static_cast<std::size_t>(SmallVault::kRows + 1));
    const int total = calls;
    for (int at = 0; at < total; at += long_run() ? 1 : total / 12) {
        fail_once(disk, of_blocks, at, SQLITE_IOERR_READ, calls);
        const auto report = repair_again();
        const std::string place = "call " + std::to_string(at) + ": " + describe(report);
        CHECK_WITH(report.has_value(), place);
        CHECK_WITH(!report->is_complete() && report->not_delivered == 1 && report->damaged_blocks == 1, place);
        CHECK_WITH(is_crashed(path_), place);
    }
    // A bad sector stays bad: what is on the others is saved.
    disk.judge = [this](const CallInfo& info) -> Verdict {
        return {.code = is_read(info) && info.file == path_.string() && info.offset == 20 * kVaultPageBytes
                            ? SQLITE_IOERR_READ
                            : SQLITE_OK};
    };
    const auto report = repair_again();
    CHECK_OK(report);
    QCOMPARE(report->not_delivered, std::uint64_t{1});
    QVERIFY(report->find("t")->saved.size() + 3 > rows);
    disk.judge = {};
}

void TestVaultWorkFaults::any_call_may_fail_data() {
    QTest::addColumn<Work>("work");
    QTest::newRow("re-key") << Work::kRekey;
    QTest::newRow("repair") << Work::kRepair;
    QTest::newRow("restore") << Work::kRestore;
    QTest::newRow("check") << Work::kCheck;
}

/// The journal is there as it was; what was to be made of it is there whole, or not at all.
void TestVaultWorkFaults::any_call_may_fail() {
    QFETCH(Work, work);
    WatchedVfs disk;
    const VaultOptions options{.below = disk.vfs()};
    const auto target = [this] { return path_.parent_path() / "other.pennydrop"; };
    const bool makes = work == Work::kRepair || work == Work::kRestore;
    std::uint64_t missed = 0;
    const auto do_it = [&]() -> Status {
        missed = 0;
        const auto status = [](auto done) { return done ? Status{} : pass_on(done); };
        switch (work) {
            case Work::kRekey:
                return status(rekey_vault(path_, secret(SmallVault::kPassphrase), options, {}));
            case Work::kRestore:
                return status(restore_vault(path_, target(), SmallVault::secret_to_open(), kNow, options, {}));
            case Work::kCheck:
                return status(check(disk));
            case Work::kRepair:
                break;
        }
        auto report = repair(target(), options);
        missed = report ? report->not_delivered : 0;
        return status(std::move(report));
    };
    int calls = 0;
    put_crashed(path_);
    fail_once(disk, is_io, -1, 0, calls);
    CHECK_OK(do_it());
    const int total = calls;
    QVERIFY(total > 100);
    int failed = 0;
    int tried = 0;
    for (const int code : {SQLITE_IOERR, SQLITE_FULL}) {
        // All but the check derive keys, which takes long.
        const int step = long_run() || work == Work::kCheck ? 1 : total / 4;
        for (int at = code == SQLITE_FULL ? std::min(5, step - 1) : 0; at < total; at += step) {
            init();
            put_crashed(path_);
            fail_once(disk, is_io, at, code, calls);
            const auto done = do_it();
            disk.judge = {};
            const std::string place =
                "code " + std::to_string(code) + ", call " + std::to_string(at) + ": " + describe(done);
            ++tried;
            failed += done ? 0 : 1;
            CHECK_WITH(done || done.error().code == (code == SQLITE_FULL ? ErrorCode::kDiskFull : ErrorCode::kIo),
                       place);
            for (const auto& file : names_in(path_.parent_path())) {
                CHECK_WITH(file.find(".new-") == std::string::npos, place + ", left " + file);
            }
            if (work != Work::kRekey || !done) {
                CHECK_WITH(is_crashed(path_), place);
            }
            CHECK_WITH(fs::exists(target()) == (makes && done.has_value()), place);
            CHECK_WITH(!makes || !done || missed > 0 || *small_.sum(target()) == SmallVault::kSum + kNewRow, place);
        }
    }
    QVERIFY(failed > 2);
    QVERIFY(work != Work::kCheck || failed == tried);
}

QTEST_APPLESS_MAIN(TestVaultWorkFaults)
#include "tst_vault_work_faults.moc"
