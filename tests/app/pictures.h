// SPDX-License-Identifier: Apache-2.0
// Pictures to test with, with and without what they tell beside themselves.
// Threads: pure functions.
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QString>
#include <QUrl>
#include <QtEndian>

#include <cstdint>

namespace pennydrop::app {

/// What a camera writes beside the picture.
inline const QByteArray kPlace = QByteArrayLiteral("52.2053N 0.1218E");

/// Red above, blue below.
inline QImage two_colours(QSize size) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (int y = 0; y < size.height() / 2; ++y) {
        for (int x = 0; x < size.width(); ++x) {
            image.setPixelColor(x, y, Qt::red);
        }
    }
    return image;
}

inline QByteArray encoded(const QImage& image, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// An Exif block with an orientation, and a place behind it.
inline QByteArray exif(int orientation) {
    QByteArray tiff("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 26);
    tiff[19] = static_cast<char>(orientation);
    return tiff + kPlace;
}

inline QByteArray jpeg(QSize size = {640, 480}, int orientation = 1) {
    QByteArray bytes = encoded(two_colours(size), "jpeg");
    const QByteArray block = QByteArray("Exif\0\0", 6) + exif(orientation);
    QByteArray segment("\xff\xe1\0\0", 4);
    qToBigEndian(static_cast<quint16>(block.size() + 2), segment.data() + 2);
    return bytes.insert(2, segment + block);
}

inline quint32 checksum(const QByteArray& bytes) {
    constexpr quint32 kPolynomial = 0xEDB88320;
    quint32 sum = ~0U;
    for (const char byte : bytes) {
        sum ^= static_cast<std::uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum & 1) != 0 ? (sum >> 1) ^ kPolynomial : sum >> 1;
        }
    }
    return ~sum;
}

inline QByteArray png_chunk(const QByteArray& type, const QByteArray& data) {
    QByteArray head(4, '\0');
    QByteArray tail(4, '\0');
    qToBigEndian(static_cast<quint32>(data.size()), head.data());
    qToBigEndian(checksum(type + data), tail.data());
    return head + type + data + tail;
}

constexpr int kPngHead = 33;  ///< Signature and first chunk.

inline QByteArray png(QSize size = {640, 480}, int orientation = 1) {
    QByteArray bytes = encoded(two_colours(size), "png");
    return bytes.insert(kPngHead, png_chunk("eXIf", exif(orientation)) + png_chunk("tEXt", "Comment\0" + kPlace));
}

/// A few bytes that claim to be a picture of that size.
inline QByteArray huge_png(qint32 side) {
    QByteArray bytes = encoded(two_colours({1, 2}), "png");
    QByteArray sides(8, '\0');
    qToBigEndian(side, sides.data());
    qToBigEndian(side, sides.data() + 4);
    const QByteArray rest = bytes.mid(24, 5);
    return bytes.left(8) + png_chunk("IHDR", sides + rest) + bytes.mid(kPngHead);
}

inline QUrl save_as(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? QUrl::fromLocalFile(path) : QUrl();
}

}  // namespace pennydrop::app
