// SPDX-License-Identifier: Apache-2.0
// What may be chosen: the themes of a kind, and the levels.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app_settings.h"
#include "auto_lock_choices.h"
#include "choices.h"
#include "entry_kinds.h"
#include "places.h"

using namespace pennydrop::app;

class ChoicesTest : public QObject {
    Q_OBJECT

private slots:
    void themes_fit_the_kind() {
        ThemeChoices themes;
        QAbstractItemModelTester tester(&themes, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changed(&themes, &ThemeChoices::kindChanged);
        QSignalSpy reset(&themes, &ThemeChoices::modelReset);
        themes.setKind(EntryKinds::Barrier);
        QCOMPARE(themes.count(), 18);
        QCOMPARE(themes.codeAt(0), QStringLiteral("procedure"));
        QCOMPARE(themes.codeAt(17), QStringLiteral("other"));
        themes.setKind(EntryKinds::Setback);
        QCOMPARE(themes.count(), 18);
        themes.setKind(EntryKinds::LightBulb);
        QCOMPARE(themes.count(), 10);
        QCOMPARE(themes.index(0).data(ThemeChoices::LabelRole).toString(), QStringLiteral("The people we serve"));
        QCOMPARE(themes.index(0).data(ThemeChoices::HelpRole).toString(),
                 QStringLiteral("It is all about the people we serve"));
        QCOMPARE(themes.index(0).data(ThemeChoices::CodeRole).toString(), QStringLiteral("users-first"));
        QCOMPARE(changed.count(), 3);
        QCOMPARE(reset.count(), 3);
        themes.setKind(7);
        QCOMPARE(themes.kind(), 2);
        QCOMPARE(changed.count(), 3);
    }

    void any_kind_has_every_theme_once() {
        ThemeChoices themes;
        QCOMPARE(themes.kind(), 0);
        QCOMPARE(themes.count(), 27);
        QCOMPARE(themes.codeAt(26), QStringLiteral("other"));
    }

    void rows_and_codes() {
        ThemeChoices themes;
        themes.setKind(EntryKinds::LightBulb);
        QCOMPARE(themes.indexOf(QStringLiteral("asked")), 8);
        QCOMPARE(themes.indexOf(QStringLiteral("blame")), -1);
        QCOMPARE(themes.indexOf(QString()), -1);
        QVERIFY(themes.codeAt(-1).isEmpty());
        QVERIFY(themes.codeAt(10).isEmpty());
        QCOMPARE(themes.roleNames().value(ThemeChoices::CodeRole), QByteArray("code"));
    }

    void minutes_are_those_the_settings_take() {
        AutoLockChoices choices;
        QAbstractItemModelTester tester(&choices, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(choices.count(), static_cast<int>(AppSettings::kAutoLockChoices.size()));
        for (int row = 0; row < choices.count(); ++row) {
            const int minutes = choices.index(row).data(AutoLockChoices::MinutesRole).toInt();
            QCOMPARE(minutes, AppSettings::kAutoLockChoices.at(static_cast<std::size_t>(row)));
            QCOMPARE(choices.indexOf(minutes), row);
            QVERIFY(
                choices.index(row).data(AutoLockChoices::LabelRole).toString().startsWith(QString::number(minutes)));
        }
        QCOMPARE(choices.index(0).data(AutoLockChoices::LabelRole).toString(), QStringLiteral("1 minute"));
        QCOMPARE(choices.indexOf(3), -1);
    }

    void levels_run_from_me_to_the_nation() {
        LevelChoices levels;
        QAbstractItemModelTester tester(&levels, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(levels.count(), 5);
        QCOMPARE(levels.index(0).data(LevelChoices::LevelRole).toInt(), 1);
        QCOMPARE(levels.index(3).data(LevelChoices::LabelRole).toString(), QStringLiteral("Between organisations"));
    }

    void places_are_the_ones_of_the_bar() {
        const Places places;
        QStringList names;
        for (int row = 0; row < places.rowCount(); ++row) {
            const QModelIndex index = places.index(row);
            names += index.data(Places::LabelRole).toString();
            QVERIFY(!index.data(Places::IconRole).toString().isEmpty());
            QVERIFY(index.data(Places::NameRole).toString().endsWith(QStringLiteral("Button")));
        }
        QCOMPARE(names, QStringList({QStringLiteral("Journal"), QStringLiteral("Review"), QStringLiteral("Trends")}));
        QCOMPARE(places.index(1).data(Places::PlaceRole).toInt(), static_cast<int>(Places::Review));
    }

    void words_follow_the_language() {
        ThemeChoices themes;
        LevelChoices levels;
        QSignalSpy theme_words(&themes, &ThemeChoices::dataChanged);
        QSignalSpy level_words(&levels, &LevelChoices::dataChanged);
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(qApp, &language);
        QCOMPARE(theme_words.count(), 1);
        QCOMPARE(level_words.count(), 1);
    }
};

QTEST_MAIN(ChoicesTest)
#include "tst_choices.moc"
