// SPDX-License-Identifier: Apache-2.0
// What an open vault holds, for the files that implement Vault. Private to core/vault.
// Threads: as Vault.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "vault/opened_header.h"
#include "vault/vault.h"
#include "vault/vault_database.h"
#include "vault/vault_header.h"
#include "vault/vault_snapshot.h"
#include "vault/vfs_file.h"

struct sqlite3;
struct sqlite3_vfs;

namespace pennydrop {

/// The system's own file system unless the options name another. Errors: as start_sqlite().
[[nodiscard]] Result<sqlite3_vfs*> file_system(const VaultOptions& options);

/// A file there. Errors: those of both.
[[nodiscard]] Result<VfsFile> open_file(const VaultOptions& options, const std::filesystem::path& path,
                                        VfsFile::Mode mode, VfsFile::Locks locks = VfsFile::Locks::kAsDatabase);

/// The system unless the options name another.
[[nodiscard]] Folders& folders_of(const VaultOptions& options);

/// An open vault. Members are destroyed from last to first: the database closes first, then the keys go, and a drive
/// that hangs in closing the file finds none left.
struct Unlocked {
    VfsFile file;
    SecretBytes data_key;
    ChosenHeader header;
    OpenDatabase opened;
};

/// Everything of opening but the asking. `secret` opens a slot of `kind`.
[[nodiscard]] Result<Unlocked> unlock_vault(const std::filesystem::path& path, SlotKind kind, const SecretBytes& secret,
                                            const VaultOptions& options);

class Vault::Impl {
public:
    Impl(Unlocked unlocked, std::filesystem::path vault_path, const VaultOptions& vault_options);
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    /// Stops every snapshot before the database closes, which writes to the file they read.
    ~Impl();

    /// Writes `changed` as the header of the next generation. When that fails the header on the disk is either the old
    /// one or the new one, and this object knows which.
    [[nodiscard]] Status write(VaultHeader changed);

    /// From now on nothing but the log is written, as long as a snapshot reads the file.
    [[nodiscard]] Status hold_file();

    std::filesystem::path path;
    VaultOptions options;
    Unlocked open;
    std::vector<std::weak_ptr<VaultSnapshot>> snapshots{};

private:
    /// For sqlite3_wal_hook(): after each commit, with the frames in the log.
    static int after_commit(void* self, sqlite3* database, const char* name, int frames);
    /// Writes the log back as usual again when no snapshot reads the file any more; says whether none does.
    bool let_go(int frames);
};

}  // namespace pennydrop
