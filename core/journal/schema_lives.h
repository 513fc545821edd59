// SPDX-License-Identifier: Apache-2.0
// Migrations 5 to 7: what comes after an entry. Private to core/journal; as schema.h says, never changed once released.
// Threads: constant data.
#pragma once

#include "vault/database.h"

namespace pennydrop {

/// More of an entry, in tables of their own, so that an entry's text stays the last of its row; and what comes
/// after it. Numbers are those of taxonomy.h. No two tables have rows of the same shape, and none of them is WITHOUT
/// ROWID: that is how a repair tells them apart where the schema is lost (journal_repair.cpp).
inline constexpr Migration kMoreOfAnEntry{5, R"sql(
CREATE TABLE entry_detail (
    entry_id INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    needs    INTEGER NOT NULL,
    problem  INTEGER,
    power    INTEGER,
    state    INTEGER,
    ask_role TEXT NOT NULL,
    ask      TEXT NOT NULL,
    meaning  TEXT NOT NULL
) STRICT;

CREATE TABLE draft_detail (
    id       INTEGER PRIMARY KEY REFERENCES draft (id) ON DELETE CASCADE,
    needs    INTEGER NOT NULL,
    problem  INTEGER,
    power    INTEGER,
    state    INTEGER,
    ask_role TEXT NOT NULL,
    ask      TEXT NOT NULL,
    tags     TEXT NOT NULL,
    meaning  TEXT NOT NULL
) STRICT;

-- Every change of entry_detail.state; 0 where no state is said any more.
CREATE TABLE barrier_state (
    id         INTEGER PRIMARY KEY,
    entry_id   INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    state      INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080)
) STRICT;
CREATE INDEX barrier_state_history ON barrier_state (entry_id, at);

CREATE TABLE follow_up (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id   INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    kind       INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    removed_at INTEGER,
    question   INTEGER,
    text       TEXT NOT NULL
) STRICT;
CREATE INDEX follow_up_of ON follow_up (entry_id, at);
CREATE INDEX follow_up_taught ON follow_up (entry_id, removed_at) WHERE kind = 2 AND removed_at IS NULL;
CREATE INDEX follow_up_removed ON follow_up (removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE follow_up_draft (
    entry_id   INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    kind       INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
    question   INTEGER,
    saved_at   INTEGER NOT NULL,
    text       TEXT NOT NULL
) STRICT;

-- `folded` is fold_name(name).
CREATE TABLE tag (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at INTEGER NOT NULL,
    folded     TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL
) STRICT;

-- The order of an entry's tags is that of `id`.
CREATE TABLE entry_tag (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    tag_id   INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    UNIQUE (entry_id, tag_id)
) STRICT;
CREATE INDEX entry_tag_entries ON entry_tag (tag_id, entry_id);

-- What a list shows of an entry.
CREATE VIEW entry_card AS
SELECT e.id, e.kind, e.occurred_at, e.utc_offset, e.theme, e.level, substr(e.text, 1, 240) AS preview,
    (SELECT d.state FROM entry_detail AS d WHERE d.entry_id = e.id) AS state,
    EXISTS (SELECT 1 FROM follow_up AS f WHERE f.entry_id = e.id AND f.kind = 2 AND f.removed_at IS NULL) AS learned,
    e.removed_at
FROM entry AS e;
)sql"};

/// Links, for-now decisions, and what was said in a review. Days are counted since 1970-01-01.
inline constexpr Migration kLinksAndReview{6, R"sql(
CREATE TABLE link (
    id         INTEGER PRIMARY KEY,
    from_id    INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    to_id      INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    kind       INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
    UNIQUE (from_id, to_id, kind),
    CHECK (from_id <> to_id)
) STRICT;
CREATE INDEX link_to ON link (to_id);

CREATE TABLE decision (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id      INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    made_at       INTEGER NOT NULL,
    made_offset   INTEGER NOT NULL CHECK (made_offset BETWEEN -1080 AND 1080),
    until_day     INTEGER NOT NULL,
    follows       INTEGER,
    snoozed_until INTEGER,
    removed_at    INTEGER,
    outcome       INTEGER,
    end_at        INTEGER,
    end_offset    INTEGER CHECK (end_offset BETWEEN -1080 AND 1080),
    end_text      TEXT NOT NULL,
    how_we_know   TEXT NOT NULL,
    what          TEXT NOT NULL
) STRICT;
CREATE INDEX decision_of ON decision (entry_id);
CREATE INDEX decision_due ON decision (until_day) WHERE outcome IS NULL AND removed_at IS NULL;
CREATE INDEX decision_removed ON decision (removed_at) WHERE removed_at IS NOT NULL;

-- The day a person last looked at an entry in the review; and until when, and with which question, it waits.
CREATE TABLE review_mark (
    entry_id      INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    looked_on     INTEGER,
    snoozed_until INTEGER,
    question      INTEGER
) STRICT;
CREATE INDEX review_snoozed ON review_mark (snoozed_until) WHERE snoozed_until IS NOT NULL;
)sql"};

/// All words of an entry in one index: of its text, and (in `more`) of what belongs to it, so that each entry is
/// found once and all words count together. entry_more holds what is indexed as `more`; it is WITHOUT ROWID, because
/// a repair makes it anew. Inserting into entry_refresh is how a trigger calls for that. And indexes that know all
/// filters, of which the first also serves the timeline and the month.
inline constexpr Migration kAllWords{7, R"sql(
DROP TRIGGER entry_added;
DROP TRIGGER entry_deleted;
DROP TRIGGER entry_text_changed;
DROP TABLE entry_text;

CREATE TABLE entry_more (
    entry_id INTEGER PRIMARY KEY,
    text     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW entry_words AS
SELECT e.id, e.text, m.text AS more FROM entry AS e LEFT JOIN entry_more AS m ON m.entry_id = e.id;

CREATE VIRTUAL TABLE entry_text USING fts5 (
    text,
    more,
    content = 'entry_words',
    content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '2 3'
);
INSERT INTO entry_text (entry_text, rank) VALUES ('pgsz', 3986);
INSERT INTO entry_text (entry_text) VALUES ('rebuild');

CREATE VIEW entry_refresh AS SELECT 0 AS id;
CREATE TRIGGER entry_refreshed INSTEAD OF INSERT ON entry_refresh BEGIN
    INSERT INTO entry_text (entry_text, rowid, text, more)
    SELECT 'delete', id, text, more FROM entry_words WHERE id = new.id;
    DELETE FROM entry_more WHERE entry_id = new.id;
    INSERT INTO entry_more (entry_id, text)
    SELECT new.id, group_concat(words, char(10)) FROM (
        SELECT text AS words FROM follow_up WHERE entry_id = new.id AND removed_at IS NULL
        UNION ALL
        SELECT what || char(10) || how_we_know || char(10) || end_text FROM decision
        WHERE entry_id = new.id AND removed_at IS NULL
        UNION ALL
        SELECT meaning || char(10) || ask || char(10) || ask_role FROM entry_detail WHERE entry_id = new.id
        UNION ALL
        SELECT t.name FROM entry_tag AS et JOIN tag AS t ON t.id = et.tag_id WHERE et.entry_id = new.id
    )
    HAVING count(*) > 0 AND EXISTS (SELECT 1 FROM entry WHERE id = new.id);
    INSERT INTO entry_text (rowid, text, more) SELECT id, text, more FROM entry_words WHERE id = new.id;
END;

-- A repair may save what belongs to an entry before the entry.
CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
    INSERT INTO entry_text (rowid, text, more) VALUES (new.id, new.text, NULL);
    INSERT INTO entry_refresh (id) SELECT new.id
    WHERE EXISTS (SELECT 1 FROM follow_up WHERE entry_id = new.id)
        OR EXISTS (SELECT 1 FROM entry_detail WHERE entry_id = new.id)
        OR EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = new.id)
        OR EXISTS (SELECT 1 FROM decision WHERE entry_id = new.id);
END;
-- Before, because what belongs to the entry goes with it.
CREATE TRIGGER entry_deleted BEFORE DELETE ON entry BEGIN
    INSERT INTO entry_text (entry_text, rowid, text, more)
    SELECT 'delete', id, text, more FROM entry_words WHERE id = old.id;
    DELETE FROM entry_more WHERE entry_id = old.id;
END;
CREATE TRIGGER entry_text_changed AFTER UPDATE OF text ON entry WHEN old.text IS NOT new.text BEGIN
    INSERT INTO entry_text (entry_text, rowid, text, more)
    VALUES ('delete', old.id, old.text, (SELECT text FROM entry_more WHERE entry_id = old.id));
    INSERT INTO entry_text (rowid, text, more)
    VALUES (new.id, new.text, (SELECT text FROM entry_more WHERE entry_id = new.id));
END;

CREATE TRIGGER follow_up_added AFTER INSERT ON follow_up BEGIN
    INSERT INTO entry_refresh (id) VALUES (new.entry_id);
END;
CREATE TRIGGER follow_up_changed AFTER UPDATE OF text, removed_at ON follow_up BEGIN
    INSERT INTO entry_refresh (id) VALUES (new.entry_id);
END;
CREATE TRIGGER follow_up_deleted AFTER DELETE ON follow_up BEGIN
    INSERT INTO entry_refresh (id) VALUES (old.entry_id);
END;
CREATE TRIGGER decision_added AFTER INSERT ON decision BEGIN
    INSERT INTO entry_refresh (id) VALUES (new.entry_id);
END;
CREATE TRIGGER decision_changed AFTER UPDATE OF what, how_we_know, end_text, removed_at ON decision BEGIN
    INSERT INTO entry_refresh (id) VALUES (new.entry_id);
END;
CREATE TRIGGER decision_deleted AFTER DELETE ON decision BEGIN
    INSERT INTO entry_refresh (id) VALUES (old.entry_id);
END;
CREATE TRIGGER entry_detail_added AFTER INSERT ON entry_detail
WHEN new.meaning <> '' OR new.ask <> '' OR new.ask_role <> '' BEGIN
    INSERT INTO entry_refresh (id) VALUES (new.entry_id);
END;
CREATE TRIGGER entry_detail_changed AFTER UPDATE OF meaning, ask, ask_role ON entry_detail
WHEN old.meaning IS NOT new.meaning OR old.ask IS NOT new.ask OR old.ask_role IS NOT new.ask_role BEGIN
    INSERT INTO entry_refresh (id) VALUES (new.entry_id);
END;
CREATE TRIGGER entry_detail_deleted AFTER DELETE ON entry_detail
WHEN old.meaning <> '' OR old.ask <> '' OR old.ask_role <> '' BEGIN
    INSERT INTO entry_refresh (id) VALUES (old.entry_id);
END;
CREATE TRIGGER entry_tag_added AFTER INSERT ON entry_tag BEGIN
    INSERT INTO entry_refresh (id) VALUES (new.entry_id);
END;
CREATE TRIGGER entry_tag_changed AFTER UPDATE OF tag_id ON entry_tag BEGIN
    INSERT INTO entry_refresh (id) VALUES (new.entry_id);
END;
CREATE TRIGGER entry_tag_deleted AFTER DELETE ON entry_tag BEGIN
    INSERT INTO entry_refresh (id) VALUES (old.entry_id);
END;
-- A repair may save a tag after what carries it.
CREATE TRIGGER tag_added AFTER INSERT ON tag BEGIN
    INSERT INTO entry_refresh (id) SELECT entry_id FROM entry_tag WHERE tag_id = new.id;
END;
CREATE TRIGGER tag_renamed AFTER UPDATE OF name ON tag WHEN old.name IS NOT new.name BEGIN
    INSERT INTO entry_refresh (id) SELECT entry_id FROM entry_tag WHERE tag_id = new.id;
END;

DROP INDEX entry_timeline;
DROP INDEX entry_brief;
CREATE INDEX entry_timeline
ON entry (occurred_at DESC, id DESC, kind, theme, level, utc_offset, removed_at) WHERE removed_at IS NULL;
CREATE INDEX entry_brief
ON entry (id, occurred_at, kind, theme, level, utc_offset, removed_at) WHERE removed_at IS NULL;
)sql"};

}  // namespace pennydrop
