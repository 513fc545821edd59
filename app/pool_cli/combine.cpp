// SPDX-License-Identifier: Apache-2.0
// combine: several teams' digests, taken together.
#include "pool/combine.h"

#include <deque>
#include <string>
#include <utility>

#include "commands.h"
#include "material.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

struct Teams {
    std::deque<pool::Descriptor> descriptors{};  ///< Where the digests point; never moved.
    std::vector<pool::TeamDigest> digests{};
};

Outcome<bool> add_teams(Teams& teams, const std::vector<std::pair<std::string, std::string>>& files, bool named) {
    for (const auto& [descriptor_path, digest_path] : files) {
        auto descriptor = load_descriptor(descriptor_path);
        if (!descriptor) {
            return std::unexpected(descriptor.error());
        }
        const auto bytes = load_bytes(digest_path, "a digest");
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        auto digest = pool::decode_digest(*bytes, *descriptor);
        if (!digest) {
            return refuse_file(digest_path, "a digest", digest.error());
        }
        teams.descriptors.push_back(std::move(*descriptor));
        teams.digests.push_back({&teams.descriptors.back(), std::move(*digest), named});
    }
    return true;
}

void describe_items(Answer& answer, const pool::Combined& combined) {
    answer.line(printable(combined.name) + ", " + pool::period_name(combined.period) + ": " +
                std::to_string(combined.teams) + " teams, threshold " + std::to_string(combined.threshold));
    answer.json["name"] = combined.name;
    answer.json["period"] = pool::period_name(combined.period);
    answer.json["teams"] = combined.teams;
    answer.json["threshold"] = combined.threshold;
    answer.json["items"] = Json::array();
    for (const auto& item : combined.items) {
        std::string line = "  " + item.code + ": at least " + std::to_string(item.at_least) + " people";
        for (const auto& team : item.teams) {
            line += (&team == &item.teams.front() ? "; named: " : ", ") + printable(team);
        }
        answer.line(line);
        answer.json["items"].push_back({{"theme", item.code}, {"at_least", item.at_least}, {"named", item.teams}});
    }
    if (combined.items.empty()) {
        answer.line("No theme was shown by two teams or more with enough people.");
    }
}

Outcome<Answer> run_combine(const Arguments& arguments) {
    Teams teams;
    for (const bool named : {false, true}) {
        if (auto added = add_teams(teams, arguments.pairs(named ? "--named-team" : "--team"), named); !added) {
            return std::unexpected(added.error());
        }
    }
    auto combined = pool::combine(teams.digests, arguments.value("--name"));
    if (!combined) {
        return refuse(combined.error().code, "These digests cannot be combined (" + combined.error().detail +
                                                 "). Nothing was made. Name at least three teams of different pools, "
                                                 "all of one period, and a name of 1 to 100 bytes.");
    }
    const auto key = load_or_make_founder(arguments.value("--key"));
    if (!key) {
        return std::unexpected(key.error());
    }
    Answer answer;
    describe_items(answer, *combined);
    const auto bytes = pool::encode_combined(std::move(*combined), key->seed());
    if (!bytes) {
        return refuse(bytes.error().code, "The combination could not be written (" + bytes.error().detail +
                                              "). Nothing was made. Choose another name.");
    }
    answer.line("Combined: " + printable(arguments.value("--to")) +
                ". Combine these teams once: other sets of them would let numbers be taken apart.");
    answer.json["combined"] = arguments.value("--to");
    return save(std::move(answer), arguments.value("--to"), *bytes);
}

}  // namespace

CommandSpec combine_command() {
    return {"combine",
            "Combine the digests of at least three teams for one period.",
            {{"--team", "DESCRIPTOR DIGEST", "A team that is not to be named, repeated for each.", Takes::kPairs},
             {"--named-team", "DESCRIPTOR DIGEST", "A team that agreed to be named, repeated for each.", Takes::kPairs},
             {"--name", "TEXT", "What the combination is called.", Takes::kValue, true},
             {"--key", "FILE", "Your signing key (as a founder's); made if there is none.", Takes::kValue, true},
             {"--to", "FILE", "The combined digest.", Takes::kValue, true}},
            run_combine};
}

}  // namespace pennydrop::pool_cli
