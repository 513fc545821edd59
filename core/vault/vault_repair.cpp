// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_repair.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/secret.h"
#include "vault/drop_box_key.h"
#include "vault/new_vault.h"
#include "vault/page_map.h"
#include "vault/reader_checks.h"
#include "vault/row_saver.h"
#include "vault/vault_impl.h"
#include "vault/vault_reader.h"

namespace pennydrop {
namespace {

namespace fs = std::filesystem;

/// Of a header that somebody without the key may have written, only what the secret and the key vouch for is taken: the
/// slot that was opened, with the vault's id, which is bound to it, and the drop box's key, which is made from the data
/// key. Everything else would be given a seal that it never had.
VaultHeader header_for(const VaultReader& reader) {
    constexpr std::uint64_t kMostPlausible = std::uint64_t{1} << 32U;
    VaultHeader header = reader.header().header;
    if (!reader.header_is_authentic()) {
        const VaultHeader forged = std::exchange(header, VaultHeader{.id = header.id});
        header.generation = std::min(forged.generation, kMostPlausible);
        header.drop_box = drop_box_keys(reader.data_key()).public_key;
        const std::size_t opened = reader.opened_slot().value_or(0);
        header.key_slots.front() = forged.key_slots.at(opened);
    }
    ++header.generation;
    fill_random(header.file);
    return header;
}

/// The schema as it was in the damaged vault; the program brings it up to date at the next unlock, as always.
Result<std::span<const Migration>> schema_at(const PageMap& map, std::span<const Migration> schema) {
    const std::int64_t latest = schema.empty() ? 0 : schema.back().number;
    if (!map.schema_was_read) {
        return schema;
    }
    if (map.user_version > latest) {
        return fail(ErrorCode::kNewerVersion, "schema");
    }
    const auto end = std::ranges::upper_bound(schema, map.user_version, {}, &Migration::number);
    return schema.first(static_cast<std::size_t>(end - schema.begin()));
}

/// Pages that belong to a table come first: where a row is there twice, theirs counts.
Status save_rows(VaultReader& reader, const PageMap& map, RowSaver& saver, ProgressMeter& meter) {
    std::array<std::uint8_t, kVaultPageBytes> page{};
    Status done;
    for (const bool is_known : {true, false}) {
        for (const std::uint32_t number : map.with_rows) {
            const auto table = map.table_of.find(number);
            if ((table != map.table_of.end()) != is_known || !reader.read_page(number, page)) {
                continue;
            }
            const auto index = map.index_of.find(number);
            for_each_row(reader, page, number, [&](const SalvagedRow& row) {
                if (index != map.index_of.end()) {
                    saver.witness(index->second, row);
                } else if (done) {
                    done = is_known ? saver.save(table->second, row) : saver.save_by_shape(row);
                }
            });
            if (!done) {
                return done;
            }
            if (auto going = meter.add(1); !going) {
                return going;
            }
        }
    }
    wipe_memory(page);
    return {};
}

Result<std::vector<TableRepair>> save_into(VaultReader& reader, const PageMap& map, const RepairPlan& plan,
                                           OpenDatabase& fresh, ProgressMeter& meter) {
    Connection& database = fresh.connection;
    auto schema = schema_at(map, plan.schema);
    if (!schema) {
        return pass_on(schema);
    }
    if (auto migrated = database.migrate(*schema); !migrated) {
        return pass_on(migrated);
    }
    // Rows come in the order of their pages, and some that others refer to may be lost.
    if (auto off = database.execute("PRAGMA foreign_keys = OFF"); !off) {
        return pass_on(off);
    }
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return pass_on(transaction);
    }
    auto saver = RowSaver::begin(database, plan);
    if (!saver) {
        return pass_on(saver);
    }
    if (auto saved = save_rows(reader, map, *saver, meter); !saved) {
        return pass_on(saved);
    }
    if (plan.finish) {
        if (auto finished = plan.finish(database); !finished) {
            return pass_on(finished);
        }
    }
    if (auto committed = transaction->commit(); !committed) {
        return pass_on(committed);
    }
    return saver->finish();
}

}  // namespace

bool RepairReport::is_complete() const noexcept {
    return header_is_authentic && damaged_blocks == 0 && std::ranges::all_of(tables, [](const TableRepair& table) {
               return table.cut.empty() && table.lost.empty();
           });
}

const TableRepair* RepairReport::find(std::string_view table) const noexcept {
    const auto found = std::ranges::find(tables, table, &TableRepair::name);
    return found == tables.end() ? nullptr : &*found;
}

Result<RepairReport> repair_vault(const fs::path& damaged, const VaultSecret& secret, const fs::path& target,
                                  const RepairPlan& plan, const VaultOptions& options, const OnProgress& progress) {
    const StackWipe wipe;  // pages of the journal pass through arrays there
    std::error_code exists_error;
    if (fs::exists(target, exists_error)) {
        return fail(ErrorCode::kAlreadyExists);
    }
    auto reader = VaultReader::open(damaged, secret, options, VaultReader::Access::kSalvage);
    if (!reader) {
        return pass_on(reader);
    }
    ProgressMeter meter{progress, 2 * steps_for(*reader)};
    if (auto going = meter.add(0); !going) {
        return pass_on(going);
    }
    auto map = map_pages(*reader, meter);
    if (!map) {
        return pass_on(map);
    }
    const VaultHeader header = header_for(*reader);
    auto below = file_system(options);
    if (!below) {
        return pass_on(below);
    }
    auto made = NewVault::begin(target, options, header, reader->data_key());
    if (!made) {
        return pass_on(made);
    }
    RepairReport report{.blocks = reader->page_count(),
                        .header_is_authentic = reader->header_is_authentic(),
                        .schema_was_read = map->schema_was_read};
    {
        auto fresh = open_database(made->temporary(), *below, header.file, reader->data_key());
        if (!fresh) {
            return pass_on(fresh);
        }
        auto tables = save_into(*reader, *map, plan, *fresh, meter);
        if (!tables) {
            return pass_on(tables);
        }
        report.tables = std::move(*tables);
        // A page may have come the one time and not the other: what was missed then is known only now.
        report.not_delivered = reader->not_delivered();
        report.damaged_blocks = map->damaged + report.not_delivered;
        if (auto moved = fresh->connection.execute("PRAGMA wal_checkpoint(TRUNCATE)"); !moved) {
            return pass_on(moved);
        }
    }
    {
        auto copy =
            VaultReader::open_with_key(made->temporary(), reader->data_key(), options, VaultReader::Access::kShared);
        if (!copy) {
            return pass_on(copy);
        }
        meter.expect(2 * steps_for(*copy));
        if (auto sound = require_sound(*copy, meter); !sound) {
            return pass_on(sound);
        }
    }
    if (auto placed = made->put_in_place(); !placed) {
        return pass_on(placed);
    }
    return report;
}

}  // namespace pennydrop
