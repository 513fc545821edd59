// SPDX-License-Identifier: Apache-2.0
#include "pool/field.h"

#include "base/codec.h"

namespace pennydrop::pool {
namespace {

/// 2^bits modulo l.
constexpr FieldNumber power_of_two(int bits) noexcept {
    FieldNumber value{{1, 0, 0, 0}};
    for (int i = 0; i < bits; ++i) {
        value = add(value, value);
    }
    return value;
}

constexpr FieldNumber kOne = power_of_two(256);
constexpr FieldNumber kSquare = power_of_two(512);
constexpr FieldNumber kPlainOne{{1, 0, 0, 0}};

/// l - 2: what a number is raised to, to be inverted. Public, so that its bits may decide the way.
constexpr std::array<std::uint64_t, 4> kInverting{field_detail::kOrder[0] - 2, field_detail::kOrder[1],
                                                  field_detail::kOrder[2], field_detail::kOrder[3]};
constexpr int kOrderBits = 253;

}  // namespace

const FieldNumber& field_one() noexcept {
    return kOne;
}

FieldNumber to_montgomery(const FieldNumber& plain) noexcept {
    return multiply(plain, kSquare);
}

FieldNumber from_montgomery(const FieldNumber& value) noexcept {
    return multiply(value, kPlainOne);
}

FieldNumber invert(const FieldNumber& value) noexcept {
    FieldNumber result = kOne;
    for (int bit = kOrderBits - 1; bit >= 0; --bit) {
        result = multiply(result, result);
        const auto word = kInverting[static_cast<std::size_t>(bit) / 64];
        if ((word >> (static_cast<unsigned>(bit) % 64U) & 1U) != 0) {
            result = multiply(result, value);
        }
    }
    return result;
}

void invert_all(std::span<FieldNumber> values, std::span<FieldNumber> scratch) noexcept {
    FieldNumber product = kOne;
    for (std::size_t i = 0; i < values.size(); ++i) {
        scratch[i] = product;
        product = multiply(product, values[i]);
    }
    FieldNumber inverse = invert(product);
    for (std::size_t i = values.size(); i > 0; --i) {
        const FieldNumber own = multiply(inverse, scratch[i - 1]);
        inverse = multiply(inverse, values[i - 1]);
        values[i - 1] = own;
    }
}

FieldNumber plain_from(std::span<const std::uint8_t, kScalarBytes> scalar) noexcept {
    Reader reader{scalar};
    FieldNumber number;
    for (auto& word : number.word) {
        word = reader.integer<std::uint64_t>();
    }
    return number;
}

void put_plain(const FieldNumber& plain, std::span<std::uint8_t, kScalarBytes> out) noexcept {
    Writer writer{out};
    for (const auto word : plain.word) {
        writer.integer(word);
    }
}

}  // namespace pennydrop::pool
