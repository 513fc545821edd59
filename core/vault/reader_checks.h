// SPDX-License-Identifier: Apache-2.0
// What is asked of a vault that is being read: whether every block authenticates, whether the database holds together,
// and whether two files hold the same pages. Private to core/vault.
// Threads: plain functions over a reader of the calling thread.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "vault/page_source.h"
#include "vault/vault_reader.h"

namespace pennydrop {

/// Steps a reader's pages cost in a ProgressMeter, once over.
[[nodiscard]] std::uint64_t steps_for(const PageSource& pages);

/// The numbers of pages that are damaged or missing, from 1 and rising. Errors: kCancelled, and those of read_page()
/// but for kDamaged.
[[nodiscard]] Result<std::vector<std::uint32_t>> find_damaged_pages(PageSource& pages, ProgressMeter& meter);

/// What SQLite's integrity_check finds, as a number of complaints; what they say is not told, because it may name
/// values. Errors: kOutOfMemory, kCancelled, and those of read_page() but for kDamaged. Counts steps_for() steps.
[[nodiscard]] Result<std::uint64_t> count_structure_faults(PageSource& pages, ProgressMeter& meter);

using PagesHash = std::array<std::uint8_t, 32>;

/// BLAKE2b over page count and all pages. Errors: kDamaged, kIo, kCancelled.
[[nodiscard]] Result<PagesHash> hash_pages(PageSource& pages, ProgressMeter& meter);

/// kDamaged unless the header is authentic, every block authenticates and the database holds together; an error of the
/// device is passed on as what it is. Twice steps_for() steps.
[[nodiscard]] Status require_sound(VaultReader& reader, ProgressMeter& meter);

}  // namespace pennydrop
