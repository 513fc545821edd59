// SPDX-License-Identifier: Apache-2.0
#include "translation.h"

#include <QCoreApplication>
#include <QLocale>

namespace pennydrop::app {

Translation::Translation() {
    const QString folder = QStringLiteral(":/i18n");
    if (english_.load(QStringLiteral("pennydrop_en"), folder)) {
        QCoreApplication::installTranslator(&english_);
    }
    const QLocale locale;
    if (locale.language() != QLocale::English &&
        own_.load(locale, QStringLiteral("pennydrop"), QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(&own_);
    }
}

}  // namespace pennydrop::app
