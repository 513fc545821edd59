// SPDX-License-Identifier: Apache-2.0
// Attachments: every byte comes back, whole or not at all, with their entry or draft, within the limits.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/random.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kChunk = 65536;
constexpr std::size_t kMebibyte = 1024UL * 1024;

NewAttachment photo(std::string name = "photo.jpg") {
    return {.name = std::move(name), .media_type = "image/jpeg"};
}

Draft draft_of(std::string text, std::optional<EntryId> entry = {}) {
    return {.entry = entry, .content = content(std::move(text)), .cursor = 0, .saved = Timestamp{1}};
}

Result<Attachment> add(AttachmentStore& store, std::optional<EntryId> entry, const Bytes& bytes,
                       const NewAttachment& file = photo()) {
    return store.add(entry, file, source_of(bytes), Timestamp{7}, {});
}

std::int64_t rows(Connection& database) {
    return *database.query_integer(
        "SELECT (SELECT count(*) FROM attachment) + (SELECT count(*) FROM attachment_chunk)");
}

/// Runs `work` in a process of its own, which it must end.
template <typename Work>
int status_of(const Work& work) {
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(3);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

void die() {
    (void)kill(getpid(), SIGKILL);
}

}  // namespace

class TestAttachmentStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_byte_comes_back_data();
    void every_byte_comes_back();
    void a_source_may_give_little_at_a_time();
    void they_are_listed_in_order();
    void the_draft_must_be_there();
    void a_drafts_attachments_become_the_entrys();
    void a_drafts_attachments_alone_are_an_entry();
    void new_attachments_are_a_change();
    void discarding_takes_them_too();
    void they_go_and_come_with_their_entry();
    void one_goes_and_comes_alone();
    void erasing_leaves_no_piece();
    void limits();
    void cancelled_or_failed_leaves_nothing();
    void reading_can_be_cancelled();
    void a_missing_piece_is_told();
    void thumbnails();
    void names_data();
    void names();
    void media_types();
    void killed_while_adding();
    void killed_at_any_moment_it_is_whole_or_absent_data();
    void killed_at_any_moment_it_is_whole_or_absent();
    void killed_before_the_draft_is_kept();
};

void TestAttachmentStore::every_byte_comes_back_data() {
    QTest::addColumn<std::size_t>("size");
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kChunk - 1, kChunk, kChunk + 1, 3 * kMebibyte + 7}) {
        QTest::addRow("%zu", size) << size;
    }
}

void TestAttachmentStore::every_byte_comes_back() {
    QFETCH(std::size_t, size);
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("with a photo"), Timestamp{1});
    Random random{size};
    const Bytes bytes = random.bytes(size);
    const auto added = add(journal.attachments, entry->id, bytes);
    CHECK_OK(added);
    QCOMPARE(added->size, static_cast<std::uint64_t>(size));
    QVERIFY(added->entry == entry->id && added->created == Timestamp{7});
    const auto found = journal.attachments.find(added->id);
    CHECK_OK(found);
    QVERIFY(*found == *added);
    const auto read = journal.attachments.bytes_of(added->id);
    CHECK_OK(read);
    QVERIFY(*read == bytes);
    QCOMPARE(*journal.attachments.total_bytes(), static_cast<std::uint64_t>(size));
}

void TestAttachmentStore::a_source_may_give_little_at_a_time() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    Random random{4};
    const Bytes bytes = random.bytes(kChunk + 500);
    std::size_t at = 0;
    std::vector<std::uint64_t> steps;
    const auto added = journal.attachments.add(
        entry->id, {.name = "a", .media_type = "text/plain", .expected_bytes = bytes.size()},
        [&](std::span<std::uint8_t> into) -> Result<std::size_t> {
            const std::size_t count = std::min({into.size(), bytes.size() - at, std::size_t{997}});
            std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), count, into.begin());
            at += count;
            return count;
        },
        Timestamp{1},
        [&](std::uint64_t done, std::uint64_t total) {
            steps.push_back(done);
            return total == bytes.size();
        });
    CHECK_OK(added);
    QVERIFY(*journal.attachments.bytes_of(added->id) == bytes);
    QVERIFY(steps == (std::vector<std::uint64_t>{kChunk, kChunk + 500}));
}

