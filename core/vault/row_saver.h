// SPDX-License-Identifier: Apache-2.0
// Puts salvaged rows into the tables of a new database that has the same schema. Private to core/vault.
// Threads: as Connection.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "vault/database.h"
#include "vault/table_pages.h"
#include "vault/vault_repair.h"

namespace pennydrop {

class RowSaver {
public:
    /// Reads the tables of `fresh`, which must outlive it.
    [[nodiscard]] static Result<RowSaver> begin(Connection& fresh, const RepairPlan& plan);

    RowSaver(RowSaver&&) noexcept;
    RowSaver& operator=(RowSaver&&) = delete;
    RowSaver(const RowSaver&) = delete;
    RowSaver& operator=(const RowSaver&) = delete;
    ~RowSaver();

    /// A row of a known table; of the schema and of SQLite's own tables nothing is saved.
    [[nodiscard]] Status save(std::string_view table, const SalvagedRow& row);
    /// A row of an index of `table`: it ends with the id of a row that was there.
    void witness(std::string_view table, const SalvagedRow& row);
    /// A row of a page that nothing leads to: saved when its shape is that of one of plan.told_by_shape.
    [[nodiscard]] Status save_by_shape(const SalvagedRow& row);

    [[nodiscard]] std::vector<TableRepair> finish() const;

private:
    struct Table;
    RowSaver(Connection& fresh, const RepairPlan& plan) noexcept;
    [[nodiscard]] Status insert(Table& table, const SalvagedRow& row);
    [[nodiscard]] Table* find(std::string_view name);

    Connection* fresh_;
    const RepairPlan* plan_;
    std::vector<Table> tables_;
};

}  // namespace pennydrop
