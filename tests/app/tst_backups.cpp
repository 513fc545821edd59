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
#include "support/hung_drive.h"
#include "support/watched_vfs.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 20'000;

/// Everything SQLite opens goes through it; the drive with the backups can be made to hang.
class HangingSystem {
public:
    HangingSystem() {
        disk_.judge = [this](const testing::CallInfo& info) { return drive.judge(info); };
        sqlite3_vfs_register(disk_.vfs(), 1);
    }
    HangingSystem(const HangingSystem&) = delete;
    HangingSystem& operator=(const HangingSystem&) = delete;
    ~HangingSystem() { sqlite3_vfs_register(was_, 1); }

    testing::HungDrive drive;

private:
    testing::WatchedVfs disk_;  // first: it starts SQLite as a vault wants it
    sqlite3_vfs* was_{sqlite3_vfs_find(nullptr)};
};

}  // namespace

class TestBackups : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(folder_->path()).mkdir(QStringLiteral("backups")));
        file_ = std::make_unique<SettingsFile>();
        settings_ = std::make_unique<AppSettings>(file_->open(), device_);
        journal_ = std::make_unique<TestJournal>();
        make();
        QVERIFY(journal_->open());
        backups_->chooseFolder(QUrl::fromLocalFile(backup_path()));
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
        QVERIFY(Vault::inspect(QDir(backup_path()).filePath(names().first()).toStdString(), {}).has_value());
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

    void choosing_a_folder_makes_the_backup_of_the_day_there_at_once() {
        const QString other = folder_->filePath(QStringLiteral("other"));
        QVERIFY(QDir().mkdir(other));
        backups_->chooseFolder(QUrl::fromLocalFile(other));
        QVERIFY2(!backups_->task()->running(), "nobody has asked for any");
        backups_->chooseFolder(QUrl::fromLocalFile(backup_path()));
        backups_->setDaily(true);
        QVERIFY(backups_->task()->running());
        // While the first is being made, and once more afterwards.
        backups_->chooseFolder(QUrl::fromLocalFile(other));
        QVERIFY(rests());
        QCOMPARE(QDir(other).entryList(QDir::Files).size(), 1);
        QVERIFY(!backups_->failed() && !backups_->message().isEmpty());
        const auto before = names().size();
        backups_->chooseFolder(QUrl::fromLocalFile(backup_path()));
        QVERIFY(backups_->task()->running());
        QVERIFY(rests());
        QCOMPARE(names().size(), before + 1);
    }

    void a_journal_left_open_gets_its_backup_every_day() {
        make({.after_unlocking = 10ms, .between_looks = 20ms});
        backups_->setDaily(true);
        QVERIFY(rests());
        QVERIFY(journal_->close());
        QVERIFY(journal_->open());
        QTest::qWait(100);
        QCOMPARE(names().size(), 1);
        for (int day = 2; day <= 3; ++day) {
            journal_->clock.advance(24h);
            QTRY_COMPARE_WITH_TIMEOUT(names().size(), day, kPatience);
            QVERIFY(rests());
        }
        QVERIFY(journal_->close());
        journal_->clock.advance(24h);
        QTest::qWait(100);
        QCOMPARE(names().size(), 3);
    }

    void what_fails_is_tried_once_a_day() {
        make({.after_unlocking = 10ms, .between_looks = 20ms});
        backups_->setDaily(true);
        QVERIFY(rests());
        backups_->chooseFolder(QUrl::fromLocalFile(folder_->filePath(QStringLiteral("gone"))));
        QVERIFY(rests());
        QVERIFY(journal_->close());
        journal_->clock.advance(24h);
        QSignalSpy ran(backups_->task(), &LongTask::runningChanged);
        QVERIFY(journal_->open());
        QTRY_COMPARE_WITH_TIMEOUT(ran.size(), 2, kPatience);
        QVERIFY(backups_->failed());
        QTest::qWait(200);
        QCOMPARE(ran.size(), 2);
        journal_->clock.advance(24h);
        QTRY_COMPARE_WITH_TIMEOUT(ran.size(), 4, kPatience);
    }

    void a_journal_that_cannot_be_read_is_not_told_as_one_that_cannot_be_opened() {
        QFile file(journal_->file());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(64));  // the header says what it is, and no more
        QVERIFY(file.write(QByteArray(8192 - 64, 'x')) == 8192 - 64);
        file.close();
        backups_->backUpNow();
        QVERIFY(rests());
        QVERIFY(backups_->failed());
        QVERIFY2(!backups_->message().contains(QStringLiteral("opened")), qPrintable(backups_->message()));
        QVERIFY2(backups_->message().contains(QStringLiteral("damaged")), qPrintable(backups_->message()));
        QVERIFY(names().isEmpty());
    }

    void the_wish_is_kept() {
        backups_->setDaily(true);
        QVERIFY(rests());
        const QString last = backups_->lastLabel();
        make();
        QVERIFY(backups_->daily());
        QCOMPARE(backups_->folder(), QDir::toNativeSeparators(backup_path()));
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
        QTRY_VERIFY(!has_unfinished());
    }

    void what_is_typed_while_the_drive_hangs_is_saved_at_once_data() { every_call(); }

    void what_is_typed_while_the_drive_hangs_is_saved_at_once() {
        QFETCH(const testing::Call, call);
        journal_->add_many(200);
        system_.drive.hang_at(call);
        backups_->backUpNow();
        hang();
        const auto saved = journal_->run([](Journal& journal) {
            return journal.drafts().save({.content = {.text = "typed meanwhile"}, .saved = Timestamp{1}});
        });
        QVERIFY(saved.has_value());
        QVERIFY(backups_->task()->running());  // the draft came first
        system_.drive.answer();
        QVERIFY(rests());
        QVERIFY2(!backups_->failed(), qPrintable(backups_->message()));
        QCOMPARE(names().size(), 1);
        QCOMPARE(journal_->draft()->content.text, std::string("typed meanwhile"));
    }

    void a_lock_while_the_drive_hangs_voids_the_backup_data() { every_call(); }

    void a_lock_while_the_drive_hangs_voids_the_backup() {
        QFETCH(const testing::Call, call);
        journal_->add_many(200);
        system_.drive.hang_at(call);
        backups_->backUpNow();
        hang();
        QVERIFY(journal_->close());  // its keys are wiped: tst_vault_memory looks for them in this state
        QVERIFY(!backups_->task()->running());
        QVERIFY(backups_->message().isEmpty());
        // The journal can be opened again before the drive answers.
        QVERIFY(journal_->open());
        QCOMPARE(journal_->timeline().size(), std::size_t{200});
        system_.drive.answer();
        QTRY_VERIFY(!has_unfinished());
        QVERIFY(names().isEmpty());
        QVERIFY(backups_->lastLabel() == tr_none());
        backups_->backUpNow();
        QVERIFY(rests());
        QVERIFY2(!backups_->failed(), qPrintable(backups_->message()));
        QCOMPARE(names().size(), 1);
    }

    void how_many_stay_is_a_setting() {
        QCOMPARE(backups_->dayChoices().size(), 4);
        QCOMPARE(backups_->weekChoices().size(), 4);
        QCOMPARE(backups_->dayChoice(), 1);   // 7 days
        QCOMPARE(backups_->weekChoice(), 1);  // 4 weeks
        backups_->setDayChoice(0);
        backups_->setWeekChoice(0);
        backups_->setDayChoice(4);
        backups_->setWeekChoice(-1);
        make();
        QCOMPARE(backups_->dayChoice(), 0);
        QCOMPARE(backups_->weekChoice(), 0);
        backups_->setDaily(true);
        QVERIFY(rests());
        for (int day = 0; day < 6; ++day) {
            journal_->clock.advance(24h);
            backups_->backUpNow();
            QVERIFY(rests());
        }
        QCOMPARE(names().size(), 3);
    }

    void a_strange_number_in_the_settings_is_brought_within_bounds() {
        BackupWish wish = settings_->backupWish(journal_->file());
        wish.days = -5;
        wish.weeks = 1'000'000;
        settings_->setBackupWish(journal_->file(), wish);
        wish = settings_->backupWish(journal_->file());
        QCOMPARE(wish.days, 1);
        QCOMPARE(wish.weeks, 52);
        make();
        QCOMPARE(backups_->dayChoice(), 0);
        QCOMPARE(backups_->weekChoice(), 3);
    }

