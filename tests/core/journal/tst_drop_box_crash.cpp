// SPDX-License-Identifier: Apache-2.0
// Power fails at every operation of writing while locked and of merging: after the next merge each acknowledged entry
// is in the journal exactly once, each other one at most once and whole, and nothing unreadable is gone.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "journal/drop_box_merge.h"
#include "journal/dropped_entry.h"
#include "journal/schema.h"
#include "memory_journal.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/locked_vault.h"
#include "support/power_cut.h"
#include "support/sealed_database.h"
#include "support/watched_folders.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::array kSurvivors{Survivors::kNone, Survivors::kAll, Survivors::kAllButLastTorn, Survivors::kAny,
                                Survivors::kAny};

struct Acknowledged {
    std::size_t operation;
    std::string text;
};

}  // namespace

class TestDropBoxCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void at_every_operation_data();
    void at_every_operation();
    void cleanupTestCase();

private:
    void work(WatchedVfs& disk, Random& random);
    void check(const PowerCut::Files& files, std::size_t at, const std::string& place);
    Result<MergedDrops> merge(Connection& database, WatchedVfs& disk) {
        WatchedFolders folders{disk};
        auto box = open_test_drops(path(), disk.vfs(), &folders);
        if (!box) {
            return pass_on(box);
        }
        return merge_drops(database, *box, Timestamp{1});
    }
    fs::path path() const { return fs::path{folder_.path().toStdString()} / "journal.pennydrop"; }

    QTemporaryDir folder_;
    std::vector<Acknowledged> acknowledged_;
    std::vector<std::string> attempted_;
    std::vector<Acknowledged> strange_;  ///< Records that are no entries.
    int crashes_{0};
    int kept_under_way_{0};
};

void TestDropBoxCrash::cleanupTestCase() {
    qInfo("%d crashes simulated; in %d of them an entry under way was kept", crashes_, kept_under_way_);
    QVERIFY(crashes_ == 0 || kept_under_way_ > 0);
}

/// Two sessions of writing while locked, each with a merge after it.
void TestDropBoxCrash::work(WatchedVfs& disk, Random& random) {
    WatchedFolders folders{disk};
    acknowledged_.clear();
    attempted_.clear();
    strange_.clear();
    for (int session = 0; session < 2; ++session) {
        for (std::size_t i = 0; i < 2 + random.below(2); ++i) {
            const std::string text =
                std::to_string(attempted_.size()) + " " + random.word(1 + random.below(random.one_in(3) ? 9000 : 900));
            attempted_.push_back(text);
            const auto payload = encode_dropped_entry(content(text));
            CHECK_OK(payload);
            const std::string bytes(payload->span().begin(), payload->span().end());
            CHECK_OK(drop(path(), bytes, disk.vfs(), &folders));
            acknowledged_.push_back({disk.operations().size(), text});
        }
        const std::string strange = "not an entry " + std::to_string(session);
        CHECK_OK(drop(path(), strange, disk.vfs(), &folders));
        strange_.push_back({disk.operations().size(), strange});
        auto sealed = open_sealed(disk.vfs(), path(), false);
        CHECK_OK(sealed);
        const auto merged = merge(sealed->database, disk);
        CHECK_OK(merged);
        QVERIFY(!merged->not_emptied);
        QCOMPARE(merged->unreadable, std::size_t{1});
    }
}

