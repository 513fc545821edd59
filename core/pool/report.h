// SPDX-License-Identifier: Apache-2.0
// What lies in a blob: the body of a report or of a withdrawal.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Report body, PDT1" and "Withdrawal" (PDW1).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "base/secret.h"
#include "pool/boxes.h"
#include "pool/group.h"
#include "pool/note.h"
#include "pool/types.h"

namespace pennydrop::pool {

inline constexpr std::size_t kReportHeadBytes = 124;

/// A blob's inside: 172 + N.
[[nodiscard]] constexpr std::size_t body_bytes(Bucket bucket) noexcept {
    return blob_bytes(bucket) - kSealBytes;
}

/// Where and what a body must be of.
struct BodyContext {
    DescId desc_id{};
    Period period{};
    Bucket bucket{Bucket::k512};
    std::uint8_t themes{0};
};

/// A report as a collector sees it. Spans point into the body it was decoded from.
struct ReportView {
    ThemeIndex theme{};
    std::uint8_t revision{0};
    std::span<const std::uint8_t, 32> lock;   ///< w
    std::span<const std::uint8_t, 32> point;  ///< z
    std::span<const std::uint8_t, 32> value;  ///< y
    ByteView sealed_note;
};

/// A withdrawal as a collector sees it.
struct WithdrawalView {
    ThemeIndex theme{};
    std::span<const std::uint8_t, 32> opener;  ///< rw
    std::span<const std::uint8_t, 32> point;   ///< z
};

/// Strict; nothing when it is not that, of this pool and period, with good scalars.
[[nodiscard]] std::optional<ReportView> decode_report(ByteView body, const BodyContext& context);
[[nodiscard]] std::optional<WithdrawalView> decode_withdrawal(ByteView body, const BodyContext& context);

/// Fills all of `body`, of body_bytes().
void encode_report(std::span<std::uint8_t> body, const ReportView& report, const BodyContext& context);
void encode_withdrawal(std::span<std::uint8_t> body, const WithdrawalView& withdrawal, const BodyContext& context);

/// The lock that `opener` opens: D_32(rw; `withdraw`, desc_id, t, v).
[[nodiscard]] std::array<std::uint8_t, 32> lock_of(std::span<const std::uint8_t, 32> opener, const DescId& desc_id,
                                                   Slot slot);

}  // namespace pennydrop::pool
