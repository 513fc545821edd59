// SPDX-License-Identifier: Apache-2.0
#include "when_choice.h"

#include <algorithm>

#include "civil_time.h"
#include "labels.h"

namespace pennydrop::app {
namespace {

QTime to_the_minute(QTime time) {
    return {time.hour(), time.minute()};
}

}  // namespace

WhenChoice::WhenChoice(const Clock& clock, QObject* parent) : MonthGrid(parent), clock_(clock) {
    begin({});
}

void WhenChoice::setTimeText(const QString& text) {
    if (text != time_text_) {
        time_text_ = text;
        emit timeChanged();
    }
}

void WhenChoice::begin(const QDateTime& when) {
    // An entry may bear any day there has been.
    static const QDate kEarliest = QDate::fromJulianDay(1'721'426);  // of the year 1
    const QDateTime now = to_date_time(clock_.now()).toLocalTime();
    begun_ = when.isValid() ? when.toLocalTime() : now;
    time_text_ = Labels::time(begun_.time());
    emit timeChanged();
    begin_at(begun_.date(), begun_.date(), kEarliest, now.date(), now.date());
}

QDateTime WhenChoice::result() const {
    const auto at = time();
    if (!at) {
        return {};
    }
    // The hour that a clock set back shows twice, and the seconds, stay as they were.
    if (chosen() == begun_.date() && *at == to_the_minute(begun_.time())) {
        return begun_;
    }
    return std::min(QDateTime(chosen(), *at), to_date_time(clock_.now()).toLocalTime());
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

}  // namespace pennydrop::app
