// SPDX-License-Identifier: Apache-2.0
// The drop box's key pair: derived from the data key, so that the vault need not keep another secret.
// Threads: pure functions.
// Specification: docs/vault-format.md, "Drop box". Source: X25519, RFC 7748.
#pragma once

#include <array>
#include <cstdint>

#include "base/secret.h"

namespace pennydrop {

/// Whoever holds it can write into the drop box, and read nothing.
using DropBoxPublicKey = std::array<std::uint8_t, 32>;

struct DropBoxKeys {
    DropBoxPublicKey public_key{};
    SecretBytes secret_key;  ///< 32 bytes.
};

[[nodiscard]] DropBoxKeys drop_box_keys(const SecretBytes& data_key);

}  // namespace pennydrop
