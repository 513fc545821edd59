// SPDX-License-Identifier: Apache-2.0
#include "pool/seat.h"

#include <algorithm>

#include "pool/derive.h"
#include "pool/message.h"

namespace pennydrop::pool {
namespace {

constexpr Magic kMagic{'P', 'D', 'K', '1'};
constexpr std::size_t kHeadBytes = 40;

std::size_t period_bytes(std::size_t themes) noexcept {
    return 4 + 1 + themes + kKeyBytes + themes * kScalarBytes;
}

bool good_shares(const SecretBytes& shares) noexcept {
    for (std::size_t at = 0; at < shares.size(); at += kScalarBytes) {
        if (!is_good_scalar(shares.span().subspan(at, kScalarBytes))) {
            return false;
        }
    }
    return true;
}

}  // namespace

void seat_point(std::span<std::uint8_t, kScalarBytes> out, const SecretBytes& period_seed, const DescId& desc_id,
                Slot slot) {
    SlotContext{desc_id, slot}.scalar(out, key_of(period_seed), "point");
}

Result<Seat> Seat::join(const Invite& invite, const Descriptor& descriptor, const SeasonFile& season) {
    if (invite.desc_id != descriptor.id()) {
        return fail(ErrorCode::kInvalid, "the invitation is for another season");
    }
    auto shares = season.open_packet(invite.seat, invite.mseed);
    if (!shares) {
        return pass_on(shares);
    }
    const PoolTerms& terms = descriptor.terms();
    Seat seat;
    seat.desc_id_ = descriptor.id();
    seat.themes_ = static_cast<std::uint8_t>(terms.themes.size());
    const std::size_t size = seat.themes_ * kScalarBytes;
    SecretBytes point{kScalarBytes};
    for (std::uint8_t i = 0; i < terms.periods; ++i) {
        SeatPeriod period;
        period.period = {terms.first_period.number + i};
        period.turns.assign(seat.themes_, 0);
        period.seed = derive_secret(key_of(invite.mseed), "period", seat.desc_id_, period.period);
        period.shares = SecretBytes::copy_of(shares->span().subspan(i * size, size));
        for (std::uint8_t theme = 0; theme < seat.themes_; ++theme) {
            const Slot slot{period.period, {theme}};
            seat_point(point.span().first<kScalarBytes>(), period.seed, seat.desc_id_, slot);
            if (!season.admits(point.span(), slot)) {
                return fail(ErrorCode::kDamaged, "season: the seat's point is not admitted");
            }
        }
        seat.periods_.push_back(std::move(period));
    }
    return seat;
}

Result<Seat> Seat::decode(ByteView bytes) {
    if (auto known = check_message(bytes, kMagic); !known) {
        return pass_on(known);
    }
    Reader reader{bytes};
    (void)reader.zeros(kMessageHeadBytes);
    Seat seat;
    const unsigned periods = reader.integer<std::uint8_t>();
    seat.themes_ = reader.integer<std::uint8_t>();
    const bool zero = reader.zeros(1);
    reader.bytes(seat.desc_id_);
    if (!zero || periods > kMaxPeriods || seat.themes_ == 0 || seat.themes_ > kMaxThemes ||
        bytes.size() != kHeadBytes + periods * period_bytes(seat.themes_)) {
        return fail(ErrorCode::kDamaged, "seat: head or length");
    }
    for (unsigned i = 0; i < periods; ++i) {
        SeatPeriod period;
        period.period.number = reader.integer<std::uint32_t>();
        period.files_built = reader.integer<std::uint8_t>();
        period.turns.resize(seat.themes_);
        reader.bytes(period.turns);
        period.seed = SecretBytes{kKeyBytes};
        reader.bytes(period.seed.span());
        period.shares = SecretBytes{seat.themes_ * kScalarBytes};
        reader.bytes(period.shares.span());
        const bool in_order = seat.periods_.empty() || seat.periods_.back().period < period.period;
        const auto too_many = [&](std::uint8_t turn) { return turn > period.files_built; };
        if (!in_order || period.period.number > kMaxPeriodNumber || period.files_built > kMaxFiles ||
            std::ranges::any_of(period.turns, too_many) || !good_shares(period.shares)) {
            return fail(ErrorCode::kDamaged, "seat: period");
        }
        seat.periods_.push_back(std::move(period));
    }
    return seat;
}

SecretBytes Seat::encode() const {
    SecretBytes bytes{kHeadBytes + periods_.size() * period_bytes(themes_)};
    Writer writer{bytes.span()};
    put_message_head(writer, kMagic);
    writer.integer(static_cast<std::uint8_t>(periods_.size()));
    writer.integer(themes_);
    writer.zeros(1);
    writer.bytes(desc_id_);
    for (const auto& period : periods_) {
        writer.integer(period.period.number);
        writer.integer(period.files_built);
        writer.bytes(period.turns);
        writer.bytes(period.seed.span());
        writer.bytes(period.shares.span());
    }
    return bytes;
}

SeatPeriod* Seat::find(Period period) noexcept {
    const auto found = std::ranges::find(periods_, period, &SeatPeriod::period);
    return found == periods_.end() ? nullptr : &*found;
}

const SeatPeriod* Seat::find(Period period) const noexcept {
    const auto found = std::ranges::find(periods_, period, &SeatPeriod::period);
    return found == periods_.end() ? nullptr : &*found;
}

void Seat::wipe_through(Period period) {
    std::erase_if(periods_, [&](const SeatPeriod& kept) { return kept.period <= period; });
}

}  // namespace pennydrop::pool
