// SPDX-License-Identifier: Apache-2.0
#include "day_choice.h"

#include "civil_time.h"
#include "labels.h"

namespace pennydrop::app {
namespace {

constexpr int kYearsAhead = 10;
constexpr int kUsualDaysAhead = 7;

}  // namespace

DayChoice::DayChoice(const Clock& clock, QObject* parent) : MonthGrid(parent), clock_(clock) {
    beginPast({});
}

void DayChoice::beginAhead(const QString& day) {
    const QDate today = to_qdate(clock_.now().date());
    QDate wanted = QDate::fromString(day, Qt::ISODate);
    if (!wanted.isValid() || wanted <= today) {
        wanted = today.addDays(kUsualDaysAhead);
    }
    begin_at(wanted, wanted, today.addDays(1), today.addYears(kYearsAhead), today);
}

void DayChoice::beginPast(const QString& day) {
    const QDate today = to_qdate(clock_.now().date());
    const QDate wanted = QDate::fromString(day, Qt::ISODate);
    begin_at(wanted, wanted.isValid() ? wanted : today, earliest_day(), today, today);
}

QString DayChoice::dayAhead(int months, int days) const {
    const QDate today = to_qdate(clock_.now().date());
    return today.addMonths(months).addDays(days).toString(Qt::ISODate);
}

QString DayChoice::labelOf(const QString& day) const {
    const QDate known = QDate::fromString(day, Qt::ISODate);
    return known.isValid() ? Labels::full_day(known) : QString();
}

}  // namespace pennydrop::app
