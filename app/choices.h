// SPDX-License-Identifier: Apache-2.0
// What a person may choose from, as lists for QML. "None" and "any" are no rows: a screen offers them in its own way.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>

#include <span>
#include <string_view>
#include <vector>

#include "journal/taxonomy.h"

namespace pennydrop::app {

// Not final: the QML engine derives from what it can create.

/// The themes that fit a kind, in the order of the vocabulary; of kind 0 ("any") all themes, each once.
class ThemeChoices : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY kindChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { CodeRole = Qt::UserRole + 1, LabelRole, HelpRole };

    explicit ThemeChoices(QObject* parent = nullptr);

    [[nodiscard]] int kind() const noexcept { return kind_; }
    void setKind(int kind);
    [[nodiscard]] int count() const noexcept { return static_cast<int>(themes_.size()); }
    /// The row of a code, -1 when it is not in the list.
    Q_INVOKABLE [[nodiscard]] int indexOf(const QString& code) const;
    /// The code in a row, "" outside the list.
    Q_INVOKABLE [[nodiscard]] QString codeAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void kindChanged();
    void countChanged();

private:
    int kind_{0};
    std::vector<Theme> themes_;
};

/// The levels of the system, from oneself to the nation.
class LevelChoices : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count CONSTANT FINAL)

public:
    enum Role { LevelRole = Qt::UserRole + 1, LabelRole };

    explicit LevelChoices(QObject* parent = nullptr);

    [[nodiscard]] int count() const noexcept;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
};

}  // namespace pennydrop::app
