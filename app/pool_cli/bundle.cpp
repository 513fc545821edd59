// SPDX-License-Identifier: Apache-2.0
// bundle: what a courier does.
#include <optional>

#include "commands.h"
#include "material.h"
#include "pool/blob_file.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

Outcome<Answer> run_bundle(const Arguments& arguments) {
    const auto files = load_blob_files(arguments.values("FILE"));
    if (!files) {
        return std::unexpected(files.error());
    }
    if (arguments.has("--descriptor") != arguments.has("--period")) {
        return refuse_usage("--descriptor and --period go together. Nothing was done.");
    }
    std::optional<pool::Descriptor> descriptor;
    std::optional<pool::Period> period;
    if (arguments.has("--descriptor")) {
        auto loaded = load_descriptor(arguments.value("--descriptor"));
        if (!loaded) {
            return std::unexpected(loaded.error());
        }
        const auto chosen = chosen_period(arguments, loaded->terms(), {});
        if (!chosen) {
            return std::unexpected(chosen.error());
        }
        descriptor = std::move(*loaded);
        period = *chosen;
    }
    const auto bundle =
        descriptor && period ? pool::make_bundle(*files, descriptor->id(), *period) : pool::make_bundle(*files);
    if (!bundle) {
        return refuse(bundle.error().code,
                      bundle.error().code == ErrorCode::kNotFound
                          ? "None of these files is a member's file or a bundle of this pool and period. Nothing was "
                            "made. Name the files that members handed in (.pooled) or the folder they lie in."
                          : "That is more than one bundle can hold. Nothing was made. Make two bundles.");
    }
    Answer answer;
    answer.line(std::to_string(bundle->merged) + " files, " + std::to_string(bundle->blobs) +
                " blobs in an order that says nothing: " + printable(arguments.value("--to")));
    answer.json = {{"bundle", arguments.value("--to")},
                   {"files", bundle->merged},
                   {"refused", bundle->refused},
                   {"blobs", bundle->blobs}};
    if (bundle->refused > 0) {
        answer.warn(std::to_string(bundle->refused) +
                    " files were left out: damaged, or of another pool or period. They were not changed.");
    }
    return save(std::move(answer), arguments.value("--to"), bundle->bytes);
}

}  // namespace

CommandSpec bundle_command() {
    return {"bundle",
            "Courier: merge members' files into one, so that the collector sees neither sender nor order.",
            {{"FILE", "FILE", "Members' files and bundles, or folders they lie in.", Takes::kValues, true},
             {"--descriptor", "FILE",
              "Take only files of this pool (with --period); without this, of the first "
              "file's."},
             {"--period", "YYYY-MM", "Take only files of this period."},
             {"--to", "FILE", "The bundle.", Takes::kValue, true}},
            run_bundle};
}

}  // namespace pennydrop::pool_cli
