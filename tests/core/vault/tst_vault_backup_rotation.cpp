// SPDX-License-Identifier: Apache-2.0
// Which backups stay and which go; whose they are is told by name and by header.
#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <thread>

#include "small_vault.h"
#include "support/random.h"
#include "vault/backup_rotation.h"
#include "vault/dated_name.h"
#include "vault/file_claim.h"
#include "vault/vault_erase.h"
#include "vault/vault_header.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

using Names = std::vector<std::string>;

CivilDate day(int year, unsigned month, unsigned of_month) {
    return CivilDate{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
}

LocalTime moment(CivilDate date, int hour, int minute, int offset = 0) {
    const std::chrono::sys_days days{date};
    const auto at = std::chrono::microseconds{days.time_since_epoch()} + std::chrono::hours{hour} +
                    std::chrono::minutes{minute - offset};
    return {Timestamp{at.count()}, UtcOffset::from_minutes(offset).value()};
}

std::string name_at(CivilDate date, int hour = 12) {
    return write_dated_name("journal", "", moment(date, hour, 0), 1);
}

/// One backup a day for `count` days up to `last`.
Names daily(CivilDate last, int count) {
    Names names;
    for (int i = 0; i < count; ++i) {
        names.push_back(name_at(CivilDate{std::chrono::sys_days{last} - std::chrono::days{i}}));
    }
    return names;
}

Names kept_of(const Names& names, CivilDate today, const BackupPolicy& policy) {
    const auto gone = superseded_backups(names, "journal", today, policy);
    Names kept;
    std::ranges::copy_if(names, std::back_inserter(kept),
                         [&](const std::string& name) { return std::ranges::find(gone, name) == gone.end(); });
    return kept;
}

}  // namespace

class TestVaultBackupRotation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void names_say_where_and_when();
    void names_are_read_strictly();
    void a_stem_fits_on_fat();
    void seven_days_and_four_weeks_stay();
    void the_newest_of_a_day_stays();
    void a_gap_removes_nothing();
    void the_newest_always_stays();
    void any_set_keeps_what_it_promises();
    void files_of_tomorrow_are_left_alone();
    void only_this_vaults_backups_go();
    void a_pipe_holds_nobody_up();
    void one_that_is_open_somewhere_stays();
    void what_a_crash_left_goes_and_nothing_else();
    void a_failed_backup_removes_nothing();

private:
    SmallVault small_;
};

void TestVaultBackupRotation::initTestCase() {
    CHECK_OK(small_.make());
}

void TestVaultBackupRotation::names_say_where_and_when() {
    const LocalTime when = moment(day(2026, 11, 22), 5, 14);
    QCOMPARE(write_dated_name("journal", "", when, 1), std::string{"journal 2026-11-22 0514.pennydrop"});
    QCOMPARE(write_dated_name("journal", "replaced", when, 3),
             std::string{"journal replaced 2026-11-22 0514 3.pennydrop"});
    // The wall clock of the place, not UTC: half past midnight in Helsinki is the day before in UTC.
    QCOMPARE(write_dated_name("j", "", moment(day(2026, 1, 1), 0, 30, 120), 1),
             std::string{"j 2026-01-01 0030.pennydrop"});
    const auto read = read_dated_name("journal 2026-11-22 0514 2.pennydrop", "journal", "");
    QVERIFY(read.has_value());
    QVERIFY(read->date == day(2026, 11, 22));
    QCOMPARE(read->minute, 5 * 60 + 14);
    QCOMPARE(read->number, 2);
}

