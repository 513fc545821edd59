// SPDX-License-Identifier: Apache-2.0
// The way back from a backup or a damaged file: nothing is changed by a wrong secret, guessing is slowed down as on the
// lock screen, and what was there is kept.
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include "backups.h"
#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "repair_words.h"
#include "rescue.h"
#include "session.h"
#include "test_journal.h"
#include "vault_report.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;
using State = Session::State;
using Step = Rescue::Step;

namespace {

const QString kPassphrase = QStringLiteral("otter lantern seven quilt");
constexpr int kPatience = 20'000;

/// A passphrase that reads as a recovery code: its last character is the one that makes the check fit.
QString passphrase_like_a_code() {
    for (const QChar last : QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
        QString text = QStringLiteral("OTTERSANDHERONSNEST0") + last;
        if (RecoveryCode::parse(text.toStdString())) {
            return text;
        }
    }
    return {};
}

}  // namespace

class TestRescue : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        path_ = folder_->filePath(QStringLiteral("rescue.pennydrop"));
        file_ = std::make_unique<SettingsFile>();
        settings_ = std::make_unique<AppSettings>(file_->open(), device_);
        service_ = std::make_unique<JournalService>();
        session_ = std::make_unique<Session>(*service_, *settings_, clock_, time_,
                                             SessionOptions{path_, false, false, KdfCost{}});
        rescue_ =
            std::make_unique<Rescue>(*service_, *session_, *settings_, clock_, JournalFile{path_.toStdString(), false});
        backups_ = std::make_unique<Backups>(*service_, *settings_, clock_, path_);
        backups_->chooseFolder(QUrl::fromLocalFile(folder_->path()));
        session_->start();
        QVERIFY(reaches(State::FirstRun));
    }

    void cleanup() {
        backups_.reset();
        rescue_.reset();
        session_.reset();
        service_.reset();
        settings_.reset();
    }

    void a_backup_takes_the_journals_place() {
        make(kPassphrase);
        back_up();
        rescue_->begin(Rescue::Mode::Restore);
        QCOMPARE(session_->state(), State::Rescue);
        QTRY_COMPARE(rescue_->chosen(), 0);
        rescue_->start(kPassphrase);
        QCOMPARE(rescue_->step(), Step::Working);
        QVERIFY(ends());
        QCOMPARE(rescue_->step(), Step::Done);
        QVERIFY(rescue_->message().contains(QStringLiteral("replaced")));
        rescue_->leave();
        QVERIFY(reaches(State::Locked));
        QVERIFY(opens_with(kPassphrase));
    }

    void so_it_does_with_the_recovery_code() {
        make(kPassphrase);
        back_up();
        begin_restoring();
        rescue_->start(code_);
        QVERIFY(ends());
        QCOMPARE(rescue_->step(), Step::Done);
    }

    void a_passphrase_that_reads_as_a_recovery_code_opens_too() {
        const QString passphrase = passphrase_like_a_code();
        QVERIFY(!passphrase.isEmpty());
        make(passphrase);
        back_up();
        begin_restoring();
        rescue_->start(passphrase);
        QVERIFY(ends());
        QVERIFY2(rescue_->step() == Step::Done, qPrintable(rescue_->message()));
        rescue_->leave();
        QVERIFY(reaches(State::Locked));
        rescue_->begin(Rescue::Mode::Repair);
        rescue_->start(passphrase);
        QVERIFY(ends());
        QVERIFY2(rescue_->step() == Step::Done, qPrintable(rescue_->message()));
    }

    void wrong_tries_make_wait_here_and_on_the_lock_screen() {
        make(kPassphrase);
        back_up();
        begin_restoring();
        const QStringList before = files();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(session_->waitSeconds(), 0);
            rescue_->start(QStringLiteral("not it"));
            QVERIFY(ends());
            QCOMPARE(rescue_->step(), Step::Asking);
            QVERIFY(!rescue_->message().isEmpty());
        }
        QVERIFY(session_->waitSeconds() > 0);
        // Not even the right one is tried meanwhile, and another way in does not help.
        rescue_->start(kPassphrase);
        QCOMPARE(rescue_->step(), Step::Asking);
        QVERIFY(!rescue_->task()->running());
        rescue_->leave();
        QVERIFY(reaches(State::Locked));
        session_->unlock(kPassphrase);
        QVERIFY(!session_->busy());
        QCOMPARE(files(), before);
        time_.pass(std::chrono::seconds{session_->waitSeconds()});
        QTRY_COMPARE(session_->waitSeconds(), 0);
        begin_restoring();
        rescue_->start(QStringLiteral("not it"));
        QVERIFY(ends());
        const int wait = session_->waitSeconds();
        QVERIFY(wait > 2);
        time_.pass(std::chrono::seconds{wait});
        QTRY_COMPARE(session_->waitSeconds(), 0);
        rescue_->start(kPassphrase);
        QVERIFY(ends());
        QCOMPARE(rescue_->step(), Step::Done);
        rescue_->leave();
        QVERIFY(reaches(State::Locked));
        // The right one has ended it.
        session_->unlock(QStringLiteral("not it"));
        QVERIFY(QTest::qWaitFor([this] { return !session_->busy(); }, kPatience));
        QCOMPARE(session_->waitSeconds(), 0);
    }

    void wrong_tries_make_wait_when_repairing_as_well() {
        make(kPassphrase);
        QVERIFY(lock());
        QTRY_COMPARE(journal_files().size(), 1);  // the log goes as the vault is closed, behind the lock
        const QStringList before = journal_files();
        rescue_->begin(Rescue::Mode::Repair);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(session_->waitSeconds(), 0);
            rescue_->start(QStringLiteral("not it"));
            QCOMPARE(rescue_->step(), Step::Working);
            QVERIFY(ends());
            QCOMPARE(rescue_->step(), Step::Asking);
            QVERIFY(!rescue_->message().isEmpty());
        }
        const int wait = session_->waitSeconds();
        QVERIFY(wait > 0);
        // Not even the right one is tried meanwhile, neither here nor on the lock screen.
        rescue_->start(kPassphrase);
        QCOMPARE(rescue_->step(), Step::Asking);
        QVERIFY(!rescue_->task()->running());
        rescue_->leave();
        QVERIFY(reaches(State::Locked));
        session_->unlock(kPassphrase);
        QVERIFY(!session_->busy());
        QCOMPARE(journal_files(), before);
        time_.pass(std::chrono::seconds{wait});
        QTRY_COMPARE(session_->waitSeconds(), 0);
        QVERIFY(opens_with(kPassphrase));
        // The right one has ended it.
        QVERIFY(lock());
        rescue_->begin(Rescue::Mode::Repair);
        rescue_->start(QStringLiteral("not it"));
        QVERIFY(ends());
        QCOMPARE(session_->waitSeconds(), 0);
    }

    void what_can_be_read_of_a_damaged_journal_is_saved() {
        make(kPassphrase);
        QVERIFY(lock());
        QFile file(path_);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 at = file.size() - 2000;
        QVERIFY(file.seek(at));
        char byte = 0;
        QVERIFY(file.getChar(&byte));
        QVERIFY(file.seek(at));
        QVERIFY(file.putChar(static_cast<char>(~byte)));  // whatever it was: one in 256 sealed bytes is any letter
        file.close();
        rescue_->begin(Rescue::Mode::Repair);
        rescue_->start(kPassphrase);
        QVERIFY(ends());
        QVERIFY2(rescue_->step() == Step::Done, qPrintable(rescue_->message()));
        QCOMPARE(files().filter(QStringLiteral("replaced")).size(), 1);
        rescue_->leave();
        QVERIFY(reaches(State::Locked));
        QVERIFY(opens_with(kPassphrase));
    }

    void backups_are_looked_for_beside_the_vaults_worker() {
        make(kPassphrase);
        back_up();
        QVERIFY(lock());
        auto answer = std::make_shared<QSemaphore>();
        service_->worker().run(service_.get(), [answer] { return answer->tryAcquire(1, kPatience); }, [](bool) {});
        rescue_->begin(Rescue::Mode::Restore);
        QTRY_COMPARE(rescue_->chosen(), 0);
        answer->release();
        bool settled = false;
        rescue_->when_settled([&settled] { settled = true; });
        QTRY_VERIFY(settled);
    }

    void every_loss_is_said() {
        JournalRepairReport report{.entries_saved = 120};
        QCOMPARE(RepairWords::of(report).size(), 1);
        const auto says = [&report](const char* words) {
            return RepairWords::of(report).join(u' ').contains(QLatin1String(words));
        };
        auto is_new = [&says, before = 1, &report](const char* words) mutable {
            return says(words) && RepairWords::of(report).size() == ++before;
        };
        report.attachments_lost = 3;
        QVERIFY(is_new("3 photos or files could not be saved"));
        report.attachments_cut = 4;
        QVERIFY(is_new("4 photos or files are there by name"));
        report.follow_ups_lost = 5;
        QVERIFY(is_new("5 notes on entries could not be saved"));
        report.words_lost = 6;
        QVERIFY(is_new("6 other things you wrote"));
        report.words_cut = 7;
        QVERIFY(is_new("7 other texts lost their end"));
        report.draft_lost = true;
        QVERIFY(is_new("The draft could not be saved"));
        report.damaged_blocks = 3;
        QVERIFY(is_new("cannot be known"));
        report.not_delivered = 2;
        QVERIFY(is_new("The drive did not deliver 2 parts of the file"));
        report.header_was_forged = true;
        QVERIFY(is_new("had changed the beginning of the file"));
        // On the command line as well.
        for (const QString& sentence : RepairWords::of(report)) {
            QVERIFY(repair_report(report, "/new.pennydrop").contains(sentence));
        }
    }

    /// What did not come may come yet, and a changed header is no damaged block.
    void nothing_is_called_lost_that_is_not() {
        JournalRepairReport report{.damaged_blocks = 2, .not_delivered = 2, .entries_saved = 120};
        QVERIFY(!RepairWords::of(report).join(u' ').contains(QLatin1String("cannot be known")));
        report = {.header_was_forged = true, .entries_saved = 120};
        const QString words = repair_report(report, "/new.pennydrop");
        QVERIFY(!words.contains(QLatin1String("Nothing was damaged")));
        QVERIFY(!words.contains(QLatin1String("block(s)")));
        QVERIFY(words.contains(QLatin1String("The old file was left exactly as it is")));
    }

    void stopping_changes_nothing() {
        make(kPassphrase);
        back_up();
        begin_restoring();
        const QStringList before = files();
        rescue_->start(kPassphrase);
        rescue_->leave();  // while it works: stops
        QVERIFY(ends());
        QCOMPARE(rescue_->step(), Step::Asking);
        // An empty drop box may have been made, to hold its lock.
        QCOMPARE(journal_files(), before);
        QCOMPARE(session_->waitSeconds(), 0);
        rescue_->leave();
        QVERIFY(reaches(State::Locked));
    }

    void without_a_file_or_a_secret_nothing_begins() {
        make(kPassphrase);
        rescue_->begin(Rescue::Mode::Restore);
        QTest::qWait(50);
        QCOMPARE(rescue_->chosen(), -1);
        rescue_->start(kPassphrase);
        QCOMPARE(rescue_->step(), Step::Asking);
        rescue_->chooseBackup(0);
        rescue_->chooseFile(QUrl(QStringLiteral("https://example.org/backup")));
        QVERIFY(rescue_->file().isEmpty());
        rescue_->chooseFile(QUrl::fromLocalFile(path_));
        rescue_->start({});
        QCOMPARE(rescue_->step(), Step::Asking);
    }

