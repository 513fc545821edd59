// SPDX-License-Identifier: Apache-2.0
// A photo without what it tells beside the picture: place, time, device, comments, embedded previews, and whatever
// stands after its end. Lossless: the parts a picture needs are copied as they are, all others are left out.
// Threads: pure functions.
// Source: ITU-T T.81 (JPEG), JFIF 1.02, the PNG specification (third edition), the WebP container specification, Exif 2.3
// for the orientation. Why no library: docs/decisions/0005.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"

namespace pennydrop {

enum class ImageFormat { kUnknown, kJpeg, kPng, kWebp };

/// By the first bytes, whatever the file is called.
[[nodiscard]] ImageFormat image_format(std::span<const std::uint8_t> file) noexcept;

struct StrippedImage {
    ImageFormat format{ImageFormat::kUnknown};
    std::vector<std::uint8_t> bytes{};
    /// How the picture has to be turned to stand upright, as Exif counts: 1 is upright, 3 upside down, 6 a quarter turn
    /// clockwise, 8 one anticlockwise; 2, 4, 5 and 7 mirrored.
    int orientation{1};
    /// A JPEG still says so itself, in an Exif of nothing else, and viewers turn it; the others do not.
    bool says_orientation{false};
};

/// Takes metadata out of a JPEG, PNG or WebP file. Errors: kInvalid when the file is not exactly one of these (another
/// format, cut, or with parts that make no sense): it has not been made safe, so re-encode it, or say that it is kept
/// as it is.
[[nodiscard]] Result<StrippedImage> strip_image_metadata(std::span<const std::uint8_t> file);

}  // namespace pennydrop
