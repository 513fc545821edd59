// SPDX-License-Identifier: Apache-2.0
// Any bytes as a picture: refused, or stripped to what cannot be stripped further.
#include <cstdint>
#include <cstdlib>

#include "journal/image_metadata.h"

using namespace pennydrop;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto stripped = strip_image_metadata({data, size});
    if (!stripped) {
        return 0;
    }
    const auto again = strip_image_metadata(stripped->bytes);
    if (stripped->orientation < 1 || stripped->orientation > 8 || !again || again->bytes != stripped->bytes ||
        (stripped->says_orientation && again->orientation != stripped->orientation)) {
        std::abort();
    }
    return 0;
}
