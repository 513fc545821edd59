// SPDX-License-Identifier: Apache-2.0
#include "journal/entry_store.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/secret.h"
#include "journal/rows.h"

namespace pennydrop {
Result<Entry> EntryStore::add(const EntryContent& content, Timestamp now) {
    if (auto valid = check_content(content); !valid) {
        return pass_on(valid);
    }
    auto insert = database_->prepare(
        "INSERT INTO entry (kind, occurred_at, utc_offset, theme, level, uid, created_at, updated_at, text)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8)");
    if (!insert) {
        return pass_on(insert);
    }
    std::array<std::uint8_t, 16> uid{};
    fill_random(uid);
    bind_content(*insert, 1, content);
    insert->bind(6, std::span<const std::uint8_t>{uid});
    insert->bind(7, now.micros);
    insert->bind(8, std::string_view{content.text});
    if (auto done = insert->run(); !done) {
        return pass_on(done);
    }
    return Entry{.id = EntryId{database_->last_insert_rowid()}, .content = content, .created = now, .updated = now};
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
    return Entry{.id = id,
                 .content = std::move(*content),
                 .created = Timestamp{select->integer(5)},
                 .updated = Timestamp{select->integer(6)}};
}

Result<EntrySummary> EntryStore::summary(EntryId id) const {
    static_assert(kPreviewCharacters == 240, "the statement names the preview length");
    auto select = database_->prepare(
        "SELECT id, kind, occurred_at, utc_offset, theme, level, substr(text, 1, 240) FROM entry"
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
    return require_change(*database_, *update);
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
    // FTS5 only marks words as deleted; they stay in its index until segments are merged.
    if (erased > 0) {
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
        "SELECT id, kind, occurred_at, utc_offset, theme, level, substr(text, 1, 240) FROM entry"
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
