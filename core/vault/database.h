// SPDX-License-Identifier: Apache-2.0
// A thin RAII layer over SQLite's C interface: connection, statement, transaction, numbered migrations.
// SQL is always a constant; values are always bound.
// Threads: everything here belongs to the thread that opened the connection.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace pennydrop {

/// A SQL text that can only be made from a string literal, so that no person's text ever becomes SQL.
class Sql {
public:
    template <std::size_t N>
    consteval Sql(const char (&literal)[N]) noexcept : text_(literal, N - 1) {}  // NOLINT(google-explicit-constructor)
    [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }

private:
    std::string_view text_;
};

class Connection;

/// A prepared statement. Bind all parameters, then step(); reset() before the next use.
class Statement {
public:
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    /// Parameters count from 1. Text and blobs are copied. An error of binding is reported by step().
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, std::span<const std::uint8_t> blob);
    Statement& bind_null(int parameter);
    Statement& bind(int parameter, std::optional<std::int64_t> value);

    /// True while there is a row. Errors as translated by Connection.
    [[nodiscard]] Result<bool> step();
    /// For statements that return no rows.
    [[nodiscard]] Status run();
    void reset() noexcept;

    /// Columns count from 0. Views are valid until the next step(), reset() or destruction.
    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    [[nodiscard]] std::string_view text(int column) const noexcept;
    [[nodiscard]] std::span<const std::uint8_t> blob(int column) const noexcept;
    [[nodiscard]] bool is_null(int column) const noexcept;

private:
    friend class Connection;
    Statement(sqlite3* database, sqlite3_stmt* handle) noexcept;
    sqlite3* database_{nullptr};
    sqlite3_stmt* handle_{nullptr};
    int bind_error_{0};
};

/// One migration: applied once, in order of `number`, each in its own transaction. Never changed once released.
struct Migration {
    std::int32_t number;
    Sql sql;
};

class Connection {
public:
    /// Opens `name` through the VFS called `vfs_name`. Errors: kInUse, kDamaged, kNotFound, kPermission, kDiskFull,
    /// kIo.
    [[nodiscard]] static Result<Connection> open(const std::string& name, const std::string& vfs_name, bool create);

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    Connection(Connection&& other) noexcept;
    Connection& operator=(Connection&& other) noexcept;
    ~Connection();

    [[nodiscard]] Result<Statement> prepare(Sql sql);
    /// One or more statements without parameters and without rows.
    [[nodiscard]] Status execute(Sql sql);
    /// First column of the first row as an integer; kNotFound when there is no row.
    [[nodiscard]] Result<std::int64_t> query_integer(Sql sql);
    [[nodiscard]] std::int64_t last_insert_rowid() const noexcept;
    /// Rows changed by the last statement.
    [[nodiscard]] std::int64_t changes() const noexcept;

    /// Brings the schema from PRAGMA user_version to the last migration. kNewerVersion when the file is ahead of us.
    [[nodiscard]] Status migrate(std::span<const Migration> migrations);

    /// SQLite's handle, for its backup and file-control functions inside core/vault.
    [[nodiscard]] sqlite3* handle() const noexcept { return handle_; }

private:
    explicit Connection(sqlite3* handle) noexcept : handle_(handle) {}
    sqlite3* handle_{nullptr};
};

/// BEGIN IMMEDIATE now; rolled back when destroyed without commit().
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Durable on the disk when it returns without error.
    [[nodiscard]] Status commit();

private:
    explicit Transaction(Connection& connection) noexcept : connection_(&connection) {}
    Connection* connection_{nullptr};
};

}  // namespace pennydrop
