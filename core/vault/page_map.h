// SPDX-License-Identifier: Apache-2.0
// Which pages of a damaged database hold rows, and of which table as far as that can be learnt. Private to core/vault.
// Threads: belongs to one thread.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "vault/page_source.h"

namespace pennydrop {

struct PageMap {
    std::vector<std::uint32_t> with_rows{};  ///< Rising.
    /// The table of each page that can be reached from above. The schema's own pages have the name "sqlite_schema",
    /// those of indexes none.
    std::unordered_map<std::uint32_t, std::string> table_of{};
    std::unordered_map<std::uint32_t, std::string> index_of{};  ///< The table that each page of an index is about.
    std::uint64_t damaged{0};                                   ///< Pages that do not authenticate or are missing.
    bool schema_was_read{false};
    std::int64_t user_version{0};  ///< Of the schema, when its first page was read.
};

/// Reads every page once: steps_for() steps. Errors: kCancelled.
[[nodiscard]] Result<PageMap> map_pages(PageSource& source, ProgressMeter& meter);

}  // namespace pennydrop
