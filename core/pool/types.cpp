// SPDX-License-Identifier: Apache-2.0
#include "pool/types.h"

#include <limits>
#include <numeric>

namespace pennydrop::pool {

std::uint64_t subsets(unsigned of, unsigned size) noexcept {
    if (size > of) {
        return 0;
    }
    std::uint64_t count = 1;
    for (std::uint64_t i = 1; i <= size; ++i) {
        // count * (of - size + i) / i is whole; dividing first keeps it small.
        std::uint64_t factor = of - size + i;
        std::uint64_t divisor = i;
        const std::uint64_t shared = std::gcd(count, divisor);
        count /= shared;
        divisor /= shared;
        factor /= divisor;
        if (count > std::numeric_limits<std::uint64_t>::max() / factor) {
            return std::numeric_limits<std::uint64_t>::max();
        }
        count *= factor;
    }
    return count;
}

}  // namespace pennydrop::pool
