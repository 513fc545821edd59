// SPDX-License-Identifier: Apache-2.0
#include "timeline_model.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "entry_marks.h"
#include "labels.h"
#include "plain_text.h"
#include "private_text.h"
#include "vocabulary.h"

namespace pennydrop::app {
namespace {

struct Page {
    std::vector<EntrySummary> entries;
    std::int64_t total{0};
};

/// How things stand with one entry, and with the number of all.
struct Standing {
    std::optional<EntrySummary> entry;
    std::int64_t total{0};
};

Result<Page> read_page(Journal& journal, std::optional<TimelinePosition> after) {
    auto entries = journal.entries().page(after, TimelineModel::kPageSize);
    if (!entries) {
        return pass_on(entries);
    }
    auto total = journal.entries().count();
    if (!total) {
        return pass_on(total);
    }
    return Page{std::move(*entries), *total};
}

Result<Standing> read_standing(Journal& journal, EntryId id) {
    auto entry = journal.entries().summary(id);
    if (!entry && entry.error().code != ErrorCode::kNotFound) {
        return pass_on(entry);
    }
    auto total = journal.entries().count();
    if (!total) {
        return pass_on(total);
    }
    return Standing{entry ? std::optional(std::move(*entry)) : std::nullopt, *total};
}

}  // namespace

TimelineModel::TimelineModel(JournalService& service, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), service_(service), calendar_(clock), near_the_end_(new QTimer(this)) {
    near_the_end_->setSingleShot(true);
    near_the_end_->callOnTimeout(this, [this] { fetchMore({}); });
    connect(&service, &JournalService::opened, this, &TimelineModel::open);
    connect(&service, &JournalService::closing, this, &TimelineModel::forget);
    connect(&service, &JournalService::entryAdded, this, &TimelineModel::look_at);
    connect(&service, &JournalService::entryChanged, this, &TimelineModel::look_at);
    connect(&service, &JournalService::entryRemoved, this, &TimelineModel::look_at);
    connect(&service, &JournalService::entryRestored, this, &TimelineModel::look_at);
    connect(&calendar_, &CalendarWatch::changed, this, &TimelineModel::refresh_labels);
    if (service.is_open()) {
        open();
    }
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto number = static_cast<std::size_t>(index.row());
    if (number + kReadAhead >= rows_.size() && canFetchMore({}) && !near_the_end_->isActive()) {
        near_the_end_->start();
    }
    const Row& row = rows_[number];
    switch (role) {
        case EntryIdRole:
            return QVariant::fromValue<qint64>(row.entry.id.value);
        case KindRole:
            return static_cast<int>(row.entry.kind);
        case Qt::DisplayRole:
        case PreviewRole:
            return row.preview;
        case DayRole:
            return Labels::day(row.entry.occurred.date(), calendar_.today());
        case TimeRole:
            return Labels::time(row.entry.occurred);
        case ThemeLabelRole:
            return Vocabulary::label(row.entry.theme);
        case LevelLabelRole:
            return Vocabulary::label(row.entry.level);
        case MarkRole:
            return static_cast<int>(mark_of(row.entry));
        default:
            return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const {
    return {{EntryIdRole, "entryId"},
            {KindRole, "kind"},
            {PreviewRole, "preview"},
            {DayRole, "day"},
            {TimeRole, "time"},
            {ThemeLabelRole, "themeLabel"},
            {LevelLabelRole, "levelLabel"},
            {MarkRole, "mark"}};
}

bool TimelineModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && ready_ && !complete_;
}

void TimelineModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        ask_for_page();
    }
}

TimelineModel::Row TimelineModel::make_row(EntrySummary entry) {
    QString preview =
        single_line(QString::fromUtf8(entry.preview.data(), static_cast<qsizetype>(entry.preview.size())));
    wipe(entry.preview);
    return Row{std::move(entry), std::move(preview)};
}

std::optional<std::size_t> TimelineModel::row_of(EntryId id) const {
    const auto found = std::ranges::find(rows_, id, [](const Row& row) { return row.entry.id; });
    if (found == rows_.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - rows_.begin());
}

std::size_t TimelineModel::place_of(const TimelinePosition& position) const {
    const auto found = std::ranges::lower_bound(rows_, position, std::less<>{}, &Row::position);
    return static_cast<std::size_t>(found - rows_.begin());
}

void TimelineModel::open() {
    calendar_.look();
    ask_for_page();
}

void TimelineModel::forget() {
    set_ready(false);  // First: a view may answer the reset by asking for more.
    near_the_end_->stop();
    beginResetModel();
    for (auto& row : rows_) {
        wipe(row.preview);
    }
    rows_.clear();
    bound_.reset();
    complete_ = false;
    fetching_ = false;
    endResetModel();
    set_total(0);
    set_message({});
}

