// SPDX-License-Identifier: Apache-2.0
#include "labels.h"

#include "civil_time.h"

namespace pennydrop::app {
namespace {

/// Days from `day` to `today`.
qint64 days_ago(CivilDate day, CivilDate today) {
    return to_qdate(day).daysTo(to_qdate(today));
}

}  // namespace

QString Labels::day(CivilDate day, CivilDate today, const QLocale& locale) {
    switch (days_ago(day, today)) {
        case 0:
            return tr("Today");
        case 1:
            return tr("Yesterday");
        default:
            break;
    }
    if (day.year() == today.year()) {
        //: A day of this year as a heading, "Friday 14 November". A date format: dddd is the weekday, d the day, MMMM
        //: the month.
        return locale.toString(to_qdate(day), tr("dddd d MMMM"));
    }
    return full_day(to_qdate(day), locale);
}

QString Labels::full_day(QDate day, const QLocale& locale) {
    //: A day of another year as a heading, "Friday 14 November 2025". A date format as before, yyyy is the year.
    return locale.toString(day, tr("dddd d MMMM yyyy"));
}

QString Labels::time(const LocalTime& moment, const QLocale& locale) {
    return time(wall_time(moment), locale);
}

QString Labels::time(QTime time, const QLocale& locale) {
    return locale.toString(time, time_format(locale));
}

QString Labels::time_format(const QLocale& locale) {
    // The C locale, which a machine without a language falls back to, would show seconds.
    return locale.language() == QLocale::C ? QStringLiteral("HH:mm") : locale.timeFormat(QLocale::ShortFormat);
}

QString Labels::moment(const LocalTime& moment, CivilDate today, const QLocale& locale) {
    //: When something happened: %1 is a day ("Today", "Friday 14 November"), %2 a time ("16:05").
    return tr("%1, %2").arg(day(moment.date(), today, locale), time(moment, locale));
}

QString Labels::edited(const LocalTime& moment, CivilDate today, const QLocale& locale) {
    const QString at = time(moment, locale);
    switch (days_ago(moment.date(), today)) {
        case 0:
            //: %1 is a time ("16:05").
            return tr("Edited today at %1").arg(at);
        case 1:
            //: %1 is a time ("16:05").
            return tr("Edited yesterday at %1").arg(at);
        default:
            //: %1 is a day ("Friday 14 November"), %2 a time ("16:05").
            return tr("Edited on %1 at %2").arg(day(moment.date(), today, locale), at);
    }
}

}  // namespace pennydrop::app
