// SPDX-License-Identifier: Apache-2.0
// Where one is in the open journal, and where the way back leads.
#include <QSignalSpy>
#include <QTest>

#include "navigation.h"

using pennydrop::app::Navigation;
using pennydrop::app::Places;

class NavigationTest : public QObject {
    Q_OBJECT

private slots:
    void it_begins_in_the_journal() {
        const Navigation way;
        QCOMPARE(way.place(), int{Places::Journal});
        QCOMPARE(way.top(), int{Places::Journal});
        QVERIFY(way.is_paned());
    }

    void the_way_back() {
        QFETCH(QList<int>, steps);
        QFETCH(bool, roomy);
        QFETCH(int, top);
        QFETCH(QList<int>, back);
        Navigation way;
        way.set_roomy(roomy);
        for (const int step : steps) {
            way.go(step);
        }
        QCOMPARE(way.top(), top);
        for (const int place : back) {
            const int here = way.place();
            way.go(way.backPlace());
            QCOMPARE(way.place(), place);
            QCOMPARE(way.before(), here);
        }
        QCOMPARE(way.place(), int{Places::Journal});
    }

    void the_way_back_data() {
        QTest::addColumn<QList<int>>("steps");
        QTest::addColumn<bool>("roomy");
        QTest::addColumn<int>("top");
        QTest::addColumn<QList<int>>("back");
        using P = Places;
        QTest::newRow("from a place of the bar")
            << QList<int>{P::Review, P::Trends} << false << int{P::Trends} << QList<int>{P::Journal};
        QTest::newRow("tags behind the search")
            << QList<int>{P::Search, P::Tags} << false << int{P::Search} << QList<int>{P::Search, P::Journal};
        QTest::newRow("tags twice") << QList<int>{P::Search, P::Tags, P::Tags} << false << int{P::Search}
                                    << QList<int>{P::Search, P::Journal};
        QTest::newRow("from one place behind to another")
            << QList<int>{P::Settings, P::SettingsWriting, P::Bin, P::Tags} << false << int{P::Settings}
            << QList<int>{P::SettingsWriting, P::Settings, P::Journal};
        QTest::newRow("a group on a phone") << QList<int>{P::Settings, P::SettingsLook} << false << int{P::Settings}
                                            << QList<int>{P::Settings, P::Journal};
        QTest::newRow("a group beside its list")
            << QList<int>{P::Settings, P::SettingsLook} << true << int{P::Settings} << QList<int>{P::Journal};
        QTest::newRow("the bin beside the list of groups")
            << QList<int>{P::Settings, P::SettingsWriting, P::Bin} << true << int{P::Settings}
            << QList<int>{P::SettingsWriting, P::Journal};
        QTest::newRow("the calendar") << QList<int>{P::Calendar} << true << int{P::Calendar} << QList<int>{P::Journal};
    }

    void beside_their_list_one_group_is_always_open() {
        Navigation way;
        way.set_roomy(true);
        way.go(Places::Settings);
        QCOMPARE(way.place(), int{Places::SettingsSecurity});
        way.go(Places::SettingsLook);
        way.go(Places::Settings);
        QCOMPARE(way.place(), int{Places::SettingsLook});
        way.go(Places::Bin);
        way.go(Places::Settings);
        QCOMPARE(way.place(), int{Places::SettingsLook});
    }

    void a_window_that_grows_opens_a_group() {
        Navigation way;
        way.go(Places::Settings);
        QCOMPARE(way.place(), int{Places::Settings});
        QList<int> place_when_told;
        connect(&way, &Navigation::roomyChanged, this, [&] { place_when_told += way.place(); });
        QSignalSpy moved(&way, &Navigation::moved);
        way.set_roomy(true);
        QCOMPARE(way.place(), int{Places::SettingsSecurity});
        QCOMPARE(place_when_told, QList<int>{Places::Settings});
        QCOMPARE(moved.size(), 1);
        way.set_roomy(false);
        QCOMPARE(way.place(), int{Places::SettingsSecurity});
        QCOMPARE(moved.size(), 1);
    }

    void writing_begins_beside_a_list() {
        Navigation way;
        way.go(Places::Search);
        way.toList();
        QCOMPARE(way.place(), int{Places::Search});
        way.go(Places::Trends);
        way.toList();
        QCOMPARE(way.place(), int{Places::Journal});
    }

    void what_is_no_place_is_ignored() {
        Navigation way;
        way.go(Places::Trends);
        way.go(-1);
        way.go(1000);
        QCOMPARE(way.place(), int{Places::Trends});
    }
};

QTEST_APPLESS_MAIN(NavigationTest)
#include "tst_navigation.moc"
