// SPDX-License-Identifier: Apache-2.0
// Links, renames and deletions of the system, written down in the journal of a WatchedVfs, and failing when told to.
// Threads: belongs to one thread.
#pragma once

#include <functional>

#include "support/watched_vfs.h"
#include "vault/folders.h"

namespace pennydrop::testing {

class WatchedFolders final : public Folders {
public:
    explicit WatchedFolders(WatchedVfs& disk) : disk_(&disk) {}

    /// Asked before each link, rename, deletion and sync; an error it returns is the outcome. Nothing set: all succeed.
    std::function<std::error_code(DiskOperation::Kind)> judge{};
    /// As FAT: there are no hard links.
    bool has_links{true};

    std::error_code link(const std::filesystem::path& from, const std::filesystem::path& to) override;
    std::error_code rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    std::error_code remove(const std::filesystem::path& path) override;
    std::error_code sync(const std::filesystem::path& folder) override;

private:
    [[nodiscard]] std::error_code ask(DiskOperation::Kind kind) const {
        return judge ? judge(kind) : std::error_code{};
    }

    WatchedVfs* disk_;
};

}  // namespace pennydrop::testing
