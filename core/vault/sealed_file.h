// SPDX-License-Identifier: Apache-2.0
// The two kinds of sealed file behind the encrypting VFS: what SQLite sees of them, mapped to aligned sealed blocks
// below. All functions return SQLite result codes.
// Threads: a file belongs to its connection's thread.
// Specification: docs/vault-format.md, "Blocks".
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "vault/block_cipher.h"

namespace pennydrop {

/// One open file. The object does not own `below`, which SQLite's memory layout keeps beside it.
class SealedFile {
public:
    SealedFile(sqlite3_file* below, const BlockCipher& cipher);
    SealedFile(const SealedFile&) = delete;
    SealedFile& operator=(const SealedFile&) = delete;
    virtual ~SealedFile();

    [[nodiscard]] virtual int read(std::span<std::uint8_t> out, std::int64_t offset) = 0;
    [[nodiscard]] virtual int write(std::span<const std::uint8_t> data, std::int64_t offset) = 0;
    [[nodiscard]] virtual int truncate(std::int64_t size) = 0;
    [[nodiscard]] virtual int sync(int flags) = 0;
    [[nodiscard]] virtual int size(std::int64_t& bytes) = 0;

    [[nodiscard]] sqlite3_file* below() const noexcept { return below_; }

protected:
    [[nodiscard]] std::int64_t block_bytes() const noexcept {
        return static_cast<std::int64_t>(cipher_->block_bytes());
    }
    [[nodiscard]] int below_size(std::int64_t& bytes) const;
    /// After a read came back short: SQLITE_IOERR_READ when the block is wholly there and the device just did not
    /// deliver it, SQLITE_IOERR_SHORT_READ when the file really ends before, or the error of asking.
    [[nodiscard]] int why_short(std::int64_t position) const;
    /// Reads and opens block `number` at `position` of the file below into plain(). SQLITE_IOERR_DATA when it does not
    /// authenticate, SQLITE_IOERR_SHORT_READ when it is not wholly there.
    [[nodiscard]] int load(std::uint64_t number, std::int64_t position);
    /// As load(), into `page`, whose first bytes are then the plaintext and whose others are zero. No copy is made:
    /// reading whole pages is what a search does most. After an error `page` holds nothing of use.
    [[nodiscard]] int load_into(std::span<std::uint8_t> page, std::uint64_t number, std::int64_t position) const;
    /// Seals `plaintext`, by default plain(), as block `number` and writes it to `position`.
    [[nodiscard]] int store(std::uint64_t number, std::int64_t position, std::span<const std::uint8_t> plaintext);
    [[nodiscard]] int store(std::uint64_t number, std::int64_t position) { return store(number, position, plain_); }
    [[nodiscard]] std::span<std::uint8_t> plain() noexcept { return plain_; }

private:
    sqlite3_file* below_;
    const BlockCipher* cipher_;
    std::vector<std::uint8_t> plain_;   ///< One block's plaintext; wiped with the file.
    std::vector<std::uint8_t> sealed_;  ///< One block as on the disk.
};

/// The main database file: block n is page n + 1.
class SealedMainFile final : public SealedFile {
public:
    SealedMainFile(sqlite3_file* below, const BlockCipher& cipher, std::int64_t header_bytes)
        : SealedFile(below, cipher), header_bytes_(header_bytes) {}

    [[nodiscard]] int read(std::span<std::uint8_t> out, std::int64_t offset) override;
    [[nodiscard]] int write(std::span<const std::uint8_t> data, std::int64_t offset) override;
    [[nodiscard]] int truncate(std::int64_t size) override;
    [[nodiscard]] int sync(int flags) override;
    [[nodiscard]] int size(std::int64_t& bytes) override;

private:
    [[nodiscard]] std::int64_t position_of(std::int64_t block) const noexcept {
        return header_bytes_ + block * block_bytes();
    }
    /// Seals empty pages up to `block`, so that the file never holds a hole that does not authenticate.
    [[nodiscard]] int fill_up_to(std::int64_t block);
    /// Remembers what page 1 says about the size of the database.
    void learn_page_count(std::span<const std::uint8_t> page) noexcept;

    std::int64_t header_bytes_;
    /// Pages the file must hold, as its page 1 says; nothing while that is not known.
    std::optional<std::int64_t> page_count_{};
};

/// A log frame's header that SQLite has written and whose page has not come yet.
struct HeldFrameHeader {
    static constexpr std::int64_t kBytes = 24;

    std::int64_t block{0};
    std::array<std::uint8_t, kBytes> bytes{};
};

/// The write-ahead log: block 0 is its header, block i frame i.
class SealedWalFile final : public SealedFile {
public:
    using SealedFile::SealedFile;

    [[nodiscard]] int read(std::span<std::uint8_t> out, std::int64_t offset) override;
    [[nodiscard]] int write(std::span<const std::uint8_t> data, std::int64_t offset) override;
    [[nodiscard]] int truncate(std::int64_t size) override;
    [[nodiscard]] int sync(int flags) override;
    [[nodiscard]] int size(std::int64_t& bytes) override;

private:
    static constexpr std::int64_t kLogHeaderBytes = 32;
    static constexpr std::int64_t kFrameHeaderBytes = HeldFrameHeader::kBytes;

    [[nodiscard]] std::int64_t frame_bytes() const noexcept { return kFrameHeaderBytes + block_bytes(); }
    [[nodiscard]] int write_held_header();
    [[nodiscard]] int write_frame_part(std::int64_t block, std::int64_t within, std::span<const std::uint8_t> data);

    std::optional<HeldFrameHeader> held_{};
    /// After the first write the log is ours, and a block that does not authenticate is an error.
    bool written_{false};
};

}  // namespace pennydrop
