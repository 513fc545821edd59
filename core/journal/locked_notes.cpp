// SPDX-License-Identifier: Apache-2.0
#include "journal/locked_notes.h"

#include <optional>
#include <span>
#include <utility>

#include "journal/entry_details.h"
#include "journal/entry_store.h"

namespace pennydrop {
namespace {

struct NoteEntry {
    EntryId id{};
    std::optional<Entry> as_merged{};  ///< Nothing when the person has changed or removed it since.
};

Result<std::optional<NoteEntry>> find_entry(Connection& database, const NoteId& note) {
    auto select = database.prepare("SELECT id, removed_at IS NULL FROM entry WHERE uid = ?1");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, std::span<const std::uint8_t>{note});
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row) {
        return std::nullopt;
    }
    NoteEntry found{.id = EntryId{select->integer(0)}};
    if (select->integer(1) == 0) {
        return found;
    }
    auto entry = EntryStore{database}.find(found.id);
    if (!entry) {
        return pass_on(entry);
    }
    if (entry->updated == entry->created && !has_details(entry->content)) {
        found.as_merged = std::move(*entry);
    }
    return found;
}

/// `is_new`: as the note's entry; else as one of its own.
Result<PutNote> add(EntryStore& entries, const NoteId& note, const EntryContent& content, bool is_new, Timestamp now) {
    auto added = is_new ? entries.add(content, now, note) : entries.add(content, now);
    if (!added) {
        return pass_on(added);
    }
    return PutNote{.outcome = PutNote::Outcome::kAdded, .entry = added->id};
}

/// Not dated: to whoever reads it, it has never been changed.
Result<PutNote> change(EntryStore& entries, const Entry& before, const EntryContent& content) {
    if (before.content == content) {
        return PutNote{.outcome = PutNote::Outcome::kUnchanged, .entry = before.id};
    }
    if (auto changed = entries.change(before.id, content, before.created); !changed) {
        return pass_on(changed);
    }
    return PutNote{.outcome = PutNote::Outcome::kChanged, .entry = before.id};
}

}  // namespace

Result<PutNote> put_note(Connection& database, const NoteId& note, const EntryContent& content, Timestamp now) {
    EntryStore entries{database};
    auto before = find_entry(database, note);
    if (!before) {
        return pass_on(before);
    }
    const bool is_as_merged = *before && (*before)->as_merged;
    if (!content.text.empty()) {
        return is_as_merged ? change(entries, *(*before)->as_merged, content)
                            : add(entries, note, content, !before->has_value(), now);
    }
    if (!is_as_merged) {
        return PutNote{};
    }
    if (auto removed = entries.remove((*before)->id, now); !removed) {
        return pass_on(removed);
    }
    return PutNote{.outcome = PutNote::Outcome::kRemoved, .entry = (*before)->id};
}

}  // namespace pennydrop
