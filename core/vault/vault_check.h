// SPDX-License-Identifier: Apache-2.0
// Checking a vault's file without changing a byte of it: every block, both header copies, and whether the database
// holds together. The report has numbers only, nothing of what was written.
// Threads: belongs to one thread. Takes as long as reading the file twice.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "vault/vault.h"
#include "vault/vault_secret.h"

namespace pennydrop {

struct CheckReport {
    bool header_copies_agree{false};              ///< When not, the next unlock mends the other copy.
    bool header_is_authentic{false};              ///< Written by somebody who had the data key.
    std::uint64_t blocks{0};                      ///< The database should have.
    std::vector<std::uint32_t> damaged_blocks{};  ///< Numbers from 1 of those that do not authenticate or are missing.
    std::uint64_t log_blocks{0};
    /// In the log, blocks that do not authenticate. A power cut leaves some at its end, so this alone is no fault.
    std::uint64_t log_blocks_unreadable{0};
    std::uint64_t structure_faults{0};  ///< What SQLite complains of.

    [[nodiscard]] bool is_sound() const noexcept {
        return header_is_authentic && damaged_blocks.empty() && structure_faults == 0;
    }
};

/// Errors, when there is nothing to report on: those of Vault::inspect(), and kWrongSecret, kOutOfMemory, kCancelled.
/// kIo, when the device fails or delivers too little: that says nothing about the file.
[[nodiscard]] Result<CheckReport> check_vault(const std::filesystem::path& path, const VaultSecret& secret,
                                              const VaultOptions& options, const OnProgress& progress);

class VaultReader;

/// The same of what a reader sees. Private to core/vault.
[[nodiscard]] Result<CheckReport> check_reader(VaultReader& reader, const OnProgress& progress);

}  // namespace pennydrop
