// SPDX-License-Identifier: Apache-2.0
#include "vault/new_file.h"

#include <array>
#include <string>
#include <string_view>
#include <system_error>

#include "base/secret.h"

namespace pennydrop {
namespace {

constexpr std::string_view kTemporarySuffix = ".new-";
constexpr std::string_view kHex = "0123456789abcdef";
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
        (void)folders.remove(finished);
        folders.sync(target.parent_path());
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
    return replace_file(finished, target, folders);
}

Status replace_file(const std::filesystem::path& finished, const std::filesystem::path& target, Folders& folders) {
    if (const auto error = folders.rename(finished, target); error) {
        return fail(code_for(error), "rename");
    }
    folders.sync(target.parent_path());
    return {};
}

void remove_unfinished(const std::filesystem::path& path) {
    const auto beside = path.filename().string() + std::string{kTemporarySuffix};
    std::error_code error;
    for (std::filesystem::directory_iterator item{path.parent_path(), error}, end; !error && item != end;
         item.increment(error)) {
        std::string name = item->path().filename().string();
        if (!name.starts_with(beside)) {
            continue;
        }
        name.erase(0, beside.size());
        constexpr std::string_view kLogSuffix = "-wal";
        if (name.ends_with(kLogSuffix)) {
            name.resize(name.size() - kLogSuffix.size());
        }
        if (name.size() == 2 * kRandomBytes && name.find_first_not_of(kHex) == std::string::npos) {
            std::error_code ignored;
            std::filesystem::remove(item->path(), ignored);
        }
    }
}

}  // namespace pennydrop
