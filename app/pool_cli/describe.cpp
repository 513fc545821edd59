// SPDX-License-Identifier: Apache-2.0
// What words.h says about describing; the longer half of it.
#include <string>

#include "pool/codes.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

Json theme_json(const pool::Theme& theme) {
    return {{theme.own_words ? "own_words" : "code", theme.text}};
}

std::string themes_line(const pool::PoolTerms& terms) {
    std::string line;
    for (const auto& theme : terms.themes) {
        line += line.empty() ? "" : ", ";
        line += theme.own_words ? "“" + printable(theme.text) + "”" : theme.text;
    }
    return line;
}

}  // namespace

void describe_terms(Answer& answer, const pool::PoolTerms& terms) {
    const pool::Period last{terms.first_period.number + terms.periods - 1};
    answer.line("Pool:       " + printable(terms.name));
    if (!terms.purpose.empty()) {
        answer.line("Purpose:    " + printable(terms.purpose));
    }
    if (!terms.measure.empty()) {
        answer.line("Measure:    " + printable(terms.measure));
    }
    answer.line("Season:     " + pool::period_name(terms.first_period) + " to " + pool::period_name(last) +
                ", each period closing on day " + std::to_string(terms.close_day) + " at 24:00 UTC");
    answer.line("Seats:      " + std::to_string(terms.seats));
    answer.line("Threshold:  " + std::to_string(terms.threshold) + " different people");
    answer.line("Themes:     " + themes_line(terms));
    Json themes = Json::array();
    for (const auto& theme : terms.themes) {
        themes.push_back(theme_json(theme));
    }
    Json periods = Json::array();
    for (unsigned i = 0; i < terms.periods; ++i) {
        const pool::Period period{terms.first_period.number + i};
        periods.push_back(
            {{"period", pool::period_name(period)}, {"closes", time_text(pool::close_of(terms, period))}});
    }
    answer.json["pool"] = {{"name", terms.name},
                           {"purpose", terms.purpose},
                           {"measure", terms.measure},
                           {"pool_id", hex(terms.pool_id)},
                           {"seats", terms.seats},
                           {"threshold", terms.threshold},
                           {"blob_bytes", pool::blob_bytes(terms.bucket)},
                           {"close_day", terms.close_day},
                           {"periods", periods},
                           {"themes", themes}};
    if (terms.threshold < pool::kUsualThreshold) {
        answer.warn("a threshold below 5 hides little from colleagues.");
    }
    if (terms.seats < 2 * terms.threshold) {
        answer.warn("the threshold is more than half of the team: what is shown is said by most people of it.");
    }
}

void describe_descriptor(Answer& answer, const pool::Descriptor& descriptor) {
    describe_terms(answer, descriptor.terms());
    const std::string code = pool::comparison_code(descriptor.id());
    answer.line("Code to compare:  " + code);
    answer.json["code"] = code;
    answer.json["desc_id"] = hex(descriptor.id());
    answer.json["collector_key"] = hex(descriptor.collector_key());
    answer.json["founder_key"] = hex(descriptor.founder_key());
    answer.json["one_device_is_both"] = descriptor.one_device_is_both();
    if (descriptor.one_device_is_both()) {
        answer.warn("founder and collector are one device: you are trusting the coach's word.");
    }
}

void describe_digest(Answer& answer, const pool::Digest& digest, const pool::PoolTerms& terms) {
    answer.json["period"] = pool::period_name(digest.period);
    answer.json["items"] = Json::array();
    answer.json["received"] = digest.received.size();
    answer.line(printable(terms.name) + ", " + pool::period_name(digest.period));
    if (digest.items.empty()) {
        answer.line("No theme was named by " + std::to_string(terms.threshold) + " or more people.");
    }
    for (const auto& item : digest.items) {
        const std::string theme = theme_text(terms, item.theme);
        Json shown = {{"theme", terms.themes[item.theme.value].text},
                      {"people", band_text(item.band, terms)},
                      {"levels", Json::array()},
                      {"texts", Json::array()}};
        std::string line = "  " + theme + ": " + band_text(item.band, terms) + " people";
        for (const auto& level : item.levels) {
            line += "; " + level_text(level.level) + ": " + band_text(level.band, terms);
            shown["levels"].push_back({{"level", level.level}, {"people", band_text(level.band, terms)}});
        }
        answer.line(line);
        for (const auto& text : digest.texts) {
            if (text.theme == item.theme) {
                const bool is_ask = text.kind == pool::TextKind::kAsk;
                answer.line((is_ask ? "    ask: " : "    – ") + printable(text.text));
                shown["texts"].push_back({{"kind", is_ask ? "ask" : "note"}, {"text", text.text}});
            }
        }
        answer.json["items"].push_back(std::move(shown));
    }
}

}  // namespace pennydrop::pool_cli