void TestAttachmentStore::they_are_listed_in_order() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    const auto other = journal.entries.add(content("other"), Timestamp{1});
    for (const char* name : {"b", "a", "c"}) {
        CHECK_OK(add(journal.attachments, entry->id, {1}, photo(name)));
        CHECK_OK(add(journal.attachments, other->id, {1}, photo("x")));
    }
    const auto listed = journal.attachments.of_entry(entry->id);
    CHECK_OK(listed);
    QCOMPARE(listed->size(), std::size_t{3});
    QVERIFY((*listed)[0].name == "b" && (*listed)[1].name == "a" && (*listed)[2].name == "c");
}

void TestAttachmentStore::the_draft_must_be_there() {
    MemoryJournal journal;
    CHECK_ERROR(add(journal.attachments, {}, {1}), ErrorCode::kNotFound);
    CHECK_ERROR(add(journal.attachments, EntryId{9}, {1}), ErrorCode::kNotFound);
    QCOMPARE(rows(journal.database), std::int64_t{0});
    CHECK_OK(journal.drafts.save(draft_of("")));
    CHECK_OK(add(journal.attachments, {}, {1}));
    // The draft is saved again and again while it is typed.
    CHECK_OK(journal.drafts.save(draft_of("more")));
    QCOMPARE(journal.attachments.of_draft()->size(), std::size_t{1});
}

void TestAttachmentStore::a_drafts_attachments_become_the_entrys() {
    MemoryJournal journal;
    CHECK_OK(journal.drafts.save(draft_of("words")));
    const auto added = add(journal.attachments, {}, {1, 2, 3});
    const auto kept = journal.drafts.keep(Timestamp{2});
    CHECK_OK(kept);
    const auto listed = journal.attachments.of_entry(kept->entry);
    CHECK_OK(listed);
    QVERIFY(listed->size() == 1 && listed->front().id == added->id);
    QVERIFY(journal.attachments.of_draft()->empty());
}

void TestAttachmentStore::a_drafts_attachments_alone_are_an_entry() {
    MemoryJournal journal;
    CHECK_OK(journal.drafts.save(draft_of(" ")));
    CHECK_OK(add(journal.attachments, {}, {1}, photo("ward.jpg")));
    CHECK_OK(add(journal.attachments, {}, {1}, photo("note.pdf")));
    const auto kept = journal.drafts.keep(Timestamp{2});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == KeptDraft::Outcome::kAdded);
    QCOMPARE(journal.entries.find(kept->entry)->content.text, std::string{"ward.jpg\nnote.pdf"});
    QCOMPARE(journal.attachments.of_entry(kept->entry)->size(), std::size_t{2});
}

void TestAttachmentStore::new_attachments_are_a_change() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("words"), Timestamp{1});
    CHECK_OK(journal.drafts.save(draft_of("words", entry->id)));
    CHECK_OK(add(journal.attachments, {}, {1}));
    const auto kept = journal.drafts.keep(Timestamp{5});
    CHECK_OK(kept);
    QVERIFY(kept->outcome == KeptDraft::Outcome::kChanged);
    QVERIFY(journal.entries.find(entry->id)->updated == Timestamp{5});
    QCOMPARE(journal.attachments.of_entry(entry->id)->size(), std::size_t{1});
}

void TestAttachmentStore::discarding_takes_them_too() {
    MemoryJournal journal;
    CHECK_OK(journal.drafts.save(draft_of("words")));
    CHECK_OK(add(journal.attachments, {}, {1}));
    CHECK_OK(journal.drafts.discard());
    QCOMPARE(rows(journal.database), std::int64_t{0});
}

