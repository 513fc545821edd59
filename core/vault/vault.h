// SPDX-License-Identifier: Apache-2.0
// A vault: one file that holds one encrypted SQLite database, opened by a passphrase or a recovery code.
// Threads: a Vault belongs to one thread (the app's worker). Key derivation takes about half a second on purpose.
// Specification: docs/vault-format.md.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "base/secret.h"
#include "vault/database.h"
#include "vault/key_slots.h"
#include "vault/recovery_code.h"
#include "vault/vault_info.h"
#include "vault/vault_secret.h"

struct sqlite3_vfs;

namespace pennydrop {

class DropBox;
class Folders;
class VaultSnapshot;
struct ErasedVault;

/// Where the bytes go and what opening costs. The defaults are for the program; tests pass their own.
struct VaultOptions {
    KdfCost kdf_cost{};           ///< Cost of new passphrase slots.
    sqlite3_vfs* below{nullptr};  ///< The file system to stand on; null for the system's own. Not owned.
    Folders* folders{nullptr};    ///< Who gives files their names; null for the system. Not owned.
};

class Vault {
public:
    struct Created {
        std::unique_ptr<Vault> vault;
        RecoveryCode recovery_code;  ///< Shown to the person once; not kept anywhere.
    };

    /// Makes a new vault at `path` and opens it. The file appears under its name only when it is complete and on the
    /// disk. Errors: kAlreadyExists (the file there is left alone), kNotFound (no such folder), kPermission, kDiskFull,
    /// kIo, kInvalid (empty passphrase).
    [[nodiscard]] static Result<Created> create(const std::filesystem::path& path, const SecretBytes& passphrase,
                                                const VaultOptions& options);

    /// Says whether `path` is a vault this program can open, without any secret. Errors: kNotFound, kNotOurFile,
    /// kNewerVersion, kDamaged, kInUse (its detail names the process, where the system tells), kPermission, kIo.
    [[nodiscard]] static Status inspect(const std::filesystem::path& path, const VaultOptions& options);

    /// What the file shows without any secret. Errors as inspect().
    [[nodiscard]] static Result<VaultInfo> info_of(const std::filesystem::path& path, const VaultOptions& options);

    /// Opens with the passphrase. Errors: those of inspect(), and kWrongSecret, kOutOfMemory.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open(const std::filesystem::path& path,
                                                             const SecretBytes& passphrase,
                                                             const VaultOptions& options);

    /// Opens with the recovery code. Errors as open().
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open_with_recovery(const std::filesystem::path& path,
                                                                           const RecoveryCode& code,
                                                                           const VaultOptions& options);

    /// Opens with the secret that the device's key store keeps. Errors as open().
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open_with_device(const std::filesystem::path& path,
                                                                         const SecretBytes& secret,
                                                                         const VaultOptions& options);

    /// Opens with any of these. Errors as open().
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open(const std::filesystem::path& path,
                                                             const VaultSecret& secret, const VaultOptions& options);

    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;
    /// Locks: closes the database and wipes every key.
    ~Vault();

    /// The open database. Valid as long as the vault.
    [[nodiscard]] Connection& database() noexcept;

    /// Whether `passphrase` opens this vault, for asking once more before its keys are changed. Errors: kWrongSecret,
    /// kOutOfMemory.
    [[nodiscard]] Status verify_passphrase(const SecretBytes& passphrase) const;

    /// Replaces the passphrase slot by one for `passphrase` (at the cost of the options, or at `cost`); every other
    /// slot stays. A power cut at any moment leaves either the old or the new passphrase working. Errors: kInvalid
    /// (empty), kDiskFull, kIo.
    [[nodiscard]] Status set_passphrase(const SecretBytes& passphrase);
    [[nodiscard]] Status set_passphrase(const SecretBytes& passphrase, const KdfCost& cost);

    /// Replaces every recovery slot by one for a new code, which is shown to the person once; every other slot stays. A
    /// power cut at any moment leaves either the old or the new code working. Errors: kOutOfMemory, kDiskFull, kIo.
    [[nodiscard]] Result<RecoveryCode> renew_recovery_code();

    /// The slots that are not empty, in their order.
    [[nodiscard]] std::vector<KeySlot> key_slots() const;

    /// One more slot, for a device whose key store keeps `secret` (kDeviceSecretBytes random bytes). Errors: kInvalid
    /// (another size, or all twelve slots are taken), kOutOfMemory, kDiskFull, kIo.
    [[nodiscard]] Result<SlotId> add_device_slot(const SecretBytes& secret);

    /// Errors: kNotFound, kInvalid (the last slot that opens for a person is kept), kDiskFull, kIo.
    [[nodiscard]] Status remove_slot(const SlotId& id);

    /// Wraps the passphrase slot anew at `cost` if that is dearer than it is now; says whether it was. Errors:
    /// kWrongSecret (not this vault's passphrase), kInvalid (cost out of range), kOutOfMemory, kDiskFull, kIo.
    [[nodiscard]] Result<bool> raise_cost(const SecretBytes& passphrase, const KdfCost& cost);

    /// This vault as it is now, for backing up or checking while it is used on. Errors: kNotFound (another file is
    /// under the journal's name by now, or none), kInUse (a statement is being read), kIo.
    [[nodiscard]] Result<std::shared_ptr<VaultSnapshot>> take_snapshot();

    /// VaultSnapshot::back_up() of a snapshot taken now. Errors: those of both.
    [[nodiscard]] Status back_up(const std::filesystem::path& target, const OnProgress& progress);

    /// As info_of(), of this vault.
    [[nodiscard]] VaultInfo info();

    /// What was written while the vault was locked, for merging. Errors: kInUse, kPermission, kIo.
    [[nodiscard]] Result<DropBox> open_drop_box();

    /// vault_erase.h
    friend Result<ErasedVault> erase_vault(std::unique_ptr<Vault>& vault, const SecretBytes& passphrase);

private:
    class Impl;
    explicit Vault(std::unique_ptr<Impl> impl) noexcept;
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open_slot_kind(const std::filesystem::path& path, SlotKind kind,
                                                                       const SecretBytes& secret,
                                                                       const VaultOptions& options);

    std::unique_ptr<Impl> impl_;
};

}  // namespace pennydrop
