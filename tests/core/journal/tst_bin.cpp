// SPDX-License-Identifier: Apache-2.0
// The bin: what is in it and for how long, and that what was erased is in no page of the vault any more.
#include <QtTest/QTest>

#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "journal/bin.h"
#include "memory_journal.h"
#include "support/check_result.h"
#include "support/files.h"
#include "support/random.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

constexpr std::int64_t kDay = 86'400'000'000;

Status run_all_steps(Bin& bin, Timestamp now, int* steps = nullptr) {
    for (;;) {
        auto more = bin.step(now);
        if (!more) {
            return pass_on(more);
        }
        if (steps != nullptr) {
            ++*steps;
        }
        if (!*more) {
            return {};
        }
    }
}

/// Every page of the database as SQLite sees it: decrypted, free pages too.
std::string pages_of(Connection& database) {
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(database.handle(), "main", &size, 0);
    std::string pages{reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
    sqlite3_free(bytes);
    return pages;
}

/// Begins with letters of its own: FTS5 does not store again what a word shares with the one before it.
std::string marker(int number) {
    Random random{static_cast<std::uint64_t>(number)};
    return random.word(4) + "zq" + std::to_string(number) + "xk";
}

/// Numbers of the markers that occur.
std::set<int> markers_in(const std::string& pages) {
    std::set<int> found;
    for (auto at = pages.find("zq"); at != std::string::npos; at = pages.find("zq", at + 1)) {
        const auto end = pages.find_first_not_of("0123456789", at + 2);
        if (end != std::string::npos && end > at + 2 && pages.compare(end, 2, "xk") == 0) {
            found.insert(std::stoi(pages.substr(at + 2, end - at - 2)));
        }
    }
    return found;
}

/// A text of random words with its marker here and there.
std::string text_of(int number, std::size_t size, Random& random) {
    std::string text = marker(number);
    while (text.size() < size) {
        text += ' ' + (random.one_in(6) ? marker(number) : random.word(1 + random.below(9)));
    }
    return text;
}

}  // namespace

class TestBin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lists_the_last_deleted_first();
    void days_are_a_setting();
    void keeps_until_the_day();
    void restores_and_erases_one();
    void erases_all();
    void attachments_that_were_deleted_alone();
    void steps_are_short_and_end();
    void a_kill_between_steps_loses_nothing();
    void nothing_is_left_in_any_page_data();
    void nothing_is_left_in_any_page();
};

void TestBin::lists_the_last_deleted_first() {
    MemoryJournal journal;
    Bin bin{journal.database};
    std::vector<EntryId> ids;
    for (int i = 0; i < 5; ++i) {
        ids.push_back(journal.entries.add(content("entry " + std::to_string(i), i), Timestamp{1})->id);
    }
    CHECK_OK(journal.entries.remove(ids[1], Timestamp{100}));
    CHECK_OK(journal.entries.remove(ids[3], Timestamp{300}));
    CHECK_OK(journal.entries.remove(ids[0], Timestamp{100}));
    QCOMPARE(*bin.count(), std::int64_t{3});
    const auto first = bin.page({}, 2);
    CHECK_OK(first);
    QVERIFY(first->size() == 2 && (*first)[0].entry.id == ids[3] && (*first)[1].entry.id == ids[1]);
    QCOMPARE((*first)[0].entry.preview, std::string{"entry 3"});
    QVERIFY((*first)[0].removed == Timestamp{300} && (*first)[0].due == Timestamp{300 + 30 * kDay});
    const auto rest = bin.page(BinPosition::of(first->back()), 2);
    CHECK_OK(rest);
    QVERIFY(rest->size() == 1 && rest->front().entry.id == ids[0]);
}

void TestBin::days_are_a_setting() {
    MemoryJournal journal;
    Bin bin{journal.database};
    QCOMPARE(*bin.keep_days(), 30);
    CHECK_ERROR(bin.set_keep_days(0), ErrorCode::kInvalid);
    CHECK_ERROR(bin.set_keep_days(366), ErrorCode::kInvalid);
    CHECK_OK(bin.set_keep_days(365));
    CHECK_OK(bin.set_keep_days(1));
    QCOMPARE(*bin.keep_days(), 1);
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    CHECK_OK(journal.entries.remove(entry->id, Timestamp{5}));
    QVERIFY(bin.page({}, 1)->front().due == Timestamp{5 + kDay});
}

