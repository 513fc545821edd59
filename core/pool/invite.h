// SPDX-License-Identifier: Apache-2.0
// An invitation: what is printed on one slip, or shown as one QR code.
// Threads: belongs to one thread at a time.
// Specification: docs/pool-protocol.md, "Invitation, PDI1".
#pragma once

#include <string_view>

#include "base/result.h"
#include "base/secret.h"
#include "pool/types.h"

namespace pennydrop::pool {

struct Invite {
    SecretBytes mseed{};
    DescId desc_id{};
    SeatIndex seat{};
};

/// The 75 bytes, and the 120 characters.
[[nodiscard]] SecretBytes encode_invite(const Invite& invite);
[[nodiscard]] SecretBytes invite_text(const Invite& invite);

/// Errors: kNotOurFile, kNewerVersion, kDamaged (also when a character was misread).
[[nodiscard]] Result<Invite> decode_invite(ByteView bytes);
[[nodiscard]] Result<Invite> read_invite_text(std::string_view text);

}  // namespace pennydrop::pool
