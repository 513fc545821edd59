// SPDX-License-Identifier: Apache-2.0
// Days and times in words: "Today", "Yesterday", "Friday 14 November", "16:05". A day is the one the person saw on the
// wall where it happened.
// Threads: pure functions, GUI thread (translations).
#pragma once

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QString>
#include <QTime>

#include "base/types.h"

namespace pennydrop::app {

class Labels final {
    Q_DECLARE_TR_FUNCTIONS(Labels)

public:
    /// "Today", "Yesterday", "Friday 14 November", or with the year when it is not the year of `today`.
    [[nodiscard]] static QString day(CivilDate day, CivilDate today, const QLocale& locale = QLocale());
    /// "Friday 14 November 2026", whatever day it is.
    [[nodiscard]] static QString full_day(QDate day, const QLocale& locale = QLocale());
    /// "16:05", as the locale writes it.
    [[nodiscard]] static QString time(const LocalTime& moment, const QLocale& locale = QLocale());
    [[nodiscard]] static QString time(QTime time, const QLocale& locale = QLocale());
    /// The format of the two, as QLocale reads it.
    [[nodiscard]] static QString time_format(const QLocale& locale = QLocale());
    /// "Today, 16:05"
    [[nodiscard]] static QString moment(const LocalTime& moment, CivilDate today, const QLocale& locale = QLocale());
    /// "Edited yesterday at 16:05"
    [[nodiscard]] static QString edited(const LocalTime& moment, CivilDate today, const QLocale& locale = QLocale());
};

}  // namespace pennydrop::app
