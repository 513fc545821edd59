// SPDX-License-Identifier: Apache-2.0
#include "own_prompts.h"

#include <QStringList>

#include <algorithm>
#include <utility>

#include "prompt_sets.h"
#include "vocabulary.h"

namespace pennydrop::app {

OwnPrompts::OwnPrompts(QObject* parent) : ChangingRows(parent) {}

void OwnPrompts::show(std::vector<PromptSet> sets) {
    const int before = count();
    change_rows(sets_, std::move(sets), [](const PromptSet& set) { return set.id; }, [](PromptSet&) {});
    if (count() != before) {
        emit countChanged();
    }
}

std::optional<PromptSet> OwnPrompts::find(const QString& id) const {
    const auto found = std::ranges::find(sets_, id.toStdString(), &PromptSet::id);
    return found == sets_.end() ? std::nullopt : std::optional{*found};
}

int OwnPrompts::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant OwnPrompts::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const PromptSet& set = sets_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case SetIdRole:
            return QString::fromStdString(set.id);
        case Qt::DisplayRole:
        case NameRole:
            return name_of(set);
        case KindsRole: {
            const Vocabulary vocabulary;
            QStringList kinds;
            for (const EntryKind kind : set.kinds) {
                kinds += vocabulary.kindLabel(static_cast<int>(kind));
            }
            return kinds.join(QStringLiteral(" · "));
        }
        case QuestionsRole:
            return questions_of(set).join(u'\n');
        default:
            return {};
    }
}

QHash<int, QByteArray> OwnPrompts::roleNames() const {
    return {{SetIdRole, "setId"}, {NameRole, "name"}, {KindsRole, "kinds"}, {QuestionsRole, "questions"}};
}

}  // namespace pennydrop::app
