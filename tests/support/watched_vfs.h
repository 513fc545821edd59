// SPDX-License-Identifier: Apache-2.0
// A SQLite VFS that stands on the system's own, writes down what is done to the disk, and fails when it is told to.
// The encrypting shim is put on top of it (VaultOptions::below).
// Threads: belongs to one thread, like the connections opened through it.
// Source: sqlite.org/vfs.html; the idea of the journal of operations is SQLite's test VFS "crash" (src/test6.c).
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "support/files.h"

namespace pennydrop::testing {

/// A call of the shim or of the vault to the file system below.
enum class Call { kOpen, kRead, kWrite, kTruncate, kSync, kFileSize, kLock, kUnlock, kDelete, kAccess };

struct CallInfo {
    Call call{Call::kOpen};
    const std::string& file;  ///< Full path.
    std::int64_t offset{0};
    std::int64_t amount{0};
};

/// What shall happen with a call. With a code other than SQLITE_OK the call fails; a write may get part of its bytes
/// through, and so may a read that fails as a short one.
struct Verdict {
    int code{SQLITE_OK};
    std::int64_t written_first{0};
};

/// One change of the disk, in order.
struct DiskOperation {
    enum class Kind { kCreate, kWrite, kTruncate, kSync, kDelete, kLink, kRename, kSyncFolder };
    Kind kind{Kind::kWrite};
    std::string file{};
    std::int64_t offset{0};  ///< Of a write; the new size of a truncation; whether a deletion, or the
                             ///< first sync of a file that is created, syncs the folder.
    Bytes data{};
    std::string to{};  ///< The new name, of a link or a rename.
};

class WatchedVfs {
public:
    WatchedVfs();
    WatchedVfs(const WatchedVfs&) = delete;
    WatchedVfs& operator=(const WatchedVfs&) = delete;
    ~WatchedVfs();

    [[nodiscard]] sqlite3_vfs* vfs() noexcept { return &vfs_; }

    /// Asked before every call; nothing set means that all succeed.
    std::function<Verdict(const CallInfo&)> judge{};
    /// Told before a file is closed, with its full path.
    std::function<void(const std::string&)> before_close{};
    /// Files are opened as if the file system allowed no writing.
    bool read_only{false};
    /// Syncs reach the system's file system only on request: thousands of runs need not wear out a disk.
    bool sync_for_real{false};

    /// Begins (again) to write down operations.
    void record();
    [[nodiscard]] const std::vector<DiskOperation>& operations() const noexcept { return operations_; }
    /// Every file opened through it, with the flags of the last opening.
    [[nodiscard]] const std::map<std::string, int>& opened() const noexcept { return opened_; }

    // For the C functions of the VFS.
    [[nodiscard]] sqlite3_vfs* below() const noexcept { return below_; }
    [[nodiscard]] Verdict ask(const CallInfo& info) const { return judge ? judge(info) : Verdict{}; }
    void note(DiskOperation operation);
    void note_opened(const std::string& file, int flags) { opened_[file] = flags; }

private:
    sqlite3_vfs* below_;
    std::string name_;
    sqlite3_vfs vfs_{};
    bool recording_{false};
    std::vector<DiskOperation> operations_{};
    std::map<std::string, int> opened_{};
};

}  // namespace pennydrop::testing
