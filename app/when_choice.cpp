// SPDX-License-Identifier: Apache-2.0
#include "when_choice.h"

#include <algorithm>

#include "civil_time.h"
#include "labels.h"

namespace pennydrop::app {
namespace {

constexpr int kCells = WhenChoice::kDaysOfWeek * WhenChoice::kMostWeeks;

QTime to_the_minute(QTime time) {
    return {time.hour(), time.minute()};
}

}  // namespace

WhenChoice::WhenChoice(const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), clock_(clock), chosen_(today()), current_(chosen_) {}

QString WhenChoice::monthLabel() const {
    const QLocale locale;
    //: A month above its days, "November 2026". %1: the name of the month on its own, %2: the year
    return tr("%1 %2", "month and year")
        .arg(locale.standaloneMonthName(current_.month()), locale.toString(current_, QStringLiteral("yyyy")));
}

bool WhenChoice::hasNextMonth() const {
    return QDate(current_.year(), current_.month(), 1).addMonths(1) <= last_day();
}

bool WhenChoice::hasPreviousMonth() const {
    return QDate(current_.year(), current_.month(), 1) > first_day();
}

int WhenChoice::weeks() const {
    const int before = static_cast<int>(first_cell().daysTo(QDate(current_.year(), current_.month(), 1)));
    return (before + current_.daysInMonth() + kDaysOfWeek - 1) / kDaysOfWeek;
}

QStringList WhenChoice::weekdays() const {
    const QLocale locale;
    QStringList names;
    for (int i = 0; i < kDaysOfWeek; ++i) {
        const int day = (locale.firstDayOfWeek() - 1 + i) % kDaysOfWeek + 1;
        names += locale.standaloneDayName(day, QLocale::ShortFormat);
    }
    return names;
}

int WhenChoice::currentRow() const {
    return static_cast<int>(first_cell().daysTo(current_));
}

void WhenChoice::setTimeText(const QString& text) {
    if (text != time_text_) {
        time_text_ = text;
        emit timeChanged();
    }
}

void WhenChoice::begin(const QDateTime& when) {
    day_only_ = false;
    begun_ = when.isValid() ? when.toLocalTime() : to_date_time(clock_.now()).toLocalTime();
    chosen_ = begun_.date();
    current_ = std::min(chosen_, today());
    time_text_ = Labels::time(begun_.time());
    emit monthChanged();
    emit currentChanged();
    emit timeChanged();
    cells_changed();
}

void WhenChoice::beginDay(const QString& day) {
    const QDate wanted = QDate::fromString(day, Qt::ISODate);
    day_only_ = true;
    begun_ = {};
    chosen_ = std::clamp(wanted.isValid() ? wanted : first_day(), first_day(), last_day());
    current_ = chosen_;
    time_text_.clear();
    emit monthChanged();
    emit currentChanged();
    emit timeChanged();
    cells_changed();
}

void WhenChoice::previousMonth() {
    move_to(current_.addMonths(-1));
}

void WhenChoice::nextMonth() {
    if (hasNextMonth()) {
        move_to(current_.addMonths(1));
    }
}

void WhenChoice::moveDays(int days) {
    move_to(current_.addDays(days));
}

void WhenChoice::moveToWeekStart() {
    move_to(current_.addDays(-days_into_week(current_)));
}

void WhenChoice::moveToWeekEnd() {
    move_to(current_.addDays(kDaysOfWeek - 1 - days_into_week(current_)));
}

void WhenChoice::choose(int row) {
    const QDate day = day_at(row);
    if (day.month() != current_.month() || day.year() != current_.year() || day < first_day() || day > last_day()) {
        return;
    }
    chosen_ = day;
    move_to(day);
    cells_changed();
}

QDateTime WhenChoice::result() const {
    const auto at = time();
    if (!at) {
        return {};
    }
    // The hour that a clock set back shows twice, and the seconds, stay as they were.
    if (chosen_ == begun_.date() && *at == to_the_minute(begun_.time())) {
        return begun_;
    }
    return std::min(QDateTime(chosen_, *at), to_date_time(clock_.now()).toLocalTime());
}

int WhenChoice::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kCells;
}

QVariant WhenChoice::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const QDate day = day_at(index.row());
    const bool of_month = day.month() == current_.month() && day.year() == current_.year();
    switch (role) {
        case Qt::DisplayRole:
        case NumberRole:
            return QLocale().toString(day.day());
        case LabelRole:
            return Labels::full_day(day);
        case OfMonthRole:
            return of_month;
        case UsableRole:
            return of_month && day >= first_day() && day <= last_day();
        case ChosenRole:
            return of_month && day == chosen_;
        case CurrentRole:
            return day == current_;
        default:
            return {};
    }
}

QHash<int, QByteArray> WhenChoice::roleNames() const {
    return {{NumberRole, "number"}, {LabelRole, "label"},   {OfMonthRole, "ofMonth"},
            {UsableRole, "usable"}, {ChosenRole, "chosen"}, {CurrentRole, "current"}};
}

std::optional<QTime> WhenChoice::parse_time(const QString& text, const QLocale& locale) {
    // Without any space: "4:05pm" is as good as "4:05 pm", and some languages have one there that nobody can type.
    const QString typed = text.simplified().remove(u' ');
    const QString own_format = Labels::time_format(locale).simplified().remove(u' ');
    for (const auto& words : {typed, typed.toUpper(), typed.toLower()}) {
        if (const QTime time = locale.toTime(words, own_format); time.isValid()) {
            return time;
        }
    }
    for (const auto& format : {QStringLiteral("H:mm"), QStringLiteral("H.mm")}) {
        for (const auto& digits : {locale, QLocale::c()}) {
            if (const QTime time = digits.toTime(typed, format); time.isValid()) {
                return time;
            }
        }
    }
    return std::nullopt;
}

QDate WhenChoice::today() const {
    return to_qdate(clock_.now().date());
}

QDate WhenChoice::first_day() const {
    static const QDate kEarliest = QDate::fromJulianDay(1'721'426);  // of the year 1
    return day_only_ ? today() : kEarliest;
}

QDate WhenChoice::last_day() const {
    return day_only_ ? today().addYears(kMostYears) : today();
}

QDate WhenChoice::first_cell() const {
    const QDate first(current_.year(), current_.month(), 1);
    return first.addDays(-days_into_week(first));
}

int WhenChoice::days_into_week(QDate day) {
    return (day.dayOfWeek() - QLocale().firstDayOfWeek() + kDaysOfWeek) % kDaysOfWeek;
}

void WhenChoice::move_to(QDate day) {
    const QDate there = std::clamp(day, first_day(), last_day());
    if (there == current_) {
        return;
    }
    const bool another_month = there.month() != current_.month() || there.year() != current_.year();
    current_ = there;
    if (another_month) {
        emit monthChanged();
    }
    cells_changed();
    emit currentChanged();
}

void WhenChoice::cells_changed() {
    emit dataChanged(index(0), index(kCells - 1));
}

}  // namespace pennydrop::app
