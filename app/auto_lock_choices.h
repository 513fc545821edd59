// SPDX-License-Identifier: Apache-2.0
// After how many minutes the journal may lock itself, as a list for QML: the choices of AppSettings, in words.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>

namespace pennydrop::app {

// Not final: the QML engine derives from what it can create.
class AutoLockChoices : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count CONSTANT FINAL)

public:
    enum Role { MinutesRole = Qt::UserRole + 1, LabelRole };

    explicit AutoLockChoices(QObject* parent = nullptr);

    [[nodiscard]] int count() const noexcept;
    /// -1 when nobody may choose that many.
    Q_INVOKABLE [[nodiscard]] int indexOf(int minutes) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
};

}  // namespace pennydrop::app
