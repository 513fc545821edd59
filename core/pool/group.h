// SPDX-License-Identifier: Apache-2.0
// Scalars: integers modulo the order of ristretto255, as 32 bytes. The only file that calls libsodium's group
// functions; no points are needed, because the protocol must have no commitments (docs/pool-protocol.md, "Dealing").
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Conventions". Source: RFC 9496.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace pennydrop::pool {

inline constexpr std::size_t kScalarBytes = 32;
inline constexpr std::size_t kWideBytes = 64;

/// A public scalar, or a secret one whose owner wipes it.
using Scalar = std::array<std::uint8_t, kScalarBytes>;

/// Whether `bytes` are a scalar below the group's order and not zero. Constant time in the value; false for any other
/// length than 32.
[[nodiscard]] bool is_good_scalar(std::span<const std::uint8_t> bytes) noexcept;

/// `wide` as a number of 64 bytes, reduced modulo the order. Constant time.
void reduce_wide(std::span<const std::uint8_t, kWideBytes> wide, std::span<std::uint8_t, kScalarBytes> out) noexcept;

/// A uniformly random scalar (zero has a chance of 2^-252).
void random_scalar(std::span<std::uint8_t, kScalarBytes> out);

/// out = left * right. Slow: what field.h is held against by tests and benchmarks.
void multiply_slowly(std::span<const std::uint8_t, kScalarBytes> left,
                     std::span<const std::uint8_t, kScalarBytes> right,
                     std::span<std::uint8_t, kScalarBytes> out) noexcept;

/// out = 1 / value, for a value that is not zero. Slow, as above.
void invert_slowly(std::span<const std::uint8_t, kScalarBytes> value,
                   std::span<std::uint8_t, kScalarBytes> out) noexcept;

}  // namespace pennydrop::pool
