// SPDX-License-Identifier: Apache-2.0
// verify: what a member checks when a digest comes.
#include "pool/verify.h"

#include <algorithm>
#include <optional>
#include <string>

#include "commands.h"
#include "material.h"
#include "pool/blob_file.h"
#include "pool/codes.h"
#include "pool/derive.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

constexpr std::string_view kDigest = "a digest";

/// The digest that was verified before, as what verify_digest() wants to know.
Outcome<std::optional<pool::KnownDigest>> known_digest(const Arguments& arguments, const pool::Descriptor& descriptor) {
    if (!arguments.has("--after")) {
        return std::optional<pool::KnownDigest>{};
    }
    const std::string path = arguments.value("--after");
    const auto bytes = load_bytes(path, kDigest);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const auto digest = pool::decode_digest(*bytes, descriptor);
    if (!digest) {
        return refuse_file(path, kDigest, digest.error());
    }
    return std::optional{pool::KnownDigest{digest->period, pool::digest_hash(*bytes)}};
}

/// The hashes of the file that was sent.
Outcome<std::vector<pool::BlobHash>> receipts_of(const Arguments& arguments) {
    std::vector<pool::BlobHash> receipts;
    if (!arguments.has("--sent")) {
        return receipts;
    }
    const std::string path = arguments.value("--sent");
    const auto bytes = load_bytes(path, "a member's file");
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const auto file = pool::decode_blob_file(*bytes);
    if (!file) {
        return refuse_file(path, "a member's file", file.error());
    }
    for (const auto& blob : file->blobs) {
        receipts.push_back(pool::blob_hash(blob));
    }
    std::ranges::sort(receipts);
    return receipts;
}

std::unexpected<Refusal> refuse_digest(const std::string& path, const Error& error) {
    switch (error.code) {
        case ErrorCode::kAlreadyExists:
            return refuse(error.code,
                          printable(path) +
                              " contradicts the digest you have: the coach has told two stories, or this "
                              "is not the coach's. Nothing was changed. Keep both files as evidence, and "
                              "compare their codes with the others.",
                          kProblem);
        case ErrorCode::kNotFound:
            return refuse(error.code,
                          "Between the digest you have and " + printable(path) +
                              " one is missing. Nothing was changed. Ask for the one in between, verify that first.",
                          kProblem);
        case ErrorCode::kClosed:
            return refuse(error.code,
                          printable(path) +
                              " is older than the digest you have. Nothing was changed. Name them the "
                              "other way round.",
                          kProblem);
        case ErrorCode::kDamaged:
        case ErrorCode::kInvalid:
            return refuse(error.code,
                          printable(path) + " does not hold (" + error.detail +
                              "): it was altered, is of another season, or claims what cannot be. Do not trust it. "
                              "Nothing was changed. Ask the coach for the digest again.",
                          kProblem);
        default:
            return refuse_file(path, kDigest, error);
    }
}

/// The seat forgets the period, which is over now.
Outcome<Answer> wipe_seat(Answer answer, const std::string& path, const pool::Descriptor& descriptor,
                          pool::Period period) {
    auto seat = load_seat(path, descriptor);
    if (!seat) {
        return std::unexpected(seat.error());
    }
    seat->wipe_through(period);
    answer.line("The seat's keys of " + pool::period_name(period) + " are wiped.");
    return replace_secret(std::move(answer), path, seat->encode());
}

Outcome<Answer> run_verify(const Arguments& arguments) {
    const std::string path = arguments.value("DIGEST");
    const auto descriptor = load_descriptor(arguments.value("--descriptor"));
    if (!descriptor) {
        return std::unexpected(descriptor.error());
    }
    const auto known = known_digest(arguments, *descriptor);
    if (!known) {
        return std::unexpected(known.error());
    }
    const auto receipts = receipts_of(arguments);
    if (!receipts) {
        return std::unexpected(receipts.error());
    }
    const auto bytes = load_bytes(path, kDigest);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const auto verified = pool::verify_digest(*bytes, *descriptor, *known, *receipts);
    if (!verified) {
        return refuse_digest(path, verified.error());
    }
    Answer answer;
    describe_digest(answer, verified->digest, descriptor->terms());
    answer.line("Verified: signed by the collector, and every theme shown was named by at least " +
                std::to_string(descriptor->terms().threshold) + " seats.");
    answer.line("Code to compare: " + pool::comparison_code(verified->hash));
    answer.json["code"] = pool::comparison_code(verified->hash);
    answer.json["repeated"] = verified->repeated;
    answer.json["past_unknown"] = verified->past_unknown;
    answer.json["missing"] = verified->missing.size();
    if (verified->past_unknown) {
        answer.warn(
            "this is not the season's first digest; that nothing came before is the coach's word. With --after "
            "the one before is checked.");
    }
    if (!verified->missing.empty()) {
        answer.warn(std::to_string(verified->missing.size()) +
                    " of your blobs did not arrive. What you sent did not count in full; ask the courier.");
        answer.status = kProblem;
    } else if (!receipts->empty()) {
        answer.line("All your " + std::to_string(receipts->size()) + " blobs arrived.");
    }
    return arguments.has("--seat")
               ? wipe_seat(std::move(answer), arguments.value("--seat"), *descriptor, verified->digest.period)
               : Outcome<Answer>{std::move(answer)};
}

}  // namespace

CommandSpec verify_command() {
    return {"verify",
            "Member: check a digest, and whether your own file arrived.",
            {{"DIGEST", "FILE", "The digest.", Takes::kValue, true},
             descriptor_option(),
             {"--after", "FILE", "The digest of the period before, verified already."},
             {"--sent", "FILE", "The file you handed in last for this period."},
             {"--seat", "FILE", "Your seat: its keys of this period are wiped, since it is over."}},
            run_verify};
}

}  // namespace pennydrop::pool_cli
