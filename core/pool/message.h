// SPDX-License-Identifier: Apache-2.0
// What all messages of the protocol have in common: the magic, the version, length-prefixed text.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Conventions".
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/codec.h"
#include "base/result.h"
#include "pool/types.h"

namespace pennydrop::pool {

using Magic = std::array<std::uint8_t, 4>;
inline constexpr std::size_t kMessageHeadBytes = 5;

/// Looks at magic and version only. Errors: kNotOurFile, kNewerVersion, kDamaged (version 0, or cut within the head).
[[nodiscard]] Status check_message(ByteView bytes, const Magic& magic);

inline void put_message_head(Writer& writer, const Magic& magic) noexcept {
    writer.bytes(magic);
    writer.integer(kVersion);
}

[[nodiscard]] inline ByteView view_of(std::string_view text) noexcept {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Takes `count` bytes as a text; an empty one when there are not so many.
[[nodiscard]] std::string take_text(Reader& reader, ByteView all, std::size_t count);
/// LP(text).
[[nodiscard]] std::string take_long_text(Reader& reader, ByteView all);

/// Bytes in the making.
class Message {
public:
    template <std::unsigned_integral T>
    Message& integer(T value) {
        std::array<std::uint8_t, sizeof(T)> raw{};
        Writer writer{raw};
        writer.integer(value);
        return bytes(raw);
    }
    Message& bytes(ByteView more) {
        bytes_.insert(bytes_.end(), more.begin(), more.end());
        return *this;
    }
    Message& head(const Magic& magic) { return bytes(magic).integer(kVersion); }
    Message& zeros(std::size_t count) {
        bytes_.resize(bytes_.size() + count);
        return *this;
    }
    /// LP(text).
    Message& text(std::string_view text) {
        return integer(static_cast<std::uint16_t>(text.size())).bytes(view_of(text));
    }

    [[nodiscard]] ByteView view() const noexcept { return bytes_; }
    [[nodiscard]] Bytes take() { return std::move(bytes_); }

private:
    Bytes bytes_{};
};

}  // namespace pennydrop::pool
