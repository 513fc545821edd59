// SPDX-License-Identifier: Apache-2.0
// What was asked for on the command line, read before any window system is needed.
// Threads: plain values.
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

#include "app_settings.h"

namespace pennydrop::app {

struct CommandLine {
    enum class Action {
        kRun,
        kShowHelp,     ///< Print `text`, leave with 0.
        kShowVersion,  ///< Print `text`, leave with 0.
        kRefuse,       ///< Print `text` as an error, leave with kExitUsage.
    };
    static constexpr int kExitUsage = 2;

    Action action{Action::kRun};
    QString text;
    QString journal;  ///< As typed; empty for the person's own.
    bool demo{false};
    QString screenshot;       ///< Empty: no screenshot.
    bool first_frame{false};  ///< Say so at the first frame and leave, to measure how long starting takes.
    std::optional<QSize> size;
    std::optional<AppSettings::ThemeMode> theme;

    /// `arguments` with the program's name first. Options of Qt itself (such as -platform) are left to Qt. An instance
    /// of QCoreApplication is not needed.
    [[nodiscard]] static CommandLine parse(const QStringList& arguments);
};

}  // namespace pennydrop::app
