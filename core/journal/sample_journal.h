// SPDX-License-Identifier: Apache-2.0
// Believable sample entries for `pennydrop --demo`, screenshots and benchmarks: nurses, social workers and council
// staff over two years. No entry describes a real person or place. The same seed and end always give the same entries.
// Threads: a pure function.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "journal/entry.h"

namespace pennydrop {

struct SampleOptions {
    std::uint64_t seed{1};
    std::size_t count{400};
    LocalTime end{};  ///< No entry is later than this; the newest few lie within the day before it.
    int days{730};    ///< Entries spread over this many days before `end`.
};

/// `count` entries, oldest first.
[[nodiscard]] std::vector<EntryContent> sample_entries(const SampleOptions& options);

}  // namespace pennydrop
