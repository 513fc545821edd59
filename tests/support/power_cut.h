// SPDX-License-Identifier: Apache-2.0
// What may be on a disk after the power failed: made from the operations a WatchedVfs wrote down. Unsynced writes are
// kept, lost or torn sector by sector, in any combination; a write damages only its own bytes.
// Threads: belongs to one thread.
// Source: sqlite.org/atomiccommit.html; Pillai et al., "All file systems are not created equal" (OSDI 2014).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/files.h"
#include "support/random.h"
#include "support/watched_vfs.h"

namespace pennydrop::testing {

/// How a write that was not synced may come out.
struct TearModel {
    std::size_t sector_bytes{512};
    bool garbage{false};  ///< A torn sector may hold anything, not only its old or its new bytes.
};

/// Which of the unsynced operations survive.
enum class Survivors { kNone, kAll, kAllButLastTorn, kAny };

class PowerCut {
public:
    /// By full path.
    using Files = std::map<std::string, Bytes>;

    /// `start` was on the disk before the first of the `operations`, which must outlive this object.
    PowerCut(const Files& start, const std::vector<DiskOperation>& operations);

    /// The disk after power failed while operation number `count` (from 0) was under way: those before it were begun,
    /// those synced are safe. `count` must not fall from call to call.
    [[nodiscard]] Files after(std::size_t count, Survivors survivors, const TearModel& model, Random& random);

private:
    /// One file with its own life: a deleted and newly made file of the same name is another one.
    struct Inode {
        Bytes durable{};
        std::vector<const DiskOperation*> pending{};
    };
    struct FolderChange {
        std::string name{};
        std::optional<std::size_t> inode{};  ///< Nothing: the name goes away.
    };

    void advance(const DiskOperation& operation);
    void settle_folder(std::size_t changes);
    [[nodiscard]] std::size_t current(const std::string& name);
    [[nodiscard]] static Bytes content(const Inode& inode, const DiskOperation* in_flight, Survivors survivors,
                                       const TearModel& model, Random& random);

    const std::vector<DiskOperation>* operations_;
    std::size_t done_{0};
    std::vector<Inode> inodes_{};
    std::map<std::string, std::size_t> folder_{};   ///< As on the disk for sure.
    std::map<std::string, std::size_t> present_{};  ///< As the program sees it.
    std::vector<FolderChange> folder_pending_{};
};

}  // namespace pennydrop::testing
