// SPDX-License-Identifier: Apache-2.0
// Why the program did not end when its window was closed.
import QtQuick
import Pennydrop.App

Notice {
    objectName: "endNotice"
    text: App.end.message
}
