// SPDX-License-Identifier: Apache-2.0
// Repairing a journal after any damage: every entry whose own blocks are intact is there again, word for word, and
// found by search; the others are counted.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>

#include "journal/dropped_entry.h"
#include "journal/journal.h"
#include "journal/journal_repair.h"
#include "journal/schema.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/random.h"
#include "support/watched_vfs.h"
#include "vault/drop_box.h"
#include "vault/table_pages.h"
#include "vault/vault_header.h"
#include "vault/vault_reader.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr int kEntries = 300;
constexpr std::size_t kLongTextBytes = 20'000;

/// Long enough for overflow pages in each tenth entry.
std::string text_of(int number) {
    std::string text = "entry" + std::to_string(number) + " ";
    Random random{static_cast<std::uint64_t>(number)};
    const std::size_t size = number % 10 == 0 ? kLongTextBytes : 100 + random.below(1500);
    while (text.size() < size) {
        text += random.word(1 + random.below(9)) + ' ';
    }
    return text;
}

}  // namespace

class TestJournalRepair : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void a_sound_journal();
    void random_damage_data();
    void random_damage();
    void a_changed_header_is_told();
    void what_the_drive_did_not_deliver_is_told();
    void an_old_drop_box_brings_nothing_twice();
    void what_belongs_to_entries_data();
    void what_belongs_to_entries();
    void words_of_a_lost_entry_have_a_place();
    void what_is_lost_beside_entries_is_counted_data();
    void what_is_lost_beside_entries_is_counted();
    void of_a_newer_program_is_refused();

private:
    /// A journal whose every entry has all that an entry may have.
    [[nodiscard]] fs::path full_journal() const;
    [[nodiscard]] std::unique_ptr<Journal> repaired() const;

    /// Where each entry lies, learnt from the sound file: leaf first, then its overflow pages.
    void learn_pages();
    [[nodiscard]] VaultSecret opens() const { return VaultSecret::passphrase(secret("pass")); }

    QTemporaryDir folder_;
    fs::path path_;
    fs::path target_;
    Bytes bytes_;
    std::uint32_t pages_{0};
    std::map<std::int64_t, std::set<std::uint32_t>> pages_of_;
};

void TestJournalRepair::initTestCase() {
    path_ = fs::path{folder_.path().toStdString()} / "journal.pennydrop";
    target_ = path_.parent_path() / "repaired.pennydrop";
    {
        auto created = Vault::create(path_, secret("pass"), {});
        CHECK_OK(created);
        auto journal = Journal::open(std::move(created->vault));
        CHECK_OK(journal);
        std::vector<EntryContent> contents;
        for (int i = 1; i <= kEntries; ++i) {
            contents.push_back({.text = text_of(i), .occurred = {Timestamp{i * 1'000'000LL}, UtcOffset{}}});
        }
        CHECK_OK((*journal)->add_all(contents, Timestamp{1}));
        CHECK_OK((*journal)->set_recovery_confirmed());
        Draft draft;
        draft.content = {.text = "half a thought", .occurred = {Timestamp{5}, UtcOffset{}}};
        CHECK_OK((*journal)->drafts().save(draft));
    }
    bytes_ = read_file(path_);
    learn_pages();
    QCOMPARE(pages_of_.size(), static_cast<std::size_t>(kEntries));
}

