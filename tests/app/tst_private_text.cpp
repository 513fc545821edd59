// SPDX-License-Identifier: Apache-2.0
// Promises of private_text.h: forgotten text is overwritten where it stood, shared text is left alone.
#include <QTest>

#include <algorithm>
#include <string>

#include "private_text.h"

using namespace pennydrop::app;

class PrivateTextTest : public QObject {
    Q_OBJECT

private slots:
    void overwrites_in_place() {
        // The characters stay readable behind the string's end, as far as its capacity goes.
        std::string text(64, 'x');
        const std::string copy = text;
        wipe(text);
        QVERIFY(text.empty());
        QCOMPARE(copy, std::string(64, 'x'));
        QVERIFY(text.capacity() >= 64);
        QVERIFY(std::all_of(text.data(), text.data() + 64, [](char c) { return c == '\0'; }));
    }

    void leaves_shared_text_alone() {
        QString text = QString(40, QLatin1Char('x'));
        const QString shown = text;
        wipe(text);
        QVERIFY(text.isEmpty());
        QCOMPARE(shown, QString(40, QLatin1Char('x')));
        QString literal = QStringLiteral("constant");
        wipe(literal);
        QVERIFY(literal.isEmpty());
        QCOMPARE(QStringLiteral("constant"), QString::fromLatin1("constant"));
    }

    void carries_text_and_empties_its_source() {
        std::string utf8 = "caf\xC3\xA9";
        auto text = PrivateText::from_utf8(utf8);
        QVERIFY(utf8.empty());
        PrivateText moved = std::move(text);
        QCOMPARE(moved.take(), QString::fromUtf8("caf\xC3\xA9"));
        QVERIFY(moved.take().isEmpty());
    }
};

QTEST_MAIN(PrivateTextTest)
#include "tst_private_text.moc"