void TestBin::keeps_until_the_day() {
    MemoryJournal journal;
    Bin bin{journal.database};
    const auto early = journal.entries.add(content("early"), Timestamp{1});
    const auto late = journal.entries.add(content("late"), Timestamp{1});
    const auto kept = journal.entries.add(content("kept"), Timestamp{1});
    CHECK_OK(journal.entries.remove(early->id, Timestamp{10}));
    CHECK_OK(journal.entries.remove(late->id, Timestamp{20}));
    CHECK_OK(run_all_steps(bin, Timestamp{9 + 30 * kDay}));
    QCOMPARE(*bin.count(), std::int64_t{2});
    CHECK_OK(run_all_steps(bin, Timestamp{10 + 30 * kDay}));
    QCOMPARE(*bin.count(), std::int64_t{1});
    CHECK_OK(journal.entries.restore(late->id));
    CHECK_OK(run_all_steps(bin, Timestamp{99 * kDay}));
    QCOMPARE(*journal.entries.count(), std::int64_t{2});
    CHECK_OK(journal.entries.find(kept->id));
}

void TestBin::restores_and_erases_one() {
    MemoryJournal journal;
    Bin bin{journal.database};
    const auto first = journal.entries.add(content("first"), Timestamp{1});
    const auto second = journal.entries.add(content("second"), Timestamp{1});
    CHECK_ERROR(bin.erase(first->id), ErrorCode::kNotFound);
    CHECK_ERROR(bin.restore(first->id), ErrorCode::kNotFound);
    CHECK_OK(journal.entries.remove(first->id, Timestamp{1}));
    CHECK_OK(journal.entries.remove(second->id, Timestamp{1}));
    CHECK_OK(bin.restore(first->id));
    CHECK_OK(bin.erase(second->id));
    CHECK_ERROR(bin.restore(second->id), ErrorCode::kNotFound);
    QCOMPARE(*journal.entries.count(), std::int64_t{1});
    QCOMPARE(*bin.count(), std::int64_t{0});
}

void TestBin::erases_all() {
    MemoryJournal journal;
    Bin bin{journal.database};
    for (int i = 0; i < 4; ++i) {
        const auto entry = journal.entries.add(content("entry"), Timestamp{1});
        if (i > 0) {
            CHECK_OK(journal.entries.remove(entry->id, Timestamp{1}));
        }
    }
    QCOMPARE(*bin.erase_all(), std::int64_t{3});
    QCOMPARE(*bin.erase_all(), std::int64_t{0});
    QCOMPARE(*journal.entries.count(), std::int64_t{1});
}

void TestBin::attachments_that_were_deleted_alone() {
    MemoryJournal journal;
    Bin bin{journal.database};
    const auto entry = journal.entries.add(content("entry"), Timestamp{1});
    const auto gone = journal.entries.add(content("gone"), Timestamp{1});
    const std::vector<std::uint8_t> bytes{1, 2, 3};
    const auto add = [&](EntryId id) {
        return journal.attachments
            .add(id, {.name = "a", .media_type = "text/plain"}, source_of(bytes), Timestamp{1}, {})
            ->id;
    };
    const auto first = add(entry->id);
    const auto second = add(entry->id);
    const auto with_entry = add(gone->id);
    CHECK_OK(journal.attachments.remove(first, Timestamp{5}));
    CHECK_OK(journal.attachments.remove(second, Timestamp{6}));
    CHECK_OK(journal.attachments.remove(with_entry, Timestamp{6}));
    CHECK_OK(journal.entries.remove(gone->id, Timestamp{7}));
    const auto listed = bin.attachments();
    CHECK_OK(listed);
    QVERIFY(listed->size() == 2 && listed->front().attachment.id == second);
    QVERIFY(listed->front().due == Timestamp{6 + 30 * kDay});
    CHECK_OK(run_all_steps(bin, Timestamp{5 + 30 * kDay}));
    QCOMPARE(bin.attachments()->size(), std::size_t{1});
    CHECK_OK(bin.erase(second));
    CHECK_ERROR(bin.erase(second), ErrorCode::kNotFound);
    QVERIFY(bin.attachments()->empty());
    CHECK_OK(bin.restore(gone->id));
    QCOMPARE(bin.attachments()->size(), std::size_t{1});
    CHECK_OK(bin.erase_all());
    QVERIFY(bin.attachments()->empty());
}

void TestBin::steps_are_short_and_end() {
    MemoryJournal journal;
    Bin bin{journal.database};
    Random random{1};
    for (int i = 0; i < 300; ++i) {
        const auto entry = journal.entries.add(content(text_of(i, 2000, random)), Timestamp{1});
        CHECK_OK(journal.entries.remove(entry->id, Timestamp{1}));
    }
    const auto total = [&] { return *journal.database.query_integer("SELECT count(*) FROM entry"); };
    std::int64_t before = total();
    int steps = 0;
    for (;;) {
        const auto more = bin.step(Timestamp{31 * kDay});
        CHECK_OK(more);
        ++steps;
        const std::int64_t now = total();
        QVERIFY(before - now <= 20);
        before = now;
        if (!*more) {
            break;
        }
        QVERIFY(steps < 1000);
    }
    QVERIFY(steps > 15);
    QCOMPARE(before, std::int64_t{0});
    // Nothing more to do, and nothing is done.
    const auto changes = *journal.database.query_integer("SELECT total_changes()");
    QVERIFY(!*bin.step(Timestamp{31 * kDay}));
    QCOMPARE(*journal.database.query_integer("SELECT total_changes()"), changes);
}

