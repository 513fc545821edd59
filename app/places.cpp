// SPDX-License-Identifier: Apache-2.0
#include "places.h"

#include <QCoreApplication>

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
    //: The place where all entries are.
    Row{Places::Journal, QT_TRANSLATE_NOOP("Places", "Journal"), "journal", "journalButton"},
    //: The place where entries come back with a question.
    Row{Places::Review, QT_TRANSLATE_NOOP("Places", "Review"), "review", "reviewButton"},
    //: The place where a person sees what their journal shows over a year.
    Row{Places::Trends, QT_TRANSLATE_NOOP("Places", "Trends"), "trends", "trendsButton"},
};

}  // namespace

Places::Places(QObject* parent) : QAbstractListModel(parent) {
    LanguageWatch::keep_rows(this, {LabelRole, Qt::DisplayRole});
}

int Places::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kRows.size());
}

QVariant Places::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = kRows.at(static_cast<std::size_t>(index.row()));
    switch (role) {
        case PlaceRole:
            return static_cast<int>(row.place);
        case Qt::DisplayRole:
        case LabelRole:
            return QCoreApplication::translate("Places", row.label);
        case IconRole:
            return QString::fromLatin1(row.icon);
        case NameRole:
            return QString::fromLatin1(row.name);
        default:
            return {};
    }
}

QHash<int, QByteArray> Places::roleNames() const {
    return {{PlaceRole, "place"}, {LabelRole, "label"}, {IconRole, "sign"}, {NameRole, "name"}};
}

}  // namespace pennydrop::app
