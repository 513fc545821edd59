// SPDX-License-Identifier: Apache-2.0
// The lock's states through its public interface, on real vaults at the smallest cost.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <sys/resource.h>

#include <csignal>
#include <memory>

#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "session.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

const QString kPassphrase = QStringLiteral("otter lantern seven quilt");
constexpr int kPatience = 20'000;  // a key takes a while under a sanitizer

/// A session and what it stands on; the folder and the settings outlive it, as between two runs.
struct Desk {
    explicit Desk(const QString& path, const SettingsFile& file, ManualTime& time, bool sample = false,
                  bool own_folder = false)
        : settings(file.open(), device),
          session(service, settings, clock, time, {path, own_folder, sample, KdfCost{}}) {
        session.start();
    }

    [[nodiscard]] bool reaches(State state) {
        return QTest::qWaitFor([this, state] { return session.state() == state && !session.busy(); }, kPatience);
    }
    [[nodiscard]] bool rests() {
        return QTest::qWaitFor([this] { return !session.busy(); }, kPatience);
    }
    [[nodiscard]] QString group(int number) { return session.recoveryCode().split(u'-').value(number - 1); }
    [[nodiscard]] bool make(const QString& passphrase = kPassphrase) {
        if (!reaches(State::FirstRun)) {
            return false;
        }
        session.createJournal(passphrase);
        return reaches(State::RecoveryCode) && confirm();
    }
    [[nodiscard]] bool confirm() {
        return session.confirmRecoveryGroup(group(session.askedGroup())) && reaches(State::Open);
    }
    [[nodiscard]] bool unlock(const QString& passphrase = kPassphrase) {
        session.unlock(passphrase);
        return reaches(State::Open);
    }
    std::optional<std::int64_t> count() {
        std::optional<std::int64_t> count;
        service.ask(
            &session, [](Journal& journal) { return journal.entries().count(); },
            [&count](const Result<std::int64_t>& result) { count = result.value_or(-1); });
        (void)QTest::qWaitFor([&count] { return count.has_value(); });
        return count;
    }

    /// A key is pressed somewhere in the program.
    void touch() {
        QEvent key(QEvent::KeyPress);
        QCoreApplication::sendEvent(&device_user, &key);
    }

