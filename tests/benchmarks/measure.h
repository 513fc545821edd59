// SPDX-License-Identifier: Apache-2.0
// Paired measurements: two contenders take turns in one run, so that a drifting machine touches both alike.
// Threads: one.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace pennydrop::bench {

/// Milliseconds `work` takes on the wall.
template <typename Work>
double milliseconds(Work work) {
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

inline double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Runs both in turn `rounds` times and prints medians, spread and the median of the pairwise ratios (ours / peer).
template <typename Ours, typename Peer>
double compare(const char* what, int rounds, Ours ours, Peer peer) {
    std::vector<double> ours_ms;
    std::vector<double> peer_ms;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        ours_ms.push_back(milliseconds(ours));
        peer_ms.push_back(milliseconds(peer));
        ratios.push_back(ours_ms.back() / peer_ms.back());
    }
    const auto [least, most] = std::ranges::minmax(ratios);
    const double ratio = median(ratios);
    std::printf("%-44s ours %9.3f ms   peer %9.3f ms   ratio %5.2f  (%.2f to %.2f)\n", what, median(ours_ms),
                median(peer_ms), ratio, least, most);
    std::fflush(stdout);
    return ratio;
}

}  // namespace pennydrop::bench
