// SPDX-License-Identifier: Apache-2.0
// PNG: chunks up to IEND. Those that change how the picture looks are copied, their checksums compared.
#include <algorithm>
#include <array>
#include <utility>

#include "journal/image_parts.h"

namespace pennydrop {
namespace {

constexpr std::size_t kSignatureBytes = 8;
constexpr std::uint32_t kHeaderBytes = 13;
constexpr std::array<std::string_view, 15> kKept{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP",
                                                 "sBIT", "sRGB", "cICP", "pHYs", "acTL", "fcTL", "fdAT"};

/// As the PNG specification, annex "Sample CRC implementation".
constexpr std::array<std::uint32_t, 256> make_crc_table() {
    constexpr std::uint32_t kPolynomial = 0xEDB88320U;
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t number = 0; number < table.size(); ++number) {
        std::uint32_t value = number;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1U) != 0 ? kPolynomial ^ (value >> 1U) : value >> 1U;
        }
        table[number] = value;
    }
    return table;
}

std::uint32_t crc_of(ImageBytes bytes) noexcept {
    static constexpr auto kTable = make_crc_table();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const std::uint8_t byte : bytes) {
        crc = kTable[(crc ^ byte) & 0xFFU] ^ (crc >> 8U);
    }
    return ~crc;
}

bool is_critical(ImageBytes type) noexcept {
    constexpr unsigned kAncillaryBit = 0x20;
    return (type[0] & kAncillaryBit) == 0;
}

}  // namespace

Result<StrippedImage> strip_png(ImageBytes file) {
    StrippedImage image{.format = ImageFormat::kPng};
    image.bytes.reserve(file.size());
    Parts parts{file};
    append(image.bytes, parts.take(kSignatureBytes));
    bool has_data = false;
    for (bool is_first = true;; is_first = false) {
        constexpr std::size_t kFrame = 12;  // length, type, checksum
        const ImageBytes begin = parts.left();
        const std::uint32_t size = parts.big_endian(4);
        const ImageBytes type = parts.take(4);
        const ImageBytes content = parts.take(size);
        const std::uint32_t crc = parts.big_endian(4);
        if (!parts.ok() || crc != crc_of(begin.subspan(4, std::size_t{size} + 4))) {
            return fail(ErrorCode::kInvalid, "PNG chunk");
        }
        const std::string_view name{reinterpret_cast<const char*>(type.data()), type.size()};
        if (is_first != (name == "IHDR") || (is_first && size != kHeaderBytes)) {
            return fail(ErrorCode::kInvalid, "PNG header");
        }
        const bool is_kept = std::ranges::find(kKept, name) != kKept.end();
        if (!is_kept && is_critical(type)) {
            return fail(ErrorCode::kInvalid, "PNG chunk type");
        }
        if (is_kept) {
            append(image.bytes, begin.first(std::size_t{size} + kFrame));
        } else if (name == "eXIf") {
            image.orientation = exif_orientation(content);
        }
        has_data = has_data || name == "IDAT";
        if (name == "IEND") {
            return size == 0 && has_data ? Result<StrippedImage>{std::move(image)}
                                         : fail(ErrorCode::kInvalid, "PNG end");
        }
    }
}

}  // namespace pennydrop
