// SPDX-License-Identifier: Apache-2.0
// The days of one month as rows of seven, as the language orders a week, to choose one of them. Two days matter: the
// chosen one, and the current one, which the keyboard stands on; the month shown is the current day's.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QDate>
#include <QString>
#include <QStringList>

#include "journal/month_view.h"

namespace pennydrop::app {

class MonthGrid : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.dayChoice or App.calendar")
    Q_PROPERTY(QString monthLabel READ monthLabel NOTIFY monthChanged FINAL)
    Q_PROPERTY(bool hasPreviousMonth READ hasPreviousMonth NOTIFY monthChanged FINAL)
    Q_PROPERTY(bool hasNextMonth READ hasNextMonth NOTIFY monthChanged FINAL)
    Q_PROPERTY(int weeks READ weeks NOTIFY monthChanged FINAL)
    Q_PROPERTY(QStringList weekdays READ weekdays NOTIFY monthChanged FINAL)
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentChanged FINAL)
    /// As ISO 8601 writes it, "2026-11-14": a day has no time zone on its way through QML.
    Q_PROPERTY(QString chosenDay READ chosenDay NOTIFY chosenChanged FINAL)
    /// "Saturday 14 November 2026"
    Q_PROPERTY(QString chosenLabel READ chosenLabel NOTIFY chosenChanged FINAL)

public:
    enum Role {
        NumberRole = Qt::UserRole + 1,
        LabelRole,
        OfMonthRole,
        UsableRole,
        ChosenRole,
        CurrentRole,
        TodayRole,
        SetbacksRole,
        LightBulbsRole,
        BarriersRole
    };

    static constexpr int kDaysOfWeek = 7;
    /// A month touches up to six weeks. Those it does not touch are rows of no month.
    static constexpr int kMostWeeks = 6;

    [[nodiscard]] QString monthLabel() const;
    [[nodiscard]] bool hasPreviousMonth() const;
    [[nodiscard]] bool hasNextMonth() const;
    [[nodiscard]] int weeks() const;
    [[nodiscard]] QStringList weekdays() const;
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] QString chosenDay() const { return chosen_.toString(Qt::ISODate); }
    [[nodiscard]] QString chosenLabel() const;

    Q_INVOKABLE void previousMonth();
    Q_INVOKABLE void nextMonth();
    /// The current day goes on by that many days, as far as the first and the last.
    Q_INVOKABLE void moveDays(int days);
    Q_INVOKABLE void moveToWeekStart();
    Q_INVOKABLE void moveToWeekEnd();
    /// Makes the day in this row the chosen one, if it may be.
    Q_INVOKABLE void choose(int row);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void monthChanged();
    void currentChanged();
    void chosenChanged();

protected:
    explicit MonthGrid(QObject* parent);

    /// What a screen reader says of a day.
    [[nodiscard]] virtual QString label_of(QDate day) const;
    /// The entries of a day; none where nobody counts them.
    [[nodiscard]] virtual DayCounts counts_of(QDate day) const;

    /// Starts with `chosen` in a calendar from `first` to `last`. `chosen` may lie outside; an invalid one is none.
    void begin_at(QDate chosen, QDate current, QDate first, QDate last, QDate today);
    void choose_day(QDate day);
    void cells_changed();
    [[nodiscard]] QDate chosen() const { return chosen_; }
    [[nodiscard]] QDate current() const { return current_; }
    /// Nobody remembers what was before.
    [[nodiscard]] static QDate earliest_day() { return {1900, 1, 1}; }
    [[nodiscard]] bool is_usable(QDate day) const { return day >= first_ && day <= last_; }

private:
    [[nodiscard]] bool is_of_month(QDate day) const;
    [[nodiscard]] QDate first_cell() const;
    [[nodiscard]] QDate day_at(int row) const { return first_cell().addDays(row); }
    void move_to(QDate day);

    QDate first_;
    QDate last_;
    QDate today_;
    QDate chosen_;
    QDate current_;
};

}  // namespace pennydrop::app
