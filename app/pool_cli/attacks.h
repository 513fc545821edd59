// SPDX-License-Identifier: Apache-2.0
// The attacks of docs/pool-protocol.md, "Attacks", each played against the real code and measured.
// Threads: main thread.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "simulated_team.h"

namespace pennydrop::pool_cli {

/// What came of one attack.
struct AttackResult {
    std::string name{};      ///< For programs and for the threat model: "collector-alone".
    std::string attacker{};  ///< As in the document's table.
    std::string expected{};
    std::string measured{};
    bool holds{false};  ///< What was measured is what the document says, no more and no less.
};

/// One attack for each row. `seed` decides what members do.
[[nodiscard]] Result<std::vector<AttackResult>> run_attacks(std::uint64_t seed);

// Each plays one row, or part of one.
[[nodiscard]] Result<AttackResult> attack_collector_alone(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_collector_and_members(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_all_but_one_of_the_threshold(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_collector_and_founder(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_member_and_network(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_counting_twice(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_stolen_phone(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_courier(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_hostile_blobs(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_lying_digest(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_two_releases(Choice& choice);
[[nodiscard]] Result<AttackResult> attack_altered_descriptor(Choice& choice);

}  // namespace pennydrop::pool_cli
