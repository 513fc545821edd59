// SPDX-License-Identifier: Apache-2.0
#include "trends_model.h"

#include <QLocale>

#include <utility>

#include "trend_words.h"

namespace pennydrop::app {
namespace {

constexpr int kMonths = 12;

QStringList names_of_months(QLocale::FormatType format) {
    const QLocale locale;
    QStringList names;
    for (int month = 1; month <= kMonths; ++month) {
        names += locale.standaloneMonthName(month, format);
    }
    return names;
}

}  // namespace

TrendsModel::TrendsModel(JournalService& service, const Clock& clock, QObject* parent)
    : QObject(parent), service_(service), calendar_(clock), entries_(service, clock) {
    for (TrendChart* const chart : {&days_, &kinds_, &hurdles_, &learning_, &barriers_}) {
        watch(*chart);
    }
    connect(&entries_, &TrendEntries::failed, this, &TrendsModel::tell_failure);
    connect(&service, &JournalService::closing, this, &TrendsModel::forget);
    connect(&service, &JournalService::entryAdded, this, &TrendsModel::look_again);
    connect(&service, &JournalService::entryChanged, this, &TrendsModel::look_again);
    connect(&service, &JournalService::entryRemoved, this, &TrendsModel::look_again);
    connect(&service, &JournalService::entryRestored, this, &TrendsModel::look_again);
    // Words may be of another language now.
    connect(&calendar_, &CalendarWatch::changed, this, &TrendsModel::draw);
}

void TrendsModel::watch(TrendChart& chart) {
    connect(&chart, &TrendChart::chosen, this, &TrendsModel::mark);
}

QString TrendsModel::yearLabel() const {
    return counts_ && counts_->span ? TrendWords::year(counts_->year) : QString();
}

bool TrendsModel::hasYearBefore() const {
    return counts_ && counts_->span && counts_->year > counts_->span->first.year();
}

bool TrendsModel::hasYearAfter() const {
    return counts_ && counts_->span && counts_->year < counts_->span->last.year();
}

QStringList TrendsModel::monthNames() const {
    return names_of_months(QLocale::ShortFormat);
}

QStringList TrendsModel::monthLetters() const {
    return names_of_months(QLocale::NarrowFormat);
}

void TrendsModel::show() {
    shown_ = true;
    calendar_.look();
    read();
}

void TrendsModel::leave() {
    shown_ = false;
    ++question_;
    unmark();
    counts_.reset();
    draw();
    set_message({});
}

void TrendsModel::yearBefore() {
    if (hasYearBefore()) {
        go_to(counts_->year - std::chrono::years{1});
    }
}

void TrendsModel::yearAfter() {
    if (hasYearAfter()) {
        go_to(counts_->year + std::chrono::years{1});
    }
}

void TrendsModel::go_to(std::chrono::year year) {
    year_ = year;
    read();
}

void TrendsModel::mark(const TrendRow& row) {
    marked_ = true;
    mark_title_ = row.title;
    entries_.show(row.mark);
    emit markedChanged();
}

void TrendsModel::unmark() {
    if (!marked_) {
        return;
    }
    marked_ = false;
    mark_title_.clear();
    entries_.show(std::nullopt);
    emit markedChanged();
}

void TrendsModel::forget() {
    leave();
    year_.reset();
}

void TrendsModel::look_again() {
    if (shown_) {
        read();
    }
}

void TrendsModel::read() {
    if (!shown_) {
        return;
    }
    ++question_;
    service_.ask(
        this, [year = year_](Journal& journal) { return ask_year(journal, year); },
        [this, question = question_](Result<TrendYear> counts) {
            if (question != question_) {
                return;
            }
            if (!counts) {
                tell_failure();
                return;
            }
            counts_ = std::move(*counts);
            set_message({});
            draw();
        });
}

void TrendsModel::draw() {
    const bool filled = counts_ && counts_->span;
    days_.show(filled ? TrendCharts::days(*counts_) : ChartContent{});
    kinds_.show(filled ? TrendCharts::kinds(*counts_, calendar_.today()) : ChartContent{});
    hurdles_.show(filled ? TrendCharts::hurdles(*counts_) : ChartContent{});
    learning_.show(filled ? TrendCharts::learning(*counts_) : ChartContent{});
    barriers_.show(filled ? TrendCharts::barriers(*counts_) : ChartContent{});
    emit yearChanged();
}

void TrendsModel::tell_failure() {
    set_message(
        tr("The trends could not be read. Nothing was changed. Lock the journal and open it again; if that does not "
           "help, restart the device."));
}

void TrendsModel::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

}  // namespace pennydrop::app
