// SPDX-License-Identifier: Apache-2.0
// QR codes as SVG and PNG.
// Threads: pure functions. libqrencode keeps the text in ordinary memory while it works.
// Source: libqrencode (ISO/IEC 18004), libpng.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pool/types.h"

namespace pennydrop::pool_cli {

/// Dark and light modules, row by row, without a margin.
struct QrCode {
    unsigned width{0};
    std::vector<bool> dark{};
};

/// Of digits and capital letters, at error correction level M (15 %). Nothing when it does not fit or memory is out.
[[nodiscard]] std::optional<QrCode> make_qr(const std::string& text);

/// With a margin of four modules, and lines of text below in a plain face. The text is escaped.
[[nodiscard]] std::string qr_svg(const QrCode& code, const std::vector<std::string>& lines);
/// Grey, 8 pixels a module. Nothing when memory is out.
[[nodiscard]] std::optional<pool::Bytes> qr_png(const QrCode& code);

}  // namespace pennydrop::pool_cli
