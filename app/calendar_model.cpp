// SPDX-License-Identifier: Apache-2.0
#include "calendar_model.h"

#include <QLocale>

#include <algorithm>
#include <utility>

#include "count_words.h"
#include "labels.h"

namespace pennydrop::app {
CalendarModel::CalendarModel(JournalService& service, const Clock& clock, QObject* parent)
    : MonthGrid(parent), service_(service), calendar_(clock), entries_(service, clock) {
    open_at(to_qdate(calendar_.today()));
    connect(this, &MonthGrid::monthChanged, this, &CalendarModel::read_month);
    connect(this, &MonthGrid::chosenChanged, this, [this] {
        if (shown_) {
            entries_.show(to_civil(chosen()));
        }
        emit dayChanged();
    });
    connect(&entries_, &DayEntries::failed, this, &CalendarModel::tell_failure);
    connect(&service, &JournalService::closing, this, &CalendarModel::forget);
    connect(&service, &JournalService::entryAdded, this, &CalendarModel::look_again);
    connect(&service, &JournalService::entryChanged, this, &CalendarModel::look_again);
    connect(&service, &JournalService::entryRemoved, this, &CalendarModel::look_again);
    connect(&service, &JournalService::entryRestored, this, &CalendarModel::look_again);
    connect(&calendar_, &CalendarWatch::changed, this, [this] { open_at(chosen()); });
}

QString CalendarModel::dayTitle() const {
    return Labels::day(to_civil(chosen()), calendar_.today());
}

QString CalendarModel::daySummary() const {
    return summary_of(chosen());
}

QString CalendarModel::summary_of(QDate day) const {
    return CountWords::of(counts_of(day));
}

bool CalendarModel::onToday() const {
    return chosen() == to_qdate(calendar_.today());
}

void CalendarModel::show() {
    shown_ = true;
    calendar_.look();
    entries_.show(to_civil(chosen()));
    read_month();
}

void CalendarModel::leave() {
    shown_ = false;
    ++question_;
    entries_.show(std::nullopt);
    counts_.clear();
    cells_changed();
    set_message({});
    emit dayChanged();
}

void CalendarModel::showToday() {
    choose_day(to_qdate(calendar_.today()));
}

QString CalendarModel::label_of(QDate day) const {
    //: A day of the calendar as it is read aloud. %1: "Saturday 14 November 2026", %2: "2 setbacks, 1 light bulb"
    return tr("%1: %2").arg(Labels::full_day(day), summary_of(day));
}

DayCounts CalendarModel::counts_of(QDate day) const {
    const auto found = std::ranges::find(counts_, to_civil(day), &DayCounts::day);
    return found == counts_.end() ? DayCounts{} : *found;
}

void CalendarModel::open_at(QDate day) {
    const QDate today = to_qdate(calendar_.today());
    begin_at(day, day, earliest_day(), today, today);
}

void CalendarModel::forget() {
    leave();
    open_at(to_qdate(calendar_.today()));
}

void CalendarModel::look_again() {
    if (shown_) {
        read_month();
    }
}

void CalendarModel::read_month() {
    if (!shown_) {
        return;
    }
    ++question_;
    const auto month = to_civil(current());
    service_.ask(
        this, [month](Journal& journal) { return journal.months().days(month.year() / month.month()); },
        [this, question = question_](Result<std::vector<DayCounts>> days) {
            if (question != question_) {
                return;
            }
            if (!days) {
                tell_failure();
                return;
            }
            counts_ = std::move(*days);
            set_message({});
            cells_changed();
            emit dayChanged();
        });
}

void CalendarModel::tell_failure() {
    set_message(
        tr("The calendar could not be read. Nothing was changed. Lock the journal and open it again; if that does not "
           "help, restart the device."));
}

void CalendarModel::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

}  // namespace pennydrop::app
