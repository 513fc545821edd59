// SPDX-License-Identifier: Apache-2.0
// join, report, withdraw: what a member does.
#include <filesystem>
#include <string>

#include "commands.h"
#include "files.h"
#include "material.h"
#include "pool/member_file.h"
#include "reports.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

namespace fs = std::filesystem;

/// Whether the people behind a pool are who they were.
Outcome<Answer> compare_with_last_season(Answer answer, const std::string& path, const pool::Descriptor& descriptor) {
    const auto before = load_descriptor(path);
    if (!before) {
        return std::unexpected(before.error());
    }
    if (before->terms().pool_id != descriptor.terms().pool_id) {
        answer.warn("that is another pool than last season's.");
    } else if (before->founder_key() != descriptor.founder_key() ||
               before->collector_key() != descriptor.collector_key()) {
        answer.warn("founder or collector has another signing key than last season. Ask them before you report.");
    }
    return answer;
}

Outcome<Answer> run_join(const Arguments& arguments) {
    const std::string path = arguments.value("--invite");
    const auto descriptor = load_descriptor(arguments.value("--descriptor"));
    if (!descriptor) {
        return std::unexpected(descriptor.error());
    }
    const auto season = load_season(arguments.value("--season"), *descriptor);
    if (!season) {
        return std::unexpected(season.error());
    }
    const auto invite = load_invite(path);
    if (!invite) {
        return std::unexpected(invite.error());
    }
    const auto seat = pool::Seat::join(*invite, *descriptor, *season);
    if (!seat) {
        return refuse_file(path == "-" ? "The invitation" : path, "an invitation", seat.error());
    }
    Outcome<Answer> answer = Answer{};
    describe_descriptor(*answer, *descriptor);
    if (arguments.has("--last-season")) {
        answer = compare_with_last_season(std::move(*answer), arguments.value("--last-season"), *descriptor);
    }
    answer = answer ? save_secret(std::move(*answer), arguments.value("--to"), seat->encode()) : answer;
    if (!answer) {
        return answer;
    }
    answer->line("Joined. Your seat's keys: " + printable(arguments.value("--to")) +
                 ". Compare the code with the others.");
    answer->json["seat"] = arguments.value("--to");
    if (arguments.has("--destroy") && path != "-") {
        if (auto gone = destroy_file(path); !gone) {
            return refuse_file(path, "an invitation", gone.error());
        }
        answer->json["destroyed"] = true;
    } else {
        answer->line("Now destroy the slip.");
    }
    return answer;
}

/// A seat whose closed periods are forgotten, here and in its file.
Outcome<pool::Seat> present_seat(const std::string& path, const pool::Descriptor& descriptor, Timestamp now) {
    auto seat = load_seat(path, descriptor);
    if (!seat) {
        return seat;
    }
    const pool::Period open = pool::period_at(descriptor.terms(), now);
    if (open.number == 0 || seat->periods().empty() || seat->periods().front().period >= open) {
        return seat;
    }
    seat->wipe_through({open.number - 1});
    const auto saved = replace_secret({}, path, seat->encode());
    if (!saved) {
        return std::unexpected(saved.error());
    }
    return seat;
}

struct Member {
    pool::Descriptor descriptor;
    pool::Seat seat;
    pool::Period period;
};

Outcome<Member> member_of(const Arguments& arguments) {
    auto descriptor = load_descriptor(arguments.value("--descriptor"));
    if (!descriptor) {
        return std::unexpected(descriptor.error());
    }
    const auto now = present(arguments);
    if (!now) {
        return std::unexpected(now.error());
    }
    const auto period = chosen_period(arguments, descriptor->terms(), *now);
    if (!period) {
        return std::unexpected(period.error());
    }
    // Before the seat counts a file that could not be written.
    std::error_code error;
    if (const std::string folder = arguments.value("--to", "."); !fs::is_directory(folder, error)) {
        return refuse(ErrorCode::kNotFound, "There is no folder " + printable(folder) +
                                                ". Nothing was built. Make it, or name another one with --to.");
    }
    if (*now >= pool::close_of(descriptor->terms(), *period)) {
        return refuse(ErrorCode::kClosed, "The period " + pool::period_name(*period) +
                                              " has closed; nothing more is taken for it. Nothing was built. Report in "
                                              "the period that is open now.");
    }
    auto seat = present_seat(arguments.value("--seat"), *descriptor, *now);
    if (!seat) {
        return std::unexpected(seat.error());
    }
    return Member{std::move(*descriptor), std::move(*seat), *period};
}

