// SPDX-License-Identifier: Apache-2.0
#include "journal_erasure.h"

#include <QDir>
#include <QFileInfo>

#include <chrono>
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

/// How long the program waits for a drive that does not answer before it ends.
constexpr std::chrono::seconds kPatience{2};

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

Attempt erase_file(const std::filesystem::path& path, const SecretBytes& passphrase) {
    auto vault = Vault::open(path, passphrase, VaultOptions{});
    if (!vault) {
        return {pass_on(vault), false};
    }
    return {erase_vault(*vault, passphrase), true};
}

QString why_not_erased(ErrorCode code, bool was_opened) {
    const bool is_old_damage = code == ErrorCode::kDamaged && !was_opened;
    return error_text(code, is_old_damage ? Doing::kOpening : Doing::kErasing);
}

}  // namespace

JournalErasure::JournalErasure(JournalService& service, Session& session, AppSettings& settings, JournalFile journal,
                               QObject* parent)
    : QObject(parent),
      service_(service),
      session_(session),
      settings_(settings),
      journal_(std::move(journal)),
      finder_([](const VaultId& id, const Paths& folders) { return copies_of(id, folders, VaultOptions{}); }) {
    connect(&service_, &JournalService::closing, this, &JournalErasure::clear);
}

JournalErasure::~JournalErasure() = default;

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
    if (session_.notePassphrase(known)) {
        return;
    }
    if (known) {
        begin(passphrase);
        return;
    }
    tell(error_text(known.error().code, Doing::kErasing));
}

/// Closed first: what is being written is put away, and no view model has a word of it any more.
void JournalErasure::begin(const std::shared_ptr<const SecretBytes>& passphrase) {
    session_.beginErasing();
    service_.worker().run(
        this, [path = journal_.path, passphrase] { return erase_file(path, *passphrase); },
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
    not_removed_ = native(erased_vault.not_removed);
    settings_.setGeneration(QByteArray(reinterpret_cast<const char*>(erased_vault.id.data()),
                                       static_cast<qsizetype>(erased_vault.id.size())),
                            0);
    settings_.setDropTarget(QFileInfo(journal_.path).absoluteFilePath(), {});
    look_for_copies(erased_vault.id);
    emit changed();
    emit erased();
}

void JournalErasure::look_for_copies(const VaultId& id) {
    const QFileInfo folder(backup_folder(settings_.backupWish(session_.journalPath())));
    if (looker_ == nullptr) {
        looker_ = std::make_unique<Worker>(QStringLiteral("copies"), kPatience);
    }
    looking_ = true;
    looker_->run(
        this,
        [finder = finder_, id, folders = Paths{journal_.path.parent_path(), folder.filesystemAbsoluteFilePath()}] {
            return finder(id, folders);
        },
        [this, round = round_](const Paths& found) {
            if (round == round_) {
                looking_ = false;
                copies_left_ = native(found);
                emit changed();
            }
        });
}

void JournalErasure::leave() {
    if (done_) {
        ++round_;
        done_ = false;
        looking_ = false;
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
    tell({});
}

void JournalErasure::tell(const QString& problem) {
    problem_ = problem;
    emit changed();
}

}  // namespace pennydrop::app
