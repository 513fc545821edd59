// SPDX-License-Identifier: Apache-2.0
#include "journal/bin.h"

#include <limits>
#include <utility>

#include "journal/removed_parts.h"
#include "journal/rows.h"

namespace pennydrop {
namespace {

Timestamp days_later(Timestamp from, int days) {
    return Timestamp{from.micros + days * kMicrosOfDay};
}

}  // namespace

Result<int> Bin::keep_days() const {
    auto days = database_->query_integer("SELECT value FROM setting WHERE name = 'bin_days'");
    if (!days) {
        return days.error().code == ErrorCode::kNotFound ? Result<int>{kDefaultBinDays} : pass_on(days);
    }
    return *days < kLeastBinDays || *days > kMostBinDays ? kDefaultBinDays : static_cast<int>(*days);
}

Status Bin::set_keep_days(int days) {
    if (days < kLeastBinDays || days > kMostBinDays) {
        return fail(ErrorCode::kInvalid, "days in the bin");
    }
    auto replace = database_->prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('bin_days', ?1)");
    if (!replace) {
        return pass_on(replace);
    }
    replace->bind(1, std::int64_t{days});
    return replace->run();
}

Result<std::vector<BinItem>> Bin::page(std::optional<BinPosition> position, std::size_t limit) const {
    auto days = keep_days();
    if (!days) {
        return pass_on(days);
    }
    auto select = database_->prepare(
        "SELECT id, kind, occurred_at, utc_offset, theme, level, preview, state, learned, removed_at FROM entry_card"
        " WHERE removed_at IS NOT NULL AND (removed_at, id) < (?1, ?2)"
        " ORDER BY removed_at DESC, id DESC LIMIT ?3");
    if (!select) {
        return pass_on(select);
    }
    constexpr auto kLast = std::numeric_limits<std::int64_t>::max();
    select->bind(1, position ? position->removed.micros : kLast);
    select->bind(2, position ? position->id.value : kLast);
    select->bind(3, static_cast<std::int64_t>(limit));
    std::vector<BinItem> items;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return items;
        }
        auto summary = summary_from_row(*select);
        if (!summary) {
            return pass_on(summary);
        }
        constexpr int kRemovedColumn = 9;
        const Timestamp removed{select->integer(kRemovedColumn)};
        items.push_back({.entry = std::move(*summary), .removed = removed, .due = days_later(removed, *days)});
    }
}

Result<std::int64_t> Bin::count() const {
    return database_->query_integer("SELECT count(*) FROM entry WHERE removed_at IS NOT NULL");
}

Result<std::vector<BinAttachment>> Bin::attachments() const {
    auto days = keep_days();
    if (!days) {
        return pass_on(days);
    }
    auto select = database_->prepare(
        "SELECT a.id, a.entry_id, a.name, a.media_type, a.size, a.created_at, a.thumbnail IS NOT NULL, a.removed_at"
        " FROM attachment AS a JOIN entry AS e ON e.id = a.entry_id"
        " WHERE a.removed_at IS NOT NULL AND e.removed_at IS NULL ORDER BY a.removed_at DESC, a.id DESC");
    if (!select) {
        return pass_on(select);
    }
    std::vector<BinAttachment> items;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return items;
        }
        constexpr int kRemovedColumn = 7;
        const Timestamp removed{select->integer(kRemovedColumn)};
        items.push_back(
            {.attachment = attachment_from_row(*select), .removed = removed, .due = days_later(removed, *days)});
    }
}

Status Bin::restore(EntryId id) {
    return EntryStore{*database_}.restore(id);
}

Status Bin::note_erasure() {
    return database_->execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('erasing', 1)");
}

Status Bin::erase(EntryId id) {
    return erase_one("DELETE FROM entry WHERE id = ?1 AND removed_at IS NOT NULL", id.value);
}

Status Bin::erase(AttachmentId id) {
    return erase_one("DELETE FROM attachment WHERE id = ?1 AND removed_at IS NOT NULL", id.value);
}

Status Bin::erase_one(Sql statement, std::int64_t id) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) {
        return pass_on(transaction);
    }
    auto erase = database_->prepare(statement);
    if (!erase) {
        return pass_on(erase);
    }
    erase->bind(1, id);
    if (auto done = require_change(*database_, *erase); !done) {
        return done;
    }
    if (auto noted = note_erasure(); !noted) {
        return noted;
    }
    return transaction->commit();
}

