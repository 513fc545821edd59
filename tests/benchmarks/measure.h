// SPDX-License-Identifier: Apache-2.0
// Paired measurements: two contenders take turns in one run, so that a drifting machine touches both alike, and who
// goes first changes from round to round. On the wall and in processor time, because the wall also shows what others
// do.
// Threads: one.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

namespace pennydrop::bench {

/// What a piece of work took.
struct Cost {
    double wall_ms{0};
    double cpu_ms{0};  ///< Of this process, in user space and in the kernel.
};

/// Milliseconds of processor time this process has used.
inline double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <typename Work>
Cost cost_of(Work work) {
    const double cpu_before = cpu_milliseconds();
    const auto began = std::chrono::steady_clock::now();
    work();
    const double wall = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
    return {wall, cpu_milliseconds() - cpu_before};
}

inline double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// A median and how far the values lie apart.
struct Spread {
    double median{0};
    double least{0};
    double most{0};
};

inline Spread spread_of(const std::vector<double>& values) {
    const auto [least, most] = std::ranges::minmax(values);
    return {median(values), least, most};
}

/// The rounds of one comparison. Ratios are ours / peer, made pair by pair.
struct Comparison {
    std::vector<Cost> ours{};
    std::vector<Cost> peer{};

    [[nodiscard]] static std::vector<double> column(const std::vector<Cost>& costs, double Cost::* field) {
        std::vector<double> values;
        for (const Cost& cost : costs) {
            values.push_back(cost.*field);
        }
        return values;
    }
    [[nodiscard]] Spread ratio(double Cost::* field) const {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            ratios.push_back(ours[i].*field / peer[i].*field);
        }
        return spread_of(ratios);
    }
};

/// Runs both `rounds` times, the one that went first last in the next round. Each returns what its work cost, so that
/// it can leave its preparations out.
template <typename Ours, typename Peer>
Comparison take_turns(int rounds, Ours ours, Peer peer) {
    Comparison both;
    for (int round = 0; round < rounds; ++round) {
        if (round % 2 == 0) {
            both.ours.push_back(ours());
            both.peer.push_back(peer());
        } else {
            both.peer.push_back(peer());
            both.ours.push_back(ours());
        }
    }
    return both;
}

/// Runs both in turn `rounds` times and prints medians, spread and the median of the pairwise ratios (ours / peer).
template <typename Ours, typename Peer>
double compare(const char* what, int rounds, Ours ours, Peer peer) {
    const Comparison both = take_turns(rounds, [&] { return cost_of(ours); }, [&] { return cost_of(peer); });
    const Spread ratio = both.ratio(&Cost::wall_ms);
    std::printf("%-44s ours %9.3f ms   peer %9.3f ms   ratio %5.2f  (%.2f to %.2f)\n", what,
                median(Comparison::column(both.ours, &Cost::wall_ms)),
                median(Comparison::column(both.peer, &Cost::wall_ms)), ratio.median, ratio.least, ratio.most);
    std::fflush(stdout);
    return ratio.median;
}

}  // namespace pennydrop::bench
