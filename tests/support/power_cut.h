// SPDX-License-Identifier: Apache-2.0
// What may be on a disk after the power failed: made from the operations a WatchedVfs wrote down. Unsynced writes are
// kept, lost or torn sector by sector, in any combination; a torn one may take its neighbours in the sector with it.
// Threads: belongs to one thread.
// Source: sqlite.org/atomiccommit.html; Pillai et al., "All file systems are not created equal" (OSDI 2014).
#pragma once

#include <array>
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

/// What is in a sector after a write to it was torn: its old or its new bytes in every case, or also...
enum class Tear {
    kOldOrNew,     ///< nothing else;
    kOwnBytes,     ///< anything where it was written;
    kWholeSector,  ///< anything from the sector's start to its end, also where nobody wrote.
};

/// How a write that was not synced may come out.
struct TearModel {
    static constexpr std::size_t kAnyByte = 1;  ///< For sector_bytes: pieces of random lengths.

    std::size_t sector_bytes{512};
    Tear tear{Tear::kOldOrNew};
    const char* name{""};
};

/// Every model a vault has to survive.
inline constexpr std::array kTearModels{
    TearModel{.sector_bytes = TearModel::kAnyByte, .tear = Tear::kOwnBytes, .name = "own bytes, cut at any byte"},
    TearModel{.sector_bytes = 512, .tear = Tear::kOldOrNew, .name = "512-byte sectors, old or new"},
    TearModel{.sector_bytes = 512, .tear = Tear::kOwnBytes, .name = "512-byte sectors, own bytes damaged"},
    TearModel{.sector_bytes = 512, .tear = Tear::kWholeSector, .name = "512-byte sectors, whole sector damaged"},
    TearModel{.sector_bytes = 4096, .tear = Tear::kOldOrNew, .name = "4096-byte sectors, old or new"},
    TearModel{.sector_bytes = 4096, .tear = Tear::kOwnBytes, .name = "4096-byte sectors, own bytes damaged"},
    TearModel{.sector_bytes = 4096, .tear = Tear::kWholeSector, .name = "4096-byte sectors, whole sector damaged"},
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
        bool settles_folder{false};  ///< With its first sync.
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
