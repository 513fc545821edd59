// SPDX-License-Identifier: Apache-2.0
// Backups of the open journal: one a day into a folder the person chose, and whenever they ask. A copy counts only
// after it was opened and checked; what goes wrong is said once, calmly, and costs no older backup.
// Threads: GUI thread; copying and checking happen on a thread of its own, so that neither what is typed nor a lock waits
// for them. Locking stops a backup that is under way.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "app_settings.h"
#include "base/types.h"
#include "journal_service.h"
#include "long_task.h"
#include "vault/backup_rotation.h"
#include "vault/vault_snapshot.h"
#include "worker.h"

namespace pennydrop::app {

/// Where backups go by this wish: the folder the person chose, or one of its own among the documents.
[[nodiscard]] QString backup_folder(const BackupWish& wish);

class Backups final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.backups")
    Q_PROPERTY(bool daily READ daily WRITE setDaily NOTIFY changed FINAL)
    /// How many days' backups stay of daily ones, in words, and which of these is wanted.
    Q_PROPERTY(QStringList dayChoices READ dayChoices CONSTANT FINAL)
    Q_PROPERTY(int dayChoice READ dayChoice WRITE setDayChoice NOTIFY changed FINAL)
    /// And before those, of how many weeks one.
    Q_PROPERTY(QStringList weekChoices READ weekChoices CONSTANT FINAL)
    Q_PROPERTY(int weekChoice READ weekChoice WRITE setWeekChoice NOTIFY changed FINAL)
    /// As the system writes paths.
    Q_PROPERTY(QString folder READ folder NOTIFY changed FINAL)
    Q_PROPERTY(QUrl folderUrl READ folderUrl NOTIFY changed FINAL)
    /// When the last one was made, in words.
    Q_PROPERTY(QString lastLabel READ lastLabel NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    /// Whether message() says that something went wrong.
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)
    Q_PROPERTY(pennydrop::app::LongTask* task READ task CONSTANT FINAL)

public:
    /// For a copy that was stopped to clear away what it made, when the program is left.
    static constexpr std::chrono::milliseconds kPatienceWithDrive{3'000};

    struct Pauses {
        /// After unlocking, so that the first seconds belong to the person.
        std::chrono::milliseconds after_unlocking{20'000};
        /// Between two looks whether the day has changed, while the journal stays open.
        std::chrono::milliseconds between_looks{10 * 60'000};
    };

    /// Borrows all; `journal_path` is the open journal's.
    Backups(JournalService& service, AppSettings& settings, const Clock& clock, QString journal_path,
            QObject* parent = nullptr)
        : Backups(service, settings, clock, std::move(journal_path), Pauses{}, parent) {}
    /// As above, with other pauses.
    Backups(JournalService& service, AppSettings& settings, const Clock& clock, QString journal_path, Pauses pauses,
            QObject* parent = nullptr);
    ~Backups() override;

    [[nodiscard]] bool daily() const { return wish_.daily; }
    void setDaily(bool daily);
    [[nodiscard]] QStringList dayChoices() const;
    [[nodiscard]] int dayChoice() const;
    void setDayChoice(int choice);
    [[nodiscard]] QStringList weekChoices() const;
    [[nodiscard]] int weekChoice() const;
    void setWeekChoice(int choice);
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QUrl folderUrl() const;
    /// Whether there is one that Pennydrop knows of.
    [[nodiscard]] bool made() const noexcept { return wish_.last.has_value(); }
    [[nodiscard]] QString lastLabel() const;
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] bool failed() const noexcept { return failed_; }
    [[nodiscard]] LongTask* task() noexcept { return &task_; }

    Q_INVOKABLE void backUpNow();
    /// Later backups go there, the first of them at once when there is one a day; those that are there already stay
    /// where they are.
    Q_INVOKABLE void chooseFolder(const QUrl& folder);

    /// The journal is erased: of a new one there is no backup yet.
    void forget_journal();
    /// Only if the person wants one a day and there is none of today.
    void backUpIfDue();

signals:
    void changed();

private:
    void look_at_the_day();
    void start();
    void copy(std::shared_ptr<VaultSnapshot> snapshot, const LocalTime& now, const OnProgress& progress);
    void finished(const Result<BackupDone>& done, const LocalTime& now);
    void stop();
    void keep(int& wanted, int number);
    void tell(const QString& message, bool failed);

    JournalService& service_;
    AppSettings& settings_;
    const Clock& clock_;
    QString journal_path_;
    BackupWish wish_;
    LongTask task_{this};
    std::uint64_t round_{0};  ///< Raised by each lock: what an older one comes to is void.
    Pauses pauses_;
    QTimer timer_;
    std::optional<CivilDate> tried_on_;  ///< Since the journal was opened: what fails is not tried all day long.
    bool folder_changed_{false};         ///< While a backup was being made into the old one.
    QString message_;
    bool failed_{false};
    Worker copier_;  ///< Goes first, after waiting a little.
};

}  // namespace pennydrop::app
