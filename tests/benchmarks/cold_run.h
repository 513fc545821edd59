// SPDX-License-Identifier: Apache-2.0
// Pieces of work measured in a new process, with or without the file in the system's cache: what a person waits for who
// has just started the program. Linux.
// Threads: plain functions.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "measure.h"
#include "sides.h"

namespace pennydrop::bench {

/// What a new process may be asked to do once it has opened the journal.
struct Task {
    std::string_view name;
    void (*work)(Side& side);
};

void first_page(Side& side);
void search_common(Side& side);
void search_middle(Side& side);
void search_rare(Side& side);
void aggregate(Side& side);

inline constexpr std::array kTasks{Task{"page", first_page}, Task{"common", search_common},
                                   Task{"middle", search_middle}, Task{"rare", search_rare},
                                   Task{"aggregate", aggregate}};

/// Writes back and drops what the system has cached of the file; false when some of it stays.
bool drop_from_cache(const std::string& path);

/// Starts this program again to open `side`'s file and do the task called `name`, and returns what those two took in
/// there: not the start of the process. The side must be closed.
[[nodiscard]] Cost cost_in_new_process(const Side& side, bool sealed, std::string_view name);

/// The part of the new process: does what the arguments of cost_in_new_process() say and prints the cost. Nothing when
/// the arguments are not such.
[[nodiscard]] std::optional<int> run_as_new_process(int argc, char** argv);

}  // namespace pennydrop::bench
