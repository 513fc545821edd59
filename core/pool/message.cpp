// SPDX-License-Identifier: Apache-2.0
#include "pool/message.h"

#include <algorithm>

namespace pennydrop::pool {

Status check_message(ByteView bytes, const Magic& magic) {
    if (bytes.size() < magic.size() || !std::ranges::equal(bytes.first(magic.size()), magic)) {
        return fail(ErrorCode::kNotOurFile, "magic");
    }
    if (bytes.size() < kMessageHeadBytes || bytes[magic.size()] == 0) {
        return fail(ErrorCode::kDamaged, "version");
    }
    if (bytes[magic.size()] > kVersion) {
        return fail(ErrorCode::kNewerVersion, "version");
    }
    return {};
}

std::string take_text(Reader& reader, ByteView all, std::size_t count) {
    if (!reader.ok() || count > all.size() - reader.position()) {
        std::array<std::uint8_t, 1> beyond{};
        while (reader.ok()) {
            reader.bytes(beyond);  // reads to the end and one more, so that the reader says it was too short
        }
        return {};
    }
    std::string text(count, '\0');
    reader.bytes({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    return text;
}

std::string take_long_text(Reader& reader, ByteView all) {
    const std::size_t count = reader.integer<std::uint16_t>();
    return take_text(reader, all, count);
}

}  // namespace pennydrop::pool
