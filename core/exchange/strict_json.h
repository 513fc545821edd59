// SPDX-License-Identifier: Apache-2.0
// JSON from outside, read strictly: RFC 8259 and nothing more, no key twice in an object, no deeper than asked for.
// Private to core/exchange.
// Threads: pure function.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace pennydrop {

struct JsonFault {
    enum class What { kNotJson, kTooDeep, kDuplicateKey };
    What what{What::kNotJson};
    std::size_t position{0};  ///< In bytes, of kNotJson.
    std::string key{};        ///< Of kDuplicateKey.
};

/// `deepest`: how many objects and arrays may be within each other.
[[nodiscard]] std::expected<nlohmann::json, JsonFault> parse_strictly(std::string_view text, std::size_t deepest);

}  // namespace pennydrop
