// SPDX-License-Identifier: Apache-2.0
#include "vault/sealed_file.h"

#include <algorithm>

#include "base/secret.h"
#include "vault/encrypted_vfs.h"

namespace pennydrop {
namespace {

constexpr std::int64_t kReserved = EncryptedVfs::kReservedBytes;

bool all_zero(std::span<const std::uint8_t> bytes) {
    return std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
}

/// Copies `out.size()` bytes from `plain`, as if it went on with zeros, starting at `from`.
void copy_extended(std::span<const std::uint8_t> plain, std::int64_t from, std::span<std::uint8_t> out) {
    const auto start = std::min(static_cast<std::size_t>(from), plain.size());
    const auto available = plain.subspan(start);
    const auto part = available.first(std::min(available.size(), out.size()));
    std::ranges::copy(part, out.begin());
    std::ranges::fill(out.subspan(part.size()), std::uint8_t{0});
}

}  // namespace

SealedFile::SealedFile(sqlite3_file* below, const BlockCipher& cipher)
    : below_(below), cipher_(&cipher), plain_(cipher.plain_bytes()), sealed_(cipher.block_bytes()) {}

SealedFile::~SealedFile() {
    wipe_memory(plain_);
}

int SealedFile::below_size(std::int64_t& bytes) const {
    sqlite3_int64 size = 0;
    const int rc = below_->pMethods->xFileSize(below_, &size);
    bytes = size;
    return rc;
}

int SealedFile::why_short(std::int64_t position) const {
    std::int64_t bytes = 0;
    if (const int rc = below_size(bytes); rc != SQLITE_OK) {
        return rc;
    }
    return position + block_bytes() <= bytes ? SQLITE_IOERR_READ : SQLITE_IOERR_SHORT_READ;
}

int SealedFile::load(std::uint64_t number, std::int64_t position) {
    const int rc = below_->pMethods->xRead(below_, sealed_.data(), static_cast<int>(sealed_.size()), position);
    if (rc != SQLITE_OK) {
        // A device that delivers less than it has must not look like the end of the file: rows would be missing.
        return rc == SQLITE_IOERR_SHORT_READ ? why_short(position) : rc;
    }
    return cipher_->open(number, sealed_, plain_) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int SealedFile::load_into(std::span<std::uint8_t> page, std::uint64_t number, std::int64_t position) const {
    const int rc = below_->pMethods->xRead(below_, page.data(), static_cast<int>(page.size()), position);
    if (rc != SQLITE_OK) {
        return rc;
    }
    if (!cipher_->open(number, page, page.first(cipher_->plain_bytes()))) {
        return SQLITE_IOERR_DATA;
    }
    std::ranges::fill(page.subspan(cipher_->plain_bytes()), std::uint8_t{0});
    return SQLITE_OK;
}

int SealedFile::store(std::uint64_t number, std::int64_t position, std::span<const std::uint8_t> plaintext) {
    cipher_->seal(number, plaintext, sealed_);
    return below_->pMethods->xWrite(below_, sealed_.data(), static_cast<int>(sealed_.size()), position);
}

// --- main file
// ---------------------------------------------------------------------------------------------------------

int SealedMainFile::read(std::span<std::uint8_t> out, std::int64_t offset) {
    const std::int64_t block = offset / block_bytes();
    const std::int64_t within = offset % block_bytes();
    if (offset < 0 || within + static_cast<std::int64_t>(out.size()) > block_bytes()) {
        return SQLITE_IOERR_READ;  // SQLite never reads across pages; answering could only hide a mistake
    }
    const bool whole_page = static_cast<std::int64_t>(out.size()) == block_bytes();
    const auto number = static_cast<std::uint64_t>(block);
    const int rc = whole_page ? load_into(out, number, position_of(block)) : load(number, position_of(block));
    if (rc == SQLITE_OK) {
        if (!whole_page) {
            copy_extended(plain(), within, out);
        }
        if (block == 0) {
            learn_page_count(whole_page ? out : plain());
        }
        return SQLITE_OK;
    }
    std::ranges::fill(out, std::uint8_t{0});  // also where the file below failed: it may have left sealed bytes
    if (rc != SQLITE_IOERR_SHORT_READ && rc != SQLITE_IOERR_DATA) {
        return rc;
    }
    // Two reads may find nothing: of a database that is just being made, and SQLite's first look at the database
    // header, before it knows of the log. There page 1 may be torn by a power cut during a checkpoint; the log then
    // holds it.
    constexpr std::size_t kFirstLookBytes = 100;
    std::int64_t bytes = 0;
    if (const int size_rc = size(bytes); size_rc != SQLITE_OK) {
        return size_rc;
    }
    if (bytes == 0 || (offset == 0 && out.size() == kFirstLookBytes)) {
        return SQLITE_IOERR_SHORT_READ;
    }
    // A third one, of databases with auto_vacuum: SQLite looks at a page it has just added and not yet written. The
    // file is not cut short then: it holds all that its page 1 speaks of.
    const bool whole = page_count_ && *page_count_ * block_bytes() <= bytes;
    return whole && block * block_bytes() >= bytes ? SQLITE_IOERR_SHORT_READ : SQLITE_IOERR_DATA;
}

void SealedMainFile::learn_page_count(std::span<const std::uint8_t> page) noexcept {
    constexpr std::size_t kPageCountOffset = 28;  // big-endian, sqlite.org/fileformat2.html
    std::int64_t count = 0;
    for (const std::uint8_t byte : page.subspan(kPageCountOffset, 4)) {
        count = count * 256 + byte;
    }
    page_count_ = count;
}

int SealedMainFile::write(std::span<const std::uint8_t> data, std::int64_t offset) {
    const auto page = static_cast<std::size_t>(block_bytes());
    if (offset < 0 || offset % block_bytes() != 0 || data.size() != page || !all_zero(data.last(kReserved))) {
        sqlite3_log(SQLITE_IOERR_WRITE, "sealed main file: unexpected write");
        return SQLITE_IOERR_WRITE;
    }
    const std::int64_t block = offset / block_bytes();
    if (const int rc = fill_up_to(block); rc != SQLITE_OK) {
        return rc;
    }
    if (block == 0) {
        learn_page_count(data);
    }
    return store(static_cast<std::uint64_t>(block), position_of(block), data.first(plain().size()));
}

int SealedMainFile::fill_up_to(std::int64_t block) {
    std::int64_t bytes = 0;
    if (const int rc = size(bytes); rc != SQLITE_OK) {
        return rc;
    }
    for (std::int64_t missing = bytes / block_bytes(); missing < block; ++missing) {
        std::ranges::fill(plain(), std::uint8_t{0});
        if (const int rc = store(static_cast<std::uint64_t>(missing), position_of(missing)); rc != SQLITE_OK) {
            return rc;
        }
    }
    return SQLITE_OK;
}

int SealedMainFile::truncate(std::int64_t size) {
    if (size < 0 || size % block_bytes() != 0) {
        return SQLITE_IOERR_TRUNCATE;
    }
    if (const int rc = fill_up_to(size / block_bytes()); rc != SQLITE_OK) {
        return rc;
    }
    return below()->pMethods->xTruncate(below(), header_bytes_ + size);
}

int SealedMainFile::sync(int flags) {
    return below()->pMethods->xSync(below(), flags);
}

int SealedMainFile::size(std::int64_t& bytes) {
    std::int64_t physical = 0;
    const int rc = below_size(physical);
    bytes = physical <= header_bytes_ ? 0 : (physical - header_bytes_) / block_bytes() * block_bytes();
    return rc;
}

// --- write-ahead log
// ---------------------------------------------------------------------------------------------------

int SealedWalFile::read(std::span<std::uint8_t> out, std::int64_t offset) {
    if (const int rc = write_held_header(); rc != SQLITE_OK) {
        return rc;
    }
    const auto amount = static_cast<std::int64_t>(out.size());
    std::int64_t block = 0;
    std::int64_t within = offset;
    bool whole = offset == 0 && amount == kLogHeaderBytes;
    if (offset >= kLogHeaderBytes) {
        block = 1 + (offset - kLogHeaderBytes) / frame_bytes();
        within = (offset - kLogHeaderBytes) % frame_bytes();
        whole = within == 0 && amount == frame_bytes();
    }
    const std::int64_t end = block == 0 ? kLogHeaderBytes : frame_bytes();
    if (offset < 0 || within + amount > end) {
        return SQLITE_IOERR_READ;
    }
    const int rc = load(static_cast<std::uint64_t>(block), block * block_bytes());
    if (rc == SQLITE_OK) {
        copy_extended(plain(), within, out);
        return SQLITE_OK;
    }
    if (rc != SQLITE_IOERR_SHORT_READ && rc != SQLITE_IOERR_DATA) {
        return rc;
    }
    std::ranges::fill(out, std::uint8_t{0});
    // SQLite recovers a log by reading its header and then whole frames until one is not valid. A torn or stale block
    // must look like that end. Later it reads single pages it knows to be there: then anything wrong is an error.
    return whole && !written_ ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int SealedWalFile::write(std::span<const std::uint8_t> data, std::int64_t offset) {
    written_ = true;
    const auto amount = static_cast<std::int64_t>(data.size());
    if (offset == 0 && amount == kLogHeaderBytes) {
        if (const int rc = write_held_header(); rc != SQLITE_OK) {
            return rc;
        }
        std::ranges::fill(plain(), std::uint8_t{0});
        std::ranges::copy(data, plain().begin());
        return store(0, 0);
    }
    if (offset < kLogHeaderBytes) {
        return SQLITE_IOERR_WRITE;
    }
    const std::int64_t block = 1 + (offset - kLogHeaderBytes) / frame_bytes();
    const std::int64_t within = (offset - kLogHeaderBytes) % frame_bytes();
    if (within + amount > frame_bytes()) {
        return SQLITE_IOERR_WRITE;
    }
    const bool whole_page = within == kFrameHeaderBytes && amount == block_bytes();
    if (held_ && held_->block == block && whole_page) {
        if (!all_zero(data.last(kReserved))) {
            sqlite3_log(SQLITE_IOERR_WRITE, "sealed log: reserved bytes in use");
            return SQLITE_IOERR_WRITE;
        }
        std::ranges::copy(held_->bytes, plain().begin());
        std::ranges::copy(data.first(data.size() - kReserved), plain().begin() + kFrameHeaderBytes);
        held_.reset();
        return store(static_cast<std::uint64_t>(block), block * block_bytes());
    }
    if (const int rc = write_held_header(); rc != SQLITE_OK) {
        return rc;
    }
    if (within == 0 && amount == kFrameHeaderBytes) {
        held_.emplace();
        held_->block = block;
        std::ranges::copy(data, held_->bytes.begin());
        return SQLITE_OK;
    }
    return write_frame_part(block, within, data);
}

int SealedWalFile::write_held_header() {
    if (!held_) {
        return SQLITE_OK;
    }
    const HeldFrameHeader header = *held_;
    held_.reset();
    return write_frame_part(header.block, 0, header.bytes);
}

/// SQLite rewrites part of a frame only while its transaction is not committed, so that re-sealing the block endangers
/// nothing that was synced.
int SealedWalFile::write_frame_part(std::int64_t block, std::int64_t within, std::span<const std::uint8_t> data) {
    const int rc = load(static_cast<std::uint64_t>(block), block * block_bytes());
    if (rc == SQLITE_IOERR_SHORT_READ || rc == SQLITE_IOERR_DATA) {
        std::ranges::fill(plain(), std::uint8_t{0});  // nothing of ours was there yet
    } else if (rc != SQLITE_OK) {
        return rc;
    }
    const auto start = static_cast<std::size_t>(within);
    const auto room = plain().subspan(std::min(start, plain().size()));
    const auto kept = data.first(std::min(data.size(), room.size()));
    if (!all_zero(data.subspan(kept.size()))) {
        sqlite3_log(SQLITE_IOERR_WRITE, "sealed log: reserved bytes in use");
        return SQLITE_IOERR_WRITE;
    }
    std::ranges::copy(kept, room.begin());
    return store(static_cast<std::uint64_t>(block), block * block_bytes());
}

int SealedWalFile::truncate(std::int64_t size) {
    written_ = true;
    if (const int rc = write_held_header(); rc != SQLITE_OK) {
        return rc;
    }
    std::int64_t blocks = 0;
    if (size > 0) {
        const std::int64_t frames = std::max<std::int64_t>(size - kLogHeaderBytes, 0);
        blocks = 1 + (frames + frame_bytes() - 1) / frame_bytes();
    }
    return below()->pMethods->xTruncate(below(), blocks * block_bytes());
}

int SealedWalFile::sync(int flags) {
    if (const int rc = write_held_header(); rc != SQLITE_OK) {
        return rc;
    }
    return below()->pMethods->xSync(below(), flags);
}

int SealedWalFile::size(std::int64_t& bytes) {
    std::int64_t physical = 0;
    const int rc = below_size(physical);
    const std::int64_t blocks = physical / block_bytes();
    bytes = blocks == 0 ? 0 : kLogHeaderBytes + (blocks - 1) * frame_bytes();
    return rc;
}

}  // namespace pennydrop
