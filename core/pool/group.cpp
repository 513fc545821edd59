// SPDX-License-Identifier: Apache-2.0
#include "pool/group.h"

#include <sodium.h>

#include "base/secret.h"

namespace pennydrop::pool {
namespace {

/// l, least byte first.
constexpr Scalar kOrderBytes{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                             0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                             0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};

}  // namespace

bool is_good_scalar(std::span<const std::uint8_t> bytes) noexcept {
    if (bytes.size() != kScalarBytes) {
        return false;
    }
    unsigned any = 0;
    unsigned borrow = 0;  // of bytes - l: 1 at the end when the scalar is below l
    for (std::size_t i = 0; i < kScalarBytes; ++i) {
        any |= bytes[i];
        borrow = ((bytes[i] - static_cast<unsigned>(kOrderBytes[i]) - borrow) >> 8U) & 1U;
    }
    const unsigned not_zero = ((any + 0xFFU) >> 8U) & 1U;
    return (borrow & not_zero) != 0;
}

void reduce_wide(std::span<const std::uint8_t, kWideBytes> wide, std::span<std::uint8_t, kScalarBytes> out) noexcept {
    crypto_core_ristretto255_scalar_reduce(out.data(), wide.data());
}

void random_scalar(std::span<std::uint8_t, kScalarBytes> out) {
    std::array<std::uint8_t, kWideBytes> wide{};
    fill_random(wide);
    reduce_wide(wide, out);
    wipe_memory(wide);
}

void multiply_slowly(std::span<const std::uint8_t, kScalarBytes> left,
                     std::span<const std::uint8_t, kScalarBytes> right,
                     std::span<std::uint8_t, kScalarBytes> out) noexcept {
    crypto_core_ristretto255_scalar_mul(out.data(), left.data(), right.data());
}

void invert_slowly(std::span<const std::uint8_t, kScalarBytes> value,
                   std::span<std::uint8_t, kScalarBytes> out) noexcept {
    (void)crypto_core_ristretto255_scalar_invert(out.data(), value.data());
}

}  // namespace pennydrop::pool
