// SPDX-License-Identifier: Apache-2.0
#include "vault/log_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <vector>

namespace pennydrop {
namespace {

constexpr std::size_t kLogHeaderBytes = 32;
constexpr std::size_t kFrameHeaderBytes = 24;
constexpr std::uint32_t kLogMagic = 0x377F0682;  // the last bit says big-endian checksums
constexpr std::uint32_t kLogVersion = 3007000;

std::uint32_t big_endian(std::span<const std::uint8_t> bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (const std::uint8_t byte : bytes.subspan(at, 4)) {
        value = (value << 8U) | byte;
    }
    return value;
}

struct Checksum {
    std::uint32_t first{0};
    std::uint32_t second{0};
    bool is_big_endian{false};

    /// `bytes` has a multiple of eight.
    void add(std::span<const std::uint8_t> bytes) {
        for (std::size_t at = 0; at < bytes.size(); at += 8) {
            first += word(bytes, at) + second;
            second += word(bytes, at + 4) + first;
        }
    }
    [[nodiscard]] bool is_at(std::span<const std::uint8_t> bytes, std::size_t at) const {
        return big_endian(bytes, at) == first && big_endian(bytes, at + 4) == second;
    }

private:
    [[nodiscard]] std::uint32_t word(std::span<const std::uint8_t> bytes, std::size_t at) const {
        const std::uint32_t value = big_endian(bytes, at);
        return is_big_endian ? value : __builtin_bswap32(value);
    }
};

/// Whether the log's header is sound; starts the checksum then.
bool begin_checksum(std::span<const std::uint8_t> header, std::size_t block_bytes, Checksum& sum) {
    const std::uint32_t magic = big_endian(header, 0);
    if ((magic & ~1U) != kLogMagic || big_endian(header, 4) != kLogVersion || big_endian(header, 8) != block_bytes) {
        return false;
    }
    sum.is_big_endian = (magic & 1U) != 0;
    sum.add(header.first(24));
    return sum.is_at(header, 24);
}

/// Takes frames in order until one is not valid.
class FrameReader {
public:
    FrameReader(LogIndex& index, std::size_t block_bytes) : index_(&index), block_bytes_(block_bytes) {}

    void take(std::uint64_t block, std::span<const std::uint8_t> plain) {
        if (ended_) {
            return;
        }
        if (block == 0) {
            ended_ = !begin_checksum(plain.first(kLogHeaderBytes), block_bytes_, sum_);
            std::ranges::copy(plain.subspan(16, 8), index_->salts.begin());
            return;
        }
        const auto header = plain.first(kFrameHeaderBytes);
        const std::uint32_t page = big_endian(header, 0);
        ended_ = page == 0 || !is_frame_of(*index_, page, plain);
        if (ended_) {
            return;
        }
        sum_.add(header.first(8));
        sum_.add(page_of_frame(plain));
        const std::array<std::uint8_t, 64> reserved{};
        sum_.add(reserved);
        ended_ = !sum_.is_at(header, 16);
        if (ended_) {
            return;
        }
        uncommitted_.emplace_back(page, block);
        if (const std::uint32_t size = big_endian(header, 4); size != 0) {
            for (const auto& [number, where] : uncommitted_) {
                index_->newest[number] = where;
            }
            uncommitted_.clear();
            index_->page_count = size;
            index_->used = block;
        }
    }
    void end() { ended_ = true; }

private:
    LogIndex* index_;
    std::size_t block_bytes_;
    Checksum sum_{};
    std::vector<std::pair<std::uint32_t, std::uint64_t>> uncommitted_{};
    bool ended_{false};
};

}  // namespace

bool is_frame_of(const LogIndex& index, std::uint32_t number, std::span<const std::uint8_t> plain) {
    return big_endian(plain, 0) == number && std::ranges::equal(plain.subspan(8, index.salts.size()), index.salts);
}

std::span<const std::uint8_t> page_of_frame(std::span<const std::uint8_t> plain) {
    return plain.subspan(kFrameHeaderBytes);
}

Result<LogIndex> read_log(VfsFile& log, const BlockCipher& cipher, ReadErrors on_errors) {
    auto size = log.size();
    if (!size) {
        return pass_on(size);
    }
    const std::size_t bytes = cipher.block_bytes();
    const std::uint64_t whole = static_cast<std::uint64_t>(*size) / bytes;
    LogIndex index;
    index.blocks = whole + (static_cast<std::uint64_t>(*size) % bytes == 0 ? 0 : 1);
    index.unreadable = index.blocks - whole;
    FrameReader frames{index, bytes};
    std::vector<std::uint8_t> sealed(bytes);
    std::vector<std::uint8_t> plain(cipher.plain_bytes());
    for (std::uint64_t block = 0; block < whole; ++block) {
        auto read = log.read(sealed, static_cast<std::int64_t>(block * bytes));
        if (!read && on_errors == ReadErrors::kFail) {
            wipe_memory(plain);
            return pass_on(read);
        }
        index.not_delivered += read ? 0 : 1;
        if (read && cipher.open(block, sealed, plain)) {
            frames.take(block, plain);
        } else {
            ++index.unreadable;
            frames.end();
        }
    }
    wipe_memory(plain);
    return index;
}

}  // namespace pennydrop
