// SPDX-License-Identifier: Apache-2.0
// The themes that fit a kind.
import QtQuick
import Pennydrop.App

ChoiceList {
    id: root

    required property int kind

    model: ThemeChoices {
        kind: root.kind
    }
    delegate: ThemeRow {}
}
