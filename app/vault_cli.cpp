// SPDX-License-Identifier: Apache-2.0
#include "vault_cli.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <filesystem>
#include <optional>

#include "base/types.h"
#include "error_text.h"
#include "terminal.h"
#include "vault/dated_name.h"
#include "vault/vault_secret.h"
#include "vault_command.h"
#include "vault_report.h"

namespace pennydrop::app {
namespace {

namespace fs = std::filesystem;
using Verb = VaultCommand::Verb;

constexpr int kFine = 0;
constexpr int kProblem = 1;
constexpr int kUsage = 2;
constexpr int kCouldNot = 3;

void print(std::FILE* out, const QString& text) {
    std::fprintf(out, "%s\n", text.toLocal8Bit().constData());
}

int refuse(const QString& why, int status = kCouldNot) {
    print(stderr, why);
    return status;
}

int refuse_for(const VaultCommand& command, ErrorCode code) {
    // Damage is what checking is for.
    const bool is_finding = command.verb == Verb::kCheck && code == ErrorCode::kDamaged;
    return refuse(command_error(command.verb, code), is_finding ? kProblem : kCouldNot);
}

int refuse(const VaultCommand& command, const Error& error) {
    // The journal was there a moment ago, so it is the place to write to that is missing.
    if (error.code == ErrorCode::kNotFound && !command.to.isEmpty()) {
        return refuse(
            missing_folder_text(command.verb == Verb::kBackup ? command.to : QFileInfo(command.to).absolutePath()));
    }
    return refuse_for(command, error.code);
}

/// Symbolic links are followed: SQLite keeps the log beside the file, not beside the link.
fs::path path_of(const QString& file) {
    std::error_code error;
    fs::path path{QFile::encodeName(file).toStdString()};
    const fs::path absolute = fs::absolute(path, error);
    if (error) {
        return path;
    }
    fs::path real = fs::weakly_canonical(absolute, error);
    return error ? absolute : real;
}

/// The secret, or nothing after the reason has been printed; `status` is the exit status then.
std::optional<VaultSecret> get_secret(const VaultCommand& command, int& status) {
    auto typed = command.passphrase_fd >= 0 ? read_secret_line(command.passphrase_fd)
                                            : ask_secret(secret_prompt(command.recovery_code));
    status = kCouldNot;
    if (!typed && typed.error().code == ErrorCode::kNotFound) {
        status = refuse(no_terminal_error(), kUsage);
        return std::nullopt;
    }
    if (!typed && typed.error().code != ErrorCode::kInvalid) {
        status = refuse(command_error(command.verb, typed.error().code));
        return std::nullopt;
    }
    if (typed && command.recovery_code) {
        const auto bytes = typed->span();
        if (auto code = RecoveryCode::parse({reinterpret_cast<const char*>(bytes.data()), bytes.size()})) {
            return VaultSecret::recovery_code(*code);
        }
    } else if (typed) {
        if (auto passphrase = composed(std::move(*typed))) {
            return VaultSecret::passphrase(std::move(*passphrase));
        }
    }
    status = refuse(bad_secret_error(command.recovery_code));
    return std::nullopt;
}

int info(const VaultCommand& command) {
    const auto info = Vault::info_of(path_of(command.file), {});
    if (!info) {
        return refuse(command, info.error());
    }
    print(stdout, info_report(*info));
    return kFine;
}

int check(const VaultCommand& command, const VaultSecret& secret, const OnProgress& progress) {
    const auto report = check_vault(path_of(command.file), secret, {}, progress);
    if (!report) {
        return refuse(command, report.error());
    }
    print(stdout, check_report(*report));
    return report->is_sound() ? kFine : kProblem;
}

int backup(const VaultCommand& command, const VaultSecret& secret, const OnProgress& progress) {
    const fs::path path = path_of(command.file);
    auto vault = Vault::open(path, secret, {});
    if (!vault) {
        return refuse(command, vault.error());
    }
    const LocalTime now = SystemClock{}.now();
    const fs::path folder = path_of(command.to);
    if (command.rotate) {
        const auto done = back_up_and_rotate(**vault, folder, stem_of(path), now,
                                             {.daily = command.daily, .weekly = command.weekly}, {}, progress);
        if (!done) {
            return refuse(command, done.error());
        }
        print(stdout, backup_report(*done));
        return kFine;
    }
    const fs::path target = free_dated_name(folder, stem_of(path), "", now);
    if (auto done = (*vault)->back_up(target, progress); !done) {
        return refuse(command, done.error());
    }
    print(stdout, backup_report({.path = target}));
    return kFine;
}

int restore(const VaultCommand& command, const VaultSecret& secret, const OnProgress& progress) {
    std::error_code error;
    if (fs::equivalent(path_of(command.file), path_of(command.to), error)) {
        return refuse(same_file_error(), kUsage);
    }
    const auto restored =
        restore_vault(path_of(command.file), path_of(command.to), secret, SystemClock{}.now(), {}, progress);
    if (!restored) {
        return refuse(command, restored.error());
    }
    print(stdout, restore_report(*restored));
    return kFine;
}

int repair(const VaultCommand& command, const VaultSecret& secret, const OnProgress& progress) {
    const fs::path damaged = path_of(command.file);
    const fs::path target =
        command.to.isEmpty() ? free_dated_name(damaged.parent_path(), stem_of(damaged), "repaired", SystemClock{}.now())
                             : path_of(command.to);
    const auto report = repair_journal(damaged, secret, target, {}, progress);
    if (!report) {
        return refuse(command, report.error());
    }
    print(stdout, repair_report(*report, target));
    return report->is_complete ? kFine : kProblem;
}

int rekey(const VaultCommand& command, const VaultSecret& secret, const OnProgress& progress) {
    const auto rekeyed = rekey_vault(path_of(command.file), secret.bytes(), {}, progress);
    if (!rekeyed) {
        return refuse(command, rekeyed.error());
    }
    print(stdout, rekey_report(*rekeyed));
    return kFine;
}

int run(const VaultCommand& command) {
    // Before a passphrase is asked for: is this a journal at all, and is it free?
    if (const auto seen = Vault::inspect(path_of(command.file), {}); !seen) {
        return refuse_for(command, seen.error().code);
    }
    int status = kCouldNot;
    const auto secret = get_secret(command, status);
    if (!secret) {
        return status;
    }
    TerminalProgress progress;
    switch (command.verb) {
        case Verb::kCheck:
            return check(command, *secret, progress.report());
        case Verb::kBackup:
            return backup(command, *secret, progress.report());
        case Verb::kRestore:
            return restore(command, *secret, progress.report());
        case Verb::kRepair:
            return repair(command, *secret, progress.report());
        case Verb::kRekey:
            return rekey(command, *secret, progress.report());
        case Verb::kInfo:
            break;
    }
    return kUsage;
}

}  // namespace

int run_vault_command(const QStringList& arguments) {
    const VaultCommand command = VaultCommand::parse(arguments);
    switch (command.action) {
        case VaultCommand::Action::kShowHelp:
            print(stdout, command.text);
            return kFine;
        case VaultCommand::Action::kRefuse:
            return refuse(command.text, kUsage);
        case VaultCommand::Action::kRun:
            break;
    }
    stop_on_signals();
    return command.verb == Verb::kInfo ? info(command) : run(command);
}

}  // namespace pennydrop::app
