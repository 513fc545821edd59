// SPDX-License-Identifier: Apache-2.0
#include "pool/invite.h"

#include <algorithm>
#include <array>

#include "pool/codes.h"
#include "pool/derive.h"
#include "pool/message.h"

namespace pennydrop::pool {
namespace {

constexpr Magic kMagic{'P', 'D', 'I', '1'};
constexpr std::size_t kCovered = 71;
constexpr std::size_t kCheckBytes = 4;
constexpr std::size_t kInviteBytes = kCovered + kCheckBytes;

std::array<std::uint8_t, 16> check_of(ByteView covered) {
    std::array<std::uint8_t, 16> check{};
    hash_into(check, "invite", covered);
    return check;
}

}  // namespace

SecretBytes encode_invite(const Invite& invite) {
    SecretBytes bytes{kInviteBytes};
    Writer writer{bytes.span()};
    put_message_head(writer, kMagic);
    writer.bytes(invite.mseed.span());
    writer.bytes(invite.desc_id);
    writer.integer(invite.seat.value);
    const auto check = check_of(bytes.span().first(kCovered));
    writer.bytes(std::span{check}.first(kCheckBytes));
    return bytes;
}

SecretBytes invite_text(const Invite& invite) {
    return base32(encode_invite(invite).span());
}

Result<Invite> decode_invite(ByteView bytes) {
    if (auto known = check_message(bytes, kMagic); !known) {
        return pass_on(known);
    }
    if (bytes.size() != kInviteBytes) {
        return fail(ErrorCode::kDamaged, "invitation: length");
    }
    Reader reader{bytes};
    (void)reader.zeros(kMessageHeadBytes);
    Invite invite;
    invite.mseed = SecretBytes{kKeyBytes};
    reader.bytes(invite.mseed.span());
    reader.bytes(invite.desc_id);
    invite.seat.value = reader.integer<std::uint16_t>();
    const auto check = check_of(bytes.first(kCovered));
    if (!std::ranges::equal(bytes.last(kCheckBytes), std::span{check}.first(kCheckBytes))) {
        return fail(ErrorCode::kDamaged, "invitation: misread");
    }
    return invite;
}

Result<Invite> read_invite_text(std::string_view text) {
    auto bytes = from_base32(text);
    if (!bytes) {
        return pass_on(bytes);
    }
    return decode_invite(bytes->span());
}

}  // namespace pennydrop::pool
