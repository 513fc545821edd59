// SPDX-License-Identifier: Apache-2.0
#include "picture.h"

#include <QBuffer>
#include <QByteArray>
#include <QColorSpace>
#include <QImageReader>
#include <QMimeDatabase>
#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/secret.h"
#include "journal/attachment.h"
#include "journal/image_metadata.h"

namespace pennydrop::app {
namespace {

constexpr std::string_view kJpegType = "image/jpeg";
constexpr std::string_view kPngType = "image/png";
constexpr std::string_view kWebpType = "image/webp";
constexpr std::string_view kUnknownType = "application/octet-stream";
constexpr int kMostSide = 30'000;
/// Tried one after the other until a thumbnail is small enough.
constexpr std::array kThumbnailQualities{82, 60, 30};
/// For a picture that had to be written anew.
constexpr int kPictureQuality = 92;

std::string_view media_type_of(ImageFormat format) {
    switch (format) {
        case ImageFormat::kJpeg:
            return kJpegType;
        case ImageFormat::kPng:
            return kPngType;
        case ImageFormat::kWebp:
            return kWebpType;
        case ImageFormat::kUnknown:
            break;
    }
    return kUnknownType;
}

/// Qt's name of a format; only the reader of that one is asked, whatever else the bytes look like.
QByteArray qt_format(ImageFormat format) {
    const std::string_view type = media_type_of(format).substr(std::string_view{"image/"}.size());
    return {type.data(), static_cast<qsizetype>(type.size())};
}

std::vector<std::uint8_t> encoded(const QImage& image, const char* format, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, format, quality)) {
        return {};
    }
    std::vector<std::uint8_t> copy(bytes.cbegin(), bytes.cend());
    bytes.fill('\0');
    return copy;
}

/// Turned as Exif counts orientations.
QImage turned(const QImage& image, int orientation) {
    constexpr int kMirrored = 2;
    constexpr int kUpsideDown = 3;
    constexpr int kFlipped = 4;
    constexpr int kFirstOfQuarterTurns = 5;
    constexpr int kClockwise = 6;
    constexpr int kMirroredAnticlockwise = 7;
    constexpr qreal kQuarter = 90;
    switch (orientation) {
        case kMirrored:
            return image.mirrored(true, false);
        case kUpsideDown:
            return image.mirrored(true, true);
        case kFlipped:
            return image.mirrored(false, true);
        case kFirstOfQuarterTurns:
            return image.transformed(QTransform().rotate(kQuarter)).mirrored(true, false);
        case kClockwise:
            return image.transformed(QTransform().rotate(kQuarter));
        case kMirroredAnticlockwise:
            return image.transformed(QTransform().rotate(kQuarter)).mirrored(false, true);
        case kMirroredAnticlockwise + 1:
            return image.transformed(QTransform().rotate(-kQuarter));
        default:
            return image;
    }
}

/// `side`: 0 for all pixels.
QImage decoded(std::span<const std::uint8_t> bytes, ImageFormat format, int side) {
    // A picture of a few bytes may claim any size. Qt asks this before it takes memory.
    static const bool is_limited = [] {
        QImageReader::setAllocationLimit(kMostPictureMegabytes);
        return true;
    }();
    if (!is_limited || format == ImageFormat::kUnknown) {
        return {};
    }
    QByteArray borrowed =
        QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&borrowed);
    if (!buffer.open(QIODevice::ReadOnly)) {
        return {};
    }
    QImageReader reader(&buffer, qt_format(format));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || std::max(size.width(), size.height()) > kMostSide) {
        return {};
    }
    if (side > 0 && std::max(size.width(), size.height()) > side) {
        // At least one pixel each way: a line of 1 × 20,000 is a picture, too.
        reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1}));
    }
    return reader.read();
}

/// Its pixels and nothing else: Qt keeps comments, a colour profile and a resolution with an image, and would write
/// them out again.
QImage bare(QImage image, QImage::Format format) {
    if (image.colorSpace().isValid()) {
        image.convertToColorSpace(QColorSpace::SRgb);
    }
    QImage pixels(image.size(), format);
    pixels.fill(format == QImage::Format_RGB32 ? Qt::white : Qt::transparent);
    QPainter painter(&pixels);
    painter.drawImage(0, 0, image);
    painter.end();
    return pixels;
}

