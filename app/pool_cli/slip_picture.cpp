// SPDX-License-Identifier: Apache-2.0
#include "slip_picture.h"

#include <png.h>
#include <qrencode.h>

#include <memory>

namespace pennydrop::pool_cli {
namespace {

constexpr unsigned kMargin = 4;
constexpr unsigned kPixels = 8;
constexpr unsigned kSvgScale = 4;
constexpr unsigned kSvgLine = 18;

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

bool is_dark(const QrCode& code, unsigned x, unsigned y) {
    return x >= kMargin && y >= kMargin && x < code.width + kMargin && y < code.width + kMargin &&
           code.dark[static_cast<std::size_t>(y - kMargin) * code.width + (x - kMargin)];
}

}  // namespace

std::optional<QrCode> make_qr(const std::string& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made{
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 0), QRcode_free};
    if (!made) {
        return std::nullopt;
    }
    QrCode code{static_cast<unsigned>(made->width), {}};
    const std::size_t modules = static_cast<std::size_t>(code.width) * code.width;
    for (std::size_t i = 0; i < modules; ++i) {
        code.dark.push_back((made->data[i] & 1U) != 0);
    }
    return code;
}

std::string qr_svg(const QrCode& code, const std::vector<std::string>& lines) {
    const unsigned side = (code.width + 2 * kMargin) * kSvgScale;
    const auto height = std::to_string(side + kSvgLine * lines.size() + kSvgLine);
    const auto width = std::to_string(side);
    std::string svg = R"(<?xml version="1.0" encoding="UTF-8"?>)"
                      "\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
                      width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height +
                      "\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<path fill=\"#000\" d=\"";
    for (unsigned y = 0; y < code.width + 2 * kMargin; ++y) {
        for (unsigned x = 0; x < code.width + 2 * kMargin; ++x) {
            if (is_dark(code, x, y)) {
                svg += "M" + std::to_string(x * kSvgScale) + " " + std::to_string(y * kSvgScale) + "h4v4h-4z";
            }
        }
    }
    svg += "\"/>\n";
    unsigned baseline = side;
    for (const auto& line : lines) {
        baseline += kSvgLine;
        svg += "<text x=\"16\" y=\"" + std::to_string(baseline) + "\" font-family=\"monospace\" font-size=\"12\">" +
               escaped(line) + "</text>\n";
    }
    return svg + "</svg>\n";
}

std::optional<pool::Bytes> qr_png(const QrCode& code) {
    const unsigned side = (code.width + 2 * kMargin) * kPixels;
    std::vector<png_byte> pixels(static_cast<std::size_t>(side) * side);
    for (unsigned y = 0; y < side; ++y) {
        for (unsigned x = 0; x < side; ++x) {
            pixels[static_cast<std::size_t>(y) * side + x] = is_dark(code, x / kPixels, y / kPixels) ? 0 : 255;
        }
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = side;
    image.height = side;
    image.format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = 0;
    if (png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr) == 0) {
        return std::nullopt;
    }
    pool::Bytes bytes(size);
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr) == 0) {
        return std::nullopt;
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace pennydrop::pool_cli
