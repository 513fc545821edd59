// SPDX-License-Identifier: Apache-2.0
// A member's seat: the keys of the periods that are not over.
// Threads: belongs to one thread at a time.
// Specification: docs/pool-protocol.md, "Joining", "Reporting", "Kept on one device only" (PDK1).
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "pool/descriptor.h"
#include "pool/group.h"
#include "pool/invite.h"
#include "pool/season.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// What a seat keeps for one period.
struct SeatPeriod {
    Period period{};
    std::uint8_t files_built{0};        ///< The next file's revision R.
    std::vector<std::uint8_t> turns{};  ///< For each theme; odd when it is reported.
    SecretBytes seed{};                 ///< pseed_t
    SecretBytes shares{};               ///< 32 bytes for each theme.

    [[nodiscard]] ByteView share(ThemeIndex theme) const noexcept {
        return shares.span().subspan(theme.value * 32U, 32);
    }
};

class Seat {
public:
    /// Takes a seat. Checks everything the document asks of a member; the invitation can be wiped afterwards.
    /// Errors: kInvalid (of another season), kWrongSecret (the packet does not open), kDamaged.
    [[nodiscard]] static Result<Seat> join(const Invite& invite, const Descriptor& descriptor,
                                           const SeasonFile& season);
    /// Errors: kNotOurFile, kNewerVersion, kDamaged.
    [[nodiscard]] static Result<Seat> decode(ByteView bytes);

    [[nodiscard]] SecretBytes encode() const;
    [[nodiscard]] const DescId& desc_id() const noexcept { return desc_id_; }
    [[nodiscard]] const std::vector<SeatPeriod>& periods() const noexcept { return periods_; }
    /// Null when it is not one of the season's, or wiped.
    [[nodiscard]] SeatPeriod* find(Period period) noexcept;
    [[nodiscard]] const SeatPeriod* find(Period period) const noexcept;

    /// Forgets a period and all before it, for good: at its close. The caller saves encode() over the old file.
    void wipe_through(Period period);

private:
    Seat() = default;

    DescId desc_id_{};
    std::uint8_t themes_{0};
    std::vector<SeatPeriod> periods_{};
};

/// The seat's point in a slot: Sc(pseed_t; `point`, desc_id, t, v).
void seat_point(std::span<std::uint8_t, kScalarBytes> out, const SecretBytes& period_seed, const DescId& desc_id,
                Slot slot);

}  // namespace pennydrop::pool
