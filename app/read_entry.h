// SPDX-License-Identifier: Apache-2.0
// Which entry is being read, for what is shown below its text.
// Threads: GUI thread.
#pragma once

#include <QObject>

#include <optional>

#include "entry_reader.h"
#include "journal/entry.h"

namespace pennydrop::app {

class ReadEntry final : public QObject {
    Q_OBJECT

public:
    /// `reader` must outlive it.
    explicit ReadEntry(EntryReader& reader, QObject* parent = nullptr);

    /// Not set while none is shown.
    [[nodiscard]] EntryId id() const noexcept { return id_; }
    [[nodiscard]] std::optional<EntryKind> kind() const { return kind_from_number(reader_.kind()); }

signals:
    /// Another one will be shown, or none; id() is still the one that was. Also when the journal is about to be locked.
    void leaving();
    /// One is there to be looked at: another one, or the same with changes.
    void shown();

private:
    void look();

    EntryReader& reader_;
    EntryId id_;
};

}  // namespace pennydrop::app
