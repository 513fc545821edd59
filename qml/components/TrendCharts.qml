// SPDX-License-Identifier: Apache-2.0
// All charts of a year, below one another.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space4

    YearBar {
        width: parent.width
    }

    TrendCard {
        width: parent.width
        name: "days"
        heading: qsTr("Day by day")
        subject: qsTr("Day")
        chart: App.trends.days

        YearDots {
            id: dots

            width: parent.width
        }

        KindLegend {
            width: parent.width
        }

        MarkHint {
            spoken: dots.spoken
        }
    }

    TrendCard {
        width: parent.width
        name: "kinds"
        heading: qsTr("Kinds by month")
        subject: qsTr("Month")
        chart: App.trends.kinds

        MonthColumns {
            id: months

            width: parent.width
        }

        MarkHint {
            spoken: months.spoken
        }
    }

    TrendCard {
        id: hurdlesCard

        width: parent.width
        name: "hurdles"
        heading: qsTr("Hurdles")
        subject: qsTr("Hurdle")
        chart: App.trends.hurdles

        BarChart {
            width: parent.width
            name: "hurdles"
            heading: hurdlesCard.heading
            rows: App.trends.hurdles.marks
        }
    }

    TrendCard {
        id: learningCard

        width: parent.width
        name: "learning"
        heading: qsTr("What setbacks taught")
        subject: qsTr("Setbacks")
        chart: App.trends.learning

        BarChart {
            width: parent.width
            name: "learning"
            heading: learningCard.heading
            ink: Theme.setback
            rows: App.trends.learning.marks
        }
    }

    TrendCard {
        id: barriersCard

        width: parent.width
        name: "barriers"
        heading: qsTr("Barriers")
        subject: qsTr("How they stand")
        chart: App.trends.barriers

        BarChart {
            width: parent.width
            name: "barriers"
            heading: barriersCard.heading
            ink: Theme.barrier
            rows: App.trends.barriers.marks
        }
    }
}
