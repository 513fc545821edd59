// SPDX-License-Identifier: Apache-2.0
// Progress of long work, and how it is stopped.
// Threads: a meter belongs to the thread that does the work, and so do its calls back.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

#include "base/result.h"

namespace pennydrop {

/// Called now and then with steps done and steps in all, which is never 0 and may grow. Returning false stops the work.
/// An empty function lets it run.
using OnProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Counts the steps of one piece of work.
class ProgressMeter {
public:
    ProgressMeter(OnProgress report, std::uint64_t total) : report_(std::move(report)), total_(total) {}

    /// There is more to do than was known.
    void expect(std::uint64_t steps) noexcept { total_ += steps; }

    /// Reports `steps` more as done. kCancelled as soon as the person has stopped the work, and from then on.
    [[nodiscard]] Status add(std::uint64_t steps) {
        done_ += steps;
        const std::uint64_t total = total_ > done_ ? total_ : done_;
        if (!cancelled_ && report_) {
            cancelled_ = !report_(done_, total == 0 ? 1 : total);
        }
        return cancelled_ ? fail(ErrorCode::kCancelled) : Status{};
    }

private:
    OnProgress report_;
    std::uint64_t total_;
    std::uint64_t done_{0};
    bool cancelled_{false};
};

}  // namespace pennydrop
