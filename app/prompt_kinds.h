// SPDX-License-Identifier: Apache-2.0
// Which set of questions is offered for each kind of entry, out of those that suit it.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QStringList>

#include <string>
#include <vector>

#include "journal/prompt_set.h"

namespace pennydrop::app {

// Not final: the QML engine derives from what has no need of arguments.
class PromptKinds : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.prompts.kinds")

public:
    enum Role { KindRole = Qt::UserRole + 1, NamesRole, ChosenRole, QuestionsRole };

    struct Row {
        EntryKind kind{EntryKind::kSetback};
        std::vector<PromptSet> sets{};  ///< That suit it; the default one first.
        int chosen{0};                  ///< Which of them.
    };

    explicit PromptKinds(QObject* parent = nullptr);

    /// One row for each kind, in the order of their numbers.
    void show(std::vector<Row> rows);
    /// The id of a set by its place in the row of its kind; "" when there is none.
    [[nodiscard]] std::string id_at(EntryKind kind, int place) const;
    [[nodiscard]] const PromptSet& chosen_for(EntryKind kind) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] const Row* row_of(EntryKind kind) const;

    std::vector<Row> rows_;
};

}  // namespace pennydrop::app
