// SPDX-License-Identifier: Apache-2.0
// What was written while the journal was locked is in its timeline after the next unlock, in order and once.
// tst_drop_box_crash has what may happen in between.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <filesystem>

#include "journal/dropped_entry.h"
#include "journal/journal.h"
#include "memory_journal.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/watched_folders.h"
#include "support/watched_vfs.h"
#include "vault/drop_box.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

class TestDropBoxMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void what_was_written_while_locked_is_there_once();
    void entries_come_at_their_own_time();
    void an_old_copy_brings_nothing_twice();
    void a_second_try_is_one_entry();
    void what_is_not_understood_is_kept();
    void a_repeated_merge_is_cheap_and_quiet();
    void a_failing_drive_merges_all_or_nothing_data();
    void a_failing_drive_merges_all_or_nothing();
    void a_folder_that_cannot_be_synced_keeps_the_drop_box();
    void a_drop_box_that_cannot_be_emptied_merges_once();
    void while_somebody_writes();
    void the_last_state_of_a_note_is_one_entry();
    void a_discarded_note_is_none();
    void a_note_that_goes_on_after_a_merge_is_still_one_entry();
    void what_a_person_changed_since_stays();
    void an_old_copy_of_a_note_brings_nothing();

private:
    Result<std::unique_ptr<Journal>> unlock(sqlite3_vfs* below = nullptr, Folders* folders = nullptr) {
        auto vault = Vault::open(path(), secret("pass"), {.below = below, .folders = folders});
        if (!vault) {
            return pass_on(vault);
        }
        return Journal::open(std::move(*vault));
    }
    Status write(const EntryContent& entry, const DropId& id = new_drop_id()) {
        auto payload = encode_dropped_entry(entry);
        if (!payload) {
            return pass_on(payload);
        }
        return append_to_drop_box(path(), target_, {id, std::move(*payload)}, {});
    }
    Status seal(const NoteId& note, std::uint32_t sequence, const EntryContent& state) {
        auto payload = encode_dropped_note({note, sequence}, state);
        if (!payload) {
            return pass_on(payload);
        }
        return append_to_drop_box(path(), target_, {new_drop_id(), std::move(*payload)}, {});
    }
    static EntryContent discarded() {
        EntryContent nothing = content("-");
        nothing.text.clear();
        return nothing;
    }
    static std::vector<std::string> texts(Journal& journal) {
        std::vector<std::string> all;
        const auto page = journal.entries().page({}, 100);
        for (const auto& entry : page ? *page : std::vector<EntrySummary>{}) {
            all.push_back(entry.preview);
        }
        return all;
    }
    fs::path path() const { return fs::path{folder_->path().toStdString()} / "journal.pennydrop"; }

    std::unique_ptr<QTemporaryDir> folder_;
    DropTarget target_{};
};

void TestDropBoxMerge::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    auto created = Vault::create(path(), secret("pass"), {});
    CHECK_OK(created);
    const VaultInfo info = created->vault->info();
    target_ = {info.id, info.drop_box};
    CHECK_OK(Journal::open(std::move(created->vault)));
}

void TestDropBoxMerge::what_was_written_while_locked_is_there_once() {
    const EntryContent entry{.kind = EntryKind::kBarrier,
                             .text = "Two forms for one bed",
                             .occurred = at(77, 120),
                             .theme = Theme::from_code("rules"),
                             .level = SystemLevel::kOrganisation};
    CHECK_OK(write(entry));
    CHECK_OK(write(content(std::string(kMaxTextBytes, 'x'), 78)));
    for (int unlock_number = 0; unlock_number < 2; ++unlock_number) {
        auto journal = unlock();
        CHECK_OK(journal);
        const auto merged = (*journal)->merge_drop_box(Timestamp{99});
        CHECK_OK(merged);
        QCOMPARE(merged->merged, std::size_t{unlock_number == 0 ? 2U : 0U});
        QCOMPARE(merged->unreadable, std::size_t{0});
        QVERIFY(!merged->not_emptied);
        QCOMPARE(*(*journal)->entries().count(), std::int64_t{2});
        const auto page = (*journal)->entries().page({}, 10);
        const auto found = (*journal)->entries().find(page->back().id);
        CHECK_OK(found);
        QVERIFY(found->content == entry);
        QVERIFY(found->created == Timestamp{99});
        QCOMPARE(*(*journal)->search().count({.words = "forms bed"}), std::int64_t{1});
    }
    QCOMPARE(fs::file_size(drop_box_path(path())), std::uintmax_t{0});
}

