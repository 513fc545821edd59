// SPDX-License-Identifier: Apache-2.0
// Saving what can be read of a damaged vault into a new one. The damaged file is only read, never changed.
//
// Rows are read from the pages themselves, so that a row whose own pages are intact is saved whatever became of
// the rest: of the pages above it, of indexes, of the schema. Which table a page belongs to is learnt from above where
// that is intact, and from the shape of its rows where it is not. Indexes and full text are made anew.
// Threads: belongs to one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "vault/database.h"
#include "vault/vault.h"
#include "vault/vault_secret.h"

namespace pennydrop {

/// What the vault's tables are, from whoever owns them.
struct RepairPlan {
    /// A table with one row for each row of another, under the same rowid: tells of rows that are lost.
    struct Witness {
        std::string_view table{};
        std::string_view of{};
    };

    std::span<const Migration> schema{};
    std::span<const std::string_view> told_by_shape{};  ///< Tables no other table's rows look like.
    std::span<const Witness> witnesses{};
    /// The last column of these is a person's text, and worth saving without its end; `cut_mark` shows where that was.
    std::span<const std::string_view> cuttable{};
    std::string_view cut_mark{};
    /// Called after all rows are saved, in the same transaction: what refers to rows that are lost can be tidied.
    std::function<Status(Connection&)> finish{};
};

struct TableRepair {
    std::string name{};
    /// Row ids, rising; those of `cut` among them. Of a table WITHOUT ROWID just numbers from 1, here and in `lost`.
    std::vector<std::int64_t> saved{};
    std::vector<std::int64_t> cut{};   ///< Saved, but the end of their text is lost.
    std::vector<std::int64_t> lost{};  ///< Known to have been there. There may have been more.
};

struct RepairReport {
    std::uint64_t blocks{0};
    std::uint64_t damaged_blocks{0};  ///< Those not delivered among them.
    /// Blocks, of the log too, that the device did not deliver at least once: another try may bring more.
    std::uint64_t not_delivered{0};
    /// When not, somebody without the key wrote it: the new vault has only the slot that `secret` opened.
    bool header_is_authentic{false};
    bool schema_was_read{false};  ///< When not, tables were told by the shape of their rows only.
    std::vector<TableRepair> tables{};

    /// Nothing was lost or cut, as far as can be known.
    [[nodiscard]] bool is_complete() const noexcept;
    [[nodiscard]] const TableRepair* find(std::string_view table) const noexcept;
};

/// `target` gets the same slots and the same key as the damaged file, so that its passphrase and recovery code open it;
/// of a header that is not authentic it gets nothing but the slot that `secret` opens.
/// Blocks that the device does not deliver are gone over like damaged ones, and counted.
/// Errors: those of Vault::open() (kDamaged: both header copies are destroyed, and with them the key), kAlreadyExists,
/// kPermission, kDiskFull, kIo, kCancelled.
[[nodiscard]] Result<RepairReport> repair_vault(const std::filesystem::path& damaged, const VaultSecret& secret,
                                                const std::filesystem::path& target, const RepairPlan& plan,
                                                const VaultOptions& options, const OnProgress& progress);

}  // namespace pennydrop
