// SPDX-License-Identifier: Apache-2.0
// The subset of Markdown as blocks and spans: what is in it, what stays plain text, where each piece stands in the
// source, and that no text takes long.
#include <QtTest/QTest>

#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "exchange/markdown.h"
#include "support/random.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

using Kind = MarkdownBlock::Kind;

/// Blocks and spans in short: "h1:Title", "p:a *b* **c** [d](x)", "q1 l1 li:..", "li1:..".
std::string brief(const std::vector<MarkdownBlock>& blocks) {
    std::string out;
    for (const MarkdownBlock& block : blocks) {
        out += out.empty() ? "" : " | ";
        out += block.quote_depth > 0 ? "q" + std::to_string(block.quote_depth) + " " : "";
        out += block.list_depth > 0 ? "l" + std::to_string(block.list_depth) + " " : "";
        out += block.kind == Kind::kHeading    ? "h" + std::to_string(block.heading)
               : block.kind == Kind::kListItem ? "li"
                                               : "p";
        out += (block.number ? std::to_string(*block.number) : "") + ":";
        for (const MarkdownSpan& span : block.spans) {
            const std::string marks = std::string(span.strong ? "**" : "") + (span.emphasis ? "*" : "");
            std::string text = marks + span.text + marks;
            text = span.link.empty() ? text : "[" + text + "](" + span.link + ")";
            out += span.marked ? "{" + text + "}" : text;
        }
    }
    return out;
}

std::string plain(const std::vector<MarkdownBlock>& blocks) {
    std::string out;
    for (const MarkdownBlock& block : blocks) {
        for (const MarkdownSpan& span : block.spans) {
            out += span.text;
        }
        out += '\n';
    }
    return out;
}

std::string repeated(std::string_view piece) {
    std::string text;
    while (text.size() < 1024UL * 1024) {
        text += piece;
    }
    return text;
}

}  // namespace

class TestMarkdown : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void pieces_stand_where_they_say();
    void marks();
    void marks_of_any_ranges();
    void deep_nesting_is_shown_as_written();
    void what_follows_the_text_is_not_read();
    void no_text_takes_long_data();
    void no_text_takes_long();
};

void TestMarkdown::reads_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("wanted");
    const auto row = [](const char* name, const char* text, const char* wanted) {
        QTest::newRow(name) << std::string{text} << std::string{wanted};
    };
    row("nothing", "", "");
    row("paragraphs", "One.\n\nTwo,\nin two lines.", "p:One. | p:Two,\nin two lines.");
    row("headings", "# A\ntext\n## B", "h1:A | p:text | h2:B");
    row("emphasis", "a *b* **c** ***d***", "p:a *b* **c** ***d***");
    row("list", "- a\n- b\n  - c\n- d", "l1 li:a | l1 li:b | l2 li:c | l1 li:d");
    row("loose list", "- a\n\n  more\n\n- b", "l1 li:a | l1 p:more | l1 li:b");
    row("numbers", "3. a\n4. b", "l1 li3:a | l1 li4:b");
    row("an empty item", "- \n- b", "l1 li: | l1 li:b");
    row("quote", "> a\n> > b", "q1 p:a | q2 p:b");
    row("link", "see [the form](https://example.org/a?b=c)", "p:see [the form](https://example.org/a?b=c)");
    row("link in brackets", "<https://example.org>", "p:[https://example.org](https://example.org)");
    row("a link may say anything", "[a](javascript:alert(1))", "p:[a](javascript:alert(1))");
    row("image", "a ![photo](https://example.org/x.png) b", "p:a ![photo](https://example.org/x.png) b");
    row("image of a file", "![](file:///etc/passwd)", "p:![](file:///etc/passwd)");
    row("HTML", "a <b>b</b> <img src=\"x\"> <script>c</script>", "p:a <b>b</b> <img src=\"x\"> <script>c</script>");
    row("HTML block", "<div>\n# a\n</div>", "p:<div> | h1:a | p:</div>");
    row("entities", "a &lt;b&gt; &amp; &#65;", "p:a &lt;b&gt; &amp; &#65;");
    row("code", "a `b*c*` d", "p:a `b*c*` d");
    row("code block", "```\na\n```", "p:```\na\n```");
    row("indented", "    not code", "p:not code");
    row("rule", "a\n\n***\n\nb", "p:a | p:--- | p:b");
    row("table", "|a|b|\n|-|-|", "p:|a|b|\n|-|-|");
    row("address", "www.example.org and https://example.org", "p:www.example.org and https://example.org");
    row("escaped", "2 \\* 3 \\# 4", "p:2 * 3 # 4");
    row("not emphasis", "2 * 3 * 4, snake_case_name", "p:2 * 3 * 4, snake_case_name");
    row("accents", "*\u00E9t\u00E9* \U0001F600", "p:*\u00E9t\u00E9* \U0001F600");
}

void TestMarkdown::reads() {
    QFETCH(std::string, text);
    QFETCH(std::string, wanted);
    QCOMPARE(brief(read_markdown(text)), wanted);
}

void TestMarkdown::pieces_stand_where_they_say() {
    const std::string text = "# A *b* c\n\n1. d **e \\* f** &amp; g\n   h\n\n> [i *j*](k) `l` ![m](n)\n";
    const auto blocks = read_markdown(text);
    std::size_t with_source = 0;
    std::size_t before = 0;
    for (const MarkdownBlock& block : blocks) {
        for (const MarkdownSpan& span : block.spans) {
            if (span.source) {
                QCOMPARE(text.substr(*span.source, span.text.size()), span.text);
                QVERIFY(*span.source >= before);
                before = *span.source + span.text.size();
                ++with_source;
            }
        }
    }
    QVERIFY(with_source >= 10);
}

