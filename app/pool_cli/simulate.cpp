// SPDX-License-Identifier: Apache-2.0
// simulate: whole seasons, or every attack of the document, in memory.
#include <algorithm>
#include <chrono>
#include <string>

#include "attacks.h"
#include "commands.h"
#include "pool/release.h"
#include "pool/verify.h"
#include "simulated_team.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

constexpr unsigned kMostSeed = 0xFFFFFFFF;

/// What became of one period.
struct PeriodResult {
    std::string name{};
    unsigned named{0};     ///< Themes that somebody named.
    unsigned reached{0};   ///< Of these, by k people or more.
    unsigned opened{0};    ///< Slots that opened.
    unsigned wrong{0};     ///< Slots that should have opened or not, or with another number.
    unsigned verified{0};  ///< Members whose check of the digest passed, with all their blobs.
    std::int64_t millis{0};
};

/// Every member names each theme with a chance that differs from theme to theme.
std::vector<pool::Choices> what_is_said(const SimulatedTeam& team, Choice& choice) {
    std::vector<pool::Choices> said(team.seats.size(), team.nothing());
    for (std::size_t theme = 0; theme < team.terms().themes.size(); ++theme) {
        const std::size_t percent = choice.below(100);
        for (auto& choices : said) {
            if (choice.below(100) < percent) {
                choices[theme] = pool::Note{static_cast<std::uint8_t>(choice.below(6)), "As before.", ""};
            }
        }
    }
    return said;
}

void compare(PeriodResult& result, const std::vector<pool::Choices>& said, const pool::Collected& collected,
             unsigned threshold) {
    for (std::size_t theme = 0; theme < said.front().size(); ++theme) {
        const auto reporters = static_cast<unsigned>(
            std::ranges::count_if(said, [&](const auto& choices) { return choices[theme].has_value(); }));
        result.named += reporters > 0 ? 1 : 0;
        result.reached += reporters >= threshold ? 1 : 0;
        result.wrong += reporters_of(collected, theme) != (reporters >= threshold ? reporters : 0) ? 1 : 0;
    }
    result.opened = static_cast<unsigned>(collected.opened.size());
}

