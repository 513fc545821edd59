// SPDX-License-Identifier: Apache-2.0
// Where one can be in the open journal. The rows are the places of the bar and of the rail; the others are reached from
// them. Settings is the list of their groups, each of which is a place of its own (settings_groups.h).
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>

namespace pennydrop::app {

// Not final: the QML engine derives from what it can create.
class Places : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    enum Place {
        Journal,
        Review,
        Trends,
        Search,
        Calendar,
        Tags,
        Settings,
        Bin,
        Questions,
        SettingsSecurity,
        SettingsBackups,
        SettingsWriting,
        SettingsReview,
        SettingsLook,
        SettingsAbout
    };
    Q_ENUM(Place)
    /// `icon` is a name of Theme's, `name` the control's objectName.
    enum Role { PlaceRole = Qt::UserRole + 1, LabelRole, IconRole, NameRole };

    explicit Places(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
};

}  // namespace pennydrop::app
