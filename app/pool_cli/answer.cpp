// SPDX-License-Identifier: Apache-2.0
#include "answer.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace pennydrop::pool_cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string dump(const Json& json) {
    constexpr int kIndent = 2;
    return json.dump(kIndent, ' ', false, Json::error_handler_t::replace);
}

std::string message_for(const std::string& path, std::string_view what, const Error& error) {
    const std::string file = path == "-" ? "What came from standard input" : printable(path);
    const std::string detail = error.detail.empty() ? "" : " (" + error.detail + ")";
    switch (error.code) {
        case ErrorCode::kNotOurFile:
            return file + " is not " + std::string{what} +
                   ". Nothing was changed. Check which file is which: “pennydrop-pool inspect” says what a file is.";
        case ErrorCode::kNewerVersion:
            return file + " was made by a later version. Nothing was changed. Update pennydrop-pool, then try again.";
        case ErrorCode::kDamaged:
            return file + " is damaged, incomplete or was altered" + detail +
                   ", so it was not used. Nothing was changed. Get it again from whoever made it.";
        case ErrorCode::kInvalid:
            return file + " does not belong to this season" + detail +
                   ". Nothing was changed. Use the files of one season together.";
        case ErrorCode::kWrongSecret:
            return file +
                   " does not open with this secret. Nothing was changed. Check that the invitation is of this "
                   "season and was typed as it is printed.";
        case ErrorCode::kNotFound:
            return "There is no file " + file + ". Nothing was changed. Check the name, then try again.";
        case ErrorCode::kAlreadyExists:
            return "There is a file " + file +
                   " already. It was left exactly as it is. Choose another name, or move it away first.";
        case ErrorCode::kPermission:
            return "The system does not give access to " + file + detail +
                   ". Nothing was changed. Check its permissions, then try again.";
        case ErrorCode::kDiskFull:
            return "There is no room left for " + file + ". Nothing was changed. Make some room, then try again.";
        default:
            return file + " could not be read or written (" + std::string{error_name(error.code)} +
                   "). Nothing that was there is lost. Check the drive it lies on, then try again.";
    }
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        const bool is_c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<std::uint8_t>(text[i + 1]) < 0xA0;
        if (is_c1) {
            ++i;
        }
        const bool is_control = is_c1 || byte == 0x7F || (byte < 0x20 && byte != '\n' && byte != '\t');
        out += is_control ? kReplacement : text.substr(i, 1);
    }
    return out;
}

std::unexpected<Refusal> refuse_file(const std::string& path, std::string_view what, const Error& error) {
    return refuse(error.code, message_for(path, what, error));
}

int finish(const Outcome<Answer>& outcome, std::string_view command, bool as_json) {
    Json json = {{"command", command}, {"ok", outcome.has_value() && outcome->status == kFine}};
    int status = kFine;
    if (outcome) {
        status = outcome->status;
        json.update(outcome->json);
    } else {
        status = outcome.error().status;
        json["error"] = {{"code", outcome.error().code}, {"message", outcome.error().message}};
    }
    std::FILE* out = outcome || as_json ? stdout : stderr;
    const std::string text =
        as_json ? dump(json) : (outcome ? outcome->text : "pennydrop-pool: " + outcome.error().message);
    const bool written = text.empty() || (std::fwrite(text.data(), 1, text.size(), out) == text.size() &&
                                          std::fputc('\n', out) != EOF && std::fflush(out) == 0);
    return written ? status : kCouldNot;
}

}  // namespace pennydrop::pool_cli
