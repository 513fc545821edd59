// SPDX-License-Identifier: Apache-2.0
// Power fails at every write and sync of a workload, and what was not synced is lost, kept, reordered or torn. After
// each such crash the vault opens, holds every acknowledged commit and no half one, is consistent, and can be written
// again.
//
// The header is the vault's own and changes as set_passphrase() changes it; only the derivation from a passphrase is
// left out, which has nothing to do with the disk. tst_power_loss_vault does the same with Vault itself.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "support/check_result.h"
#include "support/files.h"
#include "support/power_cut.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

/// Where in the recording a step was acknowledged.
struct Acknowledged {
    std::size_t operation;
    std::int64_t step;
};

constexpr std::array kSurvivors{Survivors::kNone, Survivors::kAll, Survivors::kAllButLastTorn, Survivors::kAny,
                                Survivors::kAny};

}  // namespace

class TestPowerLoss : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void at_every_operation_data();
    void at_every_operation();
    void cleanupTestCase();

private:
    void run_workload(WatchedVfs& disk, std::uint64_t seed);
    void check_after_crash(const PowerCut::Files& files, std::size_t at, const std::string& place);
    void check_header(std::size_t at, const std::string& place);

    fs::path path() const { return fs::path{folder_.path().toStdString()} / "journal.pennydrop"; }

    QTemporaryDir folder_;
    std::vector<Acknowledged> acknowledged_;
    std::vector<std::pair<std::size_t, std::uint64_t>> generations_;  ///< Header changes: operation and generation.
    int crashes_{0};
    int kept_under_way_{0};
};

void TestPowerLoss::initTestCase() {
    QVERIFY(folder_.isValid());
}

void TestPowerLoss::cleanupTestCase() {
    qInfo("%d crashes simulated; in %d of them the step under way was kept", crashes_, kept_under_way_);
    QVERIFY(crashes_ == 0 || kept_under_way_ > 0);
    QVERIFY(kept_under_way_ < crashes_ / 2);  // otherwise hardly anything was ever lost
}

/// Steps each of which is one transaction: it counts itself, and changes rows whose sum says whether it is there as a
/// whole.
void TestPowerLoss::run_workload(WatchedVfs& disk, std::uint64_t seed) {
    Random random{seed};
    acknowledged_.clear();
    generations_.clear();
    std::uint64_t generation = 1;
    auto opened = open_sealed(disk.vfs(), path(), false);
    CHECK_OK(opened);
    std::optional<SealedDatabase> sealed{std::move(*opened)};
    constexpr std::int64_t kSteps = 20;
    for (std::int64_t step = 1; step <= kSteps; ++step) {
        const std::string number = std::to_string(step);
        std::string sql = "BEGIN; UPDATE step SET n = " + number + ";";
        // Each row of the step holds its number; every step leaves exactly one total.
        const std::size_t rows = 1 + random.below(random.one_in(4) ? 30 : 4);
        for (std::size_t i = 0; i < rows; ++i) {
            sql +=
                "INSERT INTO item (step, words) VALUES (" + number + ", '" + random.word(5 + random.below(900)) + "');";
        }
        if (random.one_in(3)) {
            sql += "DELETE FROM item WHERE id % 3 = " + std::to_string(random.below(3)) + " AND step < " + number + ";";
        }
        sql += "UPDATE step SET rows = (SELECT count(*) FROM item), sum = (SELECT total(length(words)) FROM item);";
        sql += "INSERT INTO search (text) SELECT words FROM item WHERE step = " + number + "; COMMIT;";
        if (random.one_in(5)) {
            sql.insert(0, "PRAGMA cache_size = 5;");  // spills in mid-transaction
        }
        QCOMPARE(run_sql(sealed->handle(), sql), SQLITE_OK);
        acknowledged_.push_back({disk.operations().size(), step});
        if (random.one_in(4)) {
            const char* const modes[]{"PASSIVE", "FULL", "RESTART", "TRUNCATE"};
            QCOMPARE(run_sql(sealed->handle(), std::string{"PRAGMA wal_checkpoint("} + modes[random.below(4)] + ")"),
                     SQLITE_OK);
        }
        if (random.one_in(7)) {
            QCOMPARE(run_sql(sealed->handle(), "VACUUM"), SQLITE_OK);
        }
        if (random.one_in(6)) {
            sealed.reset();
            auto again = open_sealed(disk.vfs(), path(), false);
            CHECK_OK(again);
            sealed.emplace(std::move(*again));
        }
        if (random.one_in(6)) {
            // A new passphrase, as Vault writes it: the copy that does not count, sync, the other, sync.
            const HeaderCopy bytes = encode_header(test_header(++generation), test_key());
            generations_.emplace_back(disk.operations().size(), generation);
            const auto write_copy = [&](std::int64_t offset) {
                disk.note({.kind = DiskOperation::Kind::kWrite,
                           .file = path().string(),
                           .offset = offset,
                           .data = Bytes(bytes.begin(), bytes.end())});
                disk.note({.kind = DiskOperation::Kind::kSync, .file = path().string()});
            };
            write_copy(kHeaderCopyBytes);
            write_copy(0);
        }
    }
}

/// The passphrase of the last change that was finished, or of the one under way.
void TestPowerLoss::check_header(std::size_t at, const std::string& place) {
    const Bytes file = read_file(path());
    const auto chosen = choose_header(std::span{file}.first(std::min(file.size(), kHeaderBytes)));
    CHECK_WITH(chosen.has_value(), place + ": " + describe(chosen));
    CHECK_WITH(header_is_authentic(chosen->bytes, test_key()), place);
    CHECK_WITH(chosen->header == test_header(chosen->header.generation), place);
    constexpr std::size_t kOperationsOfAChange = 4;
    std::uint64_t least = 1;
    std::uint64_t most = 1;
    for (const auto& [operation, generation] : generations_) {
        least = operation + kOperationsOfAChange <= at ? generation : least;
        most = operation <= at ? generation : most;
    }
    CHECK_WITH(least <= chosen->header.generation && chosen->header.generation <= most, place);
}

