// SPDX-License-Identifier: Apache-2.0
#include "reports.h"

#include <array>
#include <optional>

#include "words.h"

namespace pennydrop::pool_cli {
namespace {

constexpr std::string_view kSpace = " \t\r";

/// One line or one object of the JSON.
struct Row {
    std::string where{};  ///< "Line 3" or "Entry 3".
    std::array<std::string, 4> fields{};
    std::size_t count{0};
};

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string{text.substr(first, text.find_last_not_of(kSpace) - first + 1)};
}

std::unexpected<Refusal> refuse_row(const std::string& where, const std::string& why) {
    return refuse(ErrorCode::kInvalid, where + " of what was to be read " + why +
                                           " Nothing was built or changed. Put it right, then try again.");
}

Outcome<std::vector<Row>> rows_of_lines(std::string_view text) {
    std::vector<Row> rows;
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = text.find('\n');
        const std::string line = trimmed(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (line.empty() || line.front() == '#') {
            continue;
        }
        Row row{"Line " + std::to_string(number), {}, 0};
        std::string_view rest = line;
        for (bool more = true; more;) {
            const auto bar = rest.find('|');
            more = bar != std::string_view::npos;
            if (row.count == row.fields.size()) {
                return refuse_row(row.where, "has too many fields; a | divides them. Use JSON for texts with a |.");
            }
            row.fields.at(row.count++) = trimmed(rest.substr(0, bar));
            rest = more ? rest.substr(bar + 1) : std::string_view{};
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Outcome<std::vector<Row>> rows_of_json(std::string_view text, const std::vector<const char*>& names) {
    const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    if (!json.is_array()) {
        return refuse_row("The JSON", "is not an array, or is broken.");
    }
    std::vector<Row> rows;
    for (const auto& object : json) {
        Row row{"Entry " + std::to_string(rows.size() + 1), {}, names.size()};
        if (!object.is_object()) {
            return refuse_row(row.where, "is not an object.");
        }
        std::size_t known = 0;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto found = object.find(names[i]);
            if (found == object.end()) {
                continue;
            }
            ++known;
            if (found->is_string()) {
                row.fields.at(i) = found->get<std::string>();
            } else if (found->is_number_unsigned()) {
                row.fields.at(i) = std::to_string(found->get<std::uint64_t>());
            } else {
                return refuse_row(row.where, "has a value that is neither text nor a number.");
            }
        }
        if (known != object.size()) {
            return refuse_row(row.where, "has a name that is not known.");
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Outcome<std::vector<Row>> rows_of(std::string_view text, const std::vector<const char*>& names) {
    const auto first = text.find_first_not_of(" \t\r\n");
    const bool is_json = first != std::string_view::npos && text[first] == '[';
    return is_json ? rows_of_json(text, names) : rows_of_lines(text);
}

std::optional<pool::ThemeIndex> theme_called(const std::string& name, const pool::PoolTerms& terms) {
    for (std::size_t i = 0; i < terms.themes.size(); ++i) {
        if (terms.themes[i].text == name) {
            return pool::ThemeIndex{static_cast<std::uint8_t>(i)};
        }
    }
    return std::nullopt;
}

Outcome<std::uint8_t> level_of(const Row& row) {
    const std::string& text = row.fields[1];
    if (text.empty()) {
        return std::uint8_t{0};
    }
    if (text.size() != 1 || text[0] < '0' || text[0] > '5') {
        return refuse_row(row.where, "has a level that is not a number from 1 to 5 (0 or nothing for none).");
    }
    return static_cast<std::uint8_t>(text[0] - '0');
}

}  // namespace

Outcome<pool::Choices> parse_reports(std::string_view text, const pool::PoolTerms& terms) {
    const auto rows = rows_of(text, {"theme", "level", "text", "ask"});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    pool::Choices choices(terms.themes.size());
    for (const auto& row : *rows) {
        const auto theme = theme_called(row.fields[0], terms);
        if (!theme) {
            return refuse_row(row.where, "names a theme that this pool does not have.");
        }
        const auto level = level_of(row);
        if (!level) {
            return std::unexpected(level.error());
        }
        if (choices[theme->value]) {
            return refuse_row(row.where, "names a theme a second time.");
        }
        if (row.fields[2].size() + row.fields[3].size() > pool::note_text_bytes(terms.bucket)) {
            return refuse_row(row.where, "is too long: both texts together may have " +
                                             std::to_string(pool::note_text_bytes(terms.bucket)) + " bytes.");
        }
        choices[theme->value] = pool::Note{*level, row.fields[2], row.fields[3]};
    }
    return choices;
}

Outcome<std::vector<pool::DigestText>> parse_texts(std::string_view text, const pool::PoolTerms& terms) {
    const auto rows = rows_of(text, {"theme", "kind", "text"});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<pool::DigestText> texts;
    for (const auto& row : *rows) {
        const auto theme = theme_called(row.fields[0], terms);
        if (!theme) {
            return refuse_row(row.where, "names a theme that this pool does not have.");
        }
        if (row.count != 3 || (row.fields[1] != "note" && row.fields[1] != "ask") || row.fields[2].empty()) {
            return refuse_row(row.where, "is not a theme, then note or ask, then a text.");
        }
        const auto kind = row.fields[1] == "ask" ? pool::TextKind::kAsk : pool::TextKind::kNote;
        texts.push_back({*theme, kind, row.fields[2]});
    }
    return texts;
}

}  // namespace pennydrop::pool_cli
