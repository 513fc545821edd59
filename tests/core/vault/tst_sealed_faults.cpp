// SPDX-License-Identifier: Apache-2.0
// Every call to the file system fails, one after the other, while a sealed database is opened, read, written and
// checkpointed: with an error of the device, a full disk, a short read, no memory or somebody else's lock; once, or for
// good from then on; and the program gives up, or goes on after a fault that passed. An error each time it matters,
// never silently other content, and afterwards all that was acknowledged.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <array>
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

int device_error(Call call) {
    switch (call) {
        case Call::kOpen:
            return SQLITE_CANTOPEN;
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
        case Call::kLock:
            return SQLITE_IOERR_LOCK;
        case Call::kUnlock:
            return SQLITE_IOERR_UNLOCK;
        case Call::kDelete:
            return SQLITE_IOERR_DELETE;
        case Call::kAccess:
            return SQLITE_IOERR_ACCESS;
    }
    return SQLITE_IOERR;
}

int full_disk(Call call) {
    return call == Call::kWrite || call == Call::kTruncate ? SQLITE_FULL : SQLITE_OK;
}

int short_read(Call call) {
    return call == Call::kRead ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

int no_memory(Call call) {
    return call == Call::kOpen || call == Call::kRead || call == Call::kWrite ? SQLITE_IOERR_NOMEM : SQLITE_OK;
}

int foreign_lock(Call call) {
    return call == Call::kLock ? SQLITE_BUSY : SQLITE_OK;
}

/// What a call fails with; SQLITE_OK for those a fault leaves alone.
struct Fault {
    const char* name;
    int (*code)(Call);
};

constexpr std::array kFaults{Fault{"device error", device_error}, Fault{"full disk", full_disk},
                             Fault{"short read", short_read}, Fault{"no memory", no_memory},
                             Fault{"foreign lock", foreign_lock}};

}  // namespace

class TestSealedFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void every_call_fails_data();
    void every_call_fails();
    void a_passing_read_error_hides_nothing_data();
    void a_passing_read_error_hides_nothing();
    void damage_behind_our_back_is_noticed();

private:
    enum class Afterwards { kGivesUp, kGoesOn };
    struct Plan {
        int (*code)(Call){device_error};
        std::size_t fail_at{~std::size_t{0}};
        bool for_good{false};
        Afterwards afterwards{Afterwards::kGivesUp};
    };
    struct Run {
        std::int64_t acknowledged{0};
        bool failed{false};
        std::size_t calls{0};  ///< Of the kinds the fault is about.
    };
    Run run(const Plan& plan);
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

/// Opens, commits rows 2 to 7 with checkpoints in between, closes. Stops at the first error, or does the same again
/// once, as a person would.
TestSealedFaults::Run TestSealedFaults::run(const Plan& plan) {
    Run result{.acknowledged = 1};
    WatchedVfs disk;
    disk.judge = [&](const CallInfo& info) -> Verdict {
        const int code = plan.code(info.call);
        if (code == SQLITE_OK) {
            return {};
        }
        const std::size_t call = result.calls++;
        const bool fails = call == plan.fail_at || (plan.for_good && call > plan.fail_at);
        return fails ? Verdict{.code = code, .written_first = 100} : Verdict{};
    };
    const int tries = plan.afterwards == Afterwards::kGoesOn ? 2 : 1;
    std::optional<SealedDatabase> sealed;
    for (int i = 0; i < tries && !sealed; ++i) {
        if (auto opened = open_sealed(disk.vfs(), path_, false)) {
            sealed.emplace(std::move(*opened));
        }
    }
    if (!sealed) {
        result.failed = true;
        return result;
    }
    for (std::int64_t n = 2; n <= 7; ++n) {
        const std::string number = std::to_string(n);
        int rc = SQLITE_ERROR;
        for (int i = 0; i < tries && rc != SQLITE_OK; ++i) {
            rc = run_sql(sealed->handle(), "PRAGMA cache_size = 4; BEGIN; INSERT INTO t VALUES (" + number +
                                               ", randomblob(12000)); UPDATE t SET x = randomblob(5000) WHERE n < " +
                                               number + "; COMMIT");
            if (rc != SQLITE_OK && sqlite3_get_autocommit(sealed->handle()) == 0) {
                (void)run_sql(sealed->handle(), "ROLLBACK");
            }
        }
        if (rc != SQLITE_OK) {
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
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("for_good");
    QTest::addColumn<bool>("goes_on");
    for (std::size_t i = 0; i < kFaults.size(); ++i) {
        const auto fault = static_cast<int>(i);
        QTest::addRow("%s, once, and again", kFaults[i].name) << fault << false << true;
        if (kFaults[i].code != no_memory || long_run()) {
            QTest::addRow("%s, once", kFaults[i].name) << fault << false << false;
            QTest::addRow("%s, for good", kFaults[i].name) << fault << true << false;
        }
    }
}

void TestSealedFaults::every_call_fails() {
    QFETCH(int, fault);
    QFETCH(bool, for_good);
    QFETCH(bool, goes_on);
    Plan plan{.code = kFaults[static_cast<std::size_t>(fault)].code,
              .afterwards = goes_on ? Afterwards::kGoesOn : Afterwards::kGivesUp};
    restore_start();
    const Run intact = run(plan);
    QVERIFY(!intact.failed && intact.acknowledged == 7);
    plan.for_good = for_good;
    int failures = 0;
    const std::size_t stride = short_run() ? 7 : 1;
    for (plan.fail_at = 0; plan.fail_at < intact.calls; plan.fail_at += stride) {
        restore_start();
        const Run broken = run(plan);
        failures += broken.failed ? 1 : 0;
        const std::string place = "call " + std::to_string(plan.fail_at);
        CHECK_WITH(!goes_on || !broken.failed, place + ": did not work again after a fault that had passed");
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
    QVERIFY(goes_on || failures > 0);
}

void TestSealedFaults::a_passing_read_error_hides_nothing_data() {
    QTest::addColumn<bool>("is_short");
    QTest::newRow("error") << false;
    QTest::newRow("short") << true;
}

void TestSealedFaults::a_passing_read_error_hides_nothing() {
    QFETCH(bool, is_short);
    // Each read of an opening and a look at everything fails once: an error or all rows, never fewer; and the error is
    // that of a device, never "damaged", for which a person would give the journal up.
    std::size_t reads = ~std::size_t{0};
    int errors = 0;
    for (std::size_t at = 0; at < reads; ++at) {
        restore_start();
        WatchedVfs disk;
        std::size_t count = 0;
        disk.judge = [&](const CallInfo& info) -> Verdict {
            const bool look = info.call == Call::kRead || (info.call == Call::kFileSize && !is_short);
            if (!look || count++ != at) {
                return {};
            }
            return {.code = is_short ? SQLITE_IOERR_SHORT_READ : device_error(info.call), .written_first = 1000};
        };
        auto sealed = open_sealed(disk.vfs(), path_, false);
        if (sealed) {
            const std::string sum = ask_sql(sealed->handle(), "SELECT group_concat(n || ':' || length(x)) FROM t");
            CHECK_WITH(sum == "0:9000,1:3000" || sum.starts_with("error"), "read " + std::to_string(at) + ": " + sum);
            CHECK_WITH(sqlite3_extended_errcode(sealed->handle()) != SQLITE_IOERR_DATA, "read " + std::to_string(at));
            errors += sum.starts_with("error") ? 1 : 0;
        } else {
            CHECK_ERROR(sealed, ErrorCode::kIo);
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
