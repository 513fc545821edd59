// SPDX-License-Identifier: Apache-2.0
#include "journal/decision_store.h"

#include "base/utf8.h"
#include "journal/rows.h"
#include "journal/savepoint.h"

namespace pennydrop {
namespace {

Status check(const DecisionContent& content) {
    if (is_blank(content.what)) {
        return fail(ErrorCode::kInvalid, "empty decision");
    }
    if (!content.until.ok()) {
        return fail(ErrorCode::kInvalid, "no such day");
    }
    if (auto valid = check_text(content.what, kMaxNoteBytes); !valid) {
        return valid;
    }
    return check_text(content.how_we_know, kMaxNoteBytes);
}

Result<Decision> insert_decision(Connection& database, EntryId entry, const DecisionContent& content,
                                 const LocalTime& now, std::optional<DecisionId> follows) {
    auto insert = database.prepare(
        "INSERT INTO decision (entry_id, made_at, made_offset, until_day, follows, end_text, how_we_know, what)"
        " VALUES (?1, ?2, ?3, ?4, ?5, '', ?6, ?7)");
    if (!insert) {
        return pass_on(insert);
    }
    insert->bind(1, entry.value);
    bind_time(*insert, 2, now);
    insert->bind(4, day_number(content.until));
    insert->bind(5, follows ? std::optional{follows->value} : std::nullopt);
    insert->bind(6, std::string_view{content.how_we_know}).bind(7, std::string_view{content.what});
    if (auto inserted = insert->run(); !inserted) {
        return pass_on(inserted);
    }
    return Decision{.id = DecisionId{database.last_insert_rowid()},
                    .entry = entry,
                    .content = content,
                    .made = now,
                    .follows = follows};
}

Decision decision_from_row(const Statement& row) {
    enum Column { kId, kEntry, kMade, kUntil = 4, kFollows, kOutcome, kEnd, kEndText = 9, kHow, kWhat };
    Decision decision{.id = DecisionId{row.integer(kId)},
                      .entry = EntryId{row.integer(kEntry)},
                      .content = {.what = std::string{row.text(kWhat)},
                                  .until = day_of_number(row.integer(kUntil)),
                                  .how_we_know = std::string{row.text(kHow)}},
                      .made = time_from_row(row, kMade)};
    if (const auto outcome = stored<DecisionOutcome>(row, kOutcome)) {
        decision.end =
            DecisionEnd{.outcome = *outcome, .at = time_from_row(row, kEnd), .text = std::string{row.text(kEndText)}};
    }
    if (!row.is_null(kFollows)) {
        decision.follows = DecisionId{row.integer(kFollows)};
    }
    return decision;
}

Result<std::vector<Decision>> read_decisions(Statement& select) {
    std::vector<Decision> found;
    for (;;) {
        auto row = select.step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return found;
        }
        found.push_back(decision_from_row(select));
    }
}

}  // namespace

Result<Decision> DecisionStore::add(EntryId entry, const DecisionContent& content, LocalTime now) {
    if (auto valid = check(content); !valid) {
        return pass_on(valid);
    }
    if (auto there = require_entry(*database_, entry); !there) {
        return pass_on(there);
    }
    return insert_decision(*database_, entry, content, now, std::nullopt);
}

Result<Decision> DecisionStore::find(DecisionId id) const {
    auto select = database_->prepare(
        "SELECT d.id, d.entry_id, d.made_at, d.made_offset, d.until_day, d.follows, d.outcome, d.end_at, d.end_offset,"
        " d.end_text, d.how_we_know, d.what FROM decision AS d JOIN entry AS e ON e.id = d.entry_id"
        " WHERE d.id = ?1 AND d.removed_at IS NULL AND e.removed_at IS NULL");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, id.value);
    return only_one(read_decisions(*select));
}

