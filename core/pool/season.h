// SPDX-License-Identifier: Apache-2.0
// The season file: every seat's packet, and which points were dealt.
// Threads: an immutable value.
// Specification: docs/pool-protocol.md, "Season file, PDS1".
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "pool/descriptor.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// D_16(z; `admit`, desc_id, t, v): says that a point was dealt, and not to whom.
using AdmitTag = std::array<std::uint8_t, 16>;

[[nodiscard]] AdmitTag admit_tag(ByteView point, const DescId& desc_id, Slot slot);

class SeasonFile {
public:
    /// Strict, for this descriptor. Errors: kNotOurFile, kNewerVersion, kDamaged, kInvalid (another season's).
    [[nodiscard]] static Result<SeasonFile> decode(ByteView bytes, const Descriptor& descriptor);

    /// Whether the point was dealt for the slot.
    [[nodiscard]] bool admits(ByteView point, Slot slot) const;
    /// The shares of a seat, 32 bytes for each slot in order of the table. kWrongSecret when `mseed` does not open
    /// the packet, kInvalid when there is no such seat, kDamaged when a share is not good.
    [[nodiscard]] Result<SecretBytes> open_packet(SeatIndex seat, const SecretBytes& mseed) const;

private:
    SeasonFile() = default;

    DescId desc_id_{};
    PoolTerms terms_{};
    std::size_t slots_{0};
    std::vector<Bytes> packets_{};
    std::vector<AdmitTag> tags_{};  ///< Sorted within each slot.
};

/// One seat's packet. `shares` holds 32 bytes for each slot.
[[nodiscard]] Bytes seal_packet(const SecretBytes& shares, const SecretBytes& mseed, const DescId& desc_id);

/// The file. `tags` has, slot by slot, one for each seat in any order.
[[nodiscard]] Bytes encode_season(const DescId& desc_id, const std::vector<Bytes>& packets,
                                  std::vector<std::vector<AdmitTag>> tags, const FounderKey& founder);

}  // namespace pennydrop::pool
