// SPDX-License-Identifier: Apache-2.0
#include "trend_chart.h"

#include <utility>

namespace pennydrop::app {

TrendChart::TrendChart(QObject* parent) : QObject(parent) {
    connect(&marks_, &TrendRows::chosen, this, &TrendChart::chosen);
    connect(&table_, &TrendRows::chosen, this, &TrendChart::chosen);
}

void TrendChart::show(ChartContent content) {
    reading_ = std::move(content.reading);
    note_ = std::move(content.note);
    marks_.show(std::move(content.marks));
    table_.show(std::move(content.table));
    emit changed();
}

}  // namespace pennydrop::app
