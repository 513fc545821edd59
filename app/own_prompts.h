// SPDX-License-Identifier: Apache-2.0
// The sets of questions that are a person's own, with what they ask.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>

#include <optional>
#include <vector>

#include "journal/prompt_set.h"
#include "row_changes.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other. Not final: the QML engine derives from what
// has no need of arguments.
class OwnPrompts : public pennydrop::app::ChangingRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.prompts.own")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { SetIdRole = Qt::UserRole + 1, NameRole, KindsRole, QuestionsRole };

    explicit OwnPrompts(QObject* parent = nullptr);

    [[nodiscard]] int count() const noexcept { return static_cast<int>(sets_.size()); }
    void show(std::vector<PromptSet> sets);
    [[nodiscard]] const std::vector<PromptSet>& sets() const noexcept { return sets_; }
    [[nodiscard]] std::optional<PromptSet> find(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    std::vector<PromptSet> sets_;
};

}  // namespace pennydrop::app
