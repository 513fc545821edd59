// SPDX-License-Identifier: Apache-2.0
// Every call to the file system fails once, or for good from then on, while a sealed database is opened, read, written
// and checkpointed: an error each time it matters, never silently other content, and afterwards all that was
// acknowledged.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "support/check_result.h"
#include "support/files.h"
#include "support/sealed_database.h"
#include "support/watched_vfs.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

int code_for(Call call) {
    switch (call) {
        case Call::kOpen:
            return SQLITE_CANTOPEN;
        case Call::kRead:
            return SQLITE_IOERR_READ;
        case Call::kWrite:
            return SQLITE_FULL;
        case Call::kTruncate:
            return SQLITE_IOERR_TRUNCATE;
        case Call::kSync:
            return SQLITE_IOERR_FSYNC;
        case Call::kFileSize:
            return SQLITE_IOERR_FSTAT;
        case Call::kLock:
            return SQLITE_IOERR_LOCK;
        case Call::kDelete:
            return SQLITE_IOERR_DELETE;
        case Call::kAccess:
            return SQLITE_IOERR_ACCESS;
    }
    return SQLITE_IOERR;
}

}  // namespace

class TestSealedFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void every_call_fails_data();
    void every_call_fails();
    void a_passing_read_error_hides_nothing();
    void damage_behind_our_back_is_noticed();

private:
    struct Run {
        std::int64_t acknowledged{0};
        bool failed{false};
        std::size_t calls{0};
    };
    Run run(std::size_t fail_at, bool for_good);
    void restore_start();

    QTemporaryDir folder_;
    fs::path path_;
    Bytes main_;
    Bytes log_;
};

void TestSealedFaults::initTestCase() {
    path_ = fs::path{folder_.path().toStdString()} / "sealed";
    write_test_header(path_, test_header(1));
    auto made = open_sealed(nullptr, path_, true);
    CHECK_OK(made);
    QCOMPARE(run_sql(made->handle(),
                     "CREATE TABLE t (n INTEGER PRIMARY KEY, x); INSERT INTO t VALUES (0, randomblob(20000));"
                     "PRAGMA wal_checkpoint(TRUNCATE); UPDATE t SET x = randomblob(9000); INSERT INTO t VALUES (1, "
                     "randomblob(3000))"),
             SQLITE_OK);
    // As a killed process leaves it: part of the content is only in the log.
    main_ = read_file(path_);
    log_ = read_file(path_.string() + "-wal");
    QVERIFY(!log_.empty());
}

void TestSealedFaults::restore_start() {
    write_file(path_, main_);
    write_file(path_.string() + "-wal", log_);
}

/// Opens, commits rows 2 to 7 with checkpoints in between, closes. Stops at the first error, as a program would.
TestSealedFaults::Run TestSealedFaults::run(std::size_t fail_at, bool for_good) {
    Run result{.acknowledged = 1};
    WatchedVfs disk;
    disk.judge = [&](const CallInfo& info) -> Verdict {
        const std::size_t call = result.calls++;
        const bool fails = call == fail_at || (for_good && call > fail_at);
        return fails ? Verdict{.code = code_for(info.call), .written_first = 100} : Verdict{};
    };
    auto sealed = open_sealed(disk.vfs(), path_, false);
    if (!sealed) {
        result.failed = true;
        return result;
    }
    for (std::int64_t n = 2; n <= 7; ++n) {
        const std::string number = std::to_string(n);
        if (run_sql(sealed->handle(), "PRAGMA cache_size = 4; BEGIN; INSERT INTO t VALUES (" + number +
                                          ", randomblob(12000));"
                                          "UPDATE t SET x = randomblob(5000) WHERE n < " +
                                          number + "; COMMIT") != SQLITE_OK) {
            result.failed = true;
            return result;
        }
        result.acknowledged = n;
        if (n % 3 == 0) {
            // A checkpoint that fails loses nothing; the program goes on.
            (void)run_sql(sealed->handle(),
                          n == 3 ? "PRAGMA wal_checkpoint(TRUNCATE)" : "PRAGMA wal_checkpoint(RESTART)");
        }
    }
    return result;
}

void TestSealedFaults::every_call_fails_data() {
    QTest::addColumn<bool>("for_good");
    QTest::newRow("once") << false;
    QTest::newRow("for good") << true;
}

