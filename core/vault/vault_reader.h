// SPDX-License-Identifier: Apache-2.0
// A vault's pages as they lie on the disk, committed frames of its log included, without SQLite and without changing a
// byte: for checking, restoring and repairing. While it lives nobody can write the file. Private to core/vault.
// Threads: belongs to one thread.
// Specification: docs/vault-format.md, "Blocks".
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "base/result.h"
#include "base/secret.h"
#include "vault/log_index.h"
#include "vault/page_source.h"
#include "vault/vault.h"
#include "vault/vault_header.h"
#include "vault/vault_secret.h"
#include "vault/vfs_file.h"

namespace pennydrop {

class VaultReader final : public PageSource {
public:
    enum class Access {
        kShared,     ///< Others may read meanwhile. Works on read-only media.
        kExclusive,  ///< Nobody else may; the file must be writable. For whoever is going to replace it.
        kBeside,     ///< No lock: this process has the vault open, and writes to its log only meanwhile.
        kSalvage     ///< As kShared, but goes on over what the device does not deliver, and counts it.
    };
    /// Opens with a secret. Errors: those of Vault::inspect(), and kWrongSecret, kOutOfMemory.
    [[nodiscard]] static Result<VaultReader> open(const std::filesystem::path& path, const VaultSecret& secret,
                                                  const VaultOptions& options, Access access);
    /// Opens with the data key. Errors: those of Vault::inspect().
    [[nodiscard]] static Result<VaultReader> open_with_key(const std::filesystem::path& path,
                                                           const SecretBytes& data_key, const VaultOptions& options,
                                                           Access access);

    /// The copy that counts.
    [[nodiscard]] const ChosenHeader& header() const noexcept { return header_; }
    /// Whether whoever wrote the header had the data key.
    [[nodiscard]] bool header_is_authentic() const;
    /// The slot of the header that the secret opened, from 0; nothing when it was opened with the data key.
    [[nodiscard]] std::optional<std::size_t> opened_slot() const noexcept { return opened_slot_; }
    [[nodiscard]] const SecretBytes& data_key() const noexcept { return data_key_; }
    [[nodiscard]] const LogIndex& log() const noexcept { return log_index_; }
    /// Of the database: as its log or its first page says, but not many more than there are; or as many as the file
    /// holds when neither can be read.
    [[nodiscard]] std::uint32_t page_count() const noexcept override { return page_count_; }
    /// With kSalvage: how many pages and blocks of the log were not delivered when they were asked for.
    [[nodiscard]] std::uint64_t not_delivered() const noexcept {
        return pages_not_delivered_.size() + log_index_.not_delivered;
    }
    /// The file that is being read, with its lock.
    [[nodiscard]] VfsFile& file() noexcept { return file_; }

    /// From now on read_page() fails with kCancelled once `stopped` is set, by any thread.
    void stop_with(std::shared_ptr<const std::atomic<bool>> stopped) noexcept { stopped_ = std::move(stopped); }

    [[nodiscard]] Status read_page(std::uint32_t number, std::span<std::uint8_t> out) override;

private:
    VaultReader(VfsFile file, ChosenHeader header, SecretBytes data_key);
    [[nodiscard]] Status look(const std::filesystem::path& path, const VaultOptions& options, Access access);
    [[nodiscard]] Status find_page(std::uint32_t number, std::span<std::uint8_t> out);
    [[nodiscard]] Status read_block(VfsFile& file, const BlockCipher& cipher, std::uint64_t block,
                                    std::int64_t position);

    // Destroyed from last to first: a drive that hangs in closing a file finds no key left.
    VfsFile file_;
    std::optional<VfsFile> log_{};
    ChosenHeader header_;
    std::optional<std::size_t> opened_slot_{};
    SecretBytes data_key_;
    BlockCipher main_cipher_;
    BlockCipher log_cipher_;
    LogIndex log_index_{};
    std::uint32_t main_blocks_{0};
    std::uint32_t page_count_{0};
    std::vector<std::uint8_t> sealed_;
    SecretBytes plain_;
    std::shared_ptr<const std::atomic<bool>> stopped_{};
    std::set<std::uint32_t> pages_not_delivered_{};
};

}  // namespace pennydrop