Status DecisionStore::change(DecisionId id, const DecisionContent& content) {
    if (auto valid = check(content); !valid) {
        return valid;
    }
    // Another day is a new agreement: what was snoozed until then no longer counts.
    auto update = database_->prepare(
        "UPDATE decision SET snoozed_until = CASE WHEN until_day = ?2 THEN snoozed_until END,"
        " until_day = ?2, how_we_know = ?3, what = ?4"
        " WHERE id = ?1 AND outcome IS NULL AND removed_at IS NULL"
        " AND EXISTS (SELECT 1 FROM entry AS e WHERE e.id = entry_id AND e.removed_at IS NULL)");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, id.value).bind(2, day_number(content.until));
    update->bind(3, std::string_view{content.how_we_know}).bind(4, std::string_view{content.what});
    return require_change(*database_, *update);
}

Status DecisionStore::remove(DecisionId id, Timestamp now) {
    auto update = database_->prepare("UPDATE decision SET removed_at = ?1 WHERE id = ?2 AND removed_at IS NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, now.micros).bind(2, id.value);
    return require_change(*database_, *update);
}

Status DecisionStore::restore(DecisionId id) {
    auto update = database_->prepare("UPDATE decision SET removed_at = NULL WHERE id = ?1 AND removed_at IS NOT NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, id.value);
    return require_change(*database_, *update);
}

Status DecisionStore::finish(DecisionId id, const DecisionEnd& end) {
    if (auto valid = check_text(end.text, kMaxNoteBytes); !valid) {
        return valid;
    }
    auto update = database_->prepare(
        "UPDATE decision SET outcome = ?2, end_at = ?3, end_offset = ?4, end_text = ?5"
        " WHERE id = ?1 AND outcome IS NULL AND removed_at IS NULL"
        " AND EXISTS (SELECT 1 FROM entry AS e WHERE e.id = entry_id AND e.removed_at IS NULL)");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, id.value).bind(2, static_cast<std::int64_t>(end.outcome));
    bind_time(*update, 3, end.at);
    update->bind(5, std::string_view{end.text});
    return require_change(*database_, *update);
}

Result<Decision> DecisionStore::adapt(DecisionId id, const std::string& text, const DecisionContent& next,
                                      LocalTime now) {
    if (auto valid = check(next); !valid) {
        return pass_on(valid);
    }
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    auto before = find(id);
    if (!before) {
        return pass_on(before);
    }
    if (auto ended = finish(id, {.outcome = DecisionOutcome::kAdapt, .at = now, .text = text}); !ended) {
        return pass_on(ended);
    }
    auto started = insert_decision(*database_, before->entry, next, now, id);
    if (!started) {
        return pass_on(started);
    }
    if (auto committed = savepoint->commit(); !committed) {
        return pass_on(committed);
    }
    return started;
}

Status DecisionStore::reopen(DecisionId id) {
    auto update = database_->prepare(
        "UPDATE decision SET outcome = NULL, end_at = NULL, end_offset = NULL, end_text = ''"
        " WHERE id = ?1 AND outcome IS NOT NULL AND removed_at IS NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, id.value);
    return require_change(*database_, *update);
}

Result<std::vector<Decision>> DecisionStore::of(EntryId entry) const {
    auto select = database_->prepare(
        "SELECT d.id, d.entry_id, d.made_at, d.made_offset, d.until_day, d.follows, d.outcome, d.end_at, d.end_offset,"
        " d.end_text, d.how_we_know, d.what FROM decision AS d JOIN entry AS e ON e.id = d.entry_id"
        " WHERE d.entry_id = ?1 AND d.removed_at IS NULL AND e.removed_at IS NULL ORDER BY d.made_at, d.id");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    return read_decisions(*select);
}

Result<std::vector<Decision>> DecisionStore::due(CivilDate today, std::size_t limit) const {
    auto select = database_->prepare(
        "SELECT d.id, d.entry_id, d.made_at, d.made_offset, d.until_day, d.follows, d.outcome, d.end_at, d.end_offset,"
        " d.end_text, d.how_we_know, d.what FROM decision AS d JOIN entry AS e ON e.id = d.entry_id"
        " WHERE d.until_day <= ?1 AND d.outcome IS NULL AND d.removed_at IS NULL AND e.removed_at IS NULL"
        " ORDER BY d.until_day, d.id LIMIT ?2");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, day_number(today)).bind(2, static_cast<std::int64_t>(limit));
    return read_decisions(*select);
}

}  // namespace pennydrop
