// SPDX-License-Identifier: Apache-2.0
// A whole pool for tests: founder, collector and members of one season, and what they do.
// Threads: one.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pool/collect.h"
#include "pool/dealing.h"
#include "pool/member_file.h"
#include "pool/release.h"
#include "pool/seat.h"
#include "pool/verify.h"
#include "support/random.h"

namespace pennydrop::pool::testing {

using pennydrop::testing::Random;

/// The value, or the end of the test program.
template <typename T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "unexpected error: %s (%s)\n", std::string{error_name(result.error().code)}.c_str(),
                     result.error().detail.c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

inline constexpr Period kFirstPeriod = period_of(2026, 11);

inline PoolTerms small_terms(unsigned seats = 5, unsigned threshold = 3, std::size_t themes = 3, unsigned periods = 1) {
    static const std::vector<std::string> codes{
        "procedure",  "language",       "top-only", "bolted-on", "own-position",    "guarding",
        "self-image", "unclear",        "blame",    "no-time",   "false-consensus", "unheard",
        "momentum",   "not-with-users", "capacity", "tools",     "rules",           "other"};
    PoolTerms terms;
    terms.threshold = static_cast<std::uint8_t>(threshold);
    terms.seats = static_cast<std::uint16_t>(seats);
    terms.periods = static_cast<std::uint8_t>(periods);
    terms.first_period = kFirstPeriod;
    terms.pool_id = {1, 2, 3};
    terms.name = "Ward 7";
    terms.purpose = "Fewer falls";
    terms.measure = "Falls in a week";
    for (std::size_t i = 0; i < themes; ++i) {
        if (i < codes.size()) {
            terms.themes.push_back({codes[i], false});
        } else {
            terms.themes.push_back({"Our lift " + std::to_string(i), true});
        }
    }
    return terms;
}

/// Everybody of one season.
struct TestPool {
    CollectorKeys collector;
    FounderKey founder;
    Descriptor descriptor;
    SeasonFile season;
    Bytes season_bytes;
    std::vector<Invite> invites;
    std::vector<Seat> seats;

    [[nodiscard]] Timestamp after(Period period) const { return close_of(descriptor.terms(), period); }

    [[nodiscard]] Choices nothing() const { return Choices(descriptor.terms().themes.size()); }

    [[nodiscard]] Bytes report(std::size_t seat, const Choices& choices, Period period = kFirstPeriod) {
        return must(build_report_file(seats[seat], descriptor, period, choices)).bytes;
    }
    [[nodiscard]] Bytes withdraw(std::size_t seat, Period period = kFirstPeriod) {
        return must(build_withdrawal_file(seats[seat], descriptor, period)).bytes;
    }
    [[nodiscard]] Collected collect(const std::vector<Bytes>& files, Period period = kFirstPeriod) const {
        return must(pool::collect(descriptor, season, collector, period, files, after(period), {}));
    }
};

inline TestPool make_pool(const PoolTerms& terms) {
    CollectorKeys collector = must(CollectorKeys::make(terms.first_period, terms.periods));
    FounderKey founder = FounderKey::make();
    Dealt dealt = must(deal(terms, must(decode_offer(must(collector.offer()))), founder));
    Descriptor descriptor = must(Descriptor::decode(must(countersign(dealt.draft, collector))));
    SeasonFile season = must(SeasonFile::decode(dealt.season, descriptor));
    std::vector<Seat> seats;
    for (const auto& invite : dealt.invites) {
        seats.push_back(must(Seat::join(invite, descriptor, season)));
    }
    return {std::move(collector),    std::move(founder),       std::move(descriptor), std::move(season),
            std::move(dealt.season), std::move(dealt.invites), std::move(seats)};
}

inline Note note(std::string text, std::uint8_t level = 0, std::string ask = {}) {
    return {level, std::move(text), std::move(ask)};
}

/// What opened: theme and number of reporters.
inline std::vector<std::pair<int, int>> numbers_of(const Collected& collected) {
    std::vector<std::pair<int, int>> numbers;
    for (const auto& opened : collected.opened) {
        numbers.emplace_back(opened.theme.value, opened.reporters);
    }
    return numbers;
}

}  // namespace pennydrop::pool::testing
