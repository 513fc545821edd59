// SPDX-License-Identifier: Apache-2.0
// Backups of the open journal: one a day when wanted, into the folder that was chosen, and never in the way of a lock.
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include "backups.h"
#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 20'000;

}  // namespace

class TestBackups : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        file_ = std::make_unique<SettingsFile>();
        settings_ = std::make_unique<AppSettings>(file_->open(), device_);
        journal_ = std::make_unique<TestJournal>();
        make();
        QVERIFY(journal_->open());
        backups_->chooseFolder(QUrl::fromLocalFile(folder_->path()));
    }

    void cleanup() {
        backups_.reset();
        journal_.reset();
        settings_.reset();
    }

    void a_backup_is_made_checked_and_told() {
        QVERIFY(names().isEmpty());
        backups_->backUpNow();
        QVERIFY(backups_->task()->running());
        QVERIFY(rests());
        QVERIFY2(!backups_->failed(), qPrintable(backups_->message()));
        QVERIFY(!backups_->message().isEmpty());
        QCOMPARE(names(), QStringList{QStringLiteral("test 2025-11-22 1200.pennydrop")});
        QVERIFY(backups_->lastLabel().contains(QStringLiteral("12:00")));
        // It opens with the journal's passphrase: it is a vault like any other.
        QVERIFY(Vault::inspect(folder_->filePath(names().first()).toStdString(), {}).has_value());
    }

    void one_a_day_when_wanted() {
        backups_->backUpIfDue();
        QVERIFY(!backups_->task()->running());
        backups_->setDaily(true);
        QVERIFY(rests());
        QCOMPARE(names().size(), 1);
        journal_->clock.advance(3h);
        backups_->backUpIfDue();
        QVERIFY(!backups_->task()->running());
        journal_->clock.advance(24h);
        backups_->backUpIfDue();
        QVERIFY(rests());
        QCOMPARE(names().size(), 2);
    }

    void the_wish_is_kept() {
        backups_->setDaily(true);
        QVERIFY(rests());
        const QString last = backups_->lastLabel();
        make();
        QVERIFY(backups_->daily());
        QCOMPARE(backups_->folder(), QDir::toNativeSeparators(folder_->path()));
        QCOMPARE(backups_->lastLabel(), last);
    }

    void made_by_hand_they_all_stay() {
        for (int i = 0; i < 3; ++i) {
            backups_->backUpNow();
            QVERIFY(rests());
            QVERIFY2(!backups_->failed(), qPrintable(backups_->message()));
        }
        QCOMPARE(names().size(), 3);
    }

    void old_ones_go_and_the_newest_stay() {
        backups_->setDaily(true);
        QVERIFY(rests());
        for (int day = 0; day < 40; ++day) {
            backups_->backUpNow();
            QVERIFY(rests());
            QVERIFY2(!backups_->failed(), qPrintable(backups_->message()));
            journal_->clock.advance(24h);
        }
        QCOMPARE(names().size(), 7 + 4);
        QCOMPARE(names().last(), QStringLiteral("test 2025-12-31 1200.pennydrop"));
    }

    void a_folder_that_is_gone_is_said_calmly() {
        backups_->chooseFolder(QUrl::fromLocalFile(folder_->filePath(QStringLiteral("gone"))));
        backups_->backUpNow();
        QVERIFY(rests());
        QVERIFY(backups_->failed() && !backups_->message().isEmpty());
        QVERIFY(names().isEmpty());
        QVERIFY(!QDir(folder_->filePath(QStringLiteral("gone"))).exists());
        backups_->chooseFolder(QUrl(QStringLiteral("https://example.org/backups")));
        QVERIFY(backups_->failed());
    }

    void stopping_leaves_nothing_behind() {
        backups_->backUpNow();
        backups_->task()->cancel();
        QVERIFY(rests());
        QVERIFY(names().isEmpty());
        QVERIFY(backups_->lastLabel() == tr_none());
    }

    void locking_does_not_wait_for_a_backup() {
        backups_->backUpNow();
        QVERIFY(journal_->close());
        QVERIFY(!backups_->task()->running());
        QVERIFY(backups_->message().isEmpty());
        QCOMPARE(QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden).filter(QStringLiteral(".new-")).size(), 0);
    }

private:
    void make() {
        backups_ = std::make_unique<Backups>(journal_->service, *settings_, journal_->clock, journal_->file());
    }
    bool rests() {
        return QTest::qWaitFor([this] { return !backups_->task()->running(); }, kPatience);
    }
    QStringList names() const { return QDir(folder_->path()).entryList(QDir::Files, QDir::Name); }
    static QString tr_none() { return QStringLiteral("There is no backup yet."); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SettingsFile> file_;
    platform::FakeDevice device_;
    std::unique_ptr<AppSettings> settings_;
    std::unique_ptr<TestJournal> journal_;
    std::unique_ptr<Backups> backups_;
};

QTEST_MAIN(TestBackups)
#include "tst_backups.moc"
