// SPDX-License-Identifier: Apache-2.0
// The plan of a season, a JSON file between "create" and "deal" that a team can read and talk about before anything is
// dealt. It is no part of the protocol.
// Threads: pure functions over files.
#pragma once

#include <string>

#include "answer.h"
#include "pool/terms.h"

namespace pennydrop::pool_cli {

[[nodiscard]] Json plan_json(const pool::PoolTerms& terms);
/// Strict: every field, none besides, all within the limits.
[[nodiscard]] Outcome<pool::PoolTerms> load_plan(const std::string& path);

}  // namespace pennydrop::pool_cli
