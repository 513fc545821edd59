// SPDX-License-Identifier: Apache-2.0
#include "pool/secret_sharing.h"

#include <memory>

namespace pennydrop::pool {

SecretNumbers::SecretNumbers(std::size_t count) : bytes_(count * sizeof(FieldNumber)), count_(count) {
    static_assert(sizeof(FieldNumber) % alignof(FieldNumber) == 0);
    if (count != 0) {
        std::uninitialized_value_construct_n(reinterpret_cast<FieldNumber*>(bytes_.data()), count);
    }
}

std::span<FieldNumber> SecretNumbers::span() noexcept {
    return {reinterpret_cast<FieldNumber*>(bytes_.data()), count_};
}

std::span<const FieldNumber> SecretNumbers::span() const noexcept {
    return {reinterpret_cast<const FieldNumber*>(bytes_.data()), count_};
}

Polynomial Polynomial::random(std::size_t threshold) {
    Polynomial made{threshold};
    Scalar scalar{};
    for (auto& coefficient : made.coefficients_.span()) {
        random_scalar(scalar);
        coefficient = to_montgomery(plain_from(scalar));
    }
    wipe_memory(scalar);
    return made;
}

void Polynomial::secret(std::span<std::uint8_t, kScalarBytes> out) const noexcept {
    put_plain(from_montgomery(coefficients_.span().front()), out);
}

void Polynomial::value_at(std::span<const std::uint8_t, kScalarBytes> point,
                          std::span<std::uint8_t, kScalarBytes> out) const noexcept {
    const FieldNumber at = to_montgomery(plain_from(point));
    const auto coefficients = coefficients_.span();
    FieldNumber value{};
    for (std::size_t i = coefficients.size(); i > 0; --i) {
        value = add(multiply(value, at), coefficients[i - 1]);
    }
    put_plain(from_montgomery(value), out);
}

// Divided differences in place: after step d, coefficient i (for i >= d) is that of the points i-d to i.
Interpolation::Interpolation(std::span<const Share> shares) : points_(shares.size()), coefficients_(shares.size()) {
    const auto points = points_.span();
    const auto values = coefficients_.span();
    for (std::size_t i = 0; i < shares.size(); ++i) {
        points[i] = to_montgomery(shares[i].point);
        values[i] = to_montgomery(shares[i].value);
    }
    SecretNumbers gaps{shares.size()};
    SecretNumbers scratch{shares.size()};
    for (std::size_t step = 1; step < shares.size(); ++step) {
        const auto inverses = gaps.span().subspan(step);
        for (std::size_t i = step; i < shares.size(); ++i) {
            inverses[i - step] = subtract(points[i], points[i - step]);
        }
        invert_all(inverses, scratch.span());
        for (std::size_t i = shares.size() - 1; i >= step; --i) {
            values[i] = multiply(subtract(values[i], values[i - 1]), inverses[i - step]);
        }
    }
}

FieldNumber Interpolation::value_at(const FieldNumber& at) const noexcept {
    const auto points = points_.span();
    const auto coefficients = coefficients_.span();
    const FieldNumber place = to_montgomery(at);
    FieldNumber value{};
    for (std::size_t i = points.size(); i > 0; --i) {
        value = add(multiply(value, subtract(place, points[i - 1])), coefficients[i - 1]);
    }
    return from_montgomery(value);
}

}  // namespace pennydrop::pool
