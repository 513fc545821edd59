// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "base/secret.h"

namespace pennydrop {
namespace {

/// No HTML; four spaces do not make code of what somebody indented. An address that stands alone stays
/// text: finding those takes md4c a time that grows with the square of their number.
constexpr unsigned kFlags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;

/// Any other number than a negative one is forgotten on the way (md4c 0.4.8, MD_CHECK).
constexpr int kStop = -1;

/// What md4c says in place of something in the text, such as U+FFFD of a NUL, is no longer.
constexpr std::size_t kLongestOwn = 8;

/// Gathers blocks from md4c's calls.
class Gatherer {
public:
    explicit Gatherer(std::string_view source) noexcept : source_(source) {}

    [[nodiscard]] std::vector<MarkdownBlock> take() {
        finish();
        return std::move(blocks_);
    }

    bool enter(MD_BLOCKTYPE type, const void* detail) {
        switch (type) {
            case MD_BLOCK_QUOTE:
                finish();
                ++quotes_;
                break;
            case MD_BLOCK_UL:
                finish();
                lists_.push_back({});
                break;
            case MD_BLOCK_OL:
                finish();
                lists_.push_back({.next = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start});
                break;
            case MD_BLOCK_LI:
                finish();
                begins_item_ = true;
                break;
            case MD_BLOCK_H:
                begin(MarkdownBlock::Kind::kHeading);
                block_->heading = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
                break;
            case MD_BLOCK_HR:
                begin(MarkdownBlock::Kind::kParagraph);
                add_own("---");
                break;
            case MD_BLOCK_CODE:
                begin(MarkdownBlock::Kind::kParagraph);
                add_own("```\n");
                break;
            case MD_BLOCK_P:
                begin(MarkdownBlock::Kind::kParagraph);
                break;
            default:
                break;
        }
        return quotes_ + static_cast<int>(lists_.size()) <= kMostMarkdownDepth;
    }

    void leave(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_CODE) {
            add_own("```");
        }
        finish();
        if (type == MD_BLOCK_QUOTE) {
            --quotes_;
        } else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
            lists_.pop_back();
        } else if (type == MD_BLOCK_LI) {
            if (begins_item_) {
                begin(MarkdownBlock::Kind::kParagraph);  // an item without words
                finish();
            }
        }
    }

    void enter(MD_SPANTYPE type, const void* detail) {
        switch (type) {
            case MD_SPAN_STRONG:
                ++strong_;
                break;
            case MD_SPAN_EM:
                ++emphasis_;
                break;
            case MD_SPAN_A: {
                const MD_ATTRIBUTE& address = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
                link_.assign(address.text, address.size);
                break;
            }
            case MD_SPAN_IMG:
                add_own("![");
                break;
            case MD_SPAN_CODE:
                add_own("`");
                break;
            default:
                break;
        }
    }

    void leave(MD_SPANTYPE type, const void* detail) {
        switch (type) {
            case MD_SPAN_STRONG:
                --strong_;
                break;
            case MD_SPAN_EM:
                --emphasis_;
                break;
            case MD_SPAN_A:
                link_.clear();
                break;
            case MD_SPAN_IMG: {
                const MD_ATTRIBUTE& address = static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src;
                add_own("](");
                add_own({address.text, address.size});
                add_own(")");
                break;
            }
            case MD_SPAN_CODE:
                add_own("`");
                break;
            default:
                break;
        }
    }

    /// False for what no text can hold: md4c has lost count.
    bool text(MD_TEXTTYPE type, std::string_view text) {
        if (text.size() > source_.size() + kLongestOwn) {
            return false;
        }
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
            add_own("\n");
            return true;
        }
        const char* const begin = source_.data();
        const bool is_of_source = std::less_equal<>{}(begin, text.data()) &&
                                  std::less_equal<>{}(text.data() + text.size(), begin + source_.size());
        add(text, is_of_source ? std::optional{static_cast<std::size_t>(text.data() - begin)} : std::nullopt);
        return true;
    }

