// SPDX-License-Identifier: Apache-2.0
// Search as people type: parts of words, accents, quotes and FTS5's own operators as plain words, filters, pages,
// snippets.
#include <QtTest/QTest>

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/random.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace std::chrono_literals;
using namespace pennydrop::testing;

namespace {

std::string utf8(std::uint32_t point) {
    const QString text = QString::fromUcs4(reinterpret_cast<const char32_t*>(&point), 1);
    return text.toStdString();
}

std::string joined(const std::vector<TextRun>& runs, bool marks) {
    std::string out;
    for (const auto& run : runs) {
        out += run.matched && marks ? '[' + run.text + ']' : run.text;
    }
    return out;
}

}  // namespace

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_find_entries_data();
    void words_find_entries();
    void what_is_no_text_is_refused_data();
    void what_is_no_text_is_refused();
    void every_character_can_be_typed();
    void every_code_point_is_judged_as_fts5_does();
    void removed_entries_are_not_found();
    void changed_entries_are_found_by_their_new_words();
    void filters();
    void filters_of_what_belongs_to_an_entry();
    void a_day_is_that_of_the_place();
    void without_words_all_that_pass();
    void pages();
    void snippets();
    void snippets_of_odd_texts();
};

void TestSearch::words_find_entries_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<bool>("found");
    const auto row = [](const char* name, const char* text, const char* words, bool found) {
        QTest::newRow(name) << QByteArray{text} << QByteArray{words} << found;
    };
    row("whole word", "The night shift was short", "shift", true);
    row("beginning of a word", "The night shift was short", "shi", true);
    row("one letter", "The night shift was short", "s", true);
    row("two letters", "The night shift was short", "wa", true);
    row("end of a word", "The night shift was short", "hift", false);
    row("all words, any order", "The night shift was short", "short nig", true);
    row("one word missing", "The night shift was short", "night long", false);
    row("case", "The NIGHT shift", "niGHt", true);
    row("accent in the text", "Caf\u00E9 au lait", "cafe", true);
    row("accent in the words", "cafe au lait", "CAF\u00C9", true);
    row("combining accent", "cafe\u0301", "caf\u00E9", true);
    row("apostrophe", "I don't know", "don't", true);
    row("quotation marks", "she said \"wait\" twice", "\"wait\"", true);
    row("one quotation mark", "she said wait", "\"wait", true);
    row("quotation marks inside", "rock\"n\"roll", "rock\"n\"roll", true);
    row("hyphen", "hand-over at seven", "hand-over", true);
    row("hyphen, other order", "hand-over at seven", "over-hand", false);
    row("AND is a word", "this and that", "AND", true);
    row("AND is not an operator", "night shift", "night AND shift", false);
    row("OR is not an operator", "night shift", "night OR day", false);
    row("NOT is not an operator", "night shift", "night NOT day", false);
    row("NEAR is not an operator", "night shift", "NEAR(night shift)", false);
    row("star", "night shift", "nig*", true);
    row("caret", "night shift", "^shift", true);
    row("column filter is none", "night shift", "text:shift", false);
    row("column filter as text", "text:shift", "text:shift", true);
    row("braces", "night shift", "{text}:shift", false);
    row("minus", "night shift", "-shift", true);
    row("plus", "night shift", "night + shift", true);
    row("brackets", "night shift", "(shift)", true);
    row("unbalanced bracket", "night shift", "shift)", true);
    row("backslash and semicolon", "night shift", "night\\; -- shift", true);
    row("SQL", "night shift", "'; DROP TABLE entry; --", false);
    row("only punctuation", "night - shift?!", "?!", false);
    row("only punctuation, several", "night - shift", "- \u2014 ...", false);
    row("a dash between", "care plan", "care \u2013 plan", true);
    row("an emoji between", "care plan", "care \u2764\uFE0F plan", true);
    row("a sign between", "care plan", "care \u2122 plan", true);
    row("a lone accent between", "care plan", "care \u0301 plan", true);
    row("Arabic comma between", "care plan", "care \u060C plan", true);
    row("digits", "ward 7, bed 12", "12", true);
    row("Chinese, beginning", "\u62A4\u58EB\u4EA4\u63A5\u73ED", "\u62A4\u58EB", true);
    row("Chinese, one character", "\u62A4\u58EB", "\u62A4", true);
    row("Japanese after a space", "\u4ECA\u65E5 \u591C\u52E4", "\u591C\u52E4", true);
    row("Urdu", "\u0631\u0627\u062A \u06A9\u06CC \u0634\u0641\u0679", "\u0634\u0641", true);
    row("Hindi", "\u0930\u093E\u0924 \u0915\u0940", "\u0930\u093E\u0924", true);
    row("Greek capitals", "\u03BD\u03CD\u03C7\u03C4\u03B1", "\u039D\u038E\u03A7", true);
    row("German sharp s is itself", "Stra\u00DFe", "stra\u00DFe", true);
    row("tabs and lines between", "night shift", "night\t\r\nshift", true);
    row("long word", "short", "shortshortshortshort", false);
}