void TestDropBoxMerge::entries_come_at_their_own_time() {
    {
        auto journal = unlock();
        CHECK_OK(journal);
        CHECK_OK((*journal)->entries().add(content("second", 20), {}));
        CHECK_OK((*journal)->entries().add(content("fourth", 40), {}));
    }
    CHECK_OK(write(content("fifth", 50)));
    CHECK_OK(write(content("first", 10)));
    CHECK_OK(write(content("third", 30)));
    auto journal = unlock();
    CHECK_OK(journal);
    CHECK_OK((*journal)->merge_drop_box(Timestamp{99}));
    QVERIFY((texts(**journal) == std::vector<std::string>{"fifth", "fourth", "third", "second", "first"}));
}

void TestDropBoxMerge::an_old_copy_brings_nothing_twice() {
    CHECK_OK(write(content("one", 1)));
    CHECK_OK(write(content("erased", 2)));
    const Bytes copy = read_file(drop_box_path(path()));
    auto journal = unlock();
    CHECK_OK(journal);
    CHECK_OK((*journal)->merge_drop_box(Timestamp{9}));
    const auto newest = (*journal)->entries().page({}, 1)->front().id;
    CHECK_OK((*journal)->entries().remove(newest, Timestamp{10}));
    QCOMPARE(*(*journal)->entries().purge_removed(Timestamp{11}), std::int64_t{1});
    // By a synchronising folder, or by somebody who wants an erased entry back.
    for (int i = 0; i < 2; ++i) {
        write_file(drop_box_path(path()), copy);
        const auto again = (*journal)->merge_drop_box(Timestamp{12});
        CHECK_OK(again);
        QCOMPARE(again->merged, std::size_t{0});
        QVERIFY((texts(**journal) == std::vector<std::string>{"one"}));
    }
}

void TestDropBoxMerge::a_second_try_is_one_entry() {
    const DropId id = new_drop_id();
    CHECK_OK(write(content("tried twice", 1), id));
    CHECK_OK(write(content("tried twice", 1), id));
    auto journal = unlock();
    CHECK_OK(journal);
    QCOMPARE((*journal)->merge_drop_box(Timestamp{9})->merged, std::size_t{1});
    QVERIFY((texts(**journal) == std::vector<std::string>{"tried twice"}));
}

void TestDropBoxMerge::what_is_not_understood_is_kept() {
    CHECK_OK(write(content("fine", 1)));
    CHECK_OK(append_to_drop_box(path(), target_, {new_drop_id(), secret("of a later version")}, {}));
    CHECK_OK(write(content("fine too", 2)));
    Bytes file = read_file(drop_box_path(path()));
    const Bytes strange(file.begin() + 4096, file.begin() + 8192);
    file.resize(file.size() + 100, 0x11);
    write_file(drop_box_path(path()), file);
    auto journal = unlock();
    CHECK_OK(journal);
    const auto merged = (*journal)->merge_drop_box(Timestamp{9});
    CHECK_OK(merged);
    QCOMPARE(merged->merged, std::size_t{2});
    QCOMPARE(merged->unreadable, std::size_t{2});
    QVERIFY(!merged->not_emptied);
    QVERIFY((texts(**journal) == std::vector<std::string>{"fine too", "fine"}));
    const Bytes kept = read_file(unread_drops_path(path()));
    QCOMPARE(kept.size(), std::size_t{4096 + 100});
    QVERIFY(std::equal(strange.begin(), strange.end(), kept.begin()));
    QCOMPARE((*journal)->merge_drop_box(Timestamp{9})->unreadable, std::size_t{0});
    // A program that understands the record merges it from there: this one did not remember its id.
    QCOMPARE((*journal)->vault().database().query_integer("SELECT count(*) FROM merged_drop"), std::int64_t{2});
}