void TestVaultBackupRotation::names_are_read_strictly() {
    for (const char* name :
         {"journal.pennydrop", "journal 2026-11-22 0514.pennydrop.new-0011223344556677",
          "journal 2026-11-22 0514 (conflicted copy).pennydrop", "journal 2026-11-22 0514 1.pennydrop",
          "journal 2026-11-22 0514 02.pennydrop", "journal 2026-11-22 2400.pennydrop",
          "journal 2026-02-30 0514.pennydrop", "journal 2026-13-01 0514.pennydrop", "journal 2026-11-22 05.pennydrop",
          "journal 2026-11-22  0514.pennydrop", "Journal 2026-11-22 0514.pennydrop",
          "journal 2026-11-22 0514.pennydrop-wal", "journal replaced 2026-11-22 0514.pennydrop",
          "journal 2 2026-11-22 0514.pennydrop", "journal -026-11-22 0514.pennydrop", "journal", ""}) {
        CHECK_WITH(!read_dated_name(name, "journal", "").has_value(), std::string{name});
    }
}

void TestVaultBackupRotation::a_stem_fits_on_fat() {
    QCOMPARE(stem_of("/home/me/journal.pennydrop"), std::string{"journal"});
    QCOMPARE(stem_of("a:b?c.pennydrop"), std::string{"a_b_c"});
    QCOMPARE(stem_of("notes.txt"), std::string{"notes.txt"});
    QCOMPARE(stem_of(".pennydrop"), std::string{"journal"});
}

void TestVaultBackupRotation::seven_days_and_four_weeks_stay() {
    const CivilDate today = day(2026, 11, 22);  // a Sunday
    const Names kept = kept_of(daily(today, 60), today, {});
    Names wanted = daily(today, 7);
    for (const CivilDate sunday : {day(2026, 11, 15), day(2026, 11, 8), day(2026, 11, 1), day(2026, 10, 25)}) {
        wanted.push_back(name_at(sunday));
    }
    QVERIFY(kept == wanted);
    QCOMPARE(kept_of(daily(today, 60), today, {.daily = 2, .weekly = 0}).size(), std::size_t{2});
    // Day by day, as it happens: never fewer than seven once there were seven.
    Names present;
    for (int i = 0; i < 100; ++i) {
        const CivilDate now{std::chrono::sys_days{today} + std::chrono::days{i}};
        present.push_back(name_at(now));
        present = kept_of(present, now, {});
        QVERIFY(present.size() >= std::min<std::size_t>(7, static_cast<std::size_t>(i) + 1));
        QVERIFY(present.size() <= 11);
        if (i > 36) {
            const std::string oldest = *std::ranges::min_element(present);
            QVERIFY(oldest <= name_at(CivilDate{std::chrono::sys_days{now} - std::chrono::days{28}}));
        }
    }
}

void TestVaultBackupRotation::the_newest_of_a_day_stays() {
    const CivilDate today = day(2026, 11, 22);
    const Names names{name_at(today, 8), name_at(today, 20), name_at(today, 14),
                      write_dated_name("journal", "", moment(today, 20, 0), 2)};
    QVERIFY(kept_of(names, today, {}) == Names{names[3]});
}

void TestVaultBackupRotation::a_gap_removes_nothing() {
    // Two years away: what was there before stays what it was.
    const Names old = daily(day(2024, 11, 22), 5);
    QVERIFY(kept_of(old, day(2026, 11, 22), {}) == old);
}

void TestVaultBackupRotation::the_newest_always_stays() {
    const CivilDate today = day(2026, 11, 22);
    QCOMPARE(kept_of(daily(today, 9), today, {.daily = 0, .weekly = 0}), Names{name_at(today)});
    QCOMPARE(kept_of(daily(today, 9), today, {.daily = -3, .weekly = -3}), Names{name_at(today)});
}

