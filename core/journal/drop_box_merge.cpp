// SPDX-License-Identifier: Apache-2.0
#include "journal/drop_box_merge.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/secret.h"
#include "journal/dropped_entry.h"
#include "journal/entry_store.h"
#include "journal/locked_notes.h"

namespace pennydrop {
namespace {

/// Whether the record is a new one; it is remembered from now on.
Result<bool> remember(Connection& database, Statement& insert, const DropId& id) {
    insert.reset();
    insert.bind(1, std::span<const std::uint8_t>{id});
    if (auto done = insert.run(); !done) {
        return pass_on(done);
    }
    return database.changes() == 1;
}

void wipe_text(std::string& text) {
    wipe_memory({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    text.clear();
}

/// The last state of each note in the drop box.
class LastStates {
public:
    LastStates() = default;
    LastStates(const LastStates&) = delete;
    LastStates& operator=(const LastStates&) = delete;
    ~LastStates() {
        for (DroppedEntry& state : states_) {
            wipe_text(state.content.text);
        }
    }

    void take(DroppedEntry state) {
        const auto same = std::ranges::find_if(
            states_, [&state](const DroppedEntry& other) { return other.note->note == state.note->note; });
        if (same == states_.end()) {
            states_.push_back(std::move(state));
            return;
        }
        if (same->note->sequence < state.note->sequence) {
            std::swap(*same, state);
        }
        wipe_text(state.content.text);
    }
    [[nodiscard]] const std::vector<DroppedEntry>& all() const noexcept { return states_; }

private:
    std::vector<DroppedEntry> states_{};
};

}  // namespace

Result<MergedDrops> merge_drops(Connection& database, DropBox& box, Timestamp now) {
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return pass_on(transaction);
    }
    auto insert = database.prepare("INSERT OR IGNORE INTO merged_drop (id) VALUES (?1)");
    if (!insert) {
        return pass_on(insert);
    }
    EntryStore entries{database};
    MergedDrops result;
    LastStates notes;
    for (;;) {
        auto record = box.next();
        if (!record) {
            return pass_on(record);
        }
        if (!*record) {
            break;
        }
        auto dropped = decode_dropped_entry((*record)->payload.span());
        if (!dropped) {
            box.set_aside();
            continue;
        }
        auto is_new = remember(database, *insert, (*record)->id);
        if (!is_new) {
            return pass_on(is_new);
        }
        if (!*is_new) {
            continue;
        }
        if (dropped->note) {
            notes.take(std::move(*dropped));
            continue;
        }
        if (auto added = entries.add(dropped->content, now); !added) {
            return pass_on(added);
        }
        ++result.merged;
    }
    for (const DroppedEntry& state : notes.all()) {
        auto put = put_note(database, state.note->note, state.content, now);
        if (!put) {
            return pass_on(put);
        }
        result.merged += put->outcome == PutNote::Outcome::kAdded ? 1U : 0U;
    }
    result.unreadable = box.unreadable();
    if (auto committed = transaction->commit(); !committed) {
        return pass_on(committed);
    }
    if (auto emptied = box.empty(); !emptied) {
        result.not_emptied = std::move(emptied).error();
    }
    return result;
}

}  // namespace pennydrop
