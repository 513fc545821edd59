// SPDX-License-Identifier: Apache-2.0
// What a person is told of a repair: what was saved, and what is known to be lost, down to the last file.
// Threads: pure functions (translations).
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include "journal/journal_repair.h"

namespace pennydrop::app {

class RepairWords final {
    Q_DECLARE_TR_FUNCTIONS(RepairWords)

public:
    /// One sentence each. What was lost and cannot be known is said as well.
    [[nodiscard]] static QStringList of(const JournalRepairReport& report);
};

}  // namespace pennydrop::app
