// SPDX-License-Identifier: Apache-2.0
// Tags: what is the same tag, their counts, renaming, merging and removing, and that the search follows.
#include <QtTest/QTest>

#include <sqlite3.h>

#include "journal/fold.h"
#include "memory_journal.h"
#include "support/check_result.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

std::string shown(const Result<std::vector<Tag>>& tags) {
    std::string all;
    for (const Tag& tag : *tags) {
        all += tag.name + ":" + std::to_string(tag.entries) + " ";
    }
    return all;
}

}  // namespace

class TestTagStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_that_are_the_same_data();
    void names_that_are_the_same();
    void names_as_they_are_stored_data();
    void names_as_they_are_stored();
    void listed_with_counts();
    void offered_while_typing();
    void renaming();
    void merging();
    void removing();
    void the_search_follows();

private:
    static EntryId tagged(MemoryJournal& journal, std::vector<std::string> tags, std::string text = "words") {
        EntryContent one = content(std::move(text));
        one.tags = std::move(tags);
        return journal.entries.add(one, {})->id;
    }
    static TagId id_of(MemoryJournal& journal, const char* name) { return *journal.tags.add(name, {}); }
};

void TestTagStore::names_that_are_the_same_data() {
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("same");
    const auto row = [](const char* one, const char* other, bool same) {
        QTest::newRow(one) << QByteArray{one} << QByteArray{other} << same;
    };
    row("Winter", "wINTER", true);
    row("caf\u00E9", "CAFE", true);
    row("cafe\u0301", "caf\u00E9", true);
    row("\u0141\u00F3d\u017A", "lodz", true);
    row("S\u00F8ren", "soren", true);
    row(" bed  base ", "bed base", true);
    row("bed\u00A0base", "Bed Base", true);
    row("\u039D\u039F\u03A3\u039F\u03A3", "\u03BD\u03BF\u03C3\u03BF\u03C3", true);
    row("\u0411\u041E\u041B\u042C", "\u0431\u043E\u043B\u044C", true);
    row("bed base", "bedbase", false);
    row("hand-over", "handover", false);
    row("\u0631\u0627\u062A", "\u0631\u0627\u062B", false);
    row("\u00E6", "ae", false);
    row("\u00DF", "ss", false);
    row("\u00C6", "\u00E6", true);
}

void TestTagStore::names_that_are_the_same() {
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, same);
    MemoryJournal journal;
    const auto first = journal.tags.add(one.toStdString(), {});
    const auto second = journal.tags.add(other.toStdString(), {});
    CHECK_OK(first);
    CHECK_OK(second);
    QCOMPARE(*first == *second, same);
    QCOMPARE(fold_name(one.toStdString()) == fold_name(other.toStdString()), same);
    QCOMPARE(fold_name(fold_name(one.toStdString())), fold_name(one.toStdString()));
}

void TestTagStore::names_as_they_are_stored_data() {
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("stored");  // empty: refused
    const auto row = [](const char* name, const QByteArray& typed, const QByteArray& stored) {
        QTest::newRow(name) << typed << stored;
    };
    row("as it is", "Winter plan", "Winter plan");
    row("white space", " \tWinter \n plan ", "Winter plan");
    row("accents stay", "caf\u00E9", "caf\u00E9");
    row("longest", QByteArray(kMaxTagCharacters, 'x'), QByteArray(kMaxTagCharacters, 'x'));
    row("longest in code points", QByteArray("\u00E9").repeated(kMaxTagCharacters),
        QByteArray("\u00E9").repeated(kMaxTagCharacters));
    row("too long", QByteArray(kMaxTagCharacters + 1, 'x'), {});
    row("empty", "", {});
    row("spaces", " \t", {});
    row("only an accent", "\u0301", {});
    row("control character", "a\x02z", {});
    row("delete", "a\x7Fz", {});
    row("not UTF-8", "caf\xE9", {});
}

void TestTagStore::names_as_they_are_stored() {
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, stored);
    const auto normal = normal_tag(typed.toStdString());
    if (stored.isEmpty()) {
        CHECK_ERROR(normal, ErrorCode::kInvalid);
        MemoryJournal journal;
        CHECK_ERROR(journal.tags.add(typed.toStdString(), {}), ErrorCode::kInvalid);
    } else {
        CHECK_OK(normal);
        QCOMPARE(*normal, stored.toStdString());
        QCOMPARE(*normal_tag(*normal), *normal);
    }
}

void TestTagStore::listed_with_counts() {
    MemoryJournal journal;
    QVERIFY(journal.tags.list()->empty());
    tagged(journal, {"Zoo", "beds"});
    const EntryId second = tagged(journal, {"Beds"});
    id_of(journal, "\u00C4mter");
    QCOMPARE(shown(journal.tags.list()), std::string{"\u00C4mter:0 beds:2 Zoo:1 "});
    CHECK_OK(journal.entries.remove(second, {}));
    QCOMPARE(shown(journal.tags.list()), std::string{"\u00C4mter:0 beds:1 Zoo:1 "});
    CHECK_OK(journal.entries.restore(second));
    QCOMPARE(shown(journal.tags.list()), std::string{"\u00C4mter:0 beds:2 Zoo:1 "});
}

