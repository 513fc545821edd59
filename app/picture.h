// SPDX-License-Identifier: Apache-2.0
// A file on its way into the journal, and a picture on its way to the screen. Pictures are JPEG, PNG and WebP (the last
// where Qt can read it), told by their first bytes; SVG and all else is a file and never drawn. What a picture tells
// beside itself is taken out before it is kept (journal/image_metadata.h). Nothing here writes a file.
// Threads: any but the GUI's: a large photo takes a second.
#pragma once

#include <QImage>
#include <QString>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace pennydrop::app {

/// Bytes of a file, overwritten when they are dropped.
class PrivateBytes {
public:
    PrivateBytes() = default;
    explicit PrivateBytes(std::vector<std::uint8_t> bytes) noexcept : bytes_(std::move(bytes)) {}
    PrivateBytes(const PrivateBytes&) = delete;
    PrivateBytes& operator=(const PrivateBytes&) = delete;
    PrivateBytes(PrivateBytes&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    PrivateBytes& operator=(PrivateBytes&& other) noexcept;
    ~PrivateBytes();

    [[nodiscard]] std::span<const std::uint8_t> span() const noexcept { return bytes_; }
    [[nodiscard]] std::size_t size() const noexcept { return bytes_.size(); }

private:
    std::vector<std::uint8_t> bytes_{};
};

struct PreparedFile {
    enum class Kept {
        kPicture,      ///< Without what it told beside the picture.
        kFile,         ///< As it is; or a picture that cannot be drawn, without what it told beside the picture.
        kNotAPicture,  ///< As it is, though its name or its bytes say that it is a picture: what it tells could not be
                       ///< taken out.
    };
    Kept kept{Kept::kFile};
    std::string media_type{};
    PrivateBytes bytes{};
    /// A JPEG of at most kMaxThumbnailBytes; empty for what is no picture, and for WebP where Qt cannot read that.
    PrivateBytes thumbnail{};
};

/// Pixels of the longer side of a thumbnail.
inline constexpr int kThumbnailSide = 256;
/// No side of a picture on the screen has more.
inline constexpr int kShownSide = 3072;
/// A picture that takes more memory than this to be read is kept as a file.
inline constexpr int kMostPictureMegabytes = 256;

/// Makes a file ready to be kept. `name` is what it is called.
[[nodiscard]] PreparedFile prepare_file(PrivateBytes bytes, const QString& name);

/// The picture, upright, at most `side` pixels wide and high; null when it cannot be read.
[[nodiscard]] QImage read_picture(std::span<const std::uint8_t> bytes, int side);

/// Whether a file that was kept with this media type and a thumbnail may be shown as a picture.
[[nodiscard]] bool is_picture_type(const std::string& media_type);

}  // namespace pennydrop::app
