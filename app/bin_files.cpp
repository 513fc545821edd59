// SPDX-License-Identifier: Apache-2.0
#include "bin_files.h"

#include <algorithm>
#include <utility>

#include "bin_words.h"
#include "file_words.h"
#include "private_text.h"

namespace pennydrop::app {

BinFiles::BinFiles(const Clock& clock, QObject* parent) : ChangingRows(parent), clock_(clock), calendar_(clock) {
    connect(&calendar_, &CalendarWatch::changed, this, [this] {
        if (!rows_.empty()) {
            emit dataChanged(index(0), index(count() - 1), {SizeRole, SpokenRole, FateRole});
        }
    });
}

BinFiles::~BinFiles() {
    for (Row& row : rows_) {
        wipe(row.name);
    }
}

std::optional<EntryId> BinFiles::entry_of(AttachmentId file) const {
    const auto found = std::ranges::find(rows_, file, &Row::id);
    return found == rows_.end() ? std::nullopt : found->entry;
}

void BinFiles::show(std::vector<BinAttachment> files) {
    const int before = count();
    std::vector<Row> fresh;
    fresh.reserve(files.size());
    for (BinAttachment& file : files) {
        fresh.push_back({.id = file.attachment.id,
                         .entry = file.attachment.entry,
                         .name = PrivateText::from_utf8(file.attachment.name).take(),
                         .size = file.attachment.size,
                         .removed = file.removed,
                         .due = file.due});
    }
    change_rows(rows_, std::move(fresh), [](const Row& row) { return row.id; }, [](Row& row) { wipe(row.name); });
    if (count() != before) {
        emit countChanged();
    }
}

int BinFiles::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant BinFiles::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case FileIdRole:
            return QVariant::fromValue<qint64>(row.id.value);
        case Qt::DisplayRole:
        case NameRole:
            return row.name;
        case SizeRole:
            return FileWords::size(row.size);
        case SpokenRole:
            return FileWords::spoken(false, row.name, row.size);
        case FateRole:
            return BinWords::fate(row.removed, row.due, clock_.now());
        default:
            return {};
    }
}

QHash<int, QByteArray> BinFiles::roleNames() const {
    return {{FileIdRole, "fileId"}, {NameRole, "name"}, {SizeRole, "size"}, {SpokenRole, "spoken"}, {FateRole, "fate"}};
}

}  // namespace pennydrop::app
