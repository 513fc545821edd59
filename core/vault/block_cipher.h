// SPDX-License-Identifier: Apache-2.0
// Seals and opens one block of a vault's file.
// Threads: immutable after construction; seal() and open() may be called from any thread.
// Specification: docs/vault-format.md, "Blocks". Source: XChaCha20-Poly1305, draft-irtf-cfrg-xchacha-03.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/secret.h"

namespace pennydrop {

/// The label's sub-key of `data_key`: BLAKE2b keyed by it. One key, one purpose.
[[nodiscard]] SecretBytes derive_subkey(const SecretBytes& data_key, std::string_view label);

/// Random, new with each file; blocks of one file do not authenticate in another.
using FileId = std::array<std::uint8_t, 16>;

/// Numbers on disk (associated data).
enum class BlockFile : std::uint32_t { kMain = 1, kWal = 2 };

class BlockCipher {
public:
    /// Nonce and tag.
    static constexpr std::size_t kOverhead = 40;

    BlockCipher(BlockFile kind, const FileId& file, const SecretBytes& data_key, std::size_t block_bytes);

    [[nodiscard]] std::size_t block_bytes() const noexcept { return block_bytes_; }
    [[nodiscard]] std::size_t plain_bytes() const noexcept { return block_bytes_ - kOverhead; }

    /// `plain` has plain_bytes(), `block` block_bytes(). They must not overlap.
    void seal(std::uint64_t number, std::span<const std::uint8_t> plain, std::span<std::uint8_t> block) const;
    /// False when the block does not authenticate; `plain` then holds nothing of use. Both may begin at the same place,
    /// otherwise they must not overlap.
    [[nodiscard]] bool open(std::uint64_t number, std::span<const std::uint8_t> block,
                            std::span<std::uint8_t> plain) const;

private:
    BlockFile kind_;
    FileId file_;
    SecretBytes key_;
    std::size_t block_bytes_;
};

}  // namespace pennydrop
