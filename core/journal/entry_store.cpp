// SPDX-License-Identifier: Apache-2.0
#include "journal/entry_store.h"

#include <algorithm>
#include <limits>

#include "base/secret.h"
#include "journal/entry_details.h"
#include "journal/removed_parts.h"
#include "journal/rows.h"
#include "journal/savepoint.h"

namespace pennydrop {
namespace {

/// A first state that was dated when the entry happened stays so when that changes, unless a later one was before.
Status move_first_state(Connection& database, EntryId entry, Timestamp before, const LocalTime& occurred) {
    auto update = database.prepare(
        "UPDATE barrier_state SET at = ?3, utc_offset = ?4"
        " WHERE id = (SELECT id FROM barrier_state WHERE entry_id = ?1 ORDER BY at, id LIMIT 1) AND at = ?2"
        " AND NOT EXISTS (SELECT 1 FROM barrier_state AS b WHERE b.entry_id = ?1 AND b.id > barrier_state.id"
        " AND b.at < ?3)");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, entry.value).bind(2, before.micros);
    bind_time(*update, 3, occurred);
    return update->run();
}

}  // namespace

EntryUid EntryStore::new_uid() {
    EntryUid uid{};
    fill_random(uid);
    return uid;
}

Result<Entry> EntryStore::add(const EntryContent& content, Timestamp now, const EntryUid& uid) {
    if (auto valid = check_content(content); !valid) {
        return pass_on(valid);
    }
    auto insert = database_->prepare(
        "INSERT INTO entry (kind, occurred_at, utc_offset, theme, level, uid, created_at, updated_at, text)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8)");
    if (!insert) {
        return pass_on(insert);
    }
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    bind_content(*insert, 1, content);
    insert->bind(6, std::span<const std::uint8_t>{uid});
    insert->bind(7, now.micros);
    insert->bind(8, std::string_view{content.text});
    if (auto done = insert->run(); !done) {
        return pass_on(done);
    }
    Entry entry{.id = EntryId{database_->last_insert_rowid()}, .content = content, .created = now, .updated = now};
    if (has_details(content)) {
        if (auto saved = save_details(*database_, entry.id, content, content.occurred); !saved) {
            return pass_on(saved);
        }
        if (auto loaded = load_details(*database_, entry.id, entry.content); !loaded) {
            return pass_on(loaded);
        }
    }
    if (auto committed = savepoint->commit(); !committed) {
        return pass_on(committed);
    }
    return entry;
}

Result<Entry> EntryStore::find(EntryId id) const {
    auto select = database_->prepare(
        "SELECT kind, occurred_at, utc_offset, theme, level, created_at, updated_at, text FROM entry"
        " WHERE id = ?1 AND removed_at IS NULL");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, id.value);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row) {
        return fail(ErrorCode::kNotFound);
    }
    auto content = content_from_row(*select, 0);
    if (!content) {
        return pass_on(content);
    }
    content->text = select->text(7);
    if (auto loaded = load_details(*database_, id, *content); !loaded) {
        return pass_on(loaded);
    }
    return Entry{.id = id,
                 .content = std::move(*content),
                 .created = Timestamp{select->integer(5)},
                 .updated = Timestamp{select->integer(6)}};
}

Result<EntrySummary> EntryStore::summary(EntryId id) const {
    static_assert(kPreviewCharacters == 240, "the view entry_card names the preview length");
    auto select = database_->prepare(
        "SELECT id, kind, occurred_at, utc_offset, theme, level, preview, state, learned FROM entry_card"
        " WHERE id = ?1 AND removed_at IS NULL");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, id.value);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row) {
        return fail(ErrorCode::kNotFound);
    }
    return summary_from_row(*select);
}

