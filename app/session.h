// SPDX-License-Identifier: Apache-2.0
// The state of the lock: first run, locked, open; making and opening the journal; and when it locks itself.
// Threads: GUI thread. Keys are derived on the worker's thread; a lock meanwhile makes the result void.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

#include "app_settings.h"
#include "auto_lock.h"
#include "base/types.h"
#include "elapsed.h"
#include "journal_service.h"
#include "journal_tasks.h"
#include "platform/device.h"
#include "try_limiter.h"
#include "vault/key_slots.h"

namespace pennydrop::app {

/// Which journal a session is about.
struct SessionOptions {
    QString journal_path;                  ///< Absolute.
    bool makes_folder{false};              ///< The journal's folder is ours and may be made.
    bool sample{false};                    ///< Make a sample journal there and open it.
    std::optional<KdfCost> cost_of_new{};  ///< Of new journals; nothing to measure this device.
};

class Session final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.session")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)
    Q_PROPERTY(QString journalName READ journalName CONSTANT FINAL)
    Q_PROPERTY(QString journalPath READ journalPath CONSTANT FINAL)
    Q_PROPERTY(bool sample READ sample CONSTANT FINAL)
    Q_PROPERTY(QString samplePassphrase READ samplePassphrase CONSTANT FINAL)
    /// What the person should know of the journal that was just opened; "" when there is nothing.
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged FINAL)
    /// Whether notice() tells of something that should not be.
    Q_PROPERTY(bool noticeWarns READ noticeWarns NOTIFY noticeChanged FINAL)
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY waitSecondsChanged FINAL)
    /// In Unavailable: a backup could take the journal's place.
    Q_PROPERTY(bool rescuable READ rescuable NOTIFY stateChanged FINAL)
    /// In Unavailable: the file is damaged, and part of it may still be read.
    Q_PROPERTY(bool damaged READ damaged NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString recoveryCode READ recoveryCode NOTIFY recoveryCodeChanged FINAL)
    Q_PROPERTY(int askedGroup READ askedGroup NOTIFY recoveryCodeChanged FINAL)
    Q_PROPERTY(bool recoveryCodeReplaced READ recoveryCodeReplaced NOTIFY recoveryCodeChanged FINAL)

