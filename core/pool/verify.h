// SPDX-License-Identifier: Apache-2.0
// What a member's device checks when a digest comes.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "What a member verifies".
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "pool/descriptor.h"
#include "pool/digest.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// The last digest of the season that was verified.
struct KnownDigest {
    Period period{};
    Hash hash{};
};

struct Verified {
    Digest digest{};
    Hash hash{};
    bool repeated{false};      ///< The same digest as the known one.
    bool past_unknown{false};  ///< The member's first digest, but not the season's: the past is the coach's word.
    std::vector<BlobHash> missing{};  ///< Own blobs that did not arrive.
};

/// `known` is nothing before the first digest; `receipts` are those of the file that was sent last for this period.
/// Errors: those of decode_digest(); kAlreadyExists when it contradicts the known one (two stories: keep both as
/// evidence), kNotFound when a digest in between is missing, kClosed when it is older than the known one.
[[nodiscard]] Result<Verified> verify_digest(ByteView bytes, const Descriptor& descriptor,
                                             const std::optional<KnownDigest>& known,
                                             std::span<const BlobHash> receipts);

}  // namespace pennydrop::pool