void TestAttachmentStore::they_go_and_come_with_their_entry() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    const auto added = add(journal.attachments, entry->id, {1, 2});
    CHECK_OK(journal.entries.remove(entry->id, Timestamp{2}));
    QVERIFY(journal.attachments.of_entry(entry->id)->empty());
    CHECK_ERROR(journal.attachments.find(added->id), ErrorCode::kNotFound);
    CHECK_ERROR(journal.attachments.bytes_of(added->id), ErrorCode::kNotFound);
    CHECK_ERROR(add(journal.attachments, entry->id, {1}), ErrorCode::kNotFound);
    CHECK_OK(journal.entries.restore(entry->id));
    QVERIFY(*journal.attachments.bytes_of(added->id) == (Bytes{1, 2}));
}

void TestAttachmentStore::one_goes_and_comes_alone() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    const auto added = add(journal.attachments, entry->id, {1, 2});
    CHECK_OK(journal.attachments.remove(added->id, Timestamp{2}));
    CHECK_ERROR(journal.attachments.remove(added->id, Timestamp{2}), ErrorCode::kNotFound);
    QVERIFY(journal.attachments.of_entry(entry->id)->empty());
    CHECK_OK(journal.attachments.restore(added->id));
    CHECK_ERROR(journal.attachments.restore(added->id), ErrorCode::kNotFound);
    QCOMPARE(journal.attachments.of_entry(entry->id)->size(), std::size_t{1});
    CHECK_OK(journal.attachments.remove(added->id, Timestamp{9}));
    QCOMPARE(*journal.attachments.purge_removed(Timestamp{9}), std::int64_t{0});
    QCOMPARE(*journal.attachments.purge_removed(Timestamp{10}), std::int64_t{1});
    CHECK_ERROR(journal.attachments.restore(added->id), ErrorCode::kNotFound);
    QCOMPARE(rows(journal.database), std::int64_t{0});
}

void TestAttachmentStore::erasing_leaves_no_piece() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    CHECK_OK(add(journal.attachments, entry->id, Bytes(3 * kChunk)));
    CHECK_OK(journal.entries.remove(entry->id, Timestamp{1}));
    QCOMPARE(*journal.entries.purge_removed(Timestamp{2}), std::int64_t{1});
    QCOMPARE(rows(journal.database), std::int64_t{0});
    QCOMPARE(*journal.attachments.total_bytes(), std::uint64_t{0});
}

void TestAttachmentStore::limits() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    auto& store = journal.attachments;
    const Bytes largest(kMaxAttachmentBytes);
    CHECK_OK(add(store, entry->id, largest));
    Bytes too_large = largest;
    too_large.push_back(0);
    CHECK_ERROR(add(store, entry->id, too_large), ErrorCode::kTooLarge);
    NewAttachment announced = photo();
    announced.expected_bytes = kMaxAttachmentBytes + 1;
    CHECK_ERROR(add(store, entry->id, {}, announced), ErrorCode::kTooLarge);
    // As if there were more than there are.
    CHECK_OK(journal.database.execute("UPDATE attachment SET size = 209715195"));
    CHECK_OK(add(store, entry->id, {1, 2, 3}));
    CHECK_ERROR(add(store, entry->id, {1, 2, 3}), ErrorCode::kFull);
    announced.expected_bytes = 3;
    CHECK_ERROR(add(store, entry->id, {}, announced), ErrorCode::kFull);
    CHECK_OK(add(store, entry->id, {1, 2}));
    QCOMPARE(*store.total_bytes(), kMaxAllAttachmentBytes);
    QCOMPARE(store.of_entry(entry->id)->size(), std::size_t{3});
}

void TestAttachmentStore::cancelled_or_failed_leaves_nothing() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    const Bytes bytes(3 * kChunk);
    const auto cancelled = journal.attachments.add(entry->id, photo(), source_of(bytes), Timestamp{1},
                                                   [](std::uint64_t done, std::uint64_t) { return done <= kChunk; });
    CHECK_ERROR(cancelled, ErrorCode::kCancelled);
    int calls = 0;
    const auto failed =
        journal.attachments.add(entry->id, photo(),
                                [&](std::span<std::uint8_t> into) -> Result<std::size_t> {
                                    return ++calls < 3 ? Result<std::size_t>{into.size()} : fail(ErrorCode::kIo);
                                },
                                Timestamp{1}, {});
    CHECK_ERROR(failed, ErrorCode::kIo);
    QCOMPARE(rows(journal.database), std::int64_t{0});
}

