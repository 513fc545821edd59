// SPDX-License-Identifier: Apache-2.0
#include "journal/image_metadata.h"

#include <algorithm>

#include "journal/image_parts.h"

namespace pennydrop {

ImageFormat image_format(std::span<const std::uint8_t> file) noexcept {
    constexpr std::size_t kWebpNameAt = 8;
    if (starts_with(file, "\xFF\xD8\xFF")) {
        return ImageFormat::kJpeg;
    }
    if (starts_with(file, "\x89PNG\r\n\x1A\n")) {
        return ImageFormat::kPng;
    }
    if (starts_with(file, "RIFF") && starts_with(file.subspan(std::min(file.size(), kWebpNameAt)), "WEBP")) {
        return ImageFormat::kWebp;
    }
    return ImageFormat::kUnknown;
}

Result<StrippedImage> strip_image_metadata(std::span<const std::uint8_t> file) {
    switch (image_format(file)) {
        case ImageFormat::kJpeg:
            return strip_jpeg(file);
        case ImageFormat::kPng:
            return strip_png(file);
        case ImageFormat::kWebp:
            return strip_webp(file);
        case ImageFormat::kUnknown:
            break;
    }
    return fail(ErrorCode::kInvalid, "image format");
}

int exif_orientation(ImageBytes tiff) noexcept {
    constexpr std::uint32_t kTiffMagic = 42;
    constexpr std::uint32_t kOrientationTag = 0x0112;
    constexpr std::uint32_t kShort = 3;
    constexpr int kUpright = 1;
    constexpr std::uint32_t kLast = 8;
    const bool is_little = starts_with(tiff, "II");
    if (!is_little && !starts_with(tiff, "MM")) {
        return kUpright;
    }
    const auto number = [is_little](Parts& parts, std::size_t width) {
        return is_little ? parts.little_endian(width) : parts.big_endian(width);
    };
    Parts header{tiff.subspan(2)};
    const bool is_tiff = number(header, 2) == kTiffMagic;
    const std::uint32_t directory = number(header, 4);
    if (!is_tiff || !header.ok() || directory > tiff.size()) {
        return kUpright;
    }
    Parts entries{tiff.subspan(directory)};
    for (std::uint32_t count = number(entries, 2); count > 0 && entries.ok(); --count) {
        const std::uint32_t tag = number(entries, 2);
        const std::uint32_t type = number(entries, 2);
        const std::uint32_t values = number(entries, 4);
        const std::uint32_t value = number(entries, 2);
        (void)entries.take(2);
        if (entries.ok() && tag == kOrientationTag) {
            const bool makes_sense = type == kShort && values == 1 && value >= kUpright && value <= kLast;
            return makes_sense ? static_cast<int>(value) : kUpright;
        }
    }
    return kUpright;
}

}  // namespace pennydrop
