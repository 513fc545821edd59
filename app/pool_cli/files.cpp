// SPDX-License-Identifier: Apache-2.0
#include "files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <vector>

namespace pennydrop::pool_cli {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kSecretMode = 0600;
constexpr mode_t kPublicMode = 0644;
constexpr mode_t kOthers = 077;
constexpr std::size_t kPieceBytes = 65536;

std::unexpected<Error> fail_with(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            return fail(ErrorCode::kNotFound);
        case EEXIST:
            return fail(ErrorCode::kAlreadyExists);
        case EACCES:
        case EPERM:
        case EROFS:
            return fail(ErrorCode::kPermission);
        case ENOSPC:
        case EDQUOT:
            return fail(ErrorCode::kDiskFull);
        default:
            return fail(ErrorCode::kIo);
    }
}

class OpenFile {
public:
    explicit OpenFile(int descriptor) noexcept : descriptor_(descriptor) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (descriptor_ > STDERR_FILENO) {
            ::close(descriptor_);
        }
    }
    [[nodiscard]] int get() const noexcept { return descriptor_; }

private:
    int descriptor_;
};

int open_to_read(const std::string& path) {
    return path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
}

/// Reads to the end, piece by piece, through guarded memory.
template <typename Take>
Status read_all(int descriptor, Take take) {
    SecretBytes piece{kPieceBytes};
    std::size_t total = 0;
    for (;;) {
        const ssize_t got = ::read(descriptor, piece.data(), piece.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fail_with(errno);
        }
        if (got == 0) {
            return {};
        }
        total += static_cast<std::size_t>(got);
        if (total > kMostBytes) {
            return fail(ErrorCode::kInvalid, "too large");
        }
        take(piece.span().first(static_cast<std::size_t>(got)));
    }
}

Status write_all(int descriptor, pool::ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return fail_with(errno);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0 ? Status{} : fail_with(errno);
}

void sync_folder_of(const std::string& path) {
    const fs::path parent = fs::path{path}.parent_path();
    const OpenFile folder{::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.get() >= 0) {
        ::fsync(folder.get());
    }
}

/// Gives `beside` the name `path`. 0 or errno.
int put_in_place(const std::string& beside, const std::string& path, Replace replace) {
    if (replace == Replace::kNever) {
        if (::link(beside.c_str(), path.c_str()) == 0) {
            return 0;
        }
        // Memory sticks know no second name; there, looking first has to do.
        if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS) {
            return errno;
        }
        std::error_code error;
        if (fs::exists(fs::symlink_status(path, error))) {
            return EEXIST;
        }
    }
    return ::rename(beside.c_str(), path.c_str()) == 0 ? 0 : errno;
}

Status write_in_place(const std::string& path, pool::ByteView bytes, Replace replace, mode_t mode) {
    std::array<std::uint8_t, 8> random{};
    fill_random(random);
    std::string beside = path + ".";
    for (const auto byte : random) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        beside += kDigits[byte >> 4U];
        beside += kDigits[byte & 15U];
    }
    const OpenFile file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)};
    if (file.get() < 0) {
        return fail_with(errno);
    }
    auto done = write_all(file.get(), bytes);
    if (done) {
        const int error = put_in_place(beside, path, replace);
        done = error == 0 ? Status{} : fail_with(error);
    }
    ::unlink(beside.c_str());  // It is there still after link(), or after an error.
    sync_folder_of(path);
    return done;
}

Result<SecretBytes> read_guarded(int descriptor) {
    SecretBytes all;
    const auto take = [&](std::span<const std::uint8_t> more) {
        SecretBytes longer{all.size() + more.size()};
        std::ranges::copy(all.span(), longer.data());
        std::ranges::copy(more, longer.data() + all.size());
        all = std::move(longer);
    };
    if (auto done = read_all(descriptor, take); !done) {
        return pennydrop::pass_on(done);
    }
    return all;
}

}  // namespace

Result<pool::Bytes> read_file(const std::string& path) {
    const OpenFile file{open_to_read(path)};
    if (file.get() < 0) {
        return fail_with(errno);
    }
    pool::Bytes bytes;
    const auto take = [&](std::span<const std::uint8_t> more) { bytes.insert(bytes.end(), more.begin(), more.end()); };
    if (auto done = read_all(file.get(), take); !done) {
        return pennydrop::pass_on(done);
    }
    return bytes;
}

Result<SecretBytes> read_guarded_file(const std::string& path) {
    const OpenFile file{open_to_read(path)};
    return file.get() < 0 ? Result<SecretBytes>{fail_with(errno)} : read_guarded(file.get());
}

Result<SecretBytes> read_secret_file(const std::string& path) {
    const OpenFile file{open_to_read(path)};
    struct stat about{};
    if (file.get() < 0 || ::fstat(file.get(), &about) != 0) {
        return fail_with(errno);
    }
    if (path != "-" && S_ISREG(about.st_mode) && (about.st_mode & kOthers) != 0) {
        return fail(ErrorCode::kPermission, "others may read this secret: chmod 600");
    }
    return read_guarded(file.get());
}

Status write_file(const std::string& path, pool::ByteView bytes, Replace replace) {
    return write_in_place(path, bytes, replace, kPublicMode);
}

Status write_secret_file(const std::string& path, pool::ByteView bytes, Replace replace) {
    return write_in_place(path, bytes, replace, kSecretMode);
}

Status set_file_time(const std::string& path, Timestamp when) {
    constexpr std::int64_t kMicros = 1'000'000;
    const timespec time{static_cast<time_t>(when.micros / kMicros), 0};
    const std::array<timespec, 2> times{time, time};
    return ::utimensat(AT_FDCWD, path.c_str(), times.data(), 0) == 0 ? Status{} : fail_with(errno);
}

Status make_private_folder(const std::string& path) {
    constexpr mode_t kFolderMode = 0700;
    if (::mkdir(path.c_str(), kFolderMode) == 0) {
        return {};
    }
    if (errno != EEXIST) {
        return fail_with(errno);
    }
    std::error_code error;
    if (!fs::is_empty(path, error) || error || ::chmod(path.c_str(), kFolderMode) != 0) {
        return fail(ErrorCode::kAlreadyExists);
    }
    return {};
}

Status destroy_file(const std::string& path) {
    {
        const OpenFile file{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
        struct stat about{};
        if (file.get() < 0 || ::fstat(file.get(), &about) != 0) {
            return fail_with(errno);
        }
        const std::vector<std::uint8_t> zeros(static_cast<std::size_t>(about.st_size));
        if (auto written = write_all(file.get(), zeros); !written) {
            return written;
        }
    }
    return ::unlink(path.c_str()) == 0 ? Status{} : fail_with(errno);
}

}  // namespace pennydrop::pool_cli
