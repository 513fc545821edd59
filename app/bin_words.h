// SPDX-License-Identifier: Apache-2.0
// What is said of a deleted thing: when it was deleted, and how long it still stays.
// Threads: pure functions, GUI thread (translations).
#pragma once

#include <QCoreApplication>
#include <QString>

#include "base/types.h"

namespace pennydrop::app {

class BinWords final {
    Q_DECLARE_TR_FUNCTIONS(BinWords)

public:
    /// "Deleted: Today · Kept until: Monday 14 December"; days are those of the system's time zone.
    [[nodiscard]] static QString fate(Timestamp removed, Timestamp due, const LocalTime& now);
    /// "1 day", "30 days", "1 year"
    [[nodiscard]] static QString days(int days);
};

}  // namespace pennydrop::app
