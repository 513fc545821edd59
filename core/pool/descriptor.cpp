// SPDX-License-Identifier: Apache-2.0
#include "pool/descriptor.h"

#include <algorithm>
#include <cassert>

#include "pool/boxes.h"
#include "pool/derive.h"
#include "pool/message.h"

namespace pennydrop::pool {
namespace {

constexpr Magic kMagic{'P', 'D', 'P', '1'};
constexpr std::uint8_t kModeDealt = 1;
constexpr std::string_view kFounderLabel = "descriptor-founder";
constexpr std::string_view kCollectorLabel = "descriptor-collector";

/// What comes before the texts. False where a byte that must be zero is not, or the mode is another.
struct Head {
    PoolTerms terms{};
    std::size_t themes{0};
    CollectorOffer offer{};
    PublicKey founder_key{};
};

bool read_numbers(Reader& reader, Head& head) {
    (void)reader.zeros(kMessageHeadBytes);
    const bool dealt = reader.integer<std::uint8_t>() == kModeDealt;
    head.terms.threshold = reader.integer<std::uint8_t>();
    head.terms.bucket = static_cast<Bucket>(reader.integer<std::uint8_t>());
    head.terms.close_day = reader.integer<std::uint8_t>();
    head.terms.periods = reader.integer<std::uint8_t>();
    head.themes = reader.integer<std::uint8_t>();
    const bool first_zero = reader.zeros(1);
    head.terms.seats = reader.integer<std::uint16_t>();
    const bool second_zero = reader.zeros(2);
    head.terms.first_period.number = reader.integer<std::uint32_t>();
    reader.bytes(head.terms.pool_id);
    reader.bytes(head.offer.signing_key);
    reader.bytes(head.founder_key);
    return dealt && first_zero && second_zero && head.terms.periods <= kMaxPeriods && head.themes <= kMaxThemes;
}

bool read_texts(Reader& reader, ByteView bytes, Head& head) {
    head.offer.box_keys.resize(head.terms.periods);
    for (auto& key : head.offer.box_keys) {
        reader.bytes(key);
    }
    head.terms.name = take_long_text(reader, bytes);
    head.terms.purpose = take_long_text(reader, bytes);
    head.terms.measure = take_long_text(reader, bytes);
    for (std::size_t i = 0; i < head.themes && reader.ok(); ++i) {
        const auto kind = reader.integer<std::uint8_t>();
        head.terms.themes.push_back({take_long_text(reader, bytes), kind == 1});
        if (kind > 1) {
            return false;
        }
    }
    return reader.ok();
}

template <typename Key>
bool all_differ(std::vector<Key> keys) {
    std::ranges::sort(keys);
    return std::ranges::adjacent_find(keys) == keys.end();
}

bool good_keys(const std::vector<PublicKey>& box_keys, const std::vector<TableRow>& table) {
    std::vector<Hash> checks;
    checks.reserve(table.size());
    for (const auto& row : table) {
        checks.push_back(row.check);
    }
    return all_differ(box_keys) && all_differ(checks) && std::ranges::all_of(box_keys, is_good_box_key) &&
           std::ranges::all_of(table, is_good_box_key, &TableRow::note_key);
}

}  // namespace

Result<Descriptor> Descriptor::decode(ByteView bytes) {
    return decode_any(bytes, false);
}

Result<Descriptor> Descriptor::decode_draft(ByteView bytes) {
    return decode_any(bytes, true);
}

Result<Descriptor> Descriptor::decode_any(ByteView bytes, bool draft) {
    if (auto known = check_message(bytes, kMagic); !known) {
        return pass_on(known);
    }
    Reader reader{bytes};
    Head head;
    if (!read_numbers(reader, head) || !read_texts(reader, bytes, head)) {
        return fail(ErrorCode::kDamaged, "descriptor: head");
    }
    if (auto good = check_terms(head.terms); !good) {
        return fail(ErrorCode::kDamaged, "descriptor: " + good.error().detail);
    }
    Descriptor found;
    found.id_ = hash32("descriptor", bytes.first(reader.position()));
    found.table_.resize(std::size_t{head.terms.periods} * head.themes);
    for (auto& row : found.table_) {
        reader.bytes(row.check);
        reader.bytes(row.fingerprint);
        reader.bytes(row.note_key);
    }
    const std::size_t covered = reader.position();
    Signature founder{};
    Signature collector{};
    reader.bytes(founder);
    reader.bytes(collector);
    if (!reader.finished()) {
        return fail(ErrorCode::kDamaged, "descriptor: length");
    }
    const ByteView body = bytes.first(covered);
    const bool countersigned =
        draft ? collector == Signature{} : is_signed(head.offer.signing_key, kCollectorLabel, body, collector);
    if (!is_signed(head.founder_key, kFounderLabel, body, founder) || !countersigned) {
        return fail(ErrorCode::kDamaged, "descriptor: signature");
    }
    if (!good_keys(head.offer.box_keys, found.table_)) {
        return fail(ErrorCode::kDamaged, "descriptor: keys");
    }
    found.terms_ = std::move(head.terms);
    found.collector_key_ = head.offer.signing_key;
    found.founder_key_ = head.founder_key;
    found.box_keys_ = std::move(head.offer.box_keys);
    found.bytes_.assign(bytes.begin(), bytes.end());
    return found;
}

const PublicKey& Descriptor::box_key(Period period) const {
    assert(has_period(terms_, period));
    return box_keys_[period.number - terms_.first_period.number];
}

std::size_t Descriptor::slot_number(Slot slot) const noexcept {
    return (slot.period.number - terms_.first_period.number) * terms_.themes.size() + slot.theme.value;
}

const TableRow& Descriptor::row(Slot slot) const {
    assert(has_slot(terms_, slot));
    return table_[slot_number(slot)];
}

Bytes encode_head(const PoolTerms& terms, const CollectorOffer& offer, const PublicKey& founder_key) {
    Message message;
    message.head(kMagic).integer(kModeDealt).integer(terms.threshold);
    message.integer(static_cast<std::uint8_t>(terms.bucket)).integer(terms.close_day).integer(terms.periods);
    message.integer(static_cast<std::uint8_t>(terms.themes.size())).zeros(1).integer(terms.seats).zeros(2);
    message.integer(terms.first_period.number).bytes(terms.pool_id).bytes(offer.signing_key).bytes(founder_key);
    for (const auto& key : offer.box_keys) {
        message.bytes(key);
    }
    message.text(terms.name).text(terms.purpose).text(terms.measure);
    for (const auto& theme : terms.themes) {
        message.integer(static_cast<std::uint8_t>(theme.own_words ? 1 : 0)).text(theme.text);
    }
    return message.take();
}

Bytes encode_draft(const Bytes& head, const std::vector<TableRow>& table, const FounderKey& founder) {
    Message message;
    message.bytes(head);
    for (const auto& row : table) {
        message.bytes(row.check).bytes(row.fingerprint).bytes(row.note_key);
    }
    message.bytes(sign(founder.seed(), kFounderLabel, message.view())).zeros(Signature{}.size());
    return message.take();
}

Result<Bytes> countersign(ByteView draft, const CollectorKeys& collector) {
    const auto found = Descriptor::decode_draft(draft);
    if (!found) {
        return fail(found.error().code, found.error().detail);
    }
    if (found->collector_key() != signing_public_key(collector.signing_seed()) ||
        found->terms().first_period != collector.first_period() || found->terms().periods != collector.periods()) {
        return fail(ErrorCode::kInvalid, "of another collector");
    }
    for (unsigned i = 0; i < collector.periods(); ++i) {
        const Period period{collector.first_period().number + i};
        auto keys = collector.box_keys_of(period);
        if (!keys) {
            return pass_on(keys);
        }
        if (keys->public_key != found->box_key(period)) {
            return fail(ErrorCode::kInvalid, "a box key of another collector");
        }
    }
    const std::size_t signature_bytes = Signature{}.size();
    Bytes bytes{draft.begin(), draft.end()};
    const Signature signature =
        sign(collector.signing_seed(), kCollectorLabel, draft.first(draft.size() - 2 * signature_bytes));
    std::ranges::copy(signature, bytes.end() - static_cast<std::ptrdiff_t>(signature_bytes));
    return bytes;
}

}  // namespace pennydrop::pool
