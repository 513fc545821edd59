// SPDX-License-Identifier: Apache-2.0
// What the person is told about saving: what happened, what is safe, what to do.
// Threads: GUI thread (translations).
#pragma once

#include <QCoreApplication>
#include <QString>

#include "base/result.h"
#include "draft_saver.h"

namespace pennydrop::app {

class SaveStateText final {
    Q_DECLARE_TR_FUNCTIONS(SaveStateText)

public:
    /// `error` counts in state kFailed only. "" while nothing was changed.
    [[nodiscard]] static QString of(DraftSaver::State state, ErrorCode error);
    /// What is too long is not the entry's own text.
    [[nodiscard]] static QString long_note();
    /// The draft and its files are still there.
    [[nodiscard]] static QString not_thrown_away();
    /// The draft of last time could not be read.
    [[nodiscard]] static QString unreadable_draft();
    /// The entry to be changed could not be read.
    [[nodiscard]] static QString unreadable_entry();
};

}  // namespace pennydrop::app
