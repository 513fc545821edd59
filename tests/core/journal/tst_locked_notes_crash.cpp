// SPDX-License-Identifier: Apache-2.0
// Power fails at every operation while a note is sealed again and again as it is written, and while it is merged: after
// the next merge the note is one entry, and no older than the last state that was acknowledged. So what was written
// since is all that can be lost.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

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

constexpr std::array kSurvivors{Survivors::kNone, Survivors::kAll, Survivors::kAllButLastTorn, Survivors::kAny};
constexpr int kNotes = 2;
constexpr int kStates = 4;

/// What a note says in its state `sequence`; that of its last is "" when it is thrown away.
std::string words(int note, int sequence) {
    return "note " + std::to_string(note) + std::string(static_cast<std::size_t>(sequence) * 1500, 'x');
}

struct Sealed {
    std::size_t operation{0};  ///< From which on it was acknowledged.
    int note{0};
    std::string text{};
};

}  // namespace

class TestLockedNotesCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void only_the_last_state_can_be_lost_data();
    void only_the_last_state_can_be_lost();
    void cleanupTestCase() { qInfo("%d crashes simulated", crashes_); }

private:
    void work(WatchedVfs& disk);
    void check(const PowerCut::Files& files, std::size_t at, const std::string& place);
    Result<MergedDrops> merge(Connection& database, WatchedVfs& disk) {
        WatchedFolders folders{disk};
        auto box = open_test_drops(path(), disk.vfs(), &folders);
        if (!box) {
            return pass_on(box);
        }
        return merge_drops(database, *box, Timestamp{1});
    }
    void empty_folder() {
        for (const auto& name : names_in(folder_.path().toStdString())) {
            fs::remove(fs::path{folder_.path().toStdString()} / name);
        }
    }
    fs::path path() const { return fs::path{folder_.path().toStdString()} / "journal.pennydrop"; }

    QTemporaryDir folder_;
    std::vector<Sealed> sealed_;
    int crashes_{0};
};

/// Two notes, each written on over a merge in the middle; the second is thrown away at its end.
void TestLockedNotesCrash::work(WatchedVfs& disk) {
    WatchedFolders folders{disk};
    sealed_.clear();
    for (int note = 0; note < kNotes; ++note) {
        NoteId id{};
        id.fill(static_cast<std::uint8_t>(note + 1));
        for (int sequence = 1; sequence <= kStates; ++sequence) {
            const bool is_thrown = note == 1 && sequence == kStates;
            EntryContent state = content(words(note, sequence), note);
            if (is_thrown) {
                state.text.clear();
            }
            const auto payload = encode_dropped_note({id, static_cast<std::uint32_t>(sequence)}, state);
            CHECK_OK(payload);
            CHECK_OK(drop(path(), std::string(payload->span().begin(), payload->span().end()), disk.vfs(), &folders));
            sealed_.push_back({disk.operations().size(), note, state.text});
            if (sequence == 2) {
                auto journal = open_sealed(disk.vfs(), path(), false);
                CHECK_OK(journal);
                CHECK_OK(merge(journal->database, disk));
            }
        }
    }
}

void TestLockedNotesCrash::check(const PowerCut::Files& files, std::size_t at, const std::string& place) {
    empty_folder();
    for (const auto& [name, bytes] : files) {
        write_file(name, bytes);
    }
    WatchedVfs disk;
    auto journal = open_sealed(disk.vfs(), path(), false);
    CHECK_WITH(journal.has_value(), place + ": " + describe(journal));
    for (int again = 0; again < 2; ++again) {
        const auto merged = merge(journal->database, disk);
        CHECK_WITH(merged.has_value() && !merged->not_emptied, place + ": " + describe(merged));
        CHECK_WITH(again == 0 || merged->merged == 0, place);
    }
    for (int note = 0; note < kNotes; ++note) {
        auto select = journal->database.prepare("SELECT text FROM entry WHERE occurred_at = ?1 AND removed_at IS NULL");
        CHECK_OK(select);
        select->bind(1, std::int64_t{note});
        std::vector<std::string> found;
        for (auto row = select->step(); row && *row; row = select->step()) {
            found.emplace_back(select->text(0));
        }
        // The last that was acknowledged, and the one that was on its way.
        std::vector<std::string> possible{""};
        for (const Sealed& state : sealed_) {
            if (state.note == note && state.operation <= at) {
                possible.assign(1, state.text);
            } else if (state.note == note) {
                possible.push_back(state.text);
                break;
            }
        }
        CHECK_WITH(found.size() <= 1, place + ": more than one entry");
        const std::string text = found.empty() ? "" : found.front();
        CHECK_WITH(std::ranges::find(possible, text) != possible.end(),
                   place + ": note " + std::to_string(note) + " has " + std::to_string(text.size()) + " letters");
    }
}

void TestLockedNotesCrash::only_the_last_state_can_be_lost_data() {
    QTest::addColumn<int>("model");
    for (std::size_t i = 0; i < kTearModels.size(); ++i) {
        // A whole sector may only be damaged where records keep to themselves: all of them do.
        if (long_run() || i % 3 == 0) {
            QTest::newRow(kTearModels.at(i).name) << static_cast<int>(i);
        }
    }
}

void TestLockedNotesCrash::only_the_last_state_can_be_lost() {
    QFETCH(int, model);
    empty_folder();
    write_locked_header(path());
    {
        auto made = open_sealed(nullptr, path(), true);
        CHECK_OK(made);
        CHECK_OK(made->database.migrate(journal_migrations()));
    }
    const PowerCut::Files start{{path().string(), read_file(path())}};
    WatchedVfs disk;
    disk.record();
    work(disk);
    if (QTest::currentTestFailed()) {
        return;
    }
    const auto operations = disk.operations();
    PowerCut power{start, operations};
    Random random{static_cast<std::uint64_t>(model) + 1};
    for (std::size_t at = 0; at <= operations.size(); ++at) {
        for (std::size_t kind = 0; kind < kSurvivors.size(); ++kind) {
            if (!long_run() && kind != at % kSurvivors.size()) {
                continue;
            }
            ++crashes_;
            const std::string place = "operation " + std::to_string(at) + " of " + std::to_string(operations.size()) +
                                      ", survivors " + std::to_string(static_cast<int>(kSurvivors.at(kind)));
            check(power.after(at, kSurvivors.at(kind), kTearModels.at(static_cast<std::size_t>(model)), random), at,
                  place);
            if (QTest::currentTestFailed()) {
                qWarning("%s", place.c_str());
                return;
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestLockedNotesCrash)
#include "tst_locked_notes_crash.moc"
