// SPDX-License-Identifier: Apache-2.0
// Rows read straight from the pages of SQLite's b-trees, for a database that SQLite itself can no longer walk. Tables
// have leaves with rows; those WITHOUT ROWID lie in the tree of their primary key, as indexes do, with rows on every
// page. Every length is checked: a page authenticates or is not given here, but what it says may be half of a broken
// tree. Private to core/vault.
// Threads: belongs to one thread.
// Source: sqlite.org/fileformat2.html, "B-tree Pages" and "Record Format".
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "vault/page_source.h"

namespace pennydrop {

struct ColumnValue {
    enum class Type { kNull, kInteger, kReal, kText, kBlob };
    Type type{Type::kNull};
    std::int64_t integer{0};
    double real{0};
    std::span<const std::uint8_t> bytes{};  ///< Of text and blobs; valid as long as the row.

    [[nodiscard]] std::string_view text() const noexcept {
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
};

struct SalvagedRow {
    std::optional<std::int64_t> rowid{};  ///< Nothing in the tree of a key.
    std::vector<ColumnValue> columns{};
    bool is_cut{false};   ///< The end of the last column is lost.
    bool is_lost{false};  ///< More than that is lost; `columns` is empty.
};

enum class PageKind { kTableLeaf, kTableInterior, kKeyLeaf, kKeyInterior, kOther };

using Page = std::span<const std::uint8_t>;

[[nodiscard]] PageKind kind_of(Page page, std::uint32_t number);

[[nodiscard]] constexpr bool has_rows(PageKind kind) noexcept {
    return kind == PageKind::kTableLeaf || kind == PageKind::kKeyLeaf || kind == PageKind::kKeyInterior;
}

[[nodiscard]] constexpr bool has_children(PageKind kind) noexcept {
    return kind == PageKind::kTableInterior || kind == PageKind::kKeyInterior;
}

/// The pages below a page that has_children().
[[nodiscard]] std::vector<std::uint32_t> children_of(Page page, std::uint32_t number);

/// Calls `take` with each row of a page that has_rows(). Long rows go on in other pages, which `source` is asked for,
/// each once: a chain that comes back to itself, or to that of another row, is broken.
/// The row is valid during the call only.
void for_each_row(PageSource& source, Page page, std::uint32_t number,
                  const std::function<void(const SalvagedRow&)>& take);

}  // namespace pennydrop
