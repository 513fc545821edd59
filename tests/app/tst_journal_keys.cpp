// SPDX-License-Identifier: Apache-2.0
// Another passphrase and another recovery code for the open journal, each only for who knows the present passphrase.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include "journal_keys.h"
#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "session.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using State = Session::State;

namespace {

const QString kPassphrase = QStringLiteral("otter lantern seven quilt");
const QString kNext = QStringLiteral("maple window under nine");
constexpr int kPatience = 20'000;  // a key takes a while under a sanitizer

struct Desk {
    explicit Desk(const QString& path, const SettingsFile& file, ManualTime& time)
        : settings(file.open(), device),
          session(service, settings, clock, time, {path, false, false, KdfCost{}}),
          keys(service, session, {std::filesystem::path(path.toStdString()), false}, KdfCost{}) {
        session.start();
    }

    [[nodiscard]] bool reaches(State state) {
        return QTest::qWaitFor([this, state] { return session.state() == state && !session.busy(); }, kPatience);
    }
    [[nodiscard]] bool rests() {
        return QTest::qWaitFor([this] { return !keys.busy(); }, kPatience);
    }
    [[nodiscard]] bool confirm() {
        return session.confirmRecoveryGroup(session.recoveryCode().split(u'-').value(session.askedGroup() - 1)) &&
               reaches(State::Open);
    }
    [[nodiscard]] bool make() {
        if (!reaches(State::FirstRun)) {
            return false;
        }
        session.createJournal(kPassphrase);
        if (!reaches(State::RecoveryCode)) {
            return false;
        }
        code = session.recoveryCode();
        return confirm();
    }
    [[nodiscard]] bool lock() {
        QSignalSpy closed(&service, &JournalService::closed);
        session.lock();
        return closed.wait(kPatience);
    }
    [[nodiscard]] bool opens_with(const QString& passphrase) {
        session.unlock(passphrase);
        return QTest::qWaitFor([this] { return !session.busy(); }, kPatience) && session.state() == State::Open;
    }

    platform::FakeDevice device;
    SystemClock clock;
    JournalService service;
    AppSettings settings;
    Session session;
    JournalKeys keys;
    QString code{};
};

}  // namespace

class TestJournalKeys : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        file_ = std::make_unique<SettingsFile>();
        time_ = std::make_unique<ManualTime>();
        desk_ = std::make_unique<Desk>(folder_->filePath(QStringLiteral("keys.pennydrop")), *file_, *time_);
        QVERIFY(desk_->make());
    }

    void cleanup() { desk_.reset(); }

    void a_new_passphrase_opens_and_the_old_one_does_not() {
        QSignalSpy done(&desk_->keys, &JournalKeys::done);
        desk_->keys.changePassphrase(kPassphrase, kNext);
        QVERIFY(desk_->keys.busy());
        QVERIFY(desk_->rests());
        QCOMPARE(done.count(), 1);
        QVERIFY(!desk_->keys.failed());
        QVERIFY(!desk_->keys.message().isEmpty());
        QCOMPARE(desk_->session.state(), State::Open);
        QVERIFY(desk_->lock());
        QVERIFY(desk_->keys.message().isEmpty());
        QVERIFY(!desk_->opens_with(kPassphrase));
        QVERIFY(desk_->opens_with(kNext));
    }

    void a_wrong_present_passphrase_changes_nothing() {
        QSignalSpy done(&desk_->keys, &JournalKeys::done);
        desk_->keys.changePassphrase(kNext, QStringLiteral("something else"));
        QVERIFY(desk_->rests());
        QCOMPARE(done.count(), 0);
        QVERIFY(desk_->keys.failed());
        QVERIFY(!desk_->keys.message().isEmpty());
        desk_->keys.forgetMessage();
        QVERIFY(desk_->keys.message().isEmpty() && !desk_->keys.failed());
        QVERIFY(desk_->lock());
        QVERIFY(desk_->opens_with(kPassphrase));
    }

    void an_empty_passphrase_is_no_try() {
        for (int i = 0; i < 2 * Session::kMostWrongTries; ++i) {
            desk_->keys.changePassphrase({}, kNext);
            desk_->keys.renewRecoveryCode({});
            QVERIFY(!desk_->keys.busy());
            QVERIFY(desk_->keys.failed());
        }
        QCOMPARE(desk_->session.state(), State::Open);
        desk_->keys.changePassphrase(kPassphrase, {});
        QVERIFY(desk_->rests());
        QVERIFY(desk_->keys.failed());
        QVERIFY(desk_->lock());
        QVERIFY(desk_->opens_with(kPassphrase));
    }

    void three_wrong_tries_lock_the_journal() {
        for (int i = 0; i < Session::kMostWrongTries; ++i) {
            QCOMPARE(desk_->session.state(), State::Open);
            desk_->keys.renewRecoveryCode(kNext);
            QVERIFY(desk_->rests());
        }
        QCOMPARE(desk_->session.state(), State::Locked);
        QVERIFY(desk_->keys.message().isEmpty());
        // They count as on the lock screen.
        QVERIFY(desk_->session.waitSeconds() > 0);
        time_->pass(std::chrono::seconds{5});
        QTRY_COMPARE(desk_->session.waitSeconds(), 0);
        QVERIFY(desk_->opens_with(kPassphrase));
    }

    void a_new_recovery_code_is_shown_and_asked_back() {
        desk_->keys.renewRecoveryCode(kPassphrase);
        QVERIFY(desk_->reaches(State::RecoveryCode));
        const QString code = desk_->session.recoveryCode();
        QVERIFY(code != desk_->code);
        QVERIFY(desk_->confirm());
        QVERIFY(desk_->lock());
        desk_->session.unlockWithRecoveryCode(desk_->code);
        QVERIFY(desk_->reaches(State::Locked));
        desk_->session.unlockWithRecoveryCode(code);
        QVERIFY(desk_->reaches(State::NewPassphrase));
    }

    void a_code_that_was_not_confirmed_is_made_anew() {
        desk_->keys.renewRecoveryCode(kPassphrase);
        QVERIFY(desk_->reaches(State::RecoveryCode));
        const QString code = desk_->session.recoveryCode();
        QVERIFY(desk_->lock());
        desk_->session.unlock(kPassphrase);
        QVERIFY(desk_->reaches(State::RecoveryCode));
        QVERIFY(desk_->session.recoveryCode() != code);
    }

    void a_lock_meanwhile_voids_the_answer() {
        QSignalSpy done(&desk_->keys, &JournalKeys::done);
        desk_->keys.changePassphrase(kPassphrase, kNext);
        QVERIFY(desk_->lock());
        QVERIFY(!desk_->keys.busy());
        QVERIFY(desk_->keys.message().isEmpty());
        QCOMPARE(done.count(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SettingsFile> file_;
    std::unique_ptr<ManualTime> time_;
    std::unique_ptr<Desk> desk_;
};

QTEST_MAIN(TestJournalKeys)
#include "tst_journal_keys.moc"