void TestAttachmentStore::reading_can_be_cancelled() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    const auto added = add(journal.attachments, entry->id, Bytes(3 * kChunk));
    std::size_t given = 0;
    const auto read = journal.attachments.read(
        added->id,
        [&](std::span<const std::uint8_t> piece) {
            given += piece.size();
            return Status{};
        },
        [](std::uint64_t, std::uint64_t) { return false; });
    CHECK_ERROR(read, ErrorCode::kCancelled);
    QCOMPARE(given, kChunk);
    const auto refused = journal.attachments.read(
        added->id, [](std::span<const std::uint8_t>) { return Status{fail(ErrorCode::kDiskFull)}; }, {});
    CHECK_ERROR(refused, ErrorCode::kDiskFull);
}

void TestAttachmentStore::a_missing_piece_is_told() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    const auto added = add(journal.attachments, entry->id, Bytes(3 * kChunk));
    const auto last_lost = add(journal.attachments, entry->id, Bytes(3 * kChunk));
    CHECK_OK(journal.database.execute("DELETE FROM attachment_chunk WHERE attachment_id = 1 AND number = 1"));
    CHECK_OK(journal.database.execute("DELETE FROM attachment_chunk WHERE attachment_id = 2 AND number = 2"));
    std::size_t given = 0;
    const auto read = journal.attachments.read(added->id,
                                               [&](std::span<const std::uint8_t> piece) {
                                                   given += piece.size();
                                                   return Status{};
                                               },
                                               {});
    CHECK_ERROR(read, ErrorCode::kDamaged);
    QCOMPARE(given, kChunk);
    CHECK_ERROR(journal.attachments.bytes_of(last_lost->id), ErrorCode::kDamaged);
}

void TestAttachmentStore::thumbnails() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    NewAttachment file = photo();
    file.thumbnail = {5, 6};
    const auto added = add(journal.attachments, entry->id, {1}, file);
    QVERIFY(added->has_thumbnail);
    QVERIFY(*journal.attachments.thumbnail(added->id) == (Bytes{5, 6}));
    CHECK_OK(journal.attachments.set_thumbnail(added->id, Bytes{7}));
    QVERIFY(*journal.attachments.thumbnail(added->id) == (Bytes{7}));
    CHECK_OK(journal.attachments.set_thumbnail(added->id, {}));
    QVERIFY(!journal.attachments.find(added->id)->has_thumbnail);
    QVERIFY(journal.attachments.thumbnail(added->id)->empty());
    const Bytes large(kMaxThumbnailBytes + 1);
    CHECK_ERROR(journal.attachments.set_thumbnail(added->id, large), ErrorCode::kTooLarge);
    CHECK_ERROR(journal.attachments.set_thumbnail(AttachmentId{99}, Bytes{7}), ErrorCode::kNotFound);
    file.thumbnail = large;
    CHECK_ERROR(add(journal.attachments, entry->id, {1}, file), ErrorCode::kTooLarge);
}

