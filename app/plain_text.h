// SPDX-License-Identifier: Apache-2.0
// Pieces of an entry's text made fit for one line of a list.
// Threads: pure functions.
#pragma once

#include <QString>

#include <string>
#include <vector>

#include "journal/search.h"

namespace pennydrop::app {

/// One line with single spaces, without the marks of Markdown (exchange/markdown.h): the words of a heading, a list, a
/// quote, a link.
[[nodiscard]] QString single_line(const QString& text);

/// The runs as one line of Qt's StyledText: the matched ones in <b>, every character of the person's shown as it is.
[[nodiscard]] QString styled_snippet(const std::vector<TextRun>& runs);

/// The line of styled_snippet() with the matched runs in a colour, "#2f5d62", as well.
[[nodiscard]] QString coloured_snippet(QString styled, const QString& colour);

/// The same line without any markup.
[[nodiscard]] QString plain_snippet(const std::vector<TextRun>& runs);

}  // namespace pennydrop::app
