// SPDX-License-Identifier: Apache-2.0
// Progress of long work on the terminal, and how Ctrl+C stops it.
// Threads: main thread; the signal handler sets a flag and nothing else.
#pragma once

#include "base/progress.h"

namespace pennydrop::pool_cli {

/// From now on Ctrl+C, SIGTERM and SIGHUP ask instead of ending the program.
void stop_on_signals();

/// Shows percents on standard error when that is a terminal; stops when a signal came. Wipes its line when it goes.
class Progress {
public:
    Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    [[nodiscard]] OnProgress report();

private:
    bool shows_;
    std::uint64_t shown_{101};
};

}  // namespace pennydrop::pool_cli
