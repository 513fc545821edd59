// SPDX-License-Identifier: Apache-2.0
#include "exchange/prompt_set_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <utility>

#include "exchange/strict_json.h"
#include "journal/blame_words.h"

namespace pennydrop {
namespace {

using nlohmann::json;
using What = PromptFileFault::What;
using Fault = std::unexpected<PromptFileFault>;

constexpr std::string_view kFormatName = "pennydrop-prompts";
constexpr std::size_t kDeepest = 4;  ///< The file, its questions, one of them, its texts.

struct KindName {
    EntryKind kind;
    std::string_view name;
};
constexpr std::array kKindNames{KindName{EntryKind::kSetback, "setback"}, KindName{EntryKind::kLightBulb, "light-bulb"},
                                KindName{EntryKind::kBarrier, "barrier"}};

Fault fault(What what, std::string place) {
    return Fault{{.what = what, .place = std::move(place)}};
}

/// A step of a JSON pointer.
std::string step_to(std::string_view key) {
    std::string step{"/"};
    for (const char c : key) {
        step += c == '~' ? std::string{"~0"} : c == '/' ? std::string{"~1"} : std::string{c};
    }
    return step;
}

/// An object with these keys and no other.
std::optional<Fault> check_keys(const json& value, std::initializer_list<std::string_view> keys,
                                const std::string& place) {
    if (!value.is_object()) {
        return fault(What::kWrongType, place);
    }
    for (const auto& item : value.items()) {
        if (std::ranges::find(keys, std::string_view{item.key()}) == keys.end()) {
            return fault(What::kUnknownKey, place + step_to(item.key()));
        }
    }
    for (const std::string_view key : keys) {
        if (!value.contains(key)) {
            return fault(What::kMissingKey, place + step_to(key));
        }
    }
    return std::nullopt;
}

const std::string* text_of(const json& value) {
    return value.get_ptr<const json::string_t*>();
}

std::expected<std::string, PromptFileFault> read_id(const json& value, const std::string& place) {
    const std::string* id = text_of(value);
    if (id == nullptr) {
        return fault(What::kWrongType, place);
    }
    return is_prompt_id(*id) ? std::expected<std::string, PromptFileFault>{*id} : fault(What::kBadId, place);
}

std::expected<std::vector<PromptText>, PromptFileFault> read_texts(const json& value, std::size_t most,
                                                                   const std::string& place) {
    if (!value.is_object()) {
        return fault(What::kWrongType, place);
    }
    if (value.empty()) {
        return fault(What::kMissingKey, place);
    }
    std::vector<PromptText> texts;
    for (const auto& item : value.items()) {
        const std::string here = place + step_to(item.key());
        if (!is_prompt_language(item.key()) || texts.size() == kMostPromptLanguages) {
            return fault(What::kBadLanguage, here);
        }
        const std::string* text = text_of(item.value());
        if (text == nullptr) {
            return fault(What::kWrongType, here);
        }
        if (!is_prompt_text(*text, most)) {
            return fault(What::kBadText, here);
        }
        texts.push_back({.language = item.key(), .text = *text});
    }
    std::ranges::sort(texts, {}, &PromptText::language);
    return texts;
}

std::expected<std::vector<EntryKind>, PromptFileFault> read_kinds(const json& value) {
    const std::string place{"/kinds"};
    if (!value.is_array()) {
        return fault(What::kWrongType, place);
    }
    std::vector<EntryKind> kinds;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string here = place + "/" + std::to_string(i);
        const std::string* name = text_of(value[i]);
        if (name == nullptr) {
            return fault(What::kWrongType, here);
        }
        const auto found = std::ranges::find(kKindNames, std::string_view{*name}, &KindName::name);
        if (found == kKindNames.end() || std::ranges::find(kinds, found->kind) != kinds.end()) {
            return fault(What::kBadKind, here);
        }
        kinds.push_back(found->kind);
    }
    if (kinds.empty()) {
        return fault(What::kBadKind, place);
    }
    std::ranges::sort(kinds);
    return kinds;
}

std::expected<PromptQuestion, PromptFileFault> read_question(const json& value, const PromptSet& set,
                                                             const std::string& place) {
    if (auto wrong = check_keys(value, {"id", "text"}, place)) {
        return *wrong;
    }
    auto id = read_id(value["id"], place + "/id");
    if (!id) {
        return Fault{std::move(id).error()};
    }
    if (std::ranges::find(set.questions, *id, &PromptQuestion::id) != set.questions.end()) {
        return fault(What::kDuplicateId, place + "/id");
    }
    auto texts = read_texts(value["text"], kMostPromptCharacters, place + "/text");
    if (!texts) {
        return Fault{std::move(texts).error()};
    }
    if (!std::ranges::equal(*texts, set.name, {}, &PromptText::language, &PromptText::language)) {
        return fault(What::kLanguagesDiffer, place + "/text");
    }
    return PromptQuestion{.id = std::move(*id), .text = std::move(*texts)};
}

std::expected<PromptSet, PromptFileFault> read_set(const json& value) {
    const auto format = value.is_object() ? value.find("format") : value.end();
    if (!value.is_object() || format == value.end() || *format != kFormatName) {
        return fault(What::kNotPrompts, "");
    }
    // Before the keys, so that a later version may have others.
    const auto version = value.find("version");
    if (version == value.end()) {
        return fault(What::kMissingKey, "/version");
    }
    if (!version->is_number_unsigned() || version->get<std::uint64_t>() == 0) {
        return fault(What::kWrongType, "/version");
    }
    if (version->get<std::uint64_t>() > kPromptFileVersion) {
        return fault(What::kNewerVersion, "/version");
    }
    if (auto wrong = check_keys(value, {"format", "version", "id", "name", "kinds", "questions"}, "")) {
        return *wrong;
    }
    auto id = read_id(value["id"], "/id");
    auto name = read_texts(value["name"], kMostPromptNameCharacters, "/name");
    auto kinds = read_kinds(value["kinds"]);
    if (!id || !name || !kinds) {
        return Fault{!id ? std::move(id).error() : !name ? std::move(name).error() : std::move(kinds).error()};
    }
    PromptSet set{.id = std::move(*id), .name = std::move(*name), .kinds = std::move(*kinds)};
    const json& questions = value["questions"];
    if (!questions.is_array()) {
        return fault(What::kWrongType, "/questions");
    }
    if (questions.empty() || questions.size() > kMostPromptQuestions) {
        return fault(questions.empty() ? What::kNoQuestions : What::kTooManyQuestions, "/questions");
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
        auto question = read_question(questions[i], set, "/questions/" + std::to_string(i));
        if (!question) {
            return Fault{std::move(question).error()};
        }
        set.questions.push_back(std::move(*question));
    }
    return set;
}

std::vector<PromptAdvice> advice_for(const PromptSet& set) {
    std::vector<PromptAdvice> advice;
    for (std::size_t i = 0; i < set.questions.size(); ++i) {
        for (const PromptText& text : set.questions[i].text) {
            const std::string place = "/questions/" + std::to_string(i) + "/text/" + text.language;
            if (words_in(text.text) > kGoodPromptWords) {
                advice.push_back({.what = PromptAdvice::What::kLong, .place = place});
            }
            if (!find_blame(text.text, text.language).empty()) {
                advice.push_back({.what = PromptAdvice::What::kAsksWho, .place = place});
            }
        }
    }
    return advice;
}

/// What the parser found, in our terms.
PromptFileFault from_json_fault(std::string_view file, const JsonFault& found) {
    switch (found.what) {
        case JsonFault::What::kTooDeep:
            return {.what = What::kTooDeep};
        case JsonFault::What::kDuplicateKey:
            return {.what = What::kDuplicateKey, .place = step_to(found.key)};
        case JsonFault::What::kNotJson:
            break;
    }
    const std::string_view before = file.substr(0, found.position == 0 ? 0 : found.position - 1);
    const auto line_begin = before.rfind('\n');
    return {.what = What::kNotJson,
            .line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n')),
            .column = before.size() - (line_begin == std::string_view::npos ? 0 : line_begin + 1) + 1};
}

json texts_as_json(const std::vector<PromptText>& texts) {
    json value = json::object();
    for (const PromptText& text : texts) {
        value[text.language] = text.text;
    }
    return value;
}

}  // namespace

