// SPDX-License-Identifier: Apache-2.0
#include "vault/header_file.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pennydrop {

Result<ChosenHeader> read_header(VfsFile& file) {
    auto size = file.size();
    if (!size) {
        return pass_on(size);
    }
    const auto wanted = static_cast<std::int64_t>(kHeaderBytes);
    std::vector<std::uint8_t> start(static_cast<std::size_t>(std::min(*size, wanted)));
    if (auto done = file.read(start, 0); !done) {
        return pass_on(done);
    }
    auto chosen = choose_header(start);
    if (chosen && *size < wanted + static_cast<std::int64_t>(kVaultPageBytes)) {
        return fail(ErrorCode::kDamaged, "shorter than its first page");
    }
    return chosen;
}

Status write_header(VfsFile& file, const HeaderCopy& bytes, std::size_t counting_copy) {
    for (const std::size_t copy : {1 - counting_copy, counting_copy}) {
        if (auto done = file.write(bytes, static_cast<std::int64_t>(copy * kHeaderCopyBytes)); !done) {
            return done;
        }
        if (auto done = file.sync(); !done) {
            return done;
        }
    }
    return {};
}

}  // namespace pennydrop
