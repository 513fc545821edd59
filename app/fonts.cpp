// SPDX-License-Identifier: Apache-2.0
#include "fonts.h"

#include <QStringList>

namespace pennydrop::app {

QFont with_our_families(QFont base) {
    // Emoji never first: that font has digits of its own.
    base.setFamilies(
        {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Color Emoji")});
    return base;
}

}  // namespace pennydrop::app
