// SPDX-License-Identifier: Apache-2.0
// What an entry holds besides its own row: details, tags, the history of its state. Private to core/journal.
// Threads: as Connection.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "journal/entry.h"
#include "vault/database.h"

namespace pennydrop {

/// There is more to save than the entry's own row.
[[nodiscard]] bool has_details(const EntryContent& content) noexcept;

/// Reads needs, problem, power, state, ask_role, ask, meaning from seven columns that start at `column`.
void details_from_row(const Statement& row, int column, EntryContent& content);
/// Binds them to seven parameters that start at `parameter`.
void bind_details(Statement& statement, int parameter, const EntryContent& content);

/// Adds them to `content`.
[[nodiscard]] Status load_details(Connection& database, EntryId entry, EntryContent& content);
/// Replaces those of the entry; tags that differ only in case or accents from one of the journal's become that one. A
/// state that is new is dated `at`.
[[nodiscard]] Status save_details(Connection& database, EntryId entry, const EntryContent& content, LocalTime at);

/// Never before an earlier change of the same entry.
[[nodiscard]] Status add_state_change(Connection& database, EntryId entry, std::optional<BarrierState> state,
                                      LocalTime at);

/// kInvalid for what a person cannot save: lengths, encoding, tags.
[[nodiscard]] Status check_details(const EntryContent& content);

}  // namespace pennydrop
