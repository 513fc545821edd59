// SPDX-License-Identifier: Apache-2.0
// The commands of pennydrop-pool, in the order in which a season needs them.
// Threads: main thread.
// Specification: docs/pool-protocol.md; docs/pennydrop-pool.1.
#pragma once

#include <vector>

#include "command_line.h"

namespace pennydrop::pool_cli {

[[nodiscard]] CommandSpec offer_command();     ///< Collector: makes keys and an offer.
[[nodiscard]] CommandSpec create_command();    ///< Founder: from the offer to a plan.
[[nodiscard]] CommandSpec deal_command();      ///< Founder: from the plan to draft, season file, invitations.
[[nodiscard]] CommandSpec sign_command();      ///< Collector: from the draft to the descriptor.
[[nodiscard]] CommandSpec slips_command();     ///< Founder: from invitations to slips.
[[nodiscard]] CommandSpec join_command();      ///< Member: from a slip to a seat.
[[nodiscard]] CommandSpec report_command();    ///< Member: builds a period's file.
[[nodiscard]] CommandSpec withdraw_command();  ///< Member: takes a period back.
[[nodiscard]] CommandSpec bundle_command();    ///< Courier: many files to one.
[[nodiscard]] CommandSpec collect_command();   ///< Collector: opens what reached the threshold, and releases it.
[[nodiscard]] CommandSpec verify_command();    ///< Member: checks a digest.
[[nodiscard]] CommandSpec combine_command();   ///< Pools of pools.
[[nodiscard]] CommandSpec inspect_command();   ///< Says what a file is.
[[nodiscard]] CommandSpec simulate_command();  ///< Plays seasons and attacks in memory.

[[nodiscard]] std::vector<CommandSpec> all_commands();

}  // namespace pennydrop::pool_cli
