// SPDX-License-Identifier: Apache-2.0
#include "journal/similar.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>

#include "base/utf8.h"
#include "journal/code_points.h"
#include "journal/fold.h"
#include "journal/rows.h"

namespace pennydrop {
namespace {

/// The end of a long text that counts.
constexpr std::size_t kMostBytes = 8UL * 1024UL;
constexpr std::size_t kShortestWord = 3;  ///< In characters, unless it has one that is not Latin: 护士 is a word.
/// Words whose rarity is asked for: the longest, which are the rarest more often than not.
constexpr std::size_t kMostCandidates = 40;
constexpr std::size_t kMostWords = 8;
/// From here on the beginning of a word is enough, so that "handover" finds "handovers".
constexpr std::size_t kLongWord = 6;
/// A word that more entries have says nothing: this many of a big journal, and this part of a small one.
constexpr std::int64_t kMostEntries = 400;
constexpr std::int64_t kCommonPart = 5;
constexpr std::int64_t kFewEntries = 2;

struct Word {
    std::string text{};
    std::string folded{};  ///< To know it again. FTS5 folds by its own table.
    std::size_t characters{0};
    std::int64_t entries{0};

    /// For FTS5, quoted: no character of it means anything but itself.
    [[nodiscard]] std::string exactly() const { return '"' + text + '"'; }
    [[nodiscard]] std::string expression() const { return exactly() + (characters >= kLongWord ? "*" : ""); }
};

std::string_view end_of(std::string_view text) {
    if (text.size() <= kMostBytes) {
        return text;
    }
    std::size_t begin = text.size() - kMostBytes;
    while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
        ++begin;
    }
    return text.substr(begin);
}

/// Each word once, the longest first.
std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    Word word;
    std::size_t begin = 0;
    bool is_latin = true;
    const auto finish = [&](std::size_t end) {
        if (word.characters >= (is_latin ? kShortestWord : 1)) {
            word.text = text.substr(begin, end - begin);
            word.folded = fold_name(word.text);
            words.push_back(word);
        }
        word = {};
        is_latin = true;
    };
    for (const CodePoint& one : code_points(text)) {
        // An accent that stands by itself belongs to the letter before it.
        const bool is_accent = one.point >= 0x300 && one.point <= 0x36F && word.characters > 0;
        if (is_word_character(one.point) || is_accent) {
            begin = word.characters == 0 ? one.begin : begin;
            ++word.characters;
            constexpr char32_t kLatinEnd = 0x250;
            is_latin = is_latin && (one.point < kLatinEnd || is_accent);
        } else if (word.characters > 0) {
            finish(one.begin);
        }
    }
    if (word.characters > 0) {
        finish(text.size());
    }
    std::ranges::sort(words, [](const Word& a, const Word& b) {
        return a.characters != b.characters ? a.characters > b.characters : a.folded < b.folded;
    });
    const auto repeated = std::ranges::unique(words, {}, &Word::folded);
    words.erase(repeated.begin(), repeated.end());
    words.resize(std::min(words.size(), kMostCandidates));
    return words;
}

/// In how many entries the expression is found, counted as far as `most` and one more.
Result<std::int64_t> entries_with(Statement& select, const std::string& expression, std::int64_t most) {
    select.reset();
    select.bind(1, std::string_view{expression});
    select.bind(2, most + 1);
    auto row = select.step();
    if (!row) {
        return pass_on(row);
    }
    return select.integer(0);
}

/// An expression of FTS5: one of the rarest words. Empty when there is none.
Result<std::string> rare_words(Connection& database, std::string_view text) {
    // The index of the timeline is the smallest that has every entry.
    auto all = database.query_integer("SELECT count(*) FROM (SELECT 1 FROM entry WHERE removed_at IS NULL LIMIT 2000)");
    if (!all) {
        return pass_on(all);
    }
    const std::int64_t most = std::clamp(*all / kCommonPart, kFewEntries, kMostEntries);
    auto select =
        database.prepare("SELECT count(*) FROM (SELECT 1 FROM entry_text WHERE entry_text MATCH ?1 LIMIT ?2)");
    if (!select) {
        return pass_on(select);
    }
    std::vector<Word> rare;
    for (Word& word : words_of(end_of(text))) {
        // FTS5 gathers all entries of a beginning before it gives the first: a whole word is asked for by itself.
        auto entries = entries_with(*select, word.exactly(), most);
        if (entries && *entries == 0) {
            entries = entries_with(*select, word.expression(), most);
        }
        if (!entries) {
            return pass_on(entries);
        }
        word.entries = *entries;
        if (*entries > 0 && *entries <= most) {
            // Those equally rare stay in the order of the text.
            rare.insert(std::ranges::upper_bound(rare, *entries, {}, &Word::entries), std::move(word));
        }
    }
    std::string expression;
    for (const Word& word : std::span{rare}.first(std::min(rare.size(), kMostWords))) {
        expression += (expression.empty() ? "" : " OR ") + word.expression();
    }
    return expression;
}

}  // namespace

Result<std::vector<EntrySummary>> Similar::to(std::string_view text, std::optional<EntryId> itself,
                                              std::size_t limit) const {
    if (!is_valid_text(text)) {
        return fail(ErrorCode::kInvalid, "text encoding");
    }
    auto expression = rare_words(*database_, text);
    if (!expression) {
        return pass_on(expression);
    }
    std::vector<EntrySummary> found;
    if (expression->empty()) {
        return found;
    }
    // What follows an entry says less about it than its own text. Chosen from an index alone, as search does.
    auto select = database_->prepare(
        "WITH best AS MATERIALIZED ("
        "SELECT e.id, bm25(entry_text, 1.0, 0.5) AS score"
        " FROM entry_text JOIN entry AS e INDEXED BY entry_brief ON e.id = entry_text.rowid"
        " WHERE entry_text MATCH ?1 AND e.removed_at IS NULL AND e.id <> ?2 ORDER BY score, e.id DESC LIMIT ?3)"
        " SELECT c.id, c.kind, c.occurred_at, c.utc_offset, c.theme, c.level, c.preview, c.state, c.learned"
        " FROM best CROSS JOIN entry_card AS c ON c.id = best.id ORDER BY best.score, best.id DESC");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, std::string_view{*expression});
    select->bind(2, itself ? itself->value : 0);
    select->bind(3, static_cast<std::int64_t>(limit));
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return found;
        }
        auto summary = summary_from_row(*select);
        if (!summary) {
            return pass_on(summary);
        }
        found.push_back(std::move(*summary));
    }
}

}  // namespace pennydrop
