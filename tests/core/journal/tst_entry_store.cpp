// SPDX-License-Identifier: Apache-2.0
// Saved entries: what is kept, what is refused, removal with undo, purging for good, and the timeline in pages.
#include <QtTest/QTest>

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/random.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

class TestEntryStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void an_entry_comes_back_whole();
    void every_theme_and_level();
    void what_is_refused_data();
    void what_is_refused();
    void long_text_is_kept_or_refused_never_cut();
    void changing();
    void removing_and_restoring();
    void purging_is_for_good();
    void summaries_are_short();
    void pages_with_equal_times();
    void pages_stay_right_while_entries_come_and_go();
    void awkward_limits();
    void times_far_away();
    void what_a_later_version_wrote_survives_a_change();
    void a_later_theme_goes_with_its_list();
    void what_no_version_writes_is_dropped();
};

void TestEntryStore::an_entry_comes_back_whole() {
    MemoryJournal journal;
    EntryContent wanted =
        content("First line\r\nsecond \u2014 \u0627\u0631\u062F\u0648 \U0001F642\x01", 1'700'000'000'000'123);
    wanted.kind = EntryKind::kBarrier;
    wanted.occurred = at(-5, -330);
    wanted.theme = Theme::from_code("no-time");
    wanted.level = SystemLevel::kBetweenOrganisations;
    const auto added = journal.entries.add(wanted, Timestamp{77});
    CHECK_OK(added);
    QVERIFY(added->id.is_set());
    QVERIFY(added->content == wanted);
    QVERIFY(added->created == Timestamp{77} && added->updated == Timestamp{77});
    const auto found = journal.entries.find(added->id);
    CHECK_OK(found);
    QVERIFY(*found == *added);
    const auto summary = journal.entries.summary(added->id);
    CHECK_OK(summary);
    QVERIFY(summary->id == added->id && summary->kind == wanted.kind && summary->occurred == wanted.occurred);
    QVERIFY(summary->theme == wanted.theme && summary->level == wanted.level && summary->preview == wanted.text);
    CHECK_ERROR(journal.entries.find(EntryId{added->id.value + 1}), ErrorCode::kNotFound);
    CHECK_ERROR(journal.entries.summary(EntryId{0}), ErrorCode::kNotFound);
}

void TestEntryStore::every_theme_and_level() {
    MemoryJournal journal;
    for (const auto kind : {EntryKind::kSetback, EntryKind::kLightBulb, EntryKind::kBarrier}) {
        QVERIFY(kind_from_number(static_cast<std::int64_t>(kind)) == kind);
        for (const auto code : theme_codes(kind)) {
            for (std::int64_t level = 1; level <= 5; ++level) {
                EntryContent wanted = content("x", 0, kind);
                wanted.theme = Theme::from_code(code);
                QVERIFY(wanted.theme && wanted.theme->code() == code);
                wanted.level = level_from_number(level);
                const auto added = journal.entries.add(wanted, {});
                CHECK_OK(added);
                QVERIFY(journal.entries.find(added->id)->content == wanted);
            }
        }
    }
    QVERIFY(!Theme::from_code("").has_value() && !Theme::from_code("No-Time").has_value());
    for (const std::int64_t none : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{4}, std::int64_t{257}}) {
        QVERIFY(!kind_from_number(none).has_value());
    }
    for (const std::int64_t none : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{6}, std::int64_t{257}}) {
        QVERIFY(!level_from_number(none).has_value());
    }
}

void TestEntryStore::what_is_refused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("theme");
    QTest::addColumn<int>("kind");
    QTest::newRow("empty") << QByteArray{} << QByteArray{} << 1;
    QTest::newRow("white space") << QByteArray{" \t\r\n"} << QByteArray{} << 1;
    QTest::newRow("zero character") << QByteArray("a\0b", 3) << QByteArray{} << 1;
    QTest::newRow("Latin-1") << QByteArray("caf\xE9") << QByteArray{} << 1;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray{} << 1;
    QTest::newRow("cut character") << QByteArray("\xE2\x82") << QByteArray{} << 1;
    QTest::newRow("a light bulb's theme on a setback") << QByteArray{"x"} << QByteArray{"fresh-eyes"} << 1;
    QTest::newRow("a hurdle on a light bulb") << QByteArray{"x"} << QByteArray{"no-time"} << 2;
    QTest::newRow("a light bulb's theme on a barrier") << QByteArray{"x"} << QByteArray{"fresh-eyes"} << 3;
}

