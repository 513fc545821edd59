// SPDX-License-Identifier: Apache-2.0
#include "plan.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "commands.h"
#include "material.h"
#include "pool/dealing.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

constexpr const char* kFormat = "pennydrop-pool plan 1";
constexpr unsigned kUsualCloseDay = 28;
constexpr std::size_t kFields = 12;

/// docs/vocabulary.md, "Hurdles": what a pool has without --theme.
constexpr std::array kHurdles{"procedure",      "language", "top-only", "bolted-on", "own-position",    "guarding",
                              "self-image",     "unclear",  "blame",    "no-time",   "false-consensus", "unheard",
                              "not-with-users", "momentum", "capacity", "tools",     "rules",           "other"};

/// A field of a plan; nothing when it is not there or not of that kind.
std::optional<std::string> text_of(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? std::optional{found->get<std::string>()} : std::nullopt;
}

template <typename Number>
bool read_number(const Json& json, const char* name, Number& number) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number_unsigned() ||
        found->get<std::uint64_t>() > std::numeric_limits<Number>::max()) {
        return false;
    }
    number = static_cast<Number>(found->get<std::uint64_t>());
    return true;
}

bool read_pool_id(const Json& json, pool::PoolId& id) {
    const auto text = text_of(json, "pool_id");
    constexpr std::string_view kDigits = "0123456789abcdef";
    if (!text || text->size() != 2 * id.size() || text->find_first_not_of(kDigits) != std::string::npos) {
        return false;
    }
    for (std::size_t i = 0; i < id.size(); ++i) {
        id[i] = static_cast<std::uint8_t>(kDigits.find((*text)[2 * i]) * 16 + kDigits.find((*text)[2 * i + 1]));
    }
    return true;
}

bool read_themes(const Json& json, std::vector<pool::Theme>& themes) {
    const auto found = json.find("themes");
    if (found == json.end() || !found->is_array()) {
        return false;
    }
    for (const auto& theme : *found) {
        const auto code = theme.is_object() ? text_of(theme, "code") : std::nullopt;
        const auto own = theme.is_object() ? text_of(theme, "own_words") : std::nullopt;
        if (code.has_value() == own.has_value() || theme.size() != 1) {
            return false;
        }
        themes.push_back({code ? *code : *own, own.has_value()});
    }
    return true;
}

std::optional<pool::PoolTerms> terms_from(const Json& json) {
    pool::PoolTerms terms;
    const auto name = text_of(json, "name");
    const auto purpose = text_of(json, "purpose");
    const auto measure = text_of(json, "measure");
    const auto first = parse_period(text_of(json, "first_period").value_or(""));
    unsigned blob_bytes = 0;
    if (text_of(json, "format") != kFormat || json.size() != kFields || !name || !purpose || !measure || !first ||
        !read_number(json, "threshold", terms.threshold) || !read_number(json, "seats", terms.seats) ||
        !read_number(json, "close_day", terms.close_day) || !read_number(json, "periods", terms.periods) ||
        !read_number(json, "blob_bytes", blob_bytes) || !read_pool_id(json, terms.pool_id) ||
        !read_themes(json, terms.themes) || (blob_bytes != 512 && blob_bytes != 1024)) {
        return std::nullopt;
    }
    terms.name = *name;
    terms.purpose = *purpose;
    terms.measure = *measure;
    terms.first_period = *first;
    terms.bucket = blob_bytes == 512 ? pool::Bucket::k512 : pool::Bucket::k1024;
    return terms;
}

Outcome<pool::PoolTerms> terms_of(const Arguments& arguments, const pool::CollectorOffer& offer) {
    pool::PoolTerms terms;
    const auto threshold = arguments.number("--threshold", pool::kUsualThreshold, pool::kMinThreshold, pool::kMaxSeats);
    const auto seats = arguments.number("--seats", 0, pool::kMinThreshold, pool::kMaxSeats);
    const auto close_day = arguments.number("--close-day", kUsualCloseDay, 1, kUsualCloseDay);
    for (const auto* number : {&threshold, &seats, &close_day}) {
        if (!*number) {
            return std::unexpected(number->error());
        }
    }
    terms.threshold = static_cast<std::uint8_t>(*threshold);
    terms.seats = static_cast<std::uint16_t>(*seats);
    terms.close_day = static_cast<std::uint8_t>(*close_day);
    terms.periods = static_cast<std::uint8_t>(offer.box_keys.size());
    terms.first_period = offer.first_period;
    terms.bucket = arguments.has("--long-notes") ? pool::Bucket::k1024 : pool::Bucket::k512;
    terms.name = arguments.value("--name");
    terms.purpose = arguments.value("--purpose");
    terms.measure = arguments.value("--measure");
    for (const auto& code : arguments.values("--theme")) {
        terms.themes.push_back({code, false});
    }
    if (terms.themes.empty()) {
        for (const auto* code : kHurdles) {
            terms.themes.push_back({code, false});
        }
    }
    for (const auto& words : arguments.values("--own-theme")) {
        terms.themes.push_back({words, true});
    }
    terms.pool_id = pool::new_pool_id();
    if (arguments.has("--same-pool")) {
        const auto before = load_descriptor(arguments.value("--same-pool"));
        if (!before) {
            return std::unexpected(before.error());
        }
        terms.pool_id = before->terms().pool_id;
    }
    if (auto checked = pool::check_terms(terms); !checked) {
        return refuse(checked.error().code,
                      terms_fault(checked.error().detail) + " Nothing was made. Change that, then try again.");
    }
    return terms;
}

