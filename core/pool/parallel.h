// SPDX-License-Identifier: Apache-2.0
// Numbered pieces of work, taken in order by as many threads as there are cores; the caller's is one of them.
// Threads: run_parallel() returns when all are done; `work` is called on any thread, `report` on the caller's only.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "base/progress.h"
#include "base/result.h"

namespace pennydrop::pool {

/// What pieces of work share: steps done, and whether to stop.
class ParallelState {
public:
    explicit ParallelState(const OnProgress& report, std::uint64_t total) : report_(report), total_(total) {}

    [[nodiscard]] bool stopped() const noexcept { return stopped_.load(std::memory_order_relaxed); }
    void add(std::uint64_t steps) noexcept { done_.fetch_add(steps, std::memory_order_relaxed); }
    /// On the caller's thread: tells the person, and hears whether to go on.
    void tell();
    /// As tell(), if anything was done since.
    void tell_the_rest();

private:
    const OnProgress& report_;
    std::uint64_t total_;
    std::uint64_t told_{0};
    std::atomic<std::uint64_t> done_{0};
    std::atomic<bool> stopped_{false};
};

/// One worker's view of the work.
class Worker {
public:
    Worker(ParallelState& state, std::size_t index) noexcept : state_(state), index_(index) {}

    /// 0 is the caller's; the others follow, below worker_count().
    [[nodiscard]] std::size_t index() const noexcept { return index_; }

    /// Counts steps; true when the work is to be stopped. Cheap enough for the innermost loop but one.
    [[nodiscard]] bool step(std::uint64_t steps) {
        pending_ += steps;
        if (pending_ >= kStepsBetweenReports) {
            flush();
        }
        return state_.stopped();
    }
    void flush();

private:
    static constexpr std::uint64_t kStepsBetweenReports = 1U << 16U;

    ParallelState& state_;
    std::size_t index_;
    std::uint64_t pending_{0};
};

/// How many workers there will be: `threads`, or one for each core when that is 0; never more than pieces, never none.
[[nodiscard]] std::size_t worker_count(std::size_t pieces, unsigned threads) noexcept;

/// Does `count` pieces. kCancelled when `report` said so.
[[nodiscard]] Status run_parallel(std::size_t count, unsigned threads, std::uint64_t total_steps,
                                  const OnProgress& report,
                                  const std::function<void(std::size_t piece, Worker& worker)>& work);

}  // namespace pennydrop::pool