Result<std::int64_t> Bin::erase_all() {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) {
        return pass_on(transaction);
    }
    if (auto done = database_->execute("DELETE FROM attachment WHERE removed_at IS NOT NULL"); !done) {
        return pass_on(done);
    }
    if (auto done = database_->execute("DELETE FROM entry WHERE removed_at IS NOT NULL"); !done) {
        return pass_on(done);
    }
    const std::int64_t erased = database_->changes();
    constexpr Timestamp kAnyTime{std::numeric_limits<std::int64_t>::max()};
    if (auto parts = erase_removed_parts(*database_, kAnyTime); !parts) {
        return pass_on(parts);
    }
    if (auto noted = note_erasure(); !noted) {
        return pass_on(noted);
    }
    if (auto committed = transaction->commit(); !committed) {
        return pass_on(committed);
    }
    return erased;
}

Result<Timestamp> Bin::due_before(Timestamp now) const {
    auto days = keep_days();
    if (!days) {
        return pass_on(days);
    }
    return days_later(now, -*days);
}

Result<bool> Bin::erase_due(Timestamp now) {
    auto before = due_before(now);
    if (!before) {
        return pass_on(before);
    }
    auto transaction = Transaction::begin(*database_);
    if (!transaction) {
        return pass_on(transaction);
    }
    // By subqueries: SQLite knows LIMIT in a DELETE only where it was built so. A step erases no more than this.
    auto attachments = database_->prepare(
        "DELETE FROM attachment WHERE id IN (SELECT id FROM attachment WHERE removed_at <= ?1 LIMIT 4)");
    auto entries = database_->prepare(
        "DELETE FROM entry WHERE id IN (SELECT id FROM entry WHERE removed_at <= ?1 ORDER BY removed_at LIMIT 20)");
    if (!attachments || !entries) {
        return attachments ? pass_on(entries) : pass_on(attachments);
    }
    std::int64_t erased = 0;
    for (Statement* statement : {&*attachments, &*entries}) {
        statement->bind(1, before->micros);
        if (auto done = statement->run(); !done) {
            return pass_on(done);
        }
        erased += database_->changes();
    }
    auto parts = erase_removed_parts(*database_, Timestamp{before->micros + 1});
    if (!parts) {
        return pass_on(parts);
    }
    if (erased + *parts == 0) {
        return false;
    }
    if (auto noted = note_erasure(); !noted) {
        return pass_on(noted);
    }
    if (auto committed = transaction->commit(); !committed) {
        return pass_on(committed);
    }
    return true;
}

Result<bool> Bin::erase_words() {
    auto before = database_->query_integer("SELECT total_changes()");
    if (!before) {
        return pass_on(before);
    }
    // FTS5 only marks words as deleted; they stay in its index until its segments have become one. Its own
    // secure-delete needs SQLite 3.42. A merge by a negative number works towards one segment, so many pages at a time.
    if (auto merged = database_->execute("INSERT INTO entry_text (entry_text, rank) VALUES ('merge', -400)"); !merged) {
        return pass_on(merged);
    }
    auto after = database_->query_integer("SELECT total_changes()");
    if (!after) {
        return pass_on(after);
    }
    // One change is the command itself.
    return *after - *before >= 2;
}

Result<bool> Bin::step(Timestamp now) {
    auto is_more_due = erase_due(now);
    if (!is_more_due || *is_more_due) {
        return is_more_due;
    }
    auto erasing = database_->query_integer("SELECT count(*) FROM setting WHERE name = 'erasing'");
    if (!erasing) {
        return pass_on(erasing);
    }
    if (*erasing == 0) {
        return false;
    }
    auto is_more = erase_words();
    if (!is_more || *is_more) {
        return is_more;
    }
    // The log holds pages as they were before.
    if (auto moved = database_->execute("PRAGMA wal_checkpoint(TRUNCATE)"); !moved) {
        return pass_on(moved);
    }
    if (auto done = database_->execute("DELETE FROM setting WHERE name = 'erasing'"); !done) {
        return pass_on(done);
    }
    return false;
}

}  // namespace pennydrop
