// SPDX-License-Identifier: Apache-2.0
// Choosing when something happened: the days of one month as rows of seven, as the language orders a week, and a time
// of day as the language writes it. Nothing later than now can be chosen; or a day alone, from today on.
// Threads: GUI thread.
//
// Two days matter: the chosen one, and the current one, which the keyboard stands on; the month shown is the current
// day's.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>

#include "base/types.h"

namespace pennydrop::app {

class WhenChoice final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.whenChoice")
    Q_PROPERTY(QString monthLabel READ monthLabel NOTIFY monthChanged FINAL)
    Q_PROPERTY(bool hasNextMonth READ hasNextMonth NOTIFY monthChanged FINAL)
    Q_PROPERTY(bool hasPreviousMonth READ hasPreviousMonth NOTIFY monthChanged FINAL)
    Q_PROPERTY(bool dayOnly READ dayOnly NOTIFY monthChanged FINAL)
    Q_PROPERTY(int weeks READ weeks NOTIFY monthChanged FINAL)
    Q_PROPERTY(QStringList weekdays READ weekdays NOTIFY monthChanged FINAL)
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString timeText READ timeText WRITE setTimeText NOTIFY timeChanged FINAL)
    Q_PROPERTY(bool timeValid READ timeValid NOTIFY timeChanged FINAL)

public:
    enum Role { NumberRole = Qt::UserRole + 1, LabelRole, OfMonthRole, UsableRole, ChosenRole, CurrentRole };

    static constexpr int kDaysOfWeek = 7;
    /// A month touches up to six weeks. Those it does not touch are rows of no month.
    static constexpr int kMostWeeks = 6;
    /// How far ahead a day can be chosen.
    static constexpr int kMostYears = 10;

    /// `clock` must outlive it.
    explicit WhenChoice(const Clock& clock, QObject* parent = nullptr);

    /// "November 2026"
    [[nodiscard]] QString monthLabel() const;
    [[nodiscard]] bool hasNextMonth() const;
    [[nodiscard]] bool hasPreviousMonth() const;
    /// A day from today on is chosen, without a time.
    [[nodiscard]] bool dayOnly() const noexcept { return day_only_; }
    /// How many weeks the shown month touches.
    [[nodiscard]] int weeks() const;
    /// Short names, from the language's first day of the week on.
    [[nodiscard]] QStringList weekdays() const;
    [[nodiscard]] int currentRow() const;
    /// As the person edits it, at first as the language writes it.
    [[nodiscard]] QString timeText() const { return time_text_; }
    void setTimeText(const QString& text);
    [[nodiscard]] bool timeValid() const { return time().has_value(); }

    /// Starts with this moment, in the system's time zone.
    Q_INVOKABLE void begin(const QDateTime& when);
    /// Starts with this day ("2026-12-01"), for a day from today on.
    Q_INVOKABLE void beginDay(const QString& day);
    Q_INVOKABLE void previousMonth();
    Q_INVOKABLE void nextMonth();
    /// The current day goes on by that many days, as far as today.
    Q_INVOKABLE void moveDays(int days);
    Q_INVOKABLE void moveToWeekStart();
    Q_INVOKABLE void moveToWeekEnd();
    /// Makes the day in this row the chosen one, unless it cannot be chosen or is of another month.
    Q_INVOKABLE void choose(int row);
    /// What is chosen, not later than now; what begin() was given when nothing else was chosen. Not valid while the
    /// time is none.
    [[nodiscard]] Q_INVOKABLE QDateTime result() const;
    /// The chosen day, "2026-12-01".
    [[nodiscard]] Q_INVOKABLE QString chosenDay() const { return chosen_.toString(Qt::ISODate); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// A time of day as people type it: as the locale writes it, or hours and minutes on the 24-hour clock.
    [[nodiscard]] static std::optional<QTime> parse_time(const QString& text, const QLocale& locale);

signals:
    void monthChanged();
    void currentChanged();
    void timeChanged();

private:
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QDate first_day() const;
    [[nodiscard]] QDate last_day() const;
    [[nodiscard]] std::optional<QTime> time() const { return parse_time(time_text_, QLocale()); }
    /// The day in row 0; of the month before when the month does not begin with a week.
    [[nodiscard]] QDate first_cell() const;
    [[nodiscard]] QDate day_at(int row) const { return first_cell().addDays(row); }
    /// How many days of its week lie before `day`.
    [[nodiscard]] static int days_into_week(QDate day);
    void move_to(QDate day);
    void cells_changed();

    const Clock& clock_;
    QDateTime begun_;
    bool day_only_{false};
    QDate chosen_;
    QDate current_;
    QString time_text_;
};

}  // namespace pennydrop::app
