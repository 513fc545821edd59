// SPDX-License-Identifier: Apache-2.0
// Promises of reading_text.h: rows of headings, lists, quotes and running text, in which nothing a person wrote is
// markup, and nothing can be loaded.
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include "reading_text.h"

using namespace pennydrop::app;

namespace {

QStringList column(const ReadingText& reading, int role) {
    QStringList values;
    for (int row = 0; row < reading.rowCount(); ++row) {
        values += reading.index(row, 0).data(role).toString();
    }
    return values;
}

QStringList markup_of(const QString& text) {
    ReadingText reading;
    reading.setText(text);
    return column(reading, ReadingText::MarkupRole);
}

}  // namespace

class ReadingTextTest : public QObject {
    Q_OBJECT

private slots:
    void a_text_becomes_rows();
    void emphasis_shows();
    void a_link_shows_its_address();
    void hostile_text_is_only_characters_data();
    void hostile_text_is_only_characters();
    void a_very_long_list_stays_a_few_rows();
    void forgets();
};

void ReadingTextTest::a_text_becomes_rows() {
    ReadingText reading;
    reading.setText(
        QStringLiteral("# Monday\nOne line\nand another.\n\nMore of it.\n\n- bed\n  - lift\n\n3. third\n4. fourth\n\n> "
                       "she said\n>\n> it was fine"));
    QCOMPARE(column(reading, ReadingText::WordsRole),
             (QStringList{QStringLiteral("Monday"), QStringLiteral("One line\nand another.\n\nMore of it."),
                          QStringLiteral("bed"), QStringLiteral("lift"), QStringLiteral("third"),
                          QStringLiteral("fourth"), QStringLiteral("she said\n\nit was fine")}));
    QCOMPARE(column(reading, ReadingText::HeadingRole).join(QString()), QStringLiteral("1000000"));
    QCOMPARE(column(reading, ReadingText::ListDepthRole).join(QString()), QStringLiteral("0012110"));
    QCOMPARE(column(reading, ReadingText::QuoteDepthRole).join(QString()), QStringLiteral("0000001"));
    QCOMPARE(column(reading, ReadingText::MarkerRole),
             (QStringList{QString(), QString(), QStringLiteral("•"), QStringLiteral("•"), QStringLiteral("3."),
                          QStringLiteral("4."), QString()}));
    QCOMPARE(reading.index(1, 0).data(ReadingText::MarkupRole).toString(),
             QStringLiteral("One line<br/>and another.<br/><br/>More of it."));
}

void ReadingTextTest::emphasis_shows() {
    QCOMPARE(markup_of(QStringLiteral("one **two** *three* ***four*** 2 * 3 * 4")),
             QStringList(QStringLiteral("one <b>two</b> <i>three</i> <i><b>four</b></i> 2 * 3 * 4")));
}

void ReadingTextTest::a_link_shows_its_address() {
    QCOMPARE(markup_of(QStringLiteral("See [the *new* form](https://example.org/a?b=1&c=2) first")),
             QStringList(QStringLiteral("See the <i>new</i> form (https://example.org/a?b=1&amp;c=2) first")));
    QCOMPARE(markup_of(QStringLiteral("<https://example.org>")), QStringList(QStringLiteral("https://example.org")));
    QCOMPARE(markup_of(QStringLiteral("[nowhere]()")), QStringList(QStringLiteral("nowhere")));
}

void ReadingTextTest::hostile_text_is_only_characters_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("image tag") << QStringLiteral(
        "<img src=\"file:///etc/passwd\"> and <IMG SRC=http://example.org/a.png>");
    QTest::newRow("image") << QStringLiteral("![a](http://example.org/a.png) ![b](file:///etc/passwd \"t\")");
    QTest::newRow("reference") << QStringLiteral("![a][1]\n\n[1]: http://example.org/a.png");
    QTest::newRow("link") << QStringLiteral(
        "[a](javascript:alert(1)) [b](file:///etc/passwd) [<img src=x>](\"><img src=y>)");
    QTest::newRow("block") << QStringLiteral("<table background=\"http://example.org\"><tr><td>\n\n<style>*{}</style>");
    QTest::newRow("entities") << QStringLiteral("&lt;img src=x&gt; &#60;img src=x&#62; &#x3c;b&#x3e;");
    QTest::newRow("end of the paragraph") << QStringLiteral("</p><img src=x><p> </b></i>**</b>** *<img src=x>*");
    QTest::newRow("heading") << QStringLiteral("# <img src=x>\n- <img src=y>\n> <img src=z>");
    QTest::newRow("code") << QStringLiteral("```\n<img src=x>\n```\n`<img src=y>`");
    QTest::newRow("quotes in quotes") << QString(5000, QLatin1Char('>')) + QStringLiteral(" <img src=x>");
    QTest::newRow("brackets in brackets") << QString(5000, QLatin1Char('[')) + QStringLiteral("<img src=x>");
    QTest::newRow("stars") << QString(5000, QLatin1Char('*')) + QStringLiteral("<img src=x>");
}

void ReadingTextTest::hostile_text_is_only_characters() {
    QFETCH(QString, text);
    static const QRegularExpression ours(QStringLiteral("</?[bi]>|<br/>"));
    const QStringList rows = markup_of(text);
    QVERIFY(!rows.isEmpty());
    for (QString markup : rows) {
        markup.remove(ours);
        QVERIFY2(!markup.contains(QLatin1Char('<')) && !markup.contains(QLatin1Char('>')), qPrintable(markup));
        static const QRegularExpression entity(QStringLiteral("&(amp|lt|gt|quot);"));
        markup.remove(entity);
        QVERIFY2(!markup.contains(QLatin1Char('&')), qPrintable(markup));
    }
}

void ReadingTextTest::a_very_long_list_stays_a_few_rows() {
    QString text;
    for (int i = 0; i < 20'000; ++i) {
        text += QStringLiteral("- <b>\n");
    }
    text += QStringLiteral("- the last");
    ReadingText reading;
    reading.setText(text);
    QCOMPARE(reading.rowCount(), static_cast<int>(ReadingText::kMostRows));
    const QModelIndex last = reading.index(reading.rowCount() - 1, 0);
    QVERIFY(last.data(ReadingText::WordsRole).toString().endsWith(QStringLiteral("• the last")));
    QVERIFY(!last.data(ReadingText::MarkupRole).toString().contains(QStringLiteral("<b>")));
}

void ReadingTextTest::forgets() {
    ReadingText reading;
    QSignalSpy changed(&reading, &ReadingText::textChanged);
    reading.setText(QStringLiteral("words"));
    QCOMPARE(reading.rowCount(), 1);
    reading.setText(QString());
    QCOMPARE(reading.rowCount(), 0);
    QVERIFY(reading.text().isEmpty());
    QCOMPARE(changed.count(), 2);
}

QTEST_MAIN(ReadingTextTest)
#include "tst_reading_text.moc"
