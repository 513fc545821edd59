// SPDX-License-Identifier: Apache-2.0
#include "pool/note.h"

#include "base/codec.h"
#include "base/utf8.h"
#include "pool/message.h"

namespace pennydrop::pool {

Status encode_note(const Note& note, std::span<std::uint8_t> area) {
    if (note.level > kMaxLevel || !is_valid_text(note.text) || !is_valid_text(note.ask)) {
        return fail(ErrorCode::kInvalid, "note");
    }
    if (area.size() < kNoteHeadBytes || note.text.size() > area.size() - kNoteHeadBytes ||
        note.ask.size() > area.size() - kNoteHeadBytes - note.text.size()) {
        return fail(ErrorCode::kInvalid, "length of a note");
    }
    Writer writer{area};
    writer.integer(note.level);
    writer.zeros(1);
    writer.integer(static_cast<std::uint16_t>(note.text.size()));
    writer.bytes(view_of(note.text));
    writer.integer(static_cast<std::uint16_t>(note.ask.size()));
    writer.bytes(view_of(note.ask));
    writer.zeros(area.size() - writer.position());
    return {};
}

std::optional<Note> decode_note(ByteView area) {
    Reader reader{area};
    Note note;
    note.level = reader.integer<std::uint8_t>();
    const bool zero = reader.zeros(1);
    note.text = take_long_text(reader, area);
    note.ask = take_long_text(reader, area);
    if (!zero || !reader.ok() || !reader.zeros(area.size() - reader.position()) || note.level > kMaxLevel ||
        !is_valid_text(note.text) || !is_valid_text(note.ask)) {
        return std::nullopt;
    }
    return note;
}

}  // namespace pennydrop::pool
