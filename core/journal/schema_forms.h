// SPDX-License-Identifier: Apache-2.0
// Migration 10: what is half written besides entries and follow-ups. Private to core/journal; as schema.h says, never
// changed once released. Shapes of rows: as in schema_lives.h.
// Threads: constant data.
#pragma once

#include "vault/database.h"

namespace pennydrop {

/// A row of form_draft for each field of a form that a person has typed into (form_draft_store.h); without an entry it
/// belongs to none. `subject` tells the forms of one entry apart: a decision, a tag. And what the draft will be linked
/// with once it is kept.
inline constexpr Migration kHalfWritten{10, R"sql(
CREATE TABLE form_draft (
    id       INTEGER PRIMARY KEY,
    form     TEXT NOT NULL,
    entry_id INTEGER REFERENCES entry (id) ON DELETE CASCADE,
    subject  INTEGER NOT NULL,
    field    INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX form_draft_of ON form_draft (entry_id, form, subject);

CREATE TABLE draft_link (
    id       INTEGER PRIMARY KEY,
    draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    relation TEXT NOT NULL
) STRICT;

-- What is erased leaves no words about it behind.
CREATE TRIGGER decision_forms_deleted AFTER DELETE ON decision BEGIN
    DELETE FROM form_draft WHERE entry_id = old.entry_id AND subject = old.id;
END;
CREATE TRIGGER tag_forms_deleted AFTER DELETE ON tag BEGIN
    DELETE FROM form_draft WHERE entry_id IS NULL AND form = 'tag/name' AND subject = old.id;
END;
)sql"};

}  // namespace pennydrop
