// SPDX-License-Identifier: Apache-2.0
#include "vault_command.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>
#include <optional>

namespace pennydrop::app {
namespace {

using Verb = VaultCommand::Verb;

struct VerbName {
    Verb verb;
    const char* name;
    bool needs_to;
};

constexpr std::array kVerbs = {
    VerbName{Verb::kInfo, "info", false},     VerbName{Verb::kCheck, "check", false},
    VerbName{Verb::kBackup, "backup", true},  VerbName{Verb::kRestore, "restore", true},
    VerbName{Verb::kRepair, "repair", false}, VerbName{Verb::kRekey, "rekey", false},
};

std::optional<VerbName> verb_called(const QString& name) {
    for (const VerbName& verb : kVerbs) {
        if (name == QLatin1String(verb.name)) {
            return verb;
        }
    }
    return std::nullopt;
}

/// Gives lupdate the context "VaultCommand".
class Reader {
    Q_DECLARE_TR_FUNCTIONS(VaultCommand)

public:
    explicit Reader(const QStringList& arguments) : arguments_(arguments) {}

    [[nodiscard]] VaultCommand read() {
        const QString name = arguments_.value(2);
        if (name == u"--help" || name == u"-h" || name == u"help") {
            return help(help_text());
        }
        const auto verb = verb_called(name);
        if (!verb) {
            return refuse(name.isEmpty() ? tr("A command is missing.") : tr("There is no command “%1”.").arg(name));
        }
        command_.verb = verb->verb;
        parser_.addOptions({help_, to_, fd_, code_, rotate_, daily_, weekly_});
        if (!parser_.parse(arguments_.mid(2))) {
            return refuse(parser_.errorText());
        }
        if (parser_.isSet(help_)) {
            return help(help_text(verb->verb));
        }
        const QStringList files = parser_.positionalArguments();
        if (files.size() != 1) {
            return refuse(files.isEmpty() ? tr("Name the file.") : tr("Unexpected argument “%1”.").arg(files[1]));
        }
        command_.file = files.constFirst();
        command_.to = parser_.value(to_);
        if (verb->needs_to && command_.to.isEmpty()) {
            return refuse(tr("%1 needs --to.").arg(name));
        }
        return read_options(*verb);
    }

private:
    VaultCommand read_options(const VerbName& verb) {
        const bool is_backup = verb.verb == Verb::kBackup;
        const bool takes_to = verb.needs_to || verb.verb == Verb::kRepair;
        const bool has_secret = verb.verb != Verb::kInfo;
        if ((parser_.isSet(to_) && !takes_to) || (parser_.isSet(code_) && (!has_secret || verb.verb == Verb::kRekey)) ||
            (parser_.isSet(fd_) && !has_secret) ||
            (!is_backup && (parser_.isSet(rotate_) || parser_.isSet(daily_) || parser_.isSet(weekly_)))) {
            return refuse(tr("%1 does not take one of these options.").arg(QLatin1String(verb.name)));
        }
        command_.recovery_code = parser_.isSet(code_);
        command_.rotate = parser_.isSet(rotate_);
        const bool numbers_are_good = read_number(fd_, 0, 1023, command_.passphrase_fd) &&
                                      read_number(daily_, 1, 1000, command_.daily) &&
                                      read_number(weekly_, 0, 1000, command_.weekly);
        return numbers_are_good ? command_ : refuse(tr("A number is not what it should be."));
    }

    /// Leaves `number` alone when the option is not there.
    bool read_number(const QCommandLineOption& option, int least, int most, int& number) const {
        if (!parser_.isSet(option)) {
            return true;
        }
        bool good = false;
        number = parser_.value(option).toInt(&good);
        return good && number >= least && number <= most;
    }

    [[nodiscard]] VaultCommand help(const QString& text) {
        command_.action = VaultCommand::Action::kShowHelp;
        command_.text = text;
        return command_;
    }

    [[nodiscard]] VaultCommand refuse(const QString& why) {
        command_.action = VaultCommand::Action::kRefuse;
        command_.text = tr("pennydrop vault: %1\nTry “pennydrop vault --help”.").arg(why);
        return command_;
    }

