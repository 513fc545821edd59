// SPDX-License-Identifier: Apache-2.0
// Any text as Markdown: blocks whose pieces stand in the source where they say, and marking that changes no text; the
// same text searched for words of blame.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "exchange/markdown.h"
#include "journal/blame_words.h"

using namespace pennydrop;

namespace {

std::string plain(const std::vector<MarkdownBlock>& blocks) {
    std::string text;
    for (const MarkdownBlock& block : blocks) {
        for (const MarkdownSpan& span : block.spans) {
            text += span.text;
        }
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (!is_valid_text(text)) {
        return 0;
    }
    const auto blocks = read_markdown(text);
    for (const MarkdownBlock& block : blocks) {
        if (block.quote_depth + block.list_depth > kMostMarkdownDepth || block.quote_depth < 0 ||
            block.list_depth < 0) {
            std::abort();
        }
        for (const MarkdownSpan& span : block.spans) {
            if (span.source && text.substr(*span.source, span.text.size()) != span.text) {
                std::abort();
            }
        }
    }
    const std::vector ranges{MarkdownRange{size / 4, size / 2}, MarkdownRange{size / 2, size}};
    if (plain(mark_markdown(blocks, ranges)) != plain(blocks)) {
        std::abort();
    }
    std::size_t before = 0;
    for (const BlamePhrase& phrase : find_blame(text, "en")) {
        if (phrase.begin < before || phrase.end <= phrase.begin || phrase.end > size ||
            !is_valid_text(text.substr(phrase.begin, phrase.end - phrase.begin))) {
            std::abort();
        }
        before = phrase.end;
    }
    return 0;
}
