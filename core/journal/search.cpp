// SPDX-License-Identifier: Apache-2.0
#include "journal/search.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "base/utf8.h"
#include "journal/rows.h"
#include "journal/token_ranges.h"

namespace pennydrop {
namespace {

// Characters no keyboard types, put around matches by FTS5 and taken out again here.
constexpr char kMatchBegins = '\x02';
constexpr char kMatchEnds = '\x03';

bool is_space(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Whether FTS5's unicode61 makes a token of the code point. A word without one would be an empty phrase, which matches
/// nothing and would empty the whole result.
bool is_token_character(char32_t point) noexcept {
    const auto range = std::ranges::lower_bound(kNoTokenRanges, point, {}, &CodePointRange::last);
    return range == kNoTokenRanges.end() || point < range->first;
}

/// `word` is valid UTF-8.
bool is_searchable(std::string_view word) noexcept {
    std::size_t i = 0;
    while (i < word.size()) {
        const auto lead = static_cast<unsigned char>(word[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length && i + k < word.size(); ++k) {
            point = (point << 6U) | (static_cast<unsigned char>(word[i + k]) & 0x3FU);
        }
        if (is_token_character(point)) {
            return true;
        }
        i += length;
    }
    return false;
}

std::vector<TextRun> runs_of(std::string_view marked) {
    std::vector<TextRun> runs;
    TextRun run;
    const auto finish = [&](bool next_matched) {
        if (!run.text.empty()) {
            runs.push_back(std::move(run));
        }
        run = TextRun{.text = {}, .matched = next_matched};
    };
    for (const char c : marked) {
        if (c == kMatchBegins || c == kMatchEnds) {
            finish(c == kMatchBegins);
        } else {
            run.text += c;
        }
    }
    finish(false);
    return runs;
}

/// Binds the conditions both statements share: ?1 expression, ?2 kind, ?3 theme, ?4 since.
void bind_conditions(Statement& statement, const SearchQuery& query, const std::string& expression) {
    if (!expression.empty()) {
        statement.bind(1, std::string_view{expression});
    }
    statement.bind(2, query.kind ? std::optional{static_cast<std::int64_t>(*query.kind)} : std::nullopt);
    if (query.theme) {
        statement.bind(3, query.theme->code());
    } else {
        statement.bind_null(3);
    }
    statement.bind(4, query.since ? std::optional{query.since->micros} : std::nullopt);
}

}  // namespace

std::string Search::match_expression(std::string_view words) {
    std::string expression;
    std::size_t i = 0;
    while (i < words.size()) {
        while (i < words.size() && is_space(words[i])) {
            ++i;
        }
        const std::size_t start = i;
        while (i < words.size() && !is_space(words[i])) {
            ++i;
        }
        const auto word = words.substr(start, i - start);
        if (!is_searchable(word)) {
            continue;
        }
        expression += expression.empty() ? "\"" : " AND \"";
        for (const char c : word) {
            expression += c;
            if (c == '"') {
                expression += '"';
            }
        }
        expression += "\"*";
    }
    return expression;
}

Result<std::vector<SearchHit>> Search::find(const SearchQuery& query, std::optional<TimelinePosition> position,
                                            std::size_t limit) const {
    if (!is_valid_text(query.words)) {
        return fail(ErrorCode::kInvalid, "search words");
    }
    const std::string expression = match_expression(query.words);
    if (expression.empty() && !is_blank(query.words)) {
        return std::vector<SearchHit>{};  // only punctuation was typed: nothing can match it
    }
    auto select =
        expression.empty()
            ? database_->prepare(
                  "SELECT id, kind, occurred_at, utc_offset, theme, level, substr(text, 1, 240), NULL FROM entry"
                  " WHERE removed_at IS NULL AND (?2 IS NULL OR kind = ?2) AND (?3 IS NULL OR theme = ?3)"
                  " AND (?4 IS NULL OR occurred_at >= ?4) AND (occurred_at, id) < (?5, ?6)"
                  " ORDER BY occurred_at DESC, id DESC LIMIT ?7")
            // The page is chosen first, so that snippets are made for its rows only and not for every match. It is
            // chosen from an index alone: SQLite would look up each match by its id, which reads the text as well.
            // CROSS JOIN keeps the order of the joins: each match is looked up in the page first, and only what is
            // there in the journal.
            : database_->prepare(
                  "WITH page AS MATERIALIZED ("
                  "SELECT e.id FROM entry_text JOIN entry AS e INDEXED BY entry_brief ON e.id = entry_text.rowid"
                  " WHERE entry_text MATCH ?1 AND e.removed_at IS NULL AND (?2 IS NULL OR e.kind = ?2)"
                  " AND (?3 IS NULL OR e.theme = ?3) AND (?4 IS NULL OR e.occurred_at >= ?4)"
                  " AND (e.occurred_at, e.id) < (?5, ?6)"
                  " ORDER BY e.occurred_at DESC, e.id DESC LIMIT ?7)"
                  " SELECT e.id, e.kind, e.occurred_at, e.utc_offset, e.theme, e.level, substr(e.text, 1, 240),"
                  " snippet(entry_text, 0, char(2), char(3), '…', 28)"
                  " FROM entry_text CROSS JOIN page ON page.id = entry_text.rowid"
                  " CROSS JOIN entry AS e ON e.id = page.id"
                  " WHERE entry_text MATCH ?1"
                  " ORDER BY e.occurred_at DESC, e.id DESC");
    if (!select) {
        return pass_on(select);
    }
    constexpr auto kNewest = std::numeric_limits<std::int64_t>::max();
    bind_conditions(*select, query, expression);
    select->bind(5, position ? position->at.micros : kNewest);
    select->bind(6, position ? position->id.value : kNewest);
    select->bind(7, static_cast<std::int64_t>(limit));
    std::vector<SearchHit> hits;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return hits;
        }
        auto summary = summary_from_row(*select);
        if (!summary) {
            return pass_on(summary);
        }
        SearchHit hit{.entry = std::move(*summary), .snippet = {}};
        hit.snippet = expression.empty() ? std::vector{TextRun{.text = hit.entry.preview, .matched = false}}
                                         : runs_of(select->text(7));
        hits.push_back(std::move(hit));
    }
}

Result<std::int64_t> Search::count(const SearchQuery& query) const {
    if (!is_valid_text(query.words)) {
        return fail(ErrorCode::kInvalid, "search words");
    }
    const std::string expression = match_expression(query.words);
    if (expression.empty() && !is_blank(query.words)) {
        return 0;
    }
    auto select = expression.empty()
                      ? database_->prepare(
                            "SELECT count(*) FROM entry WHERE removed_at IS NULL AND (?2 IS NULL OR kind = ?2)"
                            " AND (?3 IS NULL OR theme = ?3) AND (?4 IS NULL OR occurred_at >= ?4)")
                      : database_->prepare(
                            "SELECT count(*) FROM entry_text"
                            " JOIN entry AS e INDEXED BY entry_brief ON e.id = entry_text.rowid"
                            " WHERE entry_text MATCH ?1 AND e.removed_at IS NULL AND (?2 IS NULL OR e.kind = ?2)"
                            " AND (?3 IS NULL OR e.theme = ?3) AND (?4 IS NULL OR e.occurred_at >= ?4)");
    if (!select) {
        return pass_on(select);
    }
    bind_conditions(*select, query, expression);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    return *row ? select->integer(0) : 0;
}

}  // namespace pennydrop
