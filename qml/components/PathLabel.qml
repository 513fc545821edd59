// SPDX-License-Identifier: Apache-2.0
// The path of a file in a list of them.
import QtQuick
import Pennydrop.Style

Label {
    required property string modelData

    text: modelData
    font.pixelSize: Theme.label
    wrapMode: Text.Wrap
}
