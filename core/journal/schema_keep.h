// SPDX-License-Identifier: Apache-2.0
// Migrations 8 and 9: what a person keeps beside the words. Private to core/journal; as schema.h says, never changed
// once released. Shapes of rows: as in schema_lives.h.
// Threads: constant data.
#pragma once

#include "vault/database.h"

namespace pennydrop {

/// Attachments, in pieces of 64 KiB. One without an entry belongs to the draft.
inline constexpr Migration kAttachments{8, R"sql(
CREATE TABLE attachment (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    entry_id   INTEGER REFERENCES entry (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    removed_at INTEGER,
    size       INTEGER NOT NULL CHECK (size >= 0),
    media_type TEXT NOT NULL,
    thumbnail  BLOB,
    name       TEXT NOT NULL
) STRICT;

CREATE INDEX attachment_of_entry ON attachment (entry_id, id);
CREATE INDEX attachment_removed ON attachment (removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE attachment_chunk (
    id            INTEGER PRIMARY KEY,
    attachment_id INTEGER NOT NULL REFERENCES attachment (id) ON DELETE CASCADE,
    number        INTEGER NOT NULL,
    bytes         BLOB NOT NULL,
    UNIQUE (attachment_id, number)
) STRICT;
)sql"};

/// A person's own sets of questions. `kinds` has a bit for each kind, at the place of its number. The name of a set is
/// its question 0.
inline constexpr Migration kPromptSets{9, R"sql(
CREATE TABLE prompt_set (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    code     TEXT NOT NULL UNIQUE,
    kinds    INTEGER NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE prompt_text (
    id       INTEGER PRIMARY KEY,
    set_id   INTEGER NOT NULL REFERENCES prompt_set (id) ON DELETE CASCADE,
    question INTEGER NOT NULL,
    code     TEXT NOT NULL,
    language TEXT NOT NULL,
    text     TEXT NOT NULL,
    UNIQUE (set_id, question, language)
) STRICT;
)sql"};

}  // namespace pennydrop
