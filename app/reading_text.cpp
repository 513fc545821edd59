// SPDX-License-Identifier: Apache-2.0
#include "reading_text.h"

#include <QStringList>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "exchange/markdown.h"
#include "private_text.h"

namespace pennydrop::app {
namespace {

const QString kBullet = QStringLiteral("\u2022");

QString from_utf8(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A link's words and its address, once when they are the same.
QString words_of(const MarkdownSpan& span) {
    const QString words = from_utf8(span.text);
    const QString address = from_utf8(span.link);
    return address.isEmpty() || address == words ? words : QStringLiteral("%1 (%2)").arg(words, address);
}

QString escaped(const QString& words) {
    return words.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br/>"));
}

QString markup_of(const QString& words, const MarkdownSpan& span) {
    QString markup = escaped(words);
    if (span.strong) {
        markup = QStringLiteral("<b>") + markup + QStringLiteral("</b>");
    }
    return span.emphasis ? QStringLiteral("<i>") + markup + QStringLiteral("</i>") : markup;
}

/// A link of several spans has its address after the last.
bool goes_on(const std::vector<MarkdownSpan>& spans, std::size_t at) {
    return at + 1 < spans.size() && spans[at + 1].link == spans[at].link;
}

}  // namespace

bool ReadingText::Row::takes(const Row& next) const noexcept {
    return heading == 0 && next.heading == 0 && list_depth == 0 && next.list_depth == 0 &&
           quote_depth == next.quote_depth;
}

ReadingText::ReadingText(QObject* parent) : QAbstractListModel(parent) {}

ReadingText::~ReadingText() {
    wipe_rows();
}

std::vector<ReadingText::Row> ReadingText::read(const QString& text) {
    std::string source = text.toStdString();
    std::vector<Row> rows;
    bool is_cut = false;
    for (MarkdownBlock& block : read_markdown(source)) {
        Row row{.markup = {},
                .words = {},
                .marker = {},
                .heading = block.heading,
                .quote_depth = std::min(block.quote_depth, kMostDepth),
                .list_depth = std::min(block.list_depth, kMostDepth)};
        if (block.kind == MarkdownBlock::Kind::kListItem) {
            row.marker = block.number ? QStringLiteral("%1.").arg(*block.number) : kBullet;
        }
        for (std::size_t i = 0; i < block.spans.size(); ++i) {
            MarkdownSpan& span = block.spans[i];
            if (goes_on(block.spans, i)) {
                span.link.clear();
            }
            const QString words = words_of(span);
            row.words += words;
            row.markup += markup_of(words, span);
        }
        if (!rows.empty() && rows.size() >= kMostRows) {
            Row& last = rows.back();
            last.words += QLatin1Char('\n') + (row.marker.isEmpty() ? QString() : row.marker + QLatin1Char(' '));
            last.words += row.words;
            is_cut = true;
        } else if (!rows.empty() && rows.back().takes(row)) {
            rows.back().words += QStringLiteral("\n\n") + row.words;
            rows.back().markup += QStringLiteral("<br/><br/>") + row.markup;
        } else if (!row.words.isEmpty() || !row.marker.isEmpty()) {
            rows.push_back(std::move(row));
        }
    }
    if (is_cut) {
        rows.back().markup = escaped(rows.back().words);
    }
    wipe(source);
    return rows;
}

void ReadingText::setText(const QString& text) {
    if (text == text_) {
        return;
    }
    beginResetModel();
    wipe_rows();
    text_ = text;
    rows_ = read(text);
    endResetModel();
    emit textChanged();
}

int ReadingText::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant ReadingText::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case MarkupRole:
            return row.markup;
        case Qt::DisplayRole:
        case WordsRole:
            return row.words;
        case HeadingRole:
            return row.heading;
        case QuoteDepthRole:
            return row.quote_depth;
        case ListDepthRole:
            return row.list_depth;
        case MarkerRole:
            return row.marker;
        default:
            return {};
    }
}

QHash<int, QByteArray> ReadingText::roleNames() const {
    return {{MarkupRole, "markup"},         {WordsRole, "words"},         {HeadingRole, "heading"},
            {QuoteDepthRole, "quoteDepth"}, {ListDepthRole, "listDepth"}, {MarkerRole, "marker"}};
}

void ReadingText::wipe_rows() {
    for (Row& row : rows_) {
        wipe(row.markup);
        wipe(row.words);
    }
    rows_.clear();
    wipe(text_);
}

}  // namespace pennydrop::app