private:
    static void every_call() {
        QTest::addColumn<testing::Call>("call");
        QTest::newRow("open") << testing::Call::kOpen;
        QTest::newRow("write") << testing::Call::kWrite;
        QTest::newRow("sync") << testing::Call::kSync;
        QTest::newRow("read back") << testing::Call::kRead;
    }
    /// Until the copy hangs; the journal's own tasks go on meanwhile.
    void hang() {
        QVERIFY(QTest::qWaitFor([this] { return system_.drive.is_asked(); }, kPatience));
    }
    bool has_unfinished() const {
        return !QDir(backup_path()).entryList(QDir::Files | QDir::Hidden).filter(QStringLiteral(".new-")).isEmpty();
    }
    void make(Backups::Pauses pauses = {}) {
        backups_ = std::make_unique<Backups>(journal_->service, *settings_, journal_->clock, journal_->file(), pauses);
    }
    bool rests() {
        return QTest::qWaitFor([this] { return !backups_->task()->running(); }, kPatience);
    }
    QString backup_path() const { return folder_->filePath(QStringLiteral("backups")); }
    QStringList names() const { return QDir(backup_path()).entryList(QDir::Files, QDir::Name); }
    static QString tr_none() { return QStringLiteral("There is no backup yet."); }

    HangingSystem system_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SettingsFile> file_;
    platform::FakeDevice device_;
    std::unique_ptr<AppSettings> settings_;
    std::unique_ptr<TestJournal> journal_;
    std::unique_ptr<Backups> backups_;
};

QTEST_MAIN(TestBackups)
#include "tst_backups.moc"
