// SPDX-License-Identifier: Apache-2.0
// A passphrase becomes the same bytes however it was typed.
#include <QTest>

#include "secret_text.h"

using pennydrop::app::secret_from;

namespace {

QByteArray bytes_of(const QString& text) {
    const auto secret = secret_from(text);
    return {reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size())};
}

}  // namespace

class TestSecretText : public QObject {
    Q_OBJECT

private slots:
    void is_utf8_of_the_composed_form_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("empty") << QString() << QByteArray();
        QTest::newRow("plain") << "four words" << QByteArray("four words");
        QTest::newRow("composed") << QStringLiteral("caf\u00e9") << QByteArray("caf\xc3\xa9");
        QTest::newRow("decomposed") << QStringLiteral("cafe\u0301") << QByteArray("caf\xc3\xa9");
        QTest::newRow("beyond the first plane") << QStringLiteral("\U0001F511") << QByteArray("\xf0\x9f\x94\x91");
        QTest::newRow("compatibility forms stay") << QStringLiteral("\ufb01") << QByteArray("\xef\xac\x81");
        QTest::newRow("spaces stay") << " a " << QByteArray(" a ");
        QTest::newRow("nul stays") << QString(QChar(u'\0')) << QByteArray("\0", 1);
    }

    void is_utf8_of_the_composed_form() {
        QFETCH(QString, typed);
        QFETCH(QByteArray, expected);
        const QString before = typed;
        QCOMPARE(bytes_of(typed), expected);
        QCOMPARE(typed, before);
    }

    void long_texts_fit() {
        const QString typed(100'000, QChar(0x20ac));
        QCOMPARE(bytes_of(typed), typed.toUtf8());
    }
};

QTEST_APPLESS_MAIN(TestSecretText)
#include "tst_secret_text.moc"