void TestBin::a_kill_between_steps_loses_nothing() {
    const QTemporaryDir folder;
    const auto path = std::filesystem::path{folder.path().toStdString()} / "journal.pennydrop";
    Random random{3};
    bool more = true;
    int openings = 0;
    while (more) {
        auto sealed = open_sealed(nullptr, path, openings == 0);
        CHECK_OK(sealed);
        CHECK_OK(sealed->database.execute("PRAGMA foreign_keys = ON"));
        if (openings == 0) {
            CHECK_OK(sealed->database.migrate(journal_migrations()));
            EntryStore entries{sealed->database};
            for (int i = 0; i < 60; ++i) {
                const auto entry = entries.add(content(text_of(i, 900, random)), Timestamp{1});
                CHECK_OK(entry);
                CHECK_OK(entries.remove(entry->id, Timestamp{1}));
            }
        }
        const auto stepped = Bin{sealed->database}.step(Timestamp{31 * kDay});
        CHECK_OK(stepped);
        more = *stepped;
        ++openings;
    }
    QVERIFY(openings > 3);
    auto sealed = open_sealed(nullptr, path, false);
    CHECK_OK(sealed);
    QVERIFY(markers_in(pages_of(sealed->database)).empty());
}

void TestBin::nothing_is_left_in_any_page_data() {
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("every");
    QTest::addColumn<int>("seed");
    const int seeds = long_run() ? 40 : 2;
    for (int seed = 1; seed <= seeds; ++seed) {
        QTest::addRow("one, seed %d", seed) << 1 << 1 << seed;
        QTest::addRow("few, seed %d", seed) << 20 << 3 << seed;
        QTest::addRow("half, seed %d", seed) << 600 << 2 << seed;
        QTest::addRow("one of many, seed %d", seed) << 600 << 300 << seed;
    }
}

/// Entries and drafts are written, changed and made longer, so that SQLite moves rows between pages as it does in
/// years.
void TestBin::nothing_is_left_in_any_page() {
    QFETCH(int, entries);
    QFETCH(int, every);
    QFETCH(int, seed);
    const QTemporaryDir folder;
    const auto path = std::filesystem::path{folder.path().toStdString()} / "journal.pennydrop";
    auto sealed = open_sealed(nullptr, path, true);
    CHECK_OK(sealed);
    Connection& database = sealed->database;
    CHECK_OK(database.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF;"));
    CHECK_OK(database.migrate(journal_migrations()));
    EntryStore store{database};
    DraftStore drafts{database};
    AttachmentStore attachments{database};
    Random random{static_cast<std::uint64_t>(seed)};
    std::vector<EntryId> ids;
    for (int i = 0; i < entries; ++i) {
        CHECK_OK(drafts.save({.content = content(text_of(i, random.below(2500), random)), .cursor = 0}));
        if (random.one_in(10)) {
            const std::string text = text_of(i, 5000, random);
            const std::span bytes{reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
            CHECK_OK(
                attachments.add({}, {.name = "a.txt", .media_type = "text/plain"}, source_of(bytes), Timestamp{1}, {}));
        }
        const auto kept = drafts.keep(Timestamp{1});
        CHECK_OK(kept);
        ids.push_back(kept->entry);
        if (random.one_in(3)) {
            const auto other = random.below(ids.size());
            CHECK_OK(store.change(ids[other], content(text_of(static_cast<int>(other), random.below(4000), random)),
                                  Timestamp{2}));
        }
    }
    std::set<int> left;
    for (int i = 0; i < entries; ++i) {
        if (i % every == 0) {
            CHECK_OK(store.remove(ids[static_cast<std::size_t>(i)], Timestamp{3}));
        } else {
            left.insert(i);
        }
    }
    QCOMPARE(markers_in(pages_of(database)).size(), static_cast<std::size_t>(entries));
    Bin bin{database};
    CHECK_OK(run_all_steps(bin, Timestamp{31 * kDay}));
    const auto found = markers_in(pages_of(database));
    std::string surplus;
    for (const int number : found) {
        surplus += left.contains(number) ? "" : " " + marker(number);
    }
    CHECK_WITH(surplus.empty(), "still there:" + surplus);
    QVERIFY(found == left);
    CHECK_OK(database.execute("INSERT INTO entry_text (entry_text) VALUES ('integrity-check')"));
    // The log is empty but for the note that all is done.
    QVERIFY(std::filesystem::file_size(path.string() + "-wal") < 20 * 4096);
}

QTEST_APPLESS_MAIN(TestBin)
#include "tst_bin.moc"