Result<PeriodResult> play_period(SimulatedTeam& team, unsigned number, std::optional<pool::KnownDigest>& known,
                                 Choice& choice) {
    PeriodResult result;
    result.name = pool::period_name(team.period(number));
    const auto said = what_is_said(team, choice);
    std::vector<pool::Bytes> files;
    std::vector<std::vector<pool::BlobHash>> receipts;
    for (std::size_t seat = 0; seat < said.size(); ++seat) {
        auto file = team.report(seat, said[seat], number);
        if (!file) {
            return pass_on(file);
        }
        files.push_back(std::move(file->bytes));
        receipts.push_back(std::move(file->receipts));
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto collected = team.collect(files, number);
    result.millis =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
    if (!collected) {
        return std::unexpected(collected.error());
    }
    compare(result, said, *collected, team.terms().threshold);
    const auto digest = team.release(*collected);
    if (!digest) {
        return std::unexpected(digest.error());
    }
    for (const auto& own : receipts) {
        const auto verified = pool::verify_digest(*digest, team.descriptor, known, own);
        result.verified += verified && verified->missing.empty() && !verified->past_unknown ? 1 : 0;
    }
    known = pool::KnownDigest{team.period(number), pool::digest_hash(*digest)};
    for (auto& seat : team.seats) {
        seat.wipe_through(team.period(number));
    }
    return result;
}

Outcome<Answer> run_season(const TeamSize& size, unsigned seed) {
    auto team = SimulatedTeam::found(size);
    if (!team) {
        return refuse(team.error().code, "Such a team cannot be: " + terms_fault(team.error().detail) +
                                             " Nothing was simulated. Choose "
                                             "other numbers.");
    }
    Answer answer;
    Choice choice{seed};
    std::optional<pool::KnownDigest> known;
    answer.json = {{"seats", size.seats}, {"threshold", size.threshold}, {"themes", size.themes}, {"seed", seed}};
    answer.json["periods"] = Json::array();
    answer.line("period   themes named  by k or more  opened  wrong  members who verified  collecting");
    for (unsigned number = 0; number < size.periods; ++number) {
        const auto period = play_period(*team, number, known, choice);
        if (!period) {
            return refuse(period.error().code, "The simulation broke off (" + period.error().detail +
                                                   "). Nothing outside of it was touched. Please report this.");
        }
        const auto column = [](const std::string& text, std::size_t width) {
            return std::string(width - std::min(width, text.size()), ' ') + text;
        };
        answer.line(period->name + column(std::to_string(period->named), 14) +
                    column(std::to_string(period->reached), 14) + column(std::to_string(period->opened), 8) +
                    column(std::to_string(period->wrong), 7) +
                    column(std::to_string(period->verified) + " of " + std::to_string(size.seats), 22) +
                    column(std::to_string(period->millis) + " ms", 12));
        answer.json["periods"].push_back({{"period", period->name},
                                          {"named", period->named},
                                          {"reached", period->reached},
                                          {"opened", period->opened},
                                          {"wrong", period->wrong},
                                          {"verified", period->verified},
                                          {"collecting_ms", period->millis}});
        if (period->wrong > 0 || period->opened != period->reached || period->verified != size.seats) {
            answer.status = kProblem;
        }
    }
    answer.line(answer.status == kFine ? "Exactly the themes with k reporters or more opened, with the right numbers."
                                       : "Something is wrong. Please report this with the seed.");
    return answer;
}

Outcome<Answer> run_all_attacks(unsigned seed) {
    const auto results = run_attacks(seed);
    if (!results) {
        return refuse(results.error().code, "The attacks broke off (" + results.error().detail +
                                                "). Nothing outside of them was touched. Please report this.");
    }
    Answer answer;
    answer.json = {{"seed", seed}, {"attacks", Json::array()}};
    for (const auto& result : *results) {
        answer.line(std::string{result.holds ? "holds  " : "FAILS  "} + result.attacker);
        answer.line("       expected: " + result.expected);
        answer.line("       measured: " + result.measured);
        answer.json["attacks"].push_back({{"name", result.name},
                                          {"attacker", result.attacker},
                                          {"expected", result.expected},
                                          {"measured", result.measured},
                                          {"holds", result.holds}});
    }
    const auto failed = std::ranges::count_if(*results, [](const auto& result) { return !result.holds; });
    answer.line(std::to_string(results->size()) + " attacks, " + std::to_string(failed) +
                " with another outcome than the document says. “Holds” means as documented: some rows say what is not "
                "protected.");
    answer.status = failed == 0 ? kFine : kProblem;
    return answer;
}

Outcome<Answer> run_simulate(const Arguments& arguments) {
    TeamSize size;
    const auto seats = arguments.number("--seats", size.seats, pool::kMinThreshold, pool::kMaxSeats);
    const auto threshold = arguments.number("--threshold", size.threshold, pool::kMinThreshold, pool::kMaxSeats);
    const auto themes = arguments.number("--themes", size.themes, 1, pool::kMaxThemes);
    const auto periods = arguments.number("--periods", size.periods, 1, pool::kMaxPeriods);
    const auto seed = arguments.number("--seed", 1, 0, kMostSeed);
    for (const auto* number : {&seats, &threshold, &themes, &periods, &seed}) {
        if (!*number) {
            return std::unexpected(number->error());
        }
    }
    if (arguments.has("--attacks")) {
        return run_all_attacks(*seed);
    }
    return run_season({*seats, *threshold, *themes, *periods}, *seed);
}

}  // namespace

CommandSpec simulate_command() {
    return {"simulate",
            "Play a season of the true protocol in memory, or with --attacks every attack of its document.",
            {{"--seats", "N", "Members; 12 without this."},
             {"--threshold", "K", "3 without this."},
             {"--themes", "N", "5 without this."},
             {"--periods", "N", "3 without this."},
             {"--seed", "N", "What members do follows from it; keys are always new. 1 without this."},
             {"--attacks", "", "Run the attacks and report what came of each.", Takes::kNothing}},
            run_simulate};
}

}  // namespace pennydrop::pool_cli
