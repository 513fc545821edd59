// SPDX-License-Identifier: Apache-2.0
// What lies beside or above the list: the entry being written or the one being read. Only one of them at a time, and
// what is being written is kept before something else is read.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "base/types.h"
#include "entry_editor.h"
#include "entry_reader.h"
#include "journal_service.h"

namespace pennydrop::app {

class EntryPane final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.pane")
    Q_PROPERTY(bool besideList READ besideList WRITE setBesideList NOTIFY besideListChanged FINAL)

public:
    /// All three must outlive it.
    EntryPane(JournalService& service, EntryEditor& editor, EntryReader& reader, QObject* parent = nullptr);

    /// There is room for a list and an entry: an entry that was kept is shown then.
    [[nodiscard]] bool besideList() const noexcept { return beside_list_; }
    void setBesideList(bool beside);

    /// Begins a new entry.
    Q_INVOKABLE void write(int kind);
    /// Shows an entry, once what is being written is kept. When that cannot be kept, it stays and nothing is shown.
    Q_INVOKABLE void read(qint64 id);

signals:
    void besideListChanged();

private:
    void finished(qint64 kept);

    EntryEditor& editor_;
    EntryReader& reader_;
    bool beside_list_{false};
    EntryId wanted_;  ///< To be shown once the editor has closed.
};

}  // namespace pennydrop::app
