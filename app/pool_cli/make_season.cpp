// SPDX-License-Identifier: Apache-2.0
// offer, deal, sign: how keys and files of a season come to be.
#include <filesystem>

#include "commands.h"
#include "files.h"
#include "material.h"
#include "plan.h"
#include "pool/codes.h"
#include "pool/dealing.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kUsualPeriods = 3;

Outcome<pool::CollectorKeys> new_collector_keys(const Arguments& arguments, pool::Period first, unsigned periods) {
    if (arguments.has("--again")) {
        const auto before = load_collector(arguments.value("--again"));
        if (!before) {
            return std::unexpected(before.error());
        }
        auto next = before->next_season(first, periods);
        if (!next) {
            return refuse_file(arguments.value("--again"), "a collector's keys", next.error());
        }
        return std::move(*next);
    }
    auto keys = pool::CollectorKeys::make(first, periods);
    if (!keys) {
        return refuse(keys.error().code, "A season cannot begin then. Nothing was made. Choose another month.");
    }
    return std::move(*keys);
}

Outcome<Answer> run_offer(const Arguments& arguments) {
    const auto first = parse_period(arguments.value("--first"));
    if (!first) {
        return refuse_usage("--first takes a year and a month: 2026-11. Nothing was done.");
    }
    const auto periods = arguments.number("--periods", kUsualPeriods, 1, pool::kMaxPeriods);
    if (!periods) {
        return std::unexpected(periods.error());
    }
    const auto keys = new_collector_keys(arguments, *first, *periods);
    if (!keys) {
        return std::unexpected(keys.error());
    }
    const auto offer = keys->offer();
    if (!offer) {
        return refuse_file(arguments.value("--keys"), "a collector's keys", offer.error());
    }
    Answer answer;
    answer.line("Keys for " + std::to_string(*periods) + " periods from " + pool::period_name(*first) + ": " +
                printable(arguments.value("--keys")) + ". They never leave this device.");
    answer.line("Offer, to be sent to the founder: " + printable(arguments.value("--to")));
    answer.json = {{"keys", arguments.value("--keys")},
                   {"offer", arguments.value("--to")},
                   {"first_period", pool::period_name(*first)},
                   {"periods", *periods}};
    auto saved = save_secret(std::move(answer), arguments.value("--keys"), keys->encode());
    return saved ? save(std::move(*saved), arguments.value("--to"), *offer) : saved;
}

/// The founder's own key, or the collector's when one device is both.
Outcome<pool::FounderKey> founder_of(const Arguments& arguments) {
    if (!arguments.has("--collector-too")) {
        return load_or_make_founder(arguments.value("--founder"));
    }
    const auto keys = load_collector(arguments.value("--collector-too"));
    if (!keys) {
        return std::unexpected(keys.error());
    }
    return pool::FounderKey::from_seed(keys->signing_seed().clone());
}

std::string invitation_path(const std::string& folder, std::size_t number) {
    const std::string digits = std::to_string(number);
    return (fs::path{folder} / "invitations" / ((digits.size() == 1 ? "0" : "") + digits + ".pdi")).string();
}

Outcome<Answer> save_dealt(const pool::Dealt& dealt, const std::string& folder, Answer answer) {
    for (const auto& made : {folder, (fs::path{folder} / "invitations").string()}) {
        if (auto ready = make_private_folder(made); !ready) {
            return refuse_file(made, "a new folder", ready.error());
        }
    }
    const std::string draft = (fs::path{folder} / "draft.pdp").string();
    const std::string season = (fs::path{folder} / "season.pds").string();
    auto saved = save(std::move(answer), draft, dealt.draft);
    saved = saved ? save(std::move(*saved), season, dealt.season) : saved;
    for (std::size_t i = 0; saved && i < dealt.invites.size(); ++i) {
        saved = save_secret(std::move(*saved), invitation_path(folder, i + 1), pool::encode_invite(dealt.invites[i]));
    }
    if (saved) {
        saved->line("Draft, for the collector to sign:       " + printable(draft));
        saved->line("Season file, for everybody:             " + printable(season));
        saved->line(
            "Invitations, one secret for each seat:  " + printable((fs::path{folder} / "invitations").string()) +
            ". Make slips of them, then destroy them.");
        saved->json["draft"] = draft;
        saved->json["season"] = season;
        saved->json["invitations"] = dealt.invites.size();
    }
    return saved;
}