void TestVaultBackupRotation::any_set_keeps_what_it_promises() {
    Random random{5};
    const CivilDate today = day(2026, 11, 22);
    for (int round = 0; round < 2000; ++round) {
        Names names;
        for (std::size_t i = random.below(30); i > 0; --i) {
            const CivilDate date{std::chrono::sys_days{today} - std::chrono::days{static_cast<int>(random.below(80))}};
            names.push_back(name_at(date, static_cast<int>(random.below(24))));
        }
        std::ranges::sort(names);
        names.erase(std::ranges::unique(names).begin(), names.end());
        const BackupPolicy policy{.daily = static_cast<int>(random.below(9)),
                                  .weekly = static_cast<int>(random.below(6))};
        const Names kept = kept_of(names, today, policy);
        QVERIFY(names.empty() || (!kept.empty() && kept.back() == names.back()));
        QVERIFY(kept.size() <= static_cast<std::size_t>(std::max(policy.daily, 1) + policy.weekly));
        // Once rotated, nothing more goes.
        QVERIFY(kept_of(kept, today, policy) == kept);
    }
}

void TestVaultBackupRotation::files_of_tomorrow_are_left_alone() {
    const CivilDate today = day(2026, 11, 22);
    Names names = daily(today, 8);
    const std::string wrong = name_at(day(2031, 1, 1));
    names.push_back(wrong);
    const Names kept = kept_of(names, today, {.daily = 2, .weekly = 0});
    QVERIFY(kept == (Names{name_at(today), name_at(day(2026, 11, 21)), wrong}));
}

void TestVaultBackupRotation::only_this_vaults_backups_go() {
    const QTemporaryDir folder;
    const fs::path path{folder.path().toStdString()};
    const fs::path journal = path / "journal.pennydrop";
    write_file(journal, small_.bytes);
    // Twelve old ones of ours, one of another vault, one whose header is destroyed, and other people's files.
    const CivilDate today = day(2026, 11, 22);
    for (const std::string& name : daily(day(2026, 11, 21), 12)) {
        write_file(path / name, small_.bytes);
    }
    const std::string foreign = name_at(day(2026, 1, 1));
    VaultHeader other = new_header(small_.data_key);
    Bytes bytes = small_.bytes;
    std::ranges::copy(encode_header(other, small_.data_key), bytes.begin());
    std::ranges::copy(encode_header(other, small_.data_key), bytes.begin() + kHeaderCopyBytes);
    write_file(path / foreign, bytes);
    const std::string broken = name_at(day(2026, 1, 2));
    write_file(path / broken, Bytes(9000, 7));
    write_file(path / "journal 2020-01-01 0000 (conflicted copy).pennydrop", small_.bytes);
    write_file(path / "readme.txt", bytes_of("x"));

    auto vault = Vault::open(journal, secret(SmallVault::kPassphrase), {});
    CHECK_OK(vault);
    const auto before = backups_in(path, "journal", (*vault)->info().id, journal, {});
    CHECK_OK(before);
    QCOMPARE(before->size(), std::size_t{12});
    QCOMPARE(before->front(), name_at(day(2026, 11, 21)));
    const auto done =
        back_up_and_rotate(**vault, path, "journal", moment(today, 5, 14), {.daily = 2, .weekly = 2}, {}, {});
    CHECK_OK(done);
    QCOMPARE(done->path.filename().string(), std::string{"journal 2026-11-22 0514.pennydrop"});
    // Today, yesterday, and the Sunday of last week.
    QCOMPARE(done->kept, std::size_t{3});
    QCOMPARE(done->removed.size(), std::size_t{10});
    const Names left = names_in(path);
    for (const std::string& name :
         {foreign, broken, std::string{"readme.txt"}, name_at(day(2026, 11, 21)), name_at(day(2026, 11, 15)),
          std::string{"journal 2020-01-01 0000 (conflicted copy).pennydrop"}}) {
        CHECK_WITH(std::ranges::find(left, name) != left.end(), name);
    }
    QCOMPARE(left.size(), std::size_t{9});  // and the new one, the journal, and its log
    // A second one in the same minute has a name of its own.
    const auto again = back_up_and_rotate(**vault, path, "journal", moment(today, 5, 14), {}, {}, {});
    CHECK_OK(again);
    QCOMPARE(again->path.filename().string(), std::string{"journal 2026-11-22 0514 2.pennydrop"});
}

