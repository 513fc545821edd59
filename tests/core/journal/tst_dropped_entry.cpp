// SPDX-License-Identifier: Apache-2.0
// An entry as a drop box's payload: comes back as it was, and every malformed payload is refused.
#include <QtTest/QTest>

#include <algorithm>

#include "base/codec.h"
#include "journal/dropped_entry.h"
#include "memory_journal.h"
#include "support/check_result.h"
#include "support/files.h"
#include "vault/drop_record.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

EntryContent full() {
    return {.kind = EntryKind::kLightBulb,
            .text = "Caf\xC3\xA9: ask the night shift",
            .occurred = at(-1'234'567'890'123'456, -570),
            .theme = Theme::from_code("users-first"),
            .level = SystemLevel::kNational};
}

NoteMark mark() {
    return {.note = {0xA0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0xAF}, .sequence = 0x01020304};
}

Bytes encoded(const EntryContent& content) {
    const auto payload = encode_dropped_entry(content);
    return payload ? Bytes(payload->span().begin(), payload->span().end()) : Bytes{};
}

Bytes with_byte(Bytes payload, std::size_t at, std::uint8_t byte) {
    payload.at(at) = byte;
    return payload;
}

}  // namespace

class TestDroppedEntry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comes_back_as_it_was();
    void a_discarded_note_has_no_words();
    void lies_as_the_document_says();
    void only_what_can_be_an_entry_is_dropped();
    void what_has_no_place_there_is_refused();
    void malformed_payloads_are_refused();
    void what_later_lists_hold_is_kept();
};

void TestDroppedEntry::comes_back_as_it_was() {
    std::vector<EntryContent> all{full(), content("plain")};
    for (const auto kind : {EntryKind::kSetback, EntryKind::kLightBulb, EntryKind::kBarrier}) {
        for (const auto code : theme_codes(kind)) {
            all.push_back({.kind = kind, .text = "x", .occurred = at(1, 840), .theme = Theme::from_code(code)});
        }
    }
    for (int level = 1; level <= 5; ++level) {
        all.push_back({.text = "x", .occurred = at(0, level * 216), .level = level_from_number(level)});
    }
    const EntryContent longest = content(std::string(kMaxTextBytes, 'x'));
    all.push_back(longest);
    for (const auto& entry : all) {
        const auto payload = encode_dropped_entry(entry);
        CHECK_OK(payload);
        QVERIFY(payload->size() <= kMaxDropPayloadBytes);
        const auto decoded = decode_dropped_entry(payload->span());
        CHECK_OK(decoded);
        QVERIFY(decoded->content == entry && !decoded->note && !decoded->is_discarded());
        const auto note = encode_dropped_note(mark(), entry);
        CHECK_OK(note);
        QVERIFY(note->size() <= kMaxDropPayloadBytes);
        const auto decoded_note = decode_dropped_entry(note->span());
        CHECK_OK(decoded_note);
        QVERIFY(decoded_note->content == entry && decoded_note->note == mark() && !decoded_note->is_discarded());
    }
}

void TestDroppedEntry::a_discarded_note_has_no_words() {
    EntryContent entry = full();
    entry.text.clear();
    const auto payload = encode_dropped_note(mark(), entry);
    CHECK_OK(payload);
    const auto decoded = decode_dropped_entry(payload->span());
    CHECK_OK(decoded);
    QVERIFY(decoded->content == entry && decoded->note == mark() && decoded->is_discarded());
    CHECK_ERROR(encode_dropped_note({.note = mark().note, .sequence = 0}, full()), ErrorCode::kInvalid);
    CHECK_ERROR(encode_dropped_note(mark(), content(" \n")), ErrorCode::kInvalid);
    EntryContent mismatched = entry;
    mismatched.kind = EntryKind::kSetback;
    CHECK_ERROR(encode_dropped_note(mark(), mismatched), ErrorCode::kInvalid);
    mismatched = entry;
    mismatched.tags = {"beds"};
    CHECK_ERROR(encode_dropped_note(mark(), mismatched), ErrorCode::kInvalid);
}

void TestDroppedEntry::lies_as_the_document_says() {
    const EntryContent entry{.kind = EntryKind::kBarrier,
                             .text = "Hi",
                             .occurred = at(-2, -60),
                             .theme = Theme::from_code("rules"),
                             .level = SystemLevel::kTeam};
    const Bytes expected{1, 0, 3, 2, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xC4, 0xFF,
                         5, 0, 2, 0, 0,    0,    'r',  'u',  'l',  'e',  's',  'H',  'i'};
    QVERIFY(encoded(entry) == expected);
    const Bytes note{2,  0,  3,  2,    0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xC4, 0xFF, 5,  0,
                     2,  0,  0,  0,    0xA0, 1,    2,    3,    4,    5,    6,    7,    8,    9,    10, 11,
                     12, 13, 14, 0xAF, 4,    3,    2,    1,    'r',  'u',  'l',  'e',  's',  'H',  'i'};
    const auto payload = encode_dropped_note(mark(), entry);
    CHECK_OK(payload);
    QVERIFY(std::ranges::equal(payload->span(), note));
}

