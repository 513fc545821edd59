// SPDX-License-Identifier: Apache-2.0
// Putting a finished file in its place: complete under its name or not there at all. Private to core/vault.
// Threads: plain functions.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace pennydrop {

/// A name beside `path` that no other file has: "journal.pennydrop.new-4f3a...".
[[nodiscard]] std::filesystem::path temporary_name_beside(const std::filesystem::path& path);

/// Renames `finished` to `target` without ever replacing a file. kAlreadyExists leaves both alone. The new name is on
/// the disk when it returns.
[[nodiscard]] Status put_in_place(const std::filesystem::path& finished, const std::filesystem::path& target);

/// Puts the names of a folder's files on the disk. Where a folder cannot be synced (Windows, some network file systems)
/// there is nothing more to do.
void sync_folder(const std::filesystem::path& folder);

}  // namespace pennydrop
