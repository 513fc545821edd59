// SPDX-License-Identifier: Apache-2.0
// How the barriers stand that are looked for; pressed again, it no longer counts.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

MenuItem {
    id: root

    required property int number

    checkable: true
    checked: App.search.state === number
    onTriggered: App.search.state = App.search.state === root.number ? 0 : root.number
}
