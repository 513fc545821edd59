// SPDX-License-Identifier: Apache-2.0
// Every state a folder may be in after power failed while something was done in it, laid out on the disk one by one.
// Threads: as PowerCut.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "support/power_cut.h"

namespace pennydrop::testing {

/// Files of `folder` by full path.
[[nodiscard]] PowerCut::Files files_in(const std::filesystem::path& folder);

/// Makes `folder` hold exactly these files.
void lay_out(const std::filesystem::path& folder, const PowerCut::Files& files);

/// Lays out the state after each of the operations (each `step`-th of them when there are many), under each choice of
/// survivors and a model of torn writes (in the long run under all of them), and calls `look(place)`. Stops when it
/// returns false. Returns how many states there were.
std::size_t for_each_crash(const std::filesystem::path& folder, const PowerCut::Files& start,
                           const std::vector<DiskOperation>& operations, std::size_t step,
                           const std::function<bool(const std::string& place)>& look);

}  // namespace pennydrop::testing
