// SPDX-License-Identifier: Apache-2.0
// Anything typed as a recovery code: what is accepted is written in one way only and reads back as the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vault/recovery_code.h"

using pennydrop::RecoveryCode;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto code = RecoveryCode::parse({reinterpret_cast<const char*>(data), size});
    if (!code) {
        return 0;
    }
    const auto written = code->written();
    const auto again = RecoveryCode::parse({reinterpret_cast<const char*>(written.data()), written.size()});
    if (!again || !again->characters().equals(code->characters()) || !again->written().equals(written)) {
        std::abort();
    }
    return 0;
}
