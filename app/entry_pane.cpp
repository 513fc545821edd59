// SPDX-License-Identifier: Apache-2.0
#include "entry_pane.h"

#include <utility>

namespace pennydrop::app {

EntryPane::EntryPane(JournalService& service, EntryEditor& editor, EntryReader& reader, QObject* parent)
    : QObject(parent), editor_(editor), reader_(reader) {
    connect(&editor, &EntryEditor::finished, this, &EntryPane::finished);
    connect(&editor, &EntryEditor::statusChanged, this, [this] {
        if (editor_.status() == EntryEditor::Failed) {
            wanted_ = {};
        }
    });
    connect(&service, &JournalService::closing, this, [this] { wanted_ = {}; });
}

void EntryPane::setBesideList(bool beside) {
    if (beside != beside_list_) {
        beside_list_ = beside;
        emit besideListChanged();
    }
}

void EntryPane::write(int kind) {
    wanted_ = {};
    reader_.close();
    editor_.begin(kind);
}

void EntryPane::read(qint64 id) {
    if (editor_.active()) {
        wanted_ = EntryId{id};
        editor_.finish();
    } else {
        reader_.show(id);
    }
}

void EntryPane::finished(qint64 kept) {
    const EntryId next = std::exchange(wanted_, {});
    if (next.is_set()) {
        reader_.show(next.value);
    } else if (kept > 0 && beside_list_) {
        reader_.show(kept);
    }
}

}  // namespace pennydrop::app
