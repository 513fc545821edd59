// SPDX-License-Identifier: Apache-2.0
// The header where it lies: read from the start of a vault's file, and written so that a power cut at any moment leaves
// one sound copy. Private to core/vault.
// Threads: plain functions.
// Specification: docs/vault-format.md, "Header".
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "vault/vault_header.h"
#include "vault/vfs_file.h"

namespace pennydrop {

/// The header that counts. Errors: kNotOurFile, kNewerVersion, kDamaged (also when the file is shorter than its first
/// page), kIo.
[[nodiscard]] Result<ChosenHeader> read_header(VfsFile& file);

/// As sound_headers(). Errors as read_header().
[[nodiscard]] Result<std::vector<ChosenHeader>> read_headers(VfsFile& file);

/// Writes both copies, the one that does not count first, each synced, so that a power cut leaves one of them sound.
[[nodiscard]] Status write_header(VfsFile& file, const HeaderCopy& bytes, std::size_t counting_copy);

}  // namespace pennydrop
