// SPDX-License-Identifier: Apache-2.0
// The groups of the settings as a list: what each is called, in a line what it holds or how it stands, and its place.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>

#include "app_settings.h"
#include "backups.h"
#include "places.h"

namespace pennydrop::app {

class SettingsGroups final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.settingsGroups")
    /// The one that is open where there is room for list and group.
    Q_PROPERTY(int first READ first CONSTANT FINAL)

public:
    /// `icon` is a name of Theme's, `name` the control's objectName.
    enum Role { PlaceRole = Qt::UserRole + 1, LabelRole, SummaryRole, IconRole, NameRole };

    /// Borrows both. `sample`: the journal is a made-up one, which nobody erases.
    SettingsGroups(AppSettings& settings, Backups& backups, bool sample, QObject* parent = nullptr);

    [[nodiscard]] static int first() noexcept { return Places::SettingsSecurity; }
    /// The row of a group by its place; -1 for any other place.
    Q_INVOKABLE [[nodiscard]] static int indexOf(int place);
    /// "" for a place that is no group.
    Q_INVOKABLE [[nodiscard]] QString labelOf(int place) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] QString summary(Places::Place place) const;
    [[nodiscard]] QString locking() const;
    [[nodiscard]] QString last_backup() const;
    [[nodiscard]] QString look() const;
    void summary_changed(Places::Place place);

    AppSettings& settings_;
    Backups& backups_;
    bool sample_;
};

}  // namespace pennydrop::app
