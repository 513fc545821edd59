// SPDX-License-Identifier: Apache-2.0
#include "interrupt.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace pennydrop::pool_cli {
namespace {

volatile std::sig_atomic_t stop_asked = 0;

extern "C" void ask_to_stop(int /*signal*/) {
    stop_asked = 1;
}

}  // namespace

void stop_on_signals() {
    struct sigaction action{};
    action.sa_handler = ask_to_stop;
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        sigaction(signal, &action, nullptr);
    }
}

Progress::Progress() : shows_(::isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    if (shows_) {
        std::fputs("\r      \r", stderr);
    }
}

OnProgress Progress::report() {
    return [this](std::uint64_t done, std::uint64_t total) {
        const std::uint64_t percent = done * 100 / total;
        if (shows_ && percent != shown_) {
            shown_ = percent;
            std::fprintf(stderr, "\r%3u %%", static_cast<unsigned>(percent));
            std::fflush(stderr);
        }
        return stop_asked == 0;
    };
}

}  // namespace pennydrop::pool_cli
