// SPDX-License-Identifier: Apache-2.0
#include "auto_lock_choices.h"

#include <algorithm>

#include "app_settings.h"
#include "language_watch.h"

namespace pennydrop::app {
namespace {

constexpr const auto& kChoices = AppSettings::kAutoLockChoices;

}  // namespace

AutoLockChoices::AutoLockChoices(QObject* parent) : QAbstractListModel(parent) {
    LanguageWatch::keep_rows(this, {LabelRole, Qt::DisplayRole});
}

int AutoLockChoices::count() const noexcept {
    return static_cast<int>(kChoices.size());
}

int AutoLockChoices::indexOf(int minutes) const {
    const auto found = std::ranges::find(kChoices, minutes);
    return found == kChoices.end() ? -1 : static_cast<int>(found - kChoices.begin());
}

int AutoLockChoices::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant AutoLockChoices::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int minutes = kChoices.at(static_cast<std::size_t>(index.row()));
    switch (role) {
        case MinutesRole:
            return minutes;
        case Qt::DisplayRole:
        case LabelRole:
            // One is said on its own, so that English needs no catalogue of plural forms.
            //: How long nothing was touched before the journal locks itself.
            return minutes == 1 ? tr("1 minute") : tr("%n minutes", "", minutes);
        default:
            return {};
    }
}

QHash<int, QByteArray> AutoLockChoices::roleNames() const {
    return {{MinutesRole, "minutes"}, {LabelRole, "label"}};
}

}  // namespace pennydrop::app
