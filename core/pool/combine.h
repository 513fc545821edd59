// SPDX-License-Identifier: Apache-2.0
// Pools of pools: the digests of several teams, taken together with the same care.
// Threads: plain values, pure functions.
// Specification: docs/pool-protocol.md, "Combining digests: pools of pools" and "Combined digest, PDR1".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "pool/descriptor.h"
#include "pool/digest.h"
#include "pool/types.h"

namespace pennydrop::pool {

inline constexpr std::size_t kMinTeams = 3;
inline constexpr std::size_t kMaxTeams = 10000;

/// One team's verified digest.
struct TeamDigest {
    const Descriptor* descriptor{nullptr};
    Digest digest{};
    bool may_be_named{false};
};

struct CombinedItem {
    std::string code{};
    std::uint32_t at_least{0};         ///< Rounded down to a multiple of 5, but not below K.
    std::vector<std::string> teams{};  ///< Named ones, ascending.
    bool operator==(const CombinedItem&) const = default;
};

struct Combined {
    std::uint8_t threshold{0};  ///< K
    std::uint16_t teams{0};
    Period period{};
    PublicKey signing_key{};
    std::string name{};
    std::vector<CombinedItem> items{};
    bool operator==(const Combined&) const = default;
};

/// Applies the rules. kInvalid for fewer than kMinTeams, for two of one pool, or for different periods.
[[nodiscard]] Result<Combined> combine(std::span<const TeamDigest> teams, std::string_view name);

/// Signs with the seed and puts its public key in. kInvalid outside the limits.
[[nodiscard]] Result<Bytes> encode_combined(Combined combined, const SecretBytes& signing_seed);
/// Strict, with the signature by the key that stands in it. Errors: kNotOurFile, kNewerVersion, kDamaged.
[[nodiscard]] Result<Combined> decode_combined(ByteView bytes);

}  // namespace pennydrop::pool
