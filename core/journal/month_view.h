// SPDX-License-Identifier: Apache-2.0
// A month of the journal, day by day: how many entries of which kind.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "vault/database.h"

namespace pennydrop {

/// Entries of one day, as the calendar showed it where each was written.
struct DayCounts {
    CivilDate day{};
    std::int64_t setbacks{0};
    std::int64_t light_bulbs{0};
    std::int64_t barriers{0};

    [[nodiscard]] std::int64_t all() const noexcept { return setbacks + light_bulbs + barriers; }
    bool operator==(const DayCounts&) const = default;
};

class MonthView {
public:
    /// Borrows the connection.
    explicit MonthView(Connection& database) noexcept : database_(&database) {}

    /// The days that have entries, in order. kInvalid: no month.
    [[nodiscard]] Result<std::vector<DayCounts>> days(std::chrono::year_month month) const;

private:
    Connection* database_;
};

}  // namespace pennydrop
