// SPDX-License-Identifier: Apache-2.0
// Shamir's secret sharing over the scalars: polynomials, shares, and the way back from k of them.
// Threads: pure functions; a Polynomial belongs to one thread.
// Specification: docs/pool-protocol.md, "Dealing". Source: A. Shamir, "How to share a secret" (1979).
#pragma once

#include <cstddef>
#include <span>

#include "base/secret.h"
#include "pool/field.h"
#include "pool/group.h"

namespace pennydrop::pool {

/// Guarded memory for field numbers.
class SecretNumbers {
public:
    explicit SecretNumbers(std::size_t count);

    [[nodiscard]] std::span<FieldNumber> span() noexcept;
    [[nodiscard]] std::span<const FieldNumber> span() const noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return count_; }

private:
    SecretBytes bytes_;
    std::size_t count_;
};

/// A polynomial with uniformly random coefficients, in guarded memory; what it hides is its value at 0.
class Polynomial {
public:
    /// `threshold` coefficients.
    [[nodiscard]] static Polynomial random(std::size_t threshold);

    /// The value at 0, into `out`.
    void secret(std::span<std::uint8_t, kScalarBytes> out) const noexcept;
    /// The value at `point`, into `out`. Constant time.
    void value_at(std::span<const std::uint8_t, kScalarBytes> point,
                  std::span<std::uint8_t, kScalarBytes> out) const noexcept;

private:
    explicit Polynomial(std::size_t threshold) : coefficients_(threshold) {}
    SecretNumbers coefficients_;  ///< In Montgomery form, that of x^0 first.
};

/// A share, plain: a point and the value there.
struct Share {
    FieldNumber point{};
    FieldNumber value{};
};

/// The polynomial of least degree through some shares, whose points all differ. In guarded memory.
class Interpolation {
public:
    explicit Interpolation(std::span<const Share> shares);

    /// Its value at `at`; both plain.
    [[nodiscard]] FieldNumber value_at(const FieldNumber& at) const noexcept;

private:
    SecretNumbers points_;        ///< In Montgomery form.
    SecretNumbers coefficients_;  ///< Newton's, in Montgomery form.
};

}  // namespace pennydrop::pool
