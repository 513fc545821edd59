// SPDX-License-Identifier: Apache-2.0
// One of the five bars of StrengthMeter.
import QtQuick
import Pennydrop.Style

Rectangle {
    id: root

    required property bool lit
    required property bool strong

    height: Theme.track
    radius: height / 2
    color: !lit ? Theme.disabledFill : strong ? Theme.primary : Theme.setback

    Behavior on color {
        ColorAnimation {
            duration: Theme.normal
        }
    }
}