void TimelineModel::ask_for_page() {
    if (fetching_) {
        return;
    }
    fetching_ = true;
    service_.ask(
        this, [after = bound_](Journal& journal) { return read_page(journal, after); },
        [this](Result<Page> page) {
            fetching_ = false;
            if (!page) {
                set_message(
                    tr("The rest of the journal could not be read. Nothing was changed. Lock the journal and open it "
                       "again; if that does not help, restart the device."));
                return;
            }
            take_page(std::move(page->entries));
            set_message({});
            set_total(page->total);
            set_ready(true);
        });
}

void TimelineModel::take_page(std::vector<EntrySummary> page) {
    complete_ = page.size() < kPageSize;
    if (page.empty()) {
        return;
    }
    bound_ = TimelinePosition::of(page.back());
    drop_all(page);
    const int first = static_cast<int>(rows_.size());
    beginInsertRows({}, first, first + static_cast<int>(page.size()) - 1);
    for (auto& entry : page) {
        rows_.push_back(make_row(std::move(entry)));
    }
    endInsertRows();
}

void TimelineModel::look_at(EntryId id) {
    service_.ask(
        this, [id](Journal& journal) { return read_standing(journal, id); },
        [this, id](Result<Standing> standing) {
            if (!standing || !ready_) {
                return;  // What cannot be read stays as it was; the next page or opening tells.
            }
            if (standing->entry) {
                place(std::move(*standing->entry));
            } else {
                drop(id);
            }
            set_total(standing->total);
        });
}

void TimelineModel::place(EntrySummary entry) {
    const auto position = TimelinePosition::of(entry);
    const bool in_range = complete_ || (bound_ && !(*bound_ < position));
    const auto present = row_of(entry.id);
    if (!in_range) {
        drop(entry.id);
        return;
    }
    Row row = make_row(std::move(entry));
    if (present) {
        move_row(*present, std::move(row));
        return;
    }
    const std::size_t at = place_of(position);
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
    rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(at), std::move(row));
    endInsertRows();
}

void TimelineModel::move_row(std::size_t from, Row row) {
    // Where it goes, counted with the old row still in its place, as beginMoveRows() does. The old row is in order by
    // its old position, so a search for the new one is right on either side of it.
    const std::size_t before = place_of(row.position());
    const bool stays = before == from || before == from + 1;
    const auto at = [this](std::size_t index) { return rows_.begin() + static_cast<std::ptrdiff_t>(index); };
    std::size_t to = from;
    if (stays) {
        rows_[from] = std::move(row);
    } else {
        beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, static_cast<int>(before));
        if (before < from) {
            std::rotate(at(before), at(from), at(from + 1));
            to = before;
        } else {
            std::rotate(at(from), at(from + 1), at(before));
            to = before - 1;
        }
        rows_[to] = std::move(row);
        endMoveRows();
    }
    const QModelIndex changed = index(static_cast<int>(to));
    emit dataChanged(changed, changed);
}

void TimelineModel::drop(EntryId id) {
    const auto row = row_of(id);
    if (!row) {
        return;
    }
    beginRemoveRows({}, static_cast<int>(*row), static_cast<int>(*row));
    wipe(rows_[*row].preview);
    rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(*row));
    endRemoveRows();
}

void TimelineModel::drop_all(const std::vector<EntrySummary>& page) {
    // An entry that moved down into this page, and whose change is not announced yet, still stands where it was. One
    // walk over the rows for the whole page: there may be as many as the journal has entries.
    std::vector<EntryId> ids;
    ids.reserve(page.size());
    std::ranges::transform(page, std::back_inserter(ids), &EntrySummary::id);
    std::ranges::sort(ids);
    std::vector<EntryId> moved;
    for (const Row& row : rows_) {
        if (std::ranges::binary_search(ids, row.entry.id)) {
            moved.push_back(row.entry.id);
        }
    }
    for (const EntryId id : moved) {
        drop(id);
    }
}

void TimelineModel::set_total(std::int64_t total) {
    const int limited = static_cast<int>(std::min<std::int64_t>(total, std::numeric_limits<int>::max()));
    if (limited == total_) {
        return;
    }
    const bool was_empty = empty();
    total_ = limited;
    emit totalChanged();
    if (empty() != was_empty) {
        emit emptyChanged();
    }
}

void TimelineModel::set_ready(bool ready) {
    if (ready == ready_) {
        return;
    }
    const bool was_empty = empty();
    ready_ = ready;
    emit readyChanged();
    if (empty() != was_empty) {
        emit emptyChanged();
    }
}

void TimelineModel::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

void TimelineModel::refresh_labels() {
    if (!rows_.empty()) {
        emit dataChanged(index(0), index(static_cast<int>(rows_.size()) - 1),
                         {DayRole, TimeRole, ThemeLabelRole, LevelLabelRole});
    }
}

}  // namespace pennydrop::app