void TestJournalRepair::learn_pages() {
    auto reader = VaultReader::open(path_, opens(), {}, VaultReader::Access::kShared);
    CHECK_OK(reader);
    pages_ = reader->page_count();
    std::array<std::uint8_t, kVaultPageBytes> page{};
    const auto number_at = [](std::span<const std::uint8_t> bytes, std::size_t at, std::size_t width) {
        std::uint32_t value = 0;
        for (const auto byte : bytes.subspan(at, width)) {
            value = value << 8U | byte;
        }
        return value;
    };
    for (std::uint32_t number = 2; number <= pages_; ++number) {
        CHECK_OK(reader->read_page(number, page));
        if (kind_of(page, number) != PageKind::kTableLeaf) {
            continue;
        }
        std::vector<std::int64_t> here;
        for_each_row(*reader, page, number,
                     [&](const SalvagedRow& row) { here.push_back(row.columns.size() == 11 ? *row.rowid : 0); });
        for (std::size_t i = 0; i < here.size(); ++i) {
            if (here[i] == 0) {
                continue;
            }
            auto& pages = pages_of_[here[i]];
            pages.insert(number);
            if (here[i] % 10 != 0) {
                continue;
            }
            // By the file format: the payload's length, the row id (one or two bytes), the local part, the next page.
            const std::size_t cell = number_at(page, 8 + 2 * i, 2);
            std::size_t size = 0;
            std::size_t at = cell;
            do {
                size = size << 7U | (page[at] & 0x7FU);
            } while ((page[at++] & 0x80U) != 0);
            at += here[i] < 128 ? 1 : 2;
            constexpr std::size_t kUsable = 4032;
            const std::size_t least = (kUsable - 12) * 32 / 255 - 23;
            const std::size_t even = least + (size - least) % (kUsable - 4);
            const std::size_t local = even <= kUsable - 35 ? even : least;
            std::uint32_t next = number_at(page, at + local, 4);
            std::array<std::uint8_t, kVaultPageBytes> overflow{};
            while (next != 0) {
                pages.insert(next);
                CHECK_OK(reader->read_page(next, overflow));
                next = number_at(overflow, 0, 4);
            }
            QVERIFY(pages.size() >= 5);
        }
    }
}

void TestJournalRepair::a_sound_journal() {
    const auto report = repair_journal(path_, opens(), target_, {}, {});
    CHECK_OK(report);
    QVERIFY(report->is_complete);
    QCOMPARE(report->entries_saved, std::uint64_t{kEntries});
    QVERIFY(report->draft_saved && !report->draft_lost);
    QCOMPARE(report->other_rows_saved, std::uint64_t{1});
    QVERIFY(report->cut.empty() && report->lost.empty());
    auto vault = Vault::open(target_, secret("pass"), {});
    CHECK_OK(vault);
    auto journal = Journal::open(std::move(*vault));
    CHECK_OK(journal);
    QCOMPARE(*(*journal)->entries().count(), std::int64_t{kEntries});
    QVERIFY(*(*journal)->recovery_is_confirmed());
    const auto draft = (*journal)->drafts().load();
    CHECK_OK(draft);
    QCOMPARE((*draft)->content.text, std::string{"half a thought"});
    const auto found = (*journal)->search().count({.words = "entry123"});
    CHECK_OK(found);
    QCOMPARE(*found, std::int64_t{1});
    // A new entry gets a number nobody had.
    const auto added = (*journal)->entries().add({.text = "new"}, Timestamp{9});
    CHECK_OK(added);
    QVERIFY(added->id.value > kEntries);
    QVERIFY(read_file(path_) == bytes_);
}

void TestJournalRepair::random_damage_data() {
    QTest::addColumn<int>("blocks");
    QTest::addColumn<bool>("first_page");
    QTest::addColumn<int>("seed");
    const int rounds = long_run() ? 60 : 1;
    for (int seed = 1; seed <= rounds; ++seed) {
        for (const int blocks : {1, 5, 30, 150}) {
            for (const bool first_page : {false, true}) {
                if (short_run() && first_page != (blocks == 5)) {
                    continue;
                }
                QTest::addRow("%d blocks%s, %d", blocks, first_page ? " and the first" : "", seed)
                    << blocks << first_page << seed;
            }
        }
    }
}