Outcome<Answer> save_member_file(const pool::MemberFile& file, const Member& member, const std::string& folder) {
    const std::string path = (fs::path{folder} / file.name).string();
    if (auto saved = write_file(path, file.bytes, Replace::kYes); !saved) {
        return refuse_file(path, "a member's file", saved.error());
    }
    if (auto timed = set_file_time(path, file.modified); !timed) {
        return refuse_file(path, "a member's file", timed.error());
    }
    Answer answer;
    answer.line("To be handed in before " + time_text(file.modified) + ": " + printable(path));
    answer.line("Keep a copy until the digest is there, to see whether it arrived.");
    answer.json = {{"file", path},
                   {"period", pool::period_name(member.period)},
                   {"closes", time_text(file.modified)},
                   {"bytes", file.bytes.size()}};
    return answer;
}

std::unexpected<Refusal> refuse_build(const Error& error) {
    if (error.code == ErrorCode::kClosed) {
        return refuse(error.code,
                      "This seat has forgotten the period, as it must after its close. Nothing was built. "
                      "Report in the period that is open now.");
    }
    return refuse(error.code, "The file could not be built (" + error.detail +
                                  "). Files that were sent before still count. Shorten the texts; a seat can build 64 "
                                  "files in one period.");
}

Outcome<Answer> run_report(const Arguments& arguments) {
    auto member = member_of(arguments);
    if (!member) {
        return std::unexpected(member.error());
    }
    const std::string source = arguments.value("--from", "-");
    const auto bytes = read_secret_file(source);
    if (!bytes) {
        return refuse_file(source, "a report", bytes.error());
    }
    const std::string_view text{reinterpret_cast<const char*>(bytes->data()), bytes->size()};
    const auto choices = parse_reports(text, member->descriptor.terms());
    if (!choices) {
        return std::unexpected(choices.error());
    }
    const auto file = pool::build_report_file(member->seat, member->descriptor, member->period, *choices);
    if (!file) {
        return refuse_build(file.error());
    }
    // First the seat: a file that went out from a seat that forgot it could be taken for an older one.
    const auto saved = replace_secret({}, arguments.value("--seat"), member->seat.encode());
    return saved ? save_member_file(*file, *member, arguments.value("--to", ".")) : saved;
}

Outcome<Answer> run_withdraw(const Arguments& arguments) {
    const auto member = member_of(arguments);
    if (!member) {
        return std::unexpected(member.error());
    }
    const auto file = pool::build_withdrawal_file(member->seat, member->descriptor, member->period);
    if (!file) {
        return refuse_build(file.error());
    }
    return save_member_file(*file, *member, arguments.value("--to", "."));
}

std::vector<OptionSpec> member_options() {
    return {{"--seat", "FILE", "The seat's keys.", Takes::kValue, true},
            descriptor_option(),
            {"--period", "YYYY-MM", "The period, by the month it closes in; the open one without this."},
            {"--to", "FOLDER", "Where the file goes; here without this. An earlier one of the period is replaced."},
            now_option()};
}

}  // namespace

CommandSpec join_command() {
    return {"join",
            "Member: take a seat with an invitation.",
            {{"--invite", "FILE", "The invitation, as a file or as the text of a slip; - reads it from standard input.",
              Takes::kValue, true},
             descriptor_option(),
             {"--season", "FILE", "The season file.", Takes::kValue, true},
             {"--last-season", "FILE", "The pool's descriptor of last season: warns when somebody's key is another."},
             {"--destroy", "", "Overwrite and remove the invitation's file afterwards.", Takes::kNothing},
             {"--to", "FILE", "The seat's keys; secret.", Takes::kValue, true}},
            run_join};
}

CommandSpec report_command() {
    auto options = member_options();
    options.push_back({"--from", "FILE",
                       "Read the report from here instead of standard input: a line \"THEME | LEVEL | WHAT IT IS LIKE "
                       "| ASK\" for each theme (all but the theme may be left out), or JSON. Empty: nothing to say."});
    return {"report", "Member: build the file of a period, with or without something to say.", std::move(options),
            run_report};
}

CommandSpec withdraw_command() {
    return {"withdraw",
            "Member: take back everything of a period, for good. (To take back one theme, report again without it.)",
            member_options(), run_withdraw};
}

}  // namespace pennydrop::pool_cli