void TestDropBoxMerge::a_repeated_merge_is_cheap_and_quiet() {
    WatchedVfs disk;
    auto journal = unlock(disk.vfs());
    CHECK_OK(journal);
    disk.record();
    for (int i = 0; i < 3; ++i) {
        const auto merged = (*journal)->merge_drop_box(Timestamp{9});
        CHECK_OK(merged);
        QCOMPARE(merged->merged, std::size_t{0});
    }
    QVERIFY(disk.operations().empty());
    QVERIFY(!fs::exists(drop_box_path(path())));
}

void TestDropBoxMerge::a_failing_drive_merges_all_or_nothing_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorCode>("wanted");
    QTest::addColumn<bool>("for_good");
    QTest::newRow("an error") << SQLITE_IOERR << ErrorCode::kIo << false;
    QTest::newRow("an error, and from then on") << SQLITE_IOERR << ErrorCode::kIo << true;
    QTest::newRow("no room") << SQLITE_FULL << ErrorCode::kDiskFull << false;
    QTest::newRow("no room from then on") << SQLITE_FULL << ErrorCode::kDiskFull << true;
    QTest::newRow("no memory") << SQLITE_IOERR_NOMEM << ErrorCode::kOutOfMemory << false;
    QTest::newRow("less than there is") << SQLITE_IOERR_SHORT_READ << ErrorCode::kIo << false;
}

/// Every call below the merge fails, one after the other: the error is that of the drive, the entries are in the
/// journal or in the drop box, and once in the journal when the drive is well again.
void TestDropBoxMerge::a_failing_drive_merges_all_or_nothing() {
    QFETCH(int, code);
    QFETCH(ErrorCode, wanted);
    QFETCH(bool, for_good);
    for (int i = 0; i < 3; ++i) {
        CHECK_OK(write(content("entry " + std::to_string(i) + std::string(3000, '.'), i)));
    }
    Bytes drops = read_file(drop_box_path(path()));
    drops.resize(drops.size() + 5000, 0x22);
    WatchedVfs disk;
    WatchedFolders folders{disk};
    auto journal = unlock(disk.vfs(), &folders);
    CHECK_OK(journal);
    const auto affects = [code](Call call) {
        if (code == SQLITE_FULL) {
            return call == Call::kWrite || call == Call::kSync || call == Call::kTruncate;
        }
        return code == SQLITE_IOERR_SHORT_READ ? call == Call::kRead : call != Call::kAccess && call != Call::kUnlock;
    };
    int merges_failed = 0;
    int not_emptied = 0;
    int fail_at = 0;
    for (;; ++fail_at) {
        CHECK_OK((*journal)->vault().database().execute("DELETE FROM entry; DELETE FROM merged_drop;"));
        write_file(drop_box_path(path()), drops);
        fs::remove(unread_drops_path(path()));
        int calls = 0;
        disk.judge = [&](const CallInfo& info) -> Verdict {
            if (!affects(info.call)) {
                return {};
            }
            const int number = calls++;
            return number == fail_at || (for_good && number > fail_at) ? Verdict{code, info.amount / 2} : Verdict{};
        };
        const auto merged = (*journal)->merge_drop_box(Timestamp{9});
        disk.judge = {};
        if (fail_at >= calls) {
            CHECK_OK(merged);
            QVERIFY(!merged->not_emptied);
            break;
        }
        const std::string place = "call " + std::to_string(fail_at) + ": " + describe(merged);
        merges_failed += merged ? 0 : 1;
        not_emptied += merged && merged->not_emptied ? 1 : 0;
        CHECK_WITH(merged || merged.error().code == wanted, place);
        CHECK_WITH(!merged || !merged->not_emptied || merged->not_emptied->code == wanted, place);
        CHECK_WITH(*(*journal)->entries().count() == (merged ? 3 : 0), place);
        CHECK_WITH(merged || read_file(drop_box_path(path())) == drops, place);
        const auto again = (*journal)->merge_drop_box(Timestamp{9});
        CHECK_WITH(again && !again->not_emptied, place);
        CHECK_WITH(again->merged == (merged ? 0U : 3U), place);
        CHECK_WITH(*(*journal)->entries().count() == 3, place);
        CHECK_WITH(fs::file_size(drop_box_path(path())) == 0, place);
        CHECK_WITH(fs::file_size(unread_drops_path(path())) >= 5000, place);
    }
    QVERIFY(fail_at > 8 && merges_failed > 1);
    QVERIFY(not_emptied > 1 || code == SQLITE_IOERR_SHORT_READ);
    // On the disk as well.
    journal->reset();
    journal = unlock();
    CHECK_OK(journal);
    QCOMPARE((*journal)->merge_drop_box(Timestamp{10})->merged, std::size_t{0});
    QCOMPARE(*(*journal)->entries().count(), std::int64_t{3});
}