void TestPowerLoss::check_after_crash(const PowerCut::Files& files, std::size_t at, const std::string& place) {
    std::int64_t acknowledged = 0;
    for (const auto& step : acknowledged_) {
        acknowledged = step.operation <= at ? step.step : acknowledged;
    }
    for (const auto& name : names_in(folder_.path().toStdString())) {
        fs::remove(fs::path{folder_.path().toStdString()} / name);
    }
    for (const auto& [name, bytes] : files) {
        write_file(name, bytes);
    }
    check_header(at, place);
    if (QTest::currentTestFailed()) {
        return;
    }
    WatchedVfs disk;
    auto sealed = open_sealed(disk.vfs(), path(), false);
    CHECK_WITH(sealed.has_value(), place + ": " + describe(sealed));
    const std::string found = ask_sql(sealed->handle(), "SELECT n FROM step");
    const std::string next = std::to_string(acknowledged + 1);
    kept_under_way_ += found == next ? 1 : 0;
    CHECK_WITH(found == std::to_string(acknowledged) || found == next,
               place + ": acknowledged " + std::to_string(acknowledged) + ", found " + found);
    QCOMPARE(ask_sql(sealed->handle(),
                     "SELECT rows = (SELECT count(*) FROM item) AND sum = (SELECT total(length(words))"
                     " FROM item) AND (SELECT coalesce(max(step), 0) FROM item) = n FROM step"),
             std::string{"1"});
    QCOMPARE(ask_sql(sealed->handle(), "PRAGMA integrity_check"), std::string{"ok"});
    QCOMPARE(run_sql(sealed->handle(), "INSERT INTO search (search) VALUES ('integrity-check')"), SQLITE_OK);
    // Every page can be read, those on the free list too.
    auto memory = Connection::open(":memory:", "", true);
    sqlite3_backup* backup = sqlite3_backup_init(memory->handle(), "main", sealed->handle(), "main");
    QVERIFY(backup != nullptr);
    CHECK_WITH(sqlite3_backup_step(backup, -1) == SQLITE_DONE, place + ": a page cannot be read");
    QCOMPARE(sqlite3_backup_finish(backup), SQLITE_OK);
    QCOMPARE(run_sql(sealed->handle(), "INSERT INTO item (step, words) VALUES (99, zeroblob(9000)); DELETE FROM item"),
             SQLITE_OK);
}

void TestPowerLoss::at_every_operation_data() {
    QTest::addColumn<int>("sector");
    QTest::addColumn<bool>("garbage");
    QTest::addColumn<int>("seed");
    const int seeds = long_run() ? 60 : 1;
    for (int seed = 1; seed <= seeds; ++seed) {
        for (const int sector : {512, 4096}) {
            for (const bool garbage : {false, true}) {
                QTest::addRow("%d-byte sectors, %s, seed %d", sector, garbage ? "garbage" : "old or new", seed)
                    << sector << garbage << seed * 10 + (sector == 512 ? 0 : 2) + (garbage ? 1 : 0);
            }
        }
    }
}

void TestPowerLoss::at_every_operation() {
    QFETCH(int, sector);
    QFETCH(bool, garbage);
    QFETCH(int, seed);
    for (const auto& name : names_in(folder_.path().toStdString())) {
        fs::remove(fs::path{folder_.path().toStdString()} / name);
    }
    write_test_header(path(), test_header(1));
    {
        auto made = open_sealed(nullptr, path(), true);
        CHECK_OK(made);
        QCOMPARE(
            run_sql(made->handle(),
                    "CREATE TABLE step (n, rows, sum); INSERT INTO step VALUES (0, 0, 0.0);"
                    "CREATE TABLE item (id INTEGER PRIMARY KEY, step, words); CREATE INDEX by_words ON item (words);"
                    "CREATE VIRTUAL TABLE search USING fts5 (text)"),
            SQLITE_OK);
    }
    const PowerCut::Files start{{path().string(), read_file(path())}};
    WatchedVfs disk;
    disk.record();
    run_workload(disk, static_cast<std::uint64_t>(seed));
    if (QTest::currentTestFailed()) {
        return;
    }
    const std::vector<DiskOperation> operations = disk.operations();
    QVERIFY(operations.size() > 100);
    Random random{static_cast<std::uint64_t>(seed)};
    const TearModel model{.sector_bytes = static_cast<std::size_t>(sector), .garbage = garbage};
    PowerCut power{start, operations};
    for (std::size_t at = 0; at <= operations.size(); ++at) {
        // In the ordinary run, writes in a row get one or two crashes each, syncs and the operation after them all
        // kinds.
        const bool turning_point = at == operations.size() || operations[at].kind != DiskOperation::Kind::kWrite ||
                                   (at > 0 && operations[at - 1].kind != DiskOperation::Kind::kWrite);
        for (std::size_t kind = 0; kind < kSurvivors.size(); ++kind) {
            if (!turning_point && !long_run() && kind != at % kSurvivors.size()) {
                continue;
            }
            ++crashes_;
            const std::string place = "operation " + std::to_string(at) + " of " + std::to_string(operations.size()) +
                                      ", survivors " + std::to_string(static_cast<int>(kSurvivors[kind]));
            check_after_crash(power.after(at, kSurvivors[kind], model, random), at, place);
            if (QTest::currentTestFailed()) {
                qWarning("%s", place.c_str());
                return;
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestPowerLoss)
#include "tst_power_loss.moc"
