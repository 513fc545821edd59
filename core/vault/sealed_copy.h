// SPDX-License-Identifier: Apache-2.0
// Copies a vault's pages into a new file, sealed anew for it. Private to core/vault.
// Threads: plain functions.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "vault/new_vault.h"
#include "vault/vault_reader.h"

namespace pennydrop {

/// Fills `made` (begun blank, with `header` and `data_key`) with all pages of `from`, synced. Then reads it back: every
/// block must authenticate and the pages must be the same. Three times steps_for() steps. Errors: kDamaged, kDiskFull,
/// kIo, kCancelled.
[[nodiscard]] Status copy_pages(VaultReader& from, NewVault& made, const VaultHeader& header,
                                const SecretBytes& data_key, const VaultOptions& options, ProgressMeter& meter);

}  // namespace pennydrop
