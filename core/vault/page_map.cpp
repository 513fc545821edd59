// SPDX-License-Identifier: Apache-2.0
#include "vault/page_map.h"

#include <array>
#include <utility>

#include "vault/table_pages.h"

namespace pennydrop {
namespace {

constexpr std::string_view kSchema = "sqlite_schema";

struct Root {
    std::string table{};
    std::uint32_t page{0};
};

/// Names every page of the tree below `root`, as far as its pages can be read.
void walk(VaultReader& reader, const Root& root, PageMap& map) {
    std::vector<std::uint32_t> waiting{root.page};
    std::array<std::uint8_t, kVaultPageBytes> page{};
    while (!waiting.empty()) {
        const std::uint32_t number = waiting.back();
        waiting.pop_back();
        if (number == 0 || number > reader.page_count() || !map.table_of.emplace(number, root.table).second ||
            !reader.read_page(number, page) || kind_of(page, number) != PageKind::kTableInterior) {
            continue;
        }
        const auto below = children_of(page, number);
        waiting.insert(waiting.end(), below.begin(), below.end());
    }
    wipe_memory(page);
}

/// Tables in the schema's pages, once these are named.
std::vector<Root> roots_of(VaultReader& reader, const PageMap& map) {
    constexpr std::size_t kColumns = 5;  // type, name, table name, root page, SQL
    std::vector<Root> roots;
    std::array<std::uint8_t, kVaultPageBytes> page{};
    for (const auto& [number, table] : map.table_of) {
        if (!reader.read_page(number, page) || kind_of(page, number) != PageKind::kTableLeaf) {
            continue;
        }
        for_each_row(reader, page, number, [&roots](const SalvagedRow& row) {
            if (row.columns.size() == kColumns && row.columns[0].text() == "table" && row.columns[3].integer > 0) {
                roots.push_back({.table = std::string{row.columns[1].text()},
                                 .page = static_cast<std::uint32_t>(row.columns[3].integer)});
            }
        });
    }
    return roots;
}

}  // namespace

Result<PageMap> map_pages(VaultReader& reader, ProgressMeter& meter) {
    PageMap map;
    std::array<std::uint8_t, kVaultPageBytes> page{};
    map.schema_was_read = reader.read_page(1, page).has_value();
    if (map.schema_was_read) {
        // sqlite.org/fileformat2.html: the user version at offset 60, big-endian.
        constexpr std::size_t kUserVersionOffset = 60;
        for (const std::uint8_t byte : std::span{page}.subspan(kUserVersionOffset, 4)) {
            map.user_version = map.user_version * 256 + byte;
        }
        walk(reader, {.table = std::string{kSchema}, .page = 1}, map);
        for (const Root& root : roots_of(reader, map)) {
            walk(reader, root, map);
        }
    }
    constexpr std::uint32_t kPagesAtOnce = 256;
    std::uint64_t steps = 0;
    for (std::uint32_t number = 1; number <= reader.page_count(); ++number) {
        if (!reader.read_page(number, page)) {
            ++map.damaged;
        } else if (kind_of(page, number) == PageKind::kTableLeaf) {
            map.leaves.push_back(number);
        }
        if (++steps == kPagesAtOnce || number == reader.page_count()) {
            if (auto going = meter.add(std::exchange(steps, 0)); !going) {
                return pass_on(going);
            }
        }
    }
    wipe_memory(page);
    return map;
}

}  // namespace pennydrop
