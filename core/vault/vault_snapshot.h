// SPDX-License-Identifier: Apache-2.0
// An open vault as it was at one moment, for work that takes long: backing up and checking. The vault is used on, and
// can be closed, meanwhile.
// Threads: taken by the vault's thread (Vault::take_snapshot()); back_up() and check() on any one thread; stop() on any.
//
// How it holds still: before it is taken the log is written into the main file, and as long as a snapshot reads, it is
// not done again: every commit stays in the log. So the main file alone, or with the log as it was, is what is read,
// through a file handle of its own. When the log becomes too long meanwhile the snapshot gives way.
//
// How it lets go: keys are used for one slice of the work at a time, and never while something waits for a file of the
// copy. stop() waits for the slice and wipes them. Whatever the drive of the copy does, a lock does not wait for it.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "vault/vault.h"
#include "vault/vault_check.h"
#include "vault/vault_header.h"

namespace pennydrop {

class NewVault;

class VaultSnapshot {
public:
    using SliceHash = std::array<std::uint8_t, 32>;  ///< Of sealed blocks.
    struct Open;                                     ///< What holds keys. Private to core/vault.

    /// For Vault::take_snapshot().
    VaultSnapshot(std::unique_ptr<Open> open, std::filesystem::path journal, const VaultHeader& header,
                  const HeaderCopy& header_bytes, VaultOptions options);
    VaultSnapshot(const VaultSnapshot&) = delete;
    VaultSnapshot& operator=(const VaultSnapshot&) = delete;
    ~VaultSnapshot();

    [[nodiscard]] const VaultId& id() const noexcept { return header_.id; }
    /// Where the vault is.
    [[nodiscard]] const std::filesystem::path& journal() const noexcept { return journal_; }

    /// Writes a copy to `target`: same vault, same slots, a file of its own. The copy has been read back and checked in
    /// every block before it appears under its name; nothing is ever overwritten, and what is not finished goes away;
    /// so does what a crash left of an earlier one.
    /// Once for each snapshot. Errors: kAlreadyExists, kNotFound (no such folder), kPermission, kDiskFull, kIo, kInUse
    /// (too much was written to the vault meanwhile), kDamaged (the vault or the copy is), kCancelled (also by stop()).
    [[nodiscard]] Status back_up(const std::filesystem::path& target, const OnProgress& progress);

    /// As check_vault(). Once for each snapshot. Errors: kCancelled (also by stop()), kIo, kInUse (as above).
    [[nodiscard]] Result<CheckReport> check(const OnProgress& progress);

    /// Voids the work under way and wipes the keys.
    void stop() noexcept { stop_because(ErrorCode::kCancelled); }

    /// For the vault: whether its file must hold still.
    [[nodiscard]] bool reads() const noexcept { return reads_; }
    /// For the vault: too much was written meanwhile. The work ends with kInUse.
    void give_way() noexcept { stop_because(ErrorCode::kInUse); }

private:
    void stop_because(ErrorCode why) noexcept;
    /// Runs `work(Open&)` unless stopped. Nothing in it may wait for another drive than the vault's.
    template <typename Work>
    [[nodiscard]] Status with_keys(Work work);
    [[nodiscard]] Result<std::vector<SliceHash>> copy_into(const NewVault& made, ProgressMeter& meter);
    [[nodiscard]] Status read_back(const NewVault& made, const std::vector<SliceHash>& slices, ProgressMeter& meter);

    std::mutex mutex_;  ///< Guards open_.
    std::unique_ptr<Open> open_;
    std::filesystem::path journal_;
    VaultHeader header_;  ///< Of the copy.
    HeaderCopy header_bytes_;
    VaultOptions options_;
    std::uint32_t pages_;
    std::shared_ptr<std::atomic<bool>> stopped_;
    std::atomic<ErrorCode> why_{ErrorCode::kCancelled};
    std::atomic<bool> reads_{true};
};

}  // namespace pennydrop
