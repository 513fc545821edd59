// SPDX-License-Identifier: Apache-2.0
// Putting a backup in a journal's place: checked first, the old journal kept whatever state it is in, and one of the
// two under the name at every moment.
#include <QtTest/QTest>

#include <unistd.h>

#include <chrono>
#include <optional>

#include "small_vault.h"
#include "support/crashes.h"
#include "support/locked_vault.h"
#include "support/meddling_folders.h"
#include "support/watched_folders.h"
#include "vault/vault_header.h"
#include "vault/vault_rekey.h"
#include "vault/vault_restore.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

/// 22 November 2026, 05:14 UTC.
constexpr LocalTime kNow{Timestamp{1'795'324'440'000'000}, UtcOffset{}};
constexpr std::int64_t kNewRow = 5000;

}  // namespace

class TestVaultRestore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void replaces_and_keeps_the_journal();
    void brings_the_log_of_a_crash_along();
    void restores_over_a_destroyed_journal();
    void restores_where_nothing_is();
    void a_bad_backup_replaces_nothing();
    void refuses_a_journal_in_use();
    void a_backup_may_lie_on_a_read_only_medium();
    void a_drop_box_for_the_replaced_journal_goes_with_it();
    void a_drop_box_for_the_same_key_stays();
    void a_forged_header_moves_no_drop_box();
    void a_folder_that_is_not_on_the_disk();
    void power_cut_while_a_drop_box_is_moved();
    void a_second_process_waits_until_it_is_done();
    void stopped_at_any_step_changes_nothing();
    void a_full_or_failing_disk_changes_nothing();
    void power_cut_at_every_operation();

private:
    [[nodiscard]] Result<Restored> restore(const VaultOptions& options = {}, const OnProgress& progress = {}) const {
        return restore_vault(backup_, journal_, SmallVault::secret_to_open(), kNow, options, progress);
    }
    [[nodiscard]] fs::path replaced() const {
        return journal_.parent_path() / "journal replaced 2026-11-22 0514.pennydrop";
    }

    SmallVault small_;
    Bytes newer_{};    ///< The journal, one row ahead of the backup, and closed.
    Bytes crashed_{};  ///< The same before it was closed: the row is in the log.
    Bytes crashed_log_{};
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path journal_;
    fs::path backup_;
};

void TestVaultRestore::initTestCase() {
    CHECK_OK(small_.make());
    const QTemporaryDir folder;
    const fs::path path = fs::path{folder.path().toStdString()} / "journal.pennydrop";
    write_file(path, small_.bytes);
    {
        auto vault = Vault::open(path, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (5000, hex(zeroblob(1500)));"));
        crashed_ = read_file(path);
        crashed_log_ = read_file(path.string() + "-wal");
    }
    newer_ = read_file(path);
    QVERIFY(!crashed_log_.empty());
}

void TestVaultRestore::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    const fs::path folder{folder_->path().toStdString()};
    fs::create_directory(folder / "home");
    journal_ = folder / "home" / "journal.pennydrop";
    backup_ = folder / "backup.pennydrop";
    write_file(journal_, newer_);
    write_file(backup_, small_.bytes);
}

void TestVaultRestore::replaces_and_keeps_the_journal() {
    const auto restored = restore();
    CHECK_OK(restored);
    QVERIFY(restored->replaced == replaced());
    QCOMPARE(*small_.sum(journal_), SmallVault::kSum);
    QCOMPARE(*small_.sum(replaced()), SmallVault::kSum + kNewRow);
    QVERIFY(read_file(replaced()) == newer_);
    QVERIFY(read_file(backup_) == small_.bytes);
    QCOMPARE(names_beside_drop_box(journal_).size(), std::size_t{2});
    // A file of its own: no block of the backup fits into it later.
    const auto now = Vault::info_of(journal_, {});
    const auto before = Vault::info_of(backup_, {});
    QVERIFY(now->file != before->file);
    QVERIFY(now->id == before->id);
    QVERIFY(now->generation > before->generation);
    CHECK_OK(Vault::open(journal_, secret(SmallVault::kPassphrase), {}));
    CHECK_OK(Vault::open_with_recovery(journal_, *small_.recovery_code, {}));
    // A second one in the same minute finds another name for what it replaces.
    const auto again = restore();
    CHECK_OK(again);
    QCOMPARE(again->replaced->filename().string(), std::string{"journal replaced 2026-11-22 0514 2.pennydrop"});
}

