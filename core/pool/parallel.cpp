// SPDX-License-Identifier: Apache-2.0
#include "pool/parallel.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

namespace pennydrop::pool {

void ParallelState::tell() {
    const std::uint64_t done = done_.load(std::memory_order_relaxed);
    told_ = done;
    if (!stopped() && report_ && !report_(std::min(done, total_), std::max<std::uint64_t>(total_, 1))) {
        stopped_.store(true, std::memory_order_relaxed);
    }
}

void ParallelState::tell_the_rest() {
    if (done_.load(std::memory_order_relaxed) != told_) {
        tell();
    }
}

void Worker::flush() {
    state_.add(pending_);
    pending_ = 0;
    if (index_ == 0) {
        state_.tell();
    }
}

std::size_t worker_count(std::size_t pieces, unsigned threads) noexcept {
    const std::size_t wanted = threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    return std::max<std::size_t>(1, std::min(pieces, wanted));
}

Status run_parallel(std::size_t count, unsigned threads, std::uint64_t total_steps, const OnProgress& report,
                    const std::function<void(std::size_t piece, Worker& worker)>& work) {
    constexpr std::chrono::milliseconds kBetweenReports{20};
    ParallelState state{report, total_steps};
    std::atomic<std::size_t> next{0};
    std::atomic<unsigned> busy{0};
    const auto run = [&](std::size_t index) {
        Worker worker{state, index};
        for (std::size_t piece = next.fetch_add(1); piece < count && !state.stopped(); piece = next.fetch_add(1)) {
            work(piece, worker);
        }
        worker.flush();
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < worker_count(count, threads); ++i) {
            busy.fetch_add(1);
            others.emplace_back([&, i] {
                run(i);
                busy.fetch_sub(1);
            });
        }
        run(0);
        while (busy.load() != 0) {
            std::this_thread::sleep_for(kBetweenReports);
            state.tell();
        }
    }
    // The last of the others may have ended between the caller's last report and the look whether they are busy.
    state.tell_the_rest();
    return state.stopped() ? fail(ErrorCode::kCancelled) : Status{};
}

}  // namespace pennydrop::pool