public:
    static constexpr int kMostWrongTries = 3;

    enum class State {
        Starting,      ///< The file is being looked at, or the sample journal made.
        FirstRun,      ///< There is no journal yet.
        RecoveryCode,  ///< A recovery code is shown until it is confirmed: of a new journal, or of one whose last code
                       ///< never was.
        Locked,
        Rescue,         ///< Closed, while a backup is put in its place or a damaged journal is repaired.
        Sealing,        ///< Closed, while everything is sealed with a new key.
        Erasing,        ///< Closed, while the whole journal is erased, and until what came of it was read.
        NewPassphrase,  ///< Opened with the recovery code; a new passphrase is to be chosen.
        Open,
        Unavailable,  ///< The file cannot be opened at all; message() says why.
    };
    Q_ENUM(State)

    /// Borrows all but the options. Nothing happens until start().
    Session(JournalService& service, AppSettings& settings, const Clock& clock, const TimeSource& time,
            SessionOptions options, QObject* parent = nullptr);
    ~Session() override;

    /// Looks whether there is a journal. Call once.
    void start();
    /// The screen went dark: locks, if the person wants that. Before the machine sleeps, always.
    void on_screen_event(platform::ScreenEvent event);

    [[nodiscard]] const JournalFile& file() const noexcept { return file_; }
    [[nodiscard]] State state() const noexcept { return state_; }
    [[nodiscard]] bool busy() const noexcept { return busy_; }
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] QString journalName() const;
    [[nodiscard]] QString journalPath() const;
    [[nodiscard]] bool sample() const noexcept { return options_.sample; }
    [[nodiscard]] QString samplePassphrase() const;
    [[nodiscard]] QString notice() const { return notice_; }
    [[nodiscard]] bool noticeWarns() const noexcept { return notice_warns_; }
    [[nodiscard]] int waitSeconds() const noexcept { return wait_seconds_; }
    [[nodiscard]] bool rescuable() const noexcept;
    [[nodiscard]] bool damaged() const noexcept;
    [[nodiscard]] QString recoveryCode() const;
    [[nodiscard]] int askedGroup() const noexcept { return asked_group_; }
    /// The code shown took the place of one that was never confirmed and opens nothing any more.
    [[nodiscard]] bool recoveryCodeReplaced() const noexcept { return recovery_code_replaced_; }

    /// From FirstRun to RecoveryCode.
    Q_INVOKABLE void createJournal(const QString& passphrase);
    /// Whether `typed` is the group asked for; then the journal notes that the code is held, the code is forgotten and
    /// the journal open.
    Q_INVOKABLE bool confirmRecoveryGroup(const QString& typed);
    /// Saves the code as a page to print. With an empty URL in the documents folder. message() says where it is.
    Q_INVOKABLE bool saveRecoveryPdf(const QUrl& url);
    /// From Locked to Open, or to RecoveryCode with a new code if the last one was never confirmed. Does nothing while
    /// waitSeconds() is above 0.
    Q_INVOKABLE void unlock(const QString& passphrase);
    /// From Locked to Open with the secret that the device's key store keeps; a code never confirmed is not shown.
    void unlockWithDevice(SecretBytes secret);
    /// From Locked to NewPassphrase.
    Q_INVOKABLE void unlockWithRecoveryCode(const QString& code);
    /// From Open to RecoveryCode: the journal has a new code that nobody holds yet.
    void showNewRecoveryCode(SecretBytes code);
    /// From NewPassphrase to Open.
    Q_INVOKABLE void setNewPassphrase(const QString& passphrase);
    /// Locked at once, whatever is under way; drafts are sealed and keys wiped behind the scenes. A recovery code that
    /// was not confirmed is replaced at the next unlock. Ignored while a journal is being made: nothing is in it yet.
    Q_INVOKABLE void lock();
    /// A secret was tried elsewhere than on the lock screen: wrong ones count as they do there.
    void noteTry(bool right);
    /// The passphrase of the open journal was asked for once more, so that an unattended screen is not enough: wrong
    /// ones count as on the lock screen, and the third of them, wherever it was asked, locks. True when that happened.
    [[nodiscard]] bool notePassphrase(const Status& known);
    /// From any state in which nothing is under way to Rescue; an open journal is locked first. False when something is
    /// under way.
    [[nodiscard]] bool beginRescue();
    /// From Open to Sealing; locks the journal first.
    void beginSealing();
    /// From Open to Erasing; locks the journal first.
    void beginErasing();
    /// From Erasing to Locked: the journal's files are still there; `message` says more.
    void erasingFailed(const QString& message);
    /// From Erasing on to whatever there is now.
    void endErasing();
    /// From Sealing to Locked, and when it succeeded on from there with `passphrase`.
    void endSealing(const Status& sealed, const std::shared_ptr<const SecretBytes>& passphrase);
    /// From Rescue: looks what there is now.
    void endRescue();
    /// From Unavailable: looks again.
    Q_INVOKABLE void retry();

signals:
    /// lock() was called, or nobody was there for a while, also where there is nothing to lock: what somebody is asked
    /// for is void, and what they have typed so far goes.
    void lockAsked();
    void stateChanged();
    void busyChanged();
    void messageChanged();
    void noticeChanged();
    void waitSecondsChanged();
    void recoveryCodeChanged();

private:
    void look();
    void unlock_with(std::function<Result<OpenedJournal>()> opener);
    void make_sample();
    void open(std::function<Result<std::unique_ptr<Journal>>()> maker, std::function<void()> on_success);
    void arrived(const Arrival& arrival);
    void set_notice(const QString& notice, bool warns);
    void opening_failed(ErrorCode code);
    void making_failed(ErrorCode code, bool file_is_there);
    void show_recovery_code(SecretBytes code, bool replaced);
    void forget_recovery_code();
    void update_wait();

    void go_to(State state);
    void watch_for_absence();
    void set_busy(bool busy);
    void say(const QString& message);

    JournalService* service_;
    AppSettings* settings_;
    const Clock* clock_;
    SessionOptions options_;
    JournalFile file_;
    AutoLock auto_lock_;
    TryLimiter limiter_;
    QTimer wait_timer_;
    State state_{State::Starting};
    bool busy_{false};
    bool by_device_{false};           ///< The unlocking under way is the device's.
    bool lock_after_sealing_{false};  ///< Somebody locked while everything was sealed anew.
    QString message_;
    QString notice_;
    bool notice_warns_{false};
    int wait_seconds_{0};
    int wrong_tries_{0};                      ///< At the passphrase of the open journal.
    std::optional<ErrorCode> unavailable_{};  ///< Why, in Unavailable.
    SecretBytes recovery_code_;
    int asked_group_{0};
    bool recovery_code_replaced_{false};
};

}  // namespace pennydrop::app
