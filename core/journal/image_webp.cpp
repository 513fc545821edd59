// SPDX-License-Identifier: Apache-2.0
// WebP: the chunks of a RIFF file. Picture, animation, transparency and colour profile are copied.
#include <algorithm>
#include <array>
#include <utility>

#include "journal/image_parts.h"

namespace pennydrop {
namespace {

constexpr std::size_t kFileHeader = 12;  ///< "RIFF", size, "WEBP".
constexpr std::size_t kFrameHeader = 16;
constexpr std::uint32_t kExtendedBytes = 10;
constexpr std::uint8_t kExifFlag = 0x08;
constexpr std::uint8_t kXmpFlag = 0x04;

struct Chunk {
    std::string_view name{};
    ImageBytes content{};
};

void append_number(std::vector<std::uint8_t>& out, std::size_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        out.push_back(static_cast<std::uint8_t>(number >> shift));
    }
}

void append_chunk(std::vector<std::uint8_t>& out, std::string_view name, ImageBytes content) {
    out.insert(out.end(), name.begin(), name.end());
    append_number(out, content.size());
    append(out, content);
    if (content.size() % 2 != 0) {
        out.push_back(0);
    }
}

Result<std::vector<Chunk>> chunks_of(ImageBytes bytes) {
    std::vector<Chunk> chunks;
    Parts parts{bytes};
    while (!parts.left().empty()) {
        const ImageBytes name = parts.take(4);
        const std::uint32_t size = parts.little_endian(4);
        const ImageBytes content = parts.take(size);
        (void)parts.take(size % 2);
        if (!parts.ok()) {
            return fail(ErrorCode::kInvalid, "WebP chunk");
        }
        chunks.push_back({{reinterpret_cast<const char*>(name.data()), name.size()}, content});
    }
    return chunks;
}

bool is_picture(std::string_view name) noexcept {
    return name == "VP8 " || name == "VP8L" || name == "ALPH";
}

/// A frame of an animation: its place and time, and the chunks of its picture.
Result<std::vector<std::uint8_t>> strip_frame(ImageBytes content) {
    if (content.size() < kFrameHeader) {
        return fail(ErrorCode::kInvalid, "WebP frame");
    }
    auto chunks = chunks_of(content.subspan(kFrameHeader));
    if (!chunks) {
        return pass_on(chunks);
    }
    std::vector<std::uint8_t> frame;
    append(frame, content.first(kFrameHeader));
    for (const Chunk& chunk : *chunks) {
        if (is_picture(chunk.name)) {
            append_chunk(frame, chunk.name, chunk.content);
        }
    }
    return frame;
}

/// Appends what is kept of a chunk of the file.
Status append_kept(const Chunk& chunk, bool is_first, StrippedImage& image) {
    constexpr std::string_view kExif{"Exif\0\0", 6};
    if (chunk.name == "VP8X") {
        if (!is_first || chunk.content.size() != kExtendedBytes) {
            return fail(ErrorCode::kInvalid, "WebP header");
        }
        std::array<std::uint8_t, kExtendedBytes> header{};
        std::ranges::copy(chunk.content, header.begin());
        header[0] &= static_cast<std::uint8_t>(~(kExifFlag | kXmpFlag));
        append_chunk(image.bytes, chunk.name, header);
    } else if (chunk.name == "ANMF") {
        auto frame = strip_frame(chunk.content);
        if (!frame) {
            return pass_on(frame);
        }
        append_chunk(image.bytes, chunk.name, *frame);
    } else if (is_picture(chunk.name) || chunk.name == "ANIM" || chunk.name == "ICCP") {
        append_chunk(image.bytes, chunk.name, chunk.content);
    } else if (chunk.name == "EXIF") {
        // Some programs put JPEG's mark in front.
        const ImageBytes tiff = starts_with(chunk.content, kExif) ? chunk.content.subspan(kExif.size()) : chunk.content;
        image.orientation = exif_orientation(tiff);
    }
    return {};
}

}  // namespace

Result<StrippedImage> strip_webp(ImageBytes file) {
    constexpr std::size_t kSizeAt = 4;
    constexpr std::size_t kBeforeSizeCounts = 8;
    Parts parts{file.subspan(kSizeAt)};
    const std::uint32_t size = parts.little_endian(4);
    if (!parts.ok() || size < 4 || size > file.size() - kBeforeSizeCounts) {
        return fail(ErrorCode::kInvalid, "WebP size");
    }
    auto chunks = chunks_of(file.subspan(kFileHeader, size - 4));
    if (!chunks) {
        return pass_on(chunks);
    }
    StrippedImage image{.format = ImageFormat::kWebp};
    image.bytes.reserve(file.size());
    append(image.bytes, file.first(kFileHeader));
    bool has_picture = false;
    for (const Chunk& chunk : *chunks) {
        if (auto kept = append_kept(chunk, &chunk == chunks->data(), image); !kept) {
            return pass_on(kept);
        }
        has_picture = has_picture || chunk.name == "VP8 " || chunk.name == "VP8L" || chunk.name == "ANMF";
    }
    if (!has_picture) {
        return fail(ErrorCode::kInvalid, "WebP picture");
    }
    std::vector<std::uint8_t> whole;
    append_number(whole, image.bytes.size() - kBeforeSizeCounts);
    std::ranges::copy(whole, image.bytes.begin() + kSizeAt);
    return image;
}

}  // namespace pennydrop
