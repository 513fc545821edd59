// SPDX-License-Identifier: Apache-2.0
// Codes for people: six pronounceable words to compare a hash by, and Base32 for printed invitations.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Code to compare" and "Invitation". Source: D. S. Wilkerson, "A Proposal for
// Proquints" (2009); D. Crockford, "Base 32".
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/secret.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// "lusab-babad-gutih-tugad-mudof-sakat", from the first 12 bytes.
[[nodiscard]] std::string comparison_code(const Hash& hash);

/// Crockford's Base32, most significant bit first, in guarded memory. `bytes` is a multiple of 5 long.
[[nodiscard]] SecretBytes base32(ByteView bytes);

/// Back again, without case, spaces and hyphens, with O for 0 and I and L for 1. kDamaged for another character or a
/// length that is not a multiple of 8.
[[nodiscard]] Result<SecretBytes> from_base32(std::string_view text);

}  // namespace pennydrop::pool
