// SPDX-License-Identifier: Apache-2.0
// Attacks by those who have keys: the collector, with members or the founder.
#include <algorithm>
#include <string>

#include "attacks.h"
#include "pool/blob_file.h"
#include "pool/derive.h"
#include "pool/release.h"
#include "pool/report.h"
#include "pool/slot_secret.h"
#include "pool/subset_search.h"

namespace pennydrop::pool_cli {
namespace {

/// Every report in some files, opened with the collector's key. `memory` is what the views point into.
struct OpenedReports {
    std::vector<pool::Bytes> memory{};
    std::vector<pool::ReportView> reports{};
};

OpenedReports open_all(const SimulatedTeam& team, const std::vector<pool::Bytes>& files, unsigned period) {
    OpenedReports opened;
    const auto& terms = team.terms();
    const pool::BodyContext context{team.descriptor.id(), team.period(period), terms.bucket,
                                    static_cast<std::uint8_t>(terms.themes.size())};
    const auto keys = team.collector.box_keys_of(team.period(period));
    for (const auto& bytes : files) {
        const auto file = pool::decode_blob_file(bytes);
        for (std::size_t i = 0; keys && file && i < file->blobs.size(); ++i) {
            pool::Bytes body(pool::body_bytes(terms.bucket));
            if (pool::open_into(body, file->blobs[i], *keys)) {
                opened.memory.push_back(std::move(body));
            }
        }
    }
    for (const auto& body : opened.memory) {
        if (const auto report = pool::decode_report(body, context)) {
            opened.reports.push_back(*report);
        }
    }
    return opened;
}

/// Tries every subset of `size` shares of a theme. Whether one fits the table.
Result<bool> some_subset_fits(const SimulatedTeam& team, const OpenedReports& opened, pool::ThemeIndex theme,
                              std::size_t size) {
    std::vector<pool::Share> shares;
    for (const auto& report : opened.reports) {
        if (report.theme == theme) {
            shares.push_back({pool::plain_from(report.point), pool::plain_from(report.value)});
        }
    }
    const pool::Slot slot{team.period(0), theme};
    const auto& row = team.descriptor.row(slot);
    pool::SearchTask task;
    task.shares = shares;
    task.threshold = size;
    task.fingerprint_key = pool::fingerprint_key(team.descriptor.id(), slot);
    task.fingerprint = row.fingerprint;
    task.is_secret = [&](const pool::Scalar& secret) {
        return pool::secret_check(secret, team.descriptor.id(), slot) == row.check;
    };
    auto found = pool::search_subsets({&task, 1}, {});
    if (!found) {
        return pass_on(found);
    }
    return found->front().has_value();
}

/// What a collector is left with, as far as it could depend on what was said.
bool same_outcome(const pool::Collected& left, const pool::Collected& right) {
    return left.opened.size() == right.opened.size() && left.received.size() == right.received.size() &&
           left.counts.received == right.counts.received && left.counts.foreign == right.counts.foreign &&
           left.counts.malformed == right.counts.malformed && left.counts.not_admitted == right.counts.not_admitted;
}

}  // namespace

Result<AttackResult> attack_collector_alone(Choice& choice) {
    constexpr unsigned kSeasons = 4;
    constexpr unsigned kThreshold = 5;
    AttackResult result{"collector-alone",
                        "collector alone",
                        "below k nothing, not even counts; at k the theme, with every reporter",
                        {},
                        false};
    unsigned opened_below = 0;
    unsigned fits = 0;
    unsigned right_at_threshold = 0;
    bool all_alike = true;
    for (unsigned season = 0; season < kSeasons; ++season) {
        const unsigned seats = kThreshold + 2 + static_cast<unsigned>(choice.below(6));
        auto team = SimulatedTeam::found({seats, kThreshold, 3, 3});
        if (!team) {
            return pass_on(team);
        }
        const std::size_t theme = choice.below(3);
        const auto below = team->files_naming(theme, kThreshold - 1, 0);
        const auto silent = team->files_naming(theme, 0, 1);
        const auto at = team->files_naming(theme, kThreshold, 2);
        if (!below || !silent || !at) {
            return fail(ErrorCode::kInternal, "building files");
        }
        const auto first = team->collect(*below, 0);
        const auto second = team->collect(*silent, 1);
        const auto third = team->collect(*at, 2);
        if (!first || !second || !third) {
            return fail(ErrorCode::kInternal, "collecting");
        }
        opened_below += static_cast<unsigned>(first->opened.size());
        all_alike = all_alike && same_outcome(*first, *second);
        right_at_threshold += third->opened.size() == 1 && reporters_of(*third, theme) == kThreshold ? 1 : 0;
        // The collector does not keep to the program: it opens all blobs and tries all subsets of fewer than k shares.
        const OpenedReports opened = open_all(*team, *below, 0);
        for (std::size_t size = pool::kMinThreshold; size <= kThreshold; ++size) {
            auto fit = some_subset_fits(*team, opened, {static_cast<std::uint8_t>(theme)}, size);
            if (!fit) {
                return pass_on(fit);
            }
            fits += *fit ? 1 : 0;
        }
    }
    const std::string seasons = std::to_string(kSeasons);
    result.measured = "with k-1 reporters " + std::to_string(opened_below) + " themes opened and " +
                      std::to_string(fits) + " subsets of any size fitted in " + seasons + " seasons; outcome " +
                      (all_alike ? "the same as" : "DIFFERENT from") + " a silent team's; at k " +
                      std::to_string(right_at_threshold) + " of " + seasons + " opened, rightly";
    result.holds = opened_below == 0 && fits == 0 && all_alike && right_at_threshold == kSeasons;
    return result;
}

Result<AttackResult> attack_collector_and_members(Choice& choice) {
    constexpr unsigned kThreshold = 4;
    constexpr unsigned kSeats = 10;
    AttackResult result{"collector-and-members",
                        "collector and c members",
                        "a slot opens for them when honest reporters + c ≥ k, and not before",
                        {},
                        false};
    unsigned right = 0;
    unsigned tried = 0;
    auto team = SimulatedTeam::found({kSeats, kThreshold, 1, 6});
    if (!team) {
        return pass_on(team);
    }
    for (unsigned colluding = 0; colluding < kThreshold; ++colluding) {
        // The colluders, whose shares the collector may use as it likes, are among the reporters.
        const unsigned honest = kThreshold - colluding - static_cast<unsigned>(choice.below(2));
        const auto files = team->files_naming(0, honest + colluding, colluding);
        const auto collected =
            files ? team->collect(*files, colluding) : Result<pool::Collected>{fail(ErrorCode::kInternal)};
        if (!collected) {
            return std::unexpected(collected.error());
        }
        const bool opens = !collected->opened.empty();
        right += opens == (honest + colluding >= kThreshold) ? 1 : 0;
        ++tried;
    }
    result.measured = "opened exactly when honest + c ≥ k in " + std::to_string(right) + " of " +
                      std::to_string(tried) + " trials (c from 0 to k-1)";
    result.holds = right == tried;
    return result;
}

Result<AttackResult> attack_all_but_one_of_the_threshold(Choice& choice) {
    constexpr unsigned kThreshold = 3;
    AttackResult result{"k-1-members",
                        "k − 1 members who all report a theme",
                        "learn from the digest whether one more did, and nothing else",
                        {},
                        false};
    auto team = SimulatedTeam::found({8, kThreshold, 2, 2});
    if (!team) {
        return pass_on(team);
    }
    const std::size_t theme = choice.below(2);
    unsigned shown = 0;
    std::size_t bands = 0;
    for (unsigned more = 0; more < 2; ++more) {
        const auto files = team->files_naming(theme, kThreshold - 1 + more, more);
        const auto collected =
            files ? team->collect(*files, more) : Result<pool::Collected>{fail(ErrorCode::kInternal)};
        if (!collected) {
            return std::unexpected(collected.error());
        }
        const auto digest = team->release(*collected);
        const auto read = digest ? pool::decode_digest(*digest, team->descriptor)
                                 : Result<pool::Digest>{std::unexpected(digest.error())};
        if (!read) {
            return std::unexpected(read.error());
        }
        shown += !read->items.empty() ? 1U << more : 0U;
        bands += read->items.empty() ? 0 : read->items.front().band;
    }
    constexpr unsigned kOnlyTheSecond = 2;
    result.measured = std::string{"shown without one more: "} + ((shown & 1U) != 0 ? "yes" : "no") +
                      "; with one more: " + ((shown & 2U) != 0 ? "yes" : "no") + ", as “k or more”";
    result.holds = shown == kOnlyTheSecond && bands == 0;
    return result;
}

Result<AttackResult> attack_collector_and_founder(Choice& choice) {
    AttackResult result{
        "collector-and-founder", "collector and founder", "everything of the season (not protected)", {}, false};
    constexpr unsigned kSeats = 6;
    auto team = SimulatedTeam::found({kSeats, 3, 4, 1});
    if (!team) {
        return pass_on(team);
    }
    // One seat names one theme: far below the threshold.
    const std::size_t theme = choice.below(4);
    const auto files = team->files_naming(theme, 1);
    if (!files) {
        return std::unexpected(files.error());
    }
    const OpenedReports opened = open_all(*team, *files, 0);
    unsigned named = 0;
    unsigned wrongly = 0;
    for (const auto& report : opened.reports) {
        for (std::size_t seat = 0; seat < team->invites.size(); ++seat) {
            // The founder kept the invitations: it has each seat's true share.
            const auto known = pool::Seat::join(team->invites[seat], team->descriptor, team->season);
            const auto* kept = known ? known->find(team->period(0)) : nullptr;
            if (kept != nullptr && std::ranges::equal(kept->share(report.theme), report.value)) {
                const bool right = seat == 0 && report.theme.value == theme;
                named += right ? 1 : 0;
                wrongly += right ? 0 : 1;
            }
        }
    }
    result.measured =
        "found " + std::to_string(named) + " of 1 report below k, with its seat; " + std::to_string(wrongly) + " false";
    result.holds = named == 1 && wrongly == 0;
    return result;
}

}  // namespace pennydrop::pool_cli
