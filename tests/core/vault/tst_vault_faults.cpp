// SPDX-License-Identifier: Apache-2.0
// A disk that fails or is full while a vault is made, opened or given a new passphrase: a clear error, and nothing
// lost.
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

namespace {

/// Calls that can fail on a full or broken disk; locks and looks at names are left alone.
bool is_io(Call call) {
    return call == Call::kWrite || call == Call::kTruncate || call == Call::kSync || call == Call::kRead ||
           call == Call::kFileSize || call == Call::kOpen || call == Call::kDelete;
}

int failure_of(Call call) {
    switch (call) {
        case Call::kRead:
            return SQLITE_IOERR_READ;
        case Call::kWrite:
            return SQLITE_IOERR_WRITE;
        case Call::kTruncate:
            return SQLITE_IOERR_TRUNCATE;
        case Call::kSync:
            return SQLITE_IOERR_FSYNC;
        case Call::kFileSize:
            return SQLITE_IOERR_FSTAT;
        case Call::kDelete:
            return SQLITE_IOERR_DELETE;
        default:
            return SQLITE_CANTOPEN;
    }
}

/// Fails the call number `at` (from 0), and all later ones when the disk stays broken.
void break_disk(WatchedVfs& disk, std::size_t at, bool for_good, int& calls) {
    calls = 0;
    disk.judge = [at, for_good, &calls](const CallInfo& info) -> Verdict {
        if (!is_io(info.call)) {
            return {};
        }
        const auto number = static_cast<std::size_t>(calls++);
        return number == at || (for_good && number > at) ? Verdict{.code = failure_of(info.call)} : Verdict{};
    };
}

}  // namespace

class TestVaultFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void making_leaves_nothing_half();
    void making_takes_its_log_away_too();
    void making_on_a_full_disk();
    void opening_fails_clearly();
    void a_full_disk_loses_nothing();
    void a_failed_new_passphrase_leaves_one_that_works();
    void a_second_try_never_risks_the_only_sound_header();

private:
    fs::path path() const { return fs::path{folder_->path().toStdString()} / "journal.pennydrop"; }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestVaultFaults::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void TestVaultFaults::making_leaves_nothing_half() {
    WatchedVfs disk;
    int calls = 0;
    break_disk(disk, ~std::size_t{0}, false, calls);
    CHECK_OK(Vault::create(path(), secret("pass"), {.below = disk.vfs()}));
    const int total = calls;
    QVERIFY(total > 20);
    fs::remove(path());
    const int step = long_run() ? 1 : std::max(1, total / 8);
    int failed = 0;
    for (const bool for_good : {false, true}) {
        for (int at = for_good ? step / 2 : 0; at < total; at += step) {
            break_disk(disk, static_cast<std::size_t>(at), for_good, calls);
            const bool created = Vault::create(path(), secret("pass"), {.below = disk.vfs()}).has_value();
            disk.judge = {};
            const auto names = names_in(folder_->path().toStdString());
            const std::string place = "call " + std::to_string(at) + (for_good ? ", for good" : "");
            failed += created ? 0 : 1;
            // Either nothing, or a whole vault (the fault came after it was complete).
            if (names.empty()) {
                CHECK_WITH(!created, place);
                continue;
            }
            for (const auto& name : names) {
                CHECK_WITH(name == "journal.pennydrop" || name == "journal.pennydrop-wal", place + ": " + name);
            }
            const auto opened = Vault::open(path(), secret("pass"), {});
            CHECK_WITH(opened.has_value(), place + (created ? ", made: " : ", error: ") + describe(opened));
            fs::remove(path());
            fs::remove(path().string() + "-wal");
        }
    }
    QVERIFY(failed > 8);
}

void TestVaultFaults::making_takes_its_log_away_too() {
    // The disk breaks for good as soon as the log is there, so that SQLite cannot take it away when it closes.
    WatchedVfs disk;
    bool broken = false;
    disk.judge = [&broken](const CallInfo& info) -> Verdict {
        const Verdict verdict{.code = broken && is_io(info.call) ? failure_of(info.call) : SQLITE_OK};
        broken = broken || (info.call == Call::kOpen && info.file.ends_with("-wal"));
        return verdict;
    };
    QVERIFY(!Vault::create(path(), secret("pass"), {.below = disk.vfs()}).has_value());
    QVERIFY(broken);
    QVERIFY(names_in(folder_->path().toStdString()).empty());
}

void TestVaultFaults::making_on_a_full_disk() {
    WatchedVfs disk;
    for (const std::int64_t room : {std::int64_t{0}, std::int64_t{4096}, std::int64_t{8192}, std::int64_t{12287}}) {
        disk.judge = [room](const CallInfo& info) -> Verdict {
            const bool full = info.call == Call::kWrite && info.offset + info.amount > room;
            return {.code = full ? SQLITE_FULL : SQLITE_OK};
        };
        CHECK_ERROR(Vault::create(path(), secret("pass"), {.below = disk.vfs()}), ErrorCode::kDiskFull);
        QVERIFY(names_in(folder_->path().toStdString()).empty());
    }
}

