// SPDX-License-Identifier: Apache-2.0
// A month of the journal: which kinds of entry each day has, and the entries of the chosen day.
// Threads: GUI thread. Each month asked for has a number; an answer to an older one is dropped.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>

#include <cstdint>
#include <vector>

#include "base/types.h"
#include "civil_time.h"
#include "day_entries.h"
#include "journal_service.h"
#include "month_grid.h"

namespace pennydrop::app {

class CalendarModel final : public pennydrop::app::MonthGrid {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.calendar")
    Q_PROPERTY(pennydrop::app::DayEntries* entries READ entries CONSTANT FINAL)
    /// "Today", "Friday 14 November"
    Q_PROPERTY(QString dayTitle READ dayTitle NOTIFY dayChanged FINAL)
    /// "2 setbacks, 1 light bulb"
    Q_PROPERTY(QString daySummary READ daySummary NOTIFY dayChanged FINAL)
    Q_PROPERTY(bool onToday READ onToday NOTIFY dayChanged FINAL)
    /// Why the journal could not be read; "" when all is well.
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    /// `service` and `clock` must outlive the model.
    CalendarModel(JournalService& service, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] DayEntries* entries() noexcept { return &entries_; }
    [[nodiscard]] QString dayTitle() const;
    [[nodiscard]] QString daySummary() const;
    [[nodiscard]] bool onToday() const;
    [[nodiscard]] QString message() const { return message_; }

    /// The page appears: with the day that was chosen before, or today.
    Q_INVOKABLE void show();
    /// The page goes: what it read is forgotten, the chosen day is not.
    Q_INVOKABLE void leave();
    Q_INVOKABLE void showToday();

signals:
    void dayChanged();
    void messageChanged();

protected:
    [[nodiscard]] QString label_of(QDate day) const override;
    [[nodiscard]] DayCounts counts_of(QDate day) const override;

private:
    [[nodiscard]] QString summary_of(QDate day) const;
    void open_at(QDate day);
    void forget();
    void look_again();
    void read_month();
    void tell_failure();
    void set_message(const QString& message);

    JournalService& service_;
    CalendarWatch calendar_;
    DayEntries entries_;
    std::vector<DayCounts> counts_;  ///< Of the days that have entries, of the month read last.
    QString message_;
    std::uint64_t question_{0};
    bool shown_{false};
};

}  // namespace pennydrop::app
