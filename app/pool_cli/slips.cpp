// SPDX-License-Identifier: Apache-2.0
// slips: invitations as something to print, cut and put into a hat.
#include <algorithm>
#include <array>
#include <filesystem>

#include "commands.h"
#include "files.h"
#include "material.h"
#include "pool/codes.h"
#include "slip_picture.h"
#include "words.h"

namespace pennydrop::pool_cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kGroup = 4;
constexpr std::size_t kGroupsInLine = 10;

struct Slip {
    std::string path{};  ///< Of the invitation.
    pool::Invite invite{};
    std::string text{};  ///< Its 120 characters.
};

/// In a random order, so that a slip's number says nothing about its seat.
void shuffle(std::vector<Slip>& slips) {
    for (std::size_t left = slips.size(); left > 1; --left) {
        std::array<std::uint8_t, 8> random{};
        fill_random(random);
        std::uint64_t number = 0;
        for (const auto byte : random) {
            number = number << 8U | byte;
        }
        std::swap(slips[left - 1], slips[number % left]);
    }
}

Outcome<std::vector<Slip>> load_slips(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const auto& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        for (fs::directory_iterator entry{path, error}, end; !error && entry != end; entry.increment(error)) {
            if (entry->path().extension() == ".pdi") {
                files.push_back(entry->path().string());
            }
        }
    }
    std::vector<Slip> slips;
    for (const auto& file : files) {
        auto invite = load_invite(file);
        if (!invite) {
            return std::unexpected(invite.error());
        }
        const SecretBytes text = pool::invite_text(*invite);
        slips.push_back({file, std::move(*invite), {reinterpret_cast<const char*>(text.data()), text.size()}});
    }
    if (slips.empty()) {
        return refuse(ErrorCode::kNotFound,
                      "There are no invitations (.pdi) there. Nothing was made. Name the folder "
                      "that “deal” made.");
    }
    shuffle(slips);
    return slips;
}

std::vector<std::string> lines_of(const Slip& slip, const std::string& name) {
    std::vector<std::string> lines;
    if (!name.empty()) {
        lines.push_back(printable(name));
    }
    lines.push_back("An invitation for one member. Destroy it when you have joined.");
    // Indented, so that "join" finds it between the other lines; 120 characters are three lines of ten groups.
    for (std::size_t at = 0; at < slip.text.size(); at += kGroup * kGroupsInLine) {
        std::string line = "   ";
        for (std::size_t group = 0; group < kGroupsInLine; ++group) {
            line += " " + slip.text.substr(at + group * kGroup, kGroup);
        }
        lines.push_back(line);
    }
    lines.push_back("Code to compare: " + pool::comparison_code(slip.invite.desc_id));
    return lines;
}

std::string text_of(const Slip& slip, const std::string& name) {
    std::string text;
    for (const auto& line : lines_of(slip, name)) {
        text += line + "\n";
    }
    return text;
}

/// One slip in the wanted form.
Outcome<pool::Bytes> render(const Slip& slip, const std::string& form, const std::string& name) {
    if (form == "text") {
        const std::string text = text_of(slip, name);
        return pool::Bytes(text.begin(), text.end());
    }
    const auto code = make_qr(slip.text);
    if (code && form == "svg") {
        const std::string svg = qr_svg(*code, lines_of(slip, name));
        return pool::Bytes(svg.begin(), svg.end());
    }
    auto png = code ? qr_png(*code) : std::nullopt;
    if (!png) {
        return refuse(ErrorCode::kOutOfMemory,
                      "There is not enough memory for a QR code. The invitations are as they "
                      "were. Close other programs, then try again.");
    }
    return std::move(*png);
}

Outcome<Answer> save_slips(const std::vector<Slip>& slips, const std::string& form, const std::string& name,
                           const std::string& folder) {
    if (auto made = make_private_folder(folder); !made) {
        return refuse_file(folder, "a new folder", made.error());
    }
    for (std::size_t i = 0; i < slips.size(); ++i) {
        const auto bytes = render(slips[i], form, name);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        const std::string number = (i < 9 ? "0" : "") + std::to_string(i + 1);
        const auto path = (fs::path{folder} / ("slip-" + number + (form == "text" ? ".txt" : "." + form))).string();
        if (auto saved = write_secret_file(path, *bytes); !saved) {
            return refuse_file(path, "a slip", saved.error());
        }
    }
    Answer answer;
    answer.line(std::to_string(slips.size()) + " slips, in random order: " + printable(folder) +
                ". Print them, fold them, let everybody draw one; then destroy the files.");
    answer.json = {{"slips", slips.size()}, {"folder", folder}, {"form", form}};
    return answer;
}

Outcome<Answer> run_slips(const Arguments& arguments) {
    const std::string form = arguments.value("--as", "text");
    const std::string target = arguments.value("--to");
    if (form != "text" && form != "svg" && form != "png") {
        return refuse_usage("--as takes text, svg or png. Nothing was done.");
    }
    if (target == "-" && form != "text") {
        return refuse_usage("Only text can be printed; name a folder for pictures. Nothing was done.");
    }
    std::string name;
    if (arguments.has("--descriptor")) {
        const auto bytes = load_bytes(arguments.value("--descriptor"), "a pool's descriptor");
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        auto descriptor = pool::Descriptor::decode(*bytes);
        if (!descriptor) {
            descriptor = pool::Descriptor::decode_draft(*bytes);  // Slips may be printed before it is signed.
        }
        if (!descriptor) {
            return refuse_file(arguments.value("--descriptor"), "a pool's descriptor", descriptor.error());
        }
        name = descriptor->terms().name;
    }
    const auto slips = load_slips(arguments.values("INVITATION"));
    if (!slips) {
        return std::unexpected(slips.error());
    }
    Outcome<Answer> answer = Answer{};
    if (target == "-") {
        answer->json["slips"] = Json::array();
        for (const auto& slip : *slips) {
            answer->line(text_of(slip, name));
            answer->json["slips"].push_back(slip.text);
        }
    } else {
        answer = save_slips(*slips, form, name, target);
    }
    if (answer && arguments.has("--destroy")) {
        for (const auto& slip : *slips) {
            if (auto gone = destroy_file(slip.path); !gone) {
                return refuse_file(slip.path, "an invitation", gone.error());
            }
        }
        answer->line("The invitations' own files are destroyed.");
        answer->json["destroyed"] = true;
    }
    return answer;
}

}  // namespace

CommandSpec slips_command() {
    return {
        "slips",
        "Founder: make slips of the invitations, to print and draw from a hat.",
        {{"INVITATION", "FILE", "Invitations, or the folder they lie in.", Takes::kValues, true},
         {"--as", "FORM", "text (the usual), svg or png; the pictures are QR codes."},
         {"--descriptor", "FILE", "The draft or descriptor: puts the pool's name on the slips."},
         {"--to", "FOLDER", "A new folder for the slips, or - to print them. They are secrets.", Takes::kValue, true},
         {"--destroy", "", "Overwrite and remove the invitations' own files afterwards.", Takes::kNothing}},
        run_slips};
}

}  // namespace pennydrop::pool_cli
