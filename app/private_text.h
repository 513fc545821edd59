// SPDX-License-Identifier: Apache-2.0
// Forgetting what a person wrote: their text is overwritten before its memory is given back. A courtesy, not a promise:
// Qt, SQLite and the screen hold copies of their own.
// Threads: plain functions and values.
#pragma once

#include <QString>

#include <string>
#include <utility>

namespace pennydrop::app {

/// Overwrites the characters when nobody shares them, and leaves the string empty.
void wipe(QString& text) noexcept;
void wipe(std::string& text) noexcept;

/// A text on its way between threads, overwritten when it is dropped instead of being taken.
class PrivateText {
public:
    PrivateText() = default;
    explicit PrivateText(QString text) noexcept : text_(std::move(text)) {}
    /// Takes UTF-8 and overwrites the source.
    [[nodiscard]] static PrivateText from_utf8(std::string& text);
    PrivateText(const PrivateText&) = delete;
    PrivateText& operator=(const PrivateText&) = delete;
    PrivateText(PrivateText&& other) noexcept : text_(std::exchange(other.text_, QString{})) {}
    PrivateText& operator=(PrivateText&& other) noexcept;
    ~PrivateText() { wipe(text_); }

    [[nodiscard]] QString take() noexcept { return std::exchange(text_, QString{}); }

private:
    QString text_;
};

}  // namespace pennydrop::app
