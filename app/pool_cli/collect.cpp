// SPDX-License-Identifier: Apache-2.0
// collect: the coach opens what reached the threshold, looks at it with the team, and releases it once.
#include "pool/collect.h"

#include <optional>
#include <string>

#include "commands.h"
#include "files.h"
#include "interrupt.h"
#include "material.h"
#include "pool/codes.h"
#include "pool/release.h"
#include "reports.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

struct Collection {
    pool::Descriptor descriptor;
    pool::CollectorKeys keys;
    pool::Period period{};
    pool::Collected collected{};
};

std::unexpected<Refusal> refuse_collecting(const Error& error, pool::Period period, const pool::Descriptor& descriptor,
                                           Timestamp now) {
    const std::string name = "The period " + pool::period_name(period);
    const Timestamp close = pool::close_of(descriptor.terms(), period);
    if (error.code == ErrorCode::kClosed) {
        return refuse(error.code, name +
                                      " was released already, and its key is wiped. Nothing was changed. Each "
                                      "period is released once; late files are not taken.");
    }
    if (error.code == ErrorCode::kCancelled) {
        return refuse(error.code, "Stopped. Nothing was changed or kept. Start again when there is time.");
    }
    if (error.code == ErrorCode::kInvalid && now < close) {
        return refuse(error.code, name + " closes at " + time_text(close) +
                                      "; until then everybody may withdraw. Nothing was opened. Collect after that.");
    }
    return refuse(error.code, "These keys are not those of this season (" + error.detail +
                                  "). Nothing was opened. Use the keys that the descriptor was signed with.");
}

Outcome<Collection> collect_files(const Arguments& arguments) {
    auto descriptor = load_descriptor(arguments.value("--descriptor"));
    if (!descriptor) {
        return std::unexpected(descriptor.error());
    }
    const auto season = load_season(arguments.value("--season"), *descriptor);
    if (!season) {
        return std::unexpected(season.error());
    }
    auto keys = load_collector(arguments.value("--keys"));
    if (!keys) {
        return std::unexpected(keys.error());
    }
    const auto now = present(arguments);
    if (!now) {
        return std::unexpected(now.error());
    }
    const auto period = chosen_period(arguments, descriptor->terms(), *now);
    if (!period) {
        return std::unexpected(period.error());
    }
    const auto files = load_blob_files(arguments.values("FILE"));
    if (!files) {
        return std::unexpected(files.error());
    }
    Progress progress;
    auto collected = pool::collect(*descriptor, *season, *keys, *period, *files, *now, progress.report());
    if (!collected) {
        return refuse_collecting(collected.error(), *period, *descriptor, *now);
    }
    return Collection{std::move(*descriptor), std::move(*keys), *period, std::move(*collected)};
}

void describe_counts(Answer& answer, const pool::BlobCounts& counts) {
    answer.line(std::to_string(counts.received) + " blobs received.");
    answer.json["counts"] = {{"files", counts.files},         {"files_refused", counts.files_refused},
                             {"received", counts.received},   {"foreign", counts.foreign},
                             {"malformed", counts.malformed}, {"not_admitted", counts.not_admitted}};
    const std::size_t dropped = counts.foreign + counts.malformed + counts.not_admitted;
    if (counts.files_refused > 0) {
        answer.warn(std::to_string(counts.files_refused) +
                    " files were left out: damaged, or of another pool or period.");
    }
    if (dropped > 0) {
        answer.warn(std::to_string(dropped) + " blobs were dropped: no seat of this season made them.");
    }
}

void describe_texts(Answer& answer, const Collection& collection) {
    answer.json["texts"] = Json::array();
    const auto add = [&](const std::string& theme, const char* kind, const std::string& text) {
        if (!text.empty()) {
            answer.line(theme + " | " + kind + " | " + printable(text));
            answer.json["texts"].push_back({{"theme", theme}, {"kind", kind}, {"text", text}});
        }
    };
    for (const auto& opened : collection.collected.opened) {
        const std::string theme = collection.descriptor.terms().themes[opened.theme.value].text;
        for (const auto& note : opened.notes) {
            add(theme, "note", note.text);
            add(theme, "ask", note.ask);
        }
    }
}

