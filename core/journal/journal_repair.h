// SPDX-License-Identifier: Apache-2.0
// Saving the entries of a damaged journal into a new one, with a report of what was lost. An entry whose own blocks are
// intact is saved, whatever became of the rest; one whose end is lost is saved up to there and marked "[…]". What
// belongs to entries is saved in the same way; where the entry itself is lost, one that says "[…]" holds what was
// written to it, and one that names them holds its attachments.
// Threads: as repair_vault().
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "journal/entry.h"
#include "vault/vault.h"
#include "vault/vault_secret.h"

namespace pennydrop {

struct JournalRepairReport {
    std::uint64_t blocks{0};
    std::uint64_t damaged_blocks{0};  ///< Those not delivered among them.
    /// The device did not deliver them at least once: another try, or another drive, may bring more.
    std::uint64_t not_delivered{0};
    /// Somebody without the key had changed the header: it was made anew, and only the way in that was used now opens
    /// the repaired journal.
    bool header_was_forged{false};
    std::uint64_t entries_saved{0};  ///< Those that lost their end included.
    std::vector<EntryId> cut{};      ///< Saved without the end of their text.
    /// Known to have been there. Where the blocks that know of them are damaged too, there may have been more.
    std::vector<EntryId> lost{};
    bool draft_saved{false};
    bool draft_lost{false};  ///< There was one. Never set when nothing of it could be read.
    std::uint64_t follow_ups_saved{0};
    std::uint64_t follow_ups_lost{0};  ///< Known to have been there.
    std::uint64_t attachments_saved{0};
    std::uint64_t attachments_lost{0};  ///< Known to have been there.
    std::uint64_t attachments_cut{0};   ///< Of those saved; reading one of them ends with kDamaged.
    /// Other rows in which a person wrote: decisions, meanings, half-written notes and forms (each field counts, a
    /// chosen day too), tags. Known to have been there.
    std::uint64_t words_lost{0};
    std::uint64_t words_cut{0};         ///< Texts but those of entries, saved without their end.
    std::uint64_t other_rows_saved{0};  ///< The rest of what belongs to entries, and what the journal remembers.
    bool is_complete{false};            ///< Nothing was damaged that mattered.
};

/// `target` opens with the passphrase and the recovery code of the damaged journal, which is never changed; after
/// `header_was_forged` with that of the two that `secret` is. Errors: as repair_vault().
[[nodiscard]] Result<JournalRepairReport> repair_journal(const std::filesystem::path& damaged,
                                                         const VaultSecret& secret, const std::filesystem::path& target,
                                                         const VaultOptions& options, const OnProgress& progress);

}  // namespace pennydrop
