// SPDX-License-Identifier: Apache-2.0
// The part of Markdown an entry's reading view shows: headings, lists, quotes, emphasis, and links, which are shown and
// never fetched. All else (images, HTML, code, tables, rules) comes out as the plain text it is written as, and a line
// break stays a line break. The result is values, with no markup in any string: whoever draws them must draw plain
// text.
// Threads: pure functions.
// Source: CommonMark 0.30 as md4c reads it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pennydrop {

/// A piece of a block that looks the same throughout.
struct MarkdownSpan {
    std::string text{};
    bool strong{false};
    bool emphasis{false};
    bool marked{false};  ///< Set by mark_markdown().
    std::string link{};  ///< The address as written; empty for no link. Show it: a text may say another.
    std::optional<std::size_t> source{};  ///< Byte where `text` stands in the source; nothing for what stands nowhere.

    bool operator==(const MarkdownSpan&) const = default;
};

struct MarkdownBlock {
    enum class Kind { kParagraph, kHeading, kListItem };
    Kind kind{Kind::kParagraph};       ///< kListItem for the first block of an item; further ones are paragraphs.
    int heading{0};                    ///< 1 to 6, of a heading.
    int quote_depth{0};                ///< Quotes it stands in.
    int list_depth{0};                 ///< Lists it stands in.
    std::optional<unsigned> number{};  ///< Of an item of a numbered list.
    std::vector<MarkdownSpan> spans{};

    bool operator==(const MarkdownBlock&) const = default;
};

/// Beyond this nesting, and in a few texts that were written to be slow, a text is shown as it is written: one
/// paragraph for each, divided by empty lines.
inline constexpr int kMostMarkdownDepth = 16;

/// `text` is valid UTF-8.
[[nodiscard]] std::vector<MarkdownBlock> read_markdown(std::string_view text);

/// Bytes of the source, from `begin` to before `end`.
struct MarkdownRange {
    std::size_t begin{0};
    std::size_t end{0};
};

/// Divides spans where a range begins or ends, and marks what lies in one. Ranges rise, do not overlap, and begin and
/// end with whole characters.
[[nodiscard]] std::vector<MarkdownBlock> mark_markdown(std::vector<MarkdownBlock> blocks,
                                                       std::span<const MarkdownRange> ranges);

}  // namespace pennydrop
