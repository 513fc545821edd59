// SPDX-License-Identifier: Apache-2.0
#include "file_adder.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "file_words.h"

namespace pennydrop::app {
namespace {

constexpr std::size_t kPiece = 256UL * 1024;
/// How long the program waits for a drive that does not answer before it ends.
constexpr std::chrono::seconds kPatience{2};

ErrorCode code_of(QFileDevice::FileError error) {
    return error == QFileDevice::PermissionsError ? ErrorCode::kPermission : ErrorCode::kIo;
}

/// The first half of the work, which is as many steps as the file has bytes.
Result<PrivateBytes> read_file(const QString& path, const OnProgress& progress) {
    const QFileInfo info(path);
    if (!info.isFile()) {
        return fail(ErrorCode::kNotFound);
    }
    const auto expected = static_cast<std::uint64_t>(info.size());
    if (expected > kMaxAttachmentBytes) {
        return fail(ErrorCode::kTooLarge);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(code_of(file.error()));
    }
    ProgressMeter meter{progress, expected * 2};
    std::vector<std::uint8_t> bytes;
    bytes.reserve(expected + kPiece);  // not moved about: it would leave copies behind
    for (;;) {
        const std::size_t size = bytes.size();
        bytes.resize(size + kPiece);
        const qint64 got = file.read(reinterpret_cast<char*>(bytes.data() + size), static_cast<qint64>(kPiece));
        bytes.resize(size + static_cast<std::size_t>(std::max<qint64>(got, 0)));
        Status going = got < 0 ? Status{fail(code_of(file.error()))} : meter.add(static_cast<std::uint64_t>(got));
        if (going && bytes.size() > kMaxAttachmentBytes) {
            going = fail(ErrorCode::kTooLarge);  // It grew.
        }
        if (!going) {
            const PrivateBytes wiped{std::move(bytes)};
            return pass_on(going);
        }
        if (got == 0) {
            return PrivateBytes{std::move(bytes)};
        }
    }
}

/// The second half.
OnProgress second_half(OnProgress progress, std::uint64_t size) {
    return [progress = std::move(progress), size](std::uint64_t done, std::uint64_t /*total*/) {
        return progress(size + done, std::max<std::uint64_t>(size * 2, 1));
    };
}

}  // namespace

FileAdder::FileAdder(JournalService& service, const Clock& clock, EntryFiles& files, Owner owner, QObject* parent)
    : QObject(parent), service_(service), clock_(clock), files_(files), owner_(std::move(owner)) {}

FileAdder::~FileAdder() {
    task_.cancel();
}

void FileAdder::add(const QList<QUrl>& files) {
    if (!service_.is_open() || files.isEmpty()) {
        return;
    }
    waiting_.insert(waiting_.end(), files.begin(), files.end());
    if (!task_.running()) {
        messages_.clear();
        failed_ = false;
        not_added_ = 0;
        next();
    }
}

void FileAdder::drop() {
    ++round_;
    waiting_.clear();
    messages_.clear();
    failed_ = false;
    name_.clear();
    task_.cancel();
    task_.end();
    emit changed();
}

void FileAdder::drop_for_a_lock() {
    left_behind_ = adding() ? not_added_ + static_cast<int>(waiting_.size()) : 0;
    cut_short_ = adding() ? is_kept_ : nullptr;
    drop();
}

int FileAdder::take_left_behind() {
    const auto cut_short = std::exchange(cut_short_, nullptr);
    const bool was_cut_short = cut_short != nullptr && !*cut_short;
    return std::exchange(left_behind_, 0) + (was_cut_short ? 1 : 0);
}

void FileAdder::next() {
    is_kept_ = std::make_shared<std::atomic<bool>>(false);
    const QUrl url = waiting_.front();
    waiting_.pop_front();
    name_ = url.fileName();
    OnProgress progress = task_.begin();
    emit changed();
    if (!url.isLocalFile()) {
        done(ErrorCode::kNotFound);
        return;
    }
    if (reader_ == nullptr) {
        reader_ = std::make_unique<Worker>(QStringLiteral("files"), kPatience);
    }
    reader_->run(
        this,
        [path = url.toLocalFile(), name = name_, progress]() -> Result<PreparedFile> {
            auto bytes = read_file(path, progress);
            if (!bytes) {
                return pass_on(bytes);
            }
            auto prepared = prepare_file(std::move(*bytes), name);
            if (!progress(prepared.bytes.size(), std::max<std::uint64_t>(prepared.bytes.size() * 2, 1))) {
                return fail(ErrorCode::kCancelled);
            }
            return prepared;
        },
        [this, progress, round = round_](Result<PreparedFile> prepared) {
            if (round != round_) {
                return;
            }
            if (prepared) {
                keep(std::move(*prepared), progress);
            } else {
                done(prepared.error().code);
            }
        });
}

void FileAdder::keep(PreparedFile prepared, const OnProgress& progress) {
    const auto kept = prepared.kept;
    const std::optional<EntryId> entry = owner_();
    service_.ask(
        this,
        [prepared = std::move(prepared), name = name_.toStdString(), entry, now = clock_.now().at, progress,
         is_kept = is_kept_, known = files_.known()](Journal& journal) -> Result<Answer> {
            const auto thumbnail = prepared.thumbnail.span();
            const auto bytes = prepared.bytes.span();
            auto added = journal.attachments().add(entry,
                                                   {.name = name,
                                                    .media_type = prepared.media_type,
                                                    .thumbnail = {thumbnail.begin(), thumbnail.end()},
                                                    .expected_bytes = bytes.size()},
                                                   source_of(bytes), now, second_half(progress, bytes.size()));
            if (!added) {
                return pass_on(added);
            }
            *is_kept = true;
            auto files = list_files(journal, entry, known);
            if (!files) {
                return pass_on(files);
            }
            return Answer{std::move(*files), entry};
        },
        [this, kept, round = round_](Result<Answer> answer) {
            if (round != round_) {
                return;
            }
            if (!answer) {
                // What is not found here is the draft, not the file: it could not be saved.
                const ErrorCode code = answer.error().code;
                done(code == ErrorCode::kNotFound ? ErrorCode::kIo : code);
                return;
            }
            files_.take(std::move(answer->files));
            if (answer->entry) {
                emit service_.entryChanged(*answer->entry);
            }
            done(kept);
        });
}

void FileAdder::done(ErrorCode code) {
    if (code == ErrorCode::kCancelled) {
        waiting_.clear();  // Who stops one wants none of those behind it.
    } else {
        failed_ = true;
        ++not_added_;
    }
    go_on(FileWords::not_added(code, name_));
}

void FileAdder::done(PreparedFile::Kept kept) {
    go_on(FileWords::added(kept, name_));
}

void FileAdder::go_on(const QString& message) {
    if (!message.isEmpty()) {
        messages_.append(message);
    }
    task_.end();
    if (waiting_.empty()) {
        name_.clear();
        emit changed();
        emit finished();
    } else {
        next();
    }
}

}  // namespace pennydrop::app
