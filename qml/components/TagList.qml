// SPDX-License-Identifier: Apache-2.0
// The tags by their names.
import Pennydrop.App

TagRows {
    model: App.tags
    delegate: TagRow {}
}
