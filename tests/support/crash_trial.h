// SPDX-License-Identifier: Apache-2.0
// A workload whose disk is written down, and the question whether a vault as a power cut left it is still what it
// should be. The header changes as Vault::set_passphrase() changes it; only the derivation from a passphrase is left
// out, which has nothing to do with the disk.
// Threads: belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "support/power_cut.h"
#include "support/random.h"
#include "support/sealed_database.h"

namespace pennydrop::testing {

/// What a crash has done.
enum class Outcome {
    kGood,
    kLost,        ///< An acknowledged commit, or an acknowledged change of the header, is not there.
    kUnopenable,  ///< Does not open, or a page cannot be read or written.
    kHalf,        ///< Part of a transaction, or contents that contradict each other.
};

/// How many crashes ended how.
struct Tally {
    std::int64_t crashes{0};
    std::int64_t commits{0};  ///< Acknowledged before the crash, summed over all crashes.
    std::int64_t lost{0};
    std::int64_t unopenable{0};
    std::int64_t half{0};
    std::int64_t kept{0};  ///< Crashes after which the transaction under way was there, as a whole.

    void add(Outcome outcome);
    void add(const Tally& other);
    [[nodiscard]] std::int64_t failures() const { return lost + unopenable + half; }
    [[nodiscard]] std::string line(const std::string& name) const;
};

class CrashTrial {
public:
    CrashTrial(std::filesystem::path path, const Geometry& geometry) : path_(std::move(path)), geometry_(geometry) {}

    /// A vault without any step.
    [[nodiscard]] Result<PowerCut::Files> make();

    /// Starts from `start` (as made, or as a crash left it) and writes down `steps` further steps: each is a
    /// transaction, now and then followed by a checkpoint, a VACUUM, another opening or a new header.
    [[nodiscard]] Status record(const PowerCut::Files& start, std::int64_t steps, std::uint64_t seed);
    [[nodiscard]] const std::vector<DiskOperation>& operations() const noexcept { return operations_; }

    /// Puts `files` on the disk as they were when power failed in operation `at`, and looks. Adds to `tally`; what was
    /// wrong is in problem().
    Outcome check(const PowerCut::Files& files, std::size_t at, Tally& tally);
    [[nodiscard]] const std::string& problem() const noexcept { return problem_; }

private:
    /// Where in the recording something was acknowledged.
    struct Milestone {
        std::size_t operation;
        std::uint64_t value;
    };

    void put(const PowerCut::Files& files);
    [[nodiscard]] Status one_step(WatchedVfs& disk, SealedDatabase& sealed, std::int64_t step, Random& random);
    [[nodiscard]] Status change_header(WatchedVfs& disk);
    [[nodiscard]] Status write_header(WatchedVfs& disk, const HeaderCopy& bytes);
    [[nodiscard]] Outcome check_header(std::size_t at);
    [[nodiscard]] Outcome check_content(std::size_t at, Tally& tally);

    std::filesystem::path path_;
    Geometry geometry_;
    std::vector<DiskOperation> operations_{};
    std::vector<Milestone> steps_{};         ///< The first one is what the start had.
    std::vector<Milestone> header_begun_{};  ///< Generations, from the operation on in which they may be there.
    std::vector<Milestone> header_done_{};
    std::string problem_{};
};

}  // namespace pennydrop::testing
