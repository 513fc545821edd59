// SPDX-License-Identifier: Apache-2.0
// Drafts between the journal, where their text is UTF-8, and the editor, where it is a QString.
// Threads: the load functions run on the worker's thread, the others anywhere.
#pragma once

#include <QString>

#include <optional>

#include "journal/journal.h"
#include "private_text.h"
#include "unsaved_draft.h"
#include "unsaved_forms.h"

namespace pennydrop::app {

struct LoadedDraft {
    std::optional<Draft> draft;  ///< Without its text.
    PrivateText text;
    bool stored{false};  ///< It is the draft in the journal.
    bool has_files{false};
    bool has_tag{false};  ///< One is half typed.
};

/// The draft left by last time; nothing when there is none. What could not be saved then (`unsaved`) is saved first;
/// when that fails again, it is what is loaded, and stays where it is.
[[nodiscard]] Result<LoadedDraft> load_draft(Journal& journal, UnsavedDraft& unsaved, const UnsavedForms& forms);
/// A saved entry as a draft of changes to it, the cursor at its end. kNotFound.
[[nodiscard]] Result<LoadedDraft> load_entry(Journal& journal, EntryId id);

/// As the journal takes it: UTF-8, without zero characters.
[[nodiscard]] std::string journal_text(const QString& text);

/// A new entry without a text of its own would take one of its notes for it.
[[nodiscard]] bool has_notes(const EntryContent& content);

/// Nothing but white space.
[[nodiscard]] bool is_blank(const QString& text);

struct TextWithCursor {
    QString text;
    int cursor{0};
};

/// `text` with `heading` as a Markdown heading below the line the cursor is in, so that no sentence is torn apart; the
/// cursor stands on a line of its own under it.
[[nodiscard]] TextWithCursor with_heading(const QString& text, int cursor, const QString& heading);

}  // namespace pennydrop::app
