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
                "This is longer than one entry can be (about 400 pages), so it cannot be kept as one yet. Nothing was "
                "cut, and all of it is saved as a draft. Move a part of it into another entry.");
        case DraftSaver::State::kUnsavable:
            return tr(
                "This is far longer than one entry can be, so the latest changes are not saved. Nothing was cut, and "
                "what was saved before is safe. Take a part of it out.");
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

QString SaveStateText::long_note() {
    return tr(
        "One of the texts under More is longer than it can be (about 25 pages), so this cannot be kept as an entry "
        "yet. "
        "Nothing was cut, and all of it is saved as a draft. Move a part of it into the entry itself.");
}

QString SaveStateText::not_thrown_away() {
    return tr(
        "This could not be thrown away. The words and files are still there, unchanged. Make sure that there is free "
        "space on this device, then try again.");
}

QString SaveStateText::unreadable_draft() {
    return tr(
        "The unfinished text of last time could not be read. It is still in the journal, and nothing was overwritten. "
        "Begin writing to try again; if that does not help, lock the journal and restart the device.");
}

QString SaveStateText::unreadable_entry() {
    return tr(
        "This entry could not be read, so it cannot be changed now. Nothing was overwritten. Lock the journal and open "
        "it again; if that does not help, restart the device.");
}

}  // namespace pennydrop::app
