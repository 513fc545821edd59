// SPDX-License-Identifier: Apache-2.0
// What a command has to say: for people as text, for programs as JSON. And why one was refused.
// Threads: plain values.
#pragma once

#include <expected>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace pennydrop::pool_cli {

using Json = nlohmann::ordered_json;

/// Exit status, as in the manual page; "pennydrop vault" has the same.
inline constexpr int kFine = 0;
inline constexpr int kProblem = 1;   ///< What was checked is not as it should be.
inline constexpr int kUsage = 2;     ///< The command was not understood. Nothing was done.
inline constexpr int kCouldNot = 3;  ///< It could not be done.

/// A command that came to an end. `text` may have several lines and ends without a newline.
struct Answer {
    std::string text{};
    Json json = Json::object();
    int status{kFine};

    /// Adds a line to the text.
    void line(std::string_view more) {
        text += text.empty() ? "" : "\n";
        text += more;
    }
    /// A warning: a line of the text, and one of the JSON's "warnings".
    void warn(std::string_view what) {
        line("Warning: " + std::string{what});
        json["warnings"].push_back(std::string{what});
    }
};

/// Why a command was refused: what happened, what is safe, what to do.
struct Refusal {
    int status{kCouldNot};
    std::string code{};  ///< error_name() or "usage"; for programs.
    std::string message{};
};

template <typename T>
using Outcome = std::expected<T, Refusal>;

[[nodiscard]] inline std::unexpected<Refusal> refuse(ErrorCode code, std::string message, int status = kCouldNot) {
    return std::unexpected<Refusal>(Refusal{status, std::string{error_name(code)}, std::move(message)});
}
[[nodiscard]] inline std::unexpected<Refusal> refuse_usage(std::string message) {
    return std::unexpected<Refusal>(Refusal{kUsage, "usage", std::move(message)});
}
template <typename T>
[[nodiscard]] std::unexpected<Refusal> pass_on(Outcome<T>& refused) {
    return std::unexpected<Refusal>(std::move(refused).error());
}

/// `text` without what could steer a terminal: control characters become U+FFFD, but newlines and tabs stay.
[[nodiscard]] std::string printable(std::string_view text);

/// The refusal for an error about a file. `what` is what the file was to be, with its article: "a descriptor".
[[nodiscard]] std::unexpected<Refusal> refuse_file(const std::string& path, std::string_view what, const Error& error);

/// Writes to standard output, or for a refusal without --json to standard error. Returns the exit status.
[[nodiscard]] int finish(const Outcome<Answer>& outcome, std::string_view command, bool as_json);

}  // namespace pennydrop::pool_cli
