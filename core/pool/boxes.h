// SPDX-License-Identifier: Apache-2.0
// Sealed boxes (X25519, XSalsa20-Poly1305, a new ephemeral key each time) and the check of foreign public keys.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Conventions" (seal). Source: libsodium, crypto_box_seal.
#pragma once

#include <cstddef>
#include <span>

#include "base/result.h"
#include "base/secret.h"
#include "pool/types.h"

namespace pennydrop::pool {

inline constexpr std::size_t kSealBytes = 48;

/// A key pair; the secret half is in guarded memory.
struct BoxKeys {
    PublicKey public_key{};
    SecretBytes secret_key{};
};

/// crypto_box_seed_keypair of 32 bytes.
[[nodiscard]] BoxKeys box_keys(std::span<const std::uint8_t> seed);

/// The public half of a new random pair whose secret half is already wiped: nobody opens what is sealed to it.
[[nodiscard]] PublicKey throwaway_box_key();

/// Canonical, without bit 255, and not of small order.
[[nodiscard]] bool is_good_box_key(const PublicKey& key);

/// Seals `plain` into `out`, which is kSealBytes longer. kInvalid for another length or a key of small order.
[[nodiscard]] Status seal_into(std::span<std::uint8_t> out, ByteView plain, const PublicKey& key);

/// Opens `sealed` into `out`, which is kSealBytes shorter. False, with `out` undefined, when it is not for these keys
/// or was altered.
[[nodiscard]] bool open_into(std::span<std::uint8_t> out, ByteView sealed, const BoxKeys& keys);

}  // namespace pennydrop::pool
