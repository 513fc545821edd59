// SPDX-License-Identifier: Apache-2.0
#include "journal/drop_box_merge.h"

#include <span>
#include <utility>

#include "journal/dropped_entry.h"
#include "journal/entry_store.h"

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
    for (;;) {
        auto record = box.next();
        if (!record) {
            return pass_on(record);
        }
        if (!*record) {
            break;
        }
        auto content = decode_dropped_entry((*record)->payload.span());
        if (!content) {
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
        if (auto added = entries.add(*content, now); !added) {
            return pass_on(added);
        }
        ++result.merged;
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
