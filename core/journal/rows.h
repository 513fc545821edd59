// SPDX-License-Identifier: Apache-2.0
// Between rows of the journal's tables and its values. Private to core/journal.
// Threads: pure functions over a statement of the calling thread.
#pragma once

#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "base/result.h"
#include "journal/attachment.h"
#include "journal/entry_store.h"
#include "vault/database.h"

namespace pennydrop {

/// A value of a list whose numbers are from 1 to 255, from this version or a later one. Nothing for any other number.
template <typename E>
[[nodiscard]] std::optional<E> stored(const Statement& row, int column) {
    const std::int64_t number = row.integer(column);
    if (row.is_null(column) || number < 1 || number > std::numeric_limits<std::uint8_t>::max()) {
        return std::nullopt;
    }
    return static_cast<E>(number);
}

template <typename E>
[[nodiscard]] std::optional<std::int64_t> number_of(const std::optional<E>& value) {
    return value ? std::optional{static_cast<std::int64_t>(*value)} : std::nullopt;
}

/// Reads a moment and its offset from two columns. UTC for an offset no version writes.
[[nodiscard]] LocalTime time_from_row(const Statement& row, int column);
void bind_time(Statement& statement, int parameter, const LocalTime& time);

/// A day as it is stored: the number of days since 1970-01-01.
[[nodiscard]] std::int64_t day_number(CivilDate day) noexcept;
[[nodiscard]] CivilDate day_of_number(std::int64_t number) noexcept;

/// The one row of a search by id; kNotFound when there was none.
template <typename T>
[[nodiscard]] Result<T> only_one(Result<std::vector<T>> found) {
    if (!found) {
        return pass_on(found);
    }
    if (found->empty()) {
        return fail(ErrorCode::kNotFound);
    }
    return std::move(found->front());
}

/// Runs a statement that must change a row; kNotFound when there was none.
[[nodiscard]] Status require_change(Connection& database, Statement& statement);

/// kNotFound when there is no such entry, or a removed one.
[[nodiscard]] Status require_entry(Connection& database, EntryId entry);

/// Reads id, entry_id, name, media_type, size, created_at, whether there is a thumbnail, from column 0 on.
[[nodiscard]] Attachment attachment_from_row(const Statement& row);

/// Reads kind, occurred_at, utc_offset, theme, level from five columns that start at `column`. kDamaged for values no
/// version has written. A theme or level of a later version is taken as it is.
[[nodiscard]] Result<EntryContent> content_from_row(const Statement& row, int column);

/// As above, but takes a setback for an unknown kind and UTC for an unknown offset: what was typed into a draft counts
/// more.
[[nodiscard]] EntryContent draft_content_from_row(const Statement& row, int column);

/// Reads the columns of the view entry_card, from column 0 on, without its last.
[[nodiscard]] Result<EntrySummary> summary_from_row(const Statement& row);

/// Binds kind, occurred_at, utc_offset, theme, level to five parameters that start at `parameter`.
void bind_content(Statement& statement, int parameter, const EntryContent& content);

/// kInvalid when the text has more than `most` bytes or is not valid UTF-8.
[[nodiscard]] Status check_text(std::string_view text, std::size_t most);

/// All of add()'s rules.
[[nodiscard]] Status check_content(const EntryContent& content);

}  // namespace pennydrop