void TestSearch::words_find_entries() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, words);
    QFETCH(bool, found);
    MemoryJournal journal;
    CHECK_OK(journal.entries.add(content(text.toStdString()), {}));
    CHECK_OK(journal.entries.add(content("zzz"), {}));
    const SearchQuery query{.words = words.toStdString()};
    const auto hits = journal.search.find(query, {}, 10);
    CHECK_OK(hits);
    QCOMPARE(hits->size(), static_cast<std::size_t>(found ? 1 : 0));
    const auto count = journal.search.count(query);
    CHECK_OK(count);
    QCOMPARE(*count, std::int64_t{found ? 1 : 0});
    if (found) {
        QCOMPARE(hits->front().entry.preview, text.toStdString());
    }
}

void TestSearch::what_is_no_text_is_refused_data() {
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("zero character") << QByteArray("ni\0ght", 6);
    QTest::newRow("cut character") << QByteArray("night\xE2\x82");
    QTest::newRow("Latin-1") << QByteArray("caf\xE9");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80");
}

void TestSearch::what_is_no_text_is_refused() {
    QFETCH(QByteArray, words);
    MemoryJournal journal;
    const SearchQuery query{.words = words.toStdString()};
    CHECK_ERROR(journal.search.find(query, {}, 10), ErrorCode::kInvalid);
    CHECK_ERROR(journal.search.count(query), ErrorCode::kInvalid);
}

void TestSearch::every_character_can_be_typed() {
    MemoryJournal journal;
    CHECK_OK(journal.entries.add(content("night shift"), {}));
    Random random{3};
    const std::string odd = "\"'*^():{}+-\\/;,.<>[]|&~`!@#$%=_? \tANDORTNEX01";
    for (int i = 0; i < 4000; ++i) {
        std::string words;
        for (std::size_t n = random.below(12); n > 0; --n) {
            words += odd[random.below(odd.size())];
        }
        const auto found = journal.search.find({.words = words}, {}, 3);
        CHECK_WITH(found.has_value(), words + ": " + describe(found));
        const auto count = journal.search.count({.words = words});
        CHECK_OK(count);
        QCOMPARE(*count, static_cast<std::int64_t>(found->size()));
    }
}

void TestSearch::every_code_point_is_judged_as_fts5_does() {
    // One row per code point; the vocabulary then says which of them made a word. Of the planes without ranges of their
    // own (rare ideographs, private use) a part will do, and a small run takes one code point in seven.
    const std::uint32_t stride = short_run() ? 7 : 1;
    std::vector<std::uint32_t> points;
    for (std::uint32_t point = 1; point <= 0x10FFFF; ++point) {
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        const bool every_one = point < 0x20000 || (point >= 0xE0000 && point < 0xE1000);
        if (!surrogate && (every_one || point % 61 == 0 || (point & 0xFFFFU) >= 0xFF00U) &&
            (point < 0x300 || point % stride == 0)) {
            points.push_back(point);
        }
    }
    auto database = Connection::open(":memory:", "", true);
    CHECK_OK(database);
    QCOMPARE(run_sql(database->handle(),
                     "CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = \"unicode61 remove_diacritics 2\");"
                     "CREATE VIRTUAL TABLE v USING fts5vocab (t, instance); BEGIN"),
             SQLITE_OK);
    auto insert = database->prepare("INSERT INTO t (rowid, x) VALUES (?1, ?2)");
    CHECK_OK(insert);
    for (const std::uint32_t point : points) {
        insert->bind(1, std::int64_t{point});
        insert->bind(2, std::string_view{utf8(point)});
        CHECK_OK(insert->run());
        insert->reset();
    }
    QCOMPARE(run_sql(database->handle(), "COMMIT"), SQLITE_OK);
    auto words = database->prepare("SELECT DISTINCT doc FROM v ORDER BY doc");
    CHECK_OK(words);
    std::set<std::int64_t> word_points;
    while (*words->step()) {
        word_points.insert(words->integer(0));
    }
    QVERIFY(word_points.size() > 100000 / stride);
    int wrong = 0;
    std::string examples;
    for (const std::uint32_t point : points) {
        if (Search::match_expression(utf8(point)).empty() == word_points.contains(point)) {
            ++wrong;
            examples += wrong < 20 ? std::to_string(point) + ' ' : "";
        }
    }
    CHECK_WITH(wrong == 0, std::to_string(wrong) + " code points are judged otherwise: " + examples);
}

