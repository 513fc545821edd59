// SPDX-License-Identifier: Apache-2.0
// What restoring and re-keying share when one file takes another's place. Private to core/vault.
// Threads: belongs to one thread.
#pragma once

#include <filesystem>

#include "base/progress.h"
#include "base/result.h"
#include "base/types.h"
#include "vault/vault.h"
#include "vault/vfs_file.h"

namespace pennydrop {

/// Whether entries wait in the drop box beside `journal`.
[[nodiscard]] bool drop_box_waits(const std::filesystem::path& journal);

/// Blocks of the file and its log, as steps of a ProgressMeter.
[[nodiscard]] std::uint64_t steps_to_copy(VfsFile& present, const std::filesystem::path& path);

/// Copies the file at `path`, open and locked as `present`, and its log, byte by byte to a name that says it was
/// replaced, synced. Returns the name. Errors: kPermission, kDiskFull, kIo, kCancelled.
[[nodiscard]] Result<std::filesystem::path> copy_aside(VfsFile& present, const std::filesystem::path& path,
                                                       const LocalTime& now, const VaultOptions& options,
                                                       ProgressMeter& meter);

/// Removes the log that belonged to the file that was replaced.
void remove_old_log(const std::filesystem::path& path, const VaultOptions& options);

}  // namespace pennydrop