void TestJournalRepair::random_damage() {
    QFETCH(int, blocks);
    QFETCH(bool, first_page);
    QFETCH(int, seed);
    Random random{static_cast<std::uint64_t>(seed * 1000 + blocks)};
    std::set<std::uint32_t> broken;
    if (first_page) {
        broken.insert(1);
    }
    while (broken.size() < static_cast<std::size_t>(blocks)) {
        broken.insert(2 + static_cast<std::uint32_t>(random.below(pages_ - 1)));
    }
    Bytes bytes = bytes_;
    for (const auto number : broken) {
        bytes[kHeaderBytes + (number - 1) * std::size_t{kVaultPageBytes} + random.below(kVaultPageBytes)] ^= 0x10U;
    }
    write_file(path_, bytes);
    fs::remove(target_);
    const auto report = repair_journal(path_, opens(), target_, {}, {});
    CHECK_OK(report);
    QCOMPARE(report->damaged_blocks, static_cast<std::uint64_t>(broken.size()));
    QVERIFY(!report->is_complete);
    QVERIFY(read_file(path_) == bytes);

    auto vault = Vault::open(target_, secret("pass"), {});
    CHECK_OK(vault);
    auto journal = Journal::open(std::move(*vault));
    CHECK_OK(journal);
    std::uint64_t present = 0;
    const std::set<std::int64_t> cut = [&] {
        std::set<std::int64_t> ids;
        for (const EntryId id : report->cut) {
            ids.insert(id.value);
        }
        return ids;
    }();
    for (int number = 1; number <= kEntries; ++number) {
        const auto& pages = pages_of_[number];
        const bool intact =
            std::ranges::none_of(pages, [&broken](std::uint32_t page) { return broken.contains(page); });
        const auto entry = (*journal)->entries().find(EntryId{number});
        const std::string place = "entry " + std::to_string(number);
        CHECK_WITH(entry.has_value() || !intact, place + " is lost");
        if (!entry) {
            continue;
        }
        ++present;
        const std::string text = text_of(number);
        if (cut.contains(number)) {
            CHECK_WITH(!intact && entry->content.text.ends_with(" […]"), place);
            const std::string begin = entry->content.text.substr(0, entry->content.text.size() - 6);
            CHECK_WITH(begin.size() < text.size() && text.starts_with(begin), place + " has other words");
        } else {
            CHECK_WITH(intact && entry->content.text == text, place + " is not as it was");
        }
    }
    QCOMPARE(report->entries_saved, present);
    QCOMPARE(*(*journal)->entries().count(), static_cast<std::int64_t>(present));
    QVERIFY(report->lost.size() <= kEntries - present);
    const auto found = (*journal)->search().count({.words = "entry"});
    CHECK_OK(found);
    QCOMPARE(*found, static_cast<std::int64_t>(present));
}

void TestJournalRepair::a_changed_header_is_told() {
    Bytes forged = bytes_;
    VaultHeader header = choose_header(std::span{forged}.first(kHeaderBytes))->header;
    header.drop_box.fill(0x42);
    const HeaderCopy copy = encode_header(header, SecretBytes::random(kDataKeyBytes));
    for (const std::size_t start : {std::size_t{0}, std::size_t{kHeaderCopyBytes}}) {
        std::ranges::copy(copy, forged.begin() + static_cast<std::ptrdiff_t>(start));
    }
    for (const bool is_forged : {false, true}) {
        write_file(path_, is_forged ? forged : bytes_);
        fs::remove(target_);
        const auto report = repair_journal(path_, opens(), target_, {}, {});
        CHECK_OK(report);
        QCOMPARE(report->header_was_forged, is_forged);
        QCOMPARE(report->is_complete, !is_forged);
        QCOMPARE(report->entries_saved, std::uint64_t{kEntries});
        QCOMPARE(Vault::info_of(target_, {})->key_slots.size(), std::size_t{is_forged ? 1U : 2U});
    }
    write_file(path_, bytes_);
}

void TestJournalRepair::what_the_drive_did_not_deliver_is_told() {
    write_file(path_, bytes_);
    fs::remove(target_);
    WatchedVfs disk;
    const std::set<std::uint32_t>& silent = pages_of_.at(7);
    disk.judge = [this, &silent](const CallInfo& info) -> Verdict {
        const bool is_silent = info.call == Call::kRead && info.file == path_.string() &&
                               std::ranges::any_of(silent, [&info](std::uint32_t page) {
                                   return info.offset == static_cast<std::int64_t>(kHeaderBytes) +
                                                             (page - 1) * std::int64_t{kVaultPageBytes};
                               });
        return {.code = is_silent ? SQLITE_IOERR_READ : SQLITE_OK};
    };
    const auto report = repair_journal(path_, opens(), target_, {.below = disk.vfs()}, {});
    CHECK_OK(report);
    QCOMPARE(report->not_delivered, std::uint64_t{silent.size()});
    QCOMPARE(report->damaged_blocks, report->not_delivered);
    QVERIFY(!report->is_complete && !report->header_was_forged);
    QVERIFY(report->entries_saved < std::uint64_t{kEntries} &&
            report->entries_saved > std::uint64_t{kEntries} * 9 / 10);
}

