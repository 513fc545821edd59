// SPDX-License-Identifier: Apache-2.0
#include "rescue.h"

#include <QDir>
#include <QFileInfo>

#include <chrono>
#include <utility>

#include "backups.h"
#include "repair_words.h"
#include "rescue_tasks.h"
#include "secret_text.h"
#include "session.h"

namespace pennydrop::app {

namespace {

/// How long the program waits for a drive that does not answer before it ends.
constexpr std::chrono::seconds kPatience{2};

QString native(const std::filesystem::path& path) {
    return QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
}

/// A recovery code is known by its check character, yet one in 32 passphrases of its length has a fitting one.
Secrets secrets_of(const QString& typed) {
    auto bytes = secret_from(typed);
    Secrets secrets;
    if (const auto code = RecoveryCode::parse({reinterpret_cast<const char*>(bytes.data()), bytes.size()})) {
        secrets.push_back(VaultSecret::recovery_code(*code));
    }
    secrets.push_back(VaultSecret::passphrase(std::move(bytes)));
    return secrets;
}

}  // namespace

Rescue::Rescue(JournalService& service, Session& session, const AppSettings& settings, const Clock& clock,
               JournalFile journal, QObject* parent)
    : QObject(parent),
      service_(service),
      session_(session),
      settings_(settings),
      clock_(clock),
      journal_(std::move(journal)) {}

Rescue::~Rescue() {
    task_.cancel();
}

QStringList Rescue::backups() const {
    QStringList names;
    for (const auto& path : found_) {
        names << QFileInfo(path).completeBaseName();
    }
    return names;
}

QString Rescue::file() const {
    return file_.empty() ? QString() : native(file_);
}

QUrl Rescue::folderUrl() const {
    return QUrl::fromLocalFile(backup_folder(settings_.backupWish(native(journal_.path))));
}

void Rescue::begin(Mode mode) {
    if (task_.running() || !session_.beginRescue()) {
        return;
    }
    mode_ = mode;
    step_ = Step::Asking;
    message_.clear();
    file_.clear();
    chosen_ = -1;
    found_.clear();
    emit changed();
    if (mode == Mode::Restore) {
        look_for_backups();
    }
}

Worker& Rescue::reader() {
    if (reader_ == nullptr) {
        reader_ = std::make_unique<Worker>(QStringLiteral("rescue"), kPatience);
    }
    return *reader_;
}

void Rescue::when_settled(std::function<void()> then) {
    if (reader_ == nullptr || !task_.running()) {
        then();  // A drive that is only looked through holds nothing up.
    } else {
        reader_->run(this, [] { return true; }, [then = std::move(then)](bool) { then(); });
    }
}

void Rescue::look_for_backups() {
    reader().run(
        this,
        [folder = QFileInfo(folderUrl().toLocalFile()).filesystemAbsoluteFilePath(), journal = journal_.path] {
            return find_backups(folder, journal);
        },
        [this](std::vector<std::filesystem::path> found) {
            if (step_ != Step::Asking || mode_ != Mode::Restore || !file_.empty()) {
                return;
            }
            found_ = std::move(found);
            if (found_.empty()) {
                emit changed();
            } else {
                chooseBackup(0);
            }
        });
}

void Rescue::chooseBackup(int index) {
    if (step_ == Step::Asking && index >= 0 && index < static_cast<int>(found_.size())) {
        chosen_ = index;
        file_ = found_[static_cast<std::size_t>(index)];
        message_.clear();
        emit changed();
    }
}

void Rescue::chooseFile(const QUrl& file) {
    if (step_ == Step::Asking && file.isLocalFile()) {
        chosen_ = -1;
        file_ = QFileInfo(file.toLocalFile()).filesystemAbsoluteFilePath();
        message_.clear();
        emit changed();
    }
}

void Rescue::start(const QString& secret) {
    if (step_ != Step::Asking || secret.isEmpty() || session_.waitSeconds() > 0 ||
        (mode_ == Mode::Restore && file_.empty())) {
        return;
    }
    step_ = Step::Working;
    message_.clear();
    emit changed();
    if (mode_ == Mode::Restore) {
        start_restoring(secret);
    } else {
        start_repairing(secret);
    }
}

void Rescue::start_restoring(const QString& secret) {
    auto work = [backup = file_, journal = journal_, keys = std::make_shared<const Secrets>(secrets_of(secret)),
                 now = clock_.now(),
                 progress = task_.begin()] { return restore(backup, journal, *keys, now, progress); };
    // Behind the closing of the journal, whose place it takes.
    service_.worker().run(
        this, [] { return true; },
        [this, work = std::move(work)](bool) {
            reader().run(this, work, [this](const Result<Restored>& answer) { restored(answer); });
        });
}

void Rescue::restored(const Result<Restored>& answer) {
    if (!answer) {
        failed(answer.error().code, Doing::kRestoring);
        return;
    }
    QStringList sentences{tr("The backup was checked and is your journal now.")};
    if (answer->replaced) {
        //: %1: a file's path
        sentences << tr("The journal that was there before is kept as %1.").arg(native(*answer->replaced));
    }
    if (answer->drop_box) {
        sentences << tr(
            "Entries written while it was locked were waiting for it. They are kept with it and come when you open "
            "it.");
    }
    done(sentences);
}

void Rescue::start_repairing(const QString& secret) {
    service_.worker().run(
        this,
        [journal = journal_, keys = secrets_of(secret), now = clock_.now(), progress = task_.begin()] {
            return repair(journal, keys, now, progress);
        },
        [this](const Result<Repaired>& repaired) {
            if (!repaired) {
                failed(repaired.error().code, Doing::kRepairing);
                return;
            }
            QStringList sentences = RepairWords::of(repaired->report);
            //: %1: a file's path
            sentences << tr("The damaged file is kept as %1.").arg(native(repaired->damaged));
            done(sentences);
        });
}

void Rescue::done(const QStringList& sentences) {
    task_.end();
    session_.noteTry(true);
    step_ = Step::Done;
    message_ = sentences.join(u' ');
    emit changed();
}

void Rescue::failed(ErrorCode code, Doing doing) {
    task_.end();
    if (code == ErrorCode::kWrongSecret) {
        session_.noteTry(false);
    }
    step_ = Step::Asking;
    message_ = error_text(code, doing);
    emit changed();
}

void Rescue::leave() {
    if (task_.running()) {
        task_.cancel();
        return;
    }
    message_.clear();
    file_.clear();
    found_.clear();
    session_.endRescue();
}

}  // namespace pennydrop::app
