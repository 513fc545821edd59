// SPDX-License-Identifier: Apache-2.0
// The command line: which commands and options there are, read strictly (CLI11 does the reading; only this file's
// source knows of it).
// Threads: plain values.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answer.h"

namespace pennydrop::pool_cli {

/// How often an option may stand, and with how many values.
enum class Takes { kNothing, kValue, kValues, kPairs };

struct OptionSpec {
    std::string name{};   ///< "--offer"; without hyphens for what stands by itself ("FILE").
    std::string value{};  ///< What the help calls its value.
    std::string help{};
    Takes takes{Takes::kValue};
    bool required{false};
};

/// What was given for one command.
class Arguments {
public:
    [[nodiscard]] bool has(const std::string& name) const;
    /// The one value, or `otherwise`.
    [[nodiscard]] std::string value(const std::string& name, const std::string& otherwise = {}) const;
    [[nodiscard]] const std::vector<std::string>& values(const std::string& name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& pairs(const std::string& name) const;
    /// A whole number; a refusal when it is none or outside the limits.
    [[nodiscard]] Outcome<unsigned> number(const std::string& name, unsigned otherwise, unsigned least,
                                           unsigned most) const;

    std::map<std::string, bool> flags{};
    std::map<std::string, std::vector<std::string>> given{};
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> given_pairs{};
};

struct CommandSpec {
    std::string name{};
    std::string summary{};
    std::vector<OptionSpec> options{};
    std::function<Outcome<Answer>(const Arguments&)> run{};
};

/// Reads the arguments, runs the command, prints its outcome. Returns the exit status.
[[nodiscard]] int run_command_line(const std::vector<CommandSpec>& commands, std::string_view version, int argc,
                                   const char* const* argv);

}  // namespace pennydrop::pool_cli