void TestTagStore::offered_while_typing() {
    MemoryJournal journal;
    tagged(journal, {"beds", "bed base"});
    tagged(journal, {"bed base", "other"});
    QCOMPARE(shown(journal.tags.beginning_with("B\u00C9", 9)), std::string{"bed base:2 beds:1 "});
    QCOMPARE(shown(journal.tags.beginning_with("bed b", 9)), std::string{"bed base:2 "});
    QCOMPARE(shown(journal.tags.beginning_with("", 2)), std::string{"bed base:2 beds:1 "});
    QVERIFY(journal.tags.beginning_with("eds", 9)->empty());
    CHECK_ERROR(journal.tags.beginning_with("\xE9", 9), ErrorCode::kInvalid);
}

void TestTagStore::renaming() {
    MemoryJournal journal;
    const EntryId entry = tagged(journal, {"beds", "other"});
    const TagId beds = id_of(journal, "beds");
    CHECK_OK(journal.tags.rename(beds, "B\u00E9ds "));
    QVERIFY(journal.entries.find(entry)->content.tags == (std::vector<std::string>{"B\u00E9ds", "other"}));
    CHECK_OK(journal.tags.rename(beds, "Places"));
    QCOMPARE(shown(journal.tags.list()), std::string{"other:1 Places:1 "});
    QVERIFY(id_of(journal, "beds") != beds);
    CHECK_ERROR(journal.tags.rename(beds, "OTHER"), ErrorCode::kAlreadyExists);
    CHECK_ERROR(journal.tags.rename(beds, " "), ErrorCode::kInvalid);
    CHECK_ERROR(journal.tags.rename(TagId{99}, "x"), ErrorCode::kNotFound);
}

void TestTagStore::merging() {
    MemoryJournal journal;
    const EntryId both = tagged(journal, {"beds", "places"});
    const EntryId one = tagged(journal, {"beds"});
    const TagId beds = id_of(journal, "beds");
    const TagId places = id_of(journal, "places");
    CHECK_ERROR(journal.tags.merge(beds, beds), ErrorCode::kInvalid);
    CHECK_ERROR(journal.tags.merge(beds, TagId{99}), ErrorCode::kNotFound);
    CHECK_ERROR(journal.tags.merge(TagId{99}, beds), ErrorCode::kNotFound);
    QCOMPARE(shown(journal.tags.list()), std::string{"beds:2 places:1 "});
    CHECK_OK(journal.tags.merge(beds, places));
    QCOMPARE(shown(journal.tags.list()), std::string{"places:2 "});
    QVERIFY(journal.entries.find(both)->content.tags == std::vector<std::string>{"places"});
    QVERIFY(journal.entries.find(one)->content.tags == std::vector<std::string>{"places"});
    QCOMPARE(*journal.search.count({.words = "places"}), std::int64_t{2});
    QCOMPARE(*journal.search.count({.words = "beds"}), std::int64_t{0});
}

void TestTagStore::removing() {
    MemoryJournal journal;
    const EntryId entry = tagged(journal, {"beds", "other"});
    CHECK_OK(journal.tags.remove(id_of(journal, "beds")));
    QVERIFY(journal.entries.find(entry)->content.tags == std::vector<std::string>{"other"});
    QCOMPARE(*journal.search.count({.words = "beds"}), std::int64_t{0});
    CHECK_ERROR(journal.tags.remove(TagId{99}), ErrorCode::kNotFound);
}

void TestTagStore::the_search_follows() {
    MemoryJournal journal;
    const EntryId entry = tagged(journal, {"Winter plan"}, "too few of us");
    tagged(journal, {}, "winter is here");
    QCOMPARE(*journal.search.count({.words = "wint"}), std::int64_t{2});
    QCOMPARE(*journal.search.count({.words = "few winter"}), std::int64_t{1});
    CHECK_OK(journal.tags.rename(id_of(journal, "winter plan"), "Cold months"));
    QCOMPARE(*journal.search.count({.words = "few winter"}), std::int64_t{0});
    QCOMPARE(*journal.search.count({.words = "few cold"}), std::int64_t{1});
    EntryContent without = content("too few of us");
    CHECK_OK(journal.entries.change(entry, without, {}));
    QCOMPARE(*journal.search.count({.words = "cold"}), std::int64_t{0});
    QCOMPARE(
        run_sql(journal.database.handle(), "INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)"),
        SQLITE_OK);
}

QTEST_APPLESS_MAIN(TestTagStore)
#include "tst_tag_store.moc"
