// SPDX-License-Identifier: Apache-2.0
// How many entries of which kind, in words: "2 setbacks, 1 light bulb".
// Threads: pure functions, GUI thread (translations).
#pragma once

#include <QCoreApplication>
#include <QString>

#include "journal/month_view.h"

namespace pennydrop::app {

class CountWords final {
    Q_DECLARE_TR_FUNCTIONS(CountWords)

public:
    /// Kinds without entries are left out; "No entries" when there are none at all.
    [[nodiscard]] static QString of(const DayCounts& counts);
};

}  // namespace pennydrop::app
