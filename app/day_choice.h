// SPDX-License-Identifier: Apache-2.0
// Choosing a day: one to come (to look again on), or one that was (to search from, or until).
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>

#include "base/types.h"
#include "month_grid.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other, and QML then none of its properties.
class DayChoice final : public pennydrop::app::MonthGrid {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.dayChoice")

public:
    /// `clock` must outlive it.
    explicit DayChoice(const Clock& clock, QObject* parent = nullptr);

    /// The days after today, for ten years. `day` as ISO 8601 writes it; in a week when it is none of them.
    Q_INVOKABLE void beginAhead(const QString& day);
    /// The days until today. `day` may be "": then none is chosen.
    Q_INVOKABLE void beginPast(const QString& day);
    /// The day that lies so many months and days ahead, as ISO 8601 writes it.
    Q_INVOKABLE [[nodiscard]] QString dayAhead(int months, int days) const;
    /// "Saturday 14 November 2026", "" for what is no day.
    Q_INVOKABLE [[nodiscard]] QString labelOf(const QString& day) const;

private:
    const Clock& clock_;
};

}  // namespace pennydrop::app
