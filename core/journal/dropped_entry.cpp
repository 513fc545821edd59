// SPDX-License-Identifier: Apache-2.0
#include "journal/dropped_entry.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/codec.h"
#include "journal/entry_details.h"
#include "journal/rows.h"
#include "vault/drop_record.h"

namespace pennydrop {
namespace {

constexpr std::uint16_t kEntryVersion = 1;
constexpr std::uint16_t kNoteVersion = 2;
constexpr std::size_t kEntryBytes = 20;
constexpr std::size_t kNoteBytes = kEntryBytes + sizeof(NoteId) + sizeof(std::uint32_t);
constexpr std::size_t kMaxThemeBytes = 64;
static_assert(kNoteBytes + kMaxThemeBytes + kMaxTextBytes <= kMaxDropPayloadBytes, "any entry fits into a record");

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

bool is_code(std::string_view code) {
    return std::ranges::all_of(code,
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string take_text(Reader& reader, std::size_t size) {
    std::string text(size, '\0');
    reader.bytes({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    return text;
}

/// A discarded note is valid when it would be with words.
Status check_dropped(const EntryContent& content, bool may_be_empty) {
    if (has_details(content)) {
        return fail(ErrorCode::kInvalid, "a dropped entry has no details");
    }
    if (!may_be_empty || !content.text.empty()) {
        return check_content(content);
    }
    EntryContent with_words = content;
    with_words.text.assign(1, '-');
    return check_content(with_words);
}

SecretBytes encode(std::uint16_t version, const NoteMark& mark, const EntryContent& content) {
    const bool is_note = version == kNoteVersion;
    const std::string_view theme = content.theme ? content.theme->code() : std::string_view{};
    SecretBytes payload{(is_note ? kNoteBytes : kEntryBytes) + theme.size() + content.text.size()};
    Writer writer{payload.span()};
    writer.integer(version);
    writer.integer(static_cast<std::uint8_t>(content.kind));
    writer.integer(content.level ? static_cast<std::uint8_t>(*content.level) : std::uint8_t{0});
    writer.integer(static_cast<std::uint64_t>(content.occurred.at.micros));
    writer.integer(static_cast<std::uint16_t>(content.occurred.offset.minutes()));
    writer.integer(static_cast<std::uint8_t>(theme.size()));
    writer.zeros(1);
    writer.integer(static_cast<std::uint32_t>(content.text.size()));
    if (is_note) {
        writer.bytes(mark.note);
        writer.integer(mark.sequence);
    }
    writer.bytes(bytes_of(theme));
    writer.bytes(bytes_of(content.text));
    return payload;
}

}  // namespace

Result<SecretBytes> encode_dropped_entry(const EntryContent& content) {
    if (auto valid = check_dropped(content, false); !valid) {
        return pass_on(valid);
    }
    return encode(kEntryVersion, {}, content);
}

Result<SecretBytes> encode_dropped_note(const NoteMark& mark, const EntryContent& content) {
    if (mark.sequence == 0) {
        return fail(ErrorCode::kInvalid, "sequence of a note");
    }
    if (auto valid = check_dropped(content, true); !valid) {
        return pass_on(valid);
    }
    return encode(kNoteVersion, mark, content);
}

Result<DroppedEntry> decode_dropped_entry(std::span<const std::uint8_t> payload) {
    Reader reader{payload};
    const auto version = reader.integer<std::uint16_t>();
    if (reader.ok() && version > kNoteVersion) {
        return fail(ErrorCode::kNewerVersion, "dropped entry");
    }
    const bool is_note = version == kNoteVersion;
    const auto kind = kind_from_number(reader.integer<std::uint8_t>());
    const auto level = reader.integer<std::uint8_t>();
    const auto micros = static_cast<std::int64_t>(reader.integer<std::uint64_t>());
    const auto offset = UtcOffset::from_minutes(static_cast<std::int16_t>(reader.integer<std::uint16_t>()));
    const std::size_t theme_size = reader.integer<std::uint8_t>();
    const bool zero = reader.zeros(1);
    const std::size_t text_size = reader.integer<std::uint32_t>();
    NoteMark mark;
    if (is_note) {
        reader.bytes(mark.note);
        mark.sequence = reader.integer<std::uint32_t>();
    }
    const std::size_t fixed = is_note ? kNoteBytes : kEntryBytes;
    if (!zero || version == 0 || !kind || !offset || theme_size > kMaxThemeBytes || text_size > kMaxTextBytes ||
        payload.size() != fixed + theme_size + text_size || (is_note && mark.sequence == 0)) {
        return fail(ErrorCode::kDamaged, "dropped entry");
    }
    const std::string theme = take_text(reader, theme_size);
    EntryContent content{.kind = *kind,
                         .text = take_text(reader, text_size),
                         .occurred = {Timestamp{micros}, *offset},
                         .theme = Theme::from_stored(theme),
                         .level = level_from_stored(level)};
    if (!is_code(theme) || !check_dropped(content, is_note)) {
        return fail(ErrorCode::kDamaged, "dropped entry");
    }
    return DroppedEntry{.content = std::move(content), .note = is_note ? std::optional{mark} : std::nullopt};
}

}  // namespace pennydrop
