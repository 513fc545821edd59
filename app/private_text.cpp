// SPDX-License-Identifier: Apache-2.0
#include "private_text.h"

#include <cstdint>
#include <span>

#include "base/secret.h"

namespace pennydrop::app {

void wipe(QString& text) noexcept {
    // A shared string is left alone: writing to it would copy it first.
    if (!text.isEmpty() && text.isDetached()) {
        wipe_memory(
            {reinterpret_cast<std::uint8_t*>(text.data()), static_cast<std::size_t>(text.size()) * sizeof(QChar)});
    }
    text = QString{};
}

void wipe(std::string& text) noexcept {
    wipe_memory({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    text.clear();
}

PrivateText PrivateText::from_utf8(std::string& text) {
    PrivateText taken{QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))};
    wipe(text);
    return taken;
}

PrivateText& PrivateText::operator=(PrivateText&& other) noexcept {
    if (this != &other) {
        wipe(text_);
        text_ = std::exchange(other.text_, QString{});
    }
    return *this;
}

}  // namespace pennydrop::app