void TestMarkdown::marks() {
    const std::string text = "a *handover* and hand";
    const auto at = [&](std::string_view word, std::size_t from = 0) {
        const std::size_t begin = text.find(word, from);
        return MarkdownRange{begin, begin + word.size()};
    };
    const std::vector ranges{at("hand"), at("and", 12), at("hand", 15)};
    QCOMPARE(brief(mark_markdown(read_markdown(text), ranges)), std::string{"p:a {*hand*}*over* {and} {hand}"});
    const std::vector all{MarkdownRange{0, text.size()}};
    QCOMPARE(brief(mark_markdown(read_markdown(text), all)), std::string{"p:{a }{*handover*}{ and hand}"});
    QCOMPARE(brief(mark_markdown(read_markdown(text), {})), std::string{"p:a *handover* and hand"});
}

/// Marking changes no text, and marks exactly the bytes asked for.
void TestMarkdown::marks_of_any_ranges() {
    Random random{8};
    const std::string text = "# Title here\n\nSome *words in* **the [text](a) of** it.\n\n- one\n- two\n\n> three\n";
    const auto blocks = read_markdown(text);
    for (int round = 0; round < 500; ++round) {
        std::vector<MarkdownRange> ranges;
        for (std::size_t at = random.below(9); at < text.size();) {
            const std::size_t end = std::min(at + 1 + random.below(9), text.size());
            ranges.push_back({at, end});
            at = end + random.below(12);
        }
        const auto marked = mark_markdown(blocks, ranges);
        QCOMPARE(plain(marked), plain(blocks));
        for (const MarkdownBlock& block : marked) {
            for (const MarkdownSpan& span : block.spans) {
                for (std::size_t i = 0; span.source && i < span.text.size(); ++i) {
                    const std::size_t at = *span.source + i;
                    QCOMPARE(text[at], span.text[i]);
                    const bool wanted = std::ranges::any_of(
                        ranges, [at](const MarkdownRange& range) { return at >= range.begin && at < range.end; });
                    QCOMPARE(span.marked, wanted);
                }
            }
        }
    }
}

void TestMarkdown::deep_nesting_is_shown_as_written() {
    const auto quotes = [](std::size_t depth) { return std::string(depth, '>') + " a"; };
    QCOMPARE(brief(read_markdown(quotes(16))), std::string{"q16 p:a"});
    const auto shown = [&](std::size_t depth) { return std::string{"p:"}.append(quotes(depth)); };
    QCOMPARE(brief(read_markdown(quotes(17))), shown(17));
    const std::string between = std::string{"*a*\n\n\n"}.append(quotes(99)).append("\n\nb");
    QCOMPARE(brief(read_markdown(between)), std::string{"p:*a* | "}.append(shown(99)).append(" | p:b"));
}

/// md4c 0.4.8 crashes on the first of these when it is followed by a closing parenthesis.
void TestMarkdown::what_follows_the_text_is_not_read() {
    for (const std::string text :
         {"[f]([", "a [f](", "[f](a", "[f](a \"", "[f]: ", "[f]:", "![", "&amp", "`", "```\na", "<a", "*"}) {
        const std::string wanted = brief(read_markdown(text));
        for (int next = 0; next < 256; ++next) {
            const std::string longer = text + std::string(16, static_cast<char>(next));
            const std::string got = brief(read_markdown(std::string_view{longer}.substr(0, text.size())));
            QVERIFY2(got == wanted, (text + " before " + std::to_string(next)).c_str());
        }
    }
    QCOMPARE(brief(read_markdown("[f]([")), std::string{"p:[f](["});
}

void TestMarkdown::no_text_takes_long_data() {
    QTest::addColumn<std::string>("text");
    for (const char* piece :
         {">",   ">\n", "- ",    "1. ",  "*",       "*a _b ",  "[",    "[a](",     "![",    "`",
          "<",   "<a ", "&",     "\\",   "a**b_c ", "]",       "***a", "[[](",     "|-|\n", "a\n=\n",
          "\t>", "-\n", "[](<b", "<!--", "<?",      "http://", "#",    "[a]: b\n", "~~~\n", "&amp"}) {
        QTest::newRow(piece) << repeated(piece);
    }
    std::string ladder;
    for (std::size_t i = 0; ladder.size() < 1024UL * 1024; ++i) {
        ladder += std::string(i % 60, '>') + " a\n";
    }
    QTest::newRow("ladder") << ladder;
    std::string stairs;
    for (std::size_t i = 0; stairs.size() < 1024UL * 1024; ++i) {
        stairs += std::string(2 * i, ' ') + "- a\n";
    }
    QTest::newRow("stairs") << stairs;
    std::string ticks;
    for (std::size_t i = 1; ticks.size() < 1024UL * 1024; ++i) {
        ticks += "e" + std::string(i % 1400, '`');
    }
    QTest::newRow("backticks") << ticks;
}

/// Quadratic time would be minutes.
void TestMarkdown::no_text_takes_long() {
    QFETCH(std::string, text);
    QElapsedTimer timer;
    timer.start();
    const auto blocks = read_markdown(text);
    QVERIFY(timer.elapsed() < 5000 * (qEnvironmentVariableIsSet("PENNYDROP_SHORT") ? 10 : 1));
    QVERIFY(blocks.size() <= text.size());
}

QTEST_APPLESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
