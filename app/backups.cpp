// SPDX-License-Identifier: Apache-2.0
#include "backups.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

#include "civil_time.h"
#include "error_text.h"
#include "labels.h"
#include "vault/backup_rotation.h"
#include "vault/dated_name.h"

namespace pennydrop::app {

namespace {

std::filesystem::path path_of(const QString& path) {
    return QFileInfo(path).filesystemAbsoluteFilePath();
}

}  // namespace

QString backup_folder(const BackupWish& wish) {
    if (!wish.folder.isEmpty()) {
        return wish.folder;
    }
    // A folder of its own in a place people know. Its name is no text to be translated: another language must find it.
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("Pennydrop backups"));
}

Backups::Backups(JournalService& service, AppSettings& settings, const Clock& clock, QString journal_path,
                 QObject* parent)
    : QObject(parent),
      service_(service),
      settings_(settings),
      clock_(clock),
      journal_path_(std::move(journal_path)),
      wish_(settings.backupWish(journal_path_)) {
    patience_.setSingleShot(true);
    patience_.setInterval(kPatience);
    connect(&patience_, &QTimer::timeout, this, &Backups::backUpIfDue);
    connect(&service_, &JournalService::opened, &patience_, qOverload<>(&QTimer::start));
    connect(&service_, &JournalService::closing, this, &Backups::stop);
}

Backups::~Backups() = default;

QString Backups::folder() const {
    return QDir::toNativeSeparators(backup_folder(wish_));
}

QUrl Backups::folderUrl() const {
    return QUrl::fromLocalFile(backup_folder(wish_));
}

QString Backups::lastLabel() const {
    if (!wish_.last) {
        return tr("There is no backup yet.");
    }
    //: %1: a day and a time, as in "Today, 16:05"
    return tr("Last backup: %1").arg(Labels::moment(*wish_.last, clock_.now().date()));
}

void Backups::setDaily(bool daily) {
    if (wish_.daily == daily) {
        return;
    }
    wish_.daily = daily;
    settings_.setBackupWish(journal_path_, wish_);
    emit changed();
    if (daily) {
        backUpIfDue();
    }
}

void Backups::chooseFolder(const QUrl& folder) {
    if (!folder.isLocalFile()) {
        tell(tr("Backups can only be kept in a folder of this device, or of a drive connected to it. Nothing was "
                "changed."),
             true);
        return;
    }
    wish_.folder = QDir::cleanPath(folder.toLocalFile());
    settings_.setBackupWish(journal_path_, wish_);
    tell({}, false);
}

void Backups::backUpNow() {
    start();
}

void Backups::backUpIfDue() {
    if (wish_.daily && (!wish_.last || wish_.last->date() != clock_.now().date())) {
        start();
    }
}

void Backups::start() {
    if (task_.running() || !service_.is_open()) {
        return;
    }
    tell({}, false);
    const LocalTime now = clock_.now();
    const bool is_own_folder = wish_.folder.isEmpty();
    service_.ask(
        this,
        [folder = path_of(backup_folder(wish_)), journal = path_of(journal_path_), now, is_own_folder,
         daily = wish_.daily, progress = task_.begin()](Journal& open) -> Result<BackupDone> {
            if (is_own_folder) {
                std::error_code ignored;  // what is missing then is said by backing up itself
                std::filesystem::create_directories(folder, ignored);
            }
            if (daily) {
                return back_up_and_rotate(open.vault(), folder, stem_of(journal), now, BackupPolicy{}, VaultOptions{},
                                          progress);
            }
            // Made by hand only: none goes.
            auto target = free_dated_name(folder, stem_of(journal), {}, now);
            if (auto made = open.vault().back_up(target, progress); !made) {
                return pass_on(made);
            }
            return BackupDone{.path = std::move(target), .removed = {}, .kept = 0};
        },
        [this, now](const Result<BackupDone>& done) {
            task_.end();
            if (!done) {
                tell(error_text(done.error().code, Doing::kBackingUp), true);
                return;
            }
            wish_.last = now;
            settings_.setBackupWish(journal_path_, wish_);
            tell(done->kept == 0 ? tr("The backup is made and checked.")
                                 : tr("The backup is made and checked. %n backups are kept there.", nullptr,
                                      static_cast<int>(done->kept)),
                 false);
        });
}

void Backups::stop() {
    patience_.stop();
    task_.cancel();  // the lock must not wait for it; what is not finished goes away
    task_.end();
    if (!failed_) {
        tell({}, false);  // what went wrong is still to be read after the next unlock
    }
}

void Backups::tell(const QString& message, bool failed) {
    message_ = message;
    failed_ = failed;
    emit changed();
}

}  // namespace pennydrop::app
