// SPDX-License-Identifier: Apache-2.0
// When a journal is damaged, gone or on another device: putting a backup in its place, or saving what can still be
// read. What was there before is always kept under another name.
// Threads: GUI thread; what reads backups works on a thread of its own, since their drive may never answer, and
// repairing on the worker's. The journal is closed meanwhile.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "app_settings.h"
#include "base/types.h"
#include "error_text.h"
#include "journal_service.h"
#include "journal_tasks.h"
#include "long_task.h"
#include "vault/vault_restore.h"
#include "worker.h"

namespace pennydrop::app {

class Session;

class Rescue final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.rescue")
    Q_PROPERTY(Mode mode READ mode NOTIFY changed FINAL)
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    /// The backups found, newest first, as a person reads them.
    Q_PROPERTY(QStringList backups READ backups NOTIFY changed FINAL)
    /// Which of backups() is chosen; -1 for another file or none.
    Q_PROPERTY(int chosen READ chosen NOTIFY changed FINAL)
    /// The chosen backup, as the system writes paths; "" while there is none.
    Q_PROPERTY(QString file READ file NOTIFY changed FINAL)
    Q_PROPERTY(QUrl folderUrl READ folderUrl NOTIFY changed FINAL)
    /// What went wrong, or, when it is done, what came of it.
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(pennydrop::app::LongTask* task READ task CONSTANT FINAL)

public:
    enum class Mode {
        Restore,  ///< A backup takes the journal's place.
        Repair,   ///< What can be read of the damaged journal does.
    };
    Q_ENUM(Mode)
    enum class Step { Asking, Working, Done };
    Q_ENUM(Step)

    /// Borrows all.
    Rescue(JournalService& service, Session& session, const AppSettings& settings, const Clock& clock,
           JournalFile journal, QObject* parent = nullptr);
    ~Rescue() override;

    [[nodiscard]] Mode mode() const noexcept { return mode_; }
    [[nodiscard]] Step step() const noexcept { return step_; }
    [[nodiscard]] QStringList backups() const;
    [[nodiscard]] int chosen() const noexcept { return chosen_; }
    [[nodiscard]] QString file() const;
    [[nodiscard]] QUrl folderUrl() const;
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] LongTask* task() noexcept { return &task_; }

    /// Locks the journal if it is open, and asks. Nothing is changed before start().
    Q_INVOKABLE void begin(pennydrop::app::Rescue::Mode mode);
    Q_INVOKABLE void chooseBackup(int index);
    Q_INVOKABLE void chooseFile(const QUrl& file);
    /// `secret`: a passphrase, or a recovery code as it is written. Wrong ones make wait as on the lock screen: does
    /// nothing while Session::waitSeconds() is above 0.
    Q_INVOKABLE void start(const QString& secret);
    /// Calls `then` when no secret is in use any more.
    void when_settled(std::function<void()> then);
    /// Back to the journal, whatever there is now.
    Q_INVOKABLE void leave();

signals:
    void changed();

private:
    [[nodiscard]] Worker& reader();
    void look_for_backups();
    void start_restoring(const QString& secret);
    void start_repairing(const QString& secret);
    void restored(const Result<Restored>& answer);
    void done(const QStringList& sentences);
    void failed(ErrorCode code, Doing doing);

    JournalService& service_;
    Session& session_;
    const AppSettings& settings_;
    const Clock& clock_;
    JournalFile journal_;
    Mode mode_{Mode::Restore};
    Step step_{Step::Asking};
    std::vector<std::filesystem::path> found_;
    int chosen_{-1};
    std::filesystem::path file_;
    QString message_;
    LongTask task_{this};
    std::unique_ptr<Worker> reader_;  ///< Of backups. Made when it is first needed.
};

}  // namespace pennydrop::app