void TestEntryStore::what_is_refused() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, theme);
    QFETCH(int, kind);
    MemoryJournal journal;
    EntryContent wrong = content(text.toStdString(), 0, *kind_from_number(kind));
    wrong.theme = Theme::from_code(theme.toStdString());
    QCOMPARE(wrong.theme.has_value(), !theme.isEmpty());
    CHECK_ERROR(journal.entries.add(wrong, {}), ErrorCode::kInvalid);
    QCOMPARE(*journal.entries.count(), std::int64_t{0});
    const auto good = journal.entries.add(content("good"), {});
    CHECK_OK(good);
    CHECK_ERROR(journal.entries.change(good->id, wrong, {}), ErrorCode::kInvalid);
    QVERIFY(journal.entries.find(good->id)->content == good->content);
}

void TestEntryStore::long_text_is_kept_or_refused_never_cut() {
    MemoryJournal journal;
    const std::string longest(kMaxTextBytes, 'x');
    const auto added = journal.entries.add(content(longest), {});
    CHECK_OK(added);
    QVERIFY(journal.entries.find(added->id)->content.text == longest);
    CHECK_ERROR(journal.entries.add(content(longest + 'x'), {}), ErrorCode::kInvalid);
    CHECK_ERROR(journal.entries.change(added->id, content(longest + 'x'), {}), ErrorCode::kInvalid);
}

void TestEntryStore::changing() {
    MemoryJournal journal;
    const auto added = journal.entries.add(content("before", 5), Timestamp{10});
    CHECK_OK(added);
    EntryContent changed = content("after", 6, EntryKind::kLightBulb);
    changed.theme = Theme::from_code("fresh-eyes");
    CHECK_OK(journal.entries.change(added->id, changed, Timestamp{20}));
    const auto found = journal.entries.find(added->id);
    CHECK_OK(found);
    QVERIFY(found->content == changed);
    QVERIFY(found->created == Timestamp{10} && found->updated == Timestamp{20});
    CHECK_ERROR(journal.entries.change(EntryId{999}, changed, {}), ErrorCode::kNotFound);
    CHECK_OK(journal.entries.remove(added->id, Timestamp{30}));
    CHECK_ERROR(journal.entries.change(added->id, changed, {}), ErrorCode::kNotFound);
}

void TestEntryStore::removing_and_restoring() {
    MemoryJournal journal;
    const auto one = journal.entries.add(content("one", 1), {});
    const auto two = journal.entries.add(content("two", 2), {});
    CHECK_OK(one);
    CHECK_OK(two);
    CHECK_OK(journal.entries.remove(one->id, Timestamp{50}));
    CHECK_ERROR(journal.entries.find(one->id), ErrorCode::kNotFound);
    CHECK_ERROR(journal.entries.summary(one->id), ErrorCode::kNotFound);
    CHECK_ERROR(journal.entries.remove(one->id, Timestamp{60}), ErrorCode::kNotFound);
    QCOMPARE(*journal.entries.count(), std::int64_t{1});
    QCOMPARE(journal.entries.page({}, 10)->size(), std::size_t{1});
    CHECK_OK(journal.entries.restore(one->id));
    QVERIFY(*journal.entries.find(one->id) == *one);
    QCOMPARE(*journal.entries.count(), std::int64_t{2});
    CHECK_ERROR(journal.entries.restore(one->id), ErrorCode::kNotFound);
    CHECK_ERROR(journal.entries.restore(EntryId{999}), ErrorCode::kNotFound);
    CHECK_ERROR(journal.entries.remove(EntryId{999}, {}), ErrorCode::kNotFound);
}

