// SPDX-License-Identifier: Apache-2.0
// Power fails at every write and sync of a workload, and what was not synced is lost, kept, reordered or torn, in every
// way a disk may tear it. After each such crash the vault opens with the old or the new header, holds every
// acknowledged commit and no half one, is consistent, and can be written again. Some of the crashed vaults are worked
// on further, and crash again.
//
// tst_power_loss_vault does the same with Vault itself and real secrets. The long version (PENNYDROP_LONG=1) is what
// docs/reliability.md speaks of.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <array>
#include <filesystem>

#include "support/check_result.h"
#include "support/crash_trial.h"
#include "support/files.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::array kSurvivors{Survivors::kNone, Survivors::kAll, Survivors::kAllButLastTorn, Survivors::kAny,
                                Survivors::kAny};
constexpr std::int64_t kSteps = 11;  ///< Of a recording.

}  // namespace

class TestPowerLoss : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void at_every_operation_data();
    void at_every_operation();
    void the_figures();
    void a_disk_that_ignores_syncs_is_found_out();
    void blocks_off_the_sectors_are_found_out();

private:
    /// Crashes everywhere in what `trial` has recorded. `seed` also decides which crash goes on as `next`.
    void crash_everywhere(CrashTrial& trial, const PowerCut::Files& start, const std::vector<DiskOperation>& operations,
                          const TearModel& model, std::uint64_t seed, PowerCut::Files* next, Tally& tally);

    fs::path path() const { return fs::path{folder_.path().toStdString()} / "journal.pennydrop"; }

    QTemporaryDir folder_;
    std::array<Tally, kTearModels.size()> tallies_{};
};

void TestPowerLoss::initTestCase() {
    QVERIFY(folder_.isValid());
}

void TestPowerLoss::crash_everywhere(CrashTrial& trial, const PowerCut::Files& start,
                                     const std::vector<DiskOperation>& operations, const TearModel& model,
                                     std::uint64_t seed, PowerCut::Files* next, Tally& tally) {
    Random random{seed};
    PowerCut power{start, operations};
    const std::size_t goes_on = random.below(operations.size());
    // Trials that must find something are never cut short.
    const std::size_t stride = short_run() && next != nullptr ? 19 : 1;
    for (std::size_t at = 0; at <= operations.size(); at += stride) {
        // Each operation can come out in five ways. All of them are tried at syncs and what comes after them, and two
        // at writes in a row; in the ordinary run two and one in two.
        const bool turning_point = at == operations.size() || operations[at].kind != DiskOperation::Kind::kWrite ||
                                   (at > 0 && operations[at - 1].kind != DiskOperation::Kind::kWrite);
        const std::size_t ways = turning_point ? (long_run() ? kSurvivors.size() : 2) : (long_run() ? 2 : at % 2);
        for (std::size_t i = 0; i < ways; ++i) {
            const std::size_t kind = (at + i * 2) % kSurvivors.size();
            const auto files = power.after(at, kSurvivors[kind], model, random);
            const Outcome outcome = trial.check(files, at, tally);
            if (outcome != Outcome::kGood && next != nullptr) {
                CHECK_WITH(false, "operation " + std::to_string(at) + " of " + std::to_string(operations.size()) +
                                      ", survivors " + std::to_string(kind) + ": " + trial.problem());
            }
            if (next != nullptr && at >= goes_on && next->empty()) {
                *next = files;
            }
        }
    }
}

void TestPowerLoss::at_every_operation_data() {
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("seed");
    const int seeds = long_run() ? 7 : 1;
    for (int seed = 1; seed <= seeds; ++seed) {
        for (std::size_t model = 0; model < kTearModels.size(); ++model) {
            QTest::addRow("%s, seed %d", kTearModels[model].name, seed) << static_cast<int>(model) << seed;
        }
    }
}

void TestPowerLoss::at_every_operation() {
    QFETCH(int, model);
    QFETCH(int, seed);
    const auto number = static_cast<std::size_t>(model);
    CrashTrial trial{path(), {}};
    auto start = trial.make();
    CHECK_OK(start);
    constexpr int kRounds = 3;  // what a crash left is worked on, and crashes again
    for (int round = 0; round < kRounds; ++round) {
        const auto round_seed = static_cast<std::uint64_t>((seed * 8 + model) * kRounds + round);
        CHECK_OK(trial.record(*start, kSteps, round_seed));
        const std::vector<DiskOperation> operations = trial.operations();
        QVERIFY(operations.size() > 50);
        PowerCut::Files next;
        crash_everywhere(trial, *start, operations, kTearModels[number], round_seed, &next, tallies_[number]);
        if (QTest::currentTestFailed()) {
            return;
        }
        *start = std::move(next);
    }
}

void TestPowerLoss::the_figures() {
    Tally all;
    for (std::size_t model = 0; model < kTearModels.size(); ++model) {
        qInfo("%s", tallies_[model].line(kTearModels[model].name).c_str());
        all.add(tallies_[model]);
    }
    qInfo("%s", all.line("all").c_str());
    QCOMPARE(all.failures(), std::int64_t{0});
    QVERIFY(all.crashes >= (long_run() ? 100000 : short_run() ? 200 : 5000));
    QVERIFY(all.kept > 0 && all.kept < all.crashes / 2);  // otherwise hardly anything was ever under way, or lost
}

// The next two see whether these trials can fail at all.

void TestPowerLoss::a_disk_that_ignores_syncs_is_found_out() {
    CrashTrial trial{path(), {}};
    const auto start = trial.make();
    CHECK_OK(start);
    CHECK_OK(trial.record(*start, kSteps, 5));
    std::vector<DiskOperation> operations = trial.operations();
    for (auto& operation : operations) {
        if (operation.kind == DiskOperation::Kind::kSync) {
            operation = {.kind = DiskOperation::Kind::kWrite, .file = operation.file};  // of nothing
        }
    }
    Tally tally;
    crash_everywhere(trial, *start, operations, kTearModels[1], 5, nullptr, tally);
    qInfo("%s", tally.line("without syncs").c_str());
    QVERIFY(tally.lost > 0 && tally.unopenable + tally.half > 0);
}

void TestPowerLoss::blocks_off_the_sectors_are_found_out() {
    CrashTrial trial{path(), {.header_bytes = kHeaderBytes + 512}};
    const auto start = trial.make();
    CHECK_OK(start);
    CHECK_OK(trial.record(*start, kSteps, 6));
    const std::vector<DiskOperation> operations = trial.operations();
    Tally small_sectors;
    crash_everywhere(trial, *start, operations, kTearModels[3], 6, nullptr, small_sectors);
    qInfo("%s", small_sectors.line("shifted by 512, 512-byte sectors").c_str());
    QCOMPARE(small_sectors.failures(), std::int64_t{0});
    Tally large_sectors;
    crash_everywhere(trial, *start, operations, kTearModels[6], 6, nullptr, large_sectors);
    qInfo("%s", large_sectors.line("shifted by 512, 4096-byte sectors").c_str());
    QVERIFY(large_sectors.failures() > 0);
}

QTEST_APPLESS_MAIN(TestPowerLoss)
#include "tst_power_loss.moc"
