// SPDX-License-Identifier: Apache-2.0
// Putting a backup in the place of a journal. The backup is checked in every block first; the journal it replaces is
// kept under a clear name beside it, whatever state it is in: it is copied as bytes, never opened as a vault.
//
// What a crash leaves: until the last step the journal's name has the old journal, with its log; that step is one
// rename on the disk, after which it has the restored one, complete and synced. The copy of the old journal is complete
// under its name before that step. An old log that lies beside the restored journal for a moment is foreign to it, and
// every reader takes it for an empty one. What may be left over are files called NAME.pennydrop.new-..., which the next
// restore or re-key removes, NAME replaced DATE.pennydrop.new-..., which the next restore removes, and a copy of a
// journal that was not replaced after all.
//
// Entries that wait in the drop box of a journal with another key than the backup's are kept with the journal that is
// replaced, as its drop box: whoever opens that one has them.
// Threads: belongs to one thread.
#pragma once

#include <filesystem>
#include <optional>

#include "base/progress.h"
#include "base/result.h"
#include "base/types.h"
#include "vault/vault.h"
#include "vault/vault_secret.h"

namespace pennydrop {

struct Restored {
    std::optional<std::filesystem::path> replaced{};  ///< Where the journal that was there is now.
    /// Where entries are that waited for the replaced journal and only its key opens: they come when it is unlocked.
    std::optional<std::filesystem::path> drop_box{};
};

/// `secret` is one that opens the backup. `now` names what is replaced. Errors: those of Vault::open() for the backup;
/// kInUse when the journal is open or somebody writes into its drop box; kInvalid when both are the same file;
/// kNotFound (no such folder), kPermission, kDiskFull, kIo, kCancelled. After an error the journal is what it was; an
/// empty drop box may be beside it. One exception: when the device fails in the very last step (kIo), the restored
/// journal has the name, after a power cut the old one may have it again, and a copy of the old one is beside it.
[[nodiscard]] Result<Restored> restore_vault(const std::filesystem::path& backup, const std::filesystem::path& journal,
                                             const VaultSecret& secret, const LocalTime& now,
                                             const VaultOptions& options, const OnProgress& progress);

}  // namespace pennydrop
