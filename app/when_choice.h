// SPDX-License-Identifier: Apache-2.0
// Choosing when something happened: a day of a month, and a time of day as the language writes it. Nothing later than
// now can be chosen.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTime>

#include <optional>

#include "base/types.h"
#include "month_grid.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other, and QML then none of its properties.
class WhenChoice final : public pennydrop::app::MonthGrid {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.whenChoice")
    Q_PROPERTY(QString timeText READ timeText WRITE setTimeText NOTIFY timeChanged FINAL)
    Q_PROPERTY(bool timeValid READ timeValid NOTIFY timeChanged FINAL)

public:
    /// `clock` must outlive it.
    explicit WhenChoice(const Clock& clock, QObject* parent = nullptr);

    /// As the person edits it, at first as the language writes it.
    [[nodiscard]] QString timeText() const { return time_text_; }
    void setTimeText(const QString& text);
    [[nodiscard]] bool timeValid() const { return time().has_value(); }

    /// Starts with this moment, in the system's time zone; with now when it is none.
    Q_INVOKABLE void begin(const QDateTime& when);
    /// What is chosen, not later than now; what begin() was given when nothing else was chosen. Not valid while the
    /// time is none.
    [[nodiscard]] Q_INVOKABLE QDateTime result() const;

    /// A time of day as people type it: as the locale writes it, or hours and minutes on the 24-hour clock.
    [[nodiscard]] static std::optional<QTime> parse_time(const QString& text, const QLocale& locale);

signals:
    void timeChanged();

private:
    [[nodiscard]] std::optional<QTime> time() const { return parse_time(time_text_, QLocale()); }

    const Clock& clock_;
    QDateTime begun_;
    QString time_text_;
};

}  // namespace pennydrop::app