void TestSealedFaults::every_call_fails() {
    QFETCH(bool, for_good);
    restore_start();
    const Run intact = run(~std::size_t{0}, false);
    QVERIFY(!intact.failed && intact.acknowledged == 7);
    int failures = 0;
    for (std::size_t at = 0; at < intact.calls; ++at) {
        restore_start();
        const Run broken = run(at, for_good);
        failures += broken.failed ? 1 : 0;
        const std::string place = "call " + std::to_string(at);
        auto sealed = open_sealed(nullptr, path_, false);
        CHECK_WITH(sealed.has_value(), place + ": " + describe(sealed));
        CHECK_WITH(dump(sealed->handle()).has_value(), place);
        // A commit that failed may still have reached the disk, but not in half.
        const std::string last = ask_sql(sealed->handle(), "SELECT max(n) FROM t");
        const bool right = last == std::to_string(broken.acknowledged) ||
                           (broken.failed && last == std::to_string(broken.acknowledged + 1));
        CHECK_WITH(right, place + ": acknowledged " + std::to_string(broken.acknowledged) + ", found " + last);
        QCOMPARE(ask_sql(sealed->handle(), "SELECT count(*) = max(n) + 1 FROM t"), std::string{"1"});
    }
    qInfo("%zu calls failed, %d of them ended the run", intact.calls, failures);
    QVERIFY(failures > 20);
}

void TestSealedFaults::a_passing_read_error_hides_nothing() {
    // Each read of an opening and a look at everything fails once: an error or all rows, never fewer.
    std::size_t reads = ~std::size_t{0};
    int errors = 0;
    for (std::size_t at = 0; at < reads; ++at) {
        restore_start();
        WatchedVfs disk;
        std::size_t count = 0;
        disk.judge = [&](const CallInfo& info) -> Verdict {
            const bool look = info.call == Call::kRead || info.call == Call::kFileSize;
            return look && count++ == at ? Verdict{.code = code_for(info.call)} : Verdict{};
        };
        auto sealed = open_sealed(disk.vfs(), path_, false);
        if (sealed) {
            const std::string sum = ask_sql(sealed->handle(), "SELECT group_concat(n || ':' || length(x)) FROM t");
            CHECK_WITH(sum == "0:9000,1:3000" || sum.starts_with("error"), "read " + std::to_string(at) + ": " + sum);
            errors += sum.starts_with("error") ? 1 : 0;
        } else {
            ++errors;
        }
        if (count <= at) {
            reads = at;  // there was no such read any more
        }
    }
    QVERIFY(errors > 5);
}

void TestSealedFaults::damage_behind_our_back_is_noticed() {
    // Each block of both files rots while the database is open and nothing is cached: an error or the same content.
    restore_start();
    int noticed = 0;
    for (const bool in_log : {false, true}) {
        const std::size_t start = in_log ? 0 : kHeaderBytes;
        const std::size_t blocks = ((in_log ? log_.size() : main_.size()) - start) / kVaultPageBytes;
        for (std::size_t block = 0; block < blocks; ++block) {
            for (const bool after_a_write : {false, true}) {
                restore_start();
                auto sealed = open_sealed(nullptr, path_, false);
                CHECK_OK(sealed);
                QCOMPARE(run_sql(sealed->handle(), "PRAGMA cache_size = 0"), SQLITE_OK);
                if (after_a_write) {
                    QCOMPARE(run_sql(sealed->handle(), "INSERT INTO t VALUES (2, 'x'); DELETE FROM t WHERE n = 2"),
                             SQLITE_OK);
                }
                const auto before = dump(sealed->handle());
                CHECK_OK(before);
                QCOMPARE(run_sql(sealed->handle(), "PRAGMA shrink_memory"), SQLITE_OK);
                const auto file = in_log ? path_.string() + "-wal" : path_.string();
                std::fstream rotten{file, std::ios::binary | std::ios::in | std::ios::out};
                rotten.seekp(static_cast<std::streamoff>(start + block * kVaultPageBytes + 77));
                rotten.put('\x5A').put('\xA5').flush();
                const auto now = dump(sealed->handle());
                noticed += now ? 0 : 1;
                CHECK_WITH(!now || *now == *before, "block " + std::to_string(block) + (in_log ? " of the log" : ""));
            }
        }
    }
    QVERIFY(noticed > 5);
}

QTEST_APPLESS_MAIN(TestSealedFaults)
#include "tst_sealed_faults.moc"