/// Signs and saves the digest, then wipes the period's key. A run that was cut off between the two is taken up again.
Outcome<Answer> release(Answer answer, Collection& collection, const pool::Bytes& digest, const Arguments& arguments) {
    const std::string path = arguments.value("--release");
    auto saved = write_file(path, digest);
    if (!saved && saved.error().code == ErrorCode::kAlreadyExists) {
        const auto there = read_file(path);
        if (there && *there == digest) {
            saved = Status{};
        }
    }
    if (!saved) {
        return refuse_file(path, "a new digest", saved.error());
    }
    const pool::Hash hash = pool::digest_hash(digest);
    collection.keys.released(collection.period, hash);
    answer.line("Released: " + printable(path) +
                ", the same for everybody. Its code to compare: " + pool::comparison_code(hash));
    answer.line("The key of this period is wiped.");
    answer.json["digest"] = path;
    answer.json["code"] = pool::comparison_code(hash);
    return replace_secret(std::move(answer), arguments.value("--keys"), collection.keys.encode());
}

Outcome<Answer> run_collect(const Arguments& arguments) {
    if (arguments.has("--texts") && !arguments.has("--release")) {
        return refuse_usage("--texts goes with --release. Nothing was done.");
    }
    stop_on_signals();
    auto collection = collect_files(arguments);
    if (!collection) {
        return std::unexpected(collection.error());
    }
    const pool::PoolTerms& terms = collection->descriptor.terms();
    std::vector<pool::DigestText> texts;
    if (arguments.has("--texts")) {
        const auto bytes = load_bytes(arguments.value("--texts"), "a list of texts");
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        auto chosen = parse_texts({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, terms);
        if (!chosen) {
            return std::unexpected(chosen.error());
        }
        texts = std::move(*chosen);
    }
    const auto digest = pool::make_digest(collection->descriptor, collection->collected, collection->keys, texts);
    const auto shown = digest ? pool::decode_digest(*digest, collection->descriptor)
                              : Result<pool::Digest>{std::unexpected(digest.error())};
    if (!shown) {
        return refuse(shown.error().code, "A text is of a theme that is not shown, or is not good text (" +
                                              shown.error().detail +
                                              "). Nothing was released. Take it out of the list, then try again.");
    }
    Answer answer;
    describe_digest(answer, *shown, terms);
    describe_counts(answer, collection->collected.counts);
    if (arguments.has("--release")) {
        return release(std::move(answer), *collection, *digest, arguments);
    }
    if (arguments.has("--show-texts")) {
        describe_texts(answer, *collection);
    }
    answer.line("Nothing is released yet. With --release the digest is signed, once, and the period's key wiped.");
    return answer;
}

}  // namespace

CommandSpec collect_command() {
    return {"collect",
            "Collector: after the close, open what reached the threshold; with --release, sign the digest.",
            {{"FILE", "FILE", "Bundles and members' files, or folders they lie in.", Takes::kValues, true},
             descriptor_option(),
             {"--season", "FILE", "The season file.", Takes::kValue, true},
             {"--keys", "FILE", "The collector's keys.", Takes::kValue, true},
             {"--period", "YYYY-MM", "The period that has closed.", Takes::kValue, true},
             {"--show-texts", "",
              "Print the notes and asks of what opened, for the team to choose from; in the form "
              "that --texts reads.",
              Takes::kNothing},
             {"--texts", "FILE",
              "The texts chosen for the digest: lines \"THEME | note | TEXT\" or \"THEME | ask | "
              "TEXT\", or JSON."},
             {"--release", "FILE", "Sign the digest, save it here, and wipe the key of the period: once and for all."},
             now_option()},
            run_collect};
}

}  // namespace pennydrop::pool_cli
