// SPDX-License-Identifier: Apache-2.0
// Brings what was written while the journal was locked into its tables, each entry exactly once.
// Threads: belongs to the thread that owns the vault.
// Specification: docs/vault-format.md, "Drop box".
#pragma once

#include <cstddef>
#include <optional>

#include "base/result.h"
#include "base/types.h"
#include "vault/database.h"
#include "vault/drop_box.h"

namespace pennydrop {

struct MergedDrops {
    std::size_t merged{0};      ///< New entries in the journal, durable.
    std::size_t unreadable{0};  ///< Pieces of the drop box that hold no entry this program can read; they are kept.
    /// Why the drop box could not be emptied. Nothing is lost: what was merged is remembered, and is not merged again.
    std::optional<Error> not_emptied{};
};

/// Merges and empties `box`, which must be freshly opened. On an error nothing has been merged, and the box is as it
/// was.
[[nodiscard]] Result<MergedDrops> merge_drops(Connection& database, DropBox& box, Timestamp now);

}  // namespace pennydrop
