// SPDX-License-Identifier: Apache-2.0
// The built-in questions keep the rules of a good prompt, and the format of prompts.h is read strictly.
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include "prompts.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

QByteArray file(const char* questions, const char* head = R"("format": 1, "kind": "barrier")") {
    return QByteArray("{") + head + R"(, "questions": [)" + questions + "]}";
}

}  // namespace

class PromptsTest : public QObject {
    Q_OBJECT

private slots:
    void built_in_questions_keep_the_rules_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("setback") << 1;
        QTest::newRow("light bulb") << 2;
        QTest::newRow("barrier") << 3;
    }
    void built_in_questions_keep_the_rules() {
        QFETCH(int, kind);
        const auto& set = built_in_prompts(*kind_from_number(kind));
        QCOMPARE(static_cast<int>(set.kind), kind);
        const QStringList questions = set.in(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(questions.size(), 3);
        static const QRegularExpression about_guilt(
            QStringLiteral("\\b(who|whose|fault|blame|wrong|failed|mistake|should)\\b"),
            QRegularExpression::CaseInsensitiveOption);
        for (const auto& question : questions) {
            QVERIFY2(question.endsWith(QLatin1Char('?')), qPrintable(question));
            QVERIFY2(question.split(QLatin1Char(' ')).size() <= 15, qPrintable(question));
            QVERIFY2(!about_guilt.match(question).hasMatch(), qPrintable(question));
        }
        QCOMPARE(QSet<QString>(questions.begin(), questions.end()).size(), 3);
    }

    void takes_what_the_format_allows() {
        const auto set = parse_prompts(file(R"({"id": "a-1", "text": {"en": "What moved?", "cy": "Beth symudodd?"}},
                                              {"id": "b", "text": {"en": "What next?"}})"));
        QVERIFY(set);
        QCOMPARE(set->kind, EntryKind::kBarrier);
        QCOMPARE(set->in(QLocale(QLocale::Welsh)),
                 QStringList({QStringLiteral("Beth symudodd?"), QStringLiteral("What next?")}));
        QCOMPARE(set->in(QLocale::c()), QStringList({QStringLiteral("What moved?"), QStringLiteral("What next?")}));
    }

    void refuses_everything_else_data() {
        QTest::addColumn<QByteArray>("json");
        const char* good = R"({"id": "a", "text": {"en": "What moved?"}})";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("What moved?");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("trailing bytes") << file(good) + "x";
        QTest::newRow("unknown name") << file(good, R"("format": 1, "kind": "barrier", "author": "x")");
        QTest::newRow("no kind") << file(good, R"("format": 1)");
        QTest::newRow("later format") << file(good, R"("format": 2, "kind": "barrier")");
        QTest::newRow("format as text") << file(good, R"("format": "1", "kind": "barrier")");
        QTest::newRow("unknown kind") << file(good, R"("format": 1, "kind": "Barrier")");
        QTest::newRow("no question") << file("");
        QTest::newRow("four questions") << file(R"({"id": "a", "text": {"en": "A?"}}, {"id": "b", "text": {"en": "B?"}},
                                                   {"id": "c", "text": {"en": "C?"}}, {"id": "d", "text": {"en": "D?"}})");
        QTest::newRow("an id twice") << file(R"({"id": "a", "text": {"en": "A?"}}, {"id": "a", "text": {"en": "B?"}})");
        QTest::newRow("bad id") << file(R"({"id": "A b", "text": {"en": "A?"}})");
        QTest::newRow("id with a line end") << file(R"({"id": "a\n", "text": {"en": "A?"}})");
        QTest::newRow("question with more") << file(R"({"id": "a", "text": {"en": "A?"}, "help": "x"})");
        QTest::newRow("question as text") << file(R"("What moved?")");
        QTest::newRow("text as text") << file(R"({"id": "a", "text": "A?"})");
        QTest::newRow("no English") << file(R"({"id": "a", "text": {"cy": "A?"}})");
        QTest::newRow("bad language") << file(R"({"id": "a", "text": {"en": "A?", "en_GB": "A?"}})");
        QTest::newRow("empty text") << file(R"({"id": "a", "text": {"en": ""}})");
        QTest::newRow("number as text") << file(R"({"id": "a", "text": {"en": 5}})");
        QTest::newRow("two lines") << file(R"({"id": "a", "text": {"en": "A?\nB?"}})");
        QTest::newRow("invisible") << file(R"({"id": "a", "text": {"en": "A\u202E?"}})");
        QTest::newRow("sixteen words") << file(
            R"({"id": "a", "text": {"en": "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"}})");
        QTest::newRow("too large") << file(good) + QByteArray(65536, ' ');
    }
    void refuses_everything_else() {
        QFETCH(QByteArray, json);
        const auto set = parse_prompts(json);
        QVERIFY(!set);
        QCOMPARE(set.error().code, ErrorCode::kInvalid);
    }
};

QTEST_MAIN(PromptsTest)
#include "tst_prompts.moc"
