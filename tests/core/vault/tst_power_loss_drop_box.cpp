// SPDX-License-Identifier: Apache-2.0
// Power fails at every operation of appending to a drop box and of emptying it, again and again in the life of one
// file: what was acknowledged is there, once, until it was taken out; what was not is there whole or not at all; the
// box can always be written and read.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "support/check_result.h"
#include "support/files.h"
#include "support/locked_vault.h"
#include "support/power_cut.h"
#include "support/watched_folders.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::array kSurvivors{Survivors::kNone, Survivors::kAll, Survivors::kAllButLastTorn, Survivors::kAny};

/// What must be, and what may be, in the box.
struct Expected {
    std::set<std::string> certain{};
    std::set<std::string> possible{};
};

}  // namespace

class TestPowerLossDropBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void at_every_operation_data();
    void at_every_operation();
    void cleanupTestCase();

private:
    /// One session: some drops, sometimes the box is emptied. Fills milestones_: the expectation from an operation on.
    void work(WatchedVfs& disk, Random& random, Expected expected);
    void put(const PowerCut::Files& files);
    void check(const Expected& expected, const std::string& place);
    [[nodiscard]] PowerCut::Files files_now() const;
    [[nodiscard]] Expected expected_at(std::size_t operation) const;

    fs::path vault() const { return fs::path{folder_.path().toStdString()} / "journal.pennydrop"; }

    QTemporaryDir folder_;
    std::map<std::size_t, Expected> milestones_;
    int text_{0};
    int crashes_{0};
    int unsure_kept_{0};
    int unsure_{0};
};

void TestPowerLossDropBox::initTestCase() {
    QVERIFY(folder_.isValid());
}

void TestPowerLossDropBox::cleanupTestCase() {
    qInfo("%d crashes simulated; of %d drops under way %d were kept", crashes_, unsure_, unsure_kept_);
    QVERIFY(crashes_ == 0 || (unsure_kept_ > 0 && unsure_kept_ < unsure_));
}

PowerCut::Files TestPowerLossDropBox::files_now() const {
    PowerCut::Files files;
    for (const auto& name : names_in(folder_.path().toStdString())) {
        const fs::path path = fs::path{folder_.path().toStdString()} / name;
        files[path.string()] = read_file(path);
    }
    return files;
}

void TestPowerLossDropBox::put(const PowerCut::Files& files) {
    for (const auto& name : names_in(folder_.path().toStdString())) {
        fs::remove(fs::path{folder_.path().toStdString()} / name);
    }
    for (const auto& [name, bytes] : files) {
        write_file(name, bytes);
    }
}

void TestPowerLossDropBox::work(WatchedVfs& disk, Random& random, Expected expected) {
    WatchedFolders folders{disk};
    milestones_.clear();
    milestones_[0] = expected;
    for (int step = 0; step < 4; ++step) {
        const std::size_t begins = disk.operations().size();
        if (random.one_in(4)) {
            auto box = open_test_drops(vault(), disk.vfs(), &folders);
            CHECK_OK(box);
            CHECK_OK(read_all(*box));
            // From the first operation on, its records may be gone: whoever empties it has saved them.
            milestones_[begins] = {.certain = {}, .possible = expected.certain};
            milestones_[begins].possible.insert(expected.possible.begin(), expected.possible.end());
            CHECK_OK(box->empty());
            expected = {};
        } else {
            const std::string text =
                std::to_string(++text_) + ":" + random.word(1 + random.below(random.one_in(3) ? 20'000 : 500));
            milestones_[begins] = expected;
            milestones_[begins].possible.insert(text);
            CHECK_OK(drop(vault(), text, disk.vfs(), &folders));
            expected.certain.insert(text);
        }
        milestones_[disk.operations().size()] = expected;
    }
}

Expected TestPowerLossDropBox::expected_at(std::size_t operation) const {
    // An operation that is under way belongs to the step that began before it; one that is the first of a step has the
    // expectation of that step, too.
    return std::prev(milestones_.upper_bound(operation))->second;
}

void TestPowerLossDropBox::check(const Expected& expected, const std::string& place) {
    const auto found = read_drops(vault());
    CHECK_WITH(found.has_value(), place + ": " + describe(found));
    std::set<std::string> left = expected.certain;
    for (const auto& text : found->payloads) {
        const bool sure = left.erase(text) == 1;
        CHECK_WITH(sure || expected.possible.contains(text), place + ": an unknown or a second " + text.substr(0, 20));
        unsure_kept_ += sure ? 0 : 1;
    }
    unsure_ += static_cast<int>(expected.possible.size());
    CHECK_WITH(left.empty(), place + ": lost " + (left.empty() ? "" : left.begin()->substr(0, 20)));
}

void TestPowerLossDropBox::at_every_operation_data() {
    QTest::addColumn<int>("sector");
    QTest::addColumn<bool>("garbage");
    QTest::addColumn<int>("seed");
    const int seeds = long_run() ? 400 : 4;
    for (int seed = 1; seed <= seeds; ++seed) {
        for (const int sector : {512, 4096}) {
            for (const bool garbage : {false, true}) {
                QTest::addRow("%d-byte sectors, %s, seed %d", sector, garbage ? "garbage" : "old or new", seed)
                    << sector << garbage << seed * 4 + (sector == 512 ? 0 : 2) + (garbage ? 1 : 0);
            }
        }
    }
}

void TestPowerLossDropBox::at_every_operation() {
    QFETCH(int, sector);
    QFETCH(bool, garbage);
    QFETCH(int, seed);
    put({});
    make_locked_vault(vault());
    Random random{static_cast<std::uint64_t>(seed)};
    const TearModel model{.sector_bytes = static_cast<std::size_t>(sector),
                          .tear = garbage ? Tear::kOwnBytes : Tear::kOldOrNew};
    Expected expected;
    for (int life = 0; life < 4; ++life) {
        const PowerCut::Files start = files_now();
        WatchedVfs disk;
        disk.record();
        work(disk, random, expected);
        if (QTest::currentTestFailed()) {
            return;
        }
        const auto operations = disk.operations();
        PowerCut power{start, operations};
        // The file lives on after one of the crashes, with its scars.
        const std::size_t goes_on = random.below(operations.size() + 1);
        PowerCut::Files next;
        for (std::size_t at = 0; at <= operations.size(); ++at) {
            for (const Survivors survivors : kSurvivors) {
                ++crashes_;
                const auto files = power.after(at, survivors, model, random);
                const std::string place = "life " + std::to_string(life) + ", operation " + std::to_string(at) +
                                          " of " + std::to_string(operations.size()) + ", survivors " +
                                          std::to_string(static_cast<int>(survivors));
                put(files);
                check(expected_at(at), place);
                if (crashes_ % 3 == 0) {
                    WatchedVfs later;  // without real syncs
                    CHECK_OK(drop(vault(), "and life goes on", later.vfs()));
                    QCOMPARE(read_drops(vault())->payloads.back(), std::string{"and life goes on"});
                }
                if (QTest::currentTestFailed()) {
                    return;
                }
                if (at == goes_on) {
                    next = files;
                }
            }
        }
        put(next);
        // What survived is certain now, and nothing else may come back.
        const auto survived = read_drops(vault());
        CHECK_OK(survived);
        expected = {.certain = {survived->payloads.begin(), survived->payloads.end()}, .possible = {}};
    }
}

QTEST_APPLESS_MAIN(TestPowerLossDropBox)
#include "tst_power_loss_drop_box.moc"
