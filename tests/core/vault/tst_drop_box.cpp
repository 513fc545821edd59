// SPDX-License-Identifier: Apache-2.0
// The drop box of a locked vault: what is acknowledged can be read with the data key and with nothing else, in order,
// and is refused clearly when it cannot be kept. tst_drop_box_damage has what becomes of broken and hostile files.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "support/check_result.h"
#include "support/files.h"
#include "support/locked_vault.h"
#include "support/random.h"
#include "support/sealed_database.h"
#include "support/watched_folders.h"
#include "support/watched_vfs.h"
#include "vault/drop_box.h"
#include "vault/sqlite_memory.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestDropBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void what_is_dropped_can_be_read();
    void a_length_shows_in_steps_only();
    void nothing_is_readable_without_the_data_key();
    void a_drop_is_on_the_disk_when_it_is_acknowledged();
    void a_folder_that_is_not_on_the_disk_acknowledges_nothing();
    void too_long_and_empty_drops_are_refused();
    void a_full_drop_box_says_so();
    void another_public_key_in_the_header_is_refused();
    void a_broken_disk_costs_nothing_that_was_there();
    void a_read_only_folder_is_named();
    void links_are_not_followed();
    void everybody_waits_for_their_turn();
    void many_at_once();
    void emptying_takes_what_was_read();
    void what_cannot_be_read_is_set_aside();
    void a_full_place_for_the_unreadable_keeps_the_drop_box();

private:
    fs::path vault() const { return fs::path{folder_->path().toStdString()} / "journal.pennydrop"; }
    fs::path box() const { return drop_box_path(vault()); }
    std::unique_ptr<QTemporaryDir> folder_;
};

/// A locked program may write before it ever opened a vault. SQLite takes an allocator before it is started only, so
/// that asking afterwards says whether the way into the drop box brought the one that wipes.
void TestDropBox::initTestCase() {
    init();
    CHECK_OK(drop(vault(), "first of all"));
    QVERIFY(wipe_freed_sqlite_memory());
}

void TestDropBox::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    make_locked_vault(vault());
}

