// SPDX-License-Identifier: Apache-2.0
// The first half of collecting: from files to the reports that count.
// Threads: receive() uses all cores and returns when they are done.
// Specification: docs/pool-protocol.md, "Collecting", steps 1 to 4.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "base/secret.h"
#include "pool/collect.h"
#include "pool/report.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// What was received, in guarded memory that is wiped with this value.
struct Received {
    SecretBytes memory{};                       ///< The bodies.
    std::vector<ReportView> reports{};          ///< Into `memory`.
    std::vector<WithdrawalView> withdrawals{};  ///< Into `memory`.
    std::vector<BlobHash> hashes{};             ///< Of all blobs that count as received; ascending.
    DescId desc_id{};
    Period period{};

    /// The reports of a theme that were not withdrawn, for each point the one that counts; ascending by point.
    [[nodiscard]] std::vector<ReportView> kept(ThemeIndex theme) const;
};

/// Fills in `counts`. kCancelled.
[[nodiscard]] Result<Received> receive(const Descriptor& descriptor, const SeasonFile& season, const BoxKeys& keys,
                                       Period period, std::span<const Bytes> files, BlobCounts& counts,
                                       const OnProgress& report);

}  // namespace pennydrop::pool
