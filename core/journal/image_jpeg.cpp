// SPDX-License-Identifier: Apache-2.0
// JPEG: segments up to the end-of-image marker. What a decoder needs is copied; of the application segments only the
// aspect ratio (JFIF, without its preview), the colour profile (ICC) and Adobe's kind of colours are.
#include <algorithm>
#include <array>

#include "journal/image_parts.h"

namespace pennydrop {
namespace {

constexpr std::uint8_t kMark = 0xFF;
constexpr std::uint8_t kStart = 0xD8;
constexpr std::uint8_t kEnd = 0xD9;
constexpr std::uint8_t kScan = 0xDA;
constexpr std::uint8_t kFirstRestart = 0xD0;
constexpr std::uint8_t kLastRestart = 0xD7;
constexpr std::uint8_t kApp0 = 0xE0;
constexpr std::uint8_t kApp1 = 0xE1;
constexpr std::uint8_t kApp2 = 0xE2;
constexpr std::uint8_t kApp14 = 0xEE;
constexpr std::uint8_t kApp15 = 0xEF;
constexpr std::uint8_t kFirstExtension = 0xF0;
constexpr std::uint8_t kComment = 0xFE;
constexpr std::string_view kExif{"Exif\0\0", 6};

/// An Exif of nothing but the orientation: TIFF header, one entry, no further directory.
constexpr std::array<std::uint8_t, 36> exif_of(int orientation) {
    return {kMark, kApp1, 0, 34, 'E', 'x',  'i',  'f', 0, 0, 'M', 'M', 0, 42, 0,
            0,     0,     8, 0,  1,   0x01, 0x12, 0,   3, 0, 0,   0,   1, 0,  static_cast<std::uint8_t>(orientation),
            0,     0,     0, 0,  0,   0};
}

bool is_frame(std::uint8_t marker) noexcept {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Tables and the like: DHT, DAC, DQT, DNL, DRI, DHP, EXP.
bool is_table(std::uint8_t marker) noexcept {
    return marker == 0xC4 || marker == 0xCC || (marker >= 0xDB && marker <= 0xDF);
}

bool is_left_out(std::uint8_t marker) noexcept {
    return (marker >= kApp0 && marker <= kApp15) || (marker >= kFirstExtension && marker <= kComment);
}

void append_segment(std::vector<std::uint8_t>& out, std::uint8_t marker, ImageBytes content) {
    const std::size_t size = content.size() + 2;
    append(out, std::array{kMark, marker, static_cast<std::uint8_t>(size >> 8U), static_cast<std::uint8_t>(size)});
    append(out, content);
}

/// What is kept of an application segment.
void append_application(std::vector<std::uint8_t>& out, std::uint8_t marker, ImageBytes content) {
    constexpr std::size_t kJfifBytes = 14;
    constexpr std::size_t kJfifPreview = 12;
    constexpr std::size_t kAdobeBytes = 12;
    if (marker == kApp0 && starts_with(content, {"JFIF\0", 5}) && content.size() >= kJfifBytes) {
        std::array<std::uint8_t, kJfifBytes> header{};
        std::ranges::copy(content.first(kJfifPreview), header.begin());
        append_segment(out, marker, header);
        return;
    }
    const bool has_colours = marker == kApp2 && starts_with(content, {"ICC_PROFILE\0", 12});
    const bool says_how_to_decode = marker == kApp14 && starts_with(content, "Adobe") && content.size() == kAdobeBytes;
    if (has_colours || says_how_to_decode) {
        append_segment(out, marker, content);
    }
}

/// Bytes of entropy-coded data: up to the next marker that is neither a stuffed zero nor a restart.
std::size_t scan_size(ImageBytes bytes) noexcept {
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const std::uint8_t next = bytes[at + 1];
        if (bytes[at] == kMark && next != 0 && next != kMark && (next < kFirstRestart || next > kLastRestart)) {
            return at;
        }
        ++at;
    }
    return bytes.size();
}

}  // namespace

Result<StrippedImage> strip_jpeg(ImageBytes file) {
    StrippedImage image{.format = ImageFormat::kJpeg};
    image.bytes.reserve(file.size());
    append(image.bytes, std::array{kMark, kStart});
    std::vector<std::uint8_t> picture;  // all but JFIF, which must come first, before an Exif
    picture.reserve(file.size());
    std::vector<std::uint8_t> jfif;
    Parts parts{file};
    (void)parts.take(2);
    bool has_frame = false;
    bool has_scan = false;
    bool has_exif = false;
    for (;;) {
        std::uint8_t marker = parts.byte();
        if (!parts.ok() || marker != kMark) {
            return fail(ErrorCode::kInvalid, "JPEG marker");
        }
        while (parts.ok() && marker == kMark) {
            marker = parts.byte();
        }
        if (parts.ok() && marker == kEnd && has_scan) {
            break;
        }
        if (!is_frame(marker) && !is_table(marker) && marker != kScan && !is_left_out(marker)) {
            return fail(ErrorCode::kInvalid, "JPEG marker");
        }
        const std::uint32_t size = parts.big_endian(2);
        const ImageBytes content = parts.take(size < 2 ? parts.left().size() + 1 : size - 2);
        if (!parts.ok()) {
            return fail(ErrorCode::kInvalid, "JPEG segment");
        }
        if (marker == kApp1 && !has_exif && starts_with(content, kExif)) {
            has_exif = true;
            image.orientation = exif_orientation(content.subspan(kExif.size()));
        } else if (is_left_out(marker)) {
            append_application(marker == kApp0 ? jfif : picture, marker, content);
        } else {
            append_segment(picture, marker, content);
        }
        has_frame = has_frame || is_frame(marker);
        if (marker == kScan) {
            if (!has_frame) {
                return fail(ErrorCode::kInvalid, "JPEG scan");
            }
            has_scan = true;
            append(picture, parts.take(scan_size(parts.left())));
        }
    }
    append(image.bytes, jfif);
    if (image.orientation != 1) {
        append(image.bytes, exif_of(image.orientation));
        image.says_orientation = true;
    }
    append(image.bytes, picture);
    append(image.bytes, std::array{kMark, kEnd});
    return image;
}

}  // namespace pennydrop
