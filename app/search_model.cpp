// SPDX-License-Identifier: Apache-2.0
#include "search_model.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "labels.h"
#include "plain_text.h"
#include "private_text.h"
#include "vocabulary.h"

namespace pennydrop::app {
namespace {

std::string utf8(const QString& text) {
    QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::optional<Timestamp> since(SearchModel::Period period, const LocalTime& now) {
    const QDate today = to_qdate(now.date());
    QDate first;
    switch (period) {
        case SearchModel::AnyTime:
            return std::nullopt;
        case SearchModel::PastWeek:
            first = today.addDays(-7);
            break;
        case SearchModel::PastMonth:
            first = today.addMonths(-1);
            break;
        case SearchModel::PastYear:
            first = today.addYears(-1);
            break;
    }
    return start_of_day(to_civil(first), now.offset);
}

}  // namespace

SearchModel::SearchModel(JournalService& service, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), service_(service), clock_(clock), calendar_(clock) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, [this] { ask(true); });
    connect(&service, &JournalService::closing, this, &SearchModel::clear);
    connect(&service, &JournalService::entryAdded, this, &SearchModel::look_again);
    connect(&service, &JournalService::entryChanged, this, &SearchModel::look_again);
    connect(&service, &JournalService::entryRemoved, this, &SearchModel::look_again);
    connect(&service, &JournalService::entryRestored, this, &SearchModel::look_again);
    connect(&calendar_, &CalendarWatch::changed, this, &SearchModel::refresh_labels);
}

SearchModel::~SearchModel() {
    wipe(words_);
    for (auto& row : rows_) {
        wipe_row(row);
    }
}

void SearchModel::setWords(const QString& words) {
    if (words == words_) {
        return;
    }
    const bool was_active = active();
    const bool same_question = words.trimmed() == words_.trimmed();
    wipe(words_);
    words_ = words;
    emit wordsChanged();
    if (!same_question) {
        question_changed(was_active);
    }
}

int SearchModel::kind() const noexcept {
    return kind_ ? static_cast<int>(*kind_) : 0;
}

void SearchModel::setKind(int kind) {
    const auto known = kind_from_number(kind);
    if (known == kind_ || (kind != 0 && !known)) {
        return;
    }
    const bool was_active = active();
    kind_ = known;
    emit kindChanged();
    if (kind_ && theme_ && !theme_fits(*kind_, *theme_)) {
        theme_.reset();
        emit themeCodeChanged();
    }
    question_changed(was_active);
}

QString SearchModel::themeCode() const {
    return theme_code(theme_);
}

void SearchModel::setThemeCode(const QString& code) {
    const auto theme = theme_from_code(code);
    const bool unknown = !code.isEmpty() && !theme;
    if (theme == theme_ || unknown || (theme && kind_ && !theme_fits(*kind_, *theme))) {
        return;
    }
    const bool was_active = active();
    theme_ = theme;
    emit themeCodeChanged();
    question_changed(was_active);
}

void SearchModel::setPeriod(Period period) {
    if (period == period_ || period < AnyTime || period > PastYear) {
        return;
    }
    const bool was_active = active();
    period_ = period;
    emit periodChanged();
    question_changed(was_active);
}

bool SearchModel::active() const noexcept {
    return kind_ || theme_ || period_ != AnyTime || std::ranges::any_of(words_, [](QChar c) { return !c.isSpace(); });
}

QString SearchModel::summary() const {
    if (!active() || !answered_) {
        return {};
    }
    if (total_ == 0) {
        return tr("No entries");
    }
    // One is said on its own, so that English needs no catalogue of plural forms.
    return total_ == 1 ? tr("1 entry") : tr("%n entries", "number of entries found", total_);
}

void SearchModel::clear() {
    const bool was_active = active();
    if (!words_.isEmpty()) {
        wipe(words_);
        emit wordsChanged();
    }
    if (kind_) {
        kind_.reset();
        emit kindChanged();
    }
    if (theme_) {
        theme_.reset();
        emit themeCodeChanged();
    }
    if (period_ != AnyTime) {
        period_ = AnyTime;
        emit periodChanged();
    }
    question_changed(was_active);
}

int SearchModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const {
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
            return row.snippet;
        case WordsRole:
            return row.words;
        default:
            return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const {
    return {{EntryIdRole, "entryId"},       {KindRole, "kind"},       {DayRole, "day"},    {TimeRole, "time"},
            {ThemeLabelRole, "themeLabel"}, {SnippetRole, "snippet"}, {WordsRole, "words"}};
}

bool SearchModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !rows_.empty() && !complete_;
}

