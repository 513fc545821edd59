// SPDX-License-Identifier: Apache-2.0
// Makes whoever guesses passphrases at this window wait: after the third wrong try 2 seconds, then twice as long each
// time, at most 300. Starting the program again does not help. It slows a hand at the keyboard only; what protects a
// copied file is the cost of deriving a key.
// Threads: GUI thread.
#pragma once

#include <QString>

#include <chrono>

#include "app_settings.h"
#include "elapsed.h"

namespace pennydrop::app {

class TryLimiter final {
public:
    /// Goes on from what `settings` remember of this journal, by whatever link it is named. Borrows both.
    TryLimiter(AppSettings& settings, const TimeSource& time, const QString& journal_path);

    void failed();
    void succeeded();
    /// Whole seconds until the next try, rounded up; 0 when it may be made now.
    [[nodiscard]] int seconds_left() const;

    [[nodiscard]] static std::chrono::seconds wait_after(int wrong_tries) noexcept;

private:
    AppSettings* settings_;
    const TimeSource* time_;
    QString journal_path_;
    int wrong_tries_{0};
    std::chrono::milliseconds allowed_from_{
        0};  ///< By the steady clock, so that setting the wall clock changes nothing.
};

}  // namespace pennydrop::app
