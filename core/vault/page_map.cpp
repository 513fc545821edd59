// SPDX-License-Identifier: Apache-2.0
#include "vault/page_map.h"

#include <array>
#include <utility>

#include "base/secret.h"
#include "vault/table_pages.h"
#include "vault/vault_header.h"

namespace pennydrop {
namespace {

constexpr std::string_view kSchema = "sqlite_schema";

struct Root {
    std::string table{};
    std::string index_of{};
    std::uint32_t page{0};
};

/// Names every page of the tree below `root`, as far as its pages can be read.
void walk(PageSource& source, const Root& root, PageMap& map) {
    std::vector<std::uint32_t> waiting{root.page};
    std::array<std::uint8_t, kVaultPageBytes> page{};
    while (!waiting.empty()) {
        const std::uint32_t number = waiting.back();
        waiting.pop_back();
        if (number == 0 || number > source.page_count() || !map.table_of.emplace(number, root.table).second ||
            !source.read_page(number, page)) {
            continue;
        }
        if (!root.index_of.empty()) {
            map.index_of.emplace(number, root.index_of);
        }
        if (!has_children(kind_of(page, number))) {
            continue;
        }
        const auto below = children_of(page, number);
        waiting.insert(waiting.end(), below.begin(), below.end());
    }
    wipe_memory(page);
}

/// Tables and indexes in the schema's pages, once these are named.
std::vector<Root> roots_of(PageSource& source, const PageMap& map) {
    constexpr std::size_t kColumns = 5;  // type, name, table name, root page, SQL
    std::vector<Root> roots;
    std::array<std::uint8_t, kVaultPageBytes> page{};
    for (const auto& [number, table] : map.table_of) {
        if (!source.read_page(number, page) || kind_of(page, number) != PageKind::kTableLeaf) {
            continue;
        }
        for_each_row(source, page, number, [&roots](const SalvagedRow& row) {
            if (row.columns.size() != kColumns || row.columns[3].integer <= 0) {
                return;
            }
            const bool is_table = row.columns[0].text() == "table";
            roots.push_back({.table = is_table ? std::string{row.columns[1].text()} : std::string{},
                             .index_of = is_table ? std::string{} : std::string{row.columns[2].text()},
                             .page = static_cast<std::uint32_t>(row.columns[3].integer)});
        });
    }
    return roots;
}

}  // namespace

Result<PageMap> map_pages(PageSource& source, ProgressMeter& meter) {
    PageMap map;
    std::array<std::uint8_t, kVaultPageBytes> page{};
    map.schema_was_read = source.read_page(1, page).has_value();
    if (map.schema_was_read) {
        // sqlite.org/fileformat2.html: the user version at offset 60, big-endian.
        constexpr std::size_t kUserVersionOffset = 60;
        for (const std::uint8_t byte : std::span{page}.subspan(kUserVersionOffset, 4)) {
            map.user_version = map.user_version * 256 + byte;
        }
        walk(source, {.table = std::string{kSchema}, .page = 1}, map);
        for (const Root& root : roots_of(source, map)) {
            walk(source, root, map);
        }
    }
    constexpr std::uint32_t kPagesAtOnce = 256;
    std::uint64_t steps = 0;
    for (std::uint32_t number = 1; number <= source.page_count(); ++number) {
        if (auto read = source.read_page(number, page); !read) {
            map.damaged += read.error().code == ErrorCode::kDamaged ? 1 : 0;
        } else if (has_rows(kind_of(page, number))) {
            map.with_rows.push_back(number);
        }
        if (++steps == kPagesAtOnce || number == source.page_count()) {
            if (auto going = meter.add(std::exchange(steps, 0)); !going) {
                return pass_on(going);
            }
        }
    }
    wipe_memory(page);
    return map;
}

}  // namespace pennydrop
