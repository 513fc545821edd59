// SPDX-License-Identifier: Apache-2.0
#include "support/crash_trial.h"

#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <span>

#include "vault/vfs_file.h"

namespace pennydrop::testing {
namespace {

Status run(SealedDatabase& sealed, const std::string& sql) {
    const int rc = run_sql(sealed.handle(), sql);
    return rc == SQLITE_OK ? Status{} : fail(ErrorCode::kIo, "SQLite " + std::to_string(rc));
}

/// A transaction that counts itself and changes rows whose totals say whether it is there as a whole.
std::string transaction(std::int64_t step, Random& random) {
    const std::string number = std::to_string(step);
    std::string sql = "BEGIN; UPDATE step SET n = " + number + ";";
    const std::size_t rows = 1 + random.below(random.one_in(4) ? 20 : 4);
    for (std::size_t i = 0; i < rows; ++i) {
        sql += "INSERT INTO item (step, words) VALUES (" + number + ", '" + random.word(5 + random.below(700)) + "');";
    }
    if (random.one_in(3)) {
        sql += "DELETE FROM item WHERE id % 3 = " + std::to_string(random.below(3)) + " AND step < " + number + ";";
    }
    sql += "INSERT INTO search (text) SELECT substr(words, 1, 60) FROM item WHERE step = " + number + ";";
    sql +=
        "UPDATE step SET rows = (SELECT count(*) FROM item), sum = (SELECT total(length(words)) FROM item),"
        " found = (SELECT count(*) FROM search); COMMIT;";
    if (random.one_in(5)) {
        sql.insert(0, "PRAGMA cache_size = 5;");  // spills in mid-transaction
    }
    return sql;
}

/// Every page can be read, those on the free list too.
bool every_page_is_readable(sqlite3* database) {
    auto memory = Connection::open(":memory:", "", true);
    sqlite3_backup* backup = memory ? sqlite3_backup_init(memory->handle(), "main", database, "main") : nullptr;
    const int rc = backup == nullptr ? SQLITE_NOMEM : sqlite3_backup_step(backup, -1);
    return sqlite3_backup_finish(backup) == SQLITE_OK && rc == SQLITE_DONE;
}

}  // namespace

void Tally::add(Outcome outcome) {
    ++crashes;
    lost += outcome == Outcome::kLost ? 1 : 0;
    unopenable += outcome == Outcome::kUnopenable ? 1 : 0;
    half += outcome == Outcome::kHalf ? 1 : 0;
}

void Tally::add(const Tally& other) {
    crashes += other.crashes;
    commits += other.commits;
    lost += other.lost;
    unopenable += other.unopenable;
    half += other.half;
    kept += other.kept;
}

std::string Tally::line(const std::string& name) const {
    return name + ": " + std::to_string(crashes) + " crashes, " + std::to_string(commits) +
           " acknowledged commits looked for, " + std::to_string(lost) + " lost, " + std::to_string(unopenable) +
           " unopenable, " + std::to_string(half) + " half transactions (" + std::to_string(kept) +
           " kept the one under way)";
}

void CrashTrial::put(const PowerCut::Files& files) {
    for (const auto& name : names_in(path_.parent_path())) {
        std::filesystem::remove(path_.parent_path() / name);
    }
    for (const auto& [name, bytes] : files) {
        write_file(name, bytes);
    }
}

Result<PowerCut::Files> CrashTrial::make() {
    put({});
    write_test_header(path_, test_header(1));
    {
        auto made = open_sealed(nullptr, path_, true, geometry_);
        if (!made) {
            return pass_on(made);
        }
        auto done =
            run(*made,
                "CREATE TABLE step (n, rows, sum, found); INSERT INTO step VALUES (0, 0, 0.0, 0);"
                "CREATE TABLE item (id INTEGER PRIMARY KEY, step, words); CREATE INDEX by_words ON item (words);"
                "CREATE VIRTUAL TABLE search USING fts5 (text)");
        if (!done) {
            return pass_on(done);
        }
    }
    return PowerCut::Files{{path_.string(), read_file(path_)}};
}

Status CrashTrial::record(const PowerCut::Files& start, std::int64_t steps, std::uint64_t seed) {
    put(start);
    Random random{seed};
    WatchedVfs disk;
    disk.record();
    auto opened = open_sealed(disk.vfs(), path_, false, geometry_);
    if (!opened) {
        return pass_on(opened);
    }
    std::optional<SealedDatabase> sealed{std::move(*opened)};
    const std::int64_t before = std::stoll(ask_sql(sealed->handle(), "SELECT n FROM step"));
    steps_ = {{.operation = 0, .value = static_cast<std::uint64_t>(before)}};
    // As Vault does it: whoever opens with the key makes both copies alike first.
    const Bytes file = read_file(path_);
    const auto chosen = choose_header(std::span{file}.first(kHeaderBytes));
    if (!chosen) {
        return fail(chosen.error().code, "header");
    }
    header_begun_ = {{.operation = 0, .value = chosen->header.generation}};
    header_done_ = header_begun_;
    if (chosen->copies_differ) {
        if (auto healed = write_header(disk, chosen->bytes); !healed) {
            return healed;
        }
    }
    for (std::int64_t step = before + 1; step <= before + steps; ++step) {
        if (auto done = one_step(disk, *sealed, step, random); !done) {
            return done;
        }
        if (random.one_in(6)) {
            sealed.reset();
            auto again = open_sealed(disk.vfs(), path_, false, geometry_);
            if (!again) {
                return pass_on(again);
            }
            sealed.emplace(std::move(*again));
        }
    }
    if (random.one_in(2)) {
        sealed.reset();  // else the recording ends while the vault is open
    }
    operations_ = disk.operations();
    return {};
}

Status CrashTrial::one_step(WatchedVfs& disk, SealedDatabase& sealed, std::int64_t step, Random& random) {
    if (auto done = run(sealed, transaction(step, random)); !done) {
        return done;
    }
    steps_.push_back({.operation = disk.operations().size(), .value = static_cast<std::uint64_t>(step)});
    if (random.one_in(4)) {
        const char* const modes[]{"PASSIVE", "FULL", "RESTART", "TRUNCATE"};
        if (auto done = run(sealed, std::string{"PRAGMA wal_checkpoint("} + modes[random.below(4)] + ")"); !done) {
            return done;
        }
    }
    if (random.one_in(9)) {
        if (auto done = run(sealed, "VACUUM"); !done) {
            return done;
        }
    }
    return random.one_in(5) ? change_header(disk) : Status{};
}

Status CrashTrial::change_header(WatchedVfs& disk) {
    const std::uint64_t generation = header_done_.back().value + 1;
    header_begun_.push_back({.operation = disk.operations().size(), .value = generation});
    if (auto written = write_header(disk, encode_header(test_header(generation), test_key())); !written) {
        return written;
    }
    header_done_.push_back({.operation = disk.operations().size(), .value = generation});
    return {};
}

/// The copy that does not count, sync, the other, sync. (Copy 0 counts when both are alike, and after each change.)
Status CrashTrial::write_header(WatchedVfs& disk, const HeaderCopy& bytes) {
    const Bytes file = read_file(path_);
    const auto chosen = choose_header(std::span{file}.first(kHeaderBytes));
    auto opened = VfsFile::open(disk.vfs(), path_, VfsFile::Mode::kReadWrite);
    if (!chosen || !opened) {
        return fail(ErrorCode::kIo, "header");
    }
    for (const std::size_t copy : {1 - chosen->copy, chosen->copy}) {
        if (auto done = opened->write(bytes, static_cast<std::int64_t>(copy * kHeaderCopyBytes)); !done) {
            return done;
        }
        if (auto done = opened->sync(); !done) {
            return done;
        }
    }
    return {};
}

/// The header of the last change that was finished, or of the one under way.
Outcome CrashTrial::check_header(std::size_t at) {
    const Bytes file = read_file(path_);
    const auto chosen = choose_header(std::span{file}.first(std::min(file.size(), kHeaderBytes)));
    if (!chosen || !header_is_authentic(chosen->bytes, test_key()) ||
        chosen->header != test_header(chosen->header.generation)) {
        problem_ = "no sound header";
        return Outcome::kUnopenable;
    }
    std::uint64_t least = 0;
    std::uint64_t most = 0;
    for (const auto& done : header_done_) {
        least = done.operation <= at ? done.value : least;
    }
    for (const auto& begun : header_begun_) {
        most = begun.operation <= at ? begun.value : most;
    }
    if (chosen->header.generation < least) {
        problem_ = "header of an older generation";
        return Outcome::kLost;
    }
    return chosen->header.generation <= most ? Outcome::kGood : Outcome::kHalf;
}

Outcome CrashTrial::check_content(std::size_t at, Tally& tally) {
    std::uint64_t acknowledged = 0;
    for (const auto& step : steps_) {
        acknowledged = step.operation <= at ? step.value : acknowledged;
    }
    tally.commits += static_cast<std::int64_t>(acknowledged - steps_.front().value);
    WatchedVfs disk;
    auto sealed = open_sealed(disk.vfs(), path_, false, geometry_);
    if (!sealed) {
        problem_ = "does not open: " + sealed.error().detail;
        return Outcome::kUnopenable;
    }
    const auto answer = [&](const char* sql) { return ask_sql(sealed->handle(), sql); };
    const std::string found = answer("SELECT n FROM step");
    const bool kept = found == std::to_string(acknowledged + 1);
    if (!kept && found != std::to_string(acknowledged)) {
        problem_ = "acknowledged " + std::to_string(acknowledged) + ", found " + found;
        return found.starts_with("error") ? Outcome::kUnopenable : Outcome::kLost;
    }
    tally.kept += kept ? 1 : 0;
    if (answer("SELECT rows = (SELECT count(*) FROM item) AND sum = (SELECT total(length(words)) FROM item)"
               " AND found = (SELECT count(*) FROM search) AND (SELECT coalesce(max(step), 0) FROM item) = n"
               " FROM step") != "1" ||
        answer("PRAGMA integrity_check") != "ok" ||
        run_sql(sealed->handle(), "INSERT INTO search (search) VALUES ('integrity-check')") != SQLITE_OK) {
        problem_ = "step " + found + " is there in half";
        return Outcome::kHalf;
    }
    if (!every_page_is_readable(sealed->handle()) ||
        run_sql(sealed->handle(), "INSERT INTO item (step, words) VALUES (99, zeroblob(9000)); DELETE FROM item") !=
            SQLITE_OK) {
        problem_ = "a page cannot be read or written";
        return Outcome::kUnopenable;
    }
    return Outcome::kGood;
}

Outcome CrashTrial::check(const PowerCut::Files& files, std::size_t at, Tally& tally) {
    problem_.clear();
    put(files);
    Outcome outcome = check_header(at);
    if (outcome == Outcome::kGood) {
        outcome = check_content(at, tally);
    }
    tally.add(outcome);
    return outcome;
}

}  // namespace pennydrop::testing
