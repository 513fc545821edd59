// SPDX-License-Identifier: Apache-2.0
// How much time has passed, in a way that survives suspend and a clock that was set: a steady clock, which may stand
// still while the machine sleeps, and the wall clock, which may jump.
// Threads: may be asked from any thread.
#pragma once

#include <chrono>

namespace pennydrop::app {

class TimeSource {
public:
    TimeSource() = default;
    TimeSource(const TimeSource&) = delete;
    TimeSource& operator=(const TimeSource&) = delete;
    virtual ~TimeSource() = default;

    /// Since some fixed moment; never goes back.
    [[nodiscard]] virtual std::chrono::milliseconds steady() const = 0;
    /// Since 1970-01-01T00:00:00Z by the machine's clock.
    [[nodiscard]] virtual std::chrono::milliseconds wall() const = 0;
};

/// The machine's own clocks.
class SystemTimeSource final : public TimeSource {
public:
    [[nodiscard]] std::chrono::milliseconds steady() const override {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
    [[nodiscard]] std::chrono::milliseconds wall() const override {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::system_clock::now().time_since_epoch());
    }
};

}  // namespace pennydrop::app
