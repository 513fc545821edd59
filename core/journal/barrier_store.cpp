// SPDX-License-Identifier: Apache-2.0
#include "journal/barrier_store.h"

#include "journal/entry_details.h"
#include "journal/rows.h"
#include "journal/savepoint.h"

namespace pennydrop {
namespace {

Status write_state(Connection& database, EntryId entry, std::optional<BarrierState> state) {
    auto save = database.prepare(
        "INSERT INTO entry_detail (entry_id, needs, state, ask_role, ask, meaning) VALUES (?1, 0, ?2, '', '', '')"
        " ON CONFLICT (entry_id) DO UPDATE SET state = ?2");
    if (!save) {
        return pass_on(save);
    }
    save->bind(1, entry.value).bind(2, number_of(state));
    return save->run();
}

Status touch(Connection& database, EntryId entry, Timestamp now) {
    auto update = database.prepare("UPDATE entry SET updated_at = ?1 WHERE id = ?2 AND removed_at IS NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, now.micros).bind(2, entry.value);
    return require_change(database, *update);
}

}  // namespace

Status BarrierStore::set_state(EntryId entry, std::optional<BarrierState> state, LocalTime now) {
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    if (auto there = require_entry(*database_, entry); !there) {
        return there;
    }
    EntryContent content;
    if (auto loaded = load_details(*database_, entry, content); !loaded) {
        return loaded;
    }
    if (content.barrier.state == state) {
        return {};
    }
    if (auto written = write_state(*database_, entry, state); !written) {
        return written;
    }
    if (auto added = add_state_change(*database_, entry, state, now); !added) {
        return added;
    }
    if (auto touched = touch(*database_, entry, now.at); !touched) {
        return touched;
    }
    return savepoint->commit();
}

Status BarrierStore::take_back(EntryId entry, Timestamp now) {
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    if (auto touched = touch(*database_, entry, now); !touched) {
        return touched;
    }
    auto erase = database_->prepare(
        "DELETE FROM barrier_state WHERE id = (SELECT id FROM barrier_state WHERE entry_id = ?1"
        " ORDER BY at DESC, id DESC LIMIT 1)");
    if (!erase) {
        return pass_on(erase);
    }
    erase->bind(1, entry.value);
    if (auto erased = require_change(*database_, *erase); !erased) {
        return erased;
    }
    auto changes = history(entry);
    if (!changes) {
        return pass_on(changes);
    }
    const auto state = changes->empty() ? std::nullopt : changes->back().state;
    if (auto written = write_state(*database_, entry, state); !written) {
        return written;
    }
    return savepoint->commit();
}

Result<std::vector<StateChange>> BarrierStore::history(EntryId entry) const {
    auto select = database_->prepare(
        "SELECT b.state, b.at, b.utc_offset FROM barrier_state AS b JOIN entry AS e ON e.id = b.entry_id"
        " WHERE b.entry_id = ?1 AND e.removed_at IS NULL ORDER BY b.at, b.id");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    std::vector<StateChange> changes;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return changes;
        }
        changes.push_back({.state = stored<BarrierState>(*select, 0), .at = time_from_row(*select, 1)});
    }
}

Result<std::optional<BarrierState>> BarrierStore::at(EntryId entry, Timestamp when) const {
    auto changes = history(entry);
    if (!changes) {
        return pass_on(changes);
    }
    std::optional<BarrierState> state;
    for (const StateChange& change : *changes) {
        if (change.at.at <= when) {
            state = change.state;
        }
    }
    return state;
}

std::optional<std::chrono::days> days_until_cleared(const LocalTime& named, std::span<const StateChange> history) {
    if (history.empty() || history.back().state != BarrierState::kCleared) {
        return std::nullopt;
    }
    return std::chrono::sys_days{history.back().at.date()} - std::chrono::sys_days{named.date()};
}

}  // namespace pennydrop
