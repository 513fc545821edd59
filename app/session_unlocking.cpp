// SPDX-License-Identifier: Apache-2.0
// The ways from Locked to Open.
#include <memory>
#include <utility>

#include "error_text.h"
#include "secret_text.h"
#include "session.h"

namespace pennydrop::app {

namespace {

/// The journal cannot be opened until something outside the program changes.
bool makes_unavailable(ErrorCode code) {
    switch (code) {
        case ErrorCode::kDamaged:
        case ErrorCode::kNewerVersion:
        case ErrorCode::kNotOurFile:
        case ErrorCode::kInUse:
        case ErrorCode::kNotFound:
        case ErrorCode::kPermission:
            return true;
        default:
            return false;
    }
}

}  // namespace

void Session::unlock(const QString& passphrase) {
    auto secret = secret_from(passphrase);
    if (secret.empty()) {
        return;
    }
    // std::function wants to copy what it holds, and a secret cannot be copied.
    auto shared = std::make_shared<const SecretBytes>(std::move(secret));
    unlock_with([file = file_, shared, cost = options_.cost_of_new] { return open_journal(file, *shared, cost); });
}

void Session::unlockWithDevice(SecretBytes secret) {
    auto shared = std::make_shared<const SecretBytes>(std::move(secret));
    // What open() asks as well: the mark belongs to this opening only.
    if (state_ == State::Locked && !busy_ && limiter_.seconds_left() <= 0) {
        by_device_ = true;
        open([file = file_, shared] { return open_journal_with_device(file, *shared); },
             [this] { go_to(State::Open); });
    }
}

void Session::unlock_with(std::function<Result<OpenedJournal>()> opener) {
    auto new_code = std::make_shared<SecretBytes>();
    open(
        [opener = std::move(opener), new_code]() -> Result<std::unique_ptr<Journal>> {
            auto opened = opener();
            if (!opened) {
                return pass_on(opened);
            }
            *new_code = std::move(opened->recovery_code);
            return std::move(opened->journal);
        },
        [this, new_code] {
            if (new_code->empty()) {
                go_to(State::Open);
            } else {
                show_recovery_code(std::move(*new_code), true);
            }
        });
}

void Session::unlockWithRecoveryCode(const QString& code) {
    const auto typed = secret_from(code);
    auto parsed = RecoveryCode::parse({reinterpret_cast<const char*>(typed.data()), typed.size()});
    if (!parsed) {
        // A slip of the pen, not a try: no key was derived.
        if (state_ == State::Locked && !busy_) {
            say(error_text(ErrorCode::kInvalid, Doing::kOpening));
        }
        return;
    }
    auto shared = std::make_shared<const RecoveryCode>(std::move(*parsed));
    open([file = file_, shared, cost = options_.cost_of_new] { return open_journal(file, *shared, cost); },
         [this] { go_to(State::NewPassphrase); });
}

void Session::open(std::function<Result<std::unique_ptr<Journal>>()> maker, std::function<void()> on_success) {
    if (state_ != State::Locked || busy_ || limiter_.seconds_left() > 0) {
        return;
    }
    say({});
    set_busy(true);
    auto arrival = std::make_shared<Arrival>();
    auto arriving = [maker = std::move(maker), now = clock_->now().at, arrival]() -> Result<std::unique_ptr<Journal>> {
        auto journal = maker();
        if (journal) {
            *arrival = arrive(**journal, now);
        }
        return journal;
    };
    service_->open_with(std::move(arriving), this,
                        [this, on_success = std::move(on_success), arrival](const Status& opened) {
                            set_busy(false);
                            if (opened) {
                                noteTry(true);
                                by_device_ = false;
                                arrived(*arrival);
                                on_success();
                            } else {
                                opening_failed(opened.error().code);
                            }
                        });
}

void Session::arrived(const Arrival& arrival) {
    QStringList sentences;
    if (arrival.drops.merged > 0) {
        sentences << tr("%n entries written while it was locked were added.", nullptr,
                        static_cast<int>(arrival.drops.merged));
    }
    bool warns = false;
    if (!arrival.merged) {
        warns = true;
        sentences << tr(
            "Something written while it was locked could not be added this time. It is safe, sealed beside the "
            "journal; the next unlock tries again.");
    }
    if (arrival.drops.unreadable > 0) {
        warns = true;
        sentences << tr("%n pieces beside the journal's file could not be read. They are kept there.", nullptr,
                        static_cast<int>(arrival.drops.unreadable));
    }
    // Each change of the journal's keys raises the generation, so that a copy from before one is known by it.
    const QByteArray vault(reinterpret_cast<const char*>(arrival.vault.data()),
                           static_cast<qsizetype>(arrival.vault.size()));
    if (settings_->generation(vault) > arrival.generation) {
        warns = true;
        sentences << tr(
            "This file is an older copy of the journal than the one opened here last. If you did not put it "
            "there, look for the newer one before you write.");
    }
    settings_->setGeneration(vault, arrival.generation);
    set_notice(sentences.join(u' '), warns);
}

void Session::set_notice(const QString& notice, bool warns) {
    if (notice_ != notice || notice_warns_ != warns) {
        notice_ = notice;
        notice_warns_ = warns;
        emit noticeChanged();
    }
}

void Session::opening_failed(ErrorCode code) {
    if (std::exchange(by_device_, false) && code == ErrorCode::kWrongSecret) {
        // Nobody has guessed anything: the key is of before a re-key or a restore.
        say(tr(
            "This device's key no longer opens the journal. Nothing was changed. Open it with the passphrase, then set "
            "the device up again in the settings."));
        return;
    }
    say(error_text(code, Doing::kOpening));
    if (code == ErrorCode::kWrongSecret) {
        noteTry(false);
    } else if (state_ == State::Starting || state_ == State::FirstRun || makes_unavailable(code)) {
        unavailable_ = code;
        go_to(State::Unavailable);
    }
}

void Session::setNewPassphrase(const QString& passphrase) {
    if (state_ != State::NewPassphrase || busy_) {
        return;
    }
    auto secret = secret_from(passphrase);
    if (secret.empty()) {
        say(error_text(ErrorCode::kInvalid, Doing::kMaking));
        return;
    }
    say({});
    set_busy(true);
    service_->ask(
        this, [secret = std::move(secret)](Journal& journal) { return journal.vault().set_passphrase(secret); },
        [this](const Status& changed) {
            set_busy(false);
            if (changed) {
                go_to(State::Open);
            } else {
                say(error_text(changed.error().code, Doing::kMaking));
            }
        });
}

}  // namespace pennydrop::app
