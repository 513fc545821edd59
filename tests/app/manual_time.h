// SPDX-License-Identifier: Apache-2.0
// Clocks that stand still until a test moves them, a settings file that is thrown away, and waiting for a session.
// Threads: GUI thread.
#pragma once

#include <QSettings>
#include <QTemporaryDir>

#include <chrono>
#include <memory>

#include "elapsed.h"

namespace pennydrop::app {

class ManualTime final : public TimeSource {
public:
    [[nodiscard]] std::chrono::milliseconds steady() const override { return steady_; }
    [[nodiscard]] std::chrono::milliseconds wall() const override { return wall_; }

    /// Time passes while the machine is awake.
    void pass(std::chrono::milliseconds time) {
        steady_ += time;
        wall_ += time;
    }
    /// The machine sleeps: only the wall clock goes on.
    void sleep(std::chrono::milliseconds time) { wall_ += time; }
    /// Somebody sets the clock.
    void set_wall(std::chrono::milliseconds wall) { wall_ = wall; }
    /// The machine starts anew: the steady clock begins elsewhere.
    void restart() { steady_ = std::chrono::milliseconds{5}; }

private:
    std::chrono::milliseconds steady_{1'000'000};
    std::chrono::milliseconds wall_{1'763'812'800'000};
};

/// A settings file that outlives the objects that use it, as between two runs of the program.
class SettingsFile final {
public:
    [[nodiscard]] QString path() const { return folder_.filePath(QStringLiteral("settings.ini")); }
    [[nodiscard]] std::unique_ptr<QSettings> open() const {
        return std::make_unique<QSettings>(path(), QSettings::IniFormat);
    }

private:
    QTemporaryDir folder_;
};

}  // namespace pennydrop::app
