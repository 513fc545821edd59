// SPDX-License-Identifier: Apache-2.0
#include "vault/new_file.h"

#include <array>
#include <chrono>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/secret.h"
#include "vault/file_claim.h"
#include "vault/vault_header.h"

namespace pennydrop {
namespace {

constexpr std::string_view kTemporarySuffix = ".new-";
constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kLogSuffix = "-wal";
constexpr std::size_t kRandomBytes = 8;

ErrorCode code_for(const std::error_code& error) {
    if (error == std::errc::file_exists) {
        return ErrorCode::kAlreadyExists;
    }
    if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted ||
        error == std::errc::read_only_file_system) {
        return ErrorCode::kPermission;
    }
    if (error == std::errc::no_space_on_device) {
        return ErrorCode::kDiskFull;
    }
    if (error == std::errc::no_such_file_or_directory) {
        return ErrorCode::kNotFound;
    }
    return ErrorCode::kIo;
}

/// The name that a file under a temporary name was to get; nothing when `name` is no temporary one.
std::optional<std::string> finished_name(const std::string& name) {
    constexpr std::size_t kSuffixBytes = kTemporarySuffix.size() + 2 * kRandomBytes;
    if (name.size() <= kSuffixBytes) {
        return std::nullopt;
    }
    const std::string_view suffix = std::string_view{name}.substr(name.size() - kSuffixBytes);
    if (!suffix.starts_with(kTemporarySuffix) ||
        suffix.find_first_not_of(kHex, kTemporarySuffix.size()) != std::string_view::npos) {
        return std::nullopt;
    }
    return name.substr(0, name.size() - kSuffixBytes);
}

/// Whoever is at work on a file writes to it all the time, also where nobody can hold one.
bool is_old(const std::filesystem::path& path) {
    std::error_code error;
    const auto written = std::filesystem::last_write_time(path, error);
    return !error && written + std::chrono::hours{1} < std::filesystem::file_time_type::clock::now();
}

/// Logs and drop boxes have no mark by which they could be told.
bool begins_as_ours(const std::filesystem::path& path) {
    constexpr std::string_view kEnding = ".pennydrop";
    if (!path.stem().u8string().ends_with(std::u8string{kEnding.begin(), kEnding.end()})) {
        return true;
    }
    std::vector<char> start(kHeaderBytes);
    std::ifstream file{path, std::ios::binary};
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    return !file.bad() && may_be_unfinished({reinterpret_cast<const std::uint8_t*>(start.data()), start.size()});
}

}  // namespace

std::filesystem::path temporary_name_beside(const std::filesystem::path& path) {
    std::array<std::uint8_t, kRandomBytes> random{};
    fill_random(random);
    std::string suffix{kTemporarySuffix};
    for (const std::uint8_t byte : random) {
        suffix += kHex[byte >> 4U];
        suffix += kHex[byte & 0xFU];
    }
    auto name = path;
    name += suffix;
    return name;
}

Status put_in_place(const std::filesystem::path& finished, const std::filesystem::path& target, Folders& folders) {
    // A hard link fails when the target exists, so two processes can never replace each other's file.
    std::error_code error = folders.link(finished, target);
    if (!error) {
        if (const auto synced = folders.sync(target.parent_path()); synced) {
            (void)folders.remove(target);
            return fail(code_for(synced), "folder");
        }
        (void)folders.remove(finished);
        return {};
    }
    if (error == std::errc::file_exists) {
        return fail(ErrorCode::kAlreadyExists);
    }
    // FAT and some phones know no hard links: look first, then rename.
    std::error_code exists_error;
    if (std::filesystem::exists(target, exists_error)) {
        return fail(ErrorCode::kAlreadyExists);
    }
    auto placed = replace_file(finished, target, folders);
    if (!placed) {
        return pass_on(placed);
    }
    if (*placed == Placed::kNotSynced) {
        (void)folders.remove(target);
        return fail(ErrorCode::kIo, "folder");
    }
    return {};
}

Result<Placed> replace_file(const std::filesystem::path& finished, const std::filesystem::path& target,
                            Folders& folders) {
    if (const auto error = folders.rename(finished, target); error) {
        return fail(code_for(error), "rename");
    }
    return folders.sync(target.parent_path()) ? Placed::kNotSynced : Placed::kOnDisk;
}

void remove_unfinished(const std::filesystem::path& path) {
    std::error_code error;
    for (std::filesystem::directory_iterator item{path.parent_path(), error}, end; !error && item != end;
         item.increment(error)) {
        std::string name = item->path().filename().string();
        if (name.ends_with(kLogSuffix)) {
            name.resize(name.size() - kLogSuffix.size());
        }
        if (finished_name(name) == path.filename().string()) {
            std::error_code ignored;
            std::filesystem::remove(item->path(), ignored);
        }
    }
}

void remove_abandoned(const std::filesystem::path& folder, const std::function<bool(std::string_view)>& is_ours,
                      Folders& folders) {
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (std::filesystem::directory_iterator item{folder, error}, end; !error && item != end; item.increment(error)) {
        const auto utf8 = item->path().filename().u8string();
        const auto name = finished_name({utf8.begin(), utf8.end()});
        if (name && is_ours(*name)) {
            found.push_back(item->path());
        }
    }
    for (const auto& path : found) {
        const auto claim = FileClaim::take(path);
        if (claim && is_old(path) && begins_as_ours(path)) {
            (void)folders.remove(path);
        }
    }
}

}  // namespace pennydrop
