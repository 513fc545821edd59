// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "error_text.h"
#include "recovery_group.h"
#include "recovery_sheet.h"
#include "secret_text.h"

namespace pennydrop::app {

namespace {

const QString kSamplePassphrase = QStringLiteral("pennydrop sample");

}  // namespace

Session::Session(JournalService& service, AppSettings& settings, const Clock& clock, const TimeSource& time,
                 SessionOptions options, QObject* parent)
    : QObject(parent),
      service_(&service),
      settings_(&settings),
      clock_(&clock),
      options_(std::move(options)),
      file_{QFileInfo(options_.journal_path).filesystemAbsoluteFilePath(), options_.makes_folder},
      auto_lock_(time),
      limiter_(settings, time, options_.journal_path) {
    const auto follow_limit = [this] { auto_lock_.set_limit(std::chrono::minutes{settings_->autoLockMinutes()}); };
    follow_limit();
    connect(settings_, &AppSettings::autoLockMinutesChanged, this, follow_limit);
    connect(&auto_lock_, &AutoLock::expired, this, [this] {
        lock();
        watch_for_absence();
    });
    wait_timer_.setInterval(std::chrono::milliseconds{200});
    connect(&wait_timer_, &QTimer::timeout, this, &Session::update_wait);
    update_wait();
}

Session::~Session() = default;

QString Session::journalName() const {
    return sample() ? tr("Sample journal") : QFileInfo(options_.journal_path).completeBaseName();
}

QString Session::journalPath() const {
    return QDir::toNativeSeparators(options_.journal_path);
}

bool Session::rescuable() const noexcept {
    // Not when the file is sound but busy or of a newer version: putting another one in its place would help nobody.
    return state_ == State::Unavailable && !sample() &&
           (unavailable_ == ErrorCode::kDamaged || unavailable_ == ErrorCode::kNotOurFile ||
            unavailable_ == ErrorCode::kNotFound || unavailable_ == ErrorCode::kIo);
}

bool Session::damaged() const noexcept {
    return state_ == State::Unavailable && !sample() && unavailable_ == ErrorCode::kDamaged;
}

QString Session::samplePassphrase() const {
    return sample() ? kSamplePassphrase : QString();
}

QString Session::recoveryCode() const {
    return QString::fromLatin1(reinterpret_cast<const char*>(recovery_code_.data()),
                               static_cast<qsizetype>(recovery_code_.size()));
}

void Session::start() {
    if (sample()) {
        make_sample();
    } else {
        look();
    }
}

void Session::retry() {
    if (state_ == State::Unavailable && !busy_) {
        say({});
        go_to(State::Starting);
        look();
    }
}

void Session::beginSealing() {
    lock();
    lock_after_sealing_ = false;
    go_to(State::Sealing);
}

void Session::endSealing(const Status& sealed, const std::shared_ptr<const SecretBytes>& passphrase) {
    if (state_ != State::Sealing) {
        return;
    }
    go_to(State::Locked);
    if (sealed && !std::exchange(lock_after_sealing_, false)) {
        unlock_with(
            [file = file_, passphrase, cost = options_.cost_of_new] { return open_journal(file, *passphrase, cost); });
    } else if (!sealed) {
        say(error_text(sealed.error().code, Doing::kRekeying));
    }
}

void Session::beginErasing() {
    lock();
    go_to(State::Erasing);
}

void Session::erasingFailed(const QString& message) {
    if (state_ == State::Erasing) {
        go_to(State::Locked);
        say(message);
    }
}

void Session::endErasing() {
    if (state_ == State::Erasing) {
        go_to(State::Starting);
        look();
    }
}

bool Session::beginRescue() {
    if (state_ == State::Rescue || state_ == State::Starting || state_ == State::Erasing || sample() ||
        (busy_ && state_ != State::Open)) {
        return false;
    }
    lock();
    say({});
    go_to(State::Rescue);
    return true;
}

void Session::endRescue() {
    if (state_ == State::Rescue) {
        go_to(State::Starting);
        look();
    }
}

void Session::look() {
    set_busy(true);
    service_->worker().run(
        this, [file = file_] { return look_at(file); },
        [this](const Result<Found>& found) {
            set_busy(false);
            if (!found) {
                opening_failed(found.error().code);
            } else if (*found == Found::kNoFolder) {
                unavailable_.reset();
                say(missing_folder_text(QDir::toNativeSeparators(QFileInfo(options_.journal_path).absolutePath())));
                go_to(State::Unavailable);
            } else {
                go_to(*found == Found::kJournal ? State::Locked : State::FirstRun);
            }
        });
}

void Session::make_sample() {
    set_busy(true);
    service_->open_with([file = file_, passphrase = secret_from(kSamplePassphrase),
                         now = clock_->now()] { return make_sample_journal(file, passphrase, now); },
                        this,
                        [this](const Status& made) {
                            set_busy(false);
                            if (made) {
                                go_to(State::Open);
                            } else {
                                say(error_text(made.error().code, Doing::kMaking));
                                go_to(State::Unavailable);
                            }
                        });
}

void Session::createJournal(const QString& passphrase) {
    if (state_ != State::FirstRun || busy_) {
        return;
    }
    auto secret = secret_from(passphrase);
    if (secret.empty()) {
        say(error_text(ErrorCode::kInvalid, Doing::kMaking));
        return;
    }
    say({});
    set_busy(true);
    // These cross to this thread beside the journal, which does not.
    auto code = std::make_shared<SecretBytes>();
    auto file_is_there = std::make_shared<bool>(false);
    service_->open_with(
        [file = file_, secret = std::move(secret), cost = options_.cost_of_new, code,
         file_is_there]() -> Result<std::unique_ptr<Journal>> {
            auto made = make_journal(file, secret, cost);
            if (!made) {
                std::error_code ignored;
                *file_is_there = std::filesystem::exists(file.path, ignored);
                return pass_on(made);
            }
            *code = std::move(made->recovery_code);
            return std::move(made->journal);
        },
        this,
        [this, code, file_is_there](const Status& made) {
            set_busy(false);
            if (made) {
                limiter_.succeeded();
                update_wait();
                show_recovery_code(std::move(*code), false);
            } else {
                making_failed(made.error().code, *file_is_there);
            }
        });
}

void Session::making_failed(ErrorCode code, bool file_is_there) {
    // Another window was quicker, or making failed after the file had got its name: there is a journal to unlock now.
    const bool is_ours = file_is_there && code != ErrorCode::kAlreadyExists;
    say(is_ours ? made_but_not_open_text() : error_text(code, Doing::kMaking));
    if (file_is_there || code == ErrorCode::kAlreadyExists) {
        look();
    }
}

void Session::show_recovery_code(SecretBytes code, bool replaced) {
    recovery_code_ = std::move(code);
    asked_group_ = random_recovery_group();
    recovery_code_replaced_ = replaced;
    emit recoveryCodeChanged();
    go_to(State::RecoveryCode);
}

void Session::showNewRecoveryCode(SecretBytes code) {
    if (state_ == State::Open) {
        show_recovery_code(std::move(code), true);
    }
}

void Session::forget_recovery_code() {
    if (!recovery_code_.empty()) {
        recovery_code_.wipe();
        asked_group_ = 0;
        recovery_code_replaced_ = false;
        emit recoveryCodeChanged();
    }
}

bool Session::confirmRecoveryGroup(const QString& typed) {
    if (state_ != State::RecoveryCode || busy_) {
        return false;
    }
    if (!is_recovery_group(recovery_code_, asked_group_, typed)) {
        say(tr("That is not group %1 of the code. Nothing is lost. Compare it with what you wrote down or printed, "
               "letter by letter.")
                .arg(asked_group_));
        return false;
    }
    say({});
    set_busy(true);
    service_->ask(
        this, [](Journal& journal) { return journal.set_recovery_confirmed(); },
        [this](const Status& confirmed) {
            set_busy(false);
            if (confirmed) {
                go_to(State::Open);
                forget_recovery_code();
            } else {
                say(error_text(confirmed.error().code, Doing::kMaking));
            }
        });
    return true;
}

bool Session::saveRecoveryPdf(const QUrl& url) {
    if (state_ != State::RecoveryCode) {
        return false;
    }
    const QUrl target = url.isEmpty() ? suggested_recovery_sheet() : url;
    const QString path = QDir::toNativeSeparators(target.toLocalFile());
    const Status saved = save_recovery_sheet(target, recovery_code_, journalName(), QDate::currentDate());
    if (!saved) {
        say(tr("The page could not be saved here. Nothing is lost: write the code down, or try again."));
        return false;
    }
    say(tr("The page was saved as %1. It is not encrypted: print it, then delete the file.").arg(path));
    return true;
}

void Session::noteTry(bool right) {
    if (right) {
        limiter_.succeeded();
    } else {
        limiter_.failed();
    }
    update_wait();
}

bool Session::notePassphrase(const Status& known) {
    if (known) {
        wrong_tries_ = 0;
        noteTry(true);
        return false;
    }
    if (known.error().code != ErrorCode::kWrongSecret) {
        return false;
    }
    noteTry(false);
    if (++wrong_tries_ < kMostWrongTries) {
        return false;
    }
    lock();
    return true;
}

void Session::lock() {
    emit lockAsked();
    if (state_ == State::Sealing) {
        lock_after_sealing_ = true;
        return;
    }
    by_device_ = false;
    const bool is_unlocking = state_ == State::Locked && busy_;
    const bool is_open = state_ == State::Open || state_ == State::NewPassphrase || state_ == State::RecoveryCode;
    if (!is_open && !is_unlocking) {
        return;
    }
    service_->close();
    wrong_tries_ = 0;
    set_notice({}, false);
    say({});
    set_busy(false);
    go_to(State::Locked);
    forget_recovery_code();
}

void Session::on_screen_event(platform::ScreenEvent event) {
    // Asleep, a machine keeps its memory and can be carried away: that is no matter of taste.
    if (event == platform::ScreenEvent::kAboutToSleep || settings_->lockWithScreen()) {
        lock();
    }
}

void Session::update_wait() {
    const int seconds = limiter_.seconds_left();
    if (seconds > 0 && !wait_timer_.isActive()) {
        wait_timer_.start();
    } else if (seconds == 0) {
        wait_timer_.stop();
    }
    if (seconds != wait_seconds_) {
        wait_seconds_ = seconds;
        emit waitSecondsChanged();
    }
}

void Session::go_to(State state) {
    if (state_ == state) {
        return;
    }
    state_ = state;
    watch_for_absence();
    emit stateChanged();
}

/// Also where there is nothing to lock: somebody may have begun to type a passphrase there and gone.
void Session::watch_for_absence() {
    if (state_ == State::Starting || state_ == State::Sealing) {
        auto_lock_.stop();
    } else {
        auto_lock_.start();
    }
}

void Session::set_busy(bool busy) {
    if (busy_ != busy) {
        busy_ = busy;
        emit busyChanged();
    }
}

void Session::say(const QString& message) {
    if (message_ != message) {
        message_ = message;
        emit messageChanged();
    }
}

}  // namespace pennydrop::app
