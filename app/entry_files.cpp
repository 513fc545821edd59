// SPDX-License-Identifier: Apache-2.0
#include "entry_files.h"

#include <algorithm>
#include <utility>

#include "file_words.h"

namespace pennydrop::app {

Result<std::vector<ListedFile>> list_files(Journal& journal, std::optional<EntryId> entry,
                                           const std::vector<AttachmentId>& known) {
    auto files = entry ? journal.attachments().of_entry(*entry) : journal.attachments().of_draft();
    if (!files) {
        return pass_on(files);
    }
    std::vector<ListedFile> listed;
    listed.reserve(files->size());
    for (Attachment& file : *files) {
        PrivateBytes thumbnail;
        if (file.has_thumbnail && std::ranges::find(known, file.id) == known.end()) {
            auto bytes = journal.attachments().thumbnail(file.id);
            if (!bytes) {
                return pass_on(bytes);
            }
            thumbnail = PrivateBytes{std::move(*bytes)};
        }
        listed.push_back({std::move(file), std::move(thumbnail)});
    }
    return listed;
}

EntryFiles::EntryFiles(JournalService& service, const Clock& clock, Removal& removal, QObject* parent)
    : ChangingRows(parent), service_(service), clock_(clock), removal_(removal) {
    connect(&service, &JournalService::closing, this, &EntryFiles::clear);
    connect(&service, &JournalService::entryChanged, this, [this](EntryId id) {
        if (shown_ && entry_ == id) {
            read();
        }
    });
}

QString EntryFiles::name(AttachmentId id) const {
    const auto found = std::ranges::find(rows_, id, [](const Row& row) { return row.file.id; });
    return found == rows_.end() ? QString() : QString::fromStdString(found->file.name);
}

void EntryFiles::show(std::optional<EntryId> entry) {
    if (!shown_ || entry != entry_) {
        clear();
    }
    shown_ = true;
    entry_ = entry;
    read();
}

void EntryFiles::clear() {
    shown_ = false;
    ++round_;
    take({});
    set_message({});
}

void EntryFiles::read() {
    service_.ask(
        this, [entry = entry_, known = known()](Journal& journal) { return list_files(journal, entry, known); },
        [this, round = round_](Result<std::vector<ListedFile>> found) {
            if (round != round_) {
                return;
            }
            if (!found) {
                set_message(
                    tr("The files could not be read. Nothing was changed. Lock the journal and open it again; if that "
                       "does not help, restart the device."));
                return;
            }
            set_message({});
            take(std::move(*found));
        });
}

std::vector<AttachmentId> EntryFiles::known() const {
    std::vector<AttachmentId> ids;
    for (const Row& row : rows_) {
        if (row.is_known) {
            ids.push_back(row.file.id);
        }
    }
    return ids;
}

void EntryFiles::take(std::vector<ListedFile> fresh) {
    const int before = count();
    std::vector<Row> rows;
    rows.reserve(fresh.size());
    bool is_one_missing = false;
    for (ListedFile& listed : fresh) {
        Row row{.file = std::move(listed.file)};
        const auto old = std::ranges::find(rows_, row.file.id, [](const Row& shown) { return shown.file.id; });
        if (old != rows_.end() && old->is_known) {
            row.thumbnail = old->thumbnail;
            row.is_known = true;
        } else if (listed.thumbnail.size() > 0) {
            row.is_known = true;
            decode(row.file.id, std::move(listed.thumbnail));
        } else {
            is_one_missing = is_one_missing || row.file.has_thumbnail;
        }
        rows.push_back(std::move(row));
    }
    change_rows(
        rows_, std::move(rows), [](const Row& row) { return row.file.id; }, [](Row& row) { row.thumbnail = {}; });
    if (count() != before) {
        emit countChanged();
    }
    if (is_one_missing) {
        read();  // It was known when this was asked for, and went and came back meanwhile.
    }
}

void EntryFiles::decode(AttachmentId id, PrivateBytes thumbnail) {
    service_.decode(this, std::move(thumbnail), kThumbnailSide, [this, id, round = round_](const QImage& image) {
        if (round == round_) {
            decoded(id, image);
        }
    });
}

void EntryFiles::decoded(AttachmentId id, const QImage& thumbnail) {
    const auto found = std::ranges::find(rows_, id, [](const Row& row) { return row.file.id; });
    if (found != rows_.end()) {
        found->thumbnail = thumbnail;
        const QModelIndex row = index(static_cast<int>(found - rows_.begin()));
        emit dataChanged(row, row, {ThumbnailRole});
    }
}

void EntryFiles::remove(qint64 id) {
    service_.ask(
        this,
        [id = AttachmentId{id}, now = clock_.now().at](Journal& journal) {
            return journal.attachments().remove(id, now);
        },
        [this, id = AttachmentId{id}, entry = entry_](const Status& removed) {
            if (removed) {
                removal_.offer(tr("File deleted"), [this, id] { restore(id); }, {});
                tell_changed(entry);
            } else if (removed.error().code != ErrorCode::kNotFound) {
                set_message(tr(
                    "The file could not be deleted and is still there, unchanged. Make sure that there is free space "
                    "on this device, then try again."));
            }
        });
}

void EntryFiles::restore(AttachmentId id) {
    service_.ask(
        this,
        [id](Journal& journal) -> Result<Attachment> {
            if (auto restored = journal.attachments().restore(id); !restored) {
                return pass_on(restored);
            }
            return journal.attachments().find(id);
        },
        [this, id](const Result<Attachment>& restored) {
            if (restored) {
                tell_changed(restored->entry);  // The draft may have become an entry meanwhile.
            } else if (restored.error().code != ErrorCode::kNotFound) {
                removal_.offer(tr("The file could not be brought back yet. It is still kept. Make sure that there is "
                                  "free space on this device, then try again."),
                               [this, id] { restore(id); }, {});
            }
        });
}

void EntryFiles::tell_changed(std::optional<EntryId> entry) {
    if (entry) {
        emit service_.entryChanged(*entry);
    } else if (shown_ && !entry_) {
        read();
    }
}

int EntryFiles::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant EntryFiles::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const bool is_picture = is_picture_type(row.file.media_type) && row.file.has_thumbnail;
    switch (role) {
        case FileIdRole:
            return QVariant::fromValue<qint64>(row.file.id.value);
        case Qt::DisplayRole:
        case NameRole:
            return QString::fromStdString(row.file.name);
        case SizeRole:
            return FileWords::size(row.file.size);
        case SpokenRole:
            return FileWords::spoken(is_picture, QString::fromStdString(row.file.name), row.file.size);
        case PictureRole:
            return is_picture;
        case ThumbnailRole:
            return row.thumbnail;
        default:
            return {};
    }
}

QHash<int, QByteArray> EntryFiles::roleNames() const {
    return {{FileIdRole, "fileId"}, {NameRole, "name"},       {SizeRole, "size"},
            {SpokenRole, "spoken"}, {PictureRole, "picture"}, {ThumbnailRole, "thumbnail"}};
}

void EntryFiles::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

}  // namespace pennydrop::app
