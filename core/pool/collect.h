// SPDX-License-Identifier: Apache-2.0
// Collecting a period: from files of blobs to the slots that at least k seats have reported.
// Threads: collect() uses all cores and returns when they are done; `report` is called on the calling thread only.
// Specification: docs/pool-protocol.md, "Collecting".
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "base/types.h"
#include "pool/collector_keys.h"
#include "pool/descriptor.h"
#include "pool/group.h"
#include "pool/note.h"
#include "pool/season.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// A slot that opened. Exact numbers: for the release and the team's review only, never to be shown as they are.
struct OpenedSlot {
    ThemeIndex theme{};
    std::uint16_t reporters{0};                         ///< m, at least k.
    Scalar secret{};                                    ///< s
    std::array<std::uint16_t, kMaxLevel + 1> levels{};  ///< Reporters by level; [0] has those without a readable one.
    std::vector<Note> notes{};                          ///< Those with a text or an ask, in bytewise order.
};

/// What came in. None of these depends on what was reported.
struct BlobCounts {
    std::size_t files{0};          ///< Read.
    std::size_t files_refused{0};  ///< Damaged, or of another pool or period.
    std::size_t received{0};       ///< Blobs that count as received.
    std::size_t foreign{0};        ///< Did not open.
    std::size_t malformed{0};
    std::size_t not_admitted{0};  ///< Of a point that nobody was dealt.
};

struct Collected {
    Period period{};
    std::vector<OpenedSlot> opened{};  ///< By theme.
    std::vector<BlobHash> received{};  ///< Ascending.
    BlobCounts counts{};
};

/// `files` are member files and bundles in any order; what cannot be read is counted and left out. Nothing of a closed
/// slot survives. Errors: kInvalid (before the close, or another season's keys), kClosed (the period was released),
/// kCancelled.
[[nodiscard]] Result<Collected> collect(const Descriptor& descriptor, const SeasonFile& season,
                                        const CollectorKeys& collector, Period period, std::span<const Bytes> files,
                                        Timestamp now, const OnProgress& report);

}  // namespace pennydrop::pool
