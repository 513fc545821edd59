// SPDX-License-Identifier: Apache-2.0
#include "save_state_text.h"

namespace pennydrop::app {

QString SaveStateText::of(DraftSaver::State state, ErrorCode error) {
    switch (state) {
        case DraftSaver::State::kIdle:
            return {};
        case DraftSaver::State::kUnsaved:
            return tr("Not saved yet");
        case DraftSaver::State::kSaved:
            return tr("Saved");
        case DraftSaver::State::kTooLong:
            return tr(
                "This is longer than one entry can be (about 400 pages), so the latest changes are not saved. Nothing "
                "was "
                "cut, and what was saved before is safe. Move a part of it into another entry.");
        case DraftSaver::State::kFailed:
            break;
    }
    switch (error) {
        case ErrorCode::kDiskFull:
            return tr(
                "There is no room left on this device, so the latest changes are not saved. They are still here, and "
                "what "
                "was saved before is safe. Free some space; saving is tried again every few seconds.");
        case ErrorCode::kPermission:
            return tr(
                "This device does not let Pennydrop write to the journal, so the latest changes are not saved. They "
                "are "
                "still here, and what was saved before is safe. Allow writing to the journal's folder; saving is tried "
                "again every few seconds.");
        default:
            return tr(
                "The latest changes could not be saved. They are still here, and what was saved before is safe. Leave "
                "this "
                "open; saving is tried again every few seconds.");
    }
}

}  // namespace pennydrop::app
