// SPDX-License-Identifier: Apache-2.0
// A sample journal with a life: the entries of sample_journal.h, and what made-up people did with them since:
// follow-ups, states of barriers, links, for-now decisions, tags. The same options always give the same journal.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include "base/result.h"
#include "journal/journal.h"
#include "journal/sample_journal.h"

namespace pennydrop {

/// Adds everything in one transaction: all or nothing. Entries count as written when they happened.
[[nodiscard]] Status fill_sample_journal(Journal& journal, const SampleOptions& options);

}  // namespace pennydrop
