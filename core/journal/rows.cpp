// SPDX-License-Identifier: Apache-2.0
#include "journal/rows.h"

#include <algorithm>
#include <chrono>

#include "base/utf8.h"
#include "journal/entry_details.h"

namespace pennydrop {

LocalTime time_from_row(const Statement& row, int column) {
    return {Timestamp{row.integer(column)}, UtcOffset::from_minutes(row.integer(column + 1)).value_or(UtcOffset{})};
}

void bind_time(Statement& statement, int parameter, const LocalTime& time) {
    statement.bind(parameter, time.at.micros).bind(parameter + 1, time.offset.minutes());
}

std::int64_t day_number(CivilDate day) noexcept {
    return std::chrono::sys_days{day}.time_since_epoch().count();
}

CivilDate day_of_number(std::int64_t number) noexcept {
    // The years that a CivilDate can name.
    constexpr std::int64_t kFarthest = 11'900'000;
    const auto days = static_cast<int>(std::clamp(number, -kFarthest, kFarthest));
    return CivilDate{std::chrono::sys_days{std::chrono::days{days}}};
}

Status require_change(Connection& database, Statement& statement) {
    if (auto done = statement.run(); !done) {
        return done;
    }
    if (database.changes() == 0) {
        return fail(ErrorCode::kNotFound);
    }
    return {};
}

Status require_entry(Connection& database, EntryId entry) {
    auto select = database.prepare("SELECT 1 FROM entry WHERE id = ?1 AND removed_at IS NULL");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row) {
        return fail(ErrorCode::kNotFound);
    }
    return {};
}

Attachment attachment_from_row(const Statement& row) {
    Attachment attachment;
    attachment.id = AttachmentId{row.integer(0)};
    if (!row.is_null(1)) {
        attachment.entry = EntryId{row.integer(1)};
    }
    attachment.name = row.text(2);
    attachment.media_type = row.text(3);
    attachment.size = static_cast<std::uint64_t>(row.integer(4));
    attachment.created = Timestamp{row.integer(5)};
    attachment.has_thumbnail = row.integer(6) != 0;
    return attachment;
}

Result<EntryContent> content_from_row(const Statement& row, int column) {
    if (!kind_from_number(row.integer(column)) || !UtcOffset::from_minutes(row.integer(column + 2))) {
        return fail(ErrorCode::kDamaged, "entry kind or offset");
    }
    return draft_content_from_row(row, column);
}

EntryContent draft_content_from_row(const Statement& row, int column) {
    EntryContent content;
    content.kind = kind_from_number(row.integer(column)).value_or(EntryKind::kSetback);
    content.occurred = time_from_row(row, column + 1);
    if (!row.is_null(column + 3)) {
        content.theme = Theme::from_stored(row.text(column + 3));
    }
    if (!row.is_null(column + 4)) {
        content.level = level_from_stored(row.integer(column + 4));
    }
    return content;
}

Result<EntrySummary> summary_from_row(const Statement& row) {
    constexpr int kContentColumn = 1;
    constexpr int kPreviewColumn = 6;
    auto content = content_from_row(row, kContentColumn);
    if (!content) {
        return pass_on(content);
    }
    return EntrySummary{.id = EntryId{row.integer(0)},
                        .kind = content->kind,
                        .occurred = content->occurred,
                        .preview = std::string{row.text(kPreviewColumn)},
                        .theme = content->theme,
                        .level = content->level,
                        .state = stored<BarrierState>(row, kPreviewColumn + 1),
                        .is_learned = row.integer(kPreviewColumn + 2) != 0};
}

void bind_content(Statement& statement, int parameter, const EntryContent& content) {
    statement.bind(parameter, static_cast<std::int64_t>(content.kind));
    statement.bind(parameter + 1, content.occurred.at.micros);
    statement.bind(parameter + 2, content.occurred.offset.minutes());
    if (content.theme) {
        statement.bind(parameter + 3, content.theme->code());
    } else {
        statement.bind_null(parameter + 3);
    }
    if (content.level) {
        statement.bind(parameter + 4, static_cast<std::int64_t>(*content.level));
    } else {
        statement.bind_null(parameter + 4);
    }
}

Status check_text(std::string_view text, std::size_t most) {
    if (text.size() > most) {
        return fail(ErrorCode::kInvalid, "text too long");
    }
    if (!is_valid_text(text)) {
        return fail(ErrorCode::kInvalid, "text encoding");
    }
    return {};
}

Status check_content(const EntryContent& content) {
    if (is_blank(content.text)) {
        return fail(ErrorCode::kInvalid, "empty text");
    }
    if (content.theme && !theme_fits(content.kind, *content.theme)) {
        return fail(ErrorCode::kInvalid, "theme of another kind");
    }
    if (auto valid = check_text(content.text, kMaxTextBytes); !valid) {
        return valid;
    }
    return check_details(content);
}

}  // namespace pennydrop
