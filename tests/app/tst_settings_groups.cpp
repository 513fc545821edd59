// SPDX-License-Identifier: Apache-2.0
// The groups of the settings: each is a place of its own, and says in a line how it stands.
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

#include "backups.h"
#include "manual_time.h"
#include "places.h"
#include "platform/fake/fake_device.h"
#include "settings_groups.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

constexpr int kPatience = 20'000;

}  // namespace

class SettingsGroupsTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        file_ = std::make_unique<SettingsFile>();
        settings_ = std::make_unique<AppSettings>(file_->open(), device_);
        journal_ = std::make_unique<TestJournal>();
        backups_ = std::make_unique<Backups>(journal_->service, *settings_, journal_->clock, journal_->file());
        groups_ = std::make_unique<SettingsGroups>(*settings_, *backups_, false);
    }

    void cleanup() {
        groups_.reset();
        backups_.reset();
        journal_.reset();
        settings_.reset();
    }

    void each_is_a_place_of_its_own() {
        const QAbstractItemModelTester tester(groups_.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(groups_->rowCount(), 6);
        QSet<int> places;
        QSet<QString> names;
        for (int row = 0; row < groups_->rowCount(); ++row) {
            const QModelIndex index = groups_->index(row);
            const int place = index.data(SettingsGroups::PlaceRole).toInt();
            places.insert(place);
            names.insert(index.data(SettingsGroups::NameRole).toString());
            QCOMPARE(SettingsGroups::indexOf(place), row);
            QCOMPARE(groups_->labelOf(place), index.data(SettingsGroups::LabelRole).toString());
            QVERIFY(!groups_->labelOf(place).isEmpty());
            QVERIFY(!index.data(SettingsGroups::SummaryRole).toString().isEmpty());
            const QString icon = index.data(SettingsGroups::IconRole).toString();
            QVERIFY2(QFile::exists(QStringLiteral(PENNYDROP_ICONS "/%1.svg").arg(icon)), qPrintable(icon));
        }
        QCOMPARE(places.size(), 6);
        QCOMPARE(names.size(), 6);
        QCOMPARE(SettingsGroups::indexOf(SettingsGroups::first()), 0);
        for (const int other : {Places::Settings, Places::Journal, Places::Bin}) {
            QCOMPARE(SettingsGroups::indexOf(other), -1);
            QVERIFY(groups_->labelOf(other).isEmpty());
        }
    }

    void security_says_when_it_locks() {
        QSignalSpy changed(groups_.get(), &SettingsGroups::dataChanged);
        QCOMPARE(summary(Places::SettingsSecurity), QStringLiteral("Locks after 5 minutes"));
        settings_->setAutoLockMinutes(1);
        QCOMPARE(summary(Places::SettingsSecurity), QStringLiteral("Locks after 1 minute"));
        QVERIFY(told(changed, Places::SettingsSecurity));
    }

    void backups_say_when_the_last_was_made() {
        QCOMPARE(summary(Places::SettingsBackups), QStringLiteral("No backup yet"));
        const QTemporaryDir folder;
        QVERIFY(journal_->open());
        backups_->chooseFolder(QUrl::fromLocalFile(folder.path()));
        QSignalSpy changed(groups_.get(), &SettingsGroups::dataChanged);
        backups_->backUpNow();
        QVERIFY(QTest::qWaitFor([this] { return !backups_->task()->running(); }, kPatience));
        QCOMPARE(summary(Places::SettingsBackups), backups_->lastLabel());
        QVERIFY(told(changed, Places::SettingsBackups));
        backups_->chooseFolder(QUrl(QStringLiteral("https://example.org/")));
        QVERIFY(backups_->failed());
        QCOMPARE(summary(Places::SettingsBackups), QStringLiteral("Needs a look"));
    }

    void the_look_says_its_theme_and_size() {
        QSignalSpy changed(groups_.get(), &SettingsGroups::dataChanged);
        QCOMPARE(summary(Places::SettingsLook), QStringLiteral("Like the system, 100 %"));
        settings_->setThemeMode(AppSettings::ThemeMode::Dark);
        QVERIFY(told(changed, Places::SettingsLook));
        QCOMPARE(summary(Places::SettingsLook), QStringLiteral("Dark, 100 %"));
        changed.clear();
        settings_->setTextScale(1.15);
        QVERIFY(told(changed, Places::SettingsLook));
        QCOMPARE(summary(Places::SettingsLook), QStringLiteral("Dark, 115 %"));
        settings_->setThemeMode(AppSettings::ThemeMode::Light);
        QCOMPARE(summary(Places::SettingsLook), QStringLiteral("Light, 115 %"));
    }

    void nobody_is_told_of_erasing_a_sample() {
        QVERIFY(summary(Places::SettingsAbout).contains(QStringLiteral("erasing")));
        const SettingsGroups sample(*settings_, *backups_, true);
        const QModelIndex about = sample.index(SettingsGroups::indexOf(Places::SettingsAbout));
        QVERIFY(!about.data(SettingsGroups::SummaryRole).toString().contains(QStringLiteral("erasing")));
    }

    void words_follow_the_language() {
        QSignalSpy changed(groups_.get(), &SettingsGroups::dataChanged);
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(qApp, &language);
        QCOMPARE(changed.count(), 1);
    }

private:
    [[nodiscard]] QString summary(Places::Place place) const {
        return groups_->index(SettingsGroups::indexOf(place)).data(SettingsGroups::SummaryRole).toString();
    }

    /// Whether the row of that group, and no other, was said to have changed.
    static bool told(const QSignalSpy& changed, Places::Place place) {
        const int row = SettingsGroups::indexOf(place);
        return !changed.isEmpty() && std::ranges::all_of(changed, [row](const QList<QVariant>& call) {
            return call.at(0).toModelIndex().row() == row && call.at(1).toModelIndex().row() == row &&
                   call.at(2).value<QList<int>>().contains(SettingsGroups::SummaryRole);
        });
    }

    std::unique_ptr<SettingsFile> file_;
    platform::FakeDevice device_;
    std::unique_ptr<AppSettings> settings_;
    std::unique_ptr<TestJournal> journal_;
    std::unique_ptr<Backups> backups_;
    std::unique_ptr<SettingsGroups> groups_;
};

QTEST_MAIN(SettingsGroupsTest)
#include "tst_settings_groups.moc"
