// SPDX-License-Identifier: Apache-2.0
// Strength in words: weak ones are told apart from strong ones, and why.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "passphrase_strength.h"

using pennydrop::app::PassphraseStrength;

class TestPassphraseStrength : public QObject {
    Q_OBJECT

private slots:
    void nothing_typed_has_no_label_but_advice() {
        const PassphraseStrength strength;
        QCOMPARE(strength.score(), 0);
        QVERIFY(strength.label().isEmpty());
        QVERIFY(!strength.hint().isEmpty());
        QVERIFY(!strength.acceptable());
    }

    void scores_data() {
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<int>("at_least");
        QTest::addColumn<int>("at_most");
        QTest::newRow("a letter") << "a" << 0 << 0;
        QTest::newRow("the first guess") << "password" << 0 << 0;
        QTest::newRow("a keyboard row") << "qwertyuiop" << 0 << 1;
        QTest::newRow("a repeat") << "aaaaaaaaaaaa" << 0 << 1;
        QTest::newRow("a date") << "14/11/1987" << 0 << 2;
        QTest::newRow("our own name") << "pennydrop" << 0 << 0;
        QTest::newRow("a word and a year") << "summer2024" << 0 << 2;
        QTest::newRow("four words") << "otter lantern seven quilt" << 4 << 4;
        QTest::newRow("random") << "x7#Kq9vT!m2Z" << 4 << 4;
        QTest::newRow("another script")
            << QStringLiteral("\u0637\u0627\u0626\u0631 \u0628\u06cc\u0644\u06cc \u0686\u0627\u0646\u062f") << 4 << 4;
    }

    void scores() {
        QFETCH(QString, passphrase);
        QFETCH(int, at_least);
        QFETCH(int, at_most);
        PassphraseStrength strength;
        strength.setPassphrase(passphrase);
        QVERIFY2(strength.score() >= at_least && strength.score() <= at_most,
                 qPrintable(QString::number(strength.score())));
        QCOMPARE(strength.acceptable(), strength.score() >= 3);
        QVERIFY(!strength.label().isEmpty());
        QCOMPARE(strength.hint().isEmpty(), strength.acceptable());
        QVERIFY(strength.passphrase().isEmpty());
    }

    void every_score_has_its_words() {
        PassphraseStrength strength;
        QSet<QString> labels;
        for (const QString& text : {QStringLiteral("a"), QStringLiteral("otter lantern seven quilt")}) {
            strength.setPassphrase(text);
            labels += strength.label();
        }
        QVERIFY(labels.contains(QStringLiteral("Very easy to guess")));
        QVERIFY(labels.contains(QStringLiteral("Very hard to guess")));
    }

    void says_when_it_changes() {
        PassphraseStrength strength;
        const QSignalSpy changed(&strength, &PassphraseStrength::changed);
        strength.setPassphrase(QStringLiteral("password"));
        QCOMPARE(changed.count(), 1);
        strength.setPassphrase({});
        QCOMPARE(changed.count(), 2);
        QVERIFY(strength.label().isEmpty());
    }

    void a_long_text_does_not_hold_up_typing() {
        PassphraseStrength strength;
        QElapsedTimer timer;
        timer.start();
        strength.setPassphrase(QStringLiteral("correct horse battery staple ").repeated(40));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(strength.score() >= 0);
    }
};

QTEST_APPLESS_MAIN(TestPassphraseStrength)
#include "tst_passphrase_strength.moc"