PrivateBytes thumbnail_of(std::span<const std::uint8_t> bytes, ImageFormat format) {
    const QImage image = decoded(bytes, format, kThumbnailSide);
    if (image.isNull()) {
        return {};
    }
    const QImage opaque = bare(image, QImage::Format_RGB32);
    for (const int quality : kThumbnailQualities) {
        PrivateBytes thumbnail{encoded(opaque, "jpeg", quality)};
        if (thumbnail.size() > 0 && thumbnail.size() <= kMaxThumbnailBytes) {
            return thumbnail;
        }
    }
    return {};
}

/// Pixels only, upright; without bytes when it cannot be read. For what cannot be stripped, or would stand askew
/// without the metadata.
PreparedFile drawn_anew(std::span<const std::uint8_t> bytes, ImageFormat format, int orientation) {
    PreparedFile file;
    const QImage image = turned(decoded(bytes, format, 0), orientation);
    const bool is_photo = format == ImageFormat::kJpeg;
    if (!image.isNull()) {
        file.bytes = PrivateBytes{is_photo ? encoded(bare(image, QImage::Format_RGB32), "jpeg", kPictureQuality)
                                           : encoded(bare(image, QImage::Format_ARGB32), "png", -1)};
    }
    if (file.bytes.size() == 0 || file.bytes.size() > kMaxAttachmentBytes) {
        return {};
    }
    file.kept = PreparedFile::Kept::kPicture;
    file.media_type = is_photo ? kJpegType : kPngType;
    file.thumbnail = thumbnail_of(file.bytes.span(), is_photo ? ImageFormat::kJpeg : ImageFormat::kPng);
    return file;
}

/// Without bytes when what it tells could not be taken out.
PreparedFile prepare_picture(std::span<const std::uint8_t> bytes, ImageFormat format) {
    auto stripped = strip_image_metadata(bytes);
    if (!stripped) {
        return drawn_anew(bytes, format, 1);
    }
    PrivateBytes clean{std::move(stripped->bytes)};
    PreparedFile file;
    if (stripped->orientation != 1 && !stripped->says_orientation) {
        file = drawn_anew(clean.span(), format, stripped->orientation);
        if (file.kept == PreparedFile::Kept::kPicture) {
            return file;
        }
    }
    file.thumbnail = thumbnail_of(clean.span(), format);
    if (file.thumbnail.size() > 0 || format == ImageFormat::kWebp) {
        file.kept = PreparedFile::Kept::kPicture;
        file.media_type = media_type_of(format);
    }
    file.bytes = std::move(clean);
    return file;
}

/// By the name only: the bytes of a stranger's file are not worth guessing about.
std::string media_type_by_name(const QString& name) {
    const QString type = QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name();
    const std::string found = type.toStdString();
    return is_media_type(found) ? found : std::string{kUnknownType};
}

}  // namespace

PrivateBytes& PrivateBytes::operator=(PrivateBytes&& other) noexcept {
    if (this != &other) {
        wipe_memory(bytes_);
        bytes_ = std::exchange(other.bytes_, {});
    }
    return *this;
}

PrivateBytes::~PrivateBytes() {
    wipe_memory(bytes_);
}

PreparedFile prepare_file(PrivateBytes bytes, const QString& name) {
    const ImageFormat format = image_format(bytes.span());
    PreparedFile file;
    if (format != ImageFormat::kUnknown) {
        file = prepare_picture(bytes.span(), format);
    }
    if (file.kept == PreparedFile::Kept::kPicture) {
        return file;
    }
    const std::string type = media_type_by_name(name);
    // Only what was read as a picture is ever drawn.
    file.media_type = is_picture_type(type) ? std::string{kUnknownType} : type;
    if (file.bytes.size() == 0) {
        const bool is_named_so = std::string_view{type}.starts_with("image/");
        file.kept = is_named_so || format != ImageFormat::kUnknown ? PreparedFile::Kept::kNotAPicture
                                                                   : PreparedFile::Kept::kFile;
        file.bytes = std::move(bytes);
    }
    return file;
}

QImage read_picture(std::span<const std::uint8_t> bytes, int side) {
    return decoded(bytes, image_format(bytes), side);
}

bool is_picture_type(const std::string& media_type) {
    return media_type == kJpegType || media_type == kPngType || media_type == kWebpType;
}

}  // namespace pennydrop::app
