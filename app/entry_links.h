// SPDX-License-Identifier: Apache-2.0
// The entries that belong to the one being read, and how: came from, answers, led to, answered by. Adding, and taking
// away with undo.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>

#include <vector>

#include "journal/link_store.h"
#include "journal_service.h"
#include "read_entry.h"
#include "removal.h"
#include "summary_rows.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other.
class EntryLinks final : public pennydrop::app::SummaryRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.links")
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    /// All of them must outlive it.
    EntryLinks(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry,
               QObject* parent = nullptr);

    /// Why they cannot be shown or changed; "" when all is well.
    [[nodiscard]] QString message() const { return message_; }

    /// With undo, both. `relation` is one of LinkRelations.
    Q_INVOKABLE void add(qint64 other, int relation);
    Q_INVOKABLE void remove(qint64 other, int relation);

signals:
    void messageChanged();

private:
    void read();
    void post_add(EntryId self, EntryId other, LinkRelation relation, bool undoable);
    void post_remove(EntryId self, EntryId other, LinkRelation relation, bool undoable);
    void changed(EntryId self, EntryId other);
    void failed();
    void set_message(const QString& message);

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    ReadEntry& entry_;
    QString message_;
};

}  // namespace pennydrop::app