/// The journal's folder is that of the drop box: a sync that fails leaves nothing behind, either.
void TestDropBoxMerge::a_folder_that_cannot_be_synced_keeps_the_drop_box() {
    CHECK_OK(write(content("one", 1)));
    Bytes drops = read_file(drop_box_path(path()));
    drops.resize(drops.size() + 5000, 0x22);
    write_file(drop_box_path(path()), drops);
    WatchedVfs disk;
    WatchedFolders folders{disk};
    auto journal = unlock(disk.vfs(), &folders);
    CHECK_OK(journal);
    folders.judge = [](DiskOperation::Kind kind) {
        return kind == DiskOperation::Kind::kSyncFolder ? std::make_error_code(std::errc::io_error) : std::error_code{};
    };
    for (int i = 0; i < 2; ++i) {
        const auto merged = (*journal)->merge_drop_box(Timestamp{9});
        CHECK_OK(merged);
        QCOMPARE(merged->merged, std::size_t{i == 0 ? 1U : 0U});
        QVERIFY(merged->not_emptied && merged->not_emptied->code == ErrorCode::kIo);
        QVERIFY(read_file(drop_box_path(path())) == drops);
    }
    folders.judge = {};
    QVERIFY(!(*journal)->merge_drop_box(Timestamp{9})->not_emptied);
    QVERIFY((texts(**journal) == std::vector<std::string>{"one"}));
}

void TestDropBoxMerge::a_drop_box_that_cannot_be_emptied_merges_once() {
    CHECK_OK(write(content("one", 1)));
    WatchedVfs disk;
    auto journal = unlock(disk.vfs());
    CHECK_OK(journal);
    disk.judge = [](const CallInfo& info) -> Verdict {
        return {.code = info.call == Call::kTruncate ? SQLITE_IOERR_TRUNCATE : SQLITE_OK};
    };
    for (int i = 0; i < 2; ++i) {
        const auto merged = (*journal)->merge_drop_box(Timestamp{9});
        CHECK_OK(merged);
        QCOMPARE(merged->merged, std::size_t{i == 0 ? 1U : 0U});
        QVERIFY(merged->not_emptied && merged->not_emptied->code == ErrorCode::kIo);
        QVERIFY((texts(**journal) == std::vector<std::string>{"one"}));
    }
}

void TestDropBoxMerge::while_somebody_writes() {
    // The journal is open here, and another window, which takes it for locked, writes: it is there at the next merge.
    auto journal = unlock();
    CHECK_OK(journal);
    CHECK_OK(write(content("from the other window", 1)));
    QCOMPARE((*journal)->merge_drop_box(Timestamp{9})->merged, std::size_t{1});
}

void TestDropBoxMerge::the_last_state_of_a_note_is_one_entry() {
    const NoteId one = new_drop_id();
    const NoteId other = new_drop_id();
    CHECK_OK(seal(one, 1, content("T", 10)));
    CHECK_OK(seal(other, 1, content("Another", 11)));
    CHECK_OK(seal(one, 3, content("The key was lost", 10)));
    CHECK_OK(write(content("At once", 12)));
    CHECK_OK(seal(one, 2, content("The key", 10)));  // by whatever way, they may come in another order
    auto journal = unlock();
    CHECK_OK(journal);
    const auto merged = (*journal)->merge_drop_box(Timestamp{99});
    CHECK_OK(merged);
    QCOMPARE(merged->merged, std::size_t{3});
    QVERIFY((texts(**journal) == std::vector<std::string>{"At once", "Another", "The key was lost"}));
    const auto page = (*journal)->entries().page({}, 10);
    QVERIFY(page->back().occurred == at(10));
    QCOMPARE(*(*journal)->search().count({.words = "key"}), std::int64_t{1});
}

