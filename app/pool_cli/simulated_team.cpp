// SPDX-License-Identifier: Apache-2.0
#include "simulated_team.h"

#include <array>
#include <string>
#include <utility>

#include "pool/digest.h"
#include "pool/release.h"

namespace pennydrop::pool_cli {
namespace {

constexpr pool::Period kFirstPeriod = pool::period_of(2030, 1);
/// docs/vocabulary.md, "Hurdles", and two of a team's own.
constexpr std::array kThemes{"procedure",  "language", "top-only", "bolted-on",      "own-position",    "guarding",
                             "self-image", "unclear",  "blame",    "no-time",        "false-consensus", "unheard",
                             "momentum",   "capacity", "tools",    "not-with-users", "rules",           "other"};

pool::PoolTerms terms_of(const TeamSize& size) {
    pool::PoolTerms terms;
    terms.threshold = static_cast<std::uint8_t>(size.threshold);
    terms.seats = static_cast<std::uint16_t>(size.seats);
    terms.periods = static_cast<std::uint8_t>(size.periods);
    terms.first_period = kFirstPeriod;
    terms.pool_id = pool::new_pool_id();
    terms.name = "A simulated team";
    for (unsigned i = 0; i < size.themes; ++i) {
        const bool own_words = i >= kThemes.size();
        terms.themes.push_back({own_words ? "Our own " + std::to_string(i) : std::string{kThemes.at(i)}, own_words});
    }
    return terms;
}

}  // namespace

pool::Bytes Choice::bytes(std::size_t count) {
    pool::Bytes out(count);
    for (auto& byte : out) {
        byte = static_cast<std::uint8_t>(next());
    }
    return out;
}

Result<SimulatedTeam> SimulatedTeam::found(const TeamSize& size) {
    auto collector = pool::CollectorKeys::make(kFirstPeriod, size.periods);
    if (!collector) {
        return pass_on(collector);
    }
    const auto offer_bytes = collector->offer();
    const auto offer = offer_bytes ? pool::decode_offer(*offer_bytes)
                                   : Result<pool::CollectorOffer>{std::unexpected(offer_bytes.error())};
    if (!offer) {
        return std::unexpected(offer.error());
    }
    auto founder = pool::FounderKey::make();
    auto dealt = pool::deal(terms_of(size), *offer, founder);
    if (!dealt) {
        return pass_on(dealt);
    }
    const auto whole = pool::countersign(dealt->draft, *collector);
    auto descriptor =
        whole ? pool::Descriptor::decode(*whole) : Result<pool::Descriptor>{std::unexpected(whole.error())};
    if (!descriptor) {
        return pass_on(descriptor);
    }
    auto season = pool::SeasonFile::decode(dealt->season, *descriptor);
    if (!season) {
        return pass_on(season);
    }
    std::vector<pool::Seat> seats;
    for (const auto& invite : dealt->invites) {
        auto seat = pool::Seat::join(invite, *descriptor, *season);
        if (!seat) {
            return pass_on(seat);
        }
        seats.push_back(std::move(*seat));
    }
    return SimulatedTeam{std::move(*collector),    std::move(founder), std::move(*descriptor),
                         std::move(dealt->season), std::move(*season), std::move(dealt->invites),
                         std::move(seats)};
}

pool::Choices SimulatedTeam::only(std::size_t theme) const {
    pool::Choices choices = nothing();
    choices[theme] = pool::Note{2, "The same form is filled in three times.", "One form."};
    return choices;
}

Result<std::vector<pool::Bytes>> SimulatedTeam::files_naming(std::size_t theme, std::size_t reporters,
                                                             unsigned period) {
    std::vector<pool::Bytes> files;
    for (std::size_t seat = 0; seat < seats.size(); ++seat) {
        auto file = report(seat, seat < reporters ? only(theme) : nothing(), period);
        if (!file) {
            return pass_on(file);
        }
        files.push_back(std::move(file->bytes));
    }
    return files;
}

Result<pool::Collected> SimulatedTeam::collect(const std::vector<pool::Bytes>& files, unsigned period) const {
    const auto wanted = this->period(period);
    return pool::collect(descriptor, season, collector, wanted, files, pool::close_of(terms(), wanted), {});
}

Result<pool::Bytes> SimulatedTeam::release(const pool::Collected& collected) {
    auto digest = pool::make_digest(descriptor, collected, collector);
    if (digest) {
        collector.released(collected.period, pool::digest_hash(*digest));
    }
    return digest;
}

unsigned reporters_of(const pool::Collected& collected, std::size_t theme) {
    for (const auto& opened : collected.opened) {
        if (opened.theme.value == theme) {
            return opened.reporters;
        }
    }
    return 0;
}

}  // namespace pennydrop::pool_cli
