// SPDX-License-Identifier: Apache-2.0
#include "vault/new_file.h"

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

#include <array>
#include <string>
#include <system_error>

#include "base/secret.h"

namespace pennydrop {
namespace {

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

void sync_folder(const std::filesystem::path& folder) {
#ifndef _WIN32
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        (void)::fsync(descriptor);
        (void)::close(descriptor);
    }
#else
    (void)folder;
#endif
}

std::filesystem::path temporary_name_beside(const std::filesystem::path& path) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::array<std::uint8_t, 8> random{};
    fill_random(random);
    std::string suffix = ".new-";
    for (const std::uint8_t byte : random) {
        suffix += kHex[byte >> 4U];
        suffix += kHex[byte & 0xFU];
    }
    auto name = path;
    name += suffix;
    return name;
}

Status put_in_place(const std::filesystem::path& finished, const std::filesystem::path& target) {
    std::error_code error;
    // A hard link fails when the target exists, so two processes can never replace each other's file.
    std::filesystem::create_hard_link(finished, target, error);
    if (!error) {
        std::filesystem::remove(finished, error);
        sync_folder(target.parent_path());
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
    std::filesystem::rename(finished, target, error);
    if (error) {
        return fail(code_for(error), "rename");
    }
    sync_folder(target.parent_path());
    return {};
}

}  // namespace pennydrop
