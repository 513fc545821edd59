// SPDX-License-Identifier: Apache-2.0
// What was written before that is like this.
import QtQuick

Sheet {
    id: root

    onAboutToShow: (contentItem as SimilarForm).begin()

    contentItem: SimilarForm {
        onCloseAsked: root.close()
    }
}
