// SPDX-License-Identifier: Apache-2.0
#include "journal/link_store.h"

#include "journal/rows.h"
#include "journal/savepoint.h"

namespace pennydrop {
namespace {

Result<bool> exists(Connection& database, const Link& link) {
    auto select = database.prepare("SELECT 1 FROM link WHERE from_id = ?1 AND to_id = ?2 AND kind = ?3");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, link.from.value).bind(2, link.to.value).bind(3, static_cast<std::int64_t>(link.kind));
    return select->step();
}

}  // namespace

Status LinkStore::add(const Link& link, LocalTime now) {
    if (link.from == link.to) {
        return fail(ErrorCode::kInvalid, "link to itself");
    }
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    for (const EntryId end : {link.from, link.to}) {
        if (auto there = require_entry(*database_, end); !there) {
            return there;
        }
    }
    auto reverse = exists(*database_, {.from = link.to, .to = link.from, .kind = link.kind});
    if (!reverse) {
        return pass_on(reverse);
    }
    if (*reverse) {
        return fail(ErrorCode::kAlreadyExists, "link the other way round");
    }
    auto insert = database_->prepare(
        "INSERT OR IGNORE INTO link (from_id, to_id, kind, created_at, utc_offset) VALUES (?1, ?2, ?3, ?4, ?5)");
    if (!insert) {
        return pass_on(insert);
    }
    insert->bind(1, link.from.value).bind(2, link.to.value).bind(3, static_cast<std::int64_t>(link.kind));
    bind_time(*insert, 4, now);
    if (auto inserted = insert->run(); !inserted) {
        return inserted;
    }
    return savepoint->commit();
}

Status LinkStore::remove(const Link& link) {
    auto erase = database_->prepare("DELETE FROM link WHERE from_id = ?1 AND to_id = ?2 AND kind = ?3");
    if (!erase) {
        return pass_on(erase);
    }
    erase->bind(1, link.from.value).bind(2, link.to.value).bind(3, static_cast<std::int64_t>(link.kind));
    return require_change(*database_, *erase);
}

Result<std::vector<LinkedEntry>> LinkStore::of(EntryId entry) const {
    auto select = database_->prepare(
        "SELECT c.id, c.kind, c.occurred_at, c.utc_offset, c.theme, c.level, c.preview, c.state, c.learned,"
        " l.from_id, l.to_id, l.kind"
        " FROM (SELECT to_id AS other, 0 AS incoming, id, from_id, to_id, kind FROM link WHERE from_id = ?1"
        " UNION ALL SELECT from_id, 1, id, from_id, to_id, kind FROM link WHERE to_id = ?1) AS l"
        " JOIN entry_card AS c ON c.id = l.other"
        " WHERE c.removed_at IS NULL AND EXISTS (SELECT 1 FROM entry WHERE id = ?1 AND removed_at IS NULL)"
        " ORDER BY l.incoming, l.id");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    constexpr int kLinkColumn = 9;
    std::vector<LinkedEntry> links;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return links;
        }
        auto other = summary_from_row(*select);
        const auto kind = stored<LinkKind>(*select, kLinkColumn + 2);
        if (!other || !kind) {
            return other ? fail(ErrorCode::kDamaged, "link kind") : pass_on(other);
        }
        links.push_back({.link = {.from = EntryId{select->integer(kLinkColumn)},
                                  .to = EntryId{select->integer(kLinkColumn + 1)},
                                  .kind = *kind},
                         .other = std::move(*other)});
    }
}

}  // namespace pennydrop
