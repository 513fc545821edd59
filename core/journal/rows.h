// SPDX-License-Identifier: Apache-2.0
// Between rows of the journal's tables and its values. Private to core/journal.
// Threads: pure functions over a statement of the calling thread.
#pragma once

#include "base/result.h"
#include "journal/attachment.h"
#include "journal/entry_store.h"
#include "vault/database.h"

namespace pennydrop {

/// Runs a statement that must change a row; kNotFound when it changes none.
[[nodiscard]] Status require_change(Connection& database, Statement& statement);

/// Reads id, entry_id, name, media_type, size, created_at, whether there is a thumbnail, from column 0 on.
[[nodiscard]] Attachment attachment_from_row(const Statement& row);

/// Reads kind, occurred_at, utc_offset, theme, level from five columns that start at `column`. kDamaged for values no
/// version has written. A theme or level of a later version is taken as it is.
[[nodiscard]] Result<EntryContent> content_from_row(const Statement& row, int column);

/// As above, but takes a setback for an unknown kind and UTC for an unknown offset: what was typed into a draft counts
/// more.
[[nodiscard]] EntryContent draft_content_from_row(const Statement& row, int column);

/// Reads id and the five columns above and the preview, from column 0 on.
[[nodiscard]] Result<EntrySummary> summary_from_row(const Statement& row);

/// Binds kind, occurred_at, utc_offset, theme, level to five parameters that start at `parameter`.
void bind_content(Statement& statement, int parameter, const EntryContent& content);

/// kInvalid when the text has more than `most` bytes or is not valid UTF-8.
[[nodiscard]] Status check_text(std::string_view text, std::size_t most);

/// All of add()'s rules.
[[nodiscard]] Status check_content(const EntryContent& content);

}  // namespace pennydrop
