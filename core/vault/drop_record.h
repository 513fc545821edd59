// SPDX-License-Identifier: Apache-2.0
// One record of a drop box: sealing it for a vault that is locked, and strictly opening it with the vault's keys.
// Threads: pure functions.
// Specification: docs/vault-format.md, "Drop box". Source: libsodium's sealed boxes (X25519, XSalsa20-Poly1305).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "vault/vault_header.h"

namespace pennydrop {

struct DropBoxKeys;

/// Random, new with each record; the same again only for the same payload.
using DropId = std::array<std::uint8_t, 16>;

inline constexpr std::size_t kDropCellBytes = 4096;
inline constexpr std::size_t kDropHeadBytes = 32;
inline constexpr std::size_t kMaxDropRecordBytes = 257 * kDropCellBytes;
/// What one record may hold: an entry of the greatest length, and almost 4 KiB about it.
inline constexpr std::size_t kMaxDropPayloadBytes = 1'052'552;

struct DropRecord {
    DropId id{};
    SecretBytes payload{};
};

[[nodiscard]] DropId new_drop_id();

/// The record as it lies in the file: whole cells. kInvalid: an empty or too long payload, or a public key that is
/// none.
[[nodiscard]] Result<std::vector<std::uint8_t>> seal_drop_record(const DropRecord& record, const VaultId& vault,
                                                                 const DropBoxPublicKey& public_key);

/// Whether `cell` begins with a record's magic.
[[nodiscard]] bool is_drop_head(std::span<const std::uint8_t> cell);

/// The length of the record that begins with these kDropHeadBytes; nothing unless they are right in every field.
[[nodiscard]] std::optional<std::size_t> drop_record_length(std::span<const std::uint8_t> head);

/// `record` has the length its head says. Nothing unless it opens and is right in every byte.
[[nodiscard]] std::optional<DropRecord> open_drop_record(std::span<const std::uint8_t> record, const VaultId& vault,
                                                         const DropBoxKeys& keys);

}  // namespace pennydrop