void TestDropBoxMerge::a_discarded_note_is_none() {
    const NoteId note = new_drop_id();
    CHECK_OK(seal(note, 1, content("Said too much", 10)));
    CHECK_OK(seal(note, 2, discarded()));
    const NoteId back = new_drop_id();
    CHECK_OK(seal(back, 1, content("One", 11)));
    CHECK_OK(seal(back, 2, discarded()));
    CHECK_OK(seal(back, 3, content("Once more", 11)));
    auto journal = unlock();
    CHECK_OK(journal);
    QCOMPARE((*journal)->merge_drop_box(Timestamp{99})->merged, std::size_t{1});
    QVERIFY((texts(**journal) == std::vector<std::string>{"Once more"}));
    QCOMPARE((*journal)->vault().database().query_integer("SELECT count(*) FROM entry"), std::int64_t{1});
}

void TestDropBoxMerge::a_note_that_goes_on_after_a_merge_is_still_one_entry() {
    const NoteId note = new_drop_id();
    CHECK_OK(seal(note, 1, content("The key", 10)));
    auto journal = unlock();
    CHECK_OK(journal);
    QCOMPARE((*journal)->merge_drop_box(Timestamp{98})->merged, std::size_t{1});
    for (const auto* const text : {"The key was", "The key was lost"}) {
        CHECK_OK(seal(note, text[11] == '\0' ? 2 : 3, content(text, 10)));
        const auto merged = (*journal)->merge_drop_box(Timestamp{99});
        CHECK_OK(merged);
        QCOMPARE(merged->merged, std::size_t{0});
        QVERIFY((texts(**journal) == std::vector<std::string>{text}));
    }
    CHECK_OK(seal(note, 4, discarded()));
    CHECK_OK((*journal)->merge_drop_box(Timestamp{100}));
    QVERIFY(texts(**journal).empty());
    QCOMPARE((*journal)->vault().database().query_integer("SELECT count(*) FROM entry"), std::int64_t{1});
}

void TestDropBoxMerge::what_a_person_changed_since_stays() {
    const NoteId changed = new_drop_id();
    const NoteId removed = new_drop_id();
    CHECK_OK(seal(changed, 1, content("One", 10)));
    CHECK_OK(seal(removed, 1, content("Two", 20)));
    auto journal = unlock();
    CHECK_OK(journal);
    CHECK_OK((*journal)->merge_drop_box(Timestamp{98}));
    const auto page = (*journal)->entries().page({}, 10);
    CHECK_OK((*journal)->entries().change(page->back().id, content("One, by hand", 10), Timestamp{99}));
    CHECK_OK((*journal)->entries().remove(page->front().id, Timestamp{99}));
    CHECK_OK(seal(changed, 2, content("One and more", 11)));
    CHECK_OK(seal(removed, 2, content("Two and more", 21)));
    QCOMPARE((*journal)->merge_drop_box(Timestamp{100})->merged, std::size_t{2});
    QVERIFY((texts(**journal) == std::vector<std::string>{"Two and more", "One and more", "One, by hand"}));
    CHECK_OK(seal(changed, 3, discarded()));
    CHECK_OK((*journal)->merge_drop_box(Timestamp{101}));
    QCOMPARE(*(*journal)->entries().count(), std::int64_t{3});
}

void TestDropBoxMerge::an_old_copy_of_a_note_brings_nothing() {
    const NoteId note = new_drop_id();
    CHECK_OK(seal(note, 1, content("The", 10)));
    CHECK_OK(seal(note, 2, content("The key", 10)));
    const Bytes copy = read_file(drop_box_path(path()));
    CHECK_OK(seal(note, 3, content("The key was lost", 10)));
    auto journal = unlock();
    CHECK_OK(journal);
    CHECK_OK((*journal)->merge_drop_box(Timestamp{99}));
    write_file(drop_box_path(path()), copy);
    const auto again = (*journal)->merge_drop_box(Timestamp{100});
    CHECK_OK(again);
    QCOMPARE(again->merged, std::size_t{0});
    QVERIFY((texts(**journal) == std::vector<std::string>{"The key was lost"}));
}

QTEST_APPLESS_MAIN(TestDropBoxMerge)
#include "tst_drop_box_merge.moc"
