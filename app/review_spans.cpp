// SPDX-License-Identifier: Apache-2.0
#include "review_spans.h"

#include <algorithm>
#include <array>

#include "language_watch.h"

namespace pennydrop::app {
namespace {

constexpr std::uint16_t kWeek = 7;
constexpr std::uint8_t kYear = 12;

// As many as a schedule may have, so that all of them can be wanted.
constexpr std::array<ReviewInterval, kMostReviewIntervals> kUsual{{{.months = 0, .days = kWeek},
                                                                   {.months = 0, .days = 2 * kWeek},
                                                                   {.months = 1, .days = 0},
                                                                   {.months = 3, .days = 0},
                                                                   {.months = 6, .days = 0},
                                                                   {.months = kYear, .days = 0}}};

}  // namespace

ReviewSpans::ReviewSpans(JournalService& service, QObject* parent) : QAbstractListModel(parent), service_(service) {
    connect(&service, &JournalService::opened, this, &ReviewSpans::read);
    connect(&service, &JournalService::closing, this, [this] {
        ++question_;
        beginResetModel();
        rows_.clear();
        endResetModel();
        set_message({});
    });
    LanguageWatch::keep_rows(this, {LabelRole, Qt::DisplayRole});
    if (service.is_open()) {
        read();
    }
}

void ReviewSpans::setWanted(int row, bool wanted) {
    if (row < 0 || row >= rowCount() || rows_[static_cast<std::size_t>(row)].wanted == wanted) {
        return;
    }
    rows_[static_cast<std::size_t>(row)].wanted = wanted;
    emit dataChanged(index(row), index(row), {WantedRole});
    ++question_;
    service_.ask(
        this, [schedule = schedule()](Journal& journal) { return journal.review().set_schedule(schedule); },
        [this, row, wanted, question = question_](const Status& saved) {
            if (saved) {
                set_message({});
                emit changed();
                return;
            }
            set_message(saved.error().code == ErrorCode::kInvalid
                            ? tr("There cannot be more than six of them. Switch another one off first.")
                            : tr("That could not be kept; it stays as it was. Make sure that there is free space on "
                                 "this device, then try again."));
            if (question == question_ && row < rowCount()) {
                rows_[static_cast<std::size_t>(row)].wanted = !wanted;
                emit dataChanged(index(row), index(row), {WantedRole});
            }
        });
}

int ReviewSpans::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant ReviewSpans::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case LabelRole:
            return label(row.interval);
        case WantedRole:
            return row.wanted;
        case NameRole:
            return QStringLiteral("span%1m%2d").arg(row.interval.months).arg(row.interval.days);
        default:
            return {};
    }
}

QHash<int, QByteArray> ReviewSpans::roleNames() const {
    return {{LabelRole, "label"}, {WantedRole, "wanted"}, {NameRole, "name"}};
}

QString ReviewSpans::label(const ReviewInterval& interval) {
    // One is said on its own, so that English needs no catalogue of plural forms.
    if (interval.months == 0 && interval.days % kWeek == 0) {
        const int weeks = interval.days / kWeek;
        //: After how long an entry comes back.
        return weeks == 1 ? tr("After a week") : tr("After %n weeks", "", weeks);
    }
    if (interval.months == 0) {
        return interval.days == 1 ? tr("After a day") : tr("After %n days", "", interval.days);
    }
    if (interval.days == 0 && interval.months % kYear == 0) {
        const int years = interval.months / kYear;
        return years == 1 ? tr("After a year") : tr("After %n years", "", years);
    }
    if (interval.days == 0) {
        return interval.months == 1 ? tr("After a month") : tr("After %n months", "", interval.months);
    }
    return tr("After %1 months and %2 days").arg(interval.months).arg(interval.days);
}

ReviewSchedule ReviewSpans::schedule() const {
    ReviewSchedule schedule;
    schedule.intervals.clear();
    for (const Row& row : rows_) {
        if (row.wanted) {
            schedule.intervals.push_back(row.interval);
        }
    }
    return schedule;
}

void ReviewSpans::read() {
    ++question_;
    service_.ask(
        this, [](Journal& journal) { return journal.review().schedule(); },
        [this, question = question_](const Result<ReviewSchedule>& schedule) {
            if (question != question_) {
                return;
            }
            if (schedule) {
                take(*schedule);
            } else {
                set_message(
                    tr("When entries come back could not be read. Nothing was changed. Lock the journal and "
                       "open it again."));
            }
        });
}

void ReviewSpans::take(const ReviewSchedule& schedule) {
    std::vector<ReviewInterval> all(kUsual.begin(), kUsual.end());
    for (const ReviewInterval& own : schedule.intervals) {
        if (std::ranges::find(all, own) == all.end()) {
            all.push_back(own);
        }
    }
    std::ranges::sort(all);
    beginResetModel();
    rows_.clear();
    for (const ReviewInterval& interval : all) {
        rows_.push_back({interval, std::ranges::find(schedule.intervals, interval) != schedule.intervals.end()});
    }
    endResetModel();
    set_message({});
}

void ReviewSpans::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

}  // namespace pennydrop::app