void TestAttachmentStore::names_data() {
    QTest::addColumn<std::string>("given");
    QTest::addColumn<std::string>("clean");
    QTest::newRow("plain") << std::string{"Ward round.jpg"} << std::string{"Ward round.jpg"};
    QTest::newRow("folder") << std::string{"/home/someone/secret/a.png"} << std::string{"a.png"};
    QTest::newRow("Windows folder") << std::string{"C:\\Users\\x\\a.png"} << std::string{"a.png"};
    QTest::newRow("parent") << std::string{"../.."} << std::string{"file"};
    QTest::newRow("hidden") << std::string{".bashrc"} << std::string{"bashrc"};
    QTest::newRow("accents") << std::string{"Ž\u00E1dost \u65E5\u672C.pdf"}
                             << std::string{"Ž\u00E1dost \u65E5\u672C.pdf"};
    QTest::newRow("reversed ending") << std::string{"photo\u202Egpj.exe"} << std::string{"photogpj.exe"};
    QTest::newRow("isolate") << std::string{"a\u2066b\u2069.txt"} << std::string{"ab.txt"};
    QTest::newRow("line break") << std::string{"a\nb\tc\u0085.txt"} << std::string{"abc.txt"};
    QTest::newRow("special") << std::string{"a:b*c?\"<d>|.txt"} << std::string{"abcd.txt"};
    QTest::newRow("not UTF-8") << std::string{"a\xFF.txt"} << std::string{"file"};
    QTest::newRow("empty") << std::string{} << std::string{"file"};
    QTest::newRow("ends") << std::string{" . a. "} << std::string{"a"};
    std::string characters;
    for (int i = 0; i < 200; ++i) {
        characters += "\u00E9";
    }
    QTest::newRow("long") << characters + ".jpeg" << characters.substr(0, 250) + ".jpeg";
    QTest::newRow("long, no ending") << std::string(300, 'a') << std::string(255, 'a');
}

void TestAttachmentStore::names() {
    QFETCH(std::string, given);
    QFETCH(std::string, clean);
    QCOMPARE(clean_attachment_name(given), clean);
    QCOMPARE(clean_attachment_name(clean), clean);
}

void TestAttachmentStore::media_types() {
    for (const char* good : {"image/jpeg", "application/vnd.oasis.opendocument.text", "image/svg+xml"}) {
        QVERIFY2(is_media_type(good), good);
    }
    for (const char* bad : {"", "image", "image/", "/jpeg", "Image/jpeg", "image/jpeg; a=b", "a/b/c", "image/jp eg"}) {
        QVERIFY2(!is_media_type(bad), bad);
    }
    QVERIFY(!is_media_type("image/" + std::string(122, 'a')));
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    CHECK_ERROR(add(journal.attachments, entry->id, {1}, {.name = "a", .media_type = "nonsense"}), ErrorCode::kInvalid);
}

void TestAttachmentStore::killed_while_adding() {
    const QTemporaryDir folder;
    const auto path = std::filesystem::path{folder.path().toStdString()} / "journal.pennydrop";
    const int status = status_of([&path] {
        auto sealed = open_sealed(nullptr, path, true);
        if (!sealed || !sealed->database.migrate(journal_migrations()) ||
            !DraftStore{sealed->database}.save(draft_of("half a thought"))) {
            return;
        }
        std::size_t given = 0;
        (void)AttachmentStore{sealed->database}.add({}, photo(),
                                                    [&](std::span<std::uint8_t> into) -> Result<std::size_t> {
                                                        given += into.size();
                                                        if (given > 20 * kMebibyte) {
                                                            die();
                                                        }
                                                        return into.size();
                                                    },
                                                    Timestamp{1}, {});
    });
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    auto sealed = open_sealed(nullptr, path, false);
    CHECK_OK(sealed);
    QCOMPARE((*DraftStore{sealed->database}.load())->content.text, std::string{"half a thought"});
    QCOMPARE(rows(sealed->database), std::int64_t{0});
}

void TestAttachmentStore::killed_at_any_moment_it_is_whole_or_absent_data() {
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<std::size_t>("at");
    // In the middle of reading it, at its last byte, and whenever the moment comes while it goes to the disk.
    QTest::newRow("at the first piece") << -1 << std::size_t{1};
    QTest::newRow("in the middle") << -1 << 4 * kMebibyte;
    QTest::newRow("at the end") << -1 << 8 * kMebibyte;
    for (const int milliseconds : {5, 20, 60, 120, 250, 400}) {
        QTest::addRow("after %d ms", milliseconds) << milliseconds << std::size_t{0};
    }
}

