// SPDX-License-Identifier: Apache-2.0
// A command's talk with the terminal: a secret typed without echo, progress, and Ctrl+C.
// Threads: main thread; the signal handler only sets a flag.
#pragma once

#include <QString>

#include <cstdint>

#include "base/progress.h"
#include "base/result.h"
#include "base/secret.h"

namespace pennydrop::app {

/// From now on Ctrl+C (and SIGTERM, SIGHUP) only ask for a stop.
void stop_on_signals();
[[nodiscard]] bool stop_was_asked() noexcept;

/// One line of at most 4096 bytes from `descriptor`, as it was typed, without its end. kInvalid when it is longer or
/// empty, kCancelled when a stop was asked, kIo.
[[nodiscard]] Result<SecretBytes> read_secret_line(int descriptor);

/// Asks on the terminal, without echo. kNotFound when there is none; otherwise as read_secret_line().
[[nodiscard]] Result<SecretBytes> ask_secret(const QString& prompt);

/// UTF-8 in NFC, as passphrases are kept. kInvalid when the bytes are not UTF-8.
[[nodiscard]] Result<SecretBytes> composed(SecretBytes typed);

/// Shows per cent on standard error when that is a terminal, and stops when asked to.
class TerminalProgress {
public:
    TerminalProgress();
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;
    /// Wipes the line.
    ~TerminalProgress();

    [[nodiscard]] OnProgress report();

private:
    bool shows_;
    std::uint64_t shown_{~std::uint64_t{0}};
};

}  // namespace pennydrop::app
