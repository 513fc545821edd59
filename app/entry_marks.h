// SPDX-License-Identifier: Apache-2.0
// How far an entry has come, as lists and the entry's page mark it: a setback is open or learned from, a barrier is
// stuck, moving or cleared. By name for QML: `EntryMarks.Learned`.
// Threads: constant data.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include <optional>

#include "journal/entry_store.h"

namespace pennydrop::app {

namespace EntryMarks {  // NOLINT(readability-identifier-naming): as QML writes it
Q_NAMESPACE
QML_NAMED_ELEMENT(EntryMarks)

enum Mark { None = 0, Open = 1, Learned = 2, Stuck = 3, Moving = 4, Cleared = 5 };
Q_ENUM_NS(Mark)
}  // namespace EntryMarks

[[nodiscard]] inline EntryMarks::Mark mark_of(EntryKind kind, std::optional<BarrierState> state, bool is_learned) {
    if (kind == EntryKind::kSetback) {
        return is_learned ? EntryMarks::Learned : EntryMarks::Open;
    }
    if (kind != EntryKind::kBarrier || !state) {
        return EntryMarks::None;
    }
    switch (*state) {
        case BarrierState::kStuck:
            return EntryMarks::Stuck;
        case BarrierState::kMoving:
            return EntryMarks::Moving;
        case BarrierState::kCleared:
            return EntryMarks::Cleared;
    }
    return EntryMarks::None;  // of a later version
}

[[nodiscard]] inline EntryMarks::Mark mark_of(const EntrySummary& entry) {
    return mark_of(entry.kind, entry.state, entry.is_learned);
}

}  // namespace pennydrop::app