void TestEntryStore::purging_is_for_good() {
    MemoryJournal journal;
    QCOMPARE(run_sql(journal.database.handle(), "PRAGMA secure_delete = ON"), SQLITE_OK);
    for (int i = 0; i < 40; ++i) {
        CHECK_OK(journal.entries.add(content("ordinary words number " + std::to_string(i), i), {}));
    }
    const auto secret_one = journal.entries.add(content("xylograph quixotic zephyr"), {});
    const auto kept = journal.entries.add(content("removed later than the limit"), {});
    CHECK_OK(secret_one);
    CHECK_OK(kept);
    CHECK_OK(journal.entries.remove(secret_one->id, Timestamp{99}));
    CHECK_OK(journal.entries.remove(kept->id, Timestamp{100}));
    const auto purged = journal.entries.purge_removed(Timestamp{100});
    CHECK_OK(purged);
    QCOMPARE(*purged, std::int64_t{1});
    CHECK_ERROR(journal.entries.restore(secret_one->id), ErrorCode::kNotFound);
    CHECK_OK(journal.entries.restore(kept->id));
    QCOMPARE(*journal.entries.purge_removed(Timestamp{1000}), std::int64_t{0});
    QCOMPARE(*journal.entries.count(), std::int64_t{41});
    QCOMPARE(
        run_sql(journal.database.handle(), "INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)"),
        SQLITE_OK);
    // Not even single words of it are left in the index (or anywhere in the database's pages).
    sqlite3_int64 size = 0;
    unsigned char* const image = sqlite3_serialize(journal.database.handle(), "main", &size, 0);
    QVERIFY(image != nullptr);
    const std::string_view bytes{reinterpret_cast<const char*>(image), static_cast<std::size_t>(size)};
    const bool left = bytes.find("xylograph") != bytes.npos || bytes.find("ylograph") != bytes.npos ||
                      bytes.find("quixotic") != bytes.npos || bytes.find("zephyr") != bytes.npos;
    const bool control = bytes.find("ordinary") != bytes.npos;
    sqlite3_free(image);
    QVERIFY(control);
    QVERIFY(!left);
}

void TestEntryStore::summaries_are_short() {
    MemoryJournal journal;
    std::string text;
    for (int i = 0; i < 300; ++i) {
        text += i % 2 == 0 ? "\u00E9" : "\U0001F642";
    }
    const auto added = journal.entries.add(content(text), {});
    CHECK_OK(added);
    const auto summary = journal.entries.summary(added->id);
    CHECK_OK(summary);
    QCOMPARE(summary->preview.size(), static_cast<std::size_t>(kPreviewCharacters / 2 * (2 + 4)));
    QVERIFY(text.starts_with(summary->preview));
    QCOMPARE(journal.entries.page({}, 1)->front().preview, summary->preview);
}

void TestEntryStore::pages_with_equal_times() {
    MemoryJournal journal;
    Random random{1};
    std::vector<TimelinePosition> wanted;
    for (int i = 0; i < 200; ++i) {
        const auto added = journal.entries.add(content("entry", static_cast<std::int64_t>(random.below(12)) - 6), {});
        CHECK_OK(added);
        wanted.push_back({added->content.occurred.at, added->id});
    }
    std::sort(wanted.begin(), wanted.end());  // by the operator the header promises
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{7}, std::size_t{50}, std::size_t{200}, std::size_t{201}}) {
        std::vector<TimelinePosition> found;
        std::optional<TimelinePosition> position;
        for (;;) {
            const auto page = journal.entries.page(position, size);
            CHECK_OK(page);
            QVERIFY(page->size() <= size);
            for (const auto& summary : *page) {
                found.push_back(TimelinePosition::of(summary));
            }
            if (page->size() < size) {
                break;
            }
            position = found.back();
        }
        QVERIFY(found == wanted);
    }
}

void TestEntryStore::pages_stay_right_while_entries_come_and_go() {
    MemoryJournal journal;
    for (int i = 0; i < 30; ++i) {
        CHECK_OK(journal.entries.add(content("entry", i), {}));
    }
    const auto first = journal.entries.page({}, 10);
    CHECK_OK(first);
    const auto position = TimelinePosition::of(first->back());
    CHECK_OK(journal.entries.add(content("newer", 100), {}));
    CHECK_OK(journal.entries.remove(first->back().id, {}));  // the position itself is gone
    const auto second = journal.entries.page(position, 10);
    CHECK_OK(second);
    QCOMPARE(second->size(), std::size_t{10});
    QCOMPARE(second->front().occurred.at.micros, std::int64_t{19});
    QCOMPARE(second->back().occurred.at.micros, std::int64_t{10});
}

