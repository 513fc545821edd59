// SPDX-License-Identifier: Apache-2.0
// What every screen of the open journal has in common.
import QtQuick

FocusScope {
    id: root

    // Whether there is room for one thing only.
    property bool phone: true
    // The entry that is open beside this screen; 0 for none.
    property double shownEntry: 0
    signal opened(double entryId)
    signal back
    // To be at another place: one of Places.
    signal asked(int place)
}
