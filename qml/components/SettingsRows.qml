// SPDX-License-Identifier: Apache-2.0
// The groups of the settings below one another: what a SettingsList and each SettingsRow know of each other.
import QtQuick
import Pennydrop.Style

Column {
    // One of Places.
    required property int here
    // Whether the group that is open lies beside them.
    required property bool beside
    // `keyed`: by a key, so that what gets the keyboard next shows it.
    signal asked(int place, bool keyed)
    signal moved(int row)

    spacing: Theme.space2
}
