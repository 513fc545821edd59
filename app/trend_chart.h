// SPDX-License-Identifier: Apache-2.0
// A chart: what it says in one sentence, its marks, and the same as a table.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include <vector>

#include "trend_rows.h"

namespace pennydrop::app {

/// What a TrendChart shows.
struct ChartContent {
    QString reading{};
    QString note{};  ///< Below the marks; "" for nothing.
    std::vector<TrendRow> marks{};
    std::vector<TrendRow> table{};
};

// Not final: the QML engine derives from what it can create.
class TrendChart : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.trends")
    Q_PROPERTY(QString reading READ reading NOTIFY changed FINAL)
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL)
    Q_PROPERTY(pennydrop::app::TrendRows* marks READ marks CONSTANT FINAL)
    Q_PROPERTY(pennydrop::app::TrendRows* table READ table CONSTANT FINAL)

public:
    explicit TrendChart(QObject* parent = nullptr);

    void show(ChartContent content);

    [[nodiscard]] QString reading() const { return reading_; }
    [[nodiscard]] QString note() const { return note_; }
    [[nodiscard]] TrendRows* marks() noexcept { return &marks_; }
    [[nodiscard]] TrendRows* table() noexcept { return &table_; }

signals:
    void changed();
    /// A mark or a row of the table was pressed.
    void chosen(const pennydrop::app::TrendRow& row);

private:
    QString reading_;
    QString note_;
    TrendRows marks_;
    TrendRows table_;
};

}  // namespace pennydrop::app
