// SPDX-License-Identifier: Apache-2.0
// Which pages a write-ahead log holds, read as SQLite does after a crash. Private to core/vault.
// Threads: belongs to one thread.
// Specification: docs/vault-format.md, "Blocks"; sqlite.org/fileformat2.html, "The Write-Ahead Log".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>

#include "base/result.h"
#include "vault/block_cipher.h"
#include "vault/vfs_file.h"

namespace pennydrop {

struct LogIndex {
    std::uint64_t blocks{0};         ///< In the log's file, a torn one at its end included.
    std::uint64_t unreadable{0};     ///< Of these, how many do not authenticate, or were not delivered.
    std::uint64_t not_delivered{0};  ///< Of these, how many the device did not deliver.
    std::uint64_t used{0};           ///< Frames up to the last commit.
    /// The database's pages after the last commit; nothing when the log holds no commit.
    std::optional<std::uint32_t> page_count{};
    std::array<std::uint8_t, 8> salts{};  ///< Of this log: frames of the next one, in the same blocks, have others.
    /// Page number to the block of its newest committed frame.
    std::unordered_map<std::uint32_t, std::uint64_t> newest{};
};

/// What to do about a block that the device does not deliver although the file reaches beyond it.
enum class ReadErrors {
    kFail,  ///< It is no end of the log: what was committed behind it must not be taken for lost.
    kGoOn   ///< It counts as unreadable. For saving what can be saved.
};

/// Reads the whole log. A log of another file, or one that is torn from its beginning, is as good as none. Errors: kIo,
/// kOutOfMemory.
[[nodiscard]] Result<LogIndex> read_log(VfsFile& log, const BlockCipher& cipher, ReadErrors on_errors);

/// Whether a frame's plaintext is of this log and of the page `number`.
[[nodiscard]] bool is_frame_of(const LogIndex& index, std::uint32_t number, std::span<const std::uint8_t> plain);

/// The page in a frame's plaintext, without its reserved bytes.
[[nodiscard]] std::span<const std::uint8_t> page_of_frame(std::span<const std::uint8_t> plain);

}  // namespace pennydrop
