// SPDX-License-Identifier: Apache-2.0
#include "journal_erasure.h"

#include <QDir>
#include <QFileInfo>

#include <filesystem>
#include <utility>
#include <vector>

#include "backups.h"
#include "error_text.h"
#include "secret_text.h"
#include "session.h"

namespace pennydrop::app {
namespace {

using Paths = std::vector<std::filesystem::path>;

QStringList native(const Paths& paths) {
    QStringList names;
    for (const auto& path : paths) {
        names += QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    }
    return names;
}

struct Attempt {
    Result<ErasedVault> erased;
    bool was_opened{false};  ///< Damaged means another thing from then on.
};

Attempt erase_file(const std::filesystem::path& path, const SecretBytes& passphrase, const Paths& folders) {
    auto vault = Vault::open(path, passphrase, VaultOptions{});
    if (!vault) {
        return {pass_on(vault), false};
    }
    return {erase_vault(*vault, passphrase, folders), true};
}

QString why_not_erased(ErrorCode code, bool was_opened) {
    const bool is_old_damage = code == ErrorCode::kDamaged && !was_opened;
    return error_text(code, is_old_damage ? Doing::kOpening : Doing::kErasing);
}

}  // namespace

JournalErasure::JournalErasure(JournalService& service, Session& session, AppSettings& settings, JournalFile journal,
                               QObject* parent)
    : QObject(parent), service_(service), session_(session), settings_(settings), journal_(std::move(journal)) {
    connect(&service_, &JournalService::closing, this, &JournalErasure::clear);
}

void JournalErasure::erase(const QString& passphrase) {
    if (busy_ || !service_.is_open() || session_.sample() || session_.waitSeconds() > 0) {
        return;
    }
    auto secret = std::make_shared<const SecretBytes>(secret_from(passphrase));
    if (secret->empty()) {
        tell(tr("Type the passphrase of this journal, then try again. Nothing was erased."));
        return;
    }
    busy_ = true;
    tell({});
    service_.ask(
        this, [secret](Journal& journal) { return journal.vault().verify_passphrase(*secret); },
        [this, secret](const Status& known) { verified(known, secret); });
}

void JournalErasure::verified(const Status& known, const std::shared_ptr<const SecretBytes>& passphrase) {
    busy_ = false;
    if (known) {
        session_.noteTry(true);
        begin(passphrase);
        return;
    }
    if (known.error().code == ErrorCode::kWrongSecret) {
        session_.noteTry(false);
        if (++wrong_tries_ >= kMostWrongTries) {
            session_.lock();
            return;
        }
    }
    tell(error_text(known.error().code, Doing::kErasing));
}

/// Closed first: what is being written is put away, and no view model has a word of it any more.
void JournalErasure::begin(const std::shared_ptr<const SecretBytes>& passphrase) {
    session_.beginErasing();
    const QFileInfo folder(backup_folder(settings_.backupWish(session_.journalPath())));
    service_.worker().run(
        this,
        [path = journal_.path, passphrase, folders = Paths{folder.filesystemAbsoluteFilePath()}] {
            return erase_file(path, *passphrase, folders);
        },
        [this](const Attempt& attempt) {
            if (attempt.erased) {
                finish(*attempt.erased);
            } else {
                session_.erasingFailed(why_not_erased(attempt.erased.error().code, attempt.was_opened));
            }
        });
}

void JournalErasure::finish(const ErasedVault& erased_vault) {
    done_ = true;
    copies_left_ = native(erased_vault.copies_left);
    not_removed_ = native(erased_vault.not_removed);
    settings_.setGeneration(QByteArray(reinterpret_cast<const char*>(erased_vault.id.data()),
                                       static_cast<qsizetype>(erased_vault.id.size())),
                            0);
    settings_.setDropTarget(QFileInfo(journal_.path).absoluteFilePath(), {});
    emit changed();
    emit erased();
}

void JournalErasure::leave() {
    if (done_) {
        done_ = false;
        copies_left_.clear();
        not_removed_.clear();
        emit changed();
        session_.endErasing();
    }
}

void JournalErasure::forgetProblem() {
    tell({});
}

void JournalErasure::clear() {
    busy_ = false;
    wrong_tries_ = 0;
    tell({});
}

void JournalErasure::tell(const QString& problem) {
    problem_ = problem;
    emit changed();
}

}  // namespace pennydrop::app
