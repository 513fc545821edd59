// SPDX-License-Identifier: Apache-2.0
// Bounds-checked little-endian reading and writing of fixed binary layouts.
// Threads: a Reader or Writer belongs to one thread.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>

namespace pennydrop {

/// Reads from a span it does not own. A read past the end fails, stays failed, and yields zeros; ask `ok()` once at the
/// end.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) noexcept : bytes_(bytes) {}

    /// An unsigned integer of sizeof(T) bytes, little-endian.
    template <std::unsigned_integral T>
    [[nodiscard]] T integer() noexcept {
        const auto raw = take(sizeof(T));
        T value{0};
        for (std::size_t i = raw.size(); i > 0; --i) {
            value = static_cast<T>((static_cast<std::uint64_t>(value) << 8U) | raw[i - 1]);
        }
        return value;
    }

    /// Copies `out.size()` bytes.
    void bytes(std::span<std::uint8_t> out) noexcept {
        const auto raw = take(out.size());
        std::ranges::fill(out, std::uint8_t{0});
        std::ranges::copy(raw, out.begin());
    }

    /// True when the next `count` bytes are all zero; consumes them.
    [[nodiscard]] bool zeros(std::size_t count) noexcept {
        const auto raw = take(count);
        return ok_ && std::ranges::all_of(raw, [](std::uint8_t b) { return b == 0; });
    }

    [[nodiscard]] std::size_t position() const noexcept { return position_; }
    [[nodiscard]] bool ok() const noexcept { return ok_; }
    /// True when every byte was read and no read failed.
    [[nodiscard]] bool finished() const noexcept { return ok_ && position_ == bytes_.size(); }

private:
    std::span<const std::uint8_t> take(std::size_t count) noexcept {
        if (!ok_ || count > bytes_.size() - position_) {
            ok_ = false;
            return {};
        }
        const auto part = bytes_.subspan(position_, count);
        position_ += count;
        return part;
    }

    std::span<const std::uint8_t> bytes_;
    std::size_t position_{0};
    bool ok_{true};
};

/// Writes into a span it does not own. A write past the end fails and stays failed.
class Writer {
public:
    explicit Writer(std::span<std::uint8_t> bytes) noexcept : bytes_(bytes) {}

    template <std::unsigned_integral T>
    void integer(T value) noexcept {
        auto out = take(sizeof(T));
        for (auto& byte : out) {
            byte = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) & 0xFFU);
            value = static_cast<T>(static_cast<std::uint64_t>(value) >> 8U);
        }
    }

    void bytes(std::span<const std::uint8_t> in) noexcept {
        auto out = take(in.size());
        if (out.size() == in.size()) {
            std::ranges::copy(in, out.begin());
        }
    }

    void zeros(std::size_t count) noexcept { std::ranges::fill(take(count), std::uint8_t{0}); }

    [[nodiscard]] std::size_t position() const noexcept { return position_; }
    [[nodiscard]] bool finished() const noexcept { return ok_ && position_ == bytes_.size(); }

private:
    std::span<std::uint8_t> take(std::size_t count) noexcept {
        if (!ok_ || count > bytes_.size() - position_) {
            ok_ = false;
            return {};
        }
        const auto part = bytes_.subspan(position_, count);
        position_ += count;
        return part;
    }

    std::span<std::uint8_t> bytes_;
    std::size_t position_{0};
    bool ok_{true};
};

}  // namespace pennydrop
