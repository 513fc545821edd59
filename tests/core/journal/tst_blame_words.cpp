// SPDX-License-Identifier: Apache-2.0
// Blame words: what is found, with its place and kind, and the many sentences that must not trigger.
#include <QtTest/QTest>

#include <string>

#include "base/utf8.h"
#include "journal/blame_words.h"
#include "support/random.h"

using namespace pennydrop;
using namespace pennydrop::testing;

class TestBlameWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void is_found_data();
    void is_found();
    void is_none_data();
    void is_none();
    void several();
    void codes_are_permanent();
    void only_where_there_is_a_list();
    void any_text();
    void a_long_text_is_quick();
};

void TestBlameWords::is_found_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("phrase");
    QTest::addColumn<std::string>("code");
    const auto row = [](const char* text, const char* phrase, const char* code) {
        QTest::newRow(text) << std::string{text} << std::string{phrase} << std::string{code};
    };
    row("It was all my fault.", "my fault", "self");
    row("MY OWN FAULT again", "MY OWN FAULT", "self");
    row("I keep blaming myself for it", "blaming myself", "self");
    row("I let them down today", "I let them down", "self");
    row("I\u2019m useless at this", "I\u2019m useless", "self");
    row("Whose fault is it, then?", "Whose fault", "somebody");
    row("In the end they are to blame", "they are to blame", "somebody");
    row("It was her fault that we waited", "her fault", "somebody");
    row("Really it is the manager's fault", "manager's fault", "somebody");
    row("Really it is the manager\u2019s fault", "manager\u2019s fault", "somebody");
    row("He should have checked the list", "He should have checked", "hindsight");
    row("I should've known", "I should've known", "hindsight");
    row("They shouldn't have sent him home", "They shouldn't have sent", "hindsight");
    row("we should never have agreed", "we should never have agreed", "hindsight");
    row("The agency is incompetent", "incompetent", "label");
    row("She couldn't be bothered to ring", "She couldn't be bothered", "label");
    row("and he was careless", "he was careless", "label");
    row("(\u201Cwhose fault\u201D)", "whose fault", "somebody");
    row("First line\nmy fault", "my fault", "self");
    row("It was not late. It was my fault.", "my fault", "self");
}

void TestBlameWords::is_found() {
    QFETCH(std::string, text);
    QFETCH(std::string, phrase);
    QFETCH(std::string, code);
    const auto found = find_blame(text, "en");
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(text.substr(found[0].begin, found[0].end - found[0].begin), phrase);
    QCOMPARE(std::string{blame_code(found[0].kind)}, code);
}

void TestBlameWords::is_none_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text : {
             "It was nobody's fault.",
             "It was not her fault.",
             "That isn't your fault",
             "She lost her job through no fault of her own.",
             "I don't blame him",
             "I do not blame them at all",
             "Nobody said it was my fault",
             "An incompetent valve was found on the scan.",
             "Known mitral incompetence",
             "Venous incompetence of both legs",
             "They should have a say in it.",
             "She should have more support than this",
             "Everyone should have access to an interpreter",
             "The form should have an extra box",
             "The system should have flagged it",
             "He filed his fault report on the lift",
             "She logged her fault code with the supplier",
             "The software's fault log was empty",
             "We talked about a no-blame culture",
             "The theme was blame",
             "A lazy Sunday afternoon",
             "The new form is useless",
             "The default setting was wrong",
             "My faultless colleague",
             "whose faults were mapped",
             "> It was my fault, she said",
             "  > whose fault was it",
             "He was at a loss",
             "Care was shared",
             "They should be told",
             "What should have happened next?",
             "Could I have known? I asked the team.",
             "fault-finding",
             "her fault-tolerant design",
             "whose. Fault lines",
             "",
         }) {
        QTest::newRow(text) << std::string{text};
    }
}

void TestBlameWords::is_none() {
    QFETCH(std::string, text);
    const auto found = find_blame(text, "en");
    const std::string what = found.empty() ? "" : text.substr(found[0].begin, found[0].end - found[0].begin);
    QVERIFY2(found.empty(), what.c_str());
}

void TestBlameWords::several() {
    const std::string text = "My fault. He should have asked. Idiots.";
    const auto found = find_blame(text, "en");
    QCOMPARE(found.size(), std::size_t{3});
    QVERIFY((found[0] == BlamePhrase{0, 8, BlameKind::kSelf}));
    QVERIFY((found[1] == BlamePhrase{10, 30, BlameKind::kHindsight}));
    QVERIFY((found[2] == BlamePhrase{32, 38, BlameKind::kLabel}));
}

void TestBlameWords::codes_are_permanent() {
    QCOMPARE(std::string{blame_code(BlameKind::kSomebody)}, std::string{"somebody"});
    QCOMPARE(std::string{blame_code(BlameKind::kSelf)}, std::string{"self"});
    QCOMPARE(std::string{blame_code(BlameKind::kHindsight)}, std::string{"hindsight"});
    QCOMPARE(std::string{blame_code(BlameKind::kLabel)}, std::string{"label"});
}

void TestBlameWords::only_where_there_is_a_list() {
    QVERIFY(has_blame_words("en") && !has_blame_words("cy") && !has_blame_words(""));
    QVERIFY(find_blame("my fault", "cy").empty());
}

/// Phrases lie in the text, rise, and begin and end with whole characters.
void TestBlameWords::any_text() {
    Random random{5};
    const std::vector<std::string> pieces{"my",      " fault", "'",     "\u2019", " ",          "\n",     ">",
                                          "-",       ".",      "idiot", "\u00E9", "\U0001F600", "\u201C", "I ",
                                          "should ", "have ",  "been",  "not ",   "\u2014"};
    for (int i = 0; i < 5000; ++i) {
        std::string text;
        for (std::size_t count = random.below(30); count > 0; --count) {
            text += random.pick(pieces);
        }
        std::size_t before = 0;
        for (const BlamePhrase& phrase : find_blame(text, "en")) {
            QVERIFY(phrase.begin >= before && phrase.end > phrase.begin && phrase.end <= text.size());
            QVERIFY(is_valid_text(text.substr(phrase.begin, phrase.end - phrase.begin)));
            before = phrase.end;
        }
    }
}

void TestBlameWords::a_long_text_is_quick() {
    std::string text;
    while (text.size() < 1024UL * 1024) {
        text += "i i i i i should should have my my ";
    }
    QVERIFY(find_blame(text, "en").empty());
}

QTEST_APPLESS_MAIN(TestBlameWords)
#include "tst_blame_words.moc"
