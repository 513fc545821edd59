// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file with a set of questions: refused with a place, or a sound set that is written and read back as it
// is.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "exchange/prompt_set_file.h"

using namespace pennydrop;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = read_prompt_set({reinterpret_cast<const char*>(data), size});
    if (!read) {
        const bool has_line = read.error().line > 0 && read.error().column > 0;
        if (has_line != (read.error().what == PromptFileFault::What::kNotJson)) {
            std::abort();
        }
        return 0;
    }
    if (!is_sound(read->set)) {
        std::abort();
    }
    const auto again = read_prompt_set(write_prompt_set(read->set));
    if (!again || again->set != read->set || again->advice != read->advice) {
        std::abort();
    }
    return 0;
}
