// SPDX-License-Identifier: Apache-2.0
// What restoring and re-keying share when one file takes another's place. Private to core/vault.
// Threads: belongs to one thread.
#pragma once

#include <filesystem>

#include "base/progress.h"
#include "base/result.h"
#include "base/types.h"
#include "vault/new_vault.h"
#include "vault/vault.h"
#include "vault/vfs_file.h"

namespace pennydrop {

/// Blocks of the file and its log, as steps of a ProgressMeter.
[[nodiscard]] std::uint64_t steps_to_copy(VfsFile& present, const std::filesystem::path& path);

/// Copies the file at `path`, open and locked as `present`, its log, and (unless null) what waits in its drop box, byte
/// by byte to a name that says it was replaced, synced. Returns the name. Errors: kPermission, kDiskFull, kIo,
/// kCancelled.
[[nodiscard]] Result<std::filesystem::path> copy_aside(VfsFile& present, VfsFile* drop_box,
                                                       const std::filesystem::path& path, const LocalTime& now,
                                                       const VaultOptions& options, ProgressMeter& meter);

/// Removes what copy_aside() made.
void remove_aside(const std::filesystem::path& aside, Folders& folders);

enum class Placing {
    kNew,       ///< Nothing has the name; kAlreadyExists when something has it after all.
    kInPlaceOf  ///< Takes the place of what has the name, in one step.
};

/// Gives `made` the name `path` and removes the log that belonged to what had it. Nobody can open the new file before
/// that is done: a log they had begun would be taken for the old one. With kNotSynced the log stays, foreign to the new
/// file: the old one may come back. As NewVault::put_in_place() and ::replace().
[[nodiscard]] Result<Placed> take_place(NewVault& made, Placing placing, const std::filesystem::path& path,
                                        const VaultOptions& options);

}  // namespace pennydrop