Outcome<Answer> run_deal(const Arguments& arguments) {
    if (arguments.has("--founder") == arguments.has("--collector-too")) {
        return refuse_usage(
            "deal takes either --founder or, where one device is both, --collector-too. Nothing was "
            "done.");
    }
    const auto terms = load_plan(arguments.value("--plan"));
    if (!terms) {
        return std::unexpected(terms.error());
    }
    const auto offer = load_offer(arguments.value("--offer"));
    if (!offer) {
        return std::unexpected(offer.error());
    }
    const auto founder = founder_of(arguments);
    if (!founder) {
        return std::unexpected(founder.error());
    }
    const auto dealt = pool::deal(*terms, *offer, *founder);
    if (!dealt) {
        return refuse(dealt.error().code,
                      "This plan cannot be dealt for this offer: " + terms_fault(dealt.error().detail) +
                          " Nothing was dealt. Make the plan anew with “pennydrop-pool create”.");
    }
    Answer answer;
    const auto draft = pool::Descriptor::decode_draft(dealt->draft);
    if (!draft) {
        return refuse_file("the draft", "a draft", draft.error());
    }
    describe_descriptor(answer, *draft);
    return save_dealt(*dealt, arguments.value("--to"), std::move(answer));
}

Outcome<Answer> run_sign(const Arguments& arguments) {
    const std::string path = arguments.value("--draft");
    const auto bytes = load_bytes(path, "a draft");
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const auto draft = pool::Descriptor::decode_draft(*bytes);
    if (!draft) {
        return refuse_file(path, "a draft", draft.error());
    }
    const auto keys = load_collector(arguments.value("--keys"));
    if (!keys) {
        return std::unexpected(keys.error());
    }
    const auto whole = pool::countersign(*bytes, *keys);
    if (!whole) {
        return refuse(whole.error().code, printable(path) +
                                              " was not made for these keys. It was not signed. Send the founder the "
                                              "offer that belongs to the keys.");
    }
    Answer answer;
    describe_descriptor(answer, *draft);
    answer.line("Signed. For everybody, with the season file: " + printable(arguments.value("--to")));
    answer.json["descriptor"] = arguments.value("--to");
    return save(std::move(answer), arguments.value("--to"), *whole);
}

}  // namespace

CommandSpec offer_command() {
    return {"offer",
            "Collector: make the keys of a season and an offer for the founder.",
            {{"--first", "YYYY-MM", "The season's first period, by the month it closes in.", Takes::kValue, true},
             {"--periods", "N", "How many periods the season has: 1 to 6; 3 without this."},
             {"--again", "FILE", "The keys of your last season: members recognise you by the same signing key."},
             {"--keys", "FILE", "The new keys; secret.", Takes::kValue, true},
             {"--to", "FILE", "The offer.", Takes::kValue, true}},
            run_offer};
}

CommandSpec deal_command() {
    return {"deal",
            "Founder: deal a season from a plan and an offer.",
            {{"--plan", "FILE", "The plan that “create” wrote.", Takes::kValue, true},
             {"--offer", "FILE", "The collector's offer.", Takes::kValue, true},
             {"--founder", "FILE", "The founder's signing key; made if there is none."},
             {"--collector-too", "FILE", "The collector's keys, where founder and collector are one device."},
             {"--to", "FOLDER", "A new folder for draft, season file and invitations.", Takes::kValue, true}},
            run_deal};
}

CommandSpec sign_command() {
    return {"sign",
            "Collector: look at the founder's draft and sign it.",
            {{"--draft", "FILE", "The draft.", Takes::kValue, true},
             {"--keys", "FILE", "The collector's keys.", Takes::kValue, true},
             {"--to", "FILE", "The descriptor.", Takes::kValue, true}},
            run_sign};
}

}  // namespace pennydrop::pool_cli
