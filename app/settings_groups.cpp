// SPDX-License-Identifier: Apache-2.0
#include "settings_groups.h"

#include <algorithm>
#include <array>

#include "language_watch.h"

namespace pennydrop::app {
namespace {

struct Row {
    Places::Place place;
    const char* label;
    const char* icon;
    const char* name;
};

// Translated where it is used; the macro only marks it for lupdate.
constexpr std::array kRows{
    //: A group of settings: when the journal locks, and what opens it.
    Row{Places::SettingsSecurity, QT_TRANSLATE_NOOP("pennydrop::app::SettingsGroups", "Security"), "lock",
        "securityGroup"},
    //: A group of settings: copies of the journal, and what to do when its file is damaged.
    Row{Places::SettingsBackups, QT_TRANSLATE_NOOP("pennydrop::app::SettingsGroups", "Backups and repair"), "backup",
        "backupsGroup"},
    //: A group of settings: what helps while writing, tags, and deleted entries.
    Row{Places::SettingsWriting, QT_TRANSLATE_NOOP("pennydrop::app::SettingsGroups", "Writing"), "edit",
        "writingGroup"},
    //: A group of settings: when entries come back for another look.
    Row{Places::SettingsReview, QT_TRANSLATE_NOOP("pennydrop::app::SettingsGroups", "Review"), "review", "reviewGroup"},
    //: A group of settings: light or dark, and the size of the text.
    Row{Places::SettingsLook, QT_TRANSLATE_NOOP("pennydrop::app::SettingsGroups", "Appearance"), "look", "lookGroup"},
    //: A group of settings: which program this is, where its file lies, and erasing it.
    Row{Places::SettingsAbout, QT_TRANSLATE_NOOP("pennydrop::app::SettingsGroups", "About"), "about", "aboutGroup"},
};

constexpr int kPercent = 100;

}  // namespace

SettingsGroups::SettingsGroups(AppSettings& settings, Backups& backups, bool sample, QObject* parent)
    : QAbstractListModel(parent), settings_(settings), backups_(backups), sample_(sample) {
    connect(&settings_, &AppSettings::autoLockMinutesChanged, this,
            [this] { summary_changed(Places::SettingsSecurity); });
    connect(&backups_, &Backups::changed, this, [this] { summary_changed(Places::SettingsBackups); });
    connect(&settings_, &AppSettings::themeModeChanged, this, [this] { summary_changed(Places::SettingsLook); });
    connect(&settings_, &AppSettings::textScaleChanged, this, [this] { summary_changed(Places::SettingsLook); });
    LanguageWatch::keep_rows(this, {LabelRole, SummaryRole, Qt::DisplayRole});
}

int SettingsGroups::indexOf(int place) {
    const auto found = std::ranges::find(kRows, place, [](const Row& row) { return static_cast<int>(row.place); });
    return found == kRows.end() ? -1 : static_cast<int>(found - kRows.begin());
}

QString SettingsGroups::labelOf(int place) const {
    return index(indexOf(place)).data(LabelRole).toString();
}

int SettingsGroups::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kRows.size());
}

QVariant SettingsGroups::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = kRows.at(static_cast<std::size_t>(index.row()));
    switch (role) {
        case PlaceRole:
            return static_cast<int>(row.place);
        case Qt::DisplayRole:
        case LabelRole:
            return tr(row.label);
        case SummaryRole:
            return summary(row.place);
        case IconRole:
            return QString::fromLatin1(row.icon);
        case NameRole:
            return QString::fromLatin1(row.name);
        default:
            return {};
    }
}

QHash<int, QByteArray> SettingsGroups::roleNames() const {
    return {
        {PlaceRole, "place"}, {LabelRole, "label"}, {SummaryRole, "summary"}, {IconRole, "sign"}, {NameRole, "name"}};
}

QString SettingsGroups::summary(Places::Place place) const {
    switch (place) {
        case Places::SettingsSecurity:
            return locking();
        case Places::SettingsBackups:
            return last_backup();
        case Places::SettingsWriting:
            //: What a group of settings holds.
            return tr("Questions, tags, deleted entries");
        case Places::SettingsReview:
            //: What a group of settings holds.
            return tr("When entries come back");
        case Places::SettingsLook:
            return look();
        case Places::SettingsAbout:
            if (sample_) {
                //: What a group of settings holds. %1: the number of a version, as in "1.2"
                return tr("Version %1, what never happens").arg(settings_.version());
            }
            //: What a group of settings holds. %1: the number of a version, as in "1.2"
            return tr("Version %1, erasing the journal").arg(settings_.version());
        default:
            return {};
    }
}

QString SettingsGroups::locking() const {
    const int minutes = settings_.autoLockMinutes();
    // One is said on its own, so that English needs no catalogue of plural forms.
    return minutes == 1 ? tr("Locks after 1 minute") : tr("Locks after %n minutes", "", minutes);
}

QString SettingsGroups::last_backup() const {
    if (backups_.failed()) {
        //: Of backups, when the last one did not work out.
        return tr("Needs a look");
    }
    return backups_.made() ? backups_.lastLabel() : tr("No backup yet");
}

QString SettingsGroups::look() const {
    const int size = qRound(settings_.textScale() * kPercent);
    switch (settings_.themeMode()) {
        case AppSettings::ThemeMode::Light:
            //: How the program looks. %1: the size of its text in per cent
            return tr("Light, %1 %").arg(size);
        case AppSettings::ThemeMode::Dark:
            //: How the program looks. %1: the size of its text in per cent
            return tr("Dark, %1 %").arg(size);
        case AppSettings::ThemeMode::System:
            break;
    }
    //: How the program looks: light or dark, whichever the system is. %1: the size of its text in per cent
    return tr("Like the system, %1 %").arg(size);
}

void SettingsGroups::summary_changed(Places::Place place) {
    const QModelIndex changed = index(indexOf(place));
    emit dataChanged(changed, changed, {SummaryRole});
}

}  // namespace pennydrop::app
