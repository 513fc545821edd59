// SPDX-License-Identifier: Apache-2.0
// The small types and the limits that all of the pool shares.
// Threads: plain values.
// Specification: docs/pool-protocol.md, "Conventions" and "Limits".
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pennydrop::pool {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using Hash = std::array<std::uint8_t, 32>;
/// Names a season's descriptor, and is part of every derivation.
using DescId = Hash;
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;
using PoolId = std::array<std::uint8_t, 16>;
/// First 8 bytes of a blob's hash, as they stand in a digest's list.
using BlobHash = std::array<std::uint8_t, 8>;

/// A period: 12 * (year - 1970) + (month - 1) of the month it closes in.
struct Period {
    std::uint32_t number{0};
    constexpr auto operator<=>(const Period&) const noexcept = default;
};

/// A theme's place in the pool's catalogue, from 0.
struct ThemeIndex {
    std::uint8_t value{0};
    constexpr auto operator<=>(const ThemeIndex&) const noexcept = default;
};

/// One theme in one period.
struct Slot {
    Period period{};
    ThemeIndex theme{};
    constexpr auto operator<=>(const Slot&) const noexcept = default;
};

/// A seat's place in the season file, from 0.
struct SeatIndex {
    std::uint16_t value{0};
    constexpr auto operator<=>(const SeatIndex&) const noexcept = default;
};

/// Size of all blobs of a pool. The value is the number on disk: the size's logarithm.
enum class Bucket : std::uint8_t { k512 = 9, k1024 = 10 };

[[nodiscard]] constexpr std::size_t blob_bytes(Bucket bucket) noexcept {
    return std::size_t{1} << static_cast<unsigned>(bucket);
}

inline constexpr std::uint8_t kVersion = 1;
inline constexpr unsigned kMinThreshold = 3;
/// Below this a writer warns that few people hide little.
inline constexpr unsigned kUsualThreshold = 5;
inline constexpr unsigned kMaxSeats = 100;
inline constexpr unsigned kMaxPeriods = 6;
inline constexpr unsigned kMaxThemes = 20;
inline constexpr unsigned kMaxOwnThemes = 2;
inline constexpr std::uint32_t kMaxPeriodNumber = 120000;
inline constexpr std::uint64_t kMaxSubsets = 200'000'000;
inline constexpr std::size_t kMaxBlobs = 20000;
inline constexpr std::uint8_t kMaxLevel = 5;
/// Files that one seat may build in one period.
inline constexpr unsigned kMaxFiles = 64;

/// The number of subsets of `size` among `of`, or UINT64_MAX when it does not fit.
[[nodiscard]] std::uint64_t subsets(unsigned of, unsigned size) noexcept;

}  // namespace pennydrop::pool