void TestVaultBackupRotation::a_pipe_holds_nobody_up() {
    const QTemporaryDir folder;
    const fs::path path{folder.path().toStdString()};
    const fs::path pipe = path / name_at(day(2026, 11, 21));
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    const VaultId id = choose_header(std::span{small_.bytes}.first(kHeaderBytes))->header.id;
    write_file(path / name_at(day(2026, 11, 20)), small_.bytes);
    // Whoever waits for the pipe is let go after a while, and has failed.
    std::atomic<bool> done{false};
    std::thread writer{[&] {
        for (int i = 0; i < 100 && !done; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
        const int descriptor = ::open(pipe.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        if (!done) {
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
        ::close(descriptor);
    }};
    const auto began = std::chrono::steady_clock::now();
    const auto found = backups_in(path, "journal", id, path / "journal.pennydrop", {});
    const std::array folders{path};
    const auto copies = copies_of(id, folders, {});
    const auto took = std::chrono::steady_clock::now() - began;
    done = true;
    writer.join();
    CHECK_OK(found);
    QVERIFY((*found == Names{name_at(day(2026, 11, 20))}));
    QCOMPARE(copies.size(), std::size_t{1});
    QVERIFY(took < std::chrono::seconds{1});
}

void TestVaultBackupRotation::one_that_is_open_somewhere_stays() {
    const QTemporaryDir folder;
    const fs::path path{folder.path().toStdString()};
    write_file(path / "journal.pennydrop", small_.bytes);
    const CivilDate today = day(2026, 11, 22);
    for (const std::string& name : daily(day(2026, 11, 21), 3)) {
        write_file(path / name, small_.bytes);
    }
    const std::string open = name_at(day(2026, 11, 20));
    // Somebody else's program, with a lock such as SQLite takes to read.
    std::array<int, 2> said{};
    std::array<int, 2> asked{};
    QVERIFY(::pipe(said.data()) == 0 && ::pipe(asked.data()) == 0);
    const pid_t other = ::fork();
    if (other == 0) {
        const int file = ::open((path / open).c_str(), O_RDWR);
        struct flock lock{};
        lock.l_type = F_RDLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x40000002;
        lock.l_len = 510;
        char byte = ::fcntl(file, F_SETLK, &lock) == 0 ? 'y' : 'n';
        const bool told = ::write(said[1], &byte, 1) == 1 && ::read(asked[0], &byte, 1) == 1;
        ::_exit(told ? 0 : 1);
    }
    char answer = 'n';
    QCOMPARE(::read(said[0], &answer, 1), ssize_t{1});
    QCOMPARE(answer, 'y');
    auto vault = Vault::open(path / "journal.pennydrop", secret(SmallVault::kPassphrase), {});
    CHECK_OK(vault);
    const auto done =
        back_up_and_rotate(**vault, path, "journal", moment(today, 5, 14), {.daily = 1, .weekly = 0}, {}, {});
    QCOMPARE(::write(asked[1], "x", 1), ssize_t{1});
    ::waitpid(other, nullptr, 0);
    for (const int end : {said[0], said[1], asked[0], asked[1]}) {
        ::close(end);
    }
    CHECK_OK(done);
    QCOMPARE(done->removed.size(), std::size_t{2});
    QCOMPARE(done->kept, std::size_t{2});
    QVERIFY(fs::exists(path / open));
}

void TestVaultBackupRotation::what_a_crash_left_goes_and_nothing_else() {
    const QTemporaryDir folder;
    const fs::path path{folder.path().toStdString()};
    const fs::path backups = path / "backups";
    fs::create_directory(backups);
    write_file(path / "journal.pennydrop", small_.bytes);
    auto vault = Vault::open(path / "journal.pennydrop", secret(SmallVault::kPassphrase), {});
    CHECK_OK(vault);
    const fs::path target = backups / name_at(day(2026, 11, 22));
    const std::string before = name_at(day(2026, 11, 21)) + ".new-";
    bool is_held = false;
    // One as it really is when the power fails in the middle, and while it is at work nobody can sweep it away.
    CHECK_ERROR((*vault)->back_up(target,
                                  [&](std::uint64_t done, std::uint64_t) {
                                      const auto names = names_in(backups);
                                      if (done == 0 || names.empty()) {
                                          return true;
                                      }
                                      const fs::path at_work = backups / names.front();
                                      is_held = !FileClaim::take(at_work).has_value();
                                      fs::copy_file(at_work, backups / (before + "0123456789abcdef"));
                                      return false;
                                  }),
                ErrorCode::kCancelled);
    QVERIFY(is_held);
    QCOMPARE(names_in(backups), Names{before + "0123456789abcdef"});
    const Bytes& whole = small_.bytes;
    write_file(backups / (before + "0000000000000001"), Bytes(whole.begin(), whole.begin() + 5000));
    write_file(backups / (before + "0000000000000002"), {});
    write_file(backups / (before + "0000000000000003"), Bytes(kHeaderCopyBytes, 0));
    write_file(backups / (target.filename().string() + ".new-0000000000000004"), whole);
    Names kept{before + "not",
               before + "000000000000000A",
               before + "00000000000000001",
               before + "0000000000000005-wal",
               "other 2026-11-21 1200.pennydrop.new-0000000000000006",
               "journal 2026-11-21.pennydrop.new-0000000000000007",
               name_at(day(2026, 11, 20))};
    for (const std::string& name : kept) {
        write_file(backups / name, whole);
    }
    const std::string foreign = before + "0000000000000008";
    write_file(backups / foreign, Bytes(9000, 7));
    const std::string held = before + "0000000000000009";
    write_file(backups / held, whole);
    const std::string link = before + "000000000000000b";
    fs::create_symlink(kept.back(), backups / link);
    const std::string directory = before + "000000000000000c";
    fs::create_directory(backups / directory);
    for (const auto& item : fs::directory_iterator{backups}) {
        fs::last_write_time(item.path(), fs::file_time_type::clock::now() - std::chrono::hours{2});
    }
    const std::string fresh = before + "000000000000000d";
    write_file(backups / fresh, whole);
    kept.insert(kept.end(), {foreign, held, link, directory, fresh, target.filename().string()});
    const auto claim = FileClaim::take(backups / held);
    QVERIFY(claim.has_value());
    CHECK_OK((*vault)->back_up(target, {}));
    std::ranges::sort(kept);
    auto left = names_in(backups);
    std::ranges::sort(left);
    QCOMPARE(left, kept);
}

void TestVaultBackupRotation::a_failed_backup_removes_nothing() {
    const QTemporaryDir folder;
    const fs::path path{folder.path().toStdString()};
    const fs::path journal = path / "journal.pennydrop";
    write_file(journal, small_.bytes);
    const Names old = daily(day(2026, 11, 21), 12);
    for (const std::string& name : old) {
        write_file(path / name, small_.bytes);
    }
    auto vault = Vault::open(journal, secret(SmallVault::kPassphrase), {});
    CHECK_OK(vault);
    CHECK_ERROR(back_up_and_rotate(**vault, path, "journal", moment(day(2026, 11, 22), 5, 14), {.daily = 1}, {},
                                   [](std::uint64_t done, std::uint64_t) { return done < 60; }),
                ErrorCode::kCancelled);
    for (const std::string& name : old) {
        QVERIFY(fs::exists(path / name));
    }
    QCOMPARE(names_in(path).size(), old.size() + 2);  // the journal and its log
}

QTEST_APPLESS_MAIN(TestVaultBackupRotation)
#include "tst_vault_backup_rotation.moc"
