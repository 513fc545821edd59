// SPDX-License-Identifier: Apache-2.0
#include "pool/season.h"

#include <sodium.h>

#include <algorithm>

#include "pool/derive.h"
#include "pool/message.h"

namespace pennydrop::pool {
namespace {

constexpr Magic kMagic{'P', 'D', 'S', '1'};
constexpr std::size_t kPacketOverhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;

}  // namespace

AdmitTag admit_tag(ByteView point, const DescId& desc_id, Slot slot) {
    AdmitTag tag{};
    SlotContext{desc_id, slot}.derive(tag, KeyView{point.data(), kKeyBytes}, "admit");
    return tag;
}

Result<SeasonFile> SeasonFile::decode(ByteView bytes, const Descriptor& descriptor) {
    if (auto known = check_message(bytes, kMagic); !known) {
        return pass_on(known);
    }
    SeasonFile file;
    file.terms_ = descriptor.terms();
    file.slots_ = descriptor.slot_count();
    Reader reader{bytes};
    (void)reader.zeros(kMessageHeadBytes);
    const bool zero = reader.zeros(1);
    const std::size_t seats = reader.integer<std::uint16_t>();
    reader.bytes(file.desc_id_);
    if (!zero || !reader.ok()) {
        return fail(ErrorCode::kDamaged, "season: head");
    }
    if (file.desc_id_ != descriptor.id() || seats != file.terms_.seats) {
        return fail(ErrorCode::kInvalid, "of another season");
    }
    file.packets_.assign(seats, Bytes(kPacketOverhead + file.slots_ * kScalarBytes));
    for (auto& packet : file.packets_) {
        reader.bytes(packet);
    }
    file.tags_.resize(file.slots_ * seats);
    for (auto& tag : file.tags_) {
        reader.bytes(tag);
    }
    const std::size_t covered = reader.position();
    Signature signature{};
    reader.bytes(signature);
    if (!reader.finished()) {
        return fail(ErrorCode::kDamaged, "season: length");
    }
    if (!is_signed(descriptor.founder_key(), "season", bytes.first(covered), signature)) {
        return fail(ErrorCode::kDamaged, "season: signature");
    }
    for (std::size_t slot = 0; slot < file.slots_; ++slot) {
        const auto tags = std::span{file.tags_}.subspan(slot * seats, seats);
        if (std::ranges::adjacent_find(tags, std::ranges::greater_equal{}) != tags.end()) {
            return fail(ErrorCode::kDamaged, "season: order");
        }
    }
    return file;
}

bool SeasonFile::admits(ByteView point, Slot slot) const {
    if (!has_slot(terms_, slot) || point.size() != kScalarBytes) {
        return false;
    }
    const std::size_t number =
        (slot.period.number - terms_.first_period.number) * terms_.themes.size() + slot.theme.value;
    return std::ranges::binary_search(std::span{tags_}.subspan(number * terms_.seats, terms_.seats),
                                      admit_tag(point, desc_id_, slot));
}

Result<SecretBytes> SeasonFile::open_packet(SeatIndex seat, const SecretBytes& mseed) const {
    if (seat.value >= packets_.size()) {
        return fail(ErrorCode::kInvalid, "no such seat");
    }
    const ByteView packet = packets_[seat.value];
    const SecretBytes key = derive_secret(key_of(mseed), "packet", desc_id_);
    SecretBytes shares{slots_ * kScalarBytes};
    if (crypto_secretbox_open_easy(shares.data(), packet.data() + crypto_secretbox_NONCEBYTES,
                                   packet.size() - crypto_secretbox_NONCEBYTES, packet.data(), key.data()) != 0) {
        return fail(ErrorCode::kWrongSecret, "packet");
    }
    for (std::size_t slot = 0; slot < slots_; ++slot) {
        if (!is_good_scalar(shares.span().subspan(slot * kScalarBytes, kScalarBytes))) {
            return fail(ErrorCode::kDamaged, "packet: share");
        }
    }
    return shares;
}

Bytes seal_packet(const SecretBytes& shares, const SecretBytes& mseed, const DescId& desc_id) {
    const SecretBytes key = derive_secret(key_of(mseed), "packet", desc_id);
    Bytes packet(kPacketOverhead + shares.size());
    fill_random(std::span{packet}.first(crypto_secretbox_NONCEBYTES));
    (void)crypto_secretbox_easy(packet.data() + crypto_secretbox_NONCEBYTES, shares.data(), shares.size(),
                                packet.data(), key.data());
    return packet;
}

Bytes encode_season(const DescId& desc_id, const std::vector<Bytes>& packets, std::vector<std::vector<AdmitTag>> tags,
                    const FounderKey& founder) {
    Message message;
    message.head(kMagic).zeros(1).integer(static_cast<std::uint16_t>(packets.size())).bytes(desc_id);
    for (const auto& packet : packets) {
        message.bytes(packet);
    }
    for (auto& slot : tags) {
        std::ranges::sort(slot);
        for (const auto& tag : slot) {
            message.bytes(tag);
        }
    }
    message.bytes(sign(founder.seed(), "season", message.view()));
    return message.take();
}

}  // namespace pennydrop::pool
