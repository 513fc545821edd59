// SPDX-License-Identifier: Apache-2.0
#include "count_words.h"

#include <QStringList>

namespace pennydrop::app {

QString CountWords::of(const DayCounts& counts) {
    QStringList parts;
    // One is said on its own, so that English needs no catalogue of plural forms.
    if (counts.setbacks > 0) {
        parts += counts.setbacks == 1 ? tr("1 setback") : tr("%n setbacks", "", static_cast<int>(counts.setbacks));
    }
    if (counts.light_bulbs > 0) {
        parts += counts.light_bulbs == 1 ? tr("1 light bulb")
                                         : tr("%n light bulbs", "", static_cast<int>(counts.light_bulbs));
    }
    if (counts.barriers > 0) {
        parts += counts.barriers == 1 ? tr("1 barrier") : tr("%n barriers", "", static_cast<int>(counts.barriers));
    }
    return parts.isEmpty() ? tr("No entries") : parts.join(tr(", ", "between numbers of entries"));
}

}  // namespace pennydrop::app
