// SPDX-License-Identifier: Apache-2.0
#include "choices.h"

#include <algorithm>
#include <array>

#include "language_watch.h"
#include "vocabulary.h"

namespace pennydrop::app {
namespace {

constexpr std::array kLevels{SystemLevel::kMe, SystemLevel::kTeam, SystemLevel::kOrganisation,
                             SystemLevel::kBetweenOrganisations, SystemLevel::kNational};

std::vector<Theme> themes_of(EntryKind kind) {
    std::vector<Theme> themes;
    for (const auto code : theme_codes(kind)) {
        if (const auto theme = Theme::from_code(code)) {
            themes.push_back(*theme);
        }
    }
    return themes;
}

std::vector<Theme> all_themes() {
    auto themes = themes_of(EntryKind::kBarrier);
    for (const auto& theme : themes_of(EntryKind::kLightBulb)) {
        if (std::ranges::find(themes, theme) == themes.end()) {
            themes.push_back(theme);
        }
    }
    // "Something else" is in both lists, and last in each.
    if (const auto other = Theme::from_code("other")) {
        const auto found = std::ranges::find(themes, *other);
        if (found != themes.end()) {
            std::rotate(found, found + 1, themes.end());
        }
    }
    return themes;
}

}  // namespace

ThemeChoices::ThemeChoices(QObject* parent) : QAbstractListModel(parent), themes_(all_themes()) {
    LanguageWatch::keep_rows(this, {LabelRole, HelpRole});
}

void ThemeChoices::setKind(int kind) {
    const auto known = kind_from_number(kind);
    if (kind == kind_ || (kind != 0 && !known)) {
        return;
    }
    const int before = count();
    beginResetModel();
    kind_ = kind;
    themes_ = known ? themes_of(*known) : all_themes();
    endResetModel();
    emit kindChanged();
    if (count() != before) {
        emit countChanged();
    }
}

int ThemeChoices::indexOf(const QString& code) const {
    const auto theme = theme_from_code(code);
    if (!theme) {
        return -1;
    }
    const auto found = std::ranges::find(themes_, *theme);
    return found == themes_.end() ? -1 : static_cast<int>(found - themes_.begin());
}

QString ThemeChoices::codeAt(int row) const {
    if (row < 0 || row >= count()) {
        return {};
    }
    return theme_code(themes_[static_cast<std::size_t>(row)]);
}

int ThemeChoices::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ThemeChoices::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Theme& theme = themes_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case CodeRole:
            return theme_code(theme);
        case Qt::DisplayRole:
        case LabelRole:
            return Vocabulary::label(theme);
        case HelpRole:
            return Vocabulary::help(theme);
        default:
            return {};
    }
}

QHash<int, QByteArray> ThemeChoices::roleNames() const {
    return {{CodeRole, "code"}, {LabelRole, "label"}, {HelpRole, "help"}};
}

LevelChoices::LevelChoices(QObject* parent) : QAbstractListModel(parent) {
    LanguageWatch::keep_rows(this, {LabelRole});
}

int LevelChoices::count() const noexcept {
    return static_cast<int>(kLevels.size());
}

int LevelChoices::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant LevelChoices::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const SystemLevel level = kLevels.at(static_cast<std::size_t>(index.row()));
    switch (role) {
        case LevelRole:
            return static_cast<int>(level);
        case Qt::DisplayRole:
        case LabelRole:
            return Vocabulary::label(level);
        default:
            return {};
    }
}

QHash<int, QByteArray> LevelChoices::roleNames() const {
    return {{LevelRole, "level"}, {LabelRole, "label"}};
}

}  // namespace pennydrop::app