void TestDroppedEntry::only_what_can_be_an_entry_is_dropped() {
    CHECK_ERROR(encode_dropped_entry(content("")), ErrorCode::kInvalid);
    CHECK_ERROR(encode_dropped_entry(content(" \n\t")), ErrorCode::kInvalid);
    CHECK_ERROR(encode_dropped_entry(content("\xC3")), ErrorCode::kInvalid);
    CHECK_ERROR(encode_dropped_entry(content(std::string(kMaxTextBytes + 1, 'x'))), ErrorCode::kInvalid);
    EntryContent mismatched = full();
    mismatched.kind = EntryKind::kSetback;
    CHECK_ERROR(encode_dropped_entry(mismatched), ErrorCode::kInvalid);
}

void TestDroppedEntry::what_has_no_place_there_is_refused() {
    EntryContent tagged = full();
    tagged.tags = {"beds"};
    EntryContent meant = full();
    meant.meaning = "they wait";
    EntryContent asked = full();
    asked.barrier.ask = "sign it";
    for (const auto& one : {tagged, meant, asked}) {
        CHECK_ERROR(encode_dropped_entry(one), ErrorCode::kInvalid);
    }
}

void TestDroppedEntry::malformed_payloads_are_refused() {
    const Bytes good = encoded(full());
    QVERIFY(!good.empty());
    for (std::size_t size = 0; size < good.size(); ++size) {
        CHECK_ERROR(decode_dropped_entry(std::span{good}.first(size)), ErrorCode::kDamaged);
    }
    Bytes longer = good;
    longer.push_back('x');
    CHECK_ERROR(decode_dropped_entry(longer), ErrorCode::kDamaged);
    CHECK_ERROR(decode_dropped_entry(with_byte(good, 0, 0)), ErrorCode::kDamaged);
    CHECK_ERROR(decode_dropped_entry(with_byte(good, 0, 2)), ErrorCode::kDamaged);
    CHECK_ERROR(decode_dropped_entry(with_byte(good, 0, 3)), ErrorCode::kNewerVersion);
    CHECK_ERROR(decode_dropped_entry(with_byte(good, 1, 1)), ErrorCode::kNewerVersion);
    for (const auto& [at, byte] : {std::pair<std::size_t, std::uint8_t>{2, 0},  // kind
                                   {2, 4},
                                   {2, 1},      // a setback with a theme of light bulbs
                                   {13, 0x7F},  // offset
                                   {14, 0},     // length of the theme
                                   {14, 12},
                                   {14, 65},
                                   {15, 1},  // zero
                                   {16, 0},  // length of the text
                                   {19, 1},
                                   {20, 'U'},  // theme: letters of a code
                                   {20, 0},
                                   {31, 0},  // text
                                   {31, 0xFF}}) {
        CHECK_ERROR(decode_dropped_entry(with_byte(good, at, byte)), ErrorCode::kDamaged);
    }
    Bytes blank = encoded(content("a"));
    blank.back() = ' ';
    CHECK_ERROR(decode_dropped_entry(blank), ErrorCode::kDamaged);
    Bytes empty = encoded(content("a"));
    empty.pop_back();
    empty[16] = 0;
    CHECK_ERROR(decode_dropped_entry(empty), ErrorCode::kDamaged);
    const auto payload = encode_dropped_note(mark(), full());
    CHECK_OK(payload);
    const Bytes note(payload->span().begin(), payload->span().end());
    for (std::size_t size = 0; size < note.size(); ++size) {
        CHECK_ERROR(decode_dropped_entry(std::span{note}.first(size)), ErrorCode::kDamaged);
    }
    Bytes unnumbered = note;
    std::fill_n(unnumbered.begin() + 36, 4, std::uint8_t{0});
    CHECK_ERROR(decode_dropped_entry(unnumbered), ErrorCode::kDamaged);
    CHECK_ERROR(decode_dropped_entry(with_byte(note, 0, 1)), ErrorCode::kDamaged);
}

void TestDroppedEntry::what_later_lists_hold_is_kept() {
    EntryContent later = full();
    later.theme = Theme::from_stored("2-new-first");
    later.level = level_from_stored(200);
    const Bytes payload = encoded(later);
    QVERIFY(!payload.empty());
    const auto decoded = decode_dropped_entry(payload);
    CHECK_OK(decoded);
    QVERIFY(decoded->content == later);
    MemoryJournal journal;
    const auto added = journal.entries.add(decoded->content, {});
    CHECK_OK(added);
    QVERIFY(journal.entries.find(added->id)->content == later);
}

QTEST_APPLESS_MAIN(TestDroppedEntry)
#include "tst_dropped_entry.moc"