void TestEntryStore::awkward_limits() {
    MemoryJournal journal;
    CHECK_OK(journal.entries.add(content("one"), {}));
    QCOMPARE(journal.entries.page({}, 0)->size(), std::size_t{0});
    QCOMPARE(journal.entries.page({}, std::numeric_limits<std::size_t>::max())->size(), std::size_t{1});
}

void TestEntryStore::times_far_away() {
    MemoryJournal journal;
    constexpr std::int64_t kYear = 31'556'952'000'000;
    for (const std::int64_t micros : {-150 * kYear, std::int64_t{-1}, 500 * kYear}) {
        const auto added = journal.entries.add(content("far", micros), {});
        CHECK_OK(added);
        QCOMPARE(journal.entries.find(added->id)->content.occurred.at.micros, micros);
    }
    QCOMPARE(journal.entries.page({}, 9)->front().occurred.at.micros, 500 * kYear);
}

void TestEntryStore::what_a_later_version_wrote_survives_a_change() {
    MemoryJournal journal;
    const auto added = journal.entries.add(content("one"), {});
    CHECK_OK(added);
    sqlite3* const database = journal.database.handle();
    QCOMPARE(run_sql(database, "UPDATE entry SET theme = 'from-the-future', level = 9"), SQLITE_OK);
    const auto found = journal.entries.find(added->id);
    CHECK_OK(found);
    QVERIFY(found->content.theme && !found->content.theme->is_known());
    QVERIFY(found->content.level && !level_from_number(static_cast<std::int64_t>(*found->content.level)));
    EntryContent changed = found->content;
    changed.text = "two";
    CHECK_OK(journal.entries.change(added->id, changed, {}));
    QCOMPARE(ask_sql(database, "SELECT theme || level || text FROM entry"), std::string{"from-the-future9two"});
    changed.theme = Theme::from_code("no-time");
    changed.level.reset();
    CHECK_OK(journal.entries.change(added->id, changed, {}));
    QCOMPARE(ask_sql(database, "SELECT theme || coalesce(level, '-') FROM entry"), std::string{"no-time-"});
    QCOMPARE(run_sql(database, "UPDATE entry SET kind = 9"), SQLITE_OK);
    CHECK_ERROR(journal.entries.find(added->id), ErrorCode::kDamaged);
    CHECK_ERROR(journal.entries.page({}, 9), ErrorCode::kDamaged);
}

void TestEntryStore::a_later_theme_goes_with_its_list() {
    const auto later = Theme::from_stored("from-the-future");
    const auto hurdle = Theme::from_stored("no-time");
    QVERIFY(later && hurdle && hurdle == Theme::from_code("no-time"));
    QCOMPARE(later->code(), std::string_view{"from-the-future"});
    QVERIFY(theme_survives(*later, EntryKind::kSetback, EntryKind::kBarrier));
    QVERIFY(!theme_survives(*later, EntryKind::kSetback, EntryKind::kLightBulb));
    QVERIFY(theme_survives(*hurdle, EntryKind::kSetback, EntryKind::kBarrier));
    QVERIFY(!theme_survives(*hurdle, EntryKind::kSetback, EntryKind::kLightBulb));
}

void TestEntryStore::what_no_version_writes_is_dropped() {
    MemoryJournal journal;
    const auto added = journal.entries.add(content("one"), {});
    CHECK_OK(added);
    for (const auto* const theme : {"", "No-Time", "a b", "abcdefghijklmnopqrstuvwxyz-012345", "\xC3\xA9"}) {
        QVERIFY(!Theme::from_stored(theme));
        QCOMPARE(
            run_sql(journal.database.handle(), "UPDATE entry SET level = 256, theme = '" + std::string{theme} + "'"),
            SQLITE_OK);
        const auto found = journal.entries.find(added->id);
        CHECK_OK(found);
        QVERIFY(!found->content.theme && !found->content.level);
    }
    QVERIFY(!level_from_stored(0) && !level_from_stored(-1) && level_from_stored(255));
}

QTEST_APPLESS_MAIN(TestEntryStore)
#include "tst_entry_store.moc"
