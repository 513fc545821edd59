// SPDX-License-Identifier: Apache-2.0
// The kinds of entry by name for QML: `EntryKinds.Setback`. The numbers are those of the core's EntryKind.
// Threads: constant data.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "journal/taxonomy.h"

namespace pennydrop::app {

namespace EntryKinds {
Q_NAMESPACE
QML_NAMED_ELEMENT(EntryKinds)

enum Kind {
    Setback = static_cast<int>(EntryKind::kSetback),
    LightBulb = static_cast<int>(EntryKind::kLightBulb),
    Barrier = static_cast<int>(EntryKind::kBarrier),
};
Q_ENUM_NS(Kind)
}  // namespace EntryKinds

}  // namespace pennydrop::app
