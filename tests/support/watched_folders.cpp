// SPDX-License-Identifier: Apache-2.0
#include "support/watched_folders.h"

namespace pennydrop::testing {
namespace fs = std::filesystem;
using Kind = DiskOperation::Kind;

std::error_code WatchedFolders::link(const fs::path& from, const fs::path& to) {
    if (!has_links) {
        return std::make_error_code(std::errc::operation_not_permitted);
    }
    auto error = ask(Kind::kLink);
    if (!error) {
        error = Folders::link(from, to);
    }
    if (!error) {
        disk_->note({.kind = Kind::kLink, .file = from.string(), .to = to.string()});
    }
    return error;
}

std::error_code WatchedFolders::rename(const fs::path& from, const fs::path& to) {
    auto error = ask(Kind::kRename);
    if (!error) {
        error = Folders::rename(from, to);
    }
    if (!error) {
        disk_->note({.kind = Kind::kRename, .file = from.string(), .to = to.string()});
    }
    return error;
}

std::error_code WatchedFolders::remove(const fs::path& path) {
    if (!fs::exists(path)) {
        return {};
    }
    auto error = ask(Kind::kDelete);
    if (!error) {
        error = Folders::remove(path);
    }
    if (!error) {
        disk_->note({.kind = Kind::kDelete, .file = path.string()});
    }
    return error;
}

std::error_code WatchedFolders::sync(const fs::path& folder) {
    if (const auto error = ask(Kind::kSyncFolder); error) {
        return error;
    }
    disk_->note({.kind = Kind::kSyncFolder, .file = folder.string()});
    return {};
}

}  // namespace pennydrop::testing
