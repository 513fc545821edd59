// SPDX-License-Identifier: Apache-2.0
#include "prompt_kinds.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "prompt_sets.h"

namespace pennydrop::app {

PromptKinds::PromptKinds(QObject* parent) : QAbstractListModel(parent) {}

void PromptKinds::show(std::vector<Row> rows) {
    if (rows.size() == rows_.size()) {
        rows_ = std::move(rows);
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

std::string PromptKinds::id_at(EntryKind kind, int place) const {
    const Row* const row = row_of(kind);
    return row == nullptr || place < 0 || place >= static_cast<int>(row->sets.size())
               ? std::string{}
               : row->sets[static_cast<std::size_t>(place)].id;
}

const PromptSet& PromptKinds::chosen_for(EntryKind kind) const {
    const Row* const row = row_of(kind);
    return row == nullptr ? default_prompt_set(kind) : row->sets.at(static_cast<std::size_t>(row->chosen));
}

int PromptKinds::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant PromptKinds::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case KindRole:
            return static_cast<int>(row.kind);
        case NamesRole: {
            QStringList names;
            std::ranges::transform(row.sets, std::back_inserter(names), name_of);
            return names;
        }
        case ChosenRole:
            return row.chosen;
        case Qt::DisplayRole:
        case QuestionsRole:
            return questions_of(row.sets.at(static_cast<std::size_t>(row.chosen))).join(u'\n');
        default:
            return {};
    }
}

QHash<int, QByteArray> PromptKinds::roleNames() const {
    return {{KindRole, "kind"}, {NamesRole, "names"}, {ChosenRole, "chosen"}, {QuestionsRole, "questions"}};
}

const PromptKinds::Row* PromptKinds::row_of(EntryKind kind) const {
    const auto found = std::ranges::find(rows_, kind, &Row::kind);
    return found == rows_.end() ? nullptr : &*found;
}

}  // namespace pennydrop::app
