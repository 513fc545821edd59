// SPDX-License-Identifier: Apache-2.0
// Attacks by a collector or founder who tells lies, and the list of all attacks.
#include <algorithm>
#include <array>
#include <string>

#include "attacks.h"
#include "pool/release.h"
#include "pool/verify.h"

namespace pennydrop::pool_cli {
namespace {

/// Whether a member takes the digest.
bool taken(const Result<pool::Bytes>& digest, const SimulatedTeam& team) {
    return digest && pool::verify_digest(*digest, team.descriptor, {}, {}).has_value();
}

std::string counted(const char* what, unsigned number, unsigned of) {
    return std::string{what} + " " + std::to_string(number) + " of " + std::to_string(of);
}

}  // namespace

Result<AttackResult> attack_lying_digest(Choice& choice) {
    AttackResult result{"lying-digest",
                        "collector who lies in the digest",
                        "cannot invent a theme; can leave one out, and can name a wrong band, level or text",
                        {},
                        false};
    constexpr unsigned kSeats = 20;
    auto team = SimulatedTeam::found({kSeats, 3, 3, 1});
    const auto files = team ? team->files_naming(0, 5) : Result<std::vector<pool::Bytes>>{fail(ErrorCode::kInternal)};
    const auto collected = files ? team->collect(*files) : Result<pool::Collected>{fail(ErrorCode::kInternal)};
    const auto honest_bytes = collected ? pool::make_digest(team->descriptor, *collected, team->collector)
                                        : Result<pool::Bytes>{fail(ErrorCode::kInternal)};
    auto honest = honest_bytes ? pool::decode_digest(*honest_bytes, team->descriptor)
                               : Result<pool::Digest>{fail(ErrorCode::kInternal)};
    if (!honest) {
        return fail(ErrorCode::kInternal, "a digest");
    }
    const auto& seed = team->collector.signing_seed();
    // Invented: a theme that nobody named, with a secret of the collector's own, or with that of the true theme.
    constexpr unsigned kInventions = 20;
    unsigned invented = 0;
    for (unsigned i = 0; i < kInventions; ++i) {
        pool::Digest digest = *honest;
        pool::DigestItem item = digest.items.front();
        item.theme = {static_cast<std::uint8_t>(1 + choice.below(2))};
        item.levels.clear();
        if (i % 2 == 0) {
            pool::random_scalar(item.secret);
        }
        digest.items.push_back(item);
        invented += taken(pool::encode_digest(std::move(digest), seed), *team) ? 1 : 0;
    }
    pool::Digest without = *honest;
    without.items.clear();
    const bool omitted = taken(pool::encode_digest(std::move(without), seed), *team);
    pool::Digest larger = *honest;
    larger.items.front().band = 2;  // 10 to 19 instead of 3 to 9
    larger.items.front().levels.clear();
    const bool inflated = taken(pool::encode_digest(std::move(larger), seed), *team);
    pool::Digest impossible = *honest;
    impossible.items.front().band = 4;  // 50 to 99 in a team of 20
    impossible.items.front().levels.clear();
    const bool absurd = taken(pool::encode_digest(std::move(impossible), seed), *team);
    const auto stranger = pool::FounderKey::make();
    const bool foreign = taken(pool::encode_digest(*honest, stranger.seed()), *team);
    result.measured = counted("invented themes taken:", invented, kInventions) +
                      "; left out: " + (omitted ? "taken" : "refused") +
                      "; a wrong but possible band: " + (inflated ? "taken" : "refused") +
                      "; an impossible one: " + (absurd ? "TAKEN" : "refused") +
                      "; another's signature: " + (foreign ? "TAKEN" : "refused");
    result.holds = invented == 0 && omitted && inflated && !absurd && !foreign;
    return result;
}

Result<AttackResult> attack_two_releases(Choice& choice) {
    AttackResult result{"two-releases", "who compares two releases", "nothing: one release for each period", {}, false};
    auto team = SimulatedTeam::found({8, 3, 2, 2});
    const std::size_t theme = choice.below(2);
    const auto files =
        team ? team->files_naming(theme, 4) : Result<std::vector<pool::Bytes>>{fail(ErrorCode::kInternal)};
    const auto collected = files ? team->collect(*files) : Result<pool::Collected>{fail(ErrorCode::kInternal)};
    const auto fewer = files ? team->collect({files->begin(), files->begin() + 3})
                             : Result<pool::Collected>{fail(ErrorCode::kInternal)};
    if (!collected || !fewer) {
        return fail(ErrorCode::kInternal, "collecting");
    }
    // A collector that does not keep to the program signs two before it wipes.
    const auto second = pool::make_digest(team->descriptor, *fewer, team->collector);
    const auto first = team->release(*collected);
    if (!first || !second) {
        return fail(ErrorCode::kInternal, "a digest");
    }
    const bool again =
        pool::make_digest(team->descriptor, *fewer, team->collector).has_value() || team->collect(*files).has_value();
    const auto taken_first = pool::verify_digest(*first, team->descriptor, {}, {});
    const pool::KnownDigest known{team->period(0), pool::digest_hash(*first)};
    const auto other = pool::verify_digest(*second, team->descriptor, known, {});
    const bool noticed = !other && other.error().code == ErrorCode::kAlreadyExists;
    result.measured = std::string{"a second release after the first: "} + (again ? "MADE" : "refused") +
                      "; two digests of one period: " + (noticed ? "noticed as two stories" : "NOT NOTICED");
    result.holds = !again && taken_first.has_value() && noticed;
    return result;
}

Result<AttackResult> attack_altered_descriptor(Choice& choice) {
    AttackResult result{"altered-descriptor",
                        "who shows a member another k or another key",
                        "nothing: another desc_id, so that neither invitation nor packet fits",
                        {},
                        false};
    auto team = SimulatedTeam::found({9, 5, 2, 1});
    if (!team) {
        return pass_on(team);
    }
    // Collector and founder together sign a second season with a lower k and other keys for the same pool.
    auto other = SimulatedTeam::found({9, 3, 2, 1});
    if (!other) {
        return pass_on(other);
    }
    unsigned joined = 0;
    unsigned tried = 0;
    for (const auto& invite : team->invites) {
        pool::Invite relabelled{invite.mseed.clone(), other->descriptor.id(), invite.seat};
        joined += pool::Seat::join(invite, other->descriptor, other->season) ? 1 : 0;
        joined += pool::Seat::join(relabelled, other->descriptor, other->season) ? 1 : 0;
        tried += 2;
    }
    const bool seasons_fit = pool::SeasonFile::decode(other->season_bytes, team->descriptor).has_value();
    unsigned altered_taken = 0;
    constexpr unsigned kAlterations = 200;
    for (unsigned i = 0; i < kAlterations; ++i) {
        pool::Bytes altered = team->descriptor.bytes();
        constexpr std::size_t kThresholdAt = 6;
        const std::size_t at = i == 0 ? kThresholdAt : choice.below(altered.size());
        altered[at] ^= static_cast<std::uint8_t>(1U << choice.below(8));
        altered_taken += pool::Descriptor::decode(altered) ? 1 : 0;
    }
    result.measured = counted("invitations that fit another descriptor:", joined, tried) +
                      "; its season file: " + (seasons_fit ? "TAKEN" : "refused") +
                      counted("; descriptors with one bit turned that were taken:", altered_taken, kAlterations);
    result.holds = joined == 0 && !seasons_fit && altered_taken == 0;
    return result;
}

Result<std::vector<AttackResult>> run_attacks(std::uint64_t seed) {
    using Attack = Result<AttackResult> (*)(Choice&);
    constexpr std::array<Attack, 12> kAttacks{attack_collector_alone,
                                              attack_collector_and_members,
                                              attack_all_but_one_of_the_threshold,
                                              attack_collector_and_founder,
                                              attack_member_and_network,
                                              attack_counting_twice,
                                              attack_stolen_phone,
                                              attack_courier,
                                              attack_hostile_blobs,
                                              attack_lying_digest,
                                              attack_two_releases,
                                              attack_altered_descriptor};
    std::vector<AttackResult> results;
    Choice choice{seed};
    for (const auto& attack : kAttacks) {
        auto result = attack(choice);
        if (!result) {
            return pass_on(result);
        }
        results.push_back(std::move(*result));
    }
    return results;
}

}  // namespace pennydrop::pool_cli