void TestVaultFaults::opening_fails_clearly() {
    {
        auto created = Vault::create(path(), secret("pass"), {});
        CHECK_OK(created);
        CHECK_OK(created->vault->database().execute("CREATE TABLE t (a); INSERT INTO t VALUES (1);"));
    }
    const Bytes before = read_file(path());
    WatchedVfs disk;
    int calls = 0;
    break_disk(disk, ~std::size_t{0}, false, calls);
    CHECK_OK(Vault::open(path(), secret("pass"), {.below = disk.vfs()}));
    const int total = calls;
    for (int at = 0; at < total; at += long_run() ? 1 : 3) {
        break_disk(disk, static_cast<std::size_t>(at), false, calls);
        auto opened = Vault::open(path(), secret("pass"), {.below = disk.vfs()});
        disk.judge = {};
        if (opened) {
            const auto rows = (*opened)->database().query_integer("SELECT count(*) FROM t");
            CHECK_OK(rows);
            QCOMPARE(*rows, std::int64_t{1});
        } else {
            // Never "wrong passphrase", never "damaged": a person would give the journal up.
            const auto code = opened.error().code;
            const std::string place = "call " + std::to_string(at) + ": " + describe(opened);
            CHECK_WITH(code == ErrorCode::kIo || code == ErrorCode::kPermission, place);
        }
        opened = fail(ErrorCode::kClosed);
        QVERIFY(read_file(path()) == before);
    }
}

void TestVaultFaults::a_full_disk_loses_nothing() {
    WatchedVfs disk;
    auto created = Vault::create(path(), secret("pass"), {.below = disk.vfs()});
    CHECK_OK(created);
    Connection& database = created->vault->database();
    CHECK_OK(database.execute("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, zeroblob(30000));"));
    disk.judge = [](const CallInfo& info) -> Verdict {
        return {.code = info.call == Call::kWrite ? SQLITE_FULL : SQLITE_OK};
    };
    CHECK_ERROR(database.execute("INSERT INTO t VALUES (2, zeroblob(30000));"), ErrorCode::kDiskFull);
    CHECK_ERROR(created->vault->set_passphrase(secret("other")), ErrorCode::kDiskFull);
    // What was saved before can still be read, and when there is room again, writing goes on.
    const auto rows = database.query_integer("SELECT count(*) FROM t");
    CHECK_OK(rows);
    QCOMPARE(*rows, std::int64_t{1});
    disk.judge = {};
    CHECK_OK(database.execute("INSERT INTO t VALUES (3, zeroblob(30000));"));
    created->vault.reset();
    auto vault = Vault::open(path(), secret("pass"), {});
    CHECK_OK(vault);
    const auto sum = (*vault)->database().query_integer("SELECT sum(a) FROM t");
    CHECK_OK(sum);
    QCOMPARE(*sum, std::int64_t{4});
}

void TestVaultFaults::a_failed_new_passphrase_leaves_one_that_works() {
    CHECK_OK(Vault::create(path(), secret("old"), {}));
    const Bytes before = read_file(path());
    // Four calls change the header: write and sync, twice.
    for (int at = 0; at < 4; ++at) {
        write_file(path(), before);
        WatchedVfs disk;
        auto vault = Vault::open(path(), secret("old"), {.below = disk.vfs()});
        CHECK_OK(vault);
        int calls = 0;
        disk.judge = [at, &calls](const CallInfo& info) -> Verdict {
            if (info.call != Call::kWrite && info.call != Call::kSync) {
                return {};
            }
            return calls++ == at ? Verdict{.code = failure_of(info.call), .written_first = 1000} : Verdict{};
        };
        CHECK_ERROR((*vault)->set_passphrase(secret("new")), ErrorCode::kIo);
        disk.judge = {};
        // A second try is the natural thing to do, and must work.
        CHECK_OK((*vault)->set_passphrase(secret("newer")));
        vault->reset();
        CHECK_OK(Vault::open(path(), secret("newer"), {}));
        CHECK_ERROR(Vault::open(path(), secret("old"), {}), ErrorCode::kWrongSecret);
    }
}

void TestVaultFaults::a_second_try_never_risks_the_only_sound_header() {
    CHECK_OK(Vault::create(path(), secret("old"), {}));
    WatchedVfs disk;
    auto vault = Vault::open(path(), secret("old"), {.below = disk.vfs()});
    CHECK_OK(vault);
    // The first try gets one copy out whole and the other one torn.
    int writes = 0;
    disk.judge = [&writes](const CallInfo& info) -> Verdict {
        const bool second = info.call == Call::kWrite && ++writes == 2;
        return second ? Verdict{.code = SQLITE_IOERR_WRITE, .written_first = 1500} : Verdict{};
    };
    CHECK_ERROR((*vault)->set_passphrase(secret("new")), ErrorCode::kIo);
    // Power fails within the first write of the second try: one copy must still be sound.
    disk.judge = [](const CallInfo& info) -> Verdict {
        return info.call == Call::kWrite ? Verdict{.code = SQLITE_IOERR_WRITE, .written_first = 700} : Verdict{};
    };
    CHECK_ERROR((*vault)->set_passphrase(secret("newer")), ErrorCode::kIo);
    disk.judge = {};
    vault->reset();
    const Bytes file = read_file(path());
    const auto chosen = choose_header(std::span{file}.first(kHeaderBytes));
    CHECK_OK(chosen);
    const bool old_works = Vault::open(path(), secret("old"), {}).has_value();
    QVERIFY(old_works || Vault::open(path(), secret("new"), {}).has_value());
}

QTEST_APPLESS_MAIN(TestVaultFaults)
#include "tst_vault_faults.moc"
