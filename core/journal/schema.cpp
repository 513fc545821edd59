// SPDX-License-Identifier: Apache-2.0
#include "journal/schema.h"

#include <array>

#include "journal/schema_forms.h"
#include "journal/schema_keep.h"
#include "journal/schema_lives.h"

namespace pennydrop {
namespace {

constexpr std::array kMigrations{
    // 1: entries, their full-text index, and the one draft.
    // Times are microseconds since 1970 in UTC; offsets minutes east of UTC; kinds and levels the numbers of
    // taxonomy.h.
    Migration{1, R"sql(
CREATE TABLE entry (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind        INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    utc_offset  INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
    theme       TEXT,
    level       INTEGER,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    removed_at  INTEGER,
    text        TEXT NOT NULL
) STRICT;

CREATE INDEX entry_timeline ON entry (occurred_at DESC, id DESC) WHERE removed_at IS NULL;
CREATE INDEX entry_removed ON entry (removed_at) WHERE removed_at IS NOT NULL;

CREATE VIRTUAL TABLE entry_text USING fts5 (
    text,
    content = 'entry',
    content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '2 3'
);

CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
    INSERT INTO entry_text (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER entry_deleted AFTER DELETE ON entry BEGIN
    INSERT INTO entry_text (entry_text, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER entry_text_changed AFTER UPDATE OF text ON entry WHEN old.text IS NOT new.text BEGIN
    INSERT INTO entry_text (entry_text, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO entry_text (rowid, text) VALUES (new.id, new.text);
END;

CREATE TABLE draft (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    entry_id    INTEGER,
    kind        INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    utc_offset  INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
    theme       TEXT,
    level       INTEGER,
    cursor      INTEGER NOT NULL,
    saved_at    INTEGER NOT NULL,
    text        TEXT NOT NULL
) STRICT;
)sql"},
    // 2: what the journal remembers about itself. Nobody writes before the recovery code is confirmed, so where
    // something was written it is.
    Migration{2, R"sql(
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;

INSERT INTO setting (name, value)
SELECT 'recovery_confirmed', 1 WHERE EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM draft);
)sql"},
    // 3: which records of the drop box have been merged, for good: an old copy of a drop box brings nothing twice.
    Migration{3, R"sql(
CREATE TABLE merged_drop (
    id BLOB PRIMARY KEY CHECK (length(id) = 16)
) STRICT, WITHOUT ROWID;
)sql"},
    // 4: a fast search. Leaves of the full-text index that fit a page of the vault: FTS5's default of 4,050 bytes is
    // made for pages of 4,096; ours hold 64 less, and each leaf spilled into an overflow page, twice the pages for
    // every search and every save. What is there already is rewritten as segments merge. And an index of all that a
    // search has to know of each match before it chooses a page of them: without it a common word reads, and unseals,
    // the text of the whole journal.
    Migration{4, R"sql(
INSERT INTO entry_text (entry_text, rank) VALUES ('pgsz', 3986);
CREATE INDEX entry_brief ON entry (id, occurred_at, kind, theme, removed_at) WHERE removed_at IS NULL;
)sql"},
    kMoreOfAnEntry,
    kLinksAndReview,
    kAllWords,
    kAttachments,
    kPromptSets,
    kHalfWritten,
};

}  // namespace

std::span<const Migration> journal_migrations() noexcept {
    return kMigrations;
}

}  // namespace pennydrop
