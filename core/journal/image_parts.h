// SPDX-License-Identifier: Apache-2.0
// What the readers of image formats share. Private to core/journal.
// Threads: pure functions; a Parts belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "journal/image_metadata.h"

namespace pennydrop {

using ImageBytes = std::span<const std::uint8_t>;

/// Takes pieces off the front of a file. A piece that is not there is empty, and `ok` stays false from then on.
class Parts {
public:
    explicit Parts(ImageBytes bytes) noexcept : left_(bytes) {}

    ImageBytes take(std::size_t count) noexcept {
        if (!ok_ || count > left_.size()) {
            ok_ = false;
            return {};
        }
        const ImageBytes part = left_.first(count);
        left_ = left_.subspan(count);
        return part;
    }

    std::uint8_t byte() noexcept {
        const ImageBytes part = take(1);
        return part.empty() ? std::uint8_t{0} : part[0];
    }

    std::uint32_t big_endian(std::size_t width) noexcept {
        std::uint32_t value = 0;
        for (const std::uint8_t byte : take(width)) {
            value = value << 8U | byte;
        }
        return value;
    }

    std::uint32_t little_endian(std::size_t width) noexcept {
        std::uint32_t value = 0;
        const ImageBytes part = take(width);
        for (std::size_t i = part.size(); i > 0; --i) {
            value = value << 8U | part[i - 1];
        }
        return value;
    }

    [[nodiscard]] ImageBytes left() const noexcept { return left_; }
    [[nodiscard]] bool ok() const noexcept { return ok_; }

private:
    ImageBytes left_;
    bool ok_{true};
};

[[nodiscard]] inline bool starts_with(ImageBytes bytes, std::string_view text) noexcept {
    return bytes.size() >= text.size() &&
           std::string_view{reinterpret_cast<const char*>(bytes.data()), text.size()} == text;
}

inline void append(std::vector<std::uint8_t>& out, ImageBytes bytes) {
    out.insert(out.end(), bytes.begin(), bytes.end());
}

/// From the TIFF structure of an Exif; 1 when it says nothing that makes sense.
[[nodiscard]] int exif_orientation(ImageBytes tiff) noexcept;

[[nodiscard]] Result<StrippedImage> strip_jpeg(ImageBytes file);
[[nodiscard]] Result<StrippedImage> strip_png(ImageBytes file);
[[nodiscard]] Result<StrippedImage> strip_webp(ImageBytes file);

}  // namespace pennydrop
