// SPDX-License-Identifier: Apache-2.0
// Promises of plain_text.h: one line, and nothing of the person's text acts as markup.
#include <QTest>

#include "plain_text.h"

using namespace pennydrop;
using namespace pennydrop::app;

class PlainTextTest : public QObject {
    Q_OBJECT

private slots:
    void a_text_becomes_one_line() {
        QCOMPARE(single_line(QStringLiteral("\n one\t two\n\nthree ")), QStringLiteral("one two \u00b7 three"));
        QCOMPARE(single_line(QStringLiteral("## What surprised you?\nThe lift.\n### Next\nStairs")),
                 QStringLiteral("What surprised you? The lift. Next \u00b7 Stairs"));
        QCOMPARE(single_line(QStringLiteral("#hashtag and C # 4")), QStringLiteral("#hashtag and C # 4"));
        QCOMPARE(single_line(QString()), QString());
        QCOMPARE(single_line(
                     QStringLiteral("The **bed** was *not* ready\n\n- lift\n- door\n\n> see [a](http://b)\n\n3. May")),
                 QStringLiteral("The bed was not ready \u00b7 lift \u00b7 door \u00b7 see a \u00b7 3. May"));
        QCOMPARE(single_line(QStringLiteral("<b>&amp;</b> ![a](b) 2 * 3 **not")),
                 QStringLiteral("<b>&amp;</b> ![a](b) 2 * 3 **not"));
    }

    void a_snippet_marks_what_matched() {
        QCOMPARE(styled_snippet({{"The ", false}, {"hand", true}, {"over\nwent   well", false}}),
                 QStringLiteral("The <b>hand</b>over went well"));
        QCOMPARE(styled_snippet({}), QString());
    }

    void a_snippet_has_a_colour() {
        QCOMPARE(coloured_snippet(styled_snippet({{"<b>", false}, {"hand", true}, {" in ", false}, {"hand", true}}),
                                  QStringLiteral("#2f5d62")),
                 QStringLiteral("&lt;b&gt;<b><font color=\"#2f5d62\">hand</font></b> in "
                                "<b><font color=\"#2f5d62\">hand</font></b>"));
    }

    void a_snippet_shows_markup_as_it_was_typed() {
        QCOMPARE(styled_snippet({{"<img src='x'> & \"", false}, {"<b>", true}, {"</b>", false}}),
                 QStringLiteral("&lt;img src='x'&gt; &amp; &quot;<b>&lt;b&gt;</b>&lt;/b&gt;"));
    }

    void a_plain_snippet_has_no_markup() {
        QCOMPARE(plain_snippet({{"<b>\n& ", false}, {"hand", true}, {"over", false}}),
                 QStringLiteral("<b> & handover"));
    }

    void a_snippet_marks_words_within_marks() {
        QCOMPARE(styled_snippet(
                     {{"the **ward ", false}, {"hand", true}, {"over** was\n- ", false}, {"hand", true}, {"s", false}}),
                 QStringLiteral("the ward <b>hand</b>over was \u00b7 <b>hand</b>s"));
    }

    void a_snippet_leaves_heading_marks_out() {
        QCOMPARE(styled_snippet({{"before\n\n## ", false}, {"What", true}, {" surprised you?\nThe lift", false}}),
                 QStringLiteral("before \u00b7 <b>What</b> surprised you? The lift"));
    }
};

QTEST_MAIN(PlainTextTest)
#include "tst_plain_text.moc"
