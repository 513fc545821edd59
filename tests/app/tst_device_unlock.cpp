// SPDX-License-Identifier: Apache-2.0
// Opening without the passphrase on one device: set up by who knows the passphrase, taken back at any time, and never
// the only way in.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include "device_unlock.h"
#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "platform/fake/fake_key_store.h"
#include "session.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using State = Session::State;
using platform::KeyStoreError;

namespace {

const QString kPassphrase = QStringLiteral("otter lantern seven quilt");
constexpr int kPatience = 20'000;  // a key takes a while under a sanitizer

}  // namespace

class TestDeviceUnlock : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        path_ = folder_->filePath(QStringLiteral("device.pennydrop"));
        store_ = std::make_unique<platform::FakeKeyStore>();
        settings_ = std::make_unique<AppSettings>(file_.open(), device_);
        service_ = std::make_unique<JournalService>();
        session_ = std::make_unique<Session>(*service_, *settings_, clock_, time_,
                                             SessionOptions{path_, false, false, KdfCost{}});
        unlock_ = std::make_unique<DeviceUnlock>(*service_, *session_, *settings_, *store_, path_);
        unlock_->look();
        session_->start();
        QVERIFY(reaches(State::FirstRun));
        session_->createJournal(kPassphrase);
        QVERIFY(reaches(State::RecoveryCode));
        const QStringList groups = session_->recoveryCode().split(u'-');
        QVERIFY(session_->confirmRecoveryGroup(groups.value(session_->askedGroup() - 1)));
        QVERIFY(reaches(State::Open));
    }

    void cleanup() {
        unlock_.reset();
        session_.reset();
        service_.reset();
        settings_.reset();
    }

    void the_device_opens_once_it_was_set_up() {
        QVERIFY(unlock_->available());
        QVERIFY(!unlock_->enabled());
        QSignalSpy done(unlock_.get(), &DeviceUnlock::done);
        unlock_->enable(kPassphrase);
        QVERIFY(rests());
        QCOMPARE(done.count(), 1);
        QVERIFY(unlock_->enabled() && !unlock_->failed());
        QCOMPARE(store_->labels().size(), std::size_t{1});
        // Its name in the store says which journal, not where it lies.
        QVERIFY(!QString::fromStdString(store_->labels().begin()->first).contains(folder_->path()));
        QVERIFY(lock());
        unlock_->unlock();
        QVERIFY(reaches(State::Open));
        QVERIFY(lock());
        session_->unlock(kPassphrase);
        QVERIFY(reaches(State::Open));
    }

    void a_wrong_passphrase_sets_nothing_up() {
        unlock_->enable(QStringLiteral("something else"));
        QVERIFY(rests());
        QVERIFY(unlock_->failed() && !unlock_->enabled());
        QVERIFY(store_->labels().empty());
        unlock_->enable({});
        QVERIFY(!unlock_->busy() && !unlock_->enabled());
    }

    void a_store_that_refuses_leaves_the_journal_alone() {
        store_->fail_with(KeyStoreError::kRefused);
        unlock_->enable(kPassphrase);
        QVERIFY(rests());
        QVERIFY(unlock_->failed() && !unlock_->message().isEmpty() && !unlock_->enabled());
        QVERIFY(slots_in_file() == 2);
    }

    void switched_off_it_opens_no_more() {
        unlock_->enable(kPassphrase);
        QVERIFY(rests());
        QCOMPARE(slots_in_file(), 3);
        unlock_->disable();
        QVERIFY(rests());
        QVERIFY(!unlock_->enabled());
        QVERIFY(store_->labels().empty());
        QCOMPARE(slots_in_file(), 2);
        QVERIFY(lock());
        unlock_->unlock();
        QVERIFY(!unlock_->busy());
        QCOMPARE(session_->state(), State::Locked);
    }

    void a_key_the_store_has_lost_is_said() {
        unlock_->enable(kPassphrase);
        QVERIFY(rests());
        QVERIFY(lock());
        for (const auto failure : {KeyStoreError::kRefused, KeyStoreError::kNotFound}) {
            store_->fail_with(failure);
            unlock_->unlock();
            QVERIFY(unlock_->failed() && !unlock_->message().isEmpty());
            QCOMPARE(session_->state(), State::Locked);
        }
        session_->unlock(kPassphrase);
        QVERIFY(reaches(State::Open));
    }

    void a_key_that_opens_nothing_asks_for_the_passphrase() {
        unlock_->enable(kPassphrase);
        QVERIFY(rests());
        store_->store(store_->labels().begin()->first, SecretBytes::random(kDeviceSecretBytes), "other",
                      [](const auto&) {});
        QVERIFY(lock());
        unlock_->unlock();
        QVERIFY(reaches(State::Locked));
        QVERIFY(!session_->message().isEmpty());
        QCOMPARE(session_->waitSeconds(), 0);
        // Nor does it count as a guess, however often.
        for (int i = 0; i < 5; ++i) {
            unlock_->unlock();
            QVERIFY(reaches(State::Locked));
        }
        QCOMPARE(session_->waitSeconds(), 0);
    }

    void a_slot_that_is_gone_is_forgotten() {
        unlock_->enable(kPassphrase);
        QVERIFY(rests());
        std::optional<bool> removed;
        service_->ask(
            unlock_.get(),
            [](Journal& journal) { return journal.vault().remove_slot(journal.vault().key_slots().back().id); },
            [&removed](const Status& status) { removed = status.has_value(); });
        QTRY_VERIFY(removed.has_value());
        QVERIFY(*removed);
        QVERIFY(unlock_->enabled());
        QVERIFY(lock());
        session_->unlock(kPassphrase);
        QVERIFY(reaches(State::Open));
        QTRY_VERIFY(!unlock_->enabled());
        QVERIFY(store_->labels().empty());
    }

    void three_wrong_passphrases_lock_the_journal() {
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(session_->state(), State::Open);
            unlock_->enable(QStringLiteral("something else"));
            QVERIFY(rests());
        }
        QCOMPARE(session_->state(), State::Locked);
    }

    void a_lock_while_the_store_asks_voids_its_answer() {
        unlock_->enable(kPassphrase);
        QVERIFY(rests());
        QVERIFY(lock());
        store_->hold(true);
        unlock_->unlock();
        QVERIFY(unlock_->busy());
        session_->lock();  // nothing is open, but somebody is being asked
        QVERIFY(!unlock_->busy());
        store_->hold(false);
        QCoreApplication::processEvents();
        QVERIFY(!session_->busy());
        QCOMPARE(session_->state(), State::Locked);
        // Also with the screen.
        store_->hold(true);
        unlock_->unlock();
        session_->on_screen_event(platform::ScreenEvent::kAboutToSleep);
        store_->hold(false);
        QVERIFY(!session_->busy());
        unlock_->unlock();
        QVERIFY(reaches(State::Open));
    }

    void a_lock_while_the_store_takes_the_key_leaves_none_there() {
        store_->hold(true);
        unlock_->enable(kPassphrase);
        QTRY_COMPARE_WITH_TIMEOUT(store_->held(), std::size_t{1}, kPatience);
        QVERIFY(lock());
        QVERIFY(!unlock_->busy());
        store_->hold(false);
        QVERIFY(store_->labels().empty());
        QVERIFY(!unlock_->enabled());
        session_->unlock(kPassphrase);
        QVERIFY(reaches(State::Open));
        QCOMPARE(slots_in_file(), 2);
        QTRY_VERIFY(!settings_->slotsBefore(path_));
    }

    void an_answer_that_comes_too_late_takes_no_later_key_away() {
        store_->hold(true);
        unlock_->enable(kPassphrase);
        QTRY_COMPARE_WITH_TIMEOUT(store_->held(), std::size_t{1}, kPatience);
        QVERIFY(lock());
        session_->unlock(kPassphrase);
        QVERIFY(reaches(State::Open));
        QTRY_VERIFY(!settings_->slotsBefore(path_));
        unlock_->enable(kPassphrase);
        QTRY_COMPARE_WITH_TIMEOUT(store_->held(), std::size_t{2}, kPatience);
        store_->hold(false);
        QVERIFY(rests());
        QVERIFY(unlock_->enabled());
        QVERIFY(lock());
        unlock_->unlock();
        QVERIFY(reaches(State::Open));
    }

    void a_key_taken_after_the_program_has_ended_is_erased_at_the_next_unlock() {
        store_->hold(true);
        unlock_->enable(kPassphrase);
        QTRY_COMPARE_WITH_TIMEOUT(store_->held(), std::size_t{1}, kPatience);
        unlock_.reset();
        store_->hold(false);
        QVERIFY(!store_->labels().empty());
        unlock_ = std::make_unique<DeviceUnlock>(*service_, *session_, *settings_, *store_, path_);
        unlock_->look();
        QVERIFY(lock());
        session_->unlock(kPassphrase);
        QVERIFY(reaches(State::Open));
        QTRY_VERIFY(store_->labels().empty());
        QVERIFY(!unlock_->enabled());
    }

    void a_slot_nobody_noted_is_removed() {
        unlock_->enable(kPassphrase);
        QVERIFY(rests());
        QCOMPARE(slots_in_file(), 3);
        const QByteArray other = settings_->deviceSlot(path_);
        // As after a crash between adding a slot and noting it: there is one more than was written down before.
        settings_->setDeviceSlot(path_, {});
        settings_->setSlotsBefore(path_, QByteArray());
        QVERIFY(lock());
        session_->unlock(kPassphrase);
        QVERIFY(reaches(State::Open));
        QTRY_COMPARE(slots_in_file(), 2);
        QTRY_VERIFY(!settings_->slotsBefore(path_));
        QVERIFY(store_->labels().empty());
        QVERIFY(!unlock_->enabled());
        // A slot that was there before, of another device, stays.
        unlock_->enable(kPassphrase);
        QVERIFY(rests());
        QVERIFY(!settings_->slotsBefore(path_));
        settings_->setSlotsBefore(path_, settings_->deviceSlot(path_));
        settings_->setDeviceSlot(path_, {});
        QVERIFY(lock());
        session_->unlock(kPassphrase);
        QVERIFY(reaches(State::Open));
        QTRY_VERIFY(!settings_->slotsBefore(path_));
        QCOMPARE(slots_in_file(), 3);
        QVERIFY(!other.isEmpty());
    }

    void the_slots_are_written_down_before_one_is_added() {
        const auto note = [this] { return settings_->slotsBefore(path_).has_value(); };
        bool noted = false;
        unlock_->enable(kPassphrase);
        QVERIFY(QTest::qWaitFor([&] { return (noted = noted || note()) || !unlock_->busy(); }, kPatience));
        QVERIFY(noted);
        QVERIFY(rests());
        QVERIFY(!note());
    }

    void the_device_alone_is_shown_no_recovery_code() {
        unlock_->enable(kPassphrase);
        QVERIFY(rests());
        // A new code that nobody has confirmed.
        std::optional<bool> renewed;
        service_->ask(
            unlock_.get(), [](Journal& journal) { return journal.vault().renew_recovery_code(); },
            [&renewed](const Result<RecoveryCode>& code) { renewed = code.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(renewed.has_value(), kPatience);
        QVERIFY(*renewed);
        QVERIFY(lock());
        unlock_->unlock();
        QVERIFY(reaches(State::Open));
        QVERIFY(session_->recoveryCode().isEmpty());
        QVERIFY(lock());
        session_->unlock(kPassphrase);
        QVERIFY(reaches(State::RecoveryCode));
        QVERIFY(!session_->recoveryCode().isEmpty());
    }

    void without_a_store_nothing_is_offered() {
        store_->fail_with(KeyStoreError::kUnavailable);
        unlock_->look();
        QVERIFY(!unlock_->available() && !unlock_->enabled());
        unlock_->enable(kPassphrase);
        QVERIFY(!unlock_->busy());
    }

private:
    bool reaches(State state) {
        return QTest::qWaitFor([this, state] { return session_->state() == state && !session_->busy(); }, kPatience);
    }
    bool rests() {
        return QTest::qWaitFor([this] { return !unlock_->busy(); }, kPatience);
    }
    bool lock() {
        QSignalSpy closed(service_.get(), &JournalService::closed);
        session_->lock();
        return closed.wait(kPatience);
    }
    int slots_in_file() {
        std::optional<int> count;
        service_->ask(
            unlock_.get(),
            [](Journal& journal) -> Result<int> { return static_cast<int>(journal.vault().key_slots().size()); },
            [&count](const Result<int>& result) { count = result.value_or(-1); });
        (void)QTest::qWaitFor([&count] { return count.has_value(); });
        return count.value_or(-1);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    QString path_;
    SettingsFile file_;
    SystemClock clock_;
    ManualTime time_;
    platform::FakeDevice device_;
    std::unique_ptr<platform::FakeKeyStore> store_;
    std::unique_ptr<AppSettings> settings_;
    std::unique_ptr<JournalService> service_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<DeviceUnlock> unlock_;
};

QTEST_MAIN(TestDeviceUnlock)
#include "tst_device_unlock.moc"
