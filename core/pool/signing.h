// SPDX-License-Identifier: Apache-2.0
// Ed25519 signatures, each under the label of what is signed, so that none can stand for another.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Conventions" (Sign). Source: RFC 8032, libsodium.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/secret.h"
#include "pool/types.h"

namespace pennydrop::pool {

inline constexpr std::size_t kSeedBytes = 32;

/// The public key of a signing seed of 32 bytes.
[[nodiscard]] PublicKey signing_public_key(const SecretBytes& seed);

/// Sign(seed; label, bytes).
[[nodiscard]] Signature sign(const SecretBytes& seed, std::string_view label, ByteView bytes);

/// Whether `signature` is the key's for `label` and `bytes`. Refuses small-order keys and non-canonical signatures.
[[nodiscard]] bool is_signed(const PublicKey& key, std::string_view label, ByteView bytes, const Signature& signature);

/// A founder's signing key, kept over the seasons (file PDN1).
class FounderKey {
public:
    [[nodiscard]] static FounderKey make();
    /// Uses the collector's seed: a device that is both must have one key for both. See CollectorKeys::signing_seed.
    [[nodiscard]] static FounderKey from_seed(SecretBytes seed);
    /// Errors: kNotOurFile, kNewerVersion, kDamaged.
    [[nodiscard]] static Result<FounderKey> decode(ByteView bytes);

    [[nodiscard]] SecretBytes encode() const;
    [[nodiscard]] const SecretBytes& seed() const noexcept { return seed_; }
    [[nodiscard]] PublicKey public_key() const { return signing_public_key(seed_); }

private:
    explicit FounderKey(SecretBytes seed) noexcept : seed_(std::move(seed)) {}
    SecretBytes seed_;
};

}  // namespace pennydrop::pool
