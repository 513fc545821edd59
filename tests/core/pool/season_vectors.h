// SPDX-License-Identifier: Apache-2.0
// What goes into the test vectors of the pool protocol: inputs, intermediate values, outputs.
// Threads: one.
#pragma once

#include <QtCore/QJsonObject>

namespace pennydrop::pool::testing {

/// One season of five seats, from the keys to the digest.
[[nodiscard]] QJsonObject season_vectors();
/// Hashes, codes, times, numbers of subsets, bands, levels.
[[nodiscard]] QJsonObject rule_vectors();
/// Three teams and their combined digest.
[[nodiscard]] QJsonObject combined_vectors();

}  // namespace pennydrop::pool::testing
