// SPDX-License-Identifier: Apache-2.0
#include "pool/codes.h"

#include <array>

namespace pennydrop::pool {
namespace {

constexpr std::string_view kConsonants = "bdfghjklmnprstvz";
constexpr std::string_view kVowels = "aiou";
constexpr std::size_t kCodeWords = 6;

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::uint8_t kNotADigit = 0xFF;

void put_word(std::string& out, unsigned bits) {
    out += kConsonants[bits >> 12U & 0xFU];
    out += kVowels[bits >> 10U & 0x3U];
    out += kConsonants[bits >> 6U & 0xFU];
    out += kVowels[bits >> 4U & 0x3U];
    out += kConsonants[bits & 0xFU];
}

std::uint8_t digit_of(char c) noexcept {
    if (c >= 'a' && c <= 'z') {
        c = static_cast<char>(c - 'a' + 'A');
    }
    if (c == 'O') {
        return 0;
    }
    if (c == 'I' || c == 'L') {
        return 1;
    }
    const auto place = kAlphabet.find(c);
    return place == std::string_view::npos ? kNotADigit : static_cast<std::uint8_t>(place);
}

}  // namespace

std::string comparison_code(const Hash& hash) {
    std::string out;
    for (std::size_t word = 0; word < kCodeWords; ++word) {
        if (word != 0) {
            out += '-';
        }
        put_word(out, static_cast<unsigned>(hash[2 * word]) << 8U | hash[2 * word + 1]);
    }
    return out;
}

SecretBytes base32(ByteView bytes) {
    SecretBytes out{bytes.size() / 5 * 8};
    for (std::size_t group = 0; group < bytes.size() / 5; ++group) {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            bits = bits << 8U | bytes[5 * group + i];
        }
        for (std::size_t i = 0; i < 8; ++i) {
            out.data()[8 * group + i] = static_cast<std::uint8_t>(kAlphabet[bits >> (35 - 5 * i) & 0x1FU]);
        }
    }
    return out;
}

Result<SecretBytes> from_base32(std::string_view text) {
    SecretBytes digits{text.empty() ? 1 : text.size()};
    std::size_t count = 0;
    for (const char c : text) {
        if (c == '-' || c == ' ' || (c >= '\t' && c <= '\r')) {
            continue;
        }
        const std::uint8_t digit = digit_of(c);
        if (digit == kNotADigit) {
            return fail(ErrorCode::kDamaged, "a character that is not in the alphabet");
        }
        digits.data()[count++] = digit;
    }
    if (count % 8 != 0) {
        return fail(ErrorCode::kDamaged, "number of characters");
    }
    SecretBytes out{count / 8 * 5};
    for (std::size_t group = 0; group < count / 8; ++group) {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            bits = bits << 5U | digits.data()[8 * group + i];
        }
        for (std::size_t i = 0; i < 5; ++i) {
            out.data()[5 * group + i] = static_cast<std::uint8_t>(bits >> (32 - 8 * i) & 0xFFU);
        }
    }
    return out;
}

}  // namespace pennydrop::pool
