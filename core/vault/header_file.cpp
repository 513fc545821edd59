// SPDX-License-Identifier: Apache-2.0
#include "vault/header_file.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pennydrop {

Result<std::vector<ChosenHeader>> read_headers(VfsFile& file) {
    auto size = file.size();
    if (!size) {
        return pass_on(size);
    }
    const auto wanted = static_cast<std::int64_t>(kHeaderBytes);
    std::vector<std::uint8_t> start(static_cast<std::size_t>(std::min(*size, wanted)));
    if (auto done = file.read(start, 0); !done) {
        return pass_on(done);
    }
    auto headers = sound_headers(start);
    if (headers && *size < wanted + static_cast<std::int64_t>(kVaultPageBytes)) {
        return fail(ErrorCode::kDamaged, "shorter than its first page");
    }
    return headers;
}

Result<ChosenHeader> read_header(VfsFile& file) {
    auto headers = read_headers(file);
    if (!headers) {
        return pass_on(headers);
    }
    return headers->front();
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
