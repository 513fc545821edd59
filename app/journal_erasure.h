// SPDX-License-Identifier: Apache-2.0
// Erasing the whole journal on purpose, for who knows its passphrase. Its keys are overwritten and its files removed;
// copies elsewhere, backups among them, are not touched but named.
// Threads: GUI thread; erasing happens on the worker's, and looking for copies on a thread of its own: the drive with the
// backups may never answer. The journal is closed meanwhile.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "app_settings.h"
#include "base/secret.h"
#include "journal_service.h"
#include "journal_tasks.h"
#include "vault/vault_erase.h"
#include "worker.h"

namespace pennydrop::app {

class Session;

class JournalErasure final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.erasure")
    /// The passphrase is being checked.
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    /// Why nothing was erased; "" when there is nothing to say.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// The journal is gone.
    Q_PROPERTY(bool done READ done NOTIFY changed FINAL)
    /// It is gone, and copies of it are being looked for.
    Q_PROPERTY(bool looking READ looking NOTIFY changed FINAL)
    /// Files that still open with its passphrase, as the system writes paths.
    Q_PROPERTY(QStringList copiesLeft READ copiesLeft NOTIFY changed FINAL)
    /// Its own files that could not be removed; nobody can read them.
    Q_PROPERTY(QStringList notRemoved READ notRemoved NOTIFY changed FINAL)

public:
    /// Copies of the vault with that id in these folders. For any thread.
    using CopyFinder = std::function<std::vector<std::filesystem::path>(
        const VaultId& id, const std::vector<std::filesystem::path>& folders)>;

    /// Borrows all.
    JournalErasure(JournalService& service, Session& session, AppSettings& settings, JournalFile journal,
                   QObject* parent = nullptr);
    ~JournalErasure() override;
    /// Before anything is erased.
    void look_for_copies_with(CopyFinder finder) { finder_ = std::move(finder); }

    [[nodiscard]] bool busy() const noexcept { return busy_; }
    [[nodiscard]] QString problem() const { return problem_; }
    [[nodiscard]] bool done() const noexcept { return done_; }
    [[nodiscard]] bool looking() const noexcept { return looking_; }
    [[nodiscard]] QStringList copiesLeft() const { return copies_left_; }
    [[nodiscard]] QStringList notRemoved() const { return not_removed_; }

    /// Erases the open journal. Wrong passphrases count: Session::notePassphrase().
    Q_INVOKABLE void erase(const QString& passphrase);
    /// The sheet was closed.
    Q_INVOKABLE void forgetProblem();
    /// What was left was read: on to the first run.
    Q_INVOKABLE void leave();

signals:
    void changed();
    /// What the program remembers of the journal is to be forgotten.
    void erased();

private:
    void verified(const Status& known, const std::shared_ptr<const SecretBytes>& passphrase);
    void begin(const std::shared_ptr<const SecretBytes>& passphrase);
    void finish(const ErasedVault& erased_vault);
    void look_for_copies(const VaultId& id);
    void clear();
    void tell(const QString& problem);

    JournalService& service_;
    Session& session_;
    AppSettings& settings_;
    JournalFile journal_;
    bool busy_{false};
    bool done_{false};
    bool looking_{false};
    CopyFinder finder_;
    std::unique_ptr<Worker> looker_;  ///< Made when it is first needed.
    std::uint64_t round_{0};          ///< Raised by leave(); an answer of an earlier one is late.
    QString problem_;
    QStringList copies_left_;
    QStringList not_removed_;
};

}  // namespace pennydrop::app
