// SPDX-License-Identifier: Apache-2.0
// Every kind, theme and level has its words, and nothing else has.
#include <QSet>
#include <QTest>

#include "choices.h"
#include "entry_kinds.h"
#include "vocabulary.h"

using namespace pennydrop;
using namespace pennydrop::app;

class VocabularyTest : public QObject {
    Q_OBJECT

private slots:
    void every_kind_has_words() {
        const Vocabulary words;
        QCOMPARE(words.kindLabel(EntryKinds::Setback), QStringLiteral("Setback"));
        QCOMPARE(words.kindLabel(EntryKinds::LightBulb), QStringLiteral("Light bulb"));
        QCOMPARE(words.kindLabel(EntryKinds::Barrier), QStringLiteral("Barrier"));
        for (int kind = 1; kind <= 3; ++kind) {
            QVERIFY(!words.kindHelp(kind).isEmpty());
        }
        QVERIFY(words.kindLabel(0).isEmpty());
        QVERIFY(words.kindHelp(4).isEmpty());
    }

    void every_theme_has_words_of_its_own() {
        const Vocabulary words;
        QSet<QString> labels;
        const ThemeChoices all;
        QCOMPARE(all.count(), 27);
        for (int row = 0; row < all.count(); ++row) {
            const QString code = all.codeAt(row);
            QVERIFY2(!words.themeLabel(code).isEmpty(), qPrintable(code));
            QVERIFY2(!words.themeHelp(code).isEmpty(), qPrintable(code));
            QVERIFY2(!labels.contains(words.themeLabel(code)), qPrintable(code));
            labels.insert(words.themeLabel(code));
        }
        QCOMPARE(words.themeLabel(QStringLiteral("unclear")), QStringLiteral("What exactly did we agree?"));
        QVERIFY(words.themeLabel(QString()).isEmpty());
        QVERIFY(words.themeHelp(QStringLiteral("nonsense")).isEmpty());
    }

    void every_level_has_words() {
        const Vocabulary words;
        QCOMPARE(words.levelLabel(1), QStringLiteral("With me"));
        QCOMPARE(words.levelLabel(5), QStringLiteral("National"));
        QVERIFY(words.levelLabel(0).isEmpty());
        QVERIFY(words.levelLabel(6).isEmpty());
    }

    void codes_go_both_ways() {
        QCOMPARE(theme_code(theme_from_code(QStringLiteral("top-only"))), QStringLiteral("top-only"));
        QCOMPARE(theme_code(std::nullopt), QString());
        QVERIFY(!theme_from_code(QStringLiteral("Top-Only")));
        QVERIFY(!theme_from_code(QString()));
    }
};

QTEST_MAIN(VocabularyTest)
#include "tst_vocabulary.moc"
