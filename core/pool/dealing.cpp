// SPDX-License-Identifier: Apache-2.0
#include "pool/dealing.h"

#include <algorithm>

#include "pool/boxes.h"
#include "pool/derive.h"
#include "pool/seat.h"
#include "pool/secret_sharing.h"
#include "pool/slot_secret.h"

namespace pennydrop::pool {
namespace {

/// A seat while it is dealt.
struct DealtSeat {
    SecretBytes mseed{};
    std::vector<SecretBytes> period_seeds{};
    SecretBytes shares{};
};

DealtSeat new_seat(const PoolTerms& terms, const DescId& desc_id, std::size_t slots) {
    DealtSeat seat{SecretBytes::random(kKeyBytes), {}, SecretBytes{slots * kScalarBytes}};
    for (std::uint32_t i = 0; i < terms.periods; ++i) {
        seat.period_seeds.push_back(
            derive_secret(key_of(seat.mseed), "period", desc_id, {terms.first_period.number + i}));
    }
    return seat;
}

/// Deals a slot to all seats. False when some number is zero or two points are equal, which does not happen while the
/// system's generator works.
bool deal_slot(std::vector<DealtSeat>& seats, const PoolTerms& terms, const DescId& desc_id, Slot slot,
               std::size_t number, TableRow& row, std::vector<AdmitTag>& tags) {
    const Polynomial polynomial = Polynomial::random(terms.threshold);
    SecretBytes secret{kScalarBytes};
    polynomial.secret(secret.span().first<kScalarBytes>());
    bool good = is_good_scalar(secret.span());
    row = slot_row(secret.span(), desc_id, slot);
    tags.clear();
    SecretBytes point{kScalarBytes};
    for (auto& seat : seats) {
        seat_point(point.span().first<kScalarBytes>(),
                   seat.period_seeds[slot.period.number - terms.first_period.number], desc_id, slot);
        const auto share = seat.shares.span().subspan(number * kScalarBytes).first<kScalarBytes>();
        polynomial.value_at(std::span<const std::uint8_t, kScalarBytes>{point.data(), kScalarBytes}, share);
        good = good && is_good_scalar(point.span()) && is_good_scalar(share);
        tags.push_back(admit_tag(point.span(), desc_id, slot));
    }
    std::ranges::sort(tags);
    return good && std::ranges::adjacent_find(tags) == tags.end();
}

}  // namespace

PoolId new_pool_id() {
    PoolId id{};
    fill_random(id);
    return id;
}

Result<Dealt> deal(const PoolTerms& terms, const CollectorOffer& offer, const FounderKey& founder) {
    if (auto good = check_terms(terms); !good) {
        return pass_on(good);
    }
    if (offer.first_period != terms.first_period || offer.box_keys.size() != terms.periods) {
        return fail(ErrorCode::kInvalid, "periods of the offer");
    }
    const Bytes head = encode_head(terms, offer, founder.public_key());
    const DescId desc_id = hash32("descriptor", head);
    const std::size_t slots = terms.periods * terms.themes.size();
    std::vector<DealtSeat> seats;
    seats.reserve(terms.seats);
    for (std::uint16_t i = 0; i < terms.seats; ++i) {
        seats.push_back(new_seat(terms, desc_id, slots));
    }
    std::vector<TableRow> table(slots);
    std::vector<std::vector<AdmitTag>> tags(slots);
    for (std::size_t number = 0; number < slots; ++number) {
        const Slot slot{{terms.first_period.number + static_cast<std::uint32_t>(number / terms.themes.size())},
                        {static_cast<std::uint8_t>(number % terms.themes.size())}};
        if (!deal_slot(seats, terms, desc_id, slot, number, table[number], tags[number])) {
            return fail(ErrorCode::kInternal, "random numbers");
        }
    }
    Dealt dealt;
    dealt.draft = encode_draft(head, table, founder);
    std::vector<Bytes> packets;
    for (std::uint16_t i = 0; i < terms.seats; ++i) {
        packets.push_back(seal_packet(seats[i].shares, seats[i].mseed, desc_id));
        dealt.invites.push_back({std::move(seats[i].mseed), desc_id, {i}});
    }
    dealt.season = encode_season(desc_id, packets, std::move(tags), founder);
    return dealt;
}

}  // namespace pennydrop::pool
