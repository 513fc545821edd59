// SPDX-License-Identifier: Apache-2.0
// The digest of a period: the same bytes for the coach and for every member.
// Threads: plain values, pure functions.
// Specification: docs/pool-protocol.md, "Digest, PDD1".
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "pool/descriptor.h"
#include "pool/group.h"
#include "pool/types.h"

namespace pennydrop::pool {

struct DigestLevel {
    std::uint8_t level{0};
    std::uint8_t band{0};
    bool operator==(const DigestLevel&) const = default;
};

struct DigestItem {
    ThemeIndex theme{};
    std::uint8_t band{0};
    Scalar secret{};                    ///< s, which shows that the theme crossed the threshold.
    std::vector<DigestLevel> levels{};  ///< Ascending.
    bool operator==(const DigestItem&) const = default;
};

enum class TextKind : std::uint8_t { kNote = 1, kAsk = 2 };

struct DigestText {
    ThemeIndex theme{};
    TextKind kind{TextKind::kNote};
    std::string text{};  ///< 1 to 798 bytes.
    bool operator==(const DigestText&) const = default;
};

inline constexpr std::size_t kMaxDigestTexts = 2000;
inline constexpr std::size_t kMaxDigestTextBytes = 798;

struct Digest {
    DescId desc_id{};
    Period period{};
    Hash previous{};
    std::vector<DigestItem> items{};
    std::vector<DigestText> texts{};
    std::vector<BlobHash> received{};
    bool operator==(const Digest&) const = default;
};

/// Sorts what has an order, leaves repeated texts and hashes out, and signs. kInvalid outside the limits.
[[nodiscard]] Result<Bytes> encode_digest(Digest digest, const SecretBytes& collector_seed);

/// Layout, signature, and everything that can be checked with the descriptor alone: the secrets fit the table, bands
/// and levels are possible. Errors: kNotOurFile, kNewerVersion, kDamaged, kInvalid (of another season).
[[nodiscard]] Result<Digest> decode_digest(ByteView bytes, const Descriptor& descriptor);

/// H_32(`digest-hash`; bytes): the next digest's "what came before", and what members compare by comparison_code().
[[nodiscard]] Hash digest_hash(ByteView bytes);

}  // namespace pennydrop::pool
