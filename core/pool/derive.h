// SPDX-License-Identifier: Apache-2.0
// Every hash and derivation of the protocol: BLAKE2b under a label.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Conventions" (H_n, D_n, Sc).
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "base/secret.h"
#include "pool/group.h"
#include "pool/types.h"

namespace pennydrop::pool {

inline constexpr std::size_t kKeyBytes = 32;
using KeyView = std::span<const std::uint8_t, kKeyBytes>;

/// H_n: n is the length of `out`, 16 to 64.
void hash_into(std::span<std::uint8_t> out, std::string_view label, ByteView bytes);
[[nodiscard]] Hash hash32(std::string_view label, ByteView bytes);
/// First 8 bytes of H_16(`blob`; blob).
[[nodiscard]] BlobHash blob_hash(ByteView blob);

/// D_n: n is the length of `out`, 16 to 64.
void derive_into(std::span<std::uint8_t> out, KeyView key, std::string_view label,
                 std::initializer_list<ByteView> fields);

/// The fields that most derivations have: desc_id, t, v.
class SlotContext {
public:
    SlotContext(const DescId& desc_id, Slot slot) noexcept;

    /// D_n(key; label, desc_id, t, v).
    void derive(std::span<std::uint8_t> out, KeyView key, std::string_view label) const;
    /// Sc(key; label, desc_id, t, v).
    void scalar(std::span<std::uint8_t, kScalarBytes> out, KeyView key, std::string_view label) const;
    /// Sc(key; label, desc_id, t, v, number).
    void scalar(std::span<std::uint8_t, kScalarBytes> out, KeyView key, std::string_view label,
                std::uint8_t number) const;

private:
    DescId desc_id_;
    std::array<std::uint8_t, 4> period_{};
    std::array<std::uint8_t, 1> theme_{};
};

/// D_n(key; label, desc_id) and D_n(key; label, desc_id, t), kept in guarded memory.
[[nodiscard]] SecretBytes derive_secret(KeyView key, std::string_view label, const DescId& desc_id);
[[nodiscard]] SecretBytes derive_secret(KeyView key, std::string_view label, const DescId& desc_id, Period period);

/// The first 32 bytes of guarded memory, as a key. `secret` holds at least as many.
[[nodiscard]] KeyView key_of(const SecretBytes& secret) noexcept;

}  // namespace pennydrop::pool