Outcome<Answer> run_create(const Arguments& arguments) {
    const auto offer = load_offer(arguments.value("--offer"));
    if (!offer) {
        return std::unexpected(offer.error());
    }
    const auto terms = terms_of(arguments, *offer);
    if (!terms) {
        return std::unexpected(terms.error());
    }
    Answer answer;
    describe_terms(answer, *terms);
    answer.line("Plan: " + printable(arguments.value("--to")) + ". When the team agrees to it, deal.");
    answer.json["plan"] = arguments.value("--to");
    constexpr int kIndent = 2;
    const std::string text = plan_json(*terms).dump(kIndent) + "\n";
    return save(std::move(answer), arguments.value("--to"),
                {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

}  // namespace

Json plan_json(const pool::PoolTerms& terms) {
    Json themes = Json::array();
    for (const auto& theme : terms.themes) {
        themes.push_back({{theme.own_words ? "own_words" : "code", theme.text}});
    }
    return {{"format", kFormat},
            {"name", terms.name},
            {"purpose", terms.purpose},
            {"measure", terms.measure},
            {"threshold", terms.threshold},
            {"seats", terms.seats},
            {"first_period", pool::period_name(terms.first_period)},
            {"periods", terms.periods},
            {"close_day", terms.close_day},
            {"blob_bytes", pool::blob_bytes(terms.bucket)},
            {"themes", themes},
            {"pool_id", hex(terms.pool_id)}};
}

Outcome<pool::PoolTerms> load_plan(const std::string& path) {
    constexpr std::string_view kPlan = "a plan that “create” wrote";
    const auto bytes = load_bytes(path, kPlan);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const Json json = Json::parse(bytes->begin(), bytes->end(), nullptr, false);
    if (!json.is_object()) {
        return refuse_file(path, kPlan, {ErrorCode::kNotOurFile, {}});
    }
    auto terms = terms_from(json);
    if (!terms) {
        return refuse_file(path, kPlan, {ErrorCode::kDamaged, "a field is missing, unknown or not of its kind"});
    }
    if (auto checked = pool::check_terms(*terms); !checked) {
        return refuse(checked.error().code, "The plan " + printable(path) +
                                                " does not hold: " + terms_fault(checked.error().detail) +
                                                " Nothing was dealt. Change that, then try again.");
    }
    return std::move(*terms);
}

CommandSpec create_command() {
    return {
        "create",
        "Founder: make the plan of a season from a collector's offer.",
        {{"--offer", "FILE", "The collector's offer.", Takes::kValue, true},
         {"--name", "TEXT", "The pool's name.", Takes::kValue, true},
         {"--purpose", "TEXT", "What it is for."},
         {"--measure", "TEXT", "The measure that matters to the people served."},
         {"--seats", "N", "Members: as many slips are made.", Takes::kValue, true},
         {"--threshold", "K",
          "How many different people must name a theme before it is shown: 5 without this, "
          "never below 3."},
         {"--close-day", "DAY", "The day of the month a period closes on: 1 to 28; 28 without this."},
         {"--theme", "CODE",
          "A theme of the catalogue (docs/vocabulary.md), repeated for each; without any, all "
          "hurdles.",
          Takes::kValues},
         {"--own-theme", "WORDS", "A theme in the team's own words; at most two.", Takes::kValues},
         {"--long-notes", "", "Notes of up to 798 bytes instead of 286; files get twice as large.", Takes::kNothing},
         {"--same-pool", "FILE", "The descriptor of the pool's last season."},
         {"--to", "FILE", "The plan.", Takes::kValue, true}},
        run_create};
}

}  // namespace pennydrop::pool_cli
