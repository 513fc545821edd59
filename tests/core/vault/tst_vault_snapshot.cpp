// SPDX-License-Identifier: Apache-2.0
// Work on an open vault as it was: while a copy waits for its drive the vault is written to, checked and closed.
#include <QtTest/QTest>

#include <atomic>
#include <chrono>
#include <future>
#include <map>
#include <thread>

#include "small_vault.h"
#include "support/hung_drive.h"
#include "support/hung_system.h"
#include "support/watched_vfs.h"
#include "vault/backup_rotation.h"
#include "vault/vault_reader.h"
#include "vault/vault_snapshot.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestVaultSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { CHECK_OK(small_.make()); }
    void init();
    void is_the_vault_as_it_was();
    void what_is_written_while_a_copy_hangs_is_safe_at_once_data();
    void what_is_written_while_a_copy_hangs_is_safe_at_once();
    void closing_does_not_wait_for_a_hung_drive_data();
    void closing_does_not_wait_for_a_hung_drive();
    void nor_for_one_that_hangs_below_sqlite_data();
    void nor_for_one_that_hangs_below_sqlite();
    void two_at_a_time();
    void a_log_that_grows_too_long_ends_it();
    void the_log_is_written_back_again_afterwards();
    void checks_an_open_vault();
    void of_a_vault_that_was_moved_is_refused();
    void on_a_full_disk_what_is_in_the_log_is_copied_too();
    void a_log_that_cannot_be_emptied_is_an_error();
    void frames_of_a_newer_log_are_not_taken_for_older_ones();

private:
    [[nodiscard]] Result<std::unique_ptr<Vault>> open() {
        return Vault::open(journal_, secret(SmallVault::kPassphrase), {.below = disk_.vfs()});
    }
    [[nodiscard]] std::uintmax_t log_size() const {
        std::error_code error;
        const auto size = fs::file_size(journal_.string() + "-wal", error);
        return error ? 0 : size;
    }
    static void every_call() {
        QTest::addColumn<Call>("call");
        QTest::newRow("open") << Call::kOpen;
        QTest::newRow("write") << Call::kWrite;
        QTest::newRow("sync") << Call::kSync;
        QTest::newRow("read back") << Call::kRead;
    }

    SmallVault small_;
    WatchedVfs disk_;
    HungDrive drive_;
    std::unique_ptr<QTemporaryDir> folder_;
    fs::path journal_;
    fs::path target_;
};

void TestVaultSnapshot::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    const fs::path folder{folder_->path().toStdString()};
    journal_ = folder / "journal.pennydrop";
    target_ = folder / "backups" / "copy.pennydrop";
    fs::create_directory(target_.parent_path());
    write_file(journal_, small_.bytes);
    disk_.judge = [this](const CallInfo& info) { return drive_.judge(info); };
}

void TestVaultSnapshot::is_the_vault_as_it_was() {
    auto vault = open();
    CHECK_OK(vault);
    CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (1000, hex(zeroblob(1500)));"));
    auto snapshot = (*vault)->take_snapshot();
    CHECK_OK(snapshot);
    CHECK_OK(
        (*vault)->database().execute("INSERT INTO t VALUES (5000, hex(zeroblob(1500))); DELETE FROM t WHERE a = 1;"));
    CHECK_OK((*snapshot)->back_up(target_, {}));
    const auto sum = small_.sum(target_);
    CHECK_OK(sum);
    QCOMPARE(*sum, SmallVault::kSum + 1000);
    auto now = (*vault)->database().query_integer("SELECT sum(a) FROM t");
    CHECK_OK(now);
    QCOMPARE(*now, SmallVault::kSum + 1000 + 5000 - 1);
}

void TestVaultSnapshot::what_is_written_while_a_copy_hangs_is_safe_at_once_data() {
    every_call();
}

