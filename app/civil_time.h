// SPDX-License-Identifier: Apache-2.0
// Between the core's times and Qt's, and a watch that says when "today" means another day.
// Threads: the functions are pure but for the system's time zone; CalendarWatch belongs to the GUI thread.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QObject>
#include <QTime>
#include <QTimer>

#include "base/types.h"

namespace pennydrop::app {

[[nodiscard]] QDate to_qdate(CivilDate day);
[[nodiscard]] CivilDate to_civil(QDate day);
/// The time of day on the wall of the place it happened in.
[[nodiscard]] QTime wall_time(const LocalTime& moment);
/// The moment of `when` with the offset the system's time zone has (or had) then.
[[nodiscard]] LocalTime to_local_time(const QDateTime& when);
/// The same moment for Qt, with the same offset.
[[nodiscard]] QDateTime to_date_time(const LocalTime& moment);
/// Whole minutes since 1970.
[[nodiscard]] std::int64_t minute_of(Timestamp at);
[[nodiscard]] LocalTime to_local_time(Timestamp at);

/// Says when labels such as "Today" must be written anew: at midnight, after a suspend, when the time zone, the locale
/// or the language changed. Looks at the clock at midnight, every few minutes (a timer sleeps while the machine does)
/// and when the program comes to the front.
class CalendarWatch final : public QObject {
    Q_OBJECT

public:
    /// `clock` must outlive the watch.
    explicit CalendarWatch(const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] CivilDate today() const noexcept { return seen_.date(); }
    /// Looks at the clock now.
    void look();

signals:
    void changed();

private:
    void retell();
    void wait_for_midnight(const LocalTime& now);

    const Clock& clock_;
    LocalTime seen_;
    QTimer timer_;
};

}  // namespace pennydrop::app