void TestVaultRestore::brings_the_log_of_a_crash_along() {
    write_file(journal_, crashed_);
    write_file(journal_.string() + "-wal", crashed_log_);
    CHECK_OK(restore());
    QVERIFY(!fs::exists(journal_.string() + "-wal"));
    QCOMPARE(*small_.sum(journal_), SmallVault::kSum);
    QCOMPARE(*small_.sum(replaced()), SmallVault::kSum + kNewRow);
    // And a backup that is a plain copy of a crashed journal is restored with its log.
    write_file(backup_, crashed_);
    write_file(backup_.string() + "-wal", crashed_log_);
    CHECK_OK(restore());
    QCOMPARE(*small_.sum(journal_), SmallVault::kSum + kNewRow);
    QVERIFY(read_file(backup_) == crashed_);
    QVERIFY(read_file(backup_.string() + "-wal") == crashed_log_);
}

void TestVaultRestore::restores_over_a_destroyed_journal() {
    for (const Bytes& rubbish : {Bytes(50'000, 0xAA), Bytes{}, Bytes(newer_.begin(), newer_.begin() + 5000)}) {
        init();
        write_file(journal_, rubbish);
        const auto restored = restore();
        CHECK_OK(restored);
        QCOMPARE(*small_.sum(journal_), SmallVault::kSum);
        QVERIFY(read_file(replaced()) == rubbish);
    }
}

void TestVaultRestore::restores_where_nothing_is() {
    fs::remove(journal_);
    const auto restored = restore();
    CHECK_OK(restored);
    QVERIFY(!restored->replaced.has_value());
    QCOMPARE(*small_.sum(journal_), SmallVault::kSum);
    QCOMPARE(names_beside_drop_box(journal_), std::vector<std::string>{"journal.pennydrop"});
    fs::remove_all(journal_.parent_path());
    CHECK_ERROR(restore(), ErrorCode::kNotFound);
}

void TestVaultRestore::a_bad_backup_replaces_nothing() {
    const auto untouched = [this] {
        return read_file(journal_) == newer_ &&
               names_beside_drop_box(journal_) == std::vector<std::string>{"journal.pennydrop"};
    };
    CHECK_ERROR(restore_vault(backup_, journal_, VaultSecret::passphrase(secret("wrong")), kNow, {}, {}),
                ErrorCode::kWrongSecret);
    QVERIFY(untouched());
    Bytes bytes = small_.bytes;
    bytes[bytes.size() - 5000] ^= 1U;
    write_file(backup_, bytes);
    CHECK_ERROR(restore(), ErrorCode::kDamaged);
    QVERIFY(untouched());
    bytes = small_.bytes;
    bytes.resize(bytes.size() - kVaultPageBytes);
    write_file(backup_, bytes);
    CHECK_ERROR(restore(), ErrorCode::kDamaged);
    QVERIFY(untouched());
    write_file(backup_, Bytes(20'000, 1));
    CHECK_ERROR(restore(), ErrorCode::kNotOurFile);
    fs::remove(backup_);
    CHECK_ERROR(restore(), ErrorCode::kNotFound);
    CHECK_ERROR(restore_vault(journal_, journal_, SmallVault::secret_to_open(), kNow, {}, {}), ErrorCode::kInvalid);
    QVERIFY(untouched());
}

void TestVaultRestore::refuses_a_journal_in_use() {
    auto vault = Vault::open(journal_, secret(SmallVault::kPassphrase), {});
    CHECK_OK(vault);
    CHECK_ERROR(restore(), ErrorCode::kInUse);
    CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (7000, hex(zeroblob(1500)));"));
    vault->reset();
    QCOMPARE(*small_.sum(journal_), SmallVault::kSum + kNewRow + 7000);
    CHECK_OK(restore());
}

void TestVaultRestore::a_backup_may_lie_on_a_read_only_medium() {
    WatchedVfs disk;
    disk.judge = [this](const CallInfo& info) -> Verdict {
        const bool writes = info.call == Call::kWrite || info.call == Call::kTruncate || info.call == Call::kDelete ||
                            (info.call == Call::kOpen && (info.offset & SQLITE_OPEN_READWRITE) != 0);
        return {.code = writes && info.file == backup_.string() ? SQLITE_READONLY : SQLITE_OK};
    };
    CHECK_OK(restore({.below = disk.vfs()}));
    QCOMPARE(*small_.sum(journal_), SmallVault::kSum);
}

void TestVaultRestore::a_drop_box_for_the_replaced_journal_goes_with_it() {
    // Re-keyed since the backup, written into while it was locked, and then damaged.
    CHECK_OK(rekey_vault(journal_, secret(SmallVault::kPassphrase), {}, {}));
    const auto info = Vault::info_of(journal_, {});
    CHECK_OK(append_to_drop_box(journal_, {info->id, info->drop_box}, drop_of("written while locked"), {}));
    Bytes bytes = read_file(journal_);
    const Bytes waiting = read_file(drop_box_path(journal_));
    bytes[bytes.size() - 3000] ^= 1U;
    write_file(journal_, bytes);
    const auto restored = restore();
    CHECK_OK(restored);
    QVERIFY(restored->drop_box == drop_box_path(replaced()));
    QVERIFY(read_file(replaced()) == bytes);
    QVERIFY(read_file(*restored->drop_box) == waiting);
    QVERIFY(read_file(drop_box_path(journal_)).empty());
    QCOMPARE(*small_.sum(journal_), SmallVault::kSum);
    // Its own key opens what waited.
    auto reader = VaultReader::open(replaced(), SmallVault::secret_to_open(), {}, VaultReader::Access::kShared);
    CHECK_OK(reader);
    {
        auto box = DropBox::open(replaced(), info->id, drop_box_keys(reader->data_key()), {});
        CHECK_OK(box);
        const auto found = read_all(*box);
        CHECK_OK(found);
        QVERIFY(found->payloads == std::vector<std::string>{"written while locked"});
    }
    // When the journal cannot be replaced after all, it waits where it was.
    write_file(journal_, bytes);
    write_file(drop_box_path(journal_), waiting);
    const auto names = names_in(journal_.parent_path());
    WatchedVfs disk;
    WatchedFolders folders{disk};
    folders.judge = [](DiskOperation::Kind kind) {
        return kind == DiskOperation::Kind::kRename ? std::make_error_code(std::errc::permission_denied)
                                                    : std::error_code{};
    };
    CHECK_ERROR(restore({.below = disk.vfs(), .folders = &folders}), ErrorCode::kPermission);
    QVERIFY(names_in(journal_.parent_path()) == names);
    QVERIFY(read_file(drop_box_path(journal_)) == waiting);
}

void TestVaultRestore::a_drop_box_for_the_same_key_stays() {
    write_file(drop_box_path(journal_), bytes_of("sealed"));
    const auto restored = restore();
    CHECK_OK(restored);
    QVERIFY(!restored->drop_box.has_value());
    QVERIFY(std::ranges::equal(read_file(drop_box_path(journal_)), bytes_of("sealed")));
    // So it does where nobody can tell for whom it is: the next unlock keeps what it cannot read.
    write_file(journal_, Bytes(50'000, 0xAA));
    CHECK_OK(restore());
    QVERIFY(std::ranges::equal(read_file(drop_box_path(journal_)), bytes_of("sealed")));
}

/// Somebody without the key has made the journal's header name another drop box: the entry that waits is for the
/// restored journal all the same.
void TestVaultRestore::a_forged_header_moves_no_drop_box() {
    const auto info = Vault::info_of(journal_, {});
    CHECK_OK(append_to_drop_box(journal_, {info->id, info->drop_box}, drop_of("written while locked"), {}));
    Bytes waiting = read_file(drop_box_path(journal_));
    waiting.resize(waiting.size() + 3 * std::size_t{kVaultPageBytes}, 0x5A);
    write_file(drop_box_path(journal_), waiting);
    Bytes bytes = read_file(journal_);
    VaultHeader header = choose_header(std::span{bytes}.first(kHeaderBytes))->header;
    header.drop_box.fill(0x42);
    const HeaderCopy forged = encode_header(header, SecretBytes::random(kDataKeyBytes));
    std::ranges::copy(forged, bytes.begin());
    std::ranges::copy(forged, bytes.begin() + kHeaderCopyBytes);
    write_file(journal_, bytes);
    const auto restored = restore();
    CHECK_OK(restored);
    QVERIFY(!restored->drop_box.has_value());
    QVERIFY(read_file(drop_box_path(journal_)) == waiting);
}

/// Nobody knows which of the two has the name after a power cut: what was there is whole under the other name, too.
void TestVaultRestore::a_folder_that_is_not_on_the_disk() {
    WatchedVfs disk;
    WatchedFolders folders{disk};
    bool placed = false;
    folders.judge = [&placed](DiskOperation::Kind kind) {
        placed = placed || kind == DiskOperation::Kind::kRename;
        return placed && kind == DiskOperation::Kind::kSyncFolder ? std::make_error_code(std::errc::io_error)
                                                                  : std::error_code{};
    };
    CHECK_ERROR(restore({.below = disk.vfs(), .folders = &folders}), ErrorCode::kIo);
    QVERIFY(placed);
    QCOMPARE(*small_.sum(journal_), SmallVault::kSum);
    QVERIFY(read_file(replaced()) == newer_);
    // A new name that may be lost is none: a journal that is not there yet is not made, and nothing stays.
    for (const bool has_links : {true, false}) {
        init();
        fs::remove(journal_);
        folders.has_links = has_links;
        CHECK_ERROR(restore({.below = disk.vfs(), .folders = &folders}), ErrorCode::kIo);
        QVERIFY(names_in(journal_.parent_path()).empty());
    }
}

void TestVaultRestore::a_second_process_waits_until_it_is_done() {
    for (const bool is_there : {true, false}) {
        init();
        const auto info = Vault::info_of(journal_, {});
        if (!is_there) {
            fs::remove(journal_);
        }
        write_file(journal_.string() + "-wal", Bytes(3 * std::size_t{kVaultPageBytes}, 7));
        std::optional<ErrorCode> dropped;
        std::optional<ErrorCode> opened;
        MeddlingFolders folders{journal_,
                                [&] {
                                    dropped =
                                        code_of(append_to_drop_box(journal_, {info->id, info->drop_box}, drop_of("x"),
                                                                   {.patience = std::chrono::milliseconds{0}}));
                                },
                                [&] { opened = code_of(Vault::open(journal_, secret(SmallVault::kPassphrase), {})); }};
        CHECK_OK(restore({.folders = &folders}));
        QVERIFY(dropped == (is_there ? ErrorCode::kInUse : ErrorCode::kNotFound));
        QVERIFY(opened == ErrorCode::kInUse);
        QVERIFY(!fs::exists(journal_.string() + "-wal"));
        CHECK_OK(append_to_drop_box(journal_, {info->id, info->drop_box}, drop_of("x"), {}));
        CHECK_OK(Vault::open(journal_, secret(SmallVault::kPassphrase), {}));
    }
}

void TestVaultRestore::stopped_at_any_step_changes_nothing() {
    int steps = 0;
    CHECK_OK(restore({}, [&steps](std::uint64_t, std::uint64_t) { return ++steps > 0; }));
    QVERIFY(steps > 5);
    for (int at = 0; at < steps; ++at) {
        init();
        int count = 0;
        CHECK_ERROR(restore({}, [&](std::uint64_t, std::uint64_t) { return count++ < at; }), ErrorCode::kCancelled);
        QCOMPARE(names_beside_drop_box(journal_), std::vector<std::string>{"journal.pennydrop"});
        QVERIFY(read_file(journal_) == newer_);
    }
}

void TestVaultRestore::a_full_or_failing_disk_changes_nothing() {
    WatchedVfs disk;
    WatchedFolders folders{disk};
    int calls = 0;
    const auto counts = [this](const CallInfo& info) {
        return info.file.starts_with(journal_.parent_path().string()) && info.call != Call::kAccess &&
               info.call != Call::kLock;
    };
    disk.judge = [&](const CallInfo& info) -> Verdict { return calls += counts(info) ? 1 : 0, Verdict{}; };
    CHECK_OK(restore({.below = disk.vfs(), .folders = &folders}));
    const int total = calls;
    const int step = long_run() ? 1 : std::max(1, total / 8);
    for (const int code : {SQLITE_FULL, SQLITE_IOERR_FSYNC}) {
        for (int at = 0; at < total; at += step) {
            init();
            calls = 0;
            disk.judge = [&](const CallInfo& info) -> Verdict {
                return {.code = counts(info) && calls++ == at ? code : SQLITE_OK};
            };
            const auto restored = restore({.below = disk.vfs(), .folders = &folders});
            const std::string place = "call " + std::to_string(at) + ": " + describe(restored);
            const auto wanted = code == SQLITE_FULL ? ErrorCode::kDiskFull : ErrorCode::kIo;
            CHECK_WITH(restored || restored.error().code == wanted, place);
            const auto sum = small_.sum(journal_);
            CHECK_WITH(sum.has_value(), place);
            CHECK_WITH(*sum == (restored ? SmallVault::kSum : SmallVault::kSum + kNewRow), place);
            CHECK_WITH(restored || names_beside_drop_box(journal_).size() == 1, place);
        }
    }
    disk.judge = {};
    for (const auto kind : {DiskOperation::Kind::kLink, DiskOperation::Kind::kRename}) {
        init();
        folders.judge = [kind](DiskOperation::Kind asked) {
            return asked == kind ? std::make_error_code(std::errc::no_space_on_device) : std::error_code{};
        };
        const auto restored = restore({.below = disk.vfs(), .folders = &folders});
        if (kind == DiskOperation::Kind::kLink) {
            CHECK_OK(restored);  // as on FAT: renamed instead
            continue;
        }
        CHECK_ERROR(restored, ErrorCode::kDiskFull);
        QVERIFY(read_file(journal_) == newer_);
        QCOMPARE(names_beside_drop_box(journal_).size(), std::size_t{1});
    }
}

void TestVaultRestore::power_cut_at_every_operation() {
    write_file(journal_, crashed_);
    write_file(journal_.string() + "-wal", crashed_log_);
    const fs::path folder = journal_.parent_path();
    const auto start = files_in(folder);
    WatchedVfs disk;
    WatchedFolders folders{disk};
    disk.record();
    CHECK_OK(restore({.below = disk.vfs(), .folders = &folders}));
    const auto operations = disk.operations();
    std::size_t old_one = 0;
    std::size_t new_one = 0;
    bool failed = false;
    const std::string last = "operation " + std::to_string(operations.size()) + " of";
    const auto states = for_each_crash(folder, start, operations, long_run() ? 1 : 7, [&](const std::string& place) {
        const auto sum = small_.sum(journal_);
        const bool is_old = sum && *sum == SmallVault::kSum + kNewRow;
        const bool is_new = sum && *sum == SmallVault::kSum;
        old_one += is_old ? 1 : 0;
        new_one += is_new ? 1 : 0;
        // Where the new one has the name, the old one is whole under the other.
        const auto aside = is_new ? small_.sum(replaced()) : sum;
        const bool good =
            (is_old && !place.starts_with(last)) || (is_new && aside && *aside == SmallVault::kSum + kNewRow);
        if (!good) {
            qWarning("%s: %s, aside %s", place.c_str(), describe(sum).c_str(), describe(aside).c_str());
            failed = true;
        }
        return good;
    });
    qInfo("%zu crashes: the old journal in %zu, the restored one in %zu", states, old_one, new_one);
    QVERIFY(!failed);
    QVERIFY(old_one > 50 && new_one > 10);
    // What is left over is swept away by the next restore.
    auto files = start;
    files[journal_.string() + ".new-0123456789abcdef"] = Bytes(100, 1);
    files[journal_.string() + ".new-0123456789abcdef-wal"] = Bytes(100, 1);
    files[journal_.string() + ".new-mine"] = Bytes(100, 1);
    const std::string aside = replaced().string();
    files[aside + ".new-0123456789abcdef"] = Bytes(5000, 0);
    files[aside + "-wal.new-0123456789abcdef"] = Bytes(100, 1);
    files[aside + "-drop.new-0123456789abcdef"] = Bytes(100, 1);
    lay_out(folder, files);
    for (const auto& item : fs::directory_iterator{folder}) {
        fs::last_write_time(item.path(), fs::file_time_type::clock::now() - std::chrono::hours{2});
    }
    CHECK_OK(restore());
    const auto names = names_in(folder);
    QCOMPARE(
        std::ranges::count_if(names, [](const std::string& name) { return name.find(".new-") != std::string::npos; }),
        1);
}

void TestVaultRestore::power_cut_while_a_drop_box_is_moved() {
    CHECK_OK(rekey_vault(journal_, secret(SmallVault::kPassphrase), {}, {}));
    const auto info = Vault::info_of(journal_, {});
    CHECK_OK(append_to_drop_box(journal_, {info->id, info->drop_box}, drop_of("written while locked"), {}));
    const Bytes waiting = read_file(drop_box_path(journal_));
    SecretBytes new_key;
    {
        auto reader = VaultReader::open(journal_, SmallVault::secret_to_open(), {}, VaultReader::Access::kShared);
        CHECK_OK(reader);
        new_key = reader->data_key().clone();
    }
    const fs::path folder = journal_.parent_path();
    const auto start = files_in(folder);
    WatchedVfs disk;
    WatchedFolders folders{disk};
    disk.record();
    CHECK_OK(restore({.below = disk.vfs(), .folders = &folders}));
    std::size_t old_one = 0;
    std::size_t new_one = 0;
    bool failed = false;
    const auto operations = disk.operations();
    const auto states = for_each_crash(folder, start, operations, long_run() ? 1 : 29, [&](const std::string& place) {
        // Beside whichever journal has the key, the entry waits, whole.
        const bool is_old = SmallVault::sum_with(journal_, new_key).has_value();
        const bool is_new = small_.sum(journal_).has_value();
        const fs::path with_key = is_old ? journal_ : replaced();
        const bool kept = read_file(drop_box_path(with_key)) == waiting;
        old_one += is_old ? 1 : 0;
        new_one += is_new ? 1 : 0;
        failed = is_old == is_new || !kept || !SmallVault::sum_with(with_key, new_key);
        if (failed) {
            qWarning("%s: %s, the drop box %s", place.c_str(), is_old ? "old" : "new", kept ? "kept" : "lost");
        }
        return !failed;
    });
    qInfo("%zu crashes: the old journal in %zu, the restored one in %zu", states, old_one, new_one);
    QVERIFY(!failed);
    QVERIFY(old_one > 50 && new_one > 10);
}

QTEST_APPLESS_MAIN(TestVaultRestore)
#include "tst_vault_restore.moc"