private:
    struct List {
        std::optional<unsigned> next{};
    };

    void begin(MarkdownBlock::Kind kind) {
        finish();
        block_ = MarkdownBlock{.kind = kind, .quote_depth = quotes_, .list_depth = static_cast<int>(lists_.size())};
        if (begins_item_ && !lists_.empty()) {
            if (kind == MarkdownBlock::Kind::kParagraph) {
                block_->kind = MarkdownBlock::Kind::kListItem;
            }
            if (auto& next = lists_.back().next) {
                block_->number = (*next)++;
            }
        }
        begins_item_ = false;
    }

    void finish() {
        if (block_) {
            blocks_.push_back(std::move(*block_));
            block_.reset();
        }
    }

    void add_own(std::string_view text) { add(text, std::nullopt); }

    void add(std::string_view text, std::optional<std::size_t> source) {
        if (!block_) {
            begin(MarkdownBlock::Kind::kParagraph);  // an item of a tight list has no paragraph
        }
        MarkdownSpan span{.text = std::string{text},
                          .strong = strong_ > 0,
                          .emphasis = emphasis_ > 0,
                          .link = link_,
                          .source = source};
        if (!block_->spans.empty() && continues(block_->spans.back(), span)) {
            block_->spans.back().text += span.text;
        } else {
            block_->spans.push_back(std::move(span));
        }
    }

    [[nodiscard]] static bool continues(const MarkdownSpan& before, const MarkdownSpan& span) {
        const bool follows = before.source ? span.source == *before.source + before.text.size() : !span.source;
        return follows && before.strong == span.strong && before.emphasis == span.emphasis && before.link == span.link;
    }

    std::string_view source_;
    std::vector<MarkdownBlock> blocks_{};
    std::optional<MarkdownBlock> block_{};
    std::vector<List> lists_{};
    std::string link_{};
    int quotes_{0};
    int strong_{0};
    int emphasis_{0};
    bool begins_item_{false};
};

Gatherer& gatherer(void* userdata) {
    return *static_cast<Gatherer*>(userdata);
}

/// Whether the text may be given to md4c, whose time grows with the square of some nestings.
bool is_tame(std::string_view text) {
    constexpr int kMostInLine = 64;  ///< Marks that may open a quote or a list at the start of one line.
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        const std::string_view head = line.substr(0, line.find_first_not_of("> \t-+*0123456789.)"));
        if (std::ranges::count_if(head, [](char c) {
                return c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')';
            }) > kMostInLine) {
            return false;
        }
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return true;
}

std::vector<MarkdownBlock> as_written(std::string_view text) {
    std::vector<MarkdownBlock> blocks;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        if (end > at) {
            blocks.push_back({.spans = {{.text = std::string{text.substr(at, end - at)}, .source = at}}});
        }
        at = std::min(text.find_first_not_of('\n', end), text.size());
    }
    return blocks;
}

/// Adds the pieces of `span` to `spans`.
void divide(MarkdownSpan span, std::span<const MarkdownRange> ranges, std::vector<MarkdownSpan>& spans) {
    while (span.source) {
        const std::size_t begin = *span.source;
        const auto range = std::ranges::upper_bound(ranges, begin, {}, &MarkdownRange::end);
        if (range == ranges.end() || range->begin >= begin + span.text.size()) {
            break;
        }
        const bool is_marked = range->begin <= begin;
        const std::size_t size = (is_marked ? std::min(range->end, begin + span.text.size()) : range->begin) - begin;
        MarkdownSpan piece = span;
        piece.text.resize(size);
        piece.marked = is_marked;
        spans.push_back(std::move(piece));
        span.text.erase(0, size);
        span.source = begin + size;
        if (span.text.empty()) {
            return;
        }
    }
    spans.push_back(std::move(span));
}

}  // namespace

std::vector<MarkdownBlock> read_markdown(std::string_view text) {
    if (!is_tame(text)) {
        return as_written(text);
    }
    // md4c 0.4.8 looks at what follows the text, and goes astray when "[a]([" is followed by ")". So it gets one that
    // ends with a line, and with a NUL after it.
    std::string whole;
    whole.reserve(text.size() + 1);
    whole.append(text).push_back('\n');
    Gatherer gathered{whole};
    const MD_PARSER parser{
        .abi_version = 0,
        .flags = kFlags,
        .enter_block = [](MD_BLOCKTYPE type, void* detail,
                          void* userdata) { return gatherer(userdata).enter(type, detail) ? 0 : kStop; },
        .leave_block =
            [](MD_BLOCKTYPE type, void*, void* userdata) {
                gatherer(userdata).leave(type);
                return 0;
            },
        .enter_span =
            [](MD_SPANTYPE type, void* detail, void* userdata) {
                gatherer(userdata).enter(type, detail);
                return 0;
            },
        .leave_span =
            [](MD_SPANTYPE type, void* detail, void* userdata) {
                gatherer(userdata).leave(type, detail);
                return 0;
            },
        .text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size,
                   void* userdata) { return gatherer(userdata).text(type, {piece, size}) ? 0 : kStop; },
        .debug_log = nullptr,
        .syntax = nullptr};
    const int rc = md_parse(whole.data(), static_cast<MD_SIZE>(whole.size()), &parser, &gathered);
    wipe_memory({reinterpret_cast<std::uint8_t*>(whole.data()), whole.size()});
    return rc == 0 ? gathered.take() : as_written(text);
}

std::vector<MarkdownBlock> mark_markdown(std::vector<MarkdownBlock> blocks, std::span<const MarkdownRange> ranges) {
    for (MarkdownBlock& block : blocks) {
        std::vector<MarkdownSpan> spans;
        for (MarkdownSpan& span : block.spans) {
            divide(std::move(span), ranges, spans);
        }
        block.spans = std::move(spans);
    }
    return blocks;
}

}  // namespace pennydrop
