// SPDX-License-Identifier: Apache-2.0
// The ground of whatever one types into: paper with an outline that says focus and error.
import QtQuick

Rectangle {
    id: root

    required property bool focused
    required property bool faulty
    required property bool hovering
    required property bool usable

    radius: Theme.radius
    color: usable ? Theme.surface : Theme.background
    border.width: focused || faulty ? Theme.strongLine : Theme.line
    border.color: {
        if (!usable) {
            return Theme.disabledFill;
        }
        if (faulty) {
            return Theme.danger;
        }
        return focused ? Theme.focusRing : hovering ? Theme.text : Theme.outline;
    }

    Behavior on border.color {
        ColorAnimation {
            duration: Theme.fast
        }
    }
}