private:
    void make(const QString& passphrase) {
        session_->createJournal(passphrase);
        QVERIFY(reaches(State::RecoveryCode));
        code_ = session_->recoveryCode();
        QVERIFY(session_->confirmRecoveryGroup(code_.split(u'-').value(session_->askedGroup() - 1)));
        QVERIFY(reaches(State::Open));
    }
    void back_up() {
        backups_->backUpNow();
        QVERIFY(QTest::qWaitFor([this] { return !backups_->task()->running(); }, kPatience));
        QVERIFY2(!backups_->failed(), qPrintable(backups_->message()));
    }
    void begin_restoring() {
        rescue_->begin(Rescue::Mode::Restore);
        QTRY_COMPARE(rescue_->chosen(), 0);
    }
    bool ends() {
        return QTest::qWaitFor([this] { return !rescue_->task()->running(); }, kPatience);
    }
    bool reaches(State state) {
        return QTest::qWaitFor([this, state] { return session_->state() == state && !session_->busy(); }, kPatience);
    }
    bool lock() {
        session_->lock();
        return reaches(State::Locked);
    }
    bool opens_with(const QString& passphrase) {
        session_->unlock(passphrase);
        return reaches(State::Open);
    }
    QStringList files() const { return QDir(folder_->path()).entryList(QDir::Files, QDir::Name); }
    /// Without drop boxes, which come and go by themselves.
    QStringList journal_files() const { return files().filter(QRegularExpression(QStringLiteral("(?<!-drop)$"))); }

    std::unique_ptr<QTemporaryDir> folder_;
    QString path_;
    QString code_;
    std::unique_ptr<SettingsFile> file_;
    SystemClock clock_;
    ManualTime time_;
    platform::FakeDevice device_;
    std::unique_ptr<AppSettings> settings_;
    std::unique_ptr<JournalService> service_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Rescue> rescue_;
    std::unique_ptr<Backups> backups_;
};

QTEST_MAIN(TestRescue)
#include "tst_rescue.moc"
