// SPDX-License-Identifier: Apache-2.0
// What opens a vault: a passphrase, a recovery code, or what a device's key store keeps.
// Threads: a value that belongs to one thread.
#pragma once

#include <utility>

#include "base/secret.h"
#include "vault/key_slots.h"
#include "vault/recovery_code.h"

namespace pennydrop {

class VaultSecret {
public:
    /// UTF-8 in Unicode NFC.
    [[nodiscard]] static VaultSecret passphrase(SecretBytes bytes) { return {SlotKind::kPassphrase, std::move(bytes)}; }
    [[nodiscard]] static VaultSecret recovery_code(const RecoveryCode& code) {
        return {SlotKind::kRecovery, code.characters().clone()};
    }
    [[nodiscard]] static VaultSecret device(SecretBytes bytes) { return {SlotKind::kDevice, std::move(bytes)}; }

    [[nodiscard]] SlotKind kind() const noexcept { return kind_; }
    [[nodiscard]] const SecretBytes& bytes() const noexcept { return bytes_; }

private:
    VaultSecret(SlotKind kind, SecretBytes bytes) noexcept : kind_(kind), bytes_(std::move(bytes)) {}

    SlotKind kind_;
    SecretBytes bytes_;
};

}  // namespace pennydrop