void TestDropBox::what_is_dropped_can_be_read() {
    QCOMPARE(box().filename().string(), std::string{"journal.pennydrop-drop"});
    QVERIFY(read_drops(vault())->payloads.empty());
    QVERIFY(!fs::exists(box()));
    Random random{1};
    std::vector<std::string> payloads;
    // Around the edges of one cell, of several, and the longest of all.
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{3975}, std::size_t{3976}, std::size_t{3977}, std::size_t{8072}, std::size_t{8073},
          std::size_t{100'000}, kMaxDropPayloadBytes - 1, kMaxDropPayloadBytes}) {
        const Bytes bytes = random.bytes(size);
        payloads.emplace_back(bytes.begin(), bytes.end());
        CHECK_OK(drop(vault(), payloads.back()));
    }
    const auto found = read_drops(vault());
    CHECK_OK(found);
    QVERIFY(found->payloads == payloads);
    QCOMPARE(found->unreadable, std::size_t{0});
    auto ids = found->ids;
    std::ranges::sort(ids);
    QVERIFY(std::ranges::adjacent_find(ids) == ids.end());
    struct ::stat status{};
    QCOMPARE(::stat(box().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
}

void TestDropBox::a_length_shows_in_steps_only() {
    constexpr std::size_t kFirstStep = 4096 - 32 - 48 - 40;
    for (const std::size_t size : {std::size_t{1}, std::size_t{500}, kFirstStep}) {
        fs::remove(box());
        CHECK_OK(drop(vault(), std::string(size, 'x')));
        QCOMPARE(fs::file_size(box()), std::uintmax_t{4096});
    }
    CHECK_OK(drop(vault(), std::string(kFirstStep + 1, 'x')));
    QCOMPARE(fs::file_size(box()), std::uintmax_t{3 * 4096});
}

void TestDropBox::nothing_is_readable_without_the_data_key() {
    const std::string marker = "qvzjxkwhbyfmpgduclrtnsaeio";
    const std::string secret_text = "Entry says " + marker + std::string(6000, '.') + marker;
    CHECK_OK(drop(vault(), secret_text));
    CHECK_OK(drop(vault(), secret_text));
    for (const auto& name : names_in(folder_->path().toStdString())) {
        const Bytes file = read_file(fs::path{folder_->path().toStdString()} / name);
        for (std::size_t from = 0; from + 8 <= marker.size(); ++from) {
            QVERIFY(std::ranges::search(file, bytes_of(marker).subspan(from, 8)).empty());
        }
    }
    // Each is sealed by a key of its own: two equal entries have no cell in common.
    const Bytes file = read_file(box());
    QVERIFY(!std::ranges::equal(std::span{file}.subspan(32, 4064), std::span{file}.subspan(8192 + 32, 4064)));
    // The public key opens nothing, and neither do another vault's keys.
    DropBoxKeys public_only = test_drop_keys();
    public_only.secret_key = SecretBytes{32};
    for (auto* keys : {&public_only}) {
        auto opened = DropBox::open(vault(), test_file_id(), std::move(*keys), {});
        CHECK_OK(opened);
        const auto found = read_all(*opened);
        QVERIFY(found->payloads.empty());
        QCOMPARE(found->unreadable, std::size_t{2});
    }
    auto other = DropBox::open(vault(), test_file_id(), drop_box_keys(secret(std::string(32, 'o'))), {});
    CHECK_OK(other);
    QCOMPARE(read_all(*other)->unreadable, std::size_t{2});
}

void TestDropBox::a_drop_is_on_the_disk_when_it_is_acknowledged() {
    WatchedVfs disk;
    disk.record();
    WatchedFolders folders{disk};
    CHECK_OK(drop(vault(), "one", disk.vfs(), &folders));
    CHECK_OK(drop(vault(), std::string(5000, 'x'), disk.vfs(), &folders));
    using Kind = DiskOperation::Kind;
    std::vector<Kind> kinds;
    for (const auto& operation : disk.operations()) {
        QCOMPARE(operation.file, (operation.kind == Kind::kSyncFolder ? box().parent_path() : box()).string());
        kinds.push_back(operation.kind);
        // Sectors of what was acknowledged earlier are never written again.
        QVERIFY(operation.kind != Kind::kWrite || operation.offset % 4096 == 0);
    }
    QVERIFY((kinds == std::vector{Kind::kCreate, Kind::kWrite, Kind::kSync, Kind::kSyncFolder, Kind::kWrite,
                                  Kind::kSync, Kind::kSyncFolder}));
}

void TestDropBox::a_folder_that_is_not_on_the_disk_acknowledges_nothing() {
    WatchedVfs disk;
    WatchedFolders folders{disk};
    CHECK_OK(drop(vault(), "early", disk.vfs(), &folders));
    folders.judge = [](DiskOperation::Kind kind) {
        return kind == DiskOperation::Kind::kSyncFolder ? std::make_error_code(std::errc::io_error) : std::error_code{};
    };
    CHECK_ERROR(drop(vault(), "late", disk.vfs(), &folders), ErrorCode::kIo);
    CHECK_ERROR(drop(vault(), "late", disk.vfs(), &folders), ErrorCode::kIo);
    folders.judge = {};
    QVERIFY((read_drops(vault())->payloads == std::vector<std::string>{"early"}));
    CHECK_OK(drop(vault(), "late", disk.vfs(), &folders));
    QVERIFY((read_drops(vault())->payloads == std::vector<std::string>{"early", "late"}));
}

void TestDropBox::too_long_and_empty_drops_are_refused() {
    CHECK_ERROR(drop(vault(), ""), ErrorCode::kInvalid);
    CHECK_ERROR(drop(vault(), std::string(kMaxDropPayloadBytes + 1, 'x')), ErrorCode::kInvalid);
    QVERIFY(!fs::exists(box()));
}

void TestDropBox::a_full_drop_box_says_so() {
    CHECK_OK(drop(vault(), "early"));
    fs::resize_file(box(), kMaxDropBoxBytes - 8192);
    CHECK_OK(drop(vault(), "last but one"));
    CHECK_ERROR(drop(vault(), std::string(5000, 'x')), ErrorCode::kDiskFull);
    CHECK_OK(drop(vault(), "last"));
    CHECK_ERROR(drop(vault(), "too many"), ErrorCode::kDiskFull);
    QCOMPARE(fs::file_size(box()), static_cast<std::uintmax_t>(kMaxDropBoxBytes));
    const auto found = read_drops(vault());
    CHECK_OK(found);
    QVERIFY((found->payloads == std::vector<std::string>{"early", "last but one", "last"}));
}

void TestDropBox::another_public_key_in_the_header_is_refused() {
    const Bytes before = read_file(vault());
    const auto attempt = [&](auto change) {
        VaultHeader header = test_header(1);
        header.drop_box = test_target().public_key;
        change(header);
        // Whoever alters it cannot make the keyed hash fit, and need not: a locked app cannot check it.
        const HeaderCopy copy = encode_header(header, secret(std::string(32, 'z')));
        Bytes file = before;
        std::ranges::copy(copy, file.begin());
        std::ranges::copy(copy, file.begin() + kHeaderCopyBytes);
        write_file(vault(), file);
        return drop(vault(), "for my eyes only");
    };
    CHECK_OK(attempt([](VaultHeader&) {}));
    fs::remove(box());
    const auto thief = drop_box_keys(secret(std::string(32, 't'))).public_key;
    CHECK_ERROR(attempt([&](VaultHeader& header) { header.drop_box = thief; }), ErrorCode::kInvalid);
    CHECK_ERROR(attempt([](VaultHeader& header) { header.id[3] ^= 1U; }), ErrorCode::kInvalid);
    QVERIFY(!fs::exists(box()));
    write_file(vault(), bytes_of("a line of text"));
    CHECK_ERROR(drop(vault(), "x"), ErrorCode::kNotOurFile);
    fs::remove(vault());
    CHECK_ERROR(drop(vault(), "x"), ErrorCode::kNotFound);
    QVERIFY(names_in(folder_->path().toStdString()).empty());
}

void TestDropBox::a_broken_disk_costs_nothing_that_was_there() {
    CHECK_OK(drop(vault(), "kept"));
    struct Case {
        Call call;
        int code;
        std::int64_t written;
        ErrorCode wanted;
    };
    for (const Case& fault : {Case{Call::kWrite, SQLITE_FULL, 0, ErrorCode::kDiskFull},
                              Case{Call::kWrite, SQLITE_FULL, 3000, ErrorCode::kDiskFull},
                              Case{Call::kWrite, SQLITE_IOERR_WRITE, 5000, ErrorCode::kIo},
                              Case{Call::kSync, SQLITE_IOERR_FSYNC, 0, ErrorCode::kIo},
                              Case{Call::kFileSize, SQLITE_IOERR_FSTAT, 0, ErrorCode::kIo},
                              Case{Call::kRead, SQLITE_IOERR_READ, 0, ErrorCode::kIo},
                              Case{Call::kLock, SQLITE_IOERR_LOCK, 0, ErrorCode::kIo},
                              Case{Call::kOpen, SQLITE_CANTOPEN, 0, ErrorCode::kPermission}}) {
        const Bytes before = read_file(box());
        for (const bool cutting_fails : {false, true}) {
            WatchedVfs disk;
            disk.judge = [&](const CallInfo& info) -> Verdict {
                if (cutting_fails && info.call == Call::kTruncate) {
                    return {.code = SQLITE_IOERR_TRUNCATE};
                }
                return info.call == fault.call ? Verdict{fault.code, fault.written} : Verdict{};
            };
            CHECK_ERROR(drop(vault(), std::string(9000, 'x'), disk.vfs()), fault.wanted);
            if (!cutting_fails) {
                QVERIFY(read_file(box()) == before);
            }
        }
        CHECK_OK(drop(vault(), "and later"));
    }
    const auto found = read_drops(vault());
    CHECK_OK(found);
    QCOMPARE(found->payloads.front(), std::string{"kept"});
    QCOMPARE(std::ranges::count(found->payloads, "and later"), 8);
}

void TestDropBox::a_read_only_folder_is_named() {
    WatchedVfs disk;
    disk.read_only = true;
    CHECK_ERROR(drop(vault(), "x", disk.vfs()), ErrorCode::kPermission);
    CHECK_OK(drop(vault(), "x"));
    CHECK_ERROR(drop(vault(), "y", disk.vfs()), ErrorCode::kPermission);
    CHECK_ERROR(read_drops(vault(), disk.vfs()), ErrorCode::kPermission);
}

void TestDropBox::links_are_not_followed() {
    // A shared folder could have one that leads to any other file of the person.
    const fs::path target = fs::path{folder_->path().toStdString()} / "other";
    write_file(target, bytes_of("not to be touched"));
    fs::create_symlink(target, box());
    CHECK_ERROR(drop(vault(), "x"), ErrorCode::kPermission);
    CHECK_ERROR(read_drops(vault()), ErrorCode::kPermission);
    QVERIFY(std::ranges::equal(read_file(target), bytes_of("not to be touched")));
}

void TestDropBox::everybody_waits_for_their_turn() {
    CHECK_OK(drop(vault(), "one"));
    {
        auto merging = open_test_drops(vault());
        CHECK_OK(merging);
        CHECK_ERROR(drop(vault(), "two"), ErrorCode::kInUse);
        CHECK_ERROR(open_test_drops(vault()), ErrorCode::kInUse);
        std::thread later{[&merging] {
            std::this_thread::sleep_for(std::chrono::milliseconds{60});
            const Result<DropBox> done = std::move(merging);
        }};
        const auto waited = append_to_drop_box(vault(), test_target(), drop_of("three"), {});
        later.join();
        CHECK_OK(waited);
    }
    QVERIFY((read_drops(vault())->payloads == std::vector<std::string>{"one", "three"}));
}

void TestDropBox::many_at_once() {
    constexpr std::size_t kThreads = 4;
    constexpr std::size_t kEach = 20;
    std::vector<std::thread> threads;
    std::atomic<int> refused{0};
    for (std::size_t thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&, thread] {
            for (std::size_t i = 0; i < kEach; ++i) {
                const std::string text = std::to_string(thread) + "/" + std::to_string(i);
                const auto done = append_to_drop_box(vault(), test_target(), drop_of(text), {});
                refused += done ? 0 : 1;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    QCOMPARE(refused.load(), 0);
    auto found = read_drops(vault());
    CHECK_OK(found);
    std::ranges::sort(found->payloads);
    QVERIFY(std::ranges::adjacent_find(found->payloads) == found->payloads.end());
    QCOMPARE(found->payloads.size(), kThreads * kEach);
    QCOMPARE(found->unreadable, std::size_t{0});
}

void TestDropBox::emptying_takes_what_was_read() {
    CHECK_OK(drop(vault(), "one"));
    CHECK_OK(drop(vault(), "two"));
    {
        auto opened = open_test_drops(vault());
        CHECK_OK(opened);
        CHECK_OK(opened->next());
        CHECK_ERROR(opened->empty(), ErrorCode::kInvalid);  // the second has not been seen
        CHECK_OK(read_all(*opened));
        CHECK_OK(opened->empty());
        QVERIFY(!opened->next()->has_value());
        CHECK_OK(opened->empty());
    }
    // Cut, not deleted: another process may hold it open, about to append.
    QVERIFY(fs::exists(box()));
    QCOMPARE(fs::file_size(box()), std::uintmax_t{0});
    QVERIFY(!fs::exists(unread_drops_path(vault())));
    CHECK_OK(drop(vault(), "three"));
    QVERIFY((read_drops(vault())->payloads == std::vector<std::string>{"three"}));
}

void TestDropBox::what_cannot_be_read_is_set_aside() {
    const fs::path unread = unread_drops_path(vault());
    QCOMPARE(unread.filename().string(), std::string{"journal.pennydrop-drop-unread"});
    Bytes expected;
    for (int round = 0; round < 2; ++round) {
        CHECK_OK(drop(vault(), "fine"));
        CHECK_OK(drop(vault(), "not understood"));
        CHECK_OK(drop(vault(), "damaged"));
        Bytes file = read_file(box());
        file[2 * 4096 + 100] ^= 1U;
        file.resize(file.size() + 10, 0x33);  // the torn beginning of another one
        write_file(box(), file);
        auto opened = open_test_drops(vault());
        CHECK_OK(opened);
        CHECK_OK(opened->next());
        CHECK_OK(opened->next());
        opened->set_aside();
        QVERIFY(!opened->next()->has_value());
        QCOMPARE(opened->unreadable(), std::size_t{2});
        CHECK_OK(opened->empty());
        QCOMPARE(fs::file_size(box()), std::uintmax_t{0});
        expected.resize((expected.size() + 4095) / 4096 * 4096);
        expected.insert(expected.end(), file.begin() + 4096, file.end());
        QVERIFY(read_file(unread) == expected);
    }
    struct ::stat status{};
    QCOMPARE(::stat(unread.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    // It has the form of a drop box: whoever understands more may read it again.
    fs::rename(unread, box());
    const auto again = read_drops(vault());
    QVERIFY((again->payloads == std::vector<std::string>{"not understood", "not understood"}));
    QCOMPARE(again->unreadable, std::size_t{2});
}

void TestDropBox::a_full_place_for_the_unreadable_keeps_the_drop_box() {
    CHECK_OK(drop(vault(), "one"));
    Bytes file = read_file(box());
    file.resize(3 * 4096, 0x44);
    write_file(box(), file);
    write_file(unread_drops_path(vault()), {});
    fs::resize_file(unread_drops_path(vault()), kMaxDropBoxBytes - 4096);
    auto opened = open_test_drops(vault());
    QVERIFY((read_all(*opened)->payloads == std::vector<std::string>{"one"}));
    CHECK_ERROR(opened->empty(), ErrorCode::kDiskFull);
    QVERIFY(read_file(box()) == file);
    QCOMPARE(fs::file_size(unread_drops_path(vault())), static_cast<std::uintmax_t>(kMaxDropBoxBytes - 4096));
}

QTEST_APPLESS_MAIN(TestDropBox)
#include "tst_drop_box.moc"
