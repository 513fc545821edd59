// SPDX-License-Identifier: Apache-2.0
// What may be shown of a collected period: bands, levels with secondary suppression, chosen texts.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Release". Source: practice.md of the design (disclosure control).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "pool/collect.h"
#include "pool/digest.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// The band of `reporters`, at least k, in a pool of these terms.
[[nodiscard]] std::uint8_t band_of(unsigned reporters, unsigned threshold, unsigned seats) noexcept;

/// From and to, both included; `to` is 0 where it is open.
struct BandRange {
    unsigned from{0};
    unsigned to{0};
};
/// kInvalid for a band that a pool of these terms cannot have.
[[nodiscard]] Result<BandRange> band_range(unsigned band, unsigned threshold, unsigned seats);

/// Which levels may be shown, so that what is left is nobody or at least k.
[[nodiscard]] std::array<bool, kMaxLevel + 1> shown_levels(const std::array<std::uint16_t, kMaxLevel + 1>& levels,
                                                           unsigned reporters, unsigned threshold) noexcept;

/// Makes and signs the digest. `texts` are what the coach and the team chose; default none. The caller saves it, then
/// calls CollectorKeys::released() and saves the keys. Errors: kInvalid (a text of a theme that is not shown, or not
/// good text; another season's), kClosed (released already).
[[nodiscard]] Result<Bytes> make_digest(const Descriptor& descriptor, const Collected& collected,
                                        const CollectorKeys& collector, std::span<const DigestText> texts = {});

}  // namespace pennydrop::pool
