// SPDX-License-Identifier: Apache-2.0
// The command line of "pennydrop vault".
// Threads: main thread (translations).
#pragma once

#include <QString>
#include <QStringList>

namespace pennydrop::app {

struct VaultCommand {
    enum class Verb { kInfo, kCheck, kBackup, kRestore, kRepair, kRekey };
    enum class Action { kRun, kShowHelp, kRefuse };

    Action action{Action::kRun};
    Verb verb{Verb::kInfo};
    QString file{};
    QString to{};               ///< A folder for a backup, a file for the others.
    int passphrase_fd{-1};      ///< Where to read the secret; -1: ask on the terminal.
    bool recovery_code{false};  ///< The secret is a recovery code.
    bool rotate{false};
    int daily{7};
    int weekly{4};
    QString text{};  ///< The help, or why the command was refused.

    [[nodiscard]] static VaultCommand parse(const QStringList& arguments);
};

}  // namespace pennydrop::app