void TestSearch::removed_entries_are_not_found() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("night shift"), {});
    CHECK_OK(entry);
    CHECK_OK(journal.entries.remove(entry->id, {}));
    QCOMPARE(*journal.search.count({.words = "night"}), std::int64_t{0});
    QVERIFY(journal.search.find({.words = "night"}, {}, 9)->empty());
    QVERIFY(journal.search.find({}, {}, 9)->empty());
    CHECK_OK(journal.entries.restore(entry->id));
    QCOMPARE(*journal.search.count({.words = "night"}), std::int64_t{1});
}

void TestSearch::changed_entries_are_found_by_their_new_words() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("night shift"), {});
    CHECK_OK(entry);
    CHECK_OK(journal.entries.change(entry->id, content("day shift"), {}));
    QCOMPARE(*journal.search.count({.words = "night"}), std::int64_t{0});
    QCOMPARE(*journal.search.count({.words = "day shift"}), std::int64_t{1});
}

void TestSearch::filters() {
    MemoryJournal journal;
    for (int i = 0; i < 24; ++i) {
        EntryContent one = content("shift", i * kMicrosOfDay, i % 2 == 0 ? EntryKind::kSetback : EntryKind::kLightBulb);
        one.theme = i % 4 == 0 ? Theme::from_code("no-time") : i % 4 == 1 ? Theme::from_code("asked") : std::nullopt;
        CHECK_OK(journal.entries.add(one, {}));
    }
    for (const std::string& words : {std::string{}, std::string{"shi"}}) {
        QCOMPARE(*journal.search.count({.words = words}), std::int64_t{24});
        QCOMPARE(*journal.search.count({.words = words, .kind = EntryKind::kSetback}), std::int64_t{12});
        QCOMPARE(*journal.search.count({.words = words, .kind = EntryKind::kBarrier}), std::int64_t{0});
        QCOMPARE(*journal.search.count({.words = words, .theme = Theme::from_code("asked")}), std::int64_t{6});
        QCOMPARE(
            *journal.search.count({.words = words, .kind = EntryKind::kSetback, .theme = Theme::from_code("asked")}),
            std::int64_t{0});
        QCOMPARE(*journal.search.count({.words = words, .first_day = 1970y / 1 / 21}), std::int64_t{4});
        QCOMPARE(*journal.search.count({.words = words, .last_day = 1970y / 1 / 20}), std::int64_t{20});
        const SearchQuery all{.words = words,
                              .kind = EntryKind::kSetback,
                              .theme = Theme::from_code("no-time"),
                              .first_day = 1970y / 1 / 13};
        const auto hits = journal.search.find(all, {}, 99);
        CHECK_OK(hits);
        QCOMPARE(hits->size(), std::size_t{3});
        QCOMPARE(hits->front().entry.occurred.at.micros, 20 * kMicrosOfDay);
        QCOMPARE(*journal.search.count(all), std::int64_t{3});
    }
}

void TestSearch::filters_of_what_belongs_to_an_entry() {
    MemoryJournal journal;
    const auto add = [&](EntryKind kind, std::int64_t time, auto... set) {
        EntryContent one = content("shift", time * kMicrosOfDay, kind);
        (set(one), ...);
        return journal.entries.add(one, {})->id;
    };
    const auto level = [](EntryContent& one) { one.level = SystemLevel::kTeam; };
    const auto cleared = [](EntryContent& one) { one.barrier.state = BarrierState::kCleared; };
    const auto beds = [](EntryContent& one) { one.tags = {"beds", "other"}; };
    const EntryId open = add(EntryKind::kSetback, 1, level);
    const EntryId learned = add(EntryKind::kSetback, 2, beds, cleared);
    const EntryId barrier = add(EntryKind::kBarrier, 3, cleared, level);
    const EntryId bulb = add(EntryKind::kLightBulb, 4, beds);
    for (const EntryId taught : {learned, bulb}) {
        CHECK_OK(journal.follow_ups.add(taught, {.kind = FollowUpKind::kTaught, .text = "to ask"}, {}));
    }
    const TagId tag = *journal.tags.add("beds", {});
    const std::vector<std::pair<SearchQuery, std::vector<EntryId>>> wanted{
        {{.tag = tag}, {bulb, learned}},
        {{.level = SystemLevel::kTeam}, {barrier, open}},
        {{.state = BarrierState::kCleared}, {barrier}},
        {{.state = BarrierState::kStuck}, {}},
        {{.is_learned = true}, {learned}},
        {{.is_learned = false}, {open}},
        {{.first_day = 1970y / 1 / 3, .last_day = 1970y / 1 / 4}, {barrier, learned}},
        {{.tag = tag, .is_learned = true}, {learned}},
        {{.kind = EntryKind::kSetback, .tag = tag, .level = SystemLevel::kTeam}, {}},
        {{.tag = TagId{99}}, {}},
    };
    for (const std::string& words : {std::string{}, std::string{"shi"}}) {
        for (auto [query, ids] : wanted) {
            query.words = words;
            const auto hits = journal.search.find(query, {}, 9);
            CHECK_OK(hits);
            std::vector<EntryId> found;
            for (const SearchHit& hit : *hits) {
                found.push_back(hit.entry.id);
            }
            QVERIFY(found == ids);
            QCOMPARE(*journal.search.count(query), static_cast<std::int64_t>(ids.size()));
        }
    }
}