void TestJournalRepair::an_old_drop_box_brings_nothing_twice() {
    write_file(path_, bytes_);
    fs::remove(target_);
    const auto info = Vault::info_of(path_, {});
    const EntryContent content{.text = "written while locked", .occurred = {Timestamp{7}, UtcOffset{}}};
    CHECK_OK(append_to_drop_box(path_, {info->id, info->drop_box},
                                {new_drop_id(), std::move(*encode_dropped_entry(content))}, {}));
    const Bytes box = read_file(drop_box_path(path_));
    const auto entries_after_unlock = [](const fs::path& path) -> std::int64_t {
        auto vault = Vault::open(path, secret("pass"), {});
        auto journal = vault ? Journal::open(std::move(*vault)) : pass_on(vault);
        return journal && (*journal)->merge_drop_box(Timestamp{9}) ? *(*journal)->entries().count() : -1;
    };
    QCOMPARE(entries_after_unlock(path_), std::int64_t{kEntries + 1});
    const Bytes sound = read_file(path_);
    for (const bool first_page : {false, true}) {
        Bytes bytes = sound;
        bytes[kHeaderBytes + (first_page ? 0 : 20) * std::size_t{kVaultPageBytes} + 50] ^= 0x10U;
        write_file(path_, bytes);
        fs::remove(target_);
        const auto report = repair_journal(path_, opens(), target_, {}, {});
        CHECK_OK(report);
        QCOMPARE(report->other_rows_saved, static_cast<std::uint64_t>(first_page ? 1 : 2));
        const auto before = static_cast<std::int64_t>(report->entries_saved);
        write_file(drop_box_path(target_), box);
        QCOMPARE(entries_after_unlock(target_), before);
    }
}

fs::path TestJournalRepair::full_journal() const {
    const fs::path path = path_.parent_path() / "full.pennydrop";
    fs::remove(path);
    auto created = Vault::create(path, secret("pass"), {});
    auto journal = created ? Journal::open(std::move(created->vault)) : pass_on(created);
    if (!journal) {
        qFatal("no journal");
    }
    auto transaction = Transaction::begin((*journal)->vault().database());
    constexpr int kFullEntries = 20;
    for (int i = 1; i <= kFullEntries; ++i) {
        EntryContent one{.kind = EntryKind::kBarrier, .text = text_of(10), .occurred = {Timestamp{i}, UtcOffset{}}};
        one.tags = {"beds", "tag" + std::to_string(i)};
        one.meaning = "meaning" + std::to_string(i);
        one.barrier = {.needs = Needs{}.with(Need::kCulture), .state = BarrierState::kStuck, .ask = "sign it"};
        const auto entry = (*journal)->entries().add(one, {});
        const auto follow_up = (*journal)->follow_ups().add(
            entry->id, {.kind = FollowUpKind::kTaught, .text = "taught" + std::to_string(i)}, {});
        const auto decision = (*journal)->decisions().add(
            entry->id, {.what = "decided" + std::to_string(i), .until = LocalTime{}.date()}, {});
        const bool linked = i == 1 || (*journal)->links().add({entry->id, EntryId{i - 1}, LinkKind::kAnswers}, {});
        if (!follow_up || !decision || !linked) {
            qFatal("no full entry");
        }
    }
    (void)(*journal)->drafts().save({.content = (*journal)->entries().find(EntryId{1})->content,
                                     .links = {{.other = EntryId{2}, .kind = LinkKind::kAnswers}}});
    for (const std::int64_t entry : {3, 5}) {
        (void)(*journal)->forms().save({Form::kNewDecision, EntryId{entry}, 0},
                                       {{1, "half a decision"}, {2, "2026-12-01"}}, Timestamp{7});
    }
    (void)(*journal)->forms().save({Form::kTagName, {}, 1}, {{1, "half a tag"}}, Timestamp{7});
    (void)(*journal)->follow_ups().save_draft(EntryId{1}, {.text = "half an answer"}, {});
    if (!transaction || !transaction->commit()) {
        qFatal("no full journal");
    }
    return path;
}

