// SPDX-License-Identifier: Apache-2.0
#include "exchange/strict_json.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace pennydrop {
namespace {

using nlohmann::json;

/// Looks at the events of the parser before anything is built, so that what is refused costs nothing.
class Inspector final : public nlohmann::json_sax<json> {
public:
    explicit Inspector(std::size_t deepest) noexcept : deepest_(deepest) {}

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }

    bool start_object(std::size_t) override { return enter(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }

    bool key(string_t& key) override {
        if (!keys_.back().insert(key).second) {
            fault = JsonFault{.what = JsonFault::What::kDuplicateKey, .key = key};
            return false;
        }
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        fault = JsonFault{.what = JsonFault::What::kNotJson, .position = position};
        return false;
    }

    std::optional<JsonFault> fault{};

private:
    bool enter() {
        if (keys_.size() == deepest_) {
            fault = JsonFault{.what = JsonFault::What::kTooDeep};
            return false;
        }
        keys_.emplace_back();
        return true;
    }

    bool leave() {
        keys_.pop_back();
        return true;
    }

    std::size_t deepest_;
    std::vector<std::set<std::string>> keys_{};
};

}  // namespace

std::expected<json, JsonFault> parse_strictly(std::string_view text, std::size_t deepest) {
    Inspector inspector{deepest};
    if (!json::sax_parse(text, &inspector)) {
        return std::unexpected(std::move(inspector.fault).value_or(JsonFault{}));
    }
    return json::parse(text, nullptr, false);
}

}  // namespace pennydrop
