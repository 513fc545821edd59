// SPDX-License-Identifier: Apache-2.0
// Arithmetic modulo the order of ristretto255, l = 2^252 + 27742317777372353535851937790883648493, several times as
// fast as libsodium's (tests/benchmarks/bench_pool.cpp). Constant time: no branch and no index depends on a value.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Conventions". Source: P. L. Montgomery, "Modular multiplication without trial
// division" (1985), operand scanning; checked against libsodium by tst_pool_field.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "pool/group.h"

namespace pennydrop::pool {

/// A number below l in four words, least first. Whether it stands for itself ("plain") or for itself times 2^256
/// ("Montgomery form") is the caller's knowledge: multiply() of a plain and a Montgomery number is plain, of two
/// Montgomery numbers Montgomery. Secrets in it are wiped by whoever holds the memory.
struct FieldNumber {
    std::array<std::uint64_t, 4> word{};

    constexpr bool operator==(const FieldNumber&) const noexcept = default;  // not for secrets
};

namespace field_detail {

__extension__ using Wide = unsigned __int128;

inline constexpr std::array<std::uint64_t, 4> kOrder{0x5812631a5cf5d3edULL, 0x14def9dea2f79cd6ULL, 0,
                                                     0x1000000000000000ULL};

/// -1 / l modulo 2^64, by Newton's iteration: each step doubles the number of right bits.
constexpr std::uint64_t negative_inverse() noexcept {
    std::uint64_t inverse = 1;
    for (int step = 0; step < 6; ++step) {
        inverse *= 2 - kOrder[0] * inverse;
    }
    return 0 - inverse;
}
inline constexpr std::uint64_t kNegativeInverse = negative_inverse();

/// What follows is written out without loops and in halves of two words, because compilers otherwise put the words into
/// memory, or lose the carry, and take twice as long.
struct Halves {
    Wide low{0};
    Wide high{0};
};

constexpr Wide join(std::uint64_t low, std::uint64_t high) noexcept {
    return Wide{high} << 64U | low;
}
constexpr Halves halves_of(const FieldNumber& number) noexcept {
    return {join(number.word[0], number.word[1]), join(number.word[2], number.word[3])};
}
constexpr FieldNumber number_of(const Halves& halves) noexcept {
    return {{static_cast<std::uint64_t>(halves.low), static_cast<std::uint64_t>(halves.low >> 64U),
             static_cast<std::uint64_t>(halves.high), static_cast<std::uint64_t>(halves.high >> 64U)}};
}
inline constexpr Halves kOrderHalves{join(kOrder[0], kOrder[1]), join(kOrder[2], kOrder[3])};

constexpr Halves plus(const Halves& left, const Halves& right) noexcept {
    const Wide low = left.low + right.low;
    return {low, left.high + right.high + static_cast<Wide>(low < left.low)};
}
constexpr Halves minus(const Halves& left, const Halves& right) noexcept {
    return {left.low - right.low, left.high - right.high - static_cast<Wide>(left.low < right.low)};
}

/// value - l where that is not negative, otherwise value; for value < 2^255.
constexpr Halves reduced(const Halves& value) noexcept {
    const Halves less = minus(value, kOrderHalves);
    const Wide keep = 0 - (less.high >> 127U);  // all ones when value < l
    return {less.low ^ ((less.low ^ value.low) & keep), less.high ^ ((less.high ^ value.high) & keep)};
}

/// left * by + more + carry.
constexpr std::uint64_t multiply_word(std::uint64_t left, std::uint64_t by, std::uint64_t more,
                                      std::uint64_t& carry) noexcept {
    const Wide sum = Wide{left} * by + more + carry;
    carry = static_cast<std::uint64_t>(sum >> 64U);
    return static_cast<std::uint64_t>(sum);
}

/// Four words and what has been carried out of them.
struct Words {
    std::uint64_t w0{0};
    std::uint64_t w1{0};
    std::uint64_t w2{0};
    std::uint64_t w3{0};
};

/// (words + left * by) / 2^64, plus a multiple of l that makes this whole. l's third word is zero, and its fourth a
/// power of two.
constexpr Words multiply_step(const Words& words, const FieldNumber& left, std::uint64_t by) noexcept {
    std::uint64_t top = 0;
    const std::uint64_t p0 = multiply_word(left.word[0], by, words.w0, top);
    const std::uint64_t p1 = multiply_word(left.word[1], by, words.w1, top);
    const std::uint64_t p2 = multiply_word(left.word[2], by, words.w2, top);
    const std::uint64_t p3 = multiply_word(left.word[3], by, words.w3, top);
    const std::uint64_t factor = p0 * kNegativeInverse;
    std::uint64_t carry = 0;
    (void)multiply_word(factor, kOrder[0], p0, carry);
    Words out;
    out.w0 = multiply_word(factor, kOrder[1], p1, carry);
    const Wide high = join(p3, top) + (Wide{factor} << 60U);
    const Wide middle = Wide{p2} + carry;
    const Wide upper = high + static_cast<std::uint64_t>(middle >> 64U);
    out.w1 = static_cast<std::uint64_t>(middle);
    out.w2 = static_cast<std::uint64_t>(upper);
    out.w3 = static_cast<std::uint64_t>(upper >> 64U);
    return out;
}

/// left * right / 2^256, not reduced: below 9/8 l for left < 2 l and right < l.
constexpr Halves product(const FieldNumber& left, const FieldNumber& right) noexcept {
    Words words = multiply_step({}, left, right.word[0]);
    words = multiply_step(words, left, right.word[1]);
    words = multiply_step(words, left, right.word[2]);
    words = multiply_step(words, left, right.word[3]);
    return {join(words.w0, words.w1), join(words.w2, words.w3)};
}

}  // namespace field_detail

/// left + right.
constexpr FieldNumber add(const FieldNumber& left, const FieldNumber& right) noexcept {
    using namespace field_detail;
    return number_of(reduced(plus(halves_of(left), halves_of(right))));
}

/// left - right.
constexpr FieldNumber subtract(const FieldNumber& left, const FieldNumber& right) noexcept {
    using namespace field_detail;
    return number_of(reduced(minus(plus(halves_of(left), kOrderHalves), halves_of(right))));
}

/// left * right / 2^256.
constexpr FieldNumber multiply(const FieldNumber& left, const FieldNumber& right) noexcept {
    using namespace field_detail;
    return number_of(reduced(product(left, right)));
}

/// start + (end - start) * part / 2^256: what multiply() and its neighbours give, with fewer reductions.
constexpr FieldNumber between(const FieldNumber& start, const FieldNumber& end, const FieldNumber& part) noexcept {
    using namespace field_detail;
    const Halves gap = minus(plus(halves_of(end), kOrderHalves), halves_of(start));  // below 2 l
    const Halves sum = plus(product(number_of(gap), part), halves_of(start));        // below 3 l
    return number_of(reduced(reduced(sum)));
}

/// 2^256 and 2^512 modulo l: one in Montgomery form, and what turns a plain number into that form.
[[nodiscard]] const FieldNumber& field_one() noexcept;
[[nodiscard]] FieldNumber to_montgomery(const FieldNumber& plain) noexcept;
[[nodiscard]] FieldNumber from_montgomery(const FieldNumber& value) noexcept;

/// 1 / value, both in Montgomery form; zero for zero. Constant time.
[[nodiscard]] FieldNumber invert(const FieldNumber& value) noexcept;

/// Inverts all, in Montgomery form, none of them zero, with one inversion. `scratch` is as long and is not wiped.
void invert_all(std::span<FieldNumber> values, std::span<FieldNumber> scratch) noexcept;

/// The number of a good or zero scalar, plain.
[[nodiscard]] FieldNumber plain_from(std::span<const std::uint8_t, kScalarBytes> scalar) noexcept;
void put_plain(const FieldNumber& plain, std::span<std::uint8_t, kScalarBytes> out) noexcept;

}  // namespace pennydrop::pool
