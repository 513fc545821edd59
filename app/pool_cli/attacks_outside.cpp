// SPDX-License-Identifier: Apache-2.0
// Attacks by members, thieves, couriers and strangers.
#include <algorithm>
#include <string>

#include "attacks.h"
#include "pool/blob_file.h"
#include "pool/derive.h"
#include "pool/release.h"
#include "pool/report.h"
#include "pool/verify.h"

namespace pennydrop::pool_cli {
namespace {

/// A blob of a body that somebody with the descriptor alone can make.
Result<pool::Bytes> sealed(pool::ByteView body, const SimulatedTeam& team, unsigned period) {
    pool::Bytes blob(body.size() + pool::kSealBytes);
    auto done = pool::seal_into(blob, body, team.descriptor.box_key(team.period(period)));
    if (!done) {
        return pass_on(done);
    }
    return blob;
}

/// A well-formed report with whatever point and value.
Result<pool::Bytes> forged_report(const SimulatedTeam& team, Choice& choice, std::uint8_t theme,
                                  const pool::Scalar& point) {
    const auto& terms = team.terms();
    const pool::BodyContext context{team.descriptor.id(), team.period(0), terms.bucket,
                                    static_cast<std::uint8_t>(terms.themes.size())};
    pool::Scalar value{};
    pool::random_scalar(value);
    pool::Hash lock{};
    fill_random(lock);
    const pool::Bytes note = choice.bytes(pool::note_bytes(terms.bucket) + pool::kSealBytes);
    pool::Bytes body(pool::body_bytes(terms.bucket));
    pool::encode_report(body, {{theme}, static_cast<std::uint8_t>(choice.below(256)), lock, point, value, note},
                        context);
    return sealed(body, team, 0);
}

Result<pool::Bytes> bundle_of(const SimulatedTeam& team, std::vector<pool::Bytes> blobs) {
    return pool::encode_blob_file(
        {pool::BlobFileKind::kBundle, team.terms().bucket, team.descriptor.id(), team.period(0), std::move(blobs)});
}

bool contains(pool::ByteView all, pool::ByteView part) {
    return !std::ranges::search(all, part).empty();
}

}  // namespace

Result<AttackResult> attack_member_and_network(Choice& choice) {
    AttackResult result{
        "member-and-network", "a member and the network", "nothing: blobs are sealed to the collector", {}, false};
    auto team = SimulatedTeam::found({6, 3, 4, 1});
    const auto files =
        team ? team->files_naming(choice.below(4), 4) : Result<std::vector<pool::Bytes>>{fail(ErrorCode::kInternal)};
    if (!team || !files) {
        return fail(ErrorCode::kInternal, "a season");
    }
    std::size_t opened = 0;
    std::size_t tried = 0;
    bool one_size = true;
    // Every key a member has, as if it were the box key's seed.
    const auto& own = team->seats[0].periods().front();
    std::vector<pool::BoxKeys> keys;
    keys.push_back(pool::box_keys(own.seed.span()));
    for (std::uint8_t theme = 0; theme < 4; ++theme) {
        keys.push_back(pool::box_keys(own.share({theme})));
        keys.push_back(pool::box_keys(team->descriptor.row({team->period(0), {theme}}).check));
    }
    for (const auto& bytes : *files) {
        one_size = one_size && bytes.size() == files->front().size();
        const auto file = pool::decode_blob_file(bytes);
        for (std::size_t i = 0; file && i < file->blobs.size(); ++i) {
            for (const auto& key : keys) {
                pool::Bytes body(pool::body_bytes(team->terms().bucket));
                opened += pool::open_into(body, file->blobs[i], key) ? 1 : 0;
                ++tried;
            }
        }
    }
    result.measured = "opened " + std::to_string(opened) + " in " + std::to_string(tried) + " tries; files have " +
                      (one_size ? "one size" : "DIFFERENT sizes");
    result.holds = opened == 0 && tried > 0 && one_size;
    return result;
}

Result<AttackResult> attack_counting_twice(Choice& choice) {
    constexpr unsigned kThreshold = 3;
    constexpr unsigned kInvented = 300;
    AttackResult result{"counting-twice",
                        "somebody with one seat who wants to count twice, or to invent people",
                        "nothing: one point for each seat and slot",
                        {},
                        false};
    auto team = SimulatedTeam::found({8, kThreshold, 1, 1});
    if (!team) {
        return pass_on(team);
    }
    std::vector<pool::Bytes> files;
    // Two seats send all the files they may; together they are still two.
    for (std::size_t seat = 0; seat < 2; ++seat) {
        for (unsigned i = 0; i < pool::kMaxFiles; ++i) {
            auto file = team->report(seat, team->only(0));
            if (!file) {
                return pass_on(file);
            }
            files.push_back(std::move(file->bytes));
        }
    }
    std::vector<pool::Bytes> blobs;
    for (unsigned i = 0; i < kInvented; ++i) {
        pool::Scalar point{};
        pool::random_scalar(point);
        auto blob = forged_report(*team, choice, 0, point);
        if (!blob) {
            return pass_on(blob);
        }
        blobs.push_back(std::move(*blob));
    }
    const auto invented = bundle_of(*team, std::move(blobs));
    if (!invented) {
        return std::unexpected(invented.error());
    }
    files.push_back(*invented);
    const auto two = team->collect(files);
    const auto third = team->report(2, team->only(0));
    if (!two || !third) {
        return fail(ErrorCode::kInternal, "collecting");
    }
    files.push_back(third->bytes);
    const auto three = team->collect(files);
    if (!three) {
        return std::unexpected(three.error());
    }
    const bool too_many = !team->report(0, team->only(0)).has_value();
    result.measured = "two seats with 128 files and " + std::to_string(kInvented) + " invented points opened " +
                      std::to_string(two->opened.size()) + " slots; " + std::to_string(two->counts.not_admitted) +
                      " points not admitted; with a third seat " + std::to_string(reporters_of(*three, 0)) + " counted";
    result.holds =
        two->opened.empty() && two->counts.not_admitted == kInvented && reporters_of(*three, 0) == 3 && too_many;
    return result;
}

Result<AttackResult> attack_stolen_phone(Choice& choice) {
    AttackResult result{"stolen-phone",
                        "thief of an unlocked phone",
                        "keys of the current and coming periods; past ones are gone",
                        {},
                        false};
    auto team = SimulatedTeam::found({5, 3, 3, 3});
    if (!team) {
        return pass_on(team);
    }
    auto& seat = team->seats[choice.below(5)];
    const SecretBytes seed = seat.periods().front().seed.clone();
    const SecretBytes shares = seat.periods().front().shares.clone();
    const bool was_there = contains(seat.encode().span(), seed.span());
    seat.wipe_through(team->period(0));
    const SecretBytes stolen = seat.encode();
    const bool past = contains(stolen.span(), seed.span()) || contains(stolen.span(), shares.span());
    const auto again = pool::build_report_file(seat, team->descriptor, team->period(0), team->nothing());
    const auto present = pool::build_report_file(seat, team->descriptor, team->period(1), team->nothing());
    result.measured = std::string{"keys of the closed period in the stolen file: "} + (past ? "FOUND" : "none") +
                      "; a file for it: " + (again ? "BUILT" : "refused") +
                      "; for the current one: " + (present ? "built" : "refused");
    result.holds = was_there && !past && !again && present.has_value();
    return result;
}

Result<AttackResult> attack_courier(Choice& choice) {
    AttackResult result{"courier",
                        "courier, server, owner of the folder",
                        "can drop a file, and the list of received blobs shows that",
                        {},
                        false};
    auto team = SimulatedTeam::found({6, 3, 4, 1});
    if (!team) {
        return pass_on(team);
    }
    std::vector<pool::Bytes> files;
    std::vector<std::vector<pool::BlobHash>> receipts;
    for (std::size_t seat = 0; seat < 6; ++seat) {
        auto file = team->report(seat, seat < 4 ? team->only(1) : team->nothing());
        if (!file) {
            return pass_on(file);
        }
        files.push_back(std::move(file->bytes));
        receipts.push_back(std::move(file->receipts));
    }
    const std::size_t dropped = choice.below(6);
    auto fewer = files;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(dropped));
    const auto bundle = pool::make_bundle(fewer);
    std::ranges::reverse(fewer);
    const auto other_order = pool::make_bundle(fewer);
    const auto collected =
        bundle ? team->collect({bundle->bytes}) : Result<pool::Collected>{fail(ErrorCode::kInternal)};
    const auto digest = collected ? team->release(*collected) : Result<pool::Bytes>{fail(ErrorCode::kInternal)};
    if (!other_order || !digest) {
        return fail(ErrorCode::kInternal, "a digest");
    }
    unsigned noticed = 0;
    unsigned alarmed = 0;
    for (std::size_t seat = 0; seat < receipts.size(); ++seat) {
        const auto verified = pool::verify_digest(*digest, team->descriptor, {}, receipts[seat]);
        const std::size_t missing = verified ? verified->missing.size() : 0;
        noticed += seat == dropped && missing == receipts[seat].size() ? 1 : 0;
        alarmed += seat != dropped && (!verified || missing != 0) ? 1 : 0;
    }
    const bool same_bundle = bundle->bytes == other_order->bytes;
    result.measured = "the dropped member missed all of its blobs: " + std::string{noticed == 1 ? "yes" : "NO"} +
                      "; others alarmed: " + std::to_string(alarmed) + "; a bundle " +
                      (same_bundle ? "does not depend" : "DEPENDS") + " on the order of its files";
    result.holds = noticed == 1 && alarmed == 0 && same_bundle;
    return result;
}