std::string_view prompt_fault_name(PromptFileFault::What what) noexcept {
    constexpr std::array<std::string_view, 17> kNames{
        "too-large",    "not-json",         "too-deep",   "duplicate-key", "not-prompts",       "newer-version",
        "unknown-key",  "missing-key",      "wrong-type", "bad-id",        "duplicate-id",      "bad-kind",
        "bad-language", "languages-differ", "bad-text",   "no-questions",  "too-many-questions"};
    const auto number = static_cast<std::size_t>(what);
    return number < kNames.size() ? kNames[number] : kNames.front();
}

std::expected<ReadPromptSet, PromptFileFault> read_prompt_set(std::string_view file) {
    if (file.size() > kMaxPromptFileBytes) {
        return fault(What::kTooLarge, "");
    }
    const auto value = parse_strictly(file, kDeepest);
    if (!value) {
        return Fault{from_json_fault(file, value.error())};
    }
    auto set = read_set(*value);
    if (!set) {
        return Fault{std::move(set).error()};
    }
    auto advice = advice_for(*set);
    return ReadPromptSet{.set = std::move(*set), .advice = std::move(advice)};
}

std::string write_prompt_set(const PromptSet& set) {
    nlohmann::ordered_json file;
    file["format"] = kFormatName;
    file["version"] = kPromptFileVersion;
    file["id"] = set.id;
    file["name"] = texts_as_json(set.name);
    file["kinds"] = nlohmann::ordered_json::array();
    for (const EntryKind kind : set.kinds) {
        file["kinds"].push_back(std::ranges::find(kKindNames, kind, &KindName::kind)->name);
    }
    file["questions"] = nlohmann::ordered_json::array();
    for (const PromptQuestion& question : set.questions) {
        nlohmann::ordered_json one;
        one["id"] = question.id;
        one["text"] = texts_as_json(question.text);
        file["questions"].push_back(std::move(one));
    }
    return file.dump(2) + "\n";
}

}  // namespace pennydrop