Status EntryStore::change(EntryId id, const EntryContent& content, Timestamp now) {
    if (auto valid = check_content(content); !valid) {
        return valid;
    }
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    auto before = database_->prepare("SELECT occurred_at FROM entry WHERE id = ?1 AND removed_at IS NULL");
    if (!before) {
        return pass_on(before);
    }
    before->bind(1, id.value);
    auto row = before->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row) {
        return fail(ErrorCode::kNotFound);
    }
    const Timestamp occurred_before{before->integer(0)};
    before->reset();
    auto update = database_->prepare(
        "UPDATE entry SET kind = ?1, occurred_at = ?2, utc_offset = ?3, theme = ?4, level = ?5, updated_at = ?6, text "
        "= ?7"
        " WHERE id = ?8 AND removed_at IS NULL");
    if (!update) {
        return pass_on(update);
    }
    bind_content(*update, 1, content);
    update->bind(6, now.micros);
    update->bind(7, std::string_view{content.text});
    update->bind(8, id.value);
    if (auto changed = require_change(*database_, *update); !changed) {
        return changed;
    }
    if (auto moved = move_first_state(*database_, id, occurred_before, content.occurred); !moved) {
        return moved;
    }
    if (auto saved = save_details(*database_, id, content, {now, content.occurred.offset}); !saved) {
        return saved;
    }
    return savepoint->commit();
}

Status EntryStore::remove(EntryId id, Timestamp now) {
    auto update = database_->prepare("UPDATE entry SET removed_at = ?1 WHERE id = ?2 AND removed_at IS NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, now.micros);
    update->bind(2, id.value);
    return require_change(*database_, *update);
}

Status EntryStore::restore(EntryId id) {
    auto update = database_->prepare("UPDATE entry SET removed_at = NULL WHERE id = ?1 AND removed_at IS NOT NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, id.value);
    return require_change(*database_, *update);
}

Result<std::int64_t> EntryStore::purge_removed(Timestamp before) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) {
        return pass_on(transaction);
    }
    auto erase = database_->prepare("DELETE FROM entry WHERE removed_at IS NOT NULL AND removed_at < ?1");
    if (!erase) {
        return pass_on(erase);
    }
    erase->bind(1, before.micros);
    if (auto done = erase->run(); !done) {
        return pass_on(done);
    }
    const std::int64_t erased = database_->changes();
    auto erased_parts = erase_removed_parts(*database_, before);
    if (!erased_parts) {
        return pass_on(erased_parts);
    }
    // FTS5 only marks words as deleted; they stay in its index until segments are merged.
    if (erased + *erased_parts > 0) {
        if (auto merged = database_->execute("INSERT INTO entry_text (entry_text) VALUES ('optimize')"); !merged) {
            return pass_on(merged);
        }
    }
    if (auto committed = transaction->commit(); !committed) {
        return pass_on(committed);
    }
    return erased;
}

Result<std::vector<EntrySummary>> EntryStore::page(std::optional<TimelinePosition> position, std::size_t limit) const {
    // A row value comparison lets SQLite walk the timeline's index from the position on.
    auto select = database_->prepare(
        "SELECT id, kind, occurred_at, utc_offset, theme, level, preview, state, learned FROM entry_card"
        " WHERE removed_at IS NULL AND (occurred_at, id) < (?1, ?2)"
        " ORDER BY occurred_at DESC, id DESC LIMIT ?3");
    if (!select) {
        return pass_on(select);
    }
    constexpr auto kNewest = std::numeric_limits<std::int64_t>::max();
    select->bind(1, position ? position->at.micros : kNewest);
    select->bind(2, position ? position->id.value : kNewest);
    select->bind(3, static_cast<std::int64_t>(limit));
    constexpr std::size_t kReservedAtOnce = 256;
    std::vector<EntrySummary> entries;
    entries.reserve(std::min(limit, kReservedAtOnce));
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return entries;
        }
        auto summary = summary_from_row(*select);
        if (!summary) {
            return pass_on(summary);
        }
        entries.push_back(std::move(*summary));
    }
}

Result<std::int64_t> EntryStore::count() const {
    return database_->query_integer("SELECT count(*) FROM entry WHERE removed_at IS NULL");
}

}  // namespace pennydrop
