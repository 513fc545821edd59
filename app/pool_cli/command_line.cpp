// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <deque>

namespace pennydrop::pool_cli {
namespace {

constexpr const char* kAbout =
    "Plays a season of a team's pool from the command line: nobody, the coach included, learns that a barrier was\n"
    "named until enough different people have named the same one. See pennydrop-pool(1) and docs/pool-protocol.md.";
constexpr const char* kFooter =
    "\nEvery command takes --json. Exit status: 0 all is well; 1 what was checked is not as it should be;\n"
    "2 the command was not understood; 3 it could not be done. Secrets are never taken from the command line.";

void add_option(CLI::App& app, const OptionSpec& spec, Arguments& arguments) {
    CLI::Option* option = nullptr;
    switch (spec.takes) {
        case Takes::kNothing:
            option = app.add_flag(spec.name, arguments.flags[spec.name], spec.help)->disable_flag_override();
            break;
        case Takes::kValue:
            // One place for a value, so that a second one is an error.
            option = app.add_option(spec.name, arguments.given[spec.name], spec.help)->expected(1);
            option->multi_option_policy(CLI::MultiOptionPolicy::Throw);
            break;
        case Takes::kValues:
            option = app.add_option(spec.name, arguments.given[spec.name], spec.help);
            if (spec.name.starts_with('-')) {
                option->allow_extra_args(false);
            }
            break;
        case Takes::kPairs:
            option = app.add_option(spec.name, arguments.given_pairs[spec.name], spec.help)->allow_extra_args(false);
            break;
    }
    if (!spec.value.empty()) {
        option->type_name(spec.value);
    }
    option->required(spec.required);
}

bool wants_json(int argc, const char* const* argv) {
    return std::any_of(argv, argv + argc, [](const char* word) { return std::string_view{word} == "--json"; });
}

}  // namespace

bool Arguments::has(const std::string& name) const {
    const auto flag = flags.find(name);
    return (flag != flags.end() && flag->second) || !values(name).empty() || !pairs(name).empty();
}

std::string Arguments::value(const std::string& name, const std::string& otherwise) const {
    return values(name).empty() ? otherwise : values(name).front();
}

const std::vector<std::string>& Arguments::values(const std::string& name) const {
    static const std::vector<std::string> none;
    const auto found = given.find(name);
    return found == given.end() ? none : found->second;
}

const std::vector<std::pair<std::string, std::string>>& Arguments::pairs(const std::string& name) const {
    static const std::vector<std::pair<std::string, std::string>> none;
    const auto found = given_pairs.find(name);
    return found == given_pairs.end() ? none : found->second;
}

Outcome<unsigned> Arguments::number(const std::string& name, unsigned otherwise, unsigned least, unsigned most) const {
    const std::string text = value(name);
    if (text.empty()) {
        return otherwise;
    }
    unsigned number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number < least || number > most) {
        return refuse_usage(name + " takes a whole number from " + std::to_string(least) + " to " +
                            std::to_string(most) + ". Nothing was done.");
    }
    return number;
}

int run_command_line(const std::vector<CommandSpec>& commands, std::string_view version, int argc,
                     const char* const* argv) {
    CLI::App app{kAbout, "pennydrop-pool"};
    app.footer(kFooter);
    app.set_version_flag("--version", "pennydrop-pool " + std::string{version});
    app.require_subcommand(1);
    std::deque<Arguments> arguments;
    std::vector<std::pair<CLI::App*, const CommandSpec*>> known;
    for (const auto& command : commands) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        Arguments& own = arguments.emplace_back();
        for (const auto& option : command.options) {
            add_option(*sub, option, own);
        }
        add_option(*sub, {"--json", "", "Print JSON.", Takes::kNothing}, own);
        known.emplace_back(sub, &command);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return app.exit(help) == 0 ? kFine : kUsage;
    } catch (const CLI::ParseError& error) {
        return finish(refuse_usage(std::string{error.what()} + ". Nothing was done. Try “pennydrop-pool --help” or "
                                                               "“pennydrop-pool COMMAND --help”."),
                      "", wants_json(argc, argv));
    }
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].first->parsed()) {
            return finish(known[i].second->run(arguments[i]), known[i].second->name, arguments[i].has("--json"));
        }
    }
    return kUsage;
}

}  // namespace pennydrop::pool_cli
