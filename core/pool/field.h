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

/// value - l where that is not negative, otherwise value; for value < 2 l.
constexpr FieldNumber reduced(const std::array<std::uint64_t, 4>& value) noexcept {
    std::array<std::uint64_t, 4> less{};
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Wide difference = Wide{value[i]} - kOrder[i] - borrow;
        less[i] = static_cast<std::uint64_t>(difference);
        borrow = static_cast<std::uint64_t>(difference >> 64U) & 1U;
    }
    const std::uint64_t keep = 0 - borrow;  // all ones when value < l
    FieldNumber out;
    for (std::size_t i = 0; i < 4; ++i) {
        out.word[i] = (value[i] & keep) | (less[i] & ~keep);
    }
    return out;
}

}  // namespace field_detail

/// left + right.
constexpr FieldNumber add(const FieldNumber& left, const FieldNumber& right) noexcept {
    std::array<std::uint64_t, 4> sum{};
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const field_detail::Wide part = field_detail::Wide{left.word[i]} + right.word[i] + carry;
        sum[i] = static_cast<std::uint64_t>(part);
        carry = static_cast<std::uint64_t>(part >> 64U);
    }
    return field_detail::reduced(sum);  // below 2^254: nothing is carried out of the fourth word
}

/// left - right.
constexpr FieldNumber subtract(const FieldNumber& left, const FieldNumber& right) noexcept {
    FieldNumber out;
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const field_detail::Wide part = field_detail::Wide{left.word[i]} - right.word[i] - borrow;
        out.word[i] = static_cast<std::uint64_t>(part);
        borrow = static_cast<std::uint64_t>(part >> 64U) & 1U;
    }
    const std::uint64_t again = 0 - borrow;
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const field_detail::Wide part = field_detail::Wide{out.word[i]} + (field_detail::kOrder[i] & again) + carry;
        out.word[i] = static_cast<std::uint64_t>(part);
        carry = static_cast<std::uint64_t>(part >> 64U);
    }
    return out;
}

/// left * right / 2^256.
constexpr FieldNumber multiply(const FieldNumber& left, const FieldNumber& right) noexcept {
    using field_detail::kOrder;
    using field_detail::Wide;
    std::uint64_t t0 = 0;
    std::uint64_t t1 = 0;
    std::uint64_t t2 = 0;
    std::uint64_t t3 = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint64_t by = right.word[i];
        Wide sum = Wide{left.word[0]} * by + t0;
        const auto low = static_cast<std::uint64_t>(sum);
        sum = Wide{left.word[1]} * by + t1 + static_cast<std::uint64_t>(sum >> 64U);
        t1 = static_cast<std::uint64_t>(sum);
        sum = Wide{left.word[2]} * by + t2 + static_cast<std::uint64_t>(sum >> 64U);
        t2 = static_cast<std::uint64_t>(sum);
        sum = Wide{left.word[3]} * by + t3 + static_cast<std::uint64_t>(sum >> 64U);
        t3 = static_cast<std::uint64_t>(sum);
        const auto t4 = static_cast<std::uint64_t>(sum >> 64U);
        // One word off: l's third word is zero, and its fourth a power of two.
        const std::uint64_t factor = low * field_detail::kNegativeInverse;
        sum = Wide{factor} * kOrder[0] + low;
        sum = Wide{factor} * kOrder[1] + t1 + static_cast<std::uint64_t>(sum >> 64U);
        t0 = static_cast<std::uint64_t>(sum);
        sum = Wide{t2} + static_cast<std::uint64_t>(sum >> 64U);
        t1 = static_cast<std::uint64_t>(sum);
        sum = (Wide{factor} << 60U) + t3 + static_cast<std::uint64_t>(sum >> 64U);
        t2 = static_cast<std::uint64_t>(sum);
        t3 = t4 + static_cast<std::uint64_t>(sum >> 64U);
    }
    return field_detail::reduced({t0, t1, t2, t3});
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
