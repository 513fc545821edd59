// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_reader.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "vault/header_file.h"
#include "vault/vault_impl.h"

namespace pennydrop {
namespace {

constexpr std::uint32_t kMostMissing = 65536;

Result<VfsFile> open_locked(const std::filesystem::path& path, const VaultOptions& options,
                            VaultReader::Access access) {
    const bool exclusive = access == VaultReader::Access::kExclusive;
    auto file = open_file(options, path, exclusive ? VfsFile::Mode::kReadWrite : VfsFile::Mode::kReadOnly);
    if (!file) {
        return file;
    }
    if (access == VaultReader::Access::kBeside) {
        return file;
    }
    auto locked = exclusive ? file->lock_against_all() : file->lock_against_writers();
    if (!locked) {
        return pass_on(locked);
    }
    return file;
}

}  // namespace

VaultReader::VaultReader(VfsFile file, ChosenHeader header, SecretBytes data_key)
    : file_(std::move(file)),
      header_(header),
      data_key_(std::move(data_key)),
      main_cipher_(BlockFile::kMain, header_.header.file, data_key_, kVaultPageBytes),
      log_cipher_(BlockFile::kWal, header_.header.file, data_key_, kVaultPageBytes),
      sealed_(kVaultPageBytes),
      plain_(main_cipher_.plain_bytes()) {}

Result<VaultReader> VaultReader::open(const std::filesystem::path& path, const VaultSecret& secret,
                                      const VaultOptions& options, Access access) {
    auto file = open_locked(path, options, access);
    if (!file) {
        return pass_on(file);
    }
    auto copies = read_headers(*file);
    if (!copies) {
        return pass_on(copies);
    }
    auto header = open_header(*copies, secret.kind(), secret.bytes());
    if (!header) {
        return pass_on(header);
    }
    VaultReader reader{std::move(*file), header->chosen, std::move(header->slot.data_key)};
    reader.opened_slot_ = header->slot.number;
    if (auto done = reader.look(path, options, access); !done) {
        return pass_on(done);
    }
    return reader;
}

Result<VaultReader> VaultReader::open_with_key(const std::filesystem::path& path, const SecretBytes& data_key,
                                               const VaultOptions& options, Access access) {
    auto file = open_locked(path, options, access);
    if (!file) {
        return pass_on(file);
    }
    auto copies = read_headers(*file);
    if (!copies) {
        return pass_on(copies);
    }
    VaultReader reader{std::move(*file), counting_header(*copies, data_key), data_key.clone()};
    if (auto done = reader.look(path, options, access); !done) {
        return pass_on(done);
    }
    return reader;
}

bool VaultReader::header_is_authentic() const {
    return pennydrop::header_is_authentic(header_.bytes, data_key_);
}

Status VaultReader::look(const std::filesystem::path& path, const VaultOptions& options, Access access) {
    auto size = file_.size();
    if (!size) {
        return pass_on(size);
    }
    const std::int64_t blocks = (*size - static_cast<std::int64_t>(kHeaderBytes)) / kVaultPageBytes;
    main_blocks_ =
        static_cast<std::uint32_t>(std::clamp<std::int64_t>(blocks, 0, std::numeric_limits<std::uint32_t>::max() - 1));
    auto log_path = path;
    log_path += "-wal";
    auto log = open_file(options, log_path, VfsFile::Mode::kReadOnly);
    if (log) {
        log_.emplace(std::move(*log));
        auto index = read_log(*log_, log_cipher_, access == Access::kSalvage ? ReadErrors::kGoOn : ReadErrors::kFail);
        if (!index) {
            return pass_on(index);
        }
        log_index_ = std::move(*index);
    } else if (log.error().code != ErrorCode::kNotFound) {
        return pass_on(log);
    }
    page_count_ = main_blocks_;
    SecretBytes first{kVaultPageBytes};
    const Status read = log_index_.page_count ? Status{} : read_page(1, first.span());
    if (log_index_.page_count) {
        page_count_ = *log_index_.page_count;
    } else if (!read && read.error().code != ErrorCode::kDamaged && access != Access::kSalvage) {
        return read;
    } else if (read) {
        // sqlite.org/fileformat2.html, "In-header database size".
        constexpr std::size_t kPageCountOffset = 28;
        std::uint32_t count = 0;
        for (const std::uint8_t byte : first.span().subspan(kPageCountOffset, 4)) {
            count = (count << 8U) | byte;
        }
        page_count_ = count == 0 ? main_blocks_ : count;
    }
    // Missing pages are counted one by one, and nobody shall be kept busy with four thousand million of them.
    const std::uint64_t most = std::uint64_t{main_blocks_} + log_index_.newest.size() + kMostMissing;
    page_count_ = static_cast<std::uint32_t>(std::min<std::uint64_t>(page_count_, most));
    return {};
}

Status VaultReader::read_block(VfsFile& file, const BlockCipher& cipher, std::uint64_t block, std::int64_t position) {
    if (auto read = file.read(sealed_, position); !read) {
        return read;
    }
    return cipher.open(block, sealed_, plain_.span()) ? Status{} : fail(ErrorCode::kDamaged, "block");
}

Status VaultReader::read_page(std::uint32_t number, std::span<std::uint8_t> out) {
    auto found = find_page(number, out);
    if (!found && found.error().code != ErrorCode::kDamaged && found.error().code != ErrorCode::kCancelled) {
        pages_not_delivered_.insert(number);
    }
    return found;
}

Status VaultReader::find_page(std::uint32_t number, std::span<std::uint8_t> out) {
    std::ranges::fill(out, std::uint8_t{0});
    if (stopped_ != nullptr && *stopped_) {
        return fail(ErrorCode::kCancelled);
    }
    if (const auto frame = log_index_.newest.find(number); frame != log_index_.newest.end()) {
        const auto position = static_cast<std::int64_t>(frame->second * kVaultPageBytes);
        if (auto read = read_block(*log_, log_cipher_, frame->second, position); !read) {
            return read;
        }
        if (!is_frame_of(log_index_, number, plain_.span())) {
            return fail(ErrorCode::kDamaged, "frame of another log");
        }
        std::ranges::copy(page_of_frame(plain_.span()), out.begin());
        return {};
    }
    if (number == 0 || number > main_blocks_) {
        return fail(ErrorCode::kDamaged, "page missing");
    }
    const std::uint64_t block = number - 1;
    const auto position = static_cast<std::int64_t>(kHeaderBytes + block * kVaultPageBytes);
    if (auto read = read_block(file_, main_cipher_, block, position); !read) {
        return read;
    }
    std::ranges::copy(plain_.span(), out.begin());
    return {};
}

}  // namespace pennydrop
