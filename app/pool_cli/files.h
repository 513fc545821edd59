// SPDX-License-Identifier: Apache-2.0
// Files of the command line: read within bounds, written whole or not at all, secrets for their owner only.
// Threads: each function may be called from any thread; POSIX.
#pragma once

#include <string>

#include "answer.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/types.h"
#include "pool/types.h"

namespace pennydrop::pool_cli {

/// More than any file of the protocol has: a full bundle of 1024-byte blobs is 20 MiB.
inline constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

/// The file's bytes; "-" is standard input. Errors: kNotFound, kPermission, kIo, kInvalid (too large).
[[nodiscard]] Result<pool::Bytes> read_file(const std::string& path);

/// As read_file(), into guarded memory.
[[nodiscard]] Result<SecretBytes> read_guarded_file(const std::string& path);

/// As read_guarded_file(). kPermission when others than the owner may read the file.
[[nodiscard]] Result<SecretBytes> read_secret_file(const std::string& path);

enum class Replace { kNever, kYes };

/// Writes beside the file, syncs, and puts it in its place. Errors: kAlreadyExists, kNotFound (no such folder),
/// kPermission, kDiskFull, kIo.
[[nodiscard]] Status write_file(const std::string& path, pool::ByteView bytes, Replace replace = Replace::kNever);
/// As write_file(), readable by its owner only.
[[nodiscard]] Status write_secret_file(const std::string& path, pool::ByteView bytes,
                                       Replace replace = Replace::kNever);

/// Sets the time a file was changed.
[[nodiscard]] Status set_file_time(const std::string& path, Timestamp when);

/// Makes a folder that only its owner may enter. kAlreadyExists unless it is missing or empty.
[[nodiscard]] Status make_private_folder(const std::string& path);

/// Overwrites the file, then removes it. A drive may keep the old bytes all the same.
[[nodiscard]] Status destroy_file(const std::string& path);

}  // namespace pennydrop::pool_cli