void SearchModel::fetchMore(const QModelIndex& parent) {
    // While a new question waits, more of the old answer is of no use.
    if (!canFetchMore(parent) || fetching_ || searching_) {
        return;
    }
    fetching_ = true;
    service_.ask(
        this,
        [query = query(), after = TimelinePosition::of(rows_.back().entry)](Journal& journal) {
            return journal.search().find(query, after, kPageSize);
        },
        [this, question = question_](Result<std::vector<SearchHit>> hits) {
            if (question != question_) {
                return;
            }
            fetching_ = false;
            if (!hits) {
                tell_failure();
                return;
            }
            set_message({});
            complete_ = hits->size() < kPageSize;
            if (hits->empty()) {
                return;
            }
            const int first = static_cast<int>(rows_.size());
            beginInsertRows({}, first, first + static_cast<int>(hits->size()) - 1);
            for (auto& hit : *hits) {
                rows_.push_back(make_row(std::move(hit)));
            }
            endInsertRows();
        });
}

SearchModel::Row SearchModel::make_row(SearchHit hit) {
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

void SearchModel::wipe_row(Row& row) noexcept {
    wipe(row.snippet);
    wipe(row.words);
}

SearchQuery SearchModel::query() const {
    return SearchQuery{utf8(words_), kind_, theme_, since(period_, clock_.now())};
}

void SearchModel::question_changed(bool was_active) {
    ++question_;
    fetching_ = false;
    set_message({});
    if (active()) {
        pause_.start();
        set_searching(true);
    } else {
        pause_.stop();
        set_searching(false);
        replace_rows({});
        complete_ = true;
        set_result(0, false);
    }
    if (active() != was_active) {
        emit activeChanged();
    }
    emit summaryChanged();
}

void SearchModel::look_again() {
    // A question that is about to be asked will see the change anyway.
    if (active() && !pause_.isActive()) {
        ask(false);
    }
}

void SearchModel::ask(bool anew) {
    ++question_;
    fetching_ = false;
    const std::size_t limit = anew ? kPageSize : std::max(kPageSize, rows_.size());
    service_.ask(
        this,
        [query = query(), limit](Journal& journal) -> Result<Found> {
            auto hits = journal.search().find(query, std::nullopt, limit);
            if (!hits) {
                return pass_on(hits);
            }
            auto total = journal.search().count(query);
            if (!total) {
                return pass_on(total);
            }
            return Found{std::move(*hits), *total};
        },
        [this, question = question_, limit, anew](Result<Found> found) {
            if (question != question_) {
                return;
            }
            if (found) {
                set_message({});
                take(std::move(*found), limit, anew);
                return;
            }
            if (anew) {
                // What answered another question must not pass for an answer to this one.
                replace_rows({});
                set_result(0, false);
            }
            tell_failure();
            set_searching(false);
        });
}

void SearchModel::tell_failure() {
    set_message(
        tr("The journal could not be searched. Nothing was changed. Lock the journal and open it again; if that does "
           "not help, restart the device."));
}

void SearchModel::take(Found found, std::size_t limit, bool anew) {
    calendar_.look();
    complete_ = found.hits.size() < limit;
    std::vector<Row> rows;
    rows.reserve(found.hits.size());
    for (auto& hit : found.hits) {
        rows.push_back(make_row(std::move(hit)));
    }
    if (anew) {
        replace_rows(std::move(rows));
    } else {
        apply_difference(std::move(rows));
    }
    set_result(found.total, true);
    set_searching(false);
}

void SearchModel::replace_rows(std::vector<Row> rows) {
    if (rows.empty() && rows_.empty()) {
        return;
    }
    beginResetModel();
    for (auto& row : rows_) {
        wipe_row(row);
    }
    rows_ = std::move(rows);
    endResetModel();
}

void SearchModel::apply_difference(std::vector<Row> rows) {
    // Both lists are in the same order of positions: what is only in the old one goes, what is only in the new one
    // comes.
    std::size_t at = 0;
    const auto remove_at = [this](std::size_t index) {
        beginRemoveRows({}, static_cast<int>(index), static_cast<int>(index));
        wipe_row(rows_[index]);
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(index));
        endRemoveRows();
    };
    for (auto& row : rows) {
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

void SearchModel::set_searching(bool searching) {
    if (searching != searching_) {
        searching_ = searching;
        emit searchingChanged();
    }
}

void SearchModel::set_result(std::int64_t total, bool answered) {
    const int limited = static_cast<int>(std::min<std::int64_t>(total, std::numeric_limits<int>::max()));
    const bool another = limited != total_;
    total_ = limited;
    answered_ = answered;
    if (another) {
        emit totalChanged();
    }
    emit summaryChanged();
}

void SearchModel::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

void SearchModel::refresh_labels() {
    if (!rows_.empty()) {
        emit dataChanged(index(0), index(static_cast<int>(rows_.size()) - 1), {DayRole, TimeRole, ThemeLabelRole});
    }
    emit summaryChanged();
    if (period_ != AnyTime) {
        look_again();  // "The past week" begins on another day now.
    }
}

}  // namespace pennydrop::app
