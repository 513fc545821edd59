// SPDX-License-Identifier: Apache-2.0
// The group of the recovery code that stands in row `index`.
import QtQuick
import Pennydrop.App

RecoveryGroup {
    id: root

    required property int index

    number: index + 1
    letters: App.session.recoveryCode.split("-")[index] ?? ""
}
