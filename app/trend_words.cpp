// SPDX-License-Identifier: Apache-2.0
#include "trend_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

#include "civil_time.h"
#include "count_words.h"

namespace pennydrop::app {
namespace {

QString written(std::int64_t number) {
    return QLocale().toString(static_cast<qlonglong>(number));
}

}  // namespace

// One is said on its own throughout, so that English needs few plural forms.

std::int64_t& StateCounts::of(std::optional<BarrierState> state) {
    if (!state) {
        return not_said;
    }
    switch (*state) {
        case BarrierState::kStuck:
            return stuck;
        case BarrierState::kMoving:
            return moving;
        case BarrierState::kCleared:
            return cleared;
    }
    return not_said;
}

QString TrendWords::year(std::chrono::year year) {
    return QLocale().toString(QDate(static_cast<int>(year), 1, 1), QStringLiteral("yyyy"));
}

QString TrendWords::month(CivilDate day) {
    return QLocale().standaloneMonthName(to_qdate(day).month());
}

QString TrendWords::month_of_year(CivilDate day) {
    //: A month, "November 2026". %1: the name of the month on its own, %2: the year
    return tr("%1 %2", "month and year").arg(month(day), year(day.year()));
}

QString TrendWords::titled(const QString& what, const QString& when) {
    //: Above a list of entries. %1: what they have in common ("Blame", "Setback"), %2: a month or a year
    return tr("%1, %2", "what and when").arg(what, when);
}

QString TrendWords::entries(std::int64_t number) {
    if (number == 0) {
        return tr("No entries");
    }
    return number == 1 ? tr("1 entry") : tr("%n entries", "", static_cast<int>(number));
}

QString TrendWords::days_long(double days) {
    if (days == 1) {
        return tr("1 day");
    }
    if (days == std::floor(days)) {
        return tr("%n days", "", static_cast<int>(days));
    }
    //: A time that is not a whole number of days, "12.5 days".
    return tr("%1 days", "not a whole number").arg(QLocale().toString(days, 'f', 1));
}

QString TrendWords::days(std::span<const SeriesPoint> months, std::chrono::year year) {
    std::int64_t days = 0;
    for (const SeriesPoint& point : months) {
        days += point.count;
    }
    const QString when = TrendWords::year(year);
    if (days == 0) {
        return tr("There are no entries in %1.").arg(when);
    }
    if (days == 1) {
        return tr("One day of %1 has entries.").arg(when);
    }
    const auto most = std::ranges::max_element(months, {}, &SeriesPoint::count);
    const bool tied = std::ranges::count(months, most->count, &SeriesPoint::count) > 1;
    if (tied || most->count == days) {
        //: %1: the year
        return tr("%n days of %1 have entries.", "", static_cast<int>(days)).arg(when);
    }
    //: %1: the year, %2: the name of a month
    return tr("%n days of %1 have entries; %2 has more of them than any other month.", "", static_cast<int>(days))
        .arg(when, month(most->period.first));
}

QString TrendWords::kinds(const DayCounts& counts, std::chrono::year year) {
    if (counts.all() == 0) {
        return tr("There are no entries in %1.").arg(TrendWords::year(year));
    }
    //: %1: the year, %2: "2 setbacks, 1 light bulb"
    return tr("In %1 you wrote down %2.").arg(TrendWords::year(year), CountWords::of(counts));
}

QString TrendWords::hurdles(const QString& commonest, const Share& share, int tied, std::chrono::year year) {
    if (share.whole == 0) {
        return tr("No setback or barrier of %1 names a hurdle.").arg(TrendWords::year(year));
    }
    if (share.whole == 1) {
        //: %1: a hurdle, %2: the year
        return tr("“%1” is the one hurdle you named in %2.").arg(commonest, TrendWords::year(year));
    }
    if (tied > 1) {
        return tr("The first %n hurdles are named equally often.", "", tied);
    }
    //: %1: a hurdle, %2: a number, %n: how many setbacks and barriers name any hurdle
    return tr("“%1” is named most often: in %2 of the %n setbacks and barriers that name a hurdle.", "",
              static_cast<int>(share.whole))
        .arg(commonest, written(share.part));
}

QString TrendWords::learning(const Share& learned, std::chrono::year year) {
    const QString when = TrendWords::year(year);
    const int all = static_cast<int>(learned.whole);
    if (learned.whole == 0) {
        return tr("There are no setbacks in %1.").arg(when);
    }
    if (learned.whole == 1) {
        return learned.part == 1 ? tr("The one setback of %1 has taught something.").arg(when)
                                 : tr("What the one setback of %1 may teach is open.").arg(when);
    }
    if (learned.part == 0) {
        //: %1: the year
        return tr("What the %n setbacks of %1 may teach is open.", "", all).arg(when);
    }
    if (learned.part == learned.whole) {
        //: %1: the year
        return tr("All %n setbacks of %1 have taught something.", "", all).arg(when);
    }
    if (learned.part == 1) {
        //: %1: the year
        return tr("One of the %n setbacks of %1 has taught something.", "", all).arg(when);
    }
    //: %1: a number, %2: the year
    return tr("%1 of the %n setbacks of %2 have taught something.", "", all).arg(written(learned.part), when);
}

QString TrendWords::one_barrier(const StateCounts& counts, const QString& year) {
    if (counts.stuck == 1) {
        return tr("The one barrier of %1 is stuck.").arg(year);
    }
    if (counts.moving == 1) {
        return tr("The one barrier of %1 is moving.").arg(year);
    }
    if (counts.cleared == 1) {
        return tr("The one barrier of %1 is cleared.").arg(year);
    }
    return tr("How the one barrier of %1 stands is not said.").arg(year);
}

QString TrendWords::barriers(const StateCounts& counts, std::chrono::year year) {
    const QString when = TrendWords::year(year);
    const int all = static_cast<int>(counts.all());
    if (all == 0) {
        return tr("There are no barriers in %1.").arg(when);
    }
    if (all == 1) {
        return one_barrier(counts, when);
    }
    if (counts.not_said == 0) {
        //: How the barriers of a year stand. %1: the year, %2 to %4: numbers
        return tr("%n barriers of %1 by how they stand: stuck %2, moving %3, cleared %4.", "", all)
            .arg(when, written(counts.stuck), written(counts.moving), written(counts.cleared));
    }
    //: How the barriers of a year stand. %1: the year, %2 to %5: numbers
    return tr("%n barriers of %1 by how they stand: stuck %2, moving %3, cleared %4, not said %5.", "", all)
        .arg(when, written(counts.stuck), written(counts.moving), written(counts.cleared), written(counts.not_said));
}

QString TrendWords::time_to_cleared(const TimeToCleared& time) {
    if (!time.median_days) {
        return {};
    }
    if (time.cleared == 1) {
        return *time.median_days == 0
                   ? tr("The one that is cleared was cleared on the day it was named.")
                   //: %1: "12 days"
                   : tr("The one that is cleared took %1 from being named.").arg(days_long(*time.median_days));
    }
    if (*time.median_days == 0) {
        return tr("At least half of the %n that are cleared were cleared on the day they were named.", "",
                  static_cast<int>(time.cleared));
    }
    //: %1: "12 days"
    return tr("Half of the %n that are cleared took %1 or less from being named.", "", static_cast<int>(time.cleared))
        .arg(days_long(*time.median_days));
}

}  // namespace pennydrop::app