/// To an entry that has one already. What the child was told is there is there; no piece is, of what is not.
void TestAttachmentStore::killed_at_any_moment_it_is_whole_or_absent() {
    QFETCH(int, milliseconds);
    QFETCH(std::size_t, at);
    const QTemporaryDir folder;
    const auto path = std::filesystem::path{folder.path().toStdString()} / "journal.pennydrop";
    Random random{8};
    const Bytes bytes = random.bytes(8 * kMebibyte);
    {
        auto sealed = open_sealed(nullptr, path, true);
        CHECK_OK(sealed);
        CHECK_OK(sealed->database.migrate(journal_migrations()));
        const auto entry = EntryStore{sealed->database}.add(content("with a photo"), Timestamp{1});
        AttachmentStore store{sealed->database};
        CHECK_OK(add(store, entry->id, {1, 2, 3}));
    }
    std::array<int, 2> told{};
    QCOMPARE(pipe(told.data()), 0);
    const pid_t child = fork();
    if (child == 0) {
        auto sealed = open_sealed(nullptr, path, false);
        if (!sealed) {
            _exit(3);
        }
        AttachmentStore store{sealed->database};
        (void)!write(told[1], "b", 1);
        std::size_t given = 0;
        const auto source = [&](std::span<std::uint8_t> into) -> Result<std::size_t> {
            const std::size_t count = std::min(into.size(), bytes.size() - given);
            std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(given), count, into.begin());
            given += count;
            if (milliseconds < 0 && given >= at) {
                die();
            }
            return count;
        };
        const auto added = store.add(EntryId{1}, photo("second.jpg"), source, Timestamp{7}, {});
        (void)!write(told[1], added ? "a" : "x", 1);
        for (;;) {
            pause();
        }
    }
    close(told[1]);
    char word = 0;
    QCOMPARE(read(told[0], &word, 1), ssize_t{1});
    QCOMPARE(word, 'b');
    if (milliseconds >= 0) {
        QTest::qSleep(milliseconds);
        (void)kill(child, SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    const bool was_told = read(told[0], &word, 1) == 1;
    close(told[0]);
    QVERIFY(!was_told || word == 'a');

    auto sealed = open_sealed(nullptr, path, false);
    CHECK_OK(sealed);
    QCOMPARE(ask_sql(sealed->database.handle(), "PRAGMA integrity_check"), std::string{"ok"});
    AttachmentStore store{sealed->database};
    const auto listed = store.of_entry(EntryId{1});
    CHECK_OK(listed);
    QVERIFY(listed->size() == 1 || listed->size() == 2);
    QVERIFY(!was_told || listed->size() == 2);
    QVERIFY(*store.bytes_of(listed->front().id) == (Bytes{1, 2, 3}));
    if (listed->size() == 2) {
        QVERIFY(*store.bytes_of(listed->back().id) == bytes);
    } else {
        QCOMPARE(rows(sealed->database), std::int64_t{2});
    }
    // And takes the same file once more.
    CHECK_OK(add(store, EntryId{1}, bytes));
}

void TestAttachmentStore::killed_before_the_draft_is_kept() {
    const QTemporaryDir folder;
    const auto path = std::filesystem::path{folder.path().toStdString()} / "journal.pennydrop";
    const Bytes bytes(kMebibyte, 9);
    const int status = status_of([&] {
        auto sealed = open_sealed(nullptr, path, true);
        if (sealed && sealed->database.migrate(journal_migrations()) &&
            DraftStore{sealed->database}.save(draft_of("half a thought"))) {
            AttachmentStore store{sealed->database};
            if (add(store, {}, bytes)) {
                die();
            }
        }
    });
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    auto sealed = open_sealed(nullptr, path, false);
    CHECK_OK(sealed);
    AttachmentStore store{sealed->database};
    const auto listed = store.of_draft();
    CHECK_OK(listed);
    QCOMPARE(listed->size(), std::size_t{1});
    const auto kept = DraftStore{sealed->database}.keep(Timestamp{3});
    CHECK_OK(kept);
    QVERIFY(*store.bytes_of(store.of_entry(kept->entry)->front().id) == bytes);
}

QTEST_APPLESS_MAIN(TestAttachmentStore)
#include "tst_attachment_store.moc"
