// SPDX-License-Identifier: Apache-2.0
#include "read_entry.h"

namespace pennydrop::app {

ReadEntry::ReadEntry(EntryReader& reader, QObject* parent) : QObject(parent), reader_(reader) {
    connect(&reader, &EntryReader::entryChanged, this, &ReadEntry::look);
}

void ReadEntry::look() {
    // While only a message is shown there is no kind.
    const EntryId now = reader_.kind() > 0 ? EntryId{reader_.entryId()} : EntryId{};
    if (now != id_) {
        if (id_.is_set()) {
            emit leaving();
        }
        id_ = now;
    }
    if (id_.is_set()) {
        emit shown();
    }
}

}  // namespace pennydrop::app
