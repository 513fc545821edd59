// SPDX-License-Identifier: Apache-2.0
#include "bin_words.h"

#include "civil_time.h"
#include "labels.h"

namespace pennydrop::app {
namespace {

constexpr int kDaysOfYear = 365;

}  // namespace

QString BinWords::fate(Timestamp removed, Timestamp due, const LocalTime& now) {
    const QString deleted = Labels::day(to_local_time(removed).date(), now.date());
    if (due.micros <= now.at.micros) {
        //: Of something deleted. %1: a day ("Today", "Friday 14 November")
        return tr("Deleted: %1 · Erased when the journal is next opened").arg(deleted);
    }
    //: Of something deleted. %1 and %2: days ("Today", "Friday 14 November")
    return tr("Deleted: %1 · Kept until: %2").arg(deleted, Labels::day(to_local_time(due).date(), now.date()));
}

QString BinWords::days(int days) {
    if (days == kDaysOfYear) {
        //: How long deleted entries stay.
        return tr("1 year");
    }
    // One is said on its own, so that English needs no catalogue of plural forms.
    //: How long deleted entries stay.
    return days == 1 ? tr("1 day") : tr("%n days", "", days);
}

}  // namespace pennydrop::app
