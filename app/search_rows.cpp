// SPDX-License-Identifier: Apache-2.0
#include "search_rows.h"

#include <utility>

#include "entry_marks.h"
#include "labels.h"
#include "plain_text.h"
#include "private_text.h"
#include "vocabulary.h"

namespace pennydrop::app {

SearchRows::SearchRows(const Clock& clock, QObject* parent) : QAbstractListModel(parent), calendar_(clock) {
    connect(&calendar_, &CalendarWatch::changed, this, [this] { change({DayRole, TimeRole, ThemeLabelRole}); });
}

SearchRows::~SearchRows() {
    for (auto& row : rows_) {
        wipe_row(row);
    }
}

void SearchRows::setMatchColour(const QColor& colour) {
    if (colour != match_colour_) {
        match_colour_ = colour;
        emit matchColourChanged();
        change({SnippetRole, Qt::DisplayRole});
    }
}

int SearchRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant SearchRows::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case EntryIdRole:
            return QVariant::fromValue<qint64>(row.entry.id.value);
        case KindRole:
            return static_cast<int>(row.entry.kind);
        case DayRole:
            return Labels::day(row.entry.occurred.date(), calendar_.today());
        case TimeRole:
            return Labels::time(row.entry.occurred);
        case ThemeLabelRole:
            return Vocabulary::label(row.entry.theme);
        case Qt::DisplayRole:
        case SnippetRole:
            return match_colour_.isValid() ? coloured_snippet(row.snippet, match_colour_.name()) : row.snippet;
        case WordsRole:
            return row.words;
        case MarkRole:
            return static_cast<int>(mark_of(row.entry));
        default:
            return {};
    }
}

QHash<int, QByteArray> SearchRows::roleNames() const {
    return {{EntryIdRole, "entryId"},       {KindRole, "kind"},       {DayRole, "day"},     {TimeRole, "time"},
            {ThemeLabelRole, "themeLabel"}, {SnippetRole, "snippet"}, {WordsRole, "words"}, {MarkRole, "mark"}};
}

std::optional<TimelinePosition> SearchRows::last_position() const {
    return rows_.empty() ? std::nullopt : std::optional(TimelinePosition::of(rows_.back().entry));
}

void SearchRows::replace(std::vector<SearchHit> hits) {
    if (hits.empty() && rows_.empty()) {
        return;
    }
    beginResetModel();
    for (auto& row : rows_) {
        wipe_row(row);
    }
    rows_ = make_rows(std::move(hits));
    endResetModel();
}

void SearchRows::update(std::vector<SearchHit> hits) {
    // Both lists are in the same order of positions: what is only in the old one goes, what is only in the new one
    // comes.
    std::size_t at = 0;
    for (auto& row : make_rows(std::move(hits))) {
        const auto position = TimelinePosition::of(row.entry);
        while (at < rows_.size() && TimelinePosition::of(rows_[at].entry) < position) {
            remove_at(at);
        }
        if (at < rows_.size() && TimelinePosition::of(rows_[at].entry) == position) {
            rows_[at] = std::move(row);
            emit dataChanged(index(static_cast<int>(at)), index(static_cast<int>(at)));
        } else {
            beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
            rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(at), std::move(row));
            endInsertRows();
        }
        ++at;
    }
    while (at < rows_.size()) {
        remove_at(rows_.size() - 1);
    }
}

void SearchRows::append(std::vector<SearchHit> hits) {
    if (hits.empty()) {
        return;
    }
    const int first = static_cast<int>(rows_.size());
    beginInsertRows({}, first, first + static_cast<int>(hits.size()) - 1);
    for (auto& row : make_rows(std::move(hits))) {
        rows_.push_back(std::move(row));
    }
    endInsertRows();
}

SearchRows::Row SearchRows::make_row(SearchHit hit) {
    if (hit.snippet.empty()) {
        hit.snippet.push_back(TextRun{hit.entry.preview, false});
    }
    Row row{std::move(hit.entry), styled_snippet(hit.snippet), plain_snippet(hit.snippet)};
    wipe(row.entry.preview);
    for (auto& run : hit.snippet) {
        wipe(run.text);
    }
    return row;
}

std::vector<SearchRows::Row> SearchRows::make_rows(std::vector<SearchHit> hits) {
    std::vector<Row> rows;
    rows.reserve(hits.size());
    for (auto& hit : hits) {
        rows.push_back(make_row(std::move(hit)));
    }
    return rows;
}

void SearchRows::wipe_row(Row& row) noexcept {
    wipe(row.snippet);
    wipe(row.words);
}

void SearchRows::remove_at(std::size_t at) {
    beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
    wipe_row(rows_[at]);
    rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(at));
    endRemoveRows();
}

void SearchRows::change(const QList<int>& roles) {
    if (!rows_.empty()) {
        emit dataChanged(index(0), index(static_cast<int>(rows_.size()) - 1), roles);
    }
}

}  // namespace pennydrop::app
