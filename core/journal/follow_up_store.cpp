// SPDX-License-Identifier: Apache-2.0
#include "journal/follow_up_store.h"

#include "base/utf8.h"
#include "journal/rows.h"
#include "journal/savepoint.h"

namespace pennydrop {
namespace {

Status check(const FollowUpContent& content) {
    if (is_blank(content.text)) {
        return fail(ErrorCode::kInvalid, "empty follow-up");
    }
    return check_text(content.text, kMaxTextBytes);
}

/// Binds kind, at, utc_offset, question, text to five parameters from the first on.
void bind_follow_up(Statement& statement, const FollowUpContent& content) {
    statement.bind(1, static_cast<std::int64_t>(content.kind));
    bind_time(statement, 2, content.at);
    statement.bind(4, number_of(content.question));
    statement.bind(5, std::string_view{content.text});
}

/// Reads kind, at, utc_offset, question, text from five columns.
FollowUpContent follow_up_content(const Statement& row, int column) {
    return {.kind = stored<FollowUpKind>(row, column).value_or(FollowUpKind::kNote),
            .text = std::string{row.text(column + 4)},
            .at = time_from_row(row, column + 1),
            .question = stored<ReviewQuestion>(row, column + 3)};
}

Result<std::vector<FollowUp>> read_follow_ups(Statement& select) {
    constexpr int kContentColumn = 4;
    std::vector<FollowUp> found;
    for (;;) {
        auto row = select.step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return found;
        }
        found.push_back({.id = FollowUpId{select.integer(0)},
                         .entry = EntryId{select.integer(1)},
                         .content = follow_up_content(select, kContentColumn),
                         .created = Timestamp{select.integer(2)},
                         .updated = Timestamp{select.integer(3)}});
    }
}

}  // namespace

Result<FollowUp> FollowUpStore::add(EntryId entry, const FollowUpContent& content, Timestamp now) {
    if (auto valid = check(content); !valid) {
        return pass_on(valid);
    }
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    if (auto there = require_entry(*database_, entry); !there) {
        return pass_on(there);
    }
    auto insert = database_->prepare(
        "INSERT INTO follow_up (kind, at, utc_offset, question, text, entry_id, created_at, updated_at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)");
    if (!insert) {
        return pass_on(insert);
    }
    bind_follow_up(*insert, content);
    insert->bind(6, entry.value).bind(7, now.micros);
    if (auto inserted = insert->run(); !inserted) {
        return pass_on(inserted);
    }
    const FollowUpId id{database_->last_insert_rowid()};
    if (auto discarded = discard_draft(entry); !discarded) {
        return pass_on(discarded);
    }
    if (auto committed = savepoint->commit(); !committed) {
        return pass_on(committed);
    }
    return FollowUp{.id = id, .entry = entry, .content = content, .created = now, .updated = now};
}

Result<FollowUp> FollowUpStore::find(FollowUpId id) const {
    auto select = database_->prepare(
        "SELECT f.id, f.entry_id, f.created_at, f.updated_at, f.kind, f.at, f.utc_offset, f.question, f.text"
        " FROM follow_up AS f JOIN entry AS e ON e.id = f.entry_id"
        " WHERE f.id = ?1 AND f.removed_at IS NULL AND e.removed_at IS NULL");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, id.value);
    return only_one(read_follow_ups(*select));
}

Status FollowUpStore::change(FollowUpId id, const FollowUpContent& content, Timestamp now) {
    if (auto valid = check(content); !valid) {
        return valid;
    }
    auto update = database_->prepare(
        "UPDATE follow_up SET kind = ?1, at = ?2, utc_offset = ?3, question = ?4, text = ?5, updated_at = ?6"
        " WHERE id = ?7 AND removed_at IS NULL"
        " AND EXISTS (SELECT 1 FROM entry AS e WHERE e.id = entry_id AND e.removed_at IS NULL)");
    if (!update) {
        return pass_on(update);
    }
    bind_follow_up(*update, content);
    update->bind(6, now.micros).bind(7, id.value);
    return require_change(*database_, *update);
}

Status FollowUpStore::remove(FollowUpId id, Timestamp now) {
    auto update = database_->prepare("UPDATE follow_up SET removed_at = ?1 WHERE id = ?2 AND removed_at IS NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, now.micros).bind(2, id.value);
    return require_change(*database_, *update);
}

Status FollowUpStore::restore(FollowUpId id) {
    auto update = database_->prepare("UPDATE follow_up SET removed_at = NULL WHERE id = ?1 AND removed_at IS NOT NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, id.value);
    return require_change(*database_, *update);
}

Result<std::vector<FollowUp>> FollowUpStore::of(EntryId entry) const {
    auto select = database_->prepare(
        "SELECT f.id, f.entry_id, f.created_at, f.updated_at, f.kind, f.at, f.utc_offset, f.question, f.text"
        " FROM follow_up AS f JOIN entry AS e ON e.id = f.entry_id"
        " WHERE f.entry_id = ?1 AND f.removed_at IS NULL AND e.removed_at IS NULL ORDER BY f.at, f.id");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    return read_follow_ups(*select);
}

Result<bool> FollowUpStore::is_learned(EntryId entry) const {
    auto select = database_->prepare("SELECT learned FROM entry_card WHERE id = ?1 AND removed_at IS NULL");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    return *row && select->integer(0) != 0;
}

Status FollowUpStore::save_draft(EntryId entry, const FollowUpContent& content, Timestamp now) {
    if (auto valid = check_text(content.text, kMaxDraftBytes); !valid) {
        return valid;
    }
    if (auto there = require_entry(*database_, entry); !there) {
        return there;
    }
    auto replace = database_->prepare(
        "INSERT OR REPLACE INTO follow_up_draft (kind, at, utc_offset, question, text, entry_id, saved_at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!replace) {
        return pass_on(replace);
    }
    bind_follow_up(*replace, content);
    replace->bind(6, entry.value).bind(7, now.micros);
    return replace->run();
}

Result<std::optional<FollowUpContent>> FollowUpStore::load_draft(EntryId entry) const {
    auto select =
        database_->prepare("SELECT kind, at, utc_offset, question, text FROM follow_up_draft WHERE entry_id = ?1");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    return *row ? std::optional{follow_up_content(*select, 0)} : std::nullopt;
}

Status FollowUpStore::discard_draft(EntryId entry) {
    auto erase = database_->prepare("DELETE FROM follow_up_draft WHERE entry_id = ?1");
    if (!erase) {
        return pass_on(erase);
    }
    erase->bind(1, entry.value);
    return erase->run();
}

}  // namespace pennydrop
