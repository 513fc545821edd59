// SPDX-License-Identifier: Apache-2.0
// Finds k shares among many, some of them false, whose polynomial has a value at 0 that fits a fingerprint and a check.
// Threads: search_subsets() uses all cores and returns when they are done; `report` is called on the calling thread only.
// Specification: docs/pool-protocol.md, "Collecting". Source: A. C. Aitken, "On interpolation by iteration of
// proportional parts" (1932).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "pool/group.h"
#include "pool/secret_sharing.h"

namespace pennydrop::pool {

/// One slot to be searched. The points differ from each other and are not zero.
struct SearchTask {
    std::span<const Share> shares{};
    std::size_t threshold{0};
    std::array<std::uint8_t, 16> fingerprint_key{};
    std::array<std::uint8_t, 8> fingerprint{};
    /// Whether a scalar of fitting fingerprint is the secret. Called from any thread.
    std::function<bool(const Scalar&)> is_secret{};
};

/// A polynomial that was found, as k of the shares it goes through.
struct Found {
    Scalar secret{};
    std::vector<std::size_t> shares{};  ///< Indices, ascending.
};

/// For each task what was found, the first in lexicographic order. Progress counts subsets. `threads` 0 means one for
/// each core. Errors: kCancelled, kInvalid (a task of more than kMaxSubsets).
[[nodiscard]] Result<std::vector<std::optional<Found>>> search_subsets(std::span<const SearchTask> tasks,
                                                                       const OnProgress& report, unsigned threads = 0);

}  // namespace pennydrop::pool