Result<AttackResult> attack_hostile_blobs(Choice& choice) {
    AttackResult result{"hostile-blobs",
                        "who sends malformed or hostile blobs",
                        "nothing: dropped, or one seat's own useless share",
                        {},
                        false};
    constexpr unsigned kRubbish = 400;
    auto team = SimulatedTeam::found({7, 3, 3, 1});
    auto files = team ? team->files_naming(2, 5) : Result<std::vector<pool::Bytes>>{fail(ErrorCode::kInternal)};
    const auto before = files ? team->collect(*files) : Result<pool::Collected>{fail(ErrorCode::kInternal)};
    if (!before) {
        return fail(ErrorCode::kInternal, "a season");
    }
    std::vector<pool::Bytes> blobs;
    const std::size_t size = pool::blob_bytes(team->terms().bucket);
    for (unsigned i = 0; i < kRubbish; ++i) {
        if (i % 2 == 0) {
            blobs.push_back(choice.bytes(size));
        } else if (auto blob = sealed(choice.bytes(size - pool::kSealBytes), *team, 0)) {
            blobs.push_back(std::move(*blob));
        }
    }
    for (const auto& scalar : {pool::Scalar{}, pool::Scalar{0xFF}, pool::Scalar{1}}) {
        if (auto blob = forged_report(*team, choice, 2, scalar)) {
            blobs.push_back(std::move(*blob));
        }
    }
    const auto rubbish = bundle_of(*team, std::move(blobs));
    // A true file with one bit turned, one of noise, one cut short, one empty.
    pool::Bytes turned = files->front();
    turned[choice.below(turned.size())] ^= static_cast<std::uint8_t>(1U << choice.below(8));
    pool::Bytes cut = files->back();
    cut.resize(cut.size() / 2);
    files->insert(files->end(), {turned, choice.bytes(size), cut, {}});
    if (rubbish) {
        files->push_back(*rubbish);
    }
    const auto after = team->collect(*files);
    if (!rubbish || !after) {
        return fail(ErrorCode::kInternal, "collecting");
    }
    const bool same = after->opened.size() == 1 && reporters_of(*before, 2) == 5 && reporters_of(*after, 2) == 5 &&
                      after->opened.front().notes == before->opened.front().notes;
    const std::size_t dropped = after->counts.foreign + after->counts.malformed + after->counts.not_admitted;
    result.measured = std::to_string(dropped) + " blobs and " + std::to_string(after->counts.files_refused) +
                      " files dropped; the result is " + (same ? "the same" : "ANOTHER");
    result.holds = same && dropped >= kRubbish + 3;
    return result;
}

}  // namespace pennydrop::pool_cli