void TestVaultSnapshot::what_is_written_while_a_copy_hangs_is_safe_at_once() {
    QFETCH(const Call, call);
    auto vault = open();
    CHECK_OK(vault);
    auto snapshot = (*vault)->take_snapshot();
    CHECK_OK(snapshot);
    drive_.hang_at(call);
    Status copied;
    std::thread helper{[&] { copied = (*snapshot)->back_up(target_, {}); }};
    drive_.wait_until_asked();
    const auto written = (*vault)->database().execute("INSERT INTO t VALUES (2000, hex(zeroblob(1500)));");
    // As the disk has it now, without what a later close would add.
    write_file(journal_.parent_path() / "now.pennydrop", read_file(journal_));
    write_file(journal_.parent_path() / "now.pennydrop-wal", read_file(journal_.string() + "-wal"));
    drive_.answer();
    helper.join();
    CHECK_OK(written);
    const auto sum = small_.sum(journal_.parent_path() / "now.pennydrop");
    CHECK_OK(sum);
    QCOMPARE(*sum, SmallVault::kSum + 2000);
    CHECK_OK(copied);
    QCOMPARE(*small_.sum(target_), SmallVault::kSum);
}

void TestVaultSnapshot::closing_does_not_wait_for_a_hung_drive_data() {
    every_call();
}

void TestVaultSnapshot::closing_does_not_wait_for_a_hung_drive() {
    QFETCH(const Call, call);
    auto vault = open();
    CHECK_OK(vault);
    auto snapshot = (*vault)->take_snapshot();
    CHECK_OK(snapshot);
    drive_.hang_at(call);
    Status copied;
    std::thread helper{[&] { copied = (*snapshot)->back_up(target_, {}); }};
    drive_.wait_until_asked();
    CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (2000, hex(zeroblob(1500)));"));
    vault->reset();  // would wait for ever
    const auto sum = small_.sum(journal_);
    drive_.answer();
    helper.join();
    CHECK_OK(sum);
    QCOMPARE(*sum, SmallVault::kSum + 2000);
    CHECK_ERROR(copied, ErrorCode::kCancelled);
    QVERIFY(names_in(target_.parent_path()).empty());
}

void TestVaultSnapshot::nor_for_one_that_hangs_below_sqlite_data() {
    QTest::addColumn<QByteArray>("call");
    for (const char* const call : {"open", "close", "stat", "fstat"}) {
        QTest::newRow(call) << QByteArray{call};
    }
}

/// SQLite's own file system has lists of all open databases, and one mutex for them. No call to the drive of a backup,
/// whichever it is, may be made while that is held.
void TestVaultSnapshot::nor_for_one_that_hangs_below_sqlite() {
    QFETCH(const QByteArray, call);
    // An old backup, whose header is read to see whose it is.
    write_file(target_.parent_path() / "journal 2026-11-01 1200.pennydrop", small_.bytes);
    int asked = 0;
    for (bool was_held = true; was_held; asked += was_held ? 1 : 0) {
        write_file(journal_, small_.bytes);
        auto vault = Vault::open(journal_, secret(SmallVault::kPassphrase), {});
        CHECK_OK(vault);
        auto snapshot = (*vault)->take_snapshot();
        CHECK_OK(snapshot);
        HungSystem system{call.constData(), asked};
        std::atomic<bool> done{false};
        std::thread helper{[&] {
            (void)back_up_and_rotate(**snapshot, target_.parent_path(), "journal", LocalTime{}, {}, {}, {});
            done = true;
        }};
        was_held = system.wait_until_asked([&done] { return done.load(); });
        auto closed = std::async(std::launch::async, [&] {
            const auto written = (*vault)->database().execute("INSERT INTO t VALUES (2000, hex(zeroblob(1500)));");
            vault->reset();
            return written && *small_.sum(journal_) == SmallVault::kSum + 2000;
        });
        const bool in_time = closed.wait_for(std::chrono::seconds{20}) == std::future_status::ready;
        system.answer();
        helper.join();
        QVERIFY2(in_time, qPrintable(QString{"closing waited for call %1"}.arg(asked)));
        QVERIFY(closed.get());
        for (const auto& name : names_in(target_.parent_path())) {
            QVERIFY2(name.ends_with(".pennydrop"), name.c_str());
        }
    }
    QVERIFY2(asked > 0, "the copy was made without this call");
}

