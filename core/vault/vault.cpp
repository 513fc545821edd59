// SPDX-License-Identifier: Apache-2.0
#include "vault/vault.h"

#include <utility>

#include "base/secret.h"
#include "vault/folders.h"
#include "vault/header_file.h"
#include "vault/new_vault.h"
#include "vault/sqlite_start.h"
#include "vault/vault_impl.h"

namespace pennydrop {
namespace {

/// Opens a vault whose data key is known already, because it was made a moment ago.
Result<Unlocked> open_made(const std::filesystem::path& path, sqlite3_vfs* below, const SecretBytes& data_key) {
    auto file = VfsFile::open(below, path, VfsFile::Mode::kReadWrite);
    if (!file) {
        return pass_on(file);
    }
    auto header = read_header(*file);
    if (!header) {
        return pass_on(header);
    }
    if (!header_is_authentic(header->bytes, data_key)) {
        return fail(ErrorCode::kDamaged, "header keyed hash");
    }
    auto opened = open_database(path, below, header->header.file, data_key);
    if (!opened) {
        return pass_on(opened);
    }
    return Unlocked{std::move(*file), data_key.clone(), *header, std::move(*opened)};
}

}  // namespace

/// Every way into a vault asks this first.
Result<sqlite3_vfs*> file_system(const VaultOptions& options) {
    return start_sqlite(options.below);
}

Result<VfsFile> open_file(const VaultOptions& options, const std::filesystem::path& path, VfsFile::Mode mode,
                          VfsFile::Locks locks) {
    auto below = file_system(options);
    return below ? VfsFile::open(*below, path, mode, locks) : pass_on(below);
}

Folders& folders_of(const VaultOptions& options) {
    return options.folders != nullptr ? *options.folders : system_folders();
}

Result<Unlocked> unlock_vault(const std::filesystem::path& path, SlotKind kind, const SecretBytes& secret,
                              const VaultOptions& options) {
    auto below = file_system(options);
    if (!below) {
        return pass_on(below);
    }
    auto file = VfsFile::open(*below, path, VfsFile::Mode::kReadWrite);
    if (!file) {
        return pass_on(file);
    }
    auto copies = read_headers(*file);
    if (!copies) {
        return pass_on(copies);
    }
    if (auto free = file->probe_lock(); !free) {
        return pass_on(free);  // before the long derivation, and before a passphrase is called wrong
    }
    auto header = open_header(*copies, kind, secret);
    if (!header) {
        return pass_on(header);
    }
    if (!header->is_authentic) {
        return fail(ErrorCode::kDamaged, "header keyed hash");
    }
    const SecretBytes& data_key = header->slot.data_key;
    auto opened = open_database(path, *below, header->chosen.header.file, data_key);
    if (!opened) {
        return pass_on(opened);
    }
    // Now that the lock is held nobody else can change the header: what counts is what it says now.
    copies = read_headers(*file);
    if (!copies) {
        return pass_on(copies);
    }
    ChosenHeader counting = counting_header(*copies, data_key);
    if (!header_is_authentic(counting.bytes, data_key)) {
        return fail(ErrorCode::kDamaged, "header keyed hash");
    }
    if (counting.copies_differ) {
        if (auto healed = write_header(*file, counting.bytes, counting.copy); !healed) {
            return pass_on(healed);
        }
        counting.copies_differ = false;
    }
    return Unlocked{std::move(*file), std::move(header->slot.data_key), counting, std::move(*opened)};
}

Vault::Impl::Impl(Unlocked unlocked, std::filesystem::path vault_path, const VaultOptions& vault_options)
    : path(std::move(vault_path)), options(vault_options), open(std::move(unlocked)) {}

Status Vault::Impl::write(VaultHeader changed) {
    ++changed.generation;
    const HeaderCopy bytes = encode_header(changed, open.data_key);
    if (auto written = write_header(open.file, bytes, open.header.copy); !written) {
        // One copy may be torn now, and the other one new. Whoever tries again must begin with the copy that does not
        // count.
        if (auto copies = read_headers(open.file); copies) {
            if (const ChosenHeader& present = counting_header(*copies, open.data_key);
                header_is_authentic(present.bytes, open.data_key)) {
                open.header = present;
            }
        }
        return written;
    }
    open.header.header = changed;
    open.header.bytes = bytes;
    return {};
}

Vault::Vault(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}

Vault::~Vault() {
    impl_.reset();
    // SQLite copies text through arrays on the stack (a key of the full-text index, a number as text) and leaves it
    // there.
    wipe_stack();
}

Connection& Vault::database() noexcept {
    return impl_->open.opened.connection;
}

Status Vault::inspect(const std::filesystem::path& path, const VaultOptions& options) {
    auto info = info_of(path, options);
    return info ? Status{} : pass_on(info);
}

Result<VaultInfo> Vault::info_of(const std::filesystem::path& path, const VaultOptions& options) {
    auto file = open_file(options, path, VfsFile::Mode::kReadOnly);
    if (!file) {
        return pass_on(file);
    }
    auto header = read_header(*file);
    if (!header) {
        return pass_on(header);
    }
    if (auto free = file->probe_lock(); !free) {
        return pass_on(free);
    }
    auto size = file->size();
    if (!size) {
        return pass_on(size);
    }
    return info_from(header->header, *size);
}

VaultInfo Vault::info() {
    auto size = impl_->open.file.size();
    return info_from(impl_->open.header.header, size ? *size : 0);
}

Result<std::unique_ptr<Vault>> Vault::open_slot_kind(const std::filesystem::path& path, SlotKind kind,
                                                     const SecretBytes& secret, const VaultOptions& options) {
    auto unlocked = unlock_vault(path, kind, secret, options);
    if (!unlocked) {
        return pass_on(unlocked);
    }
    return std::unique_ptr<Vault>(new Vault(std::make_unique<Impl>(std::move(*unlocked), path, options)));
}

Result<std::unique_ptr<Vault>> Vault::open(const std::filesystem::path& path, const SecretBytes& passphrase,
                                           const VaultOptions& options) {
    return open_slot_kind(path, SlotKind::kPassphrase, passphrase, options);
}

Result<std::unique_ptr<Vault>> Vault::open_with_recovery(const std::filesystem::path& path, const RecoveryCode& code,
                                                         const VaultOptions& options) {
    return open_slot_kind(path, SlotKind::kRecovery, code.characters(), options);
}

Result<std::unique_ptr<Vault>> Vault::open_with_device(const std::filesystem::path& path, const SecretBytes& secret,
                                                       const VaultOptions& options) {
    return open_slot_kind(path, SlotKind::kDevice, secret, options);
}

Result<std::unique_ptr<Vault>> Vault::open(const std::filesystem::path& path, const VaultSecret& secret,
                                           const VaultOptions& options) {
    return open_slot_kind(path, secret.kind(), secret.bytes(), options);
}

Result<Vault::Created> Vault::create(const std::filesystem::path& path, const SecretBytes& passphrase,
                                     const VaultOptions& options) {
    if (passphrase.empty()) {
        return fail(ErrorCode::kInvalid, "empty passphrase");
    }
    std::error_code exists_error;
    if (std::filesystem::exists(path, exists_error)) {
        return fail(ErrorCode::kAlreadyExists);  // before the long derivation
    }
    auto below = file_system(options);
    if (!below) {
        return pass_on(below);
    }
    const SecretBytes data_key = SecretBytes::random(kDataKeyBytes);
    RecoveryCode recovery_code = RecoveryCode::random();
    VaultHeader header = new_header(data_key);
    auto passphrase_slot = seal_slot(SlotKind::kPassphrase, header.id, passphrase, options.kdf_cost, data_key);
    if (!passphrase_slot) {
        return pass_on(passphrase_slot);
    }
    // 100 random bits need no more than the least cost.
    auto recovery_slot = seal_slot(SlotKind::kRecovery, header.id, recovery_code.characters(), KdfCost{}, data_key);
    if (!recovery_slot) {
        return pass_on(recovery_slot);
    }
    header.key_slots[0] = *passphrase_slot;
    header.key_slots[1] = *recovery_slot;

    auto made = NewVault::begin(path, options, header, data_key);
    if (!made) {
        return pass_on(made);
    }
    if (auto placed = made->put_in_place(); !placed) {
        return pass_on(placed);
    }
    auto unlocked = open_made(path, *below, data_key);
    if (!unlocked) {
        return pass_on(unlocked);
    }
    auto impl = std::make_unique<Impl>(std::move(*unlocked), path, options);
    return Created{std::unique_ptr<Vault>(new Vault(std::move(impl))), std::move(recovery_code)};
}

}  // namespace pennydrop
