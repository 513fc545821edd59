// SPDX-License-Identifier: Apache-2.0
#include "pool/verify.h"

#include <algorithm>

namespace pennydrop::pool {
namespace {

/// The chain, against the last digest that was verified.
Status check_chain(const Verified& found, const KnownDigest& known, const DescId& desc_id) {
    if (found.digest.period < known.period) {
        return fail(ErrorCode::kClosed, "older than the last digest");
    }
    const bool same_period = found.digest.period == known.period;
    if (same_period && found.hash == known.hash) {
        return {};
    }
    if (same_period || found.digest.previous == desc_id) {
        return fail(ErrorCode::kAlreadyExists, "two stories of one period");
    }
    if (found.digest.previous != known.hash) {
        return fail(ErrorCode::kNotFound, "a digest in between");
    }
    return {};
}

}  // namespace

Result<Verified> verify_digest(ByteView bytes, const Descriptor& descriptor, const std::optional<KnownDigest>& known,
                               std::span<const BlobHash> receipts) {
    auto digest = decode_digest(bytes, descriptor);
    if (!digest) {
        return pass_on(digest);
    }
    Verified found;
    found.digest = std::move(*digest);
    found.hash = digest_hash(bytes);
    if (known) {
        if (auto chained = check_chain(found, *known, descriptor.id()); !chained) {
            return pass_on(chained);
        }
        found.repeated = found.hash == known->hash;
    } else {
        found.past_unknown = found.digest.previous != descriptor.id();
    }
    for (const auto& receipt : receipts) {
        if (!std::ranges::binary_search(found.digest.received, receipt)) {
            found.missing.push_back(receipt);
        }
    }
    return found;
}

}  // namespace pennydrop::pool