void TestVaultSnapshot::two_at_a_time() {
    auto vault = open();
    CHECK_OK(vault);
    auto first = (*vault)->take_snapshot();
    CHECK_OK(first);
    CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (3000, hex(zeroblob(1500)));"));
    auto second = (*vault)->take_snapshot();
    CHECK_OK(second);
    CHECK_OK((*vault)->database().execute("DELETE FROM t;"));
    const fs::path other = target_.parent_path() / "second.pennydrop";
    CHECK_OK((*second)->back_up(other, {}));
    CHECK_OK((*first)->back_up(target_, {}));
    QCOMPARE(*small_.sum(target_), SmallVault::kSum);
    QCOMPARE(*small_.sum(other), SmallVault::kSum + 3000);
}

void TestVaultSnapshot::a_log_that_grows_too_long_ends_it() {
    auto vault = open();
    CHECK_OK(vault);
    auto snapshot = (*vault)->take_snapshot();
    CHECK_OK(snapshot);
    CHECK_OK((*vault)->database().execute(
        "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 17000)"
        "INSERT INTO t SELECT i, i || hex(zeroblob(1500)) FROM n;"));
    CHECK_ERROR((*snapshot)->back_up(target_, {}), ErrorCode::kInUse);
    QVERIFY(names_in(target_.parent_path()).empty());
    auto again = (*vault)->take_snapshot();
    CHECK_OK(again);
    CHECK_OK((*again)->back_up(target_, {}));
}

void TestVaultSnapshot::the_log_is_written_back_again_afterwards() {
    auto vault = open();
    CHECK_OK(vault);
    const auto before = fs::file_size(journal_);
    const auto write_much = [&vault] {
        for (int i = 0; i < 40; ++i) {
            CHECK_OK((*vault)->database().execute(
                "INSERT INTO t SELECT NULL, random() || hex(zeroblob(1500)) FROM t LIMIT 30;"));
        }
    };
    {
        auto snapshot = (*vault)->take_snapshot();
        CHECK_OK(snapshot);
        write_much();
        QCOMPARE(fs::file_size(journal_), before);
        CHECK_OK((*snapshot)->back_up(target_, {}));
    }
    write_much();
    QVERIFY(fs::file_size(journal_) > before);
}

void TestVaultSnapshot::checks_an_open_vault() {
    {
        auto vault = open();
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute("INSERT INTO t VALUES (1000, 'x');"));
        auto snapshot = (*vault)->take_snapshot();
        CHECK_OK(snapshot);
        const auto report = (*snapshot)->check({});
        CHECK_OK(report);
        QVERIFY(report->is_sound() && report->header_copies_agree);
        QVERIFY(report->blocks >= 60);
        auto stopped = (*vault)->take_snapshot();
        CHECK_OK(stopped);
        int calls = 0;
        CHECK_ERROR((*stopped)->check([&calls](std::uint64_t, std::uint64_t) { return ++calls < 2; }),
                    ErrorCode::kCancelled);
        auto closed = (*vault)->take_snapshot();
        CHECK_OK(closed);
        vault->reset();
        CHECK_ERROR((*closed)->check({}), ErrorCode::kCancelled);
    }
    Bytes bytes = read_file(journal_);
    bytes[bytes.size() - 10'000] ^= 1U;
    write_file(journal_, bytes);
    auto vault = open();
    CHECK_OK(vault);
    auto snapshot = (*vault)->take_snapshot();
    CHECK_OK(snapshot);
    const auto report = (*snapshot)->check({});
    CHECK_OK(report);
    QCOMPARE(report->damaged_blocks.size(), std::size_t{1});
    QVERIFY(!report->is_sound());
    vault->reset();
    QVERIFY(read_file(journal_) == bytes);
}

