// SPDX-License-Identifier: Apache-2.0
#include "plain_text.h"

#include <QRegularExpression>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "exchange/markdown.h"
#include "private_text.h"

namespace pennydrop::app {
namespace {

/// What stands between a block and the next on one line: a heading, a point of a list, a line without a full stop would
/// else run into what follows.
std::string between_blocks(const std::vector<TextRun>& words) {
    // The last character that is no space, from its bytes: nothing of the text is copied.
    const std::string_view text = words.back().text;
    const std::size_t end = text.find_last_not_of(" \n\t") + 1;
    std::size_t begin = end;
    while (begin > 0) {
        --begin;
        if ((static_cast<unsigned char>(text[begin]) & 0xC0U) != 0x80U) {
            break;
        }
    }
    const QString last = QString::fromUtf8(text.data() + begin, static_cast<qsizetype>(end - begin));
    return last.isEmpty() || last.front().isPunct() ? " " : " \u00b7 ";
}

/// The words of the text that the runs make together, without the marks of Markdown.
std::vector<TextRun> words_of(const std::vector<TextRun>& runs) {
    std::string text;
    std::vector<MarkdownRange> matches;
    for (const TextRun& run : runs) {
        if (run.matched && !run.text.empty()) {
            matches.push_back({.begin = text.size(), .end = text.size() + run.text.size()});
        }
        text += run.text;
    }
    std::vector<TextRun> words;
    for (MarkdownBlock& block : mark_markdown(read_markdown(text), matches)) {
        std::string before = words.empty() ? "" : between_blocks(words);
        if (block.number) {
            before += std::to_string(*block.number) + ". ";  // may be the beginning of a sentence: "3. May was"
        }
        words.push_back({.text = std::move(before), .matched = false});
        for (MarkdownSpan& span : block.spans) {
            words.push_back({.text = std::move(span.text), .matched = span.marked});
        }
    }
    wipe(text);
    return words;
}

QString one_line(const std::vector<TextRun>& runs, bool styled) {
    static const QRegularExpression white_space(QStringLiteral("\\s+"));
    QString line;
    for (const TextRun& run : words_of(runs)) {
        QString text = QString::fromUtf8(run.text.data(), static_cast<qsizetype>(run.text.size()));
        text.replace(white_space, QStringLiteral(" "));
        if (line.isEmpty() || line.endsWith(QLatin1Char(' '))) {
            text = text.startsWith(QLatin1Char(' ')) ? text.mid(1) : text;
        }
        if (text.isEmpty()) {
            continue;
        }
        if (styled) {
            text = text.toHtmlEscaped();
        }
        line += styled && run.matched ? QStringLiteral("<b>") + text + QStringLiteral("</b>") : text;
    }
    return line.trimmed();
}

}  // namespace

QString single_line(const QString& text) {
    return one_line({{.text = text.toStdString(), .matched = false}}, false);
}

QString styled_snippet(const std::vector<TextRun>& runs) {
    return one_line(runs, true);
}

QString coloured_snippet(QString styled, const QString& colour) {
    // What the person wrote holds no "<": it is escaped.
    styled.replace(QLatin1String("<b>"), QStringLiteral("<b><font color=\"%1\">").arg(colour));
    return styled.replace(QLatin1String("</b>"), QLatin1String("</font></b>"));
}

QString plain_snippet(const std::vector<TextRun>& runs) {
    return one_line(runs, false);
}

}  // namespace pennydrop::app
