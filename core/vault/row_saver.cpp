// SPDX-License-Identifier: Apache-2.0
#include "vault/row_saver.h"

#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "base/utf8.h"
#include "vault/sqlite_error.h"

namespace pennydrop {
namespace {

using Type = ColumnValue::Type;

struct Column {
    std::string name{};
    Type type{Type::kNull};
    bool may_be_null{true};
    bool is_rowid{false};
    std::int64_t place_in_key{0};  ///< From 1; 0 when it is not part of the primary key.
};

struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3_stmt, Finalize>;

std::string in_quotes(std::string_view name) {
    std::string out{'"'};
    for (const char c : name) {
        out += c;
        if (c == '"') {
            out += c;
        }
    }
    return out + '"';
}

Type type_called(std::string_view name) {
    if (name == "INTEGER" || name == "INT") {
        return Type::kInteger;
    }
    if (name == "TEXT") {
        return Type::kText;
    }
    return name == "REAL" ? Type::kReal : Type::kBlob;
}

Result<std::vector<Column>> columns_of(Connection& database, std::string_view table) {
    auto select = database.prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, table);
    std::vector<Column> columns;
    std::int64_t keys = 0;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            break;
        }
        const bool is_key = select->integer(3) != 0;
        keys += is_key ? 1 : 0;
        columns.push_back({.name = std::string{select->text(0)},
                           .type = type_called(select->text(1)),
                           .may_be_null = select->integer(2) == 0 && !is_key,
                           .is_rowid = is_key && select->text(1) == "INTEGER",
                           .place_in_key = select->integer(3)});
    }
    for (Column& column : columns) {
        column.is_rowid = column.is_rowid && keys == 1;
    }
    return columns;
}

bool fits(const Column& column, const ColumnValue& value) {
    if (value.type == Type::kNull) {
        return column.is_rowid || column.may_be_null;
    }
    // SQLite stores a whole number in a REAL column as an integer.
    const bool is_whole_real = column.type == Type::kReal && value.type == Type::kInteger;
    return !column.is_rowid && (value.type == column.type || is_whole_real);
}

/// As the columns lie in the tree of a table WITHOUT ROWID: first the primary key, then the others.
void order_by_key(std::vector<Column>& columns) {
    for (Column& column : columns) {
        column.is_rowid = false;
    }
    const auto place = [](const Column& column) {
        return column.place_in_key == 0 ? std::numeric_limits<std::int64_t>::max() : column.place_in_key;
    };
    std::vector<std::size_t> order(columns.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t at) { return std::pair{place(columns[at]), at}; });
    std::vector<Column> ordered;
    ordered.reserve(columns.size());
    for (const std::size_t at : order) {
        ordered.push_back(columns[at]);
    }
    columns = std::move(ordered);
}

/// A text without the character it was cut in the middle of.
std::string_view whole_characters(std::string_view text) {
    constexpr int kLongest = 4;
    for (int i = 0; i < kLongest && !text.empty() && !is_valid_text(text); ++i) {
        text.remove_suffix(1);
    }
    return text;
}

int bind_value(sqlite3_stmt* statement, int parameter, const ColumnValue& value) {
    switch (value.type) {
        case Type::kInteger:
            return sqlite3_bind_int64(statement, parameter, value.integer);
        case Type::kReal:
            return sqlite3_bind_double(statement, parameter, value.real);
        case Type::kText:
            return sqlite3_bind_text64(statement, parameter, value.bytes.empty() ? "" : value.text().data(),
                                       value.bytes.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        case Type::kBlob:
            return sqlite3_bind_blob64(statement, parameter,
                                       value.bytes.empty() ? static_cast<const void*>("") : value.bytes.data(),
                                       value.bytes.size(), SQLITE_TRANSIENT);
        case Type::kNull:
            break;
    }
    return sqlite3_bind_null(statement, parameter);
}

}  // namespace

struct RowSaver::Table {
    std::string name{};
    std::vector<Column> columns{};  ///< In the order in which they are stored.
    bool has_rowids{true};
    bool told_by_shape{false};
    bool cuttable{false};
    std::set<std::int64_t> saved{};
    std::set<std::int64_t> cut{};
    std::set<std::int64_t> known{};           ///< Seen or witnessed, saved or not.
    std::map<std::size_t, Handle> inserts{};  ///< By the number of columns.

    /// The row's id in the lists. Where rows have none they are counted: `known` is then 1, 2, 3 without a gap.
    [[nodiscard]] std::int64_t number_of(const SalvagedRow& row) const {
        return row.rowid.value_or(static_cast<std::int64_t>(known.size()) + 1);
    }

    [[nodiscard]] bool shows_rowid() const {
        return std::ranges::any_of(columns, [](const Column& column) { return column.is_rowid; });
    }

    /// Whether a row of this table can look like `row`. Rows from before a column was added are shorter.
    [[nodiscard]] bool looks_like(const SalvagedRow& row) const {
        if (row.is_lost || row.rowid.has_value() != has_rowids || row.columns.size() > columns.size()) {
            return false;
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i < row.columns.size() ? !fits(columns[i], row.columns[i]) : !columns[i].may_be_null) {
                return false;
            }
        }
        return true;
    }

    /// A row that is there already is left alone, but for small tables of names and values, which a migration may have
    /// filled.
    [[nodiscard]] std::string insert_sql(std::size_t count) const {
        std::string names;
        std::string values;
        for (std::size_t i = 0; i < count; ++i) {
            names += (i == 0 ? "" : ", ") + in_quotes(columns[i].name);
            values += (i == 0 ? "?" : ", ?") + std::to_string(i + 1);
        }
        return "INSERT OR " + std::string{shows_rowid() || !has_rowids ? "IGNORE" : "REPLACE"} + " INTO " +
               in_quotes(name) + " (" + names + ") VALUES (" + values + ")";
    }
};

