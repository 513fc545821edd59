// SPDX-License-Identifier: Apache-2.0
#include "language_watch.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace pennydrop::app {

LanguageWatch* LanguageWatch::instance() {
    auto* application = QCoreApplication::instance();
    if (application == nullptr) {
        return nullptr;
    }
    auto* watch = application->findChild<LanguageWatch*>(QString(), Qt::FindDirectChildrenOnly);
    return watch != nullptr ? watch : new LanguageWatch(application);
}

void LanguageWatch::keep_rows(QAbstractListModel* model, QList<int> roles) {
    on_language(model, [model, roles = std::move(roles)] {
        if (const int rows = model->rowCount(); rows > 0) {
            emit model->dataChanged(model->index(0), model->index(rows - 1), roles);
        }
    });
}

LanguageWatch::LanguageWatch(QObject* application) : QObject(application) {
    application->installEventFilter(this);
}

bool LanguageWatch::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent()) {
        if (event->type() == QEvent::LanguageChange) {
            emit languageChanged();
        } else if (event->type() == QEvent::LocaleChange) {
            emit localeChanged();
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace pennydrop::app
