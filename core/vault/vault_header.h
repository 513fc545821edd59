// SPDX-License-Identifier: Apache-2.0
// The two header copies at the start of a vault: encoding, strict decoding, and which copy counts.
// Threads: pure functions.
// Specification: docs/vault-format.md, "Header".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "vault/block_cipher.h"
#include "vault/drop_box_key.h"
#include "vault/key_slots.h"

namespace pennydrop {

inline constexpr std::size_t kHeaderCopyBytes = 4096;
inline constexpr std::size_t kHeaderBytes = 2 * kHeaderCopyBytes;
inline constexpr std::size_t kSlotCount = 12;
inline constexpr std::uint32_t kVaultPageBytes = 4096;
inline constexpr std::uint16_t kVaultFormatVersion = 1;
using HeaderCopy = std::array<std::uint8_t, kHeaderCopyBytes>;

struct VaultHeader {
    VaultId id{};  ///< Made with the vault; its backups have the same.
    std::uint64_t generation{1};
    FileId file{};                ///< Made with each file; binds blocks to it.
    DropBoxPublicKey drop_box{};  ///< Whoever holds it can write while the vault is locked.
    std::array<SlotBytes, kSlotCount> key_slots{};

    bool operator==(const VaultHeader&) const = default;
};

/// The header of a vault that does not exist yet: a new id, a new file, no slots.
[[nodiscard]] VaultHeader new_header(const SecretBytes& data_key);

/// One copy, with its keyed hash and checksum.
[[nodiscard]] HeaderCopy encode_header(const VaultHeader& header, const SecretBytes& data_key);

/// The header that counts, and where it was found.
struct ChosenHeader {
    VaultHeader header{};
    HeaderCopy bytes{};
    std::size_t copy{0};        ///< 0 or 1.
    bool copies_differ{false};  ///< The other copy is old, torn or damaged and should be written again.
};

/// `file_start` is what the file begins with, at most kHeaderBytes. Errors: kNotOurFile, kNewerVersion, kDamaged.
[[nodiscard]] Result<ChosenHeader> choose_header(std::span<const std::uint8_t> file_start);

/// The one that counts, and behind it the other copy if that is sound and differs: where the first is forged the other
/// may not be. Errors as choose_header().
[[nodiscard]] Result<std::vector<ChosenHeader>> sound_headers(std::span<const std::uint8_t> file_start);

/// Whether a file that begins like this may be a vault that was not finished: where its two header copies begin there
/// is the mark of one, nothing yet, or the end.
[[nodiscard]] bool may_be_unfinished(std::span<const std::uint8_t> file_start);

/// Whether whoever wrote the copy had this data key: its keyed hash fits, and the drop box's public key is the one made
/// from it.
[[nodiscard]] bool header_is_authentic(const HeaderCopy& bytes, const SecretBytes& data_key);

}  // namespace pennydrop
