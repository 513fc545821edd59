// SPDX-License-Identifier: Apache-2.0
#include "review_words.h"

#include <QDate>

#include "civil_time.h"
#include "labels.h"

namespace pennydrop::app {
namespace {

// Up to here one counts in the smaller unit.
constexpr int kMostDays = 13;
constexpr int kMostWeeks = 8;
constexpr int kDaysOfWeek = 7;
constexpr int kMonthsOfYear = 12;

/// Whole months from `day` to `today`.
int months_between(QDate day, QDate today) {
    const int months = (today.year() - day.year()) * kMonthsOfYear + today.month() - day.month();
    return day.addMonths(months) > today ? months - 1 : months;
}

}  // namespace

QString ReviewWords::question(ReviewQuestion question) {
    switch (question) {
        case ReviewQuestion::kSetbackNow:
            //: Questions about an earlier entry: curious, about the situation, never about who is at fault; at most 15
            //: words.
            return tr("What do you see now that you did not see then?");
        case ReviewQuestion::kSetbackTried:
            return tr("What have you tried since, and what happened?");
        case ReviewQuestion::kSetbackTaught:
            return tr("What did it turn out to teach?");
        case ReviewQuestion::kBarrierNow:
            return tr("Is it still stuck, has it moved, or is it cleared?");
        case ReviewQuestion::kBarrierAsk:
            return tr("What could somebody do differently that would help?");
        case ReviewQuestion::kBarrierKeeps:
            return tr("What keeps it there?");
        case ReviewQuestion::kDecisionDue:
            return tr("Adapt, adopt or abandon?");
        case ReviewQuestion::kSetbackDay:
            return tr("What is different today?");
        case ReviewQuestion::kLightBulbDay:
            return tr("Where could this help now?");
        case ReviewQuestion::kBarrierDay:
            return tr("Where does it stand today?");
        case ReviewQuestion::kBarrierStillClear:
            return tr("Is it still clear, and what keeps it so?");
    }
    return {};
}

QString ReviewWords::reason(const ReviewItem& item, CivilDate day, CivilDate today) {
    switch (item.reason) {
        case ReviewReason::kDecision:
            //: Why a card is in Review: something was decided for now, and its day has come. %1: the day ("Today",
            //: "Friday 14 November")
            return tr("A decision for now, to look at again: %1").arg(Labels::day(item.due, today));
        case ReviewReason::kSnoozed:
            //: %1: how long ago it happened ("3 weeks ago")
            return tr("You wanted to see this again. It is from %1").arg(ago(day, today));
        case ReviewReason::kLookBack:
            //: %1: how long ago it happened ("3 weeks ago")
            return tr("Looking back: %1").arg(ago(day, today));
        case ReviewReason::kOnThisDay:
            break;
    }
    const int years = static_cast<int>(today.year()) - static_cast<int>(day.year());
    return years == 1 ? tr("On this day last year") : tr("On this day %n years ago", "", years);
}

QString ReviewWords::ago(CivilDate day, CivilDate today) {
    const QDate then = to_qdate(day);
    const QDate now = to_qdate(today);
    const int days = static_cast<int>(then.daysTo(now));
    // One is said on its own, so that English needs no catalogue of plural forms.
    if (days <= 0) {
        return tr("today");
    }
    if (days <= kMostDays) {
        return days == 1 ? tr("yesterday") : tr("%n days ago", "", days);
    }
    const int months = months_between(then, now);
    if (days / kDaysOfWeek <= kMostWeeks) {
        return tr("%n weeks ago", "", days / kDaysOfWeek);
    }
    if (months < kMonthsOfYear * 2) {
        return tr("%n months ago", "", months);
    }
    return tr("%n years ago", "", months / kMonthsOfYear);
}

QString ReviewWords::invitation(int count) {
    if (count <= 0) {
        return {};
    }
    //: Earlier entries that wait in Review.
    return count == 1 ? tr("1 worth another look") : tr("%n worth another look", "", count);
}

QString ReviewWords::more(int count) {
    if (count <= 0) {
        return {};
    }
    return count == 1 ? tr("1 more after this one") : tr("%n more after this one", "", count);
}

QString ReviewWords::snoozed_until(CivilDate day, CivilDate today) {
    if (to_qdate(today).daysTo(to_qdate(day)) == 1) {
        return tr("You will see it again tomorrow");
    }
    //: %1: "Saturday 21 November"
    return tr("You will see it again on %1").arg(Labels::day(day, today));
}

QString ReviewWords::state(BarrierState state) {
    switch (state) {
        case BarrierState::kStuck:
            //: How a barrier stands.
            return tr("Stuck");
        case BarrierState::kMoving:
            //: How a barrier stands.
            return tr("Moving");
        case BarrierState::kCleared:
            //: How a barrier stands.
            return tr("Cleared");
    }
    return {};
}

}  // namespace pennydrop::app
