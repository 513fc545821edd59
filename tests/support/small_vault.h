// SPDX-License-Identifier: Apache-2.0
// A vault with the passphrase "pass" and rows that can be counted, for tests of where vaults lie.
// Threads: as Vault.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "base/result.h"
#include "vault/vault.h"

namespace pennydrop::testing {

/// With one row, and closed.
[[nodiscard]] Status make_small_vault(const std::filesystem::path& path);
[[nodiscard]] Result<std::unique_ptr<Vault>> open_small_vault(const std::filesystem::path& path);
[[nodiscard]] Status add_row(Vault& vault);
/// -1 when they cannot be read.
[[nodiscard]] std::int64_t rows_in(Vault& vault);

}  // namespace pennydrop::testing
