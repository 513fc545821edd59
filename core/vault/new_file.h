// SPDX-License-Identifier: Apache-2.0
// Putting a finished file in its place: complete under its name or not there at all. Private to core/vault.
// Threads: plain functions.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "base/result.h"
#include "vault/folders.h"

namespace pennydrop {

/// A name beside `path` that no other file has: "journal.pennydrop.new-4f3a...".
[[nodiscard]] std::filesystem::path temporary_name_beside(const std::filesystem::path& path);

/// Renames `finished` to `target` without ever replacing a file. kAlreadyExists leaves both alone. The new name is on
/// the disk when it returns without error; when that cannot be said (kIo), it is taken away again.
[[nodiscard]] Status put_in_place(const std::filesystem::path& finished, const std::filesystem::path& target,
                                  Folders& folders);

/// What became of a file that was to replace another.
enum class Placed {
    kOnDisk,
    kNotSynced  ///< It has the name, and after a power cut the old one may have it again.
};

/// Renames `finished` to `target` in one step, which may replace a file: at any moment the old one or the new one has
/// the name. After an error it is the old one.
[[nodiscard]] Result<Placed> replace_file(const std::filesystem::path& finished, const std::filesystem::path& target,
                                          Folders& folders);

/// Removes what a crash left under temporary names beside `path`. Whoever calls it holds the lock on `path`, so that
/// nobody is at work there.
void remove_unfinished(const std::filesystem::path& path);

/// Removes what crashes left in `folder` under the temporary names of files that `is_ours` knows by the names they were
/// to get, in UTF-8. Others may be at work there: what goes is a regular file that nobody holds (FileClaim), that was
/// not written to for an hour, and that is a vault's beginning, a log's or a drop box's by its name.
void remove_abandoned(const std::filesystem::path& folder, const std::function<bool(std::string_view)>& is_ours,
                      Folders& folders);

}  // namespace pennydrop
