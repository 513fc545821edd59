// SPDX-License-Identifier: Apache-2.0
// Room for tiles of photos and files, two beside each other where they fit, and what is asked of one.
import QtQuick
import Pennydrop.Style

Flow {
    readonly property real tileWidth: width >= Theme.form ? Math.floor((width - spacing) / 2) : width
    signal lookAsked(double fileId, string name)
    signal copyAsked(double fileId, string name)
    signal deleteAsked(double fileId)

    spacing: Theme.space2
}
