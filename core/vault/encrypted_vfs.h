// SPDX-License-Identifier: Apache-2.0
// A SQLite VFS shim under which everything SQLite writes is sealed. It stands on another VFS (the system's own, or a
// fault-injecting one in tests) and knows two kinds of file, the main database and its write-ahead log; it refuses all
// others, so that nothing readable can ever reach the disk.
// Threads: register and destroy on one thread; a connection opened through it belongs to one thread as always.
// Specification: docs/vault-format.md, "Blocks". Source: sqlite.org/vfs.html; the behaviour of the log as in SQLite 3.40's wal.c.
//
// What a database under this shim must do: page size equal to the shim's block size, kReservedBytes of reserved space,
// locking_mode=EXCLUSIVE before the first access, temp_store=MEMORY, and journal_mode MEMORY (while it is made) or WAL.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "base/secret.h"
#include "vault/block_cipher.h"

struct sqlite3_vfs;

namespace pennydrop {

/// Where and how the shim seals.
struct EncryptedVfsOptions {
    std::string name{};                ///< Registered under this name; must be unique in the process.
    sqlite3_vfs* below{nullptr};       ///< Not owned; must outlive the shim.
    FileId file{};                     ///< Blocks are bound to it.
    std::uint32_t block_bytes{4096};   ///< A power of two from 1024 to 65536, equal to the page size.
    std::uint64_t header_bytes{8192};  ///< Left alone at the start of the main file.
};

class EncryptedVfs {
public:
    /// Reserved space of a page: 40 for nonce and tag, 24 so that a log frame's header fits into the same block.
    static constexpr int kReservedBytes = 64;

    /// Registers the shim. kInvalid for options outside their limits, kInternal when SQLite refuses the registration.
    [[nodiscard]] static Result<std::unique_ptr<EncryptedVfs>> create(const EncryptedVfsOptions& options,
                                                                      const SecretBytes& data_key);

    EncryptedVfs(const EncryptedVfs&) = delete;
    EncryptedVfs& operator=(const EncryptedVfs&) = delete;
    /// Unregisters and wipes the keys. Every connection opened through it must be closed before.
    ~EncryptedVfs();

    [[nodiscard]] const std::string& name() const noexcept;

private:
    class Impl;
    explicit EncryptedVfs(std::unique_ptr<Impl> impl) noexcept;
    std::unique_ptr<Impl> impl_;
};

}  // namespace pennydrop