void TestDropBoxCrash::check(const PowerCut::Files& files, std::size_t at, const std::string& place) {
    for (const auto& name : names_in(folder_.path().toStdString())) {
        fs::remove(fs::path{folder_.path().toStdString()} / name);
    }
    for (const auto& [name, bytes] : files) {
        write_file(name, bytes);
    }
    WatchedVfs disk;
    auto sealed = open_sealed(disk.vfs(), path(), false);
    CHECK_WITH(sealed.has_value(), place + ": " + describe(sealed));
    for (int again = 0; again < 2; ++again) {
        const auto merged = merge(sealed->database, disk);
        CHECK_WITH(merged.has_value(), place + ": " + describe(merged));
        CHECK_WITH(!merged->not_emptied, place);
        CHECK_WITH(again == 0 || (merged->merged == 0 && merged->unreadable == 0), place);
    }
    std::map<std::string, int> found;
    auto select = sealed->database.prepare("SELECT text FROM entry");
    CHECK_OK(select);
    for (auto row = select->step(); row && *row; row = select->step()) {
        ++found[std::string{select->text(0)}];
    }
    std::size_t certain = 0;
    for (const auto& entry : acknowledged_) {
        if (entry.operation <= at) {
            ++certain;
            CHECK_WITH(found[entry.text] == 1, place + ": entry " + std::to_string(certain) + " is there " +
                                                   std::to_string(found[entry.text]) + " times");
        }
    }
    std::size_t present = 0;
    for (const auto& [text, times] : found) {
        const bool known = std::ranges::find(attempted_, text) != attempted_.end();
        CHECK_WITH(times == 0 || (times == 1 && known), place + ": an unknown or a second entry");
        present += times == 0 ? 0 : 1;
    }
    CHECK_WITH(present <= certain + 1, place);
    kept_under_way_ += present > certain ? 1 : 0;
    const fs::path aside = path().parent_path() / "aside";
    if (fs::exists(unread_drops_path(path()))) {
        fs::copy_file(unread_drops_path(path()), drop_box_path(aside));
    }
    const auto kept = read_drops(aside, disk.vfs());
    CHECK_OK(kept);
    for (const auto& record : strange_) {
        CHECK_WITH(record.operation > at || std::ranges::find(kept->payloads, record.text) != kept->payloads.end(),
                   place + ": " + record.text + " is gone");
    }
    QCOMPARE(ask_sql(sealed->handle(), "SELECT (SELECT count(*) FROM merged_drop) = (SELECT count(*) FROM entry)"),
             std::string{"1"});
}

void TestDropBoxCrash::at_every_operation_data() {
    QTest::addColumn<int>("sector");
    QTest::addColumn<bool>("garbage");
    QTest::addColumn<int>("seed");
    const int seeds = long_run() ? 100 : 1;
    for (int seed = 1; seed <= seeds; ++seed) {
        for (const int sector : {512, 4096}) {
            for (const bool garbage : {false, true}) {
                QTest::addRow("%d-byte sectors, %s, seed %d", sector, garbage ? "garbage" : "old or new", seed)
                    << sector << garbage << seed * 4 + (sector == 512 ? 0 : 2) + (garbage ? 1 : 0);
            }
        }
    }
}

void TestDropBoxCrash::at_every_operation() {
    QFETCH(int, sector);
    QFETCH(bool, garbage);
    QFETCH(int, seed);
    for (const auto& name : names_in(folder_.path().toStdString())) {
        fs::remove(fs::path{folder_.path().toStdString()} / name);
    }
    write_locked_header(path());
    {
        auto made = open_sealed(nullptr, path(), true);
        CHECK_OK(made);
        CHECK_OK(made->database.migrate(journal_migrations()));
    }
    const PowerCut::Files start{{path().string(), read_file(path())}};
    WatchedVfs disk;
    disk.record();
    Random random{static_cast<std::uint64_t>(seed)};
    work(disk, random);
    if (QTest::currentTestFailed()) {
        return;
    }
    const auto operations = disk.operations();
    PowerCut power{start, operations};
    const TearModel model{.sector_bytes = static_cast<std::size_t>(sector),
                          .tear = garbage ? Tear::kOwnBytes : Tear::kOldOrNew};
    for (std::size_t at = 0; at <= operations.size(); ++at) {
        // Writes in a row get two crashes each in the ordinary run, everything else all kinds.
        const bool turning_point = at == operations.size() || operations[at].kind != DiskOperation::Kind::kWrite ||
                                   (at > 0 && operations[at - 1].kind != DiskOperation::Kind::kWrite);
        for (std::size_t kind = 0; kind < kSurvivors.size(); ++kind) {
            if (!turning_point && !long_run() && kind != at % kSurvivors.size()) {
                continue;
            }
            ++crashes_;
            const std::string place = "operation " + std::to_string(at) + " of " + std::to_string(operations.size()) +
                                      ", survivors " + std::to_string(static_cast<int>(kSurvivors[kind]));
            check(power.after(at, kSurvivors[kind], model, random), at, place);
            if (QTest::currentTestFailed()) {
                qWarning("%s", place.c_str());
                return;
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestDropBoxCrash)
#include "tst_drop_box_crash.moc"
