// SPDX-License-Identifier: Apache-2.0
// Whether the setbacks that are looked for were learned from; pressed again, it no longer counts.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

MenuItem {
    id: root

    required property int learning

    checkable: true
    checked: App.search.learning === learning
    onTriggered: App.search.learning = App.search.learning === root.learning ? SearchModel.Either : root.learning
}
