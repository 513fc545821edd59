// SPDX-License-Identifier: Apache-2.0
#include "month_grid.h"

#include <QLocale>

#include <algorithm>

#include "labels.h"

namespace pennydrop::app {
namespace {

constexpr int kCells = MonthGrid::kDaysOfWeek * MonthGrid::kMostWeeks;

/// How many days of its week lie before `day`.
int days_into_week(QDate day) {
    return (day.dayOfWeek() - QLocale().firstDayOfWeek() + MonthGrid::kDaysOfWeek) % MonthGrid::kDaysOfWeek;
}

QDate first_of_month(QDate day) {
    return {day.year(), day.month(), 1};
}

}  // namespace

MonthGrid::MonthGrid(QObject* parent)
    : QAbstractListModel(parent), first_(1970, 1, 1), last_(first_), today_(first_), current_(first_) {}

QString MonthGrid::monthLabel() const {
    const QLocale locale;
    //: A month above its days, "November 2026". %1: the name of the month on its own, %2: the year
    return tr("%1 %2", "month and year")
        .arg(locale.standaloneMonthName(current_.month()), locale.toString(current_, QStringLiteral("yyyy")));
}

bool MonthGrid::hasPreviousMonth() const {
    return first_of_month(current_) > first_;
}

bool MonthGrid::hasNextMonth() const {
    return first_of_month(current_).addMonths(1) <= last_;
}

int MonthGrid::weeks() const {
    const int before = static_cast<int>(first_cell().daysTo(first_of_month(current_)));
    return (before + current_.daysInMonth() + kDaysOfWeek - 1) / kDaysOfWeek;
}

QStringList MonthGrid::weekdays() const {
    const QLocale locale;
    QStringList names;
    for (int i = 0; i < kDaysOfWeek; ++i) {
        const int day = (locale.firstDayOfWeek() - 1 + i) % kDaysOfWeek + 1;
        names += locale.standaloneDayName(day, QLocale::ShortFormat);
    }
    return names;
}

int MonthGrid::currentRow() const {
    return static_cast<int>(first_cell().daysTo(current_));
}

QString MonthGrid::chosenLabel() const {
    return chosen_.isValid() ? Labels::full_day(chosen_) : QString();
}

void MonthGrid::previousMonth() {
    if (hasPreviousMonth()) {
        move_to(current_.addMonths(-1));
    }
}

void MonthGrid::nextMonth() {
    if (hasNextMonth()) {
        move_to(current_.addMonths(1));
    }
}

void MonthGrid::moveDays(int days) {
    move_to(current_.addDays(days));
}

void MonthGrid::moveToWeekStart() {
    move_to(current_.addDays(-days_into_week(current_)));
}

void MonthGrid::moveToWeekEnd() {
    move_to(current_.addDays(kDaysOfWeek - 1 - days_into_week(current_)));
}

void MonthGrid::choose(int row) {
    const QDate day = day_at(row);
    if (is_of_month(day) && is_usable(day)) {
        choose_day(day);
    }
}

void MonthGrid::choose_day(QDate day) {
    const bool another = day != chosen_;
    chosen_ = day;
    if (day.isValid()) {
        move_to(day);
    }
    cells_changed();
    if (another) {
        emit chosenChanged();
    }
}

void MonthGrid::begin_at(QDate chosen, QDate current, QDate first, QDate last, QDate today) {
    first_ = first;
    last_ = last;
    today_ = today;
    chosen_ = chosen;
    current_ = std::clamp(current, first_, last_);
    emit monthChanged();
    emit currentChanged();
    emit chosenChanged();
    cells_changed();
}

int MonthGrid::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kCells;
}

QVariant MonthGrid::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const QDate day = day_at(index.row());
    switch (role) {
        case Qt::DisplayRole:
        case NumberRole:
            return QLocale().toString(day.day());
        case LabelRole:
            return label_of(day);
        case OfMonthRole:
            return is_of_month(day);
        case UsableRole:
            return is_of_month(day) && is_usable(day);
        case ChosenRole:
            return is_of_month(day) && day == chosen_;
        case CurrentRole:
            return day == current_;
        case TodayRole:
            return day == today_;
        case SetbacksRole:
            return is_of_month(day) && counts_of(day).setbacks > 0;
        case LightBulbsRole:
            return is_of_month(day) && counts_of(day).light_bulbs > 0;
        case BarriersRole:
            return is_of_month(day) && counts_of(day).barriers > 0;
        default:
            return {};
    }
}

QHash<int, QByteArray> MonthGrid::roleNames() const {
    return {{NumberRole, "number"},       {LabelRole, "label"},          {OfMonthRole, "ofMonth"},
            {UsableRole, "usable"},       {ChosenRole, "chosen"},        {CurrentRole, "current"},
            {TodayRole, "today"},         {SetbacksRole, "hasSetbacks"}, {LightBulbsRole, "hasLightBulbs"},
            {BarriersRole, "hasBarriers"}};
}

QString MonthGrid::label_of(QDate day) const {
    return Labels::full_day(day);
}

DayCounts MonthGrid::counts_of(QDate /*day*/) const {
    return {};
}

bool MonthGrid::is_of_month(QDate day) const {
    return day.month() == current_.month() && day.year() == current_.year();
}

QDate MonthGrid::first_cell() const {
    const QDate first = first_of_month(current_);
    return first.addDays(-days_into_week(first));
}

void MonthGrid::move_to(QDate day) {
    const QDate there = std::clamp(day, first_, last_);
    if (there == current_) {
        return;
    }
    const bool another_month = !is_of_month(there);
    current_ = there;
    if (another_month) {
        emit monthChanged();
    }
    cells_changed();
    emit currentChanged();
}

void MonthGrid::cells_changed() {
    emit dataChanged(index(0), index(kCells - 1));
}

}  // namespace pennydrop::app
