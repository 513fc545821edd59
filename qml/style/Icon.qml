// SPDX-License-Identifier: Apache-2.0
// One of our icons by its name, in one colour. `directional` icons turn round where text runs right to left.
import QtQuick
import QtQuick.Controls.impl

IconImage {
    id: root

    property string icon: ""
    property real size: Theme.icon
    property bool directional: false

    source: Theme.iconSource(icon)
    sourceSize.width: size
    sourceSize.height: size
    width: size
    height: size
    color: Theme.text
    mirror: directional && Application.layoutDirection === Qt.RightToLeft
    Accessible.ignored: true
}
