// SPDX-License-Identifier: Apache-2.0
// Dealing a season: what the founder's device does once, and then forgets.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Making a season" and "Dealing".
#pragma once

#include <vector>

#include "base/result.h"
#include "pool/collector_keys.h"
#include "pool/descriptor.h"
#include "pool/invite.h"
#include "pool/season.h"
#include "pool/signing.h"
#include "pool/terms.h"

namespace pennydrop::pool {

/// What dealing leaves. No polynomial and no share outlives it; the invitations are wiped with this value.
struct Dealt {
    Bytes draft{};   ///< For countersign().
    Bytes season{};  ///< For everybody.
    std::vector<Invite> invites{};
};

/// Makes a season. `terms` must have the offer's first period and as many periods. Takes some milliseconds for each ten
/// seats. Errors: kInvalid; kInternal when the system's random numbers are none.
[[nodiscard]] Result<Dealt> deal(const PoolTerms& terms, const CollectorOffer& offer, const FounderKey& founder);

/// A new random pool id, for a pool's first season.
[[nodiscard]] PoolId new_pool_id();

}  // namespace pennydrop::pool
