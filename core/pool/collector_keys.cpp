// SPDX-License-Identifier: Apache-2.0
#include "pool/collector_keys.h"

#include <algorithm>

#include "pool/message.h"
#include "pool/signing.h"

namespace pennydrop::pool {
namespace {

constexpr Magic kOfferMagic{'P', 'D', 'O', '1'};
constexpr Magic kKeysMagic{'P', 'D', 'C', '1'};
constexpr std::size_t kKeysHeadBytes = 76;

bool good_span(Period first_period, unsigned periods) noexcept {
    return periods >= 1 && periods <= kMaxPeriods && first_period.number <= kMaxPeriodNumber &&
           first_period.number + periods - 1 <= kMaxPeriodNumber;
}

bool all_good(const std::vector<PublicKey>& keys) {
    auto sorted = keys;
    std::ranges::sort(sorted);
    return std::ranges::adjacent_find(sorted) == sorted.end() && std::ranges::all_of(keys, is_good_box_key);
}

bool is_zero(std::span<const std::uint8_t> bytes) noexcept {
    std::uint8_t any = 0;
    for (const auto byte : bytes) {
        any = static_cast<std::uint8_t>(any | byte);
    }
    return any == 0;
}

}  // namespace

Result<CollectorOffer> decode_offer(ByteView bytes) {
    if (auto known = check_message(bytes, kOfferMagic); !known) {
        return pass_on(known);
    }
    Reader reader{bytes};
    CollectorOffer offer;
    (void)reader.zeros(kMessageHeadBytes);
    const unsigned periods = reader.integer<std::uint8_t>();
    const bool zeros = reader.zeros(2);
    offer.first_period.number = reader.integer<std::uint32_t>();
    reader.bytes(offer.signing_key);
    if (!zeros || !good_span(offer.first_period, periods)) {
        return fail(ErrorCode::kDamaged, "offer: head");
    }
    offer.box_keys.resize(periods);
    for (auto& key : offer.box_keys) {
        reader.bytes(key);
    }
    const std::size_t covered = reader.position();
    Signature signature{};
    reader.bytes(signature);
    if (!reader.finished()) {
        return fail(ErrorCode::kDamaged, "offer: length");
    }
    if (!is_signed(offer.signing_key, "offer", bytes.first(covered), signature)) {
        return fail(ErrorCode::kDamaged, "offer: signature");
    }
    if (!all_good(offer.box_keys)) {
        return fail(ErrorCode::kDamaged, "offer: box keys");
    }
    return offer;
}

Result<CollectorKeys> CollectorKeys::with_seed(SecretBytes seed, Period first_period, unsigned periods) {
    if (!good_span(first_period, periods)) {
        return fail(ErrorCode::kInvalid, "periods");
    }
    CollectorKeys keys;
    keys.first_period_ = first_period;
    keys.signing_seed_ = std::move(seed);
    for (unsigned i = 0; i < periods; ++i) {
        keys.box_seeds_.push_back(SecretBytes::random(kSeedBytes));
    }
    return keys;
}

Result<CollectorKeys> CollectorKeys::make(Period first_period, unsigned periods) {
    return with_seed(SecretBytes::random(kSeedBytes), first_period, periods);
}

Result<CollectorKeys> CollectorKeys::next_season(Period first_period, unsigned periods) const {
    return with_seed(signing_seed_.clone(), first_period, periods);
}

Result<CollectorKeys> CollectorKeys::decode(ByteView bytes) {
    if (auto known = check_message(bytes, kKeysMagic); !known) {
        return pass_on(known);
    }
    Reader reader{bytes};
    CollectorKeys keys;
    (void)reader.zeros(kMessageHeadBytes);
    const unsigned periods = reader.integer<std::uint8_t>();
    const bool zeros = reader.zeros(2);
    keys.first_period_.number = reader.integer<std::uint32_t>();
    if (!zeros || !good_span(keys.first_period_, periods) || bytes.size() != kKeysHeadBytes + periods * kSeedBytes) {
        return fail(ErrorCode::kDamaged, "collector's keys");
    }
    keys.signing_seed_ = SecretBytes{kSeedBytes};
    reader.bytes(keys.signing_seed_.span());
    Hash last{};
    reader.bytes(last);
    if (!is_zero(last)) {
        keys.last_digest_ = last;
    }
    for (unsigned i = 0; i < periods; ++i) {
        SecretBytes seed{kSeedBytes};
        reader.bytes(seed.span());
        keys.box_seeds_.push_back(is_zero(seed.span()) ? SecretBytes{} : std::move(seed));
    }
    return keys;
}

SecretBytes CollectorKeys::encode() const {
    SecretBytes bytes{kKeysHeadBytes + box_seeds_.size() * kSeedBytes};
    Writer writer{bytes.span()};
    put_message_head(writer, kKeysMagic);
    writer.integer(static_cast<std::uint8_t>(box_seeds_.size()));
    writer.zeros(2);
    writer.integer(first_period_.number);
    writer.bytes(signing_seed_.span());
    writer.bytes(last_digest_.value_or(Hash{}));
    for (const auto& seed : box_seeds_) {
        if (seed.empty()) {
            writer.zeros(kSeedBytes);
        } else {
            writer.bytes(seed.span());
        }
    }
    return bytes;
}

Result<Bytes> CollectorKeys::offer() const {
    Message message;
    message.head(kOfferMagic).integer(static_cast<std::uint8_t>(box_seeds_.size())).zeros(2);
    message.integer(first_period_.number).bytes(signing_public_key(signing_seed_));
    for (const auto& seed : box_seeds_) {
        if (seed.empty()) {
            return fail(ErrorCode::kClosed, "the key of a period was wiped");
        }
        message.bytes(box_keys(seed.span()).public_key);
    }
    message.bytes(sign(signing_seed_, "offer", message.view()));
    return message.take();
}

Result<BoxKeys> CollectorKeys::box_keys_of(Period period) const {
    if (period < first_period_ || period.number - first_period_.number >= box_seeds_.size()) {
        return fail(ErrorCode::kInvalid, "period of another season");
    }
    const SecretBytes& seed = box_seeds_[period.number - first_period_.number];
    if (seed.empty()) {
        return fail(ErrorCode::kClosed, "the period was released");
    }
    return box_keys(seed.span());
}

void CollectorKeys::released(Period period, const Hash& digest_hash) {
    last_digest_ = digest_hash;
    for (std::size_t i = 0; i < box_seeds_.size() && first_period_.number + i <= period.number; ++i) {
        box_seeds_[i].wipe();
    }
}

}  // namespace pennydrop::pool
