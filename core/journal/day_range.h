// SPDX-License-Identifier: Apache-2.0
// A stretch of civil days.
// Threads: plain data.
#pragma once

#include "base/types.h"

namespace pennydrop {

/// Civil days, both included.
struct DayRange {
    CivilDate first{};
    CivilDate last{};

    bool operator==(const DayRange&) const = default;
};

}  // namespace pennydrop
