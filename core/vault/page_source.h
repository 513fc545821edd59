// SPDX-License-Identifier: Apache-2.0
// Pages of a database, wherever they come from: a sealed file, or a test that knows no seal. Private to core/vault.
// Threads: belongs to one thread.
#pragma once

#include <cstdint>
#include <span>

#include "base/result.h"

namespace pennydrop {

class PageSource {
public:
    PageSource() = default;
    PageSource(PageSource&&) noexcept = default;
    PageSource& operator=(PageSource&&) = delete;
    PageSource(const PageSource&) = delete;
    PageSource& operator=(const PageSource&) = delete;
    virtual ~PageSource() = default;

    /// Of the database.
    [[nodiscard]] virtual std::uint32_t page_count() const noexcept = 0;
    /// Page `number` (from 1) into kVaultPageBytes. Errors: kDamaged (does not authenticate, or is not there), kIo.
    [[nodiscard]] virtual Status read_page(std::uint32_t number, std::span<std::uint8_t> out) = 0;
};

}  // namespace pennydrop
