// SPDX-License-Identifier: Apache-2.0
// What a person's own journal shows of a year, as charts that are also tables, and the entries behind what one presses.
// It counts what is there; it does not rate the person who wrote it.
// Threads: GUI thread. Each year asked for has a number; an answer to an older one is dropped.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

#include "civil_time.h"
#include "journal_service.h"
#include "trend_chart.h"
#include "trend_entries.h"
#include "trend_year.h"

namespace pennydrop::app {

class TrendsModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.trends")
    /// The first answer is there since show().
    Q_PROPERTY(bool ready READ ready NOTIFY yearChanged FINAL)
    /// The journal has no entries.
    Q_PROPERTY(bool empty READ empty NOTIFY yearChanged FINAL)
    Q_PROPERTY(QString yearLabel READ yearLabel NOTIFY yearChanged FINAL)
    Q_PROPERTY(bool hasYearBefore READ hasYearBefore NOTIFY yearChanged FINAL)
    Q_PROPERTY(bool hasYearAfter READ hasYearAfter NOTIFY yearChanged FINAL)
    /// Short names, and names of one letter, from January on.
    Q_PROPERTY(QStringList monthNames READ monthNames NOTIFY yearChanged FINAL)
    Q_PROPERTY(QStringList monthLetters READ monthLetters NOTIFY yearChanged FINAL)
    Q_PROPERTY(pennydrop::app::TrendChart* days READ days CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::TrendChart* kinds READ kinds CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::TrendChart* hurdles READ hurdles CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::TrendChart* learning READ learning CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::TrendChart* barriers READ barriers CONSTANT FINAL)
    /// The entries behind a mark are shown.
    Q_PROPERTY(bool marked READ marked NOTIFY markedChanged FINAL)
    Q_PROPERTY(QString markTitle READ markTitle NOTIFY markedChanged FINAL)
    Q_PROPERTY(pennydrop::app::TrendEntries* entries READ entries CONSTANT FINAL)
    /// Why the journal could not be read; "" when all is well.
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    /// `service` and `clock` must outlive the model.
    TrendsModel(JournalService& service, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] bool ready() const noexcept { return counts_.has_value(); }
    [[nodiscard]] bool empty() const noexcept { return counts_ && !counts_->span; }
    [[nodiscard]] QString yearLabel() const;
    [[nodiscard]] bool hasYearBefore() const;
    [[nodiscard]] bool hasYearAfter() const;
    [[nodiscard]] QStringList monthNames() const;
    [[nodiscard]] QStringList monthLetters() const;
    [[nodiscard]] TrendChart* days() noexcept { return &days_; }
    [[nodiscard]] TrendChart* kinds() noexcept { return &kinds_; }
    [[nodiscard]] TrendChart* hurdles() noexcept { return &hurdles_; }
    [[nodiscard]] TrendChart* learning() noexcept { return &learning_; }
    [[nodiscard]] TrendChart* barriers() noexcept { return &barriers_; }
    [[nodiscard]] bool marked() const noexcept { return marked_; }
    [[nodiscard]] QString markTitle() const { return mark_title_; }
    [[nodiscard]] TrendEntries* entries() noexcept { return &entries_; }
    [[nodiscard]] QString message() const { return message_; }

    /// The page appears: with the year that was chosen before, or that of the last entry.
    Q_INVOKABLE void show();
    /// The page goes: what it read is forgotten, the chosen year is not.
    Q_INVOKABLE void leave();
    Q_INVOKABLE void yearBefore();
    Q_INVOKABLE void yearAfter();
    /// From the entries behind a mark back to the charts.
    Q_INVOKABLE void unmark();

signals:
    void yearChanged();
    void markedChanged();
    void messageChanged();

private:
    void watch(TrendChart& chart);
    void mark(const TrendRow& row);
    void go_to(std::chrono::year year);
    void forget();
    void look_again();
    void read();
    void draw();
    void tell_failure();
    void set_message(const QString& message);

    JournalService& service_;
    CalendarWatch calendar_;
    TrendChart days_;
    TrendChart kinds_;
    TrendChart hurdles_;
    TrendChart learning_;
    TrendChart barriers_;
    TrendEntries entries_;
    std::optional<TrendYear> counts_;
    std::optional<std::chrono::year> year_;
    QString mark_title_;
    QString message_;
    std::uint64_t question_{0};
    bool shown_{false};
    bool marked_{false};
};

}  // namespace pennydrop::app
