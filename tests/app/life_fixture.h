// SPDX-License-Identifier: Apache-2.0
// A journal with a reader and all that comes after an entry, joined as the program joins them.
// Threads: GUI thread.
#pragma once

#include <QSignalSpy>
#include <QString>

#include <memory>

#include "entry_life.h"
#include "entry_marks.h"
#include "entry_reader.h"
#include "removal.h"
#include "test_journal.h"

namespace pennydrop::app {

struct LifeFixture {
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    EntryReader reader{journal.service, journal.clock};
    EntryLife life{journal.service, journal.clock, removal, reader, std::make_shared<UnsavedFollowUps>()};
    QSignalSpy changed{&journal.service, &JournalService::entryChanged};

    /// Shows the entry, and waits for all that belongs to it.
    void show(EntryId id) {
        reader.show(id.value);
        journal.settle();
        journal.settle();
    }
    /// Opens a journal with an entry of this kind, and shows that.
    [[nodiscard]] EntryId open_with(EntryKind kind, const QString& text = QStringLiteral("The bed was ready.")) {
        if (!journal.open()) {
            return {};
        }
        const EntryId id = journal.add(kind, text);
        show(id);
        return id;
    }
    void settle() {
        journal.settle();
        journal.settle();
    }
    void undo() {
        removal.undo();
        settle();
    }
};

/// What a row of a model says.
inline QVariant of_row(const QAbstractItemModel& model, int row, int role) {
    return model.index(row, 0).data(role);
}

}  // namespace pennydrop::app