RowSaver::RowSaver(Connection& fresh, const RepairPlan& plan) noexcept : fresh_(&fresh), plan_(&plan) {}
RowSaver::RowSaver(RowSaver&&) noexcept = default;
RowSaver::~RowSaver() = default;

Result<RowSaver> RowSaver::begin(Connection& fresh, const RepairPlan& plan) {
    auto select = fresh.prepare(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
    if (!select) {
        return pass_on(select);
    }
    RowSaver saver{fresh, plan};
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return saver;
        }
        Table table;
        table.name = select->text(0);
        auto columns = columns_of(fresh, table.name);
        if (!columns) {
            return pass_on(columns);
        }
        table.columns = std::move(*columns);
        table.has_rowids = select->integer(1) == 0;
        if (!table.has_rowids) {
            order_by_key(table.columns);
        }
        table.told_by_shape = std::ranges::find(plan.told_by_shape, table.name) != plan.told_by_shape.end();
        table.cuttable = std::ranges::find(plan.cuttable, table.name) != plan.cuttable.end();
        saver.tables_.push_back(std::move(table));
    }
}

RowSaver::Table* RowSaver::find(std::string_view name) {
    const auto found = std::ranges::find(tables_, name, &Table::name);
    return found == tables_.end() ? nullptr : &*found;
}

Status RowSaver::save(std::string_view table, const SalvagedRow& row) {
    for (const auto& witness : plan_->witnesses) {
        if (witness.table == table && row.rowid) {
            if (Table* of = find(witness.of); of != nullptr) {
                of->known.insert(*row.rowid);
            }
        }
    }
    Table* found = find(table);
    return found == nullptr ? Status{} : insert(*found, row);
}

void RowSaver::witness(std::string_view table, const SalvagedRow& row) {
    Table* of = find(table);
    if (of != nullptr && of->has_rowids && !row.is_lost && !row.is_cut && !row.columns.empty() &&
        row.columns.back().type == Type::kInteger) {
        of->known.insert(row.columns.back().integer);
    }
}

Status RowSaver::save_by_shape(const SalvagedRow& row) {
    for (Table& table : tables_) {
        if (table.told_by_shape && table.looks_like(row)) {
            return insert(table, row);
        }
    }
    return {};
}

Status RowSaver::insert(Table& table, const SalvagedRow& row) {
    if (row.rowid.has_value() != table.has_rowids) {
        return {};  // of a page of the wrong kind: no row of this table, and its number would be in the way of theirs
    }
    const std::int64_t number = table.number_of(row);
    table.known.insert(number);
    if (!table.looks_like(row) || (row.is_cut && !table.cuttable)) {
        return {};
    }
    std::vector<ColumnValue> values = row.columns;
    std::string text;
    if (row.is_cut) {
        text = whole_characters(values.back().text());
        if (values.back().type != Type::kText || is_blank(text)) {
            return {};
        }
        text += plan_->cut_mark;
        values.back().bytes = {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
    }
    Handle& statement = table.inserts[values.size()];
    if (statement == nullptr) {
        sqlite3_stmt* prepared = nullptr;
        const std::string sql = table.insert_sql(values.size());
        if (const int rc = sqlite3_prepare_v2(fresh_->handle(), sql.c_str(), -1, &prepared, nullptr); rc != SQLITE_OK) {
            return std::unexpected<Error>(sqlite_error(rc));
        }
        statement.reset(prepared);
    }
    sqlite3_stmt* raw = statement.get();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const ColumnValue rowid{.type = Type::kInteger, .integer = number};
        const int parameter = static_cast<int>(i) + 1;
        if (const int rc = bind_value(raw, parameter, table.columns[i].is_rowid ? rowid : values[i]); rc != SQLITE_OK) {
            return std::unexpected<Error>(sqlite_error(rc));
        }
    }
    const int rc = sqlite3_step(raw);
    const int extended = sqlite3_extended_errcode(fresh_->handle());
    (void)sqlite3_reset(raw);  // says once more what the step said
    (void)sqlite3_clear_bindings(raw);
    wipe_memory({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    if (rc != SQLITE_DONE && (rc & 0xFF) != SQLITE_CONSTRAINT) {
        return std::unexpected<Error>(sqlite_error(extended));
    }
    if (rc == SQLITE_DONE && fresh_->changes() == 0 && !table.has_rowids) {
        table.known.erase(number);  // the same row, met before
    }
    if (rc == SQLITE_DONE && fresh_->changes() > 0) {
        table.saved.insert(number);
        if (row.is_cut) {
            table.cut.insert(number);
        }
    }
    return {};
}

std::vector<TableRepair> RowSaver::finish() const {
    std::vector<TableRepair> repairs;
    for (const Table& table : tables_) {
        TableRepair repair{.name = table.name,
                           .saved = {table.saved.begin(), table.saved.end()},
                           .cut = {table.cut.begin(), table.cut.end()}};
        std::ranges::set_difference(table.known, table.saved, std::back_inserter(repair.lost));
        repairs.push_back(std::move(repair));
    }
    return repairs;
}

}  // namespace pennydrop
