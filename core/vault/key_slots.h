// SPDX-License-Identifier: Apache-2.0
// Key slots: each wraps the vault's one data key under a key derived from a secret the person holds.
// Threads: pure functions. Deriving a key takes as long as its cost says.
// Specification: docs/vault-format.md, "Key slots". Source: RFC 9106 (Argon2id), libsodium's XChaCha20-Poly1305.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "base/result.h"
#include "base/secret.h"

namespace pennydrop {

inline constexpr std::size_t kDataKeyBytes = 32;
inline constexpr std::size_t kDeviceSecretBytes = 32;
inline constexpr std::size_t kSlotBytes = 256;
using VaultId = std::array<std::uint8_t, 16>;
/// The salt of a slot: random, new with each wrapping, so that it names the slot.
using SlotId = std::array<std::uint8_t, 16>;
using SlotBytes = std::array<std::uint8_t, kSlotBytes>;

/// What Argon2id is asked to spend. Never below kMinimum* when a slot is made or opened.
struct KdfCost {
    static constexpr std::uint32_t kMinimumPasses = 3;
    static constexpr std::uint64_t kMinimumMemoryBytes = 64ULL * 1024 * 1024;
    /// Above these a passphrase's slot is refused as damaged: a hostile file must not be able to hang or exhaust the
    /// device. They are somewhat more than measured_kdf_cost() ever gives.
    static constexpr std::uint32_t kMaximumPasses = 16;
    static constexpr std::uint64_t kMaximumMemoryBytes = 512ULL * 1024 * 1024;

    std::uint32_t passes{kMinimumPasses};
    std::uint64_t memory_bytes{kMinimumMemoryBytes};

    bool operator==(const KdfCost&) const = default;
};

/// Measures this device: the cost that takes about half a second here, never below the minimum. Takes up to a second.
[[nodiscard]] KdfCost measured_kdf_cost();

/// Numbers on disk. Kinds unknown to this version are kept untouched.
enum class SlotKind : std::uint16_t { kEmpty = 0, kPassphrase = 1, kRecovery = 2, kDevice = 3 };

/// Whether a slot of `kind` may cost that: a secret of 100 random bits and more needs no more than the least, and there
/// may be many of a device's slots to try.
[[nodiscard]] bool cost_allowed(SlotKind kind, const KdfCost& cost) noexcept;

/// The kind a slot claims, without opening it; unknown kinds come back as their number.
[[nodiscard]] SlotKind slot_kind(const SlotBytes& slot) noexcept;

/// The name of a slot.
[[nodiscard]] SlotId slot_id(const SlotBytes& slot) noexcept;

/// What the slot says it costs to open, without opening it.
[[nodiscard]] KdfCost slot_cost(const SlotBytes& slot) noexcept;

/// A new slot that wraps `data_key` under `secret` (a passphrase's UTF-8 or a recovery code's characters). The
/// passphrase must already be in Unicode NFC. Errors: kOutOfMemory, kInvalid (empty secret, cost out of range).
[[nodiscard]] Result<SlotBytes> seal_slot(SlotKind kind, const VaultId& vault, const SecretBytes& secret,
                                          const KdfCost& cost, const SecretBytes& data_key);

/// The data key, when `secret` opens the slot. Errors: kWrongSecret (or parameters were altered: the two cannot be told
/// apart), kDamaged (parameters out of range, reserved bytes not zero), kOutOfMemory.
[[nodiscard]] Result<SecretBytes> open_slot(const SlotBytes& slot, const VaultId& vault, const SecretBytes& secret);

}  // namespace pennydrop