    platform::FakeDevice device;
    SystemClock clock;
    QObject device_user;
    JournalService service;
    AppSettings settings;
    Session session;
};

}  // namespace

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        file_ = std::make_unique<SettingsFile>();
        time_ = std::make_unique<ManualTime>();
    }

    // First run

    void a_missing_journal_is_a_first_run() {
        Desk desk(path(), *file_, *time_);
        QCOMPARE(desk.session.state(), State::Starting);
        QVERIFY(desk.reaches(State::FirstRun));
        QVERIFY(desk.session.message().isEmpty());
        QCOMPARE(desk.session.journalName(), QStringLiteral("my work"));
        QCOMPARE(desk.session.journalPath(), QDir::toNativeSeparators(path()));
        QVERIFY(!desk.session.sample());
        QVERIFY(desk.session.samplePassphrase().isEmpty());
        QVERIFY(!QFile::exists(path()));
    }

    void a_journal_is_made_and_its_code_asked_back() {
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::FirstRun));
        desk.session.createJournal(kPassphrase);
        QVERIFY(desk.session.busy());
        QCOMPARE(desk.session.state(), State::FirstRun);
        QVERIFY(desk.reaches(State::RecoveryCode));
        const QStringList groups = desk.session.recoveryCode().split(u'-');
        QCOMPARE(groups.size(), 3);
        const int asked = desk.session.askedGroup();
        QVERIFY(asked >= 1 && asked <= 3);

        QVERIFY(!desk.session.confirmRecoveryGroup(groups[asked % 3]));
        QCOMPARE(desk.session.state(), State::RecoveryCode);
        QVERIFY(!desk.session.message().isEmpty());
        QVERIFY(!desk.session.confirmRecoveryGroup({}));

        QVERIFY(desk.session.confirmRecoveryGroup(u' ' + groups[asked - 1].toLower() + u' '));
        QVERIFY(desk.session.busy());
        QVERIFY(desk.reaches(State::Open));
        QVERIFY(desk.session.recoveryCode().isEmpty());
        QVERIFY(desk.session.message().isEmpty());
        QVERIFY(desk.count() == 0);
    }

    void an_empty_passphrase_makes_nothing() {
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::FirstRun));
        desk.session.createJournal({});
        QVERIFY(!desk.session.busy());
        QVERIFY(!desk.session.message().isEmpty());
        QVERIFY(!QFile::exists(path()));
    }

    void the_own_folder_is_made_for_its_owner_only() {
        const QString journal = folder_->filePath(QStringLiteral("share/pennydrop/journal.pennydrop"));
        Desk desk(journal, *file_, *time_, false, true);
        QVERIFY(desk.make());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
        QCOMPARE(QFileInfo(QFileInfo(journal).path()).permissions() & others, QFileDevice::Permissions{});
        QCOMPARE(QFileInfo(journal).permissions() & others, QFileDevice::Permissions{});
    }

    void a_missing_folder_is_named() {
        const QString nowhere = folder_->filePath(QStringLiteral("nowhere"));
        Desk desk(nowhere + QStringLiteral("/a.pennydrop"), *file_, *time_);
        QVERIFY(desk.reaches(State::Unavailable));
        QVERIFY(desk.session.message().contains(QDir::toNativeSeparators(nowhere)));
        QVERIFY(!QFile::exists(nowhere));
        QVERIFY(QDir().mkdir(nowhere));
        desk.session.retry();
        QCOMPARE(desk.session.state(), State::Starting);
        QVERIFY(desk.reaches(State::FirstRun));
    }

    void a_file_that_appeared_meanwhile_is_left_alone() {
        Desk first(path(), *file_, *time_);
        Desk second(path(), *file_, *time_);
        QVERIFY(second.reaches(State::FirstRun));
        QVERIFY(first.make());
        QSignalSpy closed(&first.service, &JournalService::closed);
        first.session.lock();
        QVERIFY(closed.wait(kPatience));
        second.session.createJournal(QStringLiteral("quite another passphrase"));
        QVERIFY(second.reaches(State::Locked));
        QVERIFY(!second.session.message().isEmpty());
        QVERIFY(second.unlock());
    }

    // Unlocking

    void a_kept_journal_opens_with_its_passphrase() {
        make_journal();
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        desk.session.unlock(kPassphrase);
        QVERIFY(desk.session.busy());
        QCOMPARE(desk.session.state(), State::Locked);
        QVERIFY(desk.reaches(State::Open));
    }

    void an_older_copy_is_said() {
        make_journal();
        const QString copy = folder_->filePath(QStringLiteral("copy"));
        QVERIFY(QFile::copy(path(), copy));
        {
            Desk desk(path(), *file_, *time_);
            QVERIFY(desk.reaches(State::Locked));
            QVERIFY(desk.unlock());
            QVERIFY(desk.session.notice().isEmpty());
            bool changed = false;
            desk.service.ask(
                &desk.session, [](Journal& journal) { return journal.vault().renew_recovery_code(); },
                [&changed](const Result<RecoveryCode>& code) { changed = code.has_value(); });
            QTRY_VERIFY_WITH_TIMEOUT(changed, kPatience);
            QSignalSpy closed(&desk.service, &JournalService::closed);
            desk.session.lock();
            QVERIFY(closed.wait(kPatience));
            desk.session.unlock(kPassphrase);
            QVERIFY(desk.reaches(State::RecoveryCode));
            QVERIFY(desk.confirm());
            QVERIFY(desk.session.notice().isEmpty());
        }
        QVERIFY(QFile::remove(path()));
        QVERIFY(QFile::copy(copy, path()));
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        QVERIFY(desk.unlock());
        QVERIFY(desk.session.noticeWarns());
        QVERIFY(desk.session.notice().contains(QStringLiteral("older copy")));
        QSignalSpy closed(&desk.service, &JournalService::closed);
        desk.session.lock();
        QVERIFY(desk.session.notice().isEmpty());
        QVERIFY(closed.wait(kPatience));
    }

    void the_passphrase_is_the_same_on_every_keyboard() {
        {
            Desk desk(path(), *file_, *time_);
            QVERIFY(desk.make(QStringLiteral("caf\u00e9 \u00c5ngstr\u00f6m")));  // composed
        }
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        QVERIFY(desk.unlock(QStringLiteral("cafe\u0301 A\u030angstro\u0308m")));  // decomposed
    }

    void a_wrong_passphrase_says_so_and_no_more() {
        make_journal();
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        desk.session.unlock(QStringLiteral("otter lantern seven quill"));
        QVERIFY(desk.rests());
        QCOMPARE(desk.session.state(), State::Locked);
        const QString message = desk.session.message();
        QVERIFY(!message.isEmpty());
        desk.session.unlock(QStringLiteral("x"));
        QVERIFY(desk.session.message().isEmpty());
        QVERIFY(desk.rests());
        QCOMPARE(desk.session.message(), message);
        QVERIFY(desk.unlock());
        QVERIFY(desk.session.message().isEmpty());
    }

    void guessing_is_slowed_down_even_across_a_restart() {
        make_journal();
        {
            Desk desk(path(), *file_, *time_);
            QVERIFY(desk.reaches(State::Locked));
            for (int i = 0; i < 3; ++i) {
                QCOMPARE(desk.session.waitSeconds(), 0);
                desk.session.unlock(QStringLiteral("guess %1").arg(i));
                QVERIFY(desk.rests());
            }
            QCOMPARE(desk.session.waitSeconds(), 2);
            desk.session.unlock(kPassphrase);
            QVERIFY(!desk.session.busy());
            QCOMPARE(desk.session.state(), State::Locked);
        }
        time_->restart();
        Desk desk(path(), *file_, *time_);
        QCOMPARE(desk.session.waitSeconds(), 2);
        QVERIFY(desk.reaches(State::Locked));
        desk.session.unlock(kPassphrase);
        QVERIFY(!desk.session.busy());
        QSignalSpy changed(&desk.session, &Session::waitSecondsChanged);
        time_->pass(1s);
        QVERIFY(changed.wait(2000));
        QCOMPARE(desk.session.waitSeconds(), 1);
        time_->pass(1s);
        QTRY_COMPARE(desk.session.waitSeconds(), 0);
        QVERIFY(desk.unlock());
    }

    void another_window_is_told() {
        Desk first(path(), *file_, *time_);
        QVERIFY(first.make());
        Desk second(path(), *file_, *time_);
        QVERIFY(QTest::qWaitFor([&] { return second.session.state() != State::Starting; }));
        if (second.session.state() == State::Locked) {
            second.session.unlock(kPassphrase);
        }
        QVERIFY(second.reaches(State::Unavailable));
        QVERIFY(!second.session.message().isEmpty());
        first.session.lock();
        QVERIFY(QTest::qWaitFor([&] {
            if (second.session.state() == State::Unavailable && !second.session.busy()) {
                second.session.retry();
            }
            return second.session.state() == State::Locked;
        }));
        QVERIFY(second.unlock());
    }

    void a_file_that_is_no_journal_is_unavailable() {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Unavailable));
        QVERIFY(!desk.session.message().isEmpty());
        desk.session.createJournal(kPassphrase);
        desk.session.unlock(kPassphrase);
        QVERIFY(!desk.session.busy());
        QVERIFY(file.remove());
        desk.session.retry();
        QVERIFY(desk.reaches(State::FirstRun));
    }

    void a_journal_that_vanished_is_not_replaced() {
        make_journal();
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        QVERIFY(QFile::remove(path()));
        desk.session.unlock(kPassphrase);
        QVERIFY(desk.reaches(State::Unavailable));
        QVERIFY(!desk.session.message().isEmpty());
        QVERIFY(!QFile::exists(path()));
    }

    // Recovery

    void the_recovery_code_opens_and_a_new_passphrase_is_chosen() {
        const QString code = make_journal();
        {
            Desk desk(path(), *file_, *time_);
            QVERIFY(desk.reaches(State::Locked));
            desk.session.unlockWithRecoveryCode(code.toLower().replace(u'-', u' '));
            QVERIFY(desk.reaches(State::NewPassphrase));
            desk.session.setNewPassphrase({});
            QCOMPARE(desk.session.state(), State::NewPassphrase);
            desk.session.setNewPassphrase(QStringLiteral("brand new words here"));
            QVERIFY(desk.session.busy());
            QVERIFY(desk.reaches(State::Open));
        }
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        desk.session.unlock(kPassphrase);
        QVERIFY(desk.rests());
        QCOMPARE(desk.session.state(), State::Locked);
        QVERIFY(desk.unlock(QStringLiteral("brand new words here")));
    }

    void a_mistyped_code_is_not_a_try_and_a_wrong_one_is() {
        make_journal();
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        for (int i = 0; i < 5; ++i) {
            desk.session.unlockWithRecoveryCode(QStringLiteral("ABCDEFG-HJK"));
            QVERIFY(!desk.session.busy());
        }
        QVERIFY(!desk.session.message().isEmpty());
        QCOMPARE(desk.session.waitSeconds(), 0);
        for (int i = 0; i < 3; ++i) {
            const auto other = RecoveryCode::random().written();
            desk.session.unlockWithRecoveryCode(
                QString::fromLatin1(reinterpret_cast<const char*>(other.data()), static_cast<qsizetype>(other.size())));
            QVERIFY(desk.session.busy());
            QVERIFY(desk.rests());
            QCOMPARE(desk.session.state(), State::Locked);
        }
        QCOMPARE(desk.session.waitSeconds(), 2);
    }

    void a_code_never_confirmed_is_replaced_at_the_next_start() {
        QString first;
        {
            Desk desk(path(), *file_, *time_);
            QVERIFY(desk.reaches(State::FirstRun));
            desk.session.createJournal(kPassphrase);
            QVERIFY(desk.reaches(State::RecoveryCode));
            first = desk.session.recoveryCode();
        }
        QString second;
        {
            Desk desk(path(), *file_, *time_);
            QVERIFY(desk.reaches(State::Locked));
            desk.session.unlock(kPassphrase);
            QVERIFY(desk.reaches(State::RecoveryCode));
            second = desk.session.recoveryCode();
            QVERIFY(second != first);
            QVERIFY(desk.confirm());
            desk.session.lock();
            QVERIFY(desk.unlock());
        }
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        desk.session.unlockWithRecoveryCode(second);
        QVERIFY(desk.reaches(State::NewPassphrase));
    }

    void opening_with_a_code_confirms_it() {
        QString code;
        {
            Desk desk(path(), *file_, *time_);
            QVERIFY(desk.reaches(State::FirstRun));
            desk.session.createJournal(kPassphrase);
            QVERIFY(desk.reaches(State::RecoveryCode));
            code = desk.session.recoveryCode();
        }
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        desk.session.unlockWithRecoveryCode(code);
        QVERIFY(desk.reaches(State::NewPassphrase));
        desk.session.lock();
        QVERIFY(desk.unlock());
    }

    void a_journal_that_was_made_but_failed_after_is_offered() {
        QFile::remove(path());
        rlimit old{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::FirstRun));
        // Room for the new vault, not for the tables that are written next.
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{40'000, old.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        desk.session.createJournal(kPassphrase);
        const bool locked = desk.reaches(State::Locked);
        (void)::setrlimit(RLIMIT_FSIZE, &old);
        (void)std::signal(SIGXFSZ, handler);
        QVERIFY(locked);
        QVERIFY2(desk.session.message().startsWith(QStringLiteral("The journal was made")),
                 qPrintable(desk.session.message()));
        desk.session.unlock(kPassphrase);
        QVERIFY(desk.reaches(State::RecoveryCode));
        QVERIFY(desk.confirm());
    }

    void the_code_can_be_saved_while_it_is_shown() {
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::FirstRun));
        const QString sheet = folder_->filePath(QStringLiteral("sheet.pdf"));
        QVERIFY(!desk.session.saveRecoveryPdf(QUrl::fromLocalFile(sheet)));
        desk.session.createJournal(kPassphrase);
        QVERIFY(desk.reaches(State::RecoveryCode));
        QVERIFY(
            !desk.session.saveRecoveryPdf(QUrl::fromLocalFile(folder_->filePath(QStringLiteral("no/such/sheet.pdf")))));
        QVERIFY(!desk.session.message().isEmpty());
        QVERIFY(desk.session.saveRecoveryPdf(QUrl::fromLocalFile(sheet)));
        QVERIFY(desk.session.message().contains(QDir::toNativeSeparators(sheet)));
        QVERIFY(QFileInfo(sheet).size() > 1000);
        QVERIFY(desk.confirm());
        QVERIFY(!desk.session.saveRecoveryPdf(QUrl::fromLocalFile(sheet)));
    }

    // Locking

    void locking_is_at_once() {
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.make());
        const QSignalSpy closing(&desk.service, &JournalService::closing);
        desk.session.lock();
        QCOMPARE(desk.session.state(), State::Locked);
        QCOMPARE(closing.count(), 1);
        QVERIFY(!desk.service.is_open());
        QVERIFY(desk.unlock());
    }

    void locking_while_a_key_is_derived_voids_the_result() {
        make_journal();
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        const QSignalSpy opened(&desk.service, &JournalService::opened);
        QSignalSpy closed(&desk.service, &JournalService::closed);
        desk.session.unlock(kPassphrase);
        desk.session.lock();
        QVERIFY(!desk.session.busy());
        QVERIFY(closed.wait(kPatience));
        QTest::qWait(50);
        QCOMPARE(desk.session.state(), State::Locked);
        QCOMPARE(opened.count(), 0);
        QVERIFY(desk.unlock());
    }

    void what_was_half_typed_is_void_when_nobody_is_there() {
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::FirstRun));
        QSignalSpy asked(&desk.session, &Session::lockAsked);
        time_->pass(4min + 59s);
        desk.touch();
        QVERIFY(asked.isEmpty());
        for (int times = 1; times <= 2; ++times) {
            time_->pass(5min + 1s);
            desk.touch();
            QCOMPARE(asked.size(), times);
            QCOMPARE(desk.session.state(), State::FirstRun);
        }
        QVERIFY(desk.make());
        desk.session.lock();
        asked.clear();
        time_->pass(5min + 1s);
        desk.touch();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(desk.session.state(), State::Locked);
    }

    void nobody_there_locks() {
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.make());
        desk.settings.setAutoLockMinutes(2);
        time_->pass(119s);
        desk.touch();
        QCOMPARE(desk.session.state(), State::Open);
        time_->pass(119s);
        desk.touch();
        QCOMPARE(desk.session.state(), State::Open);
        time_->pass(121s);
        desk.touch();
        QCOMPARE(desk.session.state(), State::Locked);
    }

    void a_dark_screen_locks_if_wanted_data() {
        QTest::addColumn<int>("event");
        QTest::newRow("locked") << int(platform::ScreenEvent::kSessionLocked);
        QTest::newRow("sleep") << int(platform::ScreenEvent::kAboutToSleep);
        QTest::newRow("off") << int(platform::ScreenEvent::kScreenOff);
    }

    void a_dark_screen_locks_if_wanted() {
        QFETCH(int, event);
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.make());
        desk.settings.setLockWithScreen(false);
        desk.session.on_screen_event(static_cast<platform::ScreenEvent>(event));
        // A machine that goes to sleep locks whatever the person wants.
        const bool sleeps = event == int(platform::ScreenEvent::kAboutToSleep);
        QCOMPARE(desk.session.state(), sleeps ? State::Locked : State::Open);
        if (sleeps) {
            return;
        }
        desk.settings.setLockWithScreen(true);
        desk.session.on_screen_event(static_cast<platform::ScreenEvent>(event));
        QCOMPARE(desk.session.state(), State::Locked);
    }

    void a_recovery_code_on_a_dark_screen_is_replaced() {
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::FirstRun));
        desk.session.createJournal(kPassphrase);
        desk.session.on_screen_event(platform::ScreenEvent::kScreenOff);
        desk.session.lock();
        QVERIFY(desk.reaches(State::RecoveryCode));
        const QString first = desk.session.recoveryCode();
        QVERIFY(!desk.session.recoveryCodeReplaced());
        desk.session.on_screen_event(platform::ScreenEvent::kScreenOff);
        QCOMPARE(desk.session.state(), State::Locked);
        QVERIFY(desk.session.recoveryCode().isEmpty());
        desk.session.unlock(kPassphrase);
        QVERIFY(desk.reaches(State::RecoveryCode));
        const QString second = desk.session.recoveryCode();
        QVERIFY(!second.isEmpty() && second != first);
        QVERIFY(desk.session.recoveryCodeReplaced());
        time_->pass(24h);
        desk.touch();
        QCOMPARE(desk.session.state(), State::Locked);
        desk.session.unlockWithRecoveryCode(first);
        QVERIFY(desk.rests());
        QCOMPARE(desk.session.state(), State::Locked);
        desk.session.unlockWithRecoveryCode(second);
        QVERIFY(desk.reaches(State::NewPassphrase));
    }

    void a_code_confirmed_and_locked_at_once_is_kept() {
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::FirstRun));
        desk.session.createJournal(kPassphrase);
        QVERIFY(desk.reaches(State::RecoveryCode));
        QVERIFY(desk.session.confirmRecoveryGroup(desk.group(desk.session.askedGroup())));
        QVERIFY(!desk.session.confirmRecoveryGroup(desk.group(desk.session.askedGroup())));
        desk.session.lock();
        QCOMPARE(desk.session.state(), State::Locked);
        QVERIFY(desk.session.recoveryCode().isEmpty());
        QVERIFY(desk.unlock());
    }

    void choosing_a_new_passphrase_is_not_left_open() {
        const QString code = make_journal();
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.reaches(State::Locked));
        desk.session.unlockWithRecoveryCode(code);
        QVERIFY(desk.reaches(State::NewPassphrase));
        time_->sleep(1h);
        desk.touch();
        QCOMPARE(desk.session.state(), State::Locked);
    }

    // The sample

    void the_sample_opens_by_itself_and_with_its_passphrase() {
        Desk desk(path(), *file_, *time_, true);
        QVERIFY(desk.session.busy());
        QVERIFY(desk.reaches(State::Open));
        QVERIFY(desk.session.sample());
        QVERIFY(desk.count() == 400);
        desk.session.lock();
        QCOMPARE(desk.session.state(), State::Locked);
        QVERIFY(!desk.session.samplePassphrase().isEmpty());
        QVERIFY(desk.unlock(desk.session.samplePassphrase()));
    }

    void only_the_right_call_does_something() {
        Desk desk(path(), *file_, *time_);
        QVERIFY(desk.make());
        const QSignalSpy changed(&desk.session, &Session::stateChanged);
        desk.session.createJournal(kPassphrase);
        desk.session.unlock(kPassphrase);
        desk.session.unlockWithRecoveryCode(QStringLiteral("x"));
        desk.session.setNewPassphrase(kPassphrase);
        desk.session.retry();
        QVERIFY(!desk.session.confirmRecoveryGroup(QStringLiteral("x")));
        QVERIFY(!desk.session.busy());
        QVERIFY(desk.session.message().isEmpty());
        QCOMPARE(changed.count(), 0);
    }

private:
    [[nodiscard]] QString path() const { return folder_->filePath(QStringLiteral("my work.pennydrop")); }

    /// A journal of an earlier run; returns its recovery code.
    QString make_journal() {
        Desk desk(path(), *file_, *time_);
        if (!desk.reaches(State::FirstRun)) {
            return {};
        }
        desk.session.createJournal(kPassphrase);
        if (!desk.reaches(State::RecoveryCode)) {
            return {};
        }
        QString code = desk.session.recoveryCode();
        const bool confirmed = desk.confirm();
        desk.session.lock();
        return confirmed ? code : QString();
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SettingsFile> file_;
    std::unique_ptr<ManualTime> time_;
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
