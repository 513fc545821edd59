// SPDX-License-Identifier: Apache-2.0
// A whole team in memory, playing the true protocol from the offer to the digest. What members do follows from a seed;
// keys, polynomials and seals are as random as ever.
// Threads: belongs to one thread at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "pool/collect.h"
#include "pool/dealing.h"
#include "pool/descriptor.h"
#include "pool/member_file.h"
#include "pool/season.h"
#include "pool/seat.h"

namespace pennydrop::pool_cli {

/// Reproducible choices (SplitMix64): the same seed gives the same on every machine. Never for anything secret.
class Choice {
public:
    explicit constexpr Choice(std::uint64_t seed) noexcept : state_(seed) {}
    constexpr std::uint64_t next() noexcept {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    constexpr std::size_t below(std::size_t end) noexcept { return static_cast<std::size_t>(next() % end); }
    [[nodiscard]] pool::Bytes bytes(std::size_t count);

private:
    std::uint64_t state_;
};

struct TeamSize {
    unsigned seats{12};
    unsigned threshold{3};
    unsigned themes{5};
    unsigned periods{3};
};

class SimulatedTeam {
public:
    /// Offer, dealing, signing, joining. Errors: those of the protocol's functions.
    [[nodiscard]] static Result<SimulatedTeam> found(const TeamSize& size);

    [[nodiscard]] const pool::PoolTerms& terms() const noexcept { return descriptor.terms(); }
    [[nodiscard]] pool::Period period(unsigned number) const noexcept {
        return {descriptor.terms().first_period.number + number};
    }
    [[nodiscard]] pool::Choices nothing() const { return pool::Choices(terms().themes.size()); }
    /// One theme, with a note.
    [[nodiscard]] pool::Choices only(std::size_t theme) const;

    [[nodiscard]] Result<pool::MemberFile> report(std::size_t seat, const pool::Choices& choices, unsigned period = 0) {
        return pool::build_report_file(seats[seat], descriptor, this->period(period), choices);
    }
    /// Files of all seats, of which the first `reporters` name the theme and the others nothing.
    [[nodiscard]] Result<std::vector<pool::Bytes>> files_naming(std::size_t theme, std::size_t reporters,
                                                                unsigned period = 0);
    [[nodiscard]] Result<pool::Collected> collect(const std::vector<pool::Bytes>& files, unsigned period = 0) const;
    /// Signs the digest and wipes the period's key.
    [[nodiscard]] Result<pool::Bytes> release(const pool::Collected& collected);

    pool::CollectorKeys collector;
    pool::FounderKey founder;
    pool::Descriptor descriptor;
    pool::Bytes season_bytes;
    pool::SeasonFile season;
    std::vector<pool::Invite> invites;  ///< A founder that did not wipe.
    std::vector<pool::Seat> seats;
};

/// Reporters of a theme; 0 when it did not open.
[[nodiscard]] unsigned reporters_of(const pool::Collected& collected, std::size_t theme);

}  // namespace pennydrop::pool_cli
