// SPDX-License-Identifier: Apache-2.0
// Ends a decision for now as adapted, and starts the next one.
import QtQuick
import Pennydrop.App

Sheet {
    id: root

    onAboutToShow: (contentItem as AdaptForm).begin()
    onOpened: (contentItem as AdaptForm).enter()
    onAboutToHide: (contentItem as AdaptForm).clear()

    contentItem: AdaptForm {
        onAdapted: (what, day, how) => {
            App.review.adapt(what, day, how);
            root.close();
        }
        onCloseAsked: root.close()
    }
}