std::unique_ptr<Journal> TestJournalRepair::repaired() const {
    auto vault = Vault::open(target_, secret("pass"), {});
    auto journal = vault ? Journal::open(std::move(*vault)) : pass_on(vault);
    return journal ? std::move(*journal) : nullptr;
}

void TestJournalRepair::what_belongs_to_entries_data() {
    QTest::addColumn<bool>("schema_is_lost");
    QTest::newRow("sound") << false;
    QTest::newRow("the schema is lost") << true;
}

void TestJournalRepair::what_belongs_to_entries() {
    QFETCH(bool, schema_is_lost);
    const fs::path path = full_journal();
    std::vector<Entry> wanted;
    {
        auto vault = Vault::open(path, secret("pass"), {});
        CHECK_OK(vault);
        auto journal = Journal::open(std::move(*vault));
        CHECK_OK(journal);
        for (int i = 1; i <= 20; ++i) {
            wanted.push_back(*(*journal)->entries().find(EntryId{i}));
        }
    }
    if (schema_is_lost) {
        Bytes bytes = read_file(path);
        bytes[kHeaderBytes + 1000] ^= 0x10U;
        write_file(path, bytes);
    }
    fs::remove(target_);
    const auto report = repair_journal(path, opens(), target_, {}, {});
    CHECK_OK(report);
    QCOMPARE(report->entries_saved, std::uint64_t{20});
    QCOMPARE(report->follow_ups_saved, std::uint64_t{20});
    QCOMPARE(report->is_complete, !schema_is_lost);
    const auto journal = repaired();
    QVERIFY(journal != nullptr);
    for (const Entry& entry : wanted) {
        const auto found = journal->entries().find(entry.id);
        CHECK_OK(found);
        QVERIFY(*found == entry);
        const std::string number = std::to_string(entry.id.value);
        // All words of one entry count together; "tag1" begins "tag10" as well.
        const auto found_by_words =
            journal->search().find({.words = "entry10 beds tag" + number + " meaning" + number + " taught" + number +
                                             " decided" + number + " sign"},
                                   {}, 99);
        CHECK_OK(found_by_words);
        QVERIFY(std::ranges::any_of(*found_by_words, [&](const SearchHit& hit) { return hit.entry.id == entry.id; }));
        QCOMPARE(journal->links().of(entry.id)->size(), std::size_t{number == "1" || number == "20" ? 1U : 2U});
        QCOMPARE(journal->barriers().history(entry.id)->size(), std::size_t{1});
        QVERIFY(journal->entries().summary(entry.id)->is_learned);
        QCOMPARE(journal->decisions().of(entry.id)->size(), std::size_t{1});
    }
    QVERIFY((*journal->drafts().load())->content == wanted.front().content);
    QVERIFY((*journal->drafts().load())->links ==
            (std::vector<DraftLink>{{.other = EntryId{2}, .kind = LinkKind::kAnswers}}));
    QVERIFY(*journal->forms().load({Form::kNewDecision, EntryId{3}, 0}) ==
            (std::vector<FormField>{{1, "half a decision"}, {2, "2026-12-01"}}));
    QCOMPARE(journal->forms().load({Form::kTagName, {}, 1})->size(), std::size_t{1});
    QCOMPARE((*journal->follow_ups().load_draft(EntryId{1}))->text, std::string{"half an answer"});
}

