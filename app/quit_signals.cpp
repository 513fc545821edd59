// SPDX-License-Identifier: Apache-2.0
#include "quit_signals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#if defined(Q_OS_UNIX)
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#endif

namespace pennydrop::app {

#if defined(Q_OS_UNIX)

namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};

/// The handler writes to the first, the event loop reads from the second.
std::array<int, 2> ends = {-1, -1};

extern "C" void tell_event_loop(int /*signal*/) {
    const char byte = 1;
    // Nothing useful can be done in a signal handler when this fails.
    [[maybe_unused]] const ssize_t written = ::write(ends[0], &byte, sizeof byte);
}

void handle_with(void (*handler)(int)) {
    struct sigaction action{};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int signal : kSignals) {
        sigaction(signal, &action, nullptr);
    }
}

}  // namespace

QuitSignals::QuitSignals(QObject* parent) : QObject(parent) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return;
    }
    notifier_ = std::make_unique<QSocketNotifier>(ends[1], QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, [] {
        char byte = 0;
        [[maybe_unused]] const ssize_t read = ::read(ends[1], &byte, sizeof byte);
        QCoreApplication::quit();
    });
    handle_with(tell_event_loop);
}

QuitSignals::~QuitSignals() {
    if (notifier_ != nullptr) {
        handle_with(SIG_DFL);
        notifier_.reset();
        ::close(ends[0]);
        ::close(ends[1]);
        ends = {-1, -1};
    }
}

#else

QuitSignals::QuitSignals(QObject* parent) : QObject(parent) {}
QuitSignals::~QuitSignals() = default;

#endif

}  // namespace pennydrop::app
