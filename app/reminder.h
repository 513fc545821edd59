// SPDX-License-Identifier: Apache-2.0
// Says on the desktop that something is worth another look: if the person wants it, at most once a day, by day, while
// the program runs and another one is in front. No word of an entry is in it, and no number.
// Threads: GUI thread.
//
// So that it can be said while the journal is locked, the days of the next two weeks on which something waits are
// remembered, as yes or no, for as long as the program runs.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>

#include <array>
#include <functional>

#include "app_settings.h"
#include "base/types.h"
#include "journal_service.h"
#include "platform/device.h"

namespace pennydrop::app {

class Reminder final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.reminder")
    /// The device can show such a thing.
    Q_PROPERTY(bool available READ available CONSTANT FINAL)
    Q_PROPERTY(bool wanted READ wanted WRITE setWanted NOTIFY wantedChanged FINAL)

public:
    static constexpr int kDaysAhead = 14;
    /// By the wall clock.
    static constexpr int kFirstHour = 9;
    static constexpr int kLastHour = 19;
    static constexpr int kPauseMilliseconds = 5 * 60 * 1000;

    /// Whether the person has the program in front of them.
    using InFront = std::function<bool()>;

    /// All must outlive it.
    Reminder(JournalService& service, AppSettings& settings, const Clock& clock, platform::Device& device,
             QString journal_path, InFront in_front, QObject* parent = nullptr);

    [[nodiscard]] bool available() const { return device_.can_notify(); }
    [[nodiscard]] bool wanted() const { return settings_.reviewReminder(); }
    void setWanted(bool wanted);

    /// Reads anew on which days something waits.
    void read();
    /// The journal is erased: there is nothing to remind of.
    void forget_journal();
    /// Says it, if it is to be said now.
    void look();

signals:
    void wantedChanged();

private:
    using Days = std::array<bool, kDaysAhead>;

    JournalService& service_;
    AppSettings& settings_;
    const Clock& clock_;
    platform::Device& device_;
    QString journal_path_;
    InFront in_front_;
    QTimer timer_;
    CivilDate first_{};  ///< The day of `waiting_[0]`.
    Days waiting_{};
};

}  // namespace pennydrop::app
