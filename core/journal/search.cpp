// SPDX-License-Identifier: Apache-2.0
#include "journal/search.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "base/utf8.h"
#include "journal/code_points.h"
#include "journal/rows.h"

namespace pennydrop {
namespace {

// Characters no keyboard types, put around matches by FTS5 and taken out again here.
constexpr char kMatchBegins = '\x02';
constexpr char kMatchEnds = '\x03';

bool is_space(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Whether FTS5 makes a token of it: a word without one would be an empty phrase, which matches nothing and would empty
/// the whole result. `word` is valid UTF-8.
bool is_searchable(std::string_view word) {
    return std::ranges::any_of(code_points(word), [](const CodePoint& one) { return is_word_character(one.point); });
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

/// What all statements ask of an entry e. The filters that are seldom set are behind one that says whether any is: a
/// common word has this asked a hundred thousand times. A constant can only be written as a macro here, because a Sql
/// is made of literals.
#define PENNYDROP_PASSES_FILTERS                                                                                     \
    " e.removed_at IS NULL AND (?1 IS NULL OR e.kind = ?1) AND (?2 IS NULL OR e.theme = ?2)"                         \
    " AND (?3 IS NULL OR ("                                                                                          \
    "(?4 IS NULL OR e.level = ?4) AND "                                                                              \
    "(?5 IS NULL OR e.occurred_at + e.utc_offset * 60000000 BETWEEN ?5 AND ?6)"                                      \
    " AND (?7 IS NULL OR EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = e.id AND tag_id = ?7))"                    \
    " AND (?8 IS NULL OR (e.kind = 3 AND EXISTS (SELECT 1 FROM entry_detail WHERE entry_id = e.id AND state = ?8)))" \
    " AND (?9 IS NULL OR (e.kind = 1 AND ?9 = EXISTS (SELECT 1 FROM follow_up"                                       \
    " WHERE entry_id = e.id AND kind = 2 AND removed_at IS NULL)))))"

/// Binds the parameters of the filters, ?1 to ?9, and the words, ?10.
void bind_conditions(Statement& statement, const SearchQuery& query, const std::string& expression) {
    enum Parameter { kKind = 1, kTheme, kAny, kLevel, kBegin, kEnd, kTag, kState, kLearned, kWords };
    statement.bind(kKind, number_of(query.kind));
    if (query.theme) {
        statement.bind(kTheme, query.theme->code());
    } else {
        statement.bind_null(kTheme);
    }
    const bool any = query.level || query.first_day || query.last_day || query.tag || query.state || query.is_learned;
    statement.bind(kAny, any ? std::optional<std::int64_t>{1} : std::nullopt);
    statement.bind(kLevel, number_of(query.level));
    // Days as the entry's own place counts them. An open end is as far as numbers go.
    std::optional<std::int64_t> begin;
    std::optional<std::int64_t> end;
    if (query.first_day || query.last_day) {
        begin =
            query.first_day ? day_number(*query.first_day) * kMicrosOfDay : std::numeric_limits<std::int64_t>::min();
        end = query.last_day ? (day_number(*query.last_day) + 1) * kMicrosOfDay - 1
                             : std::numeric_limits<std::int64_t>::max();
    }
    statement.bind(kBegin, begin);
    statement.bind(kEnd, end);
    statement.bind(kTag, query.tag ? std::optional{query.tag->value} : std::nullopt);
    statement.bind(kState, number_of(query.state));
    statement.bind(kLearned, query.is_learned ? std::optional<std::int64_t>{*query.is_learned ? 1 : 0} : std::nullopt);
    if (!expression.empty()) {
        statement.bind(kWords, std::string_view{expression});
    }
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
                  "WITH page AS MATERIALIZED ("
                  "SELECT e.id, e.occurred_at FROM entry AS e INDEXED BY entry_timeline WHERE" PENNYDROP_PASSES_FILTERS
                  " AND (e.occurred_at, e.id) < (?11, ?12)"
                  " ORDER BY e.occurred_at DESC, e.id DESC LIMIT ?13)"
                  " SELECT c.id, c.kind, c.occurred_at, c.utc_offset, c.theme, c.level, c.preview, c.state, c.learned,"
                  " NULL FROM page CROSS JOIN entry_card AS c ON c.id = page.id"
                  " ORDER BY page.occurred_at DESC, page.id DESC")
            // The page is chosen first, so that snippets are made for its rows only and not for every match. It is
            // chosen from an index alone: SQLite would look up each match by its id, which reads the text as well.
            // CROSS JOIN keeps the order of the joins: each match is looked up in the page first, and only what is
            // there in the journal.
            : database_->prepare(
                  "WITH page AS MATERIALIZED ("
                  "SELECT e.id, e.occurred_at FROM entry_text"
                  " JOIN entry AS e INDEXED BY entry_brief ON e.id = entry_text.rowid"
                  " WHERE entry_text MATCH ?10 AND" PENNYDROP_PASSES_FILTERS
                  " AND (e.occurred_at, e.id) < (?11, ?12)"
                  " ORDER BY e.occurred_at DESC, e.id DESC LIMIT ?13)"
                  " SELECT c.id, c.kind, c.occurred_at, c.utc_offset, c.theme, c.level, c.preview, c.state, c.learned,"
                  " snippet(entry_text, -1, char(2), char(3), '…', 28)"
                  " FROM entry_text CROSS JOIN page ON page.id = entry_text.rowid"
                  " CROSS JOIN entry_card AS c ON c.id = page.id"
                  " WHERE entry_text MATCH ?10"
                  " ORDER BY page.occurred_at DESC, page.id DESC");
    if (!select) {
        return pass_on(select);
    }
    constexpr auto kNewest = std::numeric_limits<std::int64_t>::max();
    bind_conditions(*select, query, expression);
    select->bind(11, position ? position->at.micros : kNewest);
    select->bind(12, position ? position->id.value : kNewest);
    select->bind(13, static_cast<std::int64_t>(limit));
    constexpr int kSnippetColumn = 9;
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
                                         : runs_of(select->text(kSnippetColumn));
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
    auto select = expression.empty() ? database_->prepare(
                                           "SELECT count(*) FROM entry AS e INDEXED BY entry_timeline"
                                           " WHERE" PENNYDROP_PASSES_FILTERS)
                                     : database_->prepare(
                                           "SELECT count(*) FROM entry_text"
                                           " JOIN entry AS e INDEXED BY entry_brief ON e.id = entry_text.rowid"
                                           " WHERE entry_text MATCH ?10 AND" PENNYDROP_PASSES_FILTERS);
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