void TestSearch::a_day_is_that_of_the_place() {
    MemoryJournal journal;
    constexpr std::int64_t kHour = 3'600'000'000;
    EntryContent east = content("east");
    east.occurred = at(14 * kHour, 14 * 60);  // 2 January 1970, 04:00 there
    CHECK_OK(journal.entries.add(east, {}));
    CHECK_OK(journal.entries.add(content("here", 14 * kHour), {}));
    for (const std::string& words : {std::string{}, std::string{"e"}, std::string{"h"}}) {
        const auto count = [&](CivilDate day) {
            return *journal.search.count({.words = words, .first_day = day, .last_day = day});
        };
        QCOMPARE(count(1970y / 1 / 2), std::int64_t{words != "h" ? 1 : 0});
        QCOMPARE(count(1970y / 1 / 1), std::int64_t{words != "e" ? 1 : 0});
        QCOMPARE(count(1969y / 12 / 31), std::int64_t{0});
        QCOMPARE(*journal.search.count({.words = words, .first_day = 1970y / 1 / 2}),
                 std::int64_t{words != "h" ? 1 : 0});
        QCOMPARE(*journal.search.count({.words = words, .last_day = 1970y / 1 / 1}),
                 std::int64_t{words != "e" ? 1 : 0});
    }
}

void TestSearch::without_words_all_that_pass() {
    MemoryJournal journal;
    const auto entry = journal.entries.add(content("night shift"), {});
    CHECK_OK(entry);
    for (const auto* blank : {"", "  \t\n"}) {
        const auto hits = journal.search.find({.words = blank}, {}, 9);
        CHECK_OK(hits);
        QCOMPARE(hits->size(), std::size_t{1});
        QVERIFY(hits->front().snippet == (std::vector{TextRun{.text = "night shift", .matched = false}}));
    }
}

void TestSearch::pages() {
    MemoryJournal journal;
    Random random{9};
    std::vector<TimelinePosition> wanted;
    for (int i = 0; i < 150; ++i) {
        const bool hit = random.one_in(2);
        const auto added =
            journal.entries.add(content(hit ? "night" : "day", static_cast<std::int64_t>(random.below(9))), {});
        CHECK_OK(added);
        if (hit) {
            wanted.push_back({added->content.occurred.at, added->id});
        }
    }
    std::sort(wanted.begin(), wanted.end());
    std::vector<TimelinePosition> found;
    std::optional<TimelinePosition> position;
    for (;;) {
        const auto page = journal.search.find({.words = "night"}, position, 7);
        CHECK_OK(page);
        for (const auto& hit : *page) {
            found.push_back(TimelinePosition::of(hit.entry));
        }
        if (page->size() < 7) {
            break;
        }
        position = found.back();
    }
    QVERIFY(found == wanted);
    QVERIFY(journal.search.find({.words = "night"}, {}, 0)->empty());
}

void TestSearch::snippets() {
    MemoryJournal journal;
    std::string text = "Begin. ";
    for (int i = 0; i < 200; ++i) {
        text += "word" + std::to_string(i) + ' ';
    }
    text += "needle <b>&amp; needles end";
    CHECK_OK(journal.entries.add(content(text), {}));
    const auto hits = journal.search.find({.words = "need"}, {}, 1);
    CHECK_OK(hits);
    const std::string shown = joined(hits->front().snippet, true);
    QVERIFY(shown.contains("[needle] <b>&amp; [needles] end"));
    QVERIFY(shown.starts_with("\u2026"));
    QVERIFY(shown.size() < 400);
}

void TestSearch::snippets_of_odd_texts() {
    // Characters the snippet function uses for itself may stand in a text; they never break anything.
    MemoryJournal journal;
    CHECK_OK(journal.entries.add(content("\x02\x02 needle \x03\x03\x02"), {}));
    const auto hits = journal.search.find({.words = "needle"}, {}, 1);
    CHECK_OK(hits);
    const auto& runs = hits->front().snippet;
    QVERIFY(std::ranges::any_of(runs, [](const TextRun& run) { return run.matched && run.text == "needle"; }));
    QVERIFY(std::ranges::none_of(runs, [](const TextRun& run) { return run.text.empty(); }));
}

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"