void TestJournalRepair::words_of_a_lost_entry_have_a_place() {
    const fs::path path = full_journal();
    std::set<std::uint32_t> leaves;
    {
        auto reader = VaultReader::open(path, opens(), {}, VaultReader::Access::kShared);
        CHECK_OK(reader);
        std::array<std::uint8_t, kVaultPageBytes> page{};
        for (std::uint32_t number = 2; number <= reader->page_count(); ++number) {
            CHECK_OK(reader->read_page(number, page));
            if (kind_of(page, number) != PageKind::kTableLeaf) {
                continue;
            }
            for_each_row(*reader, page, number, [&](const SalvagedRow& row) {
                if (row.columns.size() == 11 && row.rowid == 5) {
                    leaves.insert(number);
                }
            });
        }
    }
    QCOMPARE(leaves.size(), std::size_t{1});
    Bytes bytes = read_file(path);
    bytes[kHeaderBytes + (*leaves.begin() - 1) * std::size_t{kVaultPageBytes} + 100] ^= 0x10U;
    write_file(path, bytes);
    fs::remove(target_);
    const auto report = repair_journal(path, opens(), target_, {}, {});
    CHECK_OK(report);
    QVERIFY(std::ranges::find(report->lost, EntryId{5}) != report->lost.end());
    const auto journal = repaired();
    QVERIFY(journal != nullptr);
    const auto found = journal->entries().find(EntryId{5});
    CHECK_OK(found);
    QCOMPARE(found->content.text, std::string{"[\u2026]"});
    QCOMPARE(found->content.meaning, std::string{"meaning5"});
    QCOMPARE(journal->follow_ups().of(EntryId{5})->front().content.text, std::string{"taught5"});
    QCOMPARE(*journal->search().count({.words = "taught5 decided5 meaning5 tag5"}), std::int64_t{1});
    QCOMPARE(journal->forms().load({Form::kNewDecision, EntryId{5}, 0})->front().text, std::string{"half a decision"});
    auto orphans = journal->vault().database().prepare("SELECT count(*) FROM pragma_foreign_key_check");
    CHECK_OK(orphans);
    CHECK_OK(orphans->step());
    QCOMPARE(orphans->integer(0), std::int64_t{0});
}

void TestJournalRepair::what_is_lost_beside_entries_is_counted_data() {
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("a follow-up") << QByteArray("taught5");
    QTest::newRow("a decision") << QByteArray("decided5");
}

void TestJournalRepair::what_is_lost_beside_entries_is_counted() {
    QFETCH(QByteArray, word);
    const fs::path path = full_journal();
    Bytes bytes = read_file(path);
    {
        auto reader = VaultReader::open(path, opens(), {}, VaultReader::Access::kShared);
        CHECK_OK(reader);
        std::array<std::uint8_t, kVaultPageBytes> page{};
        for (std::uint32_t number = 2; number <= reader->page_count(); ++number) {
            CHECK_OK(reader->read_page(number, page));
            const std::string_view text{reinterpret_cast<const char*>(page.data()), page.size()};
            if (kind_of(page, number) == PageKind::kTableLeaf && text.find(word.toStdString()) != std::string::npos) {
                bytes[kHeaderBytes + (number - 1) * std::size_t{kVaultPageBytes} + 100] ^= 0x10U;
            }
        }
    }
    write_file(path, bytes);
    fs::remove(target_);
    const auto report = repair_journal(path, opens(), target_, {}, {});
    CHECK_OK(report);
    QCOMPARE(report->follow_ups_lost > 0, word.startsWith("taught"));
    QCOMPARE(report->words_lost > 0, word.startsWith("decided"));
    QCOMPARE(report->entries_saved, std::uint64_t{20});
}

void TestJournalRepair::of_a_newer_program_is_refused() {
    write_file(path_, bytes_);
    {
        auto vault = Vault::open(path_, secret("pass"), {});
        CHECK_OK(vault);
        CHECK_OK((*vault)->database().execute("PRAGMA user_version = 9999;"));
    }
    fs::remove(target_);
    CHECK_ERROR(repair_journal(path_, opens(), target_, {}, {}), ErrorCode::kNewerVersion);
    QVERIFY(!fs::exists(target_));
}

QTEST_APPLESS_MAIN(TestJournalRepair)
#include "tst_journal_repair.moc"
