// SPDX-License-Identifier: Apache-2.0
#include "vault/recovery_code.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace pennydrop {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr unsigned kBase = 32;
static_assert(kAlphabet.size() == kBase);

/// Value of a typed character; nothing when it is not of the alphabet.
std::optional<unsigned> value_of(char typed) noexcept {
    char c = typed;
    if (c >= 'a' && c <= 'z') {
        c = static_cast<char>(c - 'a' + 'A');
    }
    if (c == 'O') {
        c = '0';
    }
    if (c == 'I' || c == 'L') {
        c = '1';
    }
    const auto place = kAlphabet.find(c);
    if (place == std::string_view::npos) {
        return std::nullopt;
    }
    return static_cast<unsigned>(place);
}

/// Luhn modulo 32 over characters of the alphabet.
char check_character(std::span<const std::uint8_t> characters) noexcept {
    unsigned sum = 0;
    unsigned factor = 2;
    for (std::size_t i = characters.size(); i > 0; --i) {
        const unsigned product = factor * value_of(static_cast<char>(characters[i - 1])).value_or(0);
        sum += product / kBase + product % kBase;
        factor = 3 - factor;
    }
    return kAlphabet[(kBase - sum % kBase) % kBase];
}

}  // namespace

RecoveryCode RecoveryCode::random() {
    SecretBytes characters = SecretBytes::random(kCharacters);
    for (auto& byte : characters.span()) {
        byte = static_cast<std::uint8_t>(kAlphabet[byte % kBase]);  // 256 is a multiple of 32: no bias
    }
    return RecoveryCode{std::move(characters)};
}

Result<RecoveryCode> RecoveryCode::parse(std::string_view typed) {
    SecretBytes characters{kCharacters + 1};
    std::size_t count = 0;
    for (const char c : typed) {
        if (c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '\r') {
            continue;
        }
        const auto value = value_of(c);
        if (!value || count == characters.size()) {
            return fail(ErrorCode::kInvalid, "recovery code characters");
        }
        characters.data()[count++] = static_cast<std::uint8_t>(kAlphabet[*value]);
    }
    if (count != characters.size()) {
        return fail(ErrorCode::kInvalid, "recovery code length");
    }
    auto code = SecretBytes::copy_of(characters.span().first(kCharacters));
    if (characters.data()[kCharacters] != static_cast<std::uint8_t>(check_character(code.span()))) {
        return fail(ErrorCode::kInvalid, "recovery code check character");
    }
    return RecoveryCode{std::move(code)};
}

SecretBytes RecoveryCode::written() const {
    SecretBytes text{kWrittenLength};
    std::size_t out = 0;
    for (std::size_t i = 0; i <= kCharacters; ++i) {
        if (i != 0 && i % kGroupLength == 0) {
            text.data()[out++] = '-';
        }
        text.data()[out++] =
            i < kCharacters ? characters_.data()[i] : static_cast<std::uint8_t>(check_character(characters_.span()));
    }
    return text;
}

}  // namespace pennydrop
