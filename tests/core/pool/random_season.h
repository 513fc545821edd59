// SPDX-License-Identifier: Apache-2.0
// A random season from a seed: who reports what, how often, what is withdrawn, lost, repeated, altered; and what must
// come out, worked out by plain counting.
// Threads: one.
#pragma once

#include <map>
#include <vector>

#include "core/pool/test_pool.h"
#include "pool/blob_file.h"

namespace pennydrop::pool::testing {

/// What a slot must give: reporters, and their notes' texts.
using Expected = std::map<int, std::vector<std::string>>;

class RandomSeason {
public:
    explicit RandomSeason(std::uint64_t seed);

    [[nodiscard]] TestPool& pool() noexcept { return pool_; }
    [[nodiscard]] const std::vector<Bytes>& files() const noexcept { return files_; }
    [[nodiscard]] const Expected& expected() const noexcept { return expected_; }
    [[nodiscard]] Random& random() noexcept { return random_; }

    /// Blobs that must not matter: for another pool, another period, of invented seats, cut, altered, or plain noise. A
    /// bundle of `count`.
    [[nodiscard]] Bytes rubbish(std::size_t count);
    /// All true blobs, split and joined in another way, some of them twice.
    [[nodiscard]] std::vector<Bytes> shuffled();

private:
    struct Member {
        std::vector<std::optional<std::string>> themes{};  ///< In the file that counts.
        bool withdrawn{false};
    };

    void play_member(std::size_t seat);
    [[nodiscard]] Bytes rubbish_blob();
    [[nodiscard]] Bytes invented_blob();

    Random random_;
    TestPool pool_;
    std::vector<Bytes> files_{};
    Expected expected_{};
};

/// What a collection gave, in the same form.
[[nodiscard]] Expected outcome_of(const Collected& collected);

}  // namespace pennydrop::pool::testing