void TestVaultSnapshot::of_a_vault_that_was_moved_is_refused() {
    auto vault = open();
    CHECK_OK(vault);
    fs::rename(journal_, journal_.parent_path() / "moved.pennydrop");
    CHECK_ERROR((*vault)->take_snapshot(), ErrorCode::kNotFound);
    // Another vault under the name is not this one, even with the same key.
    auto twin = small_.bytes;
    write_file(journal_, twin);
    {
        auto other = open();
        CHECK_OK(other);
        CHECK_OK((*other)->back_up(journal_.parent_path() / "twin.pennydrop", {}));
    }
    fs::rename(journal_.parent_path() / "twin.pennydrop", journal_);
    CHECK_ERROR((*vault)->take_snapshot(), ErrorCode::kNotFound);
}

void TestVaultSnapshot::on_a_full_disk_what_is_in_the_log_is_copied_too() {
    auto vault = open();
    CHECK_OK(vault);
    CHECK_OK((*vault)->database().execute("INSERT INTO t SELECT a + 1000, b FROM t;"));
    const auto size = fs::file_size(journal_);
    disk_.judge = [this, size](const CallInfo& info) -> Verdict {
        const bool full = info.call == Call::kWrite && info.file == journal_.string() &&
                          info.offset + info.amount > static_cast<std::int64_t>(size);
        return {.code = full ? SQLITE_FULL : SQLITE_OK};
    };
    CHECK_OK((*vault)->back_up(target_, {}));
    QCOMPARE(*small_.sum(target_), 2 * SmallVault::kSum + 1000 * SmallVault::kRows);
    QVERIFY(log_size() > 0);
    CHECK_OK((*vault)->database().execute("DELETE FROM t WHERE a = 1;"));
}

void TestVaultSnapshot::a_log_that_cannot_be_emptied_is_an_error() {
    auto vault = open();
    CHECK_OK(vault);
    CHECK_OK((*vault)->database().execute("INSERT INTO t SELECT a + 1000, b FROM t;"));
    // The main file has everything by then: whoever writes next begins the log anew, over what the snapshot would read.
    disk_.judge = [](const CallInfo& info) -> Verdict {
        const bool full = info.call == Call::kTruncate && info.file.ends_with("-wal");
        return {.code = full ? SQLITE_FULL : SQLITE_OK};
    };
    CHECK_ERROR((*vault)->take_snapshot(), ErrorCode::kDiskFull);
    disk_.judge = nullptr;
    CHECK_OK((*vault)->back_up(target_, {}));
    QCOMPARE(*small_.sum(target_), 2 * SmallVault::kSum + 1000 * SmallVault::kRows);
}

void TestVaultSnapshot::frames_of_a_newer_log_are_not_taken_for_older_ones() {
    auto vault = open();
    CHECK_OK(vault);
    CHECK_OK((*vault)->database().execute("UPDATE t SET b = b || 'x' WHERE a > 30;"));
    auto reader = VaultReader::open_with_key(journal_, small_.data_key, {}, VaultReader::Access::kBeside);
    CHECK_OK(reader);
    std::map<std::uint32_t, Bytes> before;
    for (const auto& [number, block] : reader->log().newest) {
        before[number].resize(kVaultPageBytes);
        CHECK_OK(reader->read_page(number, before[number]));
    }
    QVERIFY(before.size() > 10);
    CHECK_OK((*vault)->database().execute("PRAGMA wal_checkpoint;"));
    CHECK_OK((*vault)->database().execute("UPDATE t SET b = b || 'y' WHERE a < 20;"));
    std::size_t refused = 0;
    for (const auto& [number, page] : before) {
        Bytes now(kVaultPageBytes);
        const auto read = reader->read_page(number, now);
        QVERIFY(!read || now == page);
        if (!read) {
            QVERIFY(read.error().code == ErrorCode::kDamaged);
            QVERIFY(std::ranges::all_of(now, [](std::uint8_t byte) { return byte == 0; }));
            ++refused;
        }
    }
    QVERIFY(refused > 0);
}

QTEST_APPLESS_MAIN(TestVaultSnapshot)
#include "tst_vault_snapshot.moc"
