// SPDX-License-Identifier: Apache-2.0
#include "vault/new_vault.h"

#include <system_error>
#include <utility>

#include "vault/header_file.h"
#include "vault/new_file.h"
#include "vault/vault_database.h"
#include "vault/vault_impl.h"
#include "vault/vfs_file.h"

namespace pennydrop {
namespace fs = std::filesystem;

NewVault::NewVault(fs::path target, fs::path temporary, Folders& folders)
    : target_(std::move(target)), temporary_(std::move(temporary)), folders_(&folders) {}

NewVault::NewVault(NewVault&& other) noexcept
    : target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})), folders_(other.folders_) {}

NewVault::~NewVault() {
    if (temporary_.empty()) {
        return;
    }
    (void)folders_->remove(temporary_);
    forget_temporary();
}

/// Also the log goes: it stays when a broken disk would not let SQLite delete it.
void NewVault::forget_temporary() {
    auto log = std::exchange(temporary_, {});
    log += "-wal";
    std::error_code error;
    if (fs::exists(log, error)) {
        (void)folders_->remove(log);
    }
}

Result<NewVault> NewVault::begin_blank(const fs::path& target, const VaultOptions& options, const VaultHeader& header,
                                       const SecretBytes& data_key) {
    return begin_blank(target, options, encode_header(header, data_key));
}

Result<NewVault> NewVault::begin_blank(const fs::path& target, const VaultOptions& options, const HeaderCopy& header) {
    NewVault made{target, temporary_name_beside(target), folders_of(options)};
    auto file = open_file(options, made.temporary_, VfsFile::Mode::kCreate, VfsFile::Locks::kNone);
    if (!file) {
        return pass_on(file);
    }
    if (auto done = write_header(*file, header, 0); !done) {
        return pass_on(done);
    }
    return made;
}

Result<NewVault> NewVault::begin(const fs::path& target, const VaultOptions& options, const VaultHeader& header,
                                 const SecretBytes& data_key) {
    std::error_code error;
    if (fs::exists(target, error)) {
        return fail(ErrorCode::kAlreadyExists);
    }
    auto below = file_system(options);
    if (!below) {
        return pass_on(below);
    }
    auto made = begin_blank(target, options, header, data_key);
    if (!made) {
        return made;
    }
    if (auto done = make_database(made->temporary_, *below, header.file, data_key); !done) {
        return pass_on(done);
    }
    auto file = VfsFile::open(*below, made->temporary_, VfsFile::Mode::kReadWrite);
    if (!file) {
        return pass_on(file);
    }
    if (auto done = file->sync(); !done) {
        return pass_on(done);
    }
    return made;
}

Status NewVault::put_in_place() {
    auto placed = pennydrop::put_in_place(temporary_, target_, *folders_);
    if (placed) {
        forget_temporary();
    }
    return placed;
}

Result<Placed> NewVault::replace() {
    auto placed = replace_file(temporary_, target_, *folders_);
    if (placed) {
        forget_temporary();
    }
    return placed;
}

}  // namespace pennydrop
