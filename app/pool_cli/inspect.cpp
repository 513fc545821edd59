// SPDX-License-Identifier: Apache-2.0
// inspect: says what a file is and what it shows to anybody; of a secret only what is no secret.
#include <algorithm>
#include <array>
#include <string>

#include "commands.h"
#include "files.h"
#include "material.h"
#include "pool/blob_file.h"
#include "pool/codes.h"
#include "pool/combine.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

using Look = Outcome<Answer> (*)(const std::string& path, pool::ByteView bytes, const Arguments& arguments);

std::string text_of(pool::ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

Outcome<Answer> look_at_offer(const std::string& path, pool::ByteView bytes, const Arguments& /*arguments*/) {
    const auto offer = pool::decode_offer(bytes);
    if (!offer) {
        return refuse_file(path, "an offer", offer.error());
    }
    Answer answer;
    answer.line("A collector's offer: " + std::to_string(offer->box_keys.size()) + " periods from " +
                pool::period_name(offer->first_period));
    answer.line("Signing key: " + hex(offer->signing_key));
    answer.json = {{"first_period", pool::period_name(offer->first_period)},
                   {"periods", offer->box_keys.size()},
                   {"collector_key", hex(offer->signing_key)}};
    return answer;
}

Outcome<Answer> look_at_descriptor(const std::string& path, pool::ByteView bytes, const Arguments& /*arguments*/) {
    auto descriptor = pool::Descriptor::decode(bytes);
    const bool whole = descriptor.has_value();
    if (!whole) {
        auto error = std::move(descriptor).error();
        descriptor = pool::Descriptor::decode_draft(bytes);
        if (!descriptor) {
            return refuse_file(path, "a descriptor", error);
        }
    }
    Answer answer;
    answer.line(whole ? "A descriptor, signed by founder and collector"
                      : "A draft of a descriptor, signed by the founder only");
    answer.json["draft"] = !whole;
    describe_descriptor(answer, *descriptor);
    return answer;
}

Outcome<Answer> look_at_season(const std::string& path, pool::ByteView bytes, const Arguments& arguments) {
    if (!arguments.has("--descriptor")) {
        return refuse_usage("A season file is read with its --descriptor. Nothing was done.");
    }
    const auto descriptor = load_descriptor(arguments.value("--descriptor"));
    if (!descriptor) {
        return std::unexpected(descriptor.error());
    }
    if (const auto season = pool::SeasonFile::decode(bytes, *descriptor); !season) {
        return refuse_file(path, "a season file", season.error());
    }
    Answer answer;
    answer.line("The season file of " + printable(descriptor->terms().name) + ": packets for " +
                std::to_string(descriptor->terms().seats) + " seats");
    answer.json = {{"seats", descriptor->terms().seats}, {"desc_id", hex(descriptor->id())}};
    return answer;
}

Outcome<Answer> look_at_blobs(const std::string& path, pool::ByteView bytes, const Arguments& /*arguments*/) {
    const auto file = pool::decode_blob_file(bytes);
    if (!file) {
        return refuse_file(path, "a member's file or a bundle", file.error());
    }
    const bool is_bundle = file->kind == pool::BlobFileKind::kBundle;
    Answer answer;
    answer.line(std::string{is_bundle ? "A courier's bundle" : "A member's file"} + ": " +
                std::to_string(file->blobs.size()) + " blobs of " + std::to_string(pool::blob_bytes(file->bucket)) +
                " bytes for " + pool::period_name(file->period));
    answer.line("Of the pool with the code: " + pool::comparison_code(file->desc_id));
    answer.json = {{"blobs", file->blobs.size()},
                   {"blob_bytes", pool::blob_bytes(file->bucket)},
                   {"period", pool::period_name(file->period)},
                   {"desc_id", hex(file->desc_id)},
                   {"code", pool::comparison_code(file->desc_id)}};
    return answer;
}

Outcome<Answer> look_at_digest(const std::string& path, pool::ByteView bytes, const Arguments& arguments) {
    if (!arguments.has("--descriptor")) {
        return refuse_usage("A digest is read with its --descriptor. Nothing was done.");
    }
    const auto descriptor = load_descriptor(arguments.value("--descriptor"));
    if (!descriptor) {
        return std::unexpected(descriptor.error());
    }
    const auto digest = pool::decode_digest(bytes, *descriptor);
    if (!digest) {
        return refuse_file(path, "a digest", digest.error());
    }
    Answer answer;
    describe_digest(answer, *digest, descriptor->terms());
    const std::string code = pool::comparison_code(pool::digest_hash(bytes));
    answer.line("Code to compare: " + code);
    answer.json["code"] = code;
    return answer;
}

Outcome<Answer> look_at_combined(const std::string& path, pool::ByteView bytes, const Arguments& /*arguments*/) {
    const auto combined = pool::decode_combined(bytes);
    if (!combined) {
        return refuse_file(path, "a combined digest", combined.error());
    }
    Answer answer;
    answer.line("A combined digest: " + printable(combined->name) + ", " + pool::period_name(combined->period) + ", " +
                std::to_string(combined->teams) + " teams");
    answer.json = {
        {"name", combined->name},           {"period", pool::period_name(combined->period)}, {"teams", combined->teams},
        {"threshold", combined->threshold}, {"signing_key", hex(combined->signing_key)},     {"items", Json::array()}};
    for (const auto& item : combined->items) {
        answer.line("  " + item.code + ": at least " + std::to_string(item.at_least) + " people");
        answer.json["items"].push_back({{"theme", item.code}, {"at_least", item.at_least}, {"named", item.teams}});
    }
    return answer;
}

Outcome<Answer> look_at_invite(const std::string& path, pool::ByteView bytes, const Arguments& /*arguments*/) {
    const auto invite = pool::decode_invite(bytes);
    if (!invite) {
        return refuse_file(path, "an invitation", invite.error());
    }
    Answer answer;
    answer.line("An invitation for seat " + std::to_string(invite->seat.value) + "; secret");
    answer.line("Of the pool with the code: " + pool::comparison_code(invite->desc_id));
    answer.json = {{"seat", invite->seat.value},
                   {"desc_id", hex(invite->desc_id)},
                   {"code", pool::comparison_code(invite->desc_id)}};
    return answer;
}

Outcome<Answer> look_at_seat(const std::string& path, pool::ByteView bytes, const Arguments& /*arguments*/) {
    const auto seat = pool::Seat::decode(bytes);
    if (!seat) {
        return refuse_file(path, "a seat's keys", seat.error());
    }
    Answer answer;
    answer.line("A seat's keys; secret");
    answer.line("Of the pool with the code: " + pool::comparison_code(seat->desc_id()));
    answer.json = {{"desc_id", hex(seat->desc_id())},
                   {"code", pool::comparison_code(seat->desc_id())},
                   {"periods", Json::array()}};
    for (const auto& period : seat->periods()) {
        answer.line("  " + pool::period_name(period.period) + ": " + std::to_string(period.files_built) +
                    " files built");
        answer.json["periods"].push_back(
            {{"period", pool::period_name(period.period)}, {"files_built", period.files_built}});
    }
    return answer;
}

Outcome<Answer> look_at_collector(const std::string& path, pool::ByteView bytes, const Arguments& /*arguments*/) {
    const auto keys = pool::CollectorKeys::decode(bytes);
    if (!keys) {
        return refuse_file(path, "a collector's keys", keys.error());
    }
    Answer answer;
    answer.line("A collector's keys; secret");
    answer.json["periods"] = Json::array();
    for (unsigned i = 0; i < keys->periods(); ++i) {
        const pool::Period period{keys->first_period().number + i};
        const bool wiped = !keys->box_keys_of(period).has_value();
        answer.line("  " + pool::period_name(period) + (wiped ? ": released, key wiped" : ": key kept"));
        answer.json["periods"].push_back({{"period", pool::period_name(period)}, {"wiped", wiped}});
    }
    return answer;
}

Outcome<Answer> look_at_founder(const std::string& path, pool::ByteView bytes, const Arguments& /*arguments*/) {
    const auto key = pool::FounderKey::decode(bytes);
    if (!key) {
        return refuse_file(path, "a founder's key", key.error());
    }
    Answer answer;
    answer.line("A founder's signing key; secret. Its public half: " + hex(key->public_key()));
    answer.json["founder_key"] = hex(key->public_key());
    return answer;
}

struct Kind {
    std::string_view magic;
    Look look;
};

constexpr std::array kKinds{
    Kind{"PDO1", look_at_offer},     Kind{"PDP1", look_at_descriptor}, Kind{"PDS1", look_at_season},
    Kind{"PDF1", look_at_blobs},     Kind{"PDB1", look_at_blobs},      Kind{"PDD1", look_at_digest},
    Kind{"PDR1", look_at_combined},  Kind{"PDI1", look_at_invite},     Kind{"PDK1", look_at_seat},
    Kind{"PDC1", look_at_collector}, Kind{"PDN1", look_at_founder}};

Outcome<Answer> run_inspect(const Arguments& arguments) {
    constexpr std::string_view kOurs = "a file of a pool";
    const std::string path = arguments.value("FILE");
    // Public or secret is not known yet: so everything is read as a secret, but for who else may read it.
    const auto secret = read_guarded_file(path);  // It may be one.
    if (!secret) {
        return refuse_file(path, kOurs, secret.error());
    }
    const pool::ByteView bytes = secret->span();
    constexpr std::size_t kMagicBytes = 4;
    const std::string magic = text_of(bytes.first(std::min(kMagicBytes, bytes.size())));
    for (const auto& kind : kKinds) {
        if (kind.magic == magic) {
            auto answer = kind.look(path, bytes, arguments);
            if (answer) {
                answer->json["kind"] = magic;
            }
            return answer;
        }
    }
    return refuse_file(path, kOurs, {ErrorCode::kNotOurFile, {}});
}

}  // namespace

CommandSpec inspect_command() {
    return {"inspect",
            "Say what a file is and what it shows; of a secret only what is no secret.",
            {{"FILE", "FILE", "Any file of a pool; - reads standard input.", Takes::kValue, true},
             {"--descriptor", "FILE", "The pool's descriptor, which a season file and a digest are read with."}},
            run_inspect};
}

}  // namespace pennydrop::pool_cli