    [[nodiscard]] static QString help_text() {
        return tr(
            "Usage: pennydrop vault COMMAND FILE [options]\n"
            "Looks after a journal's file. Nothing of what is written in it is ever printed.\n"
            "\n"
            "  info FILE                 What the file shows without a passphrase.\n"
            "  check FILE                Read every block and say whether the journal is sound.\n"
            "  backup FILE --to FOLDER   Write a checked copy with the date in its name.\n"
            "  restore FILE --to JOURNAL Put the backup FILE in the place of JOURNAL, which is kept.\n"
            "  repair FILE [--to NEW]    Save what can be read of a damaged journal into a new one.\n"
            "  rekey FILE                Encrypt everything anew under a new key.\n"
            "\n"
            "“pennydrop vault COMMAND --help” says more.\n"
            "\n"
            "Exit status: 0 all is well; 1 a problem was found; 2 the command was not understood;\n"
            "3 it could not be done. Ctrl+C stops; nothing is left half done.");
    }

    [[nodiscard]] static QString secret_help() {
        return tr(
            "  --passphrase-fd N  Read the passphrase from file descriptor N up to the end of the line.\n"
            "                     Without it, it is asked for on the terminal. Unlike on the lock screen,\n"
            "                     wrong tries make nobody wait.");
    }
    [[nodiscard]] static QString code_help() {
        return tr("  --recovery-code    Use the recovery code in place of the passphrase.");
    }

    [[nodiscard]] static QString help_text(Verb verb) {
        const QString secrets = u'\n' + secret_help();
        const QString both = secrets + u'\n' + code_help();
        switch (verb) {
            case Verb::kInfo:
                return tr(
                    "Usage: pennydrop vault info FILE\n"
                    "Prints the journal's id, its size, how often its header has changed, and its key slots.");
            case Verb::kCheck:
                return tr("Usage: pennydrop vault check FILE\n"
                          "Reads every block of the journal and its log and prints what was found. Changes "
                          "nothing.\n") +
                       both;
            case Verb::kBackup:
                return tr("Usage: pennydrop vault backup FILE --to FOLDER\n"
                          "Writes a copy called “NAME 2026-11-22 0514.pennydrop”, opens and checks it. Never "
                          "overwrites "
                          "a file.\n"
                          "\n"
                          "  --rotate           Then remove older backups of this journal from FOLDER, but for the\n"
                          "  --daily N          newest of each of N days (7) and\n"
                          "  --weekly N         of each of N weeks (4).") +
                       both;
            case Verb::kRestore:
                return tr("Usage: pennydrop vault restore FILE --to JOURNAL\n"
                          "Checks the backup FILE in every block, then puts it in the place of JOURNAL. The journal "
                          "that "
                          "was\nthere is kept beside it, as “NAME replaced 2026-11-22 0514.pennydrop”.\n") +
                       both;
            case Verb::kRepair:
                return tr("Usage: pennydrop vault repair FILE [--to NEW]\n"
                          "Saves every entry that can be read into NEW (“NAME repaired 2026-11-22 0514.pennydrop” "
                          "beside FILE\nif it is not given) and says what was lost. FILE is never changed. NEW opens "
                          "with the same\npassphrase and recovery code.\n") +
                       both;
            case Verb::kRekey:
                return tr("Usage: pennydrop vault rekey FILE\n"
                          "Encrypts everything anew under a new key, for when somebody may know the old one. The\n"
                          "passphrase stays; a new recovery code is printed. Devices must be added again. Backups "
                          "made\n"
                          "before keep the old key.\n") +
                       secrets;
        }
        return {};
    }

    QStringList arguments_;
    VaultCommand command_{};
    QCommandLineParser parser_;
    QCommandLineOption help_{QStringList{QStringLiteral("help"), QStringLiteral("h")}};
    QCommandLineOption to_{QStringLiteral("to"), QString(), QStringLiteral("PATH")};
    QCommandLineOption fd_{QStringLiteral("passphrase-fd"), QString(), QStringLiteral("N")};
    QCommandLineOption code_{QStringLiteral("recovery-code")};
    QCommandLineOption rotate_{QStringLiteral("rotate")};
    QCommandLineOption daily_{QStringLiteral("daily"), QString(), QStringLiteral("N")};
    QCommandLineOption weekly_{QStringLiteral("weekly"), QString(), QStringLiteral("N")};
};

}  // namespace

VaultCommand VaultCommand::parse(const QStringList& arguments) {
    return Reader(arguments).read();
}

}  // namespace pennydrop::app
