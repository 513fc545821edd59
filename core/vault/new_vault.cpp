// SPDX-License-Identifier: Apache-2.0
#include "vault/new_vault.h"

#include <system_error>
#include <utility>

#include "vault/header_file.h"
#include "vault/new_file.h"
#include "vault/vfs_file.h"

namespace pennydrop {
namespace fs = std::filesystem;

NewVault::NewVault(fs::path target, fs::path temporary)
    : target_(std::move(target)), temporary_(std::move(temporary)) {}

NewVault::NewVault(NewVault&& other) noexcept
    : target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})) {}

NewVault::~NewVault() {
    if (temporary_.empty()) {
        return;
    }
    std::error_code ignored;
    fs::remove(temporary_, ignored);
    auto log = temporary_;
    log += "-wal";
    fs::remove(log, ignored);
}

Result<NewVault> NewVault::begin(const fs::path& target, sqlite3_vfs* below, const VaultHeader& header,
                                 const SecretBytes& data_key) {
    std::error_code error;
    if (fs::exists(target, error)) {
        return fail(ErrorCode::kAlreadyExists);
    }
    NewVault made{target, temporary_name_beside(target)};
    auto file = VfsFile::open(below, made.temporary_, VfsFile::Mode::kCreate);
    if (!file) {
        return pass_on(file);
    }
    // Nobody else on the machine has any business with it; the log inherits the mode.
    fs::permissions(made.temporary_, fs::perms::owner_read | fs::perms::owner_write, error);
    if (auto done = write_header(*file, encode_header(header, data_key), 0); !done) {
        return pass_on(done);
    }
    if (auto done = make_database(made.temporary_, below, header.file, data_key); !done) {
        return pass_on(done);
    }
    if (auto done = file->sync(); !done) {
        return pass_on(done);
    }
    return made;
}

Status NewVault::put_in_place() {
    auto placed = pennydrop::put_in_place(temporary_, target_);
    if (!placed) {
        return placed;
    }
    // The log stays when a broken disk would not let SQLite delete it.
    std::error_code ignored;
    auto log = std::exchange(temporary_, {});
    log += "-wal";
    fs::remove(log, ignored);
    return {};
}

}  // namespace pennydrop
