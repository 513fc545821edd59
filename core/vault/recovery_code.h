// SPDX-License-Identifier: Apache-2.0
// The recovery code: 100 random bits a person can write on paper, as 20 characters with a check character.
// Threads: a value that belongs to one thread.
// Specification: docs/vault-format.md, "Recovery code". Alphabet: Crockford's Base32 (no I, L, O, U); check: Luhn mod 32.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "base/secret.h"

namespace pennydrop {

class RecoveryCode {
public:
    static constexpr std::size_t kCharacters = 20;  ///< Without the check character.
    static constexpr std::size_t kGroups =
        3;  ///< Written as three groups of seven, the last ending in the check character.
    static constexpr std::size_t kGroupLength = 7;
    static constexpr std::size_t kWrittenLength = kGroups * kGroupLength + kGroups - 1;

    /// A new code from the system's generator.
    [[nodiscard]] static RecoveryCode random();

    /// Reads what a person typed: case, spaces and hyphens do not matter, O counts as 0, I and L as 1.
    /// kInvalid when it is not 21 characters of the alphabet or the check character does not fit.
    [[nodiscard]] static Result<RecoveryCode> parse(std::string_view typed);

    /// As written for a person, "ABCDEFG-HJKMNPQ-RSTVWXY": kWrittenLength ASCII bytes, in guarded memory.
    [[nodiscard]] SecretBytes written() const;

    /// The 20 characters without check character and hyphens: what the key derivation is given.
    [[nodiscard]] const SecretBytes& characters() const noexcept { return characters_; }

private:
    explicit RecoveryCode(SecretBytes characters) noexcept : characters_(std::move(characters)) {}
    SecretBytes characters_;
};

}  // namespace pennydrop
