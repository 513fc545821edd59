// SPDX-License-Identifier: Apache-2.0
#include "file_copy.h"

#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <span>
#include <utility>

#include "file_words.h"

namespace pennydrop::app {
namespace {

constexpr std::size_t kPiece = 256UL * 1024;
constexpr std::chrono::seconds kPatience{2};

Status failure(const QSaveFile& file) {
    if (errno == ENOSPC || errno == EDQUOT || file.error() == QFileDevice::ResourceError) {
        return fail(ErrorCode::kDiskFull);
    }
    const bool is_refused = file.error() == QFileDevice::PermissionsError || errno == EACCES || errno == EROFS;
    return fail(is_refused ? ErrorCode::kPermission : ErrorCode::kIo);
}

Status write_file(std::span<const std::uint8_t> bytes, const QString& path, const OnProgress& progress) {
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly)) {
        return failure(file);
    }
    // For its owner only, as far as the place can do that.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    ProgressMeter meter{progress, bytes.size()};
    while (!bytes.empty()) {
        const auto piece = bytes.first(std::min(bytes.size(), kPiece));
        const auto size = static_cast<qint64>(piece.size());
        if (file.write(reinterpret_cast<const char*>(piece.data()), size) != size) {
            return failure(file);
        }
        if (auto going = meter.add(piece.size()); !going) {
            return going;
        }
        bytes = bytes.subspan(piece.size());
    }
    return file.commit() ? Status{} : failure(file);
}

}  // namespace

FileCopy::FileCopy(JournalService& service, QObject* parent) : QObject(parent), service_(service) {
    connect(&service, &JournalService::closing, this, [this] {
        ++round_;
        task_.cancel();
        task_.end();
        tell({}, false);
    });
}

FileCopy::~FileCopy() {
    task_.cancel();
}

QUrl FileCopy::suggestedPlace(const QString& name) const {
    return QUrl::fromLocalFile(
        QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name));
}

void FileCopy::forgetMessage() {
    tell({}, false);
}

void FileCopy::save(qint64 id, const QString& name, const QUrl& place) {
    if (!service_.is_open() || task_.running()) {
        return;
    }
    tell({}, false);
    if (!place.isLocalFile()) {
        tell(FileWords::not_copied(ErrorCode::kInvalid, name), true);
        return;
    }
    service_.ask(
        this,
        [id](Journal& journal) -> Result<PrivateBytes> {
            auto bytes = journal.attachments().bytes_of(AttachmentId{id});
            if (!bytes) {
                return pass_on(bytes);
            }
            return PrivateBytes{std::move(*bytes)};
        },
        [this, name, place, progress = task_.begin()](Result<PrivateBytes> bytes) {
            if (bytes) {
                write(std::move(*bytes), name, place, progress);
            } else {
                task_.end();
                tell(FileWords::unreadable(bytes.error().code, name), true);
            }
        });
}

void FileCopy::write(PrivateBytes bytes, const QString& name, const QUrl& place, const OnProgress& progress) {
    if (writer_ == nullptr) {
        writer_ = std::make_unique<Worker>(QStringLiteral("copy"), kPatience);
    }
    writer_->run(
        this,
        [bytes = std::move(bytes), path = place.toLocalFile(), progress] {
            return write_file(bytes.span(), path, progress);
        },
        [this, name, round = round_](const Status& written) {
            if (round != round_) {
                return;
            }
            task_.end();
            if (written) {
                tell(FileWords::copied(name), false);
            } else {
                tell(FileWords::not_copied(written.error().code, name), written.error().code != ErrorCode::kCancelled);
            }
        });
}

void FileCopy::tell(const QString& message, bool failed) {
    if (message != message_ || failed != failed_) {
        message_ = message;
        failed_ = failed;
        emit changed();
    }
}

}  // namespace pennydrop::app
