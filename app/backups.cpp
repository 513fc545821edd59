// SPDX-License-Identifier: Apache-2.0
#include "backups.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <span>
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

constexpr std::array kDays{3, 7, 14, 30};
constexpr std::array kWeeks{0, 4, 12, 52};

/// The choice that keeps no less than `number`, where there is one: the settings file may say anything in between.
int nearest(std::span<const int> choices, int number) {
    const auto found = std::ranges::lower_bound(choices, number);
    return static_cast<int>((found == choices.end() ? found - 1 : found) - choices.begin());
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
                 Pauses pauses, QObject* parent)
    : QObject(parent),
      service_(service),
      settings_(settings),
      clock_(clock),
      journal_path_(std::move(journal_path)),
      wish_(settings.backupWish(journal_path_)),
      pauses_(pauses),
      copier_(QStringLiteral("backup"), kPatienceWithDrive) {
    connect(&timer_, &QTimer::timeout, this, &Backups::look_at_the_day);
    connect(&service_, &JournalService::opened, this, [this] {
        tried_on_.reset();
        timer_.start(pauses_.after_unlocking);
    });
    connect(&service_, &JournalService::closing, this, &Backups::stop);
}

Backups::~Backups() {
    task_.cancel();
}

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

void Backups::forget_journal() {
    wish_.last.reset();
    settings_.setBackupWish(journal_path_, wish_);
    emit changed();
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

QStringList Backups::dayChoices() const {
    QStringList choices;
    for (const int days : kDays) {
        //: How many backups are kept. The number is never 1.
        choices << tr("the last %n days", nullptr, days);
    }
    return choices;
}

int Backups::dayChoice() const {
    return nearest(kDays, wish_.days);
}

void Backups::setDayChoice(int choice) {
    if (choice >= 0 && choice < static_cast<int>(kDays.size())) {
        keep(wish_.days, kDays.at(static_cast<std::size_t>(choice)));
    }
}

QStringList Backups::weekChoices() const {
    QStringList choices;
    for (const int weeks : kWeeks) {
        if (weeks == 0) {
            choices << tr("no weeks before them");
            continue;
        }
        //: Follows “the last 7 days”: how many backups of earlier weeks are kept. The number is never 1.
        choices << tr("%n weeks before them", nullptr, weeks);
    }
    return choices;
}

int Backups::weekChoice() const {
    return nearest(kWeeks, wish_.weeks);
}

void Backups::setWeekChoice(int choice) {
    if (choice >= 0 && choice < static_cast<int>(kWeeks.size())) {
        keep(wish_.weeks, kWeeks.at(static_cast<std::size_t>(choice)));
    }
}

void Backups::keep(int& wanted, int number) {
    if (wanted != number) {
        wanted = number;
        settings_.setBackupWish(journal_path_, wish_);
        emit changed();
    }
}

void Backups::chooseFolder(const QUrl& folder) {
    if (!folder.isLocalFile()) {
        tell(tr("Backups can only be kept in a folder of this device, or of a drive connected to it. Nothing was "
                "changed."),
             true);
        return;
    }
    const QString chosen = QDir::cleanPath(folder.toLocalFile());
    folder_changed_ = task_.running() && (folder_changed_ || chosen != wish_.folder);
    wish_.folder = chosen;
    settings_.setBackupWish(journal_path_, wish_);
    tell({}, false);
    if (wish_.daily) {
        start();
    }
}

void Backups::backUpNow() {
    start();
}

void Backups::backUpIfDue() {
    if (wish_.daily && (!wish_.last || wish_.last->date() != clock_.now().date())) {
        start();
    }
}

/// A journal may stay open over midnight.
void Backups::look_at_the_day() {
    timer_.start(pauses_.between_looks);
    if (tried_on_ != clock_.now().date()) {
        backUpIfDue();
    }
}

void Backups::start() {
    if (task_.running() || !service_.is_open()) {
        return;
    }
    tried_on_ = clock_.now().date();
    tell({}, false);
    service_.ask(
        this, [](Journal& open) { return open.vault().take_snapshot(); },
        [this, now = clock_.now(), progress = task_.begin()](Result<std::shared_ptr<VaultSnapshot>> snapshot) {
            if (snapshot) {
                copy(std::move(*snapshot), now, progress);
            } else {
                task_.end();
                tell(error_text(snapshot.error().code, Doing::kChecking), true);
            }
        });
}

/// Whatever touches the folder for backups happens on a thread of its own: its drive may be slow, or not answer at all.
void Backups::copy(std::shared_ptr<VaultSnapshot> snapshot, const LocalTime& now, const OnProgress& progress) {
    copier_.run(
        this,
        [snapshot = std::move(snapshot), folder = path_of(backup_folder(wish_)), journal = path_of(journal_path_), now,
         is_own_folder = wish_.folder.isEmpty(), daily = wish_.daily,
         policy = BackupPolicy{.daily = wish_.days, .weekly = wish_.weeks}, progress]() -> Result<BackupDone> {
            if (is_own_folder) {
                std::error_code ignored;  // what is missing then is said by backing up itself
                std::filesystem::create_directories(folder, ignored);
            }
            if (daily) {
                return back_up_and_rotate(*snapshot, folder, stem_of(journal), now, policy, VaultOptions{}, progress);
            }
            // Made by hand only: none goes.
            auto target = free_dated_name(folder, stem_of(journal), {}, now);
            if (auto made = snapshot->back_up(target, progress); !made) {
                return pass_on(made);
            }
            return BackupDone{.path = std::move(target), .removed = {}, .kept = 0};
        },
        [this, now, round = round_](const Result<BackupDone>& done) {
            if (round == round_) {
                finished(done, now);
            }
        });
}

void Backups::finished(const Result<BackupDone>& done, const LocalTime& now) {
    task_.end();
    const bool into_old_folder = std::exchange(folder_changed_, false) && wish_.daily;
    if (done) {
        wish_.last = now;
        settings_.setBackupWish(journal_path_, wish_);
    }
    if (into_old_folder) {
        start();
        return;
    }
    if (!done) {
        tell(error_text(done.error().code, Doing::kBackingUp), true);
        return;
    }
    tell(done->kept == 0
             ? tr("The backup is made and checked.")
             : tr("The backup is made and checked. %n backups are kept there.", nullptr, static_cast<int>(done->kept)),
         false);
}

void Backups::stop() {
    ++round_;
    timer_.stop();
    folder_changed_ = false;
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
