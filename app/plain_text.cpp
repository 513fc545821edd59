// SPDX-License-Identifier: Apache-2.0
#include "plain_text.h"

#include <QRegularExpression>

namespace pennydrop::app {
namespace {

QString without_heading_marks(QString text) {
    static const QRegularExpression mark(QStringLiteral("(^|\\n)[ \\t]*#{1,6}[ \\t]+"));
    return text.replace(mark, QStringLiteral("\\1"));
}

QString one_line(const std::vector<TextRun>& runs, bool styled) {
    static const QRegularExpression white_space(QStringLiteral("\\s+"));
    static const QRegularExpression unfinished_mark(QStringLiteral("(^|\\n)[ \\t]*#{1,6}[ \\t]*\\z"));
    QString line;
    for (const auto& run : runs) {
        QString text = QString::fromUtf8(run.text.data(), static_cast<qsizetype>(run.text.size()));
        if (!run.matched) {
            // A run that begins in the middle of a line may begin with "# " of the person's own; rare, and only its
            // look is lost.
            text = without_heading_marks(text);
            text.replace(unfinished_mark, QStringLiteral("\\1"));
        }
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
    return without_heading_marks(text).simplified();
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
