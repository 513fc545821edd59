// SPDX-License-Identifier: Apache-2.0
#include "vault/database.h"

#include <sqlite3.h>

#include <utility>

#include "vault/sqlite_error.h"

namespace pennydrop {
namespace {

std::unexpected<Error> fail_with(sqlite3* database, int rc) {
    const int extended = database == nullptr ? rc : sqlite3_extended_errcode(database);
    return std::unexpected<Error>(sqlite_error(extended == SQLITE_OK ? rc : extended));
}

}  // namespace

// --- Statement
// ---------------------------------------------------------------------------------------------------------

Statement::Statement(sqlite3* database, sqlite3_stmt* handle) noexcept : database_(database), handle_(handle) {}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), handle_(std::exchange(other.handle_, nullptr)), bind_error_(other.bind_error_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    if (this != &other) {
        sqlite3_finalize(handle_);
        database_ = other.database_;
        handle_ = std::exchange(other.handle_, nullptr);
        bind_error_ = other.bind_error_;
    }
    return *this;
}

Statement::~Statement() {
    sqlite3_finalize(handle_);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    const int rc = sqlite3_bind_int64(handle_, parameter, value);
    bind_error_ = bind_error_ == SQLITE_OK ? rc : bind_error_;
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    // An empty view may hold a null pointer, which SQLite would take for NULL.
    const char* data = text.data() == nullptr ? "" : text.data();
    const int rc = sqlite3_bind_text64(handle_, parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    bind_error_ = bind_error_ == SQLITE_OK ? rc : bind_error_;
    return *this;
}

Statement& Statement::bind(int parameter, std::span<const std::uint8_t> blob) {
    const void* data = blob.data() == nullptr ? static_cast<const void*>("") : blob.data();
    const int rc = sqlite3_bind_blob64(handle_, parameter, data, blob.size(), SQLITE_TRANSIENT);
    bind_error_ = bind_error_ == SQLITE_OK ? rc : bind_error_;
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    const int rc = sqlite3_bind_null(handle_, parameter);
    bind_error_ = bind_error_ == SQLITE_OK ? rc : bind_error_;
    return *this;
}

Statement& Statement::bind(int parameter, std::optional<std::int64_t> value) {
    return value ? bind(parameter, *value) : bind_null(parameter);
}

Result<bool> Statement::step() {
    if (bind_error_ != SQLITE_OK) {
        return std::unexpected<Error>(sqlite_error(bind_error_));
    }
    const int rc = sqlite3_step(handle_);
    if (rc == SQLITE_ROW) {
        return true;
    }
    if (rc == SQLITE_DONE) {
        return false;
    }
    return fail_with(database_, rc);
}

Status Statement::run() {
    auto row = step();
    if (!row) {
        return pass_on(row);
    }
    if (*row) {
        return fail(ErrorCode::kInternal, "a statement without rows returned one");
    }
    return {};
}

void Statement::reset() noexcept {
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    bind_error_ = SQLITE_OK;
}

std::int64_t Statement::integer(int column) const noexcept {
    return sqlite3_column_int64(handle_, column);
}

std::string_view Statement::text(int column) const noexcept {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return data == nullptr ? std::string_view{}
                           : std::string_view{data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::span<const std::uint8_t> Statement::blob(int column) const noexcept {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(handle_, column));
    return {data, data == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

bool Statement::is_null(int column) const noexcept {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

// --- Connection
// --------------------------------------------------------------------------------------------------------

Result<Connection> Connection::open(const std::string& name, const std::string& vfs_name, bool create) {
    sqlite3* handle = nullptr;
    const int flags =
        SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int rc = sqlite3_open_v2(name.c_str(), &handle, flags, vfs_name.empty() ? nullptr : vfs_name.c_str());
    if (rc != SQLITE_OK) {
        auto error = fail_with(handle, rc);
        sqlite3_close_v2(handle);
        return error;
    }
    return Connection{handle};
}

Connection::Connection(Connection&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}

Connection& Connection::operator=(Connection&& other) noexcept {
    if (this != &other) {
        sqlite3_close_v2(handle_);
        handle_ = std::exchange(other.handle_, nullptr);
    }
    return *this;
}

Connection::~Connection() {
    sqlite3_close_v2(handle_);
}

Result<Statement> Connection::prepare(Sql sql) {
    sqlite3_stmt* statement = nullptr;
    const auto text = sql.text();
    const int rc = sqlite3_prepare_v2(handle_, text.data(), static_cast<int>(text.size()), &statement, nullptr);
    if (rc != SQLITE_OK) {
        return fail_with(handle_, rc);
    }
    return Statement{handle_, statement};
}

Status Connection::execute(Sql sql) {
    const std::string text{sql.text()};
    const int rc = sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK) {
        return fail_with(handle_, rc);
    }
    return {};
}

Result<std::int64_t> Connection::query_integer(Sql sql) {
    auto statement = prepare(sql);
    if (!statement) {
        return pass_on(statement);
    }
    auto row = statement->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row) {
        return fail(ErrorCode::kNotFound);
    }
    return statement->integer(0);
}

std::int64_t Connection::last_insert_rowid() const noexcept {
    return sqlite3_last_insert_rowid(handle_);
}

std::int64_t Connection::changes() const noexcept {
    return sqlite3_changes64(handle_);
}

Status Connection::migrate(std::span<const Migration> migrations) {
    auto version = query_integer("PRAGMA user_version");
    if (!version) {
        return pass_on(version);
    }
    const std::int64_t latest = migrations.empty() ? 0 : migrations.back().number;
    if (*version > latest) {
        return fail(ErrorCode::kNewerVersion, "schema");
    }
    for (const Migration& migration : migrations) {
        if (migration.number <= *version) {
            continue;
        }
        auto transaction = Transaction::begin(*this);
        if (!transaction) {
            return pass_on(transaction);
        }
        if (auto done = execute(migration.sql); !done) {
            return done;
        }
        // PRAGMA takes no bound parameter; the number is ours and constant.
        const std::string set_version = "PRAGMA user_version = " + std::to_string(migration.number);
        if (const int rc = sqlite3_exec(handle_, set_version.c_str(), nullptr, nullptr, nullptr); rc != SQLITE_OK) {
            return fail_with(handle_, rc);
        }
        if (auto committed = transaction->commit(); !committed) {
            return committed;
        }
    }
    return {};
}

// --- Transaction
// -------------------------------------------------------------------------------------------------------

Result<Transaction> Transaction::begin(Connection& connection) {
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun) {
        return pass_on(begun);
    }
    return Transaction{connection};
}

Transaction::Transaction(Transaction&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}

Transaction::~Transaction() {
    // SQLite may have rolled back by itself (a full disk); then there is nothing to undo.
    if (connection_ != nullptr && sqlite3_get_autocommit(connection_->handle()) == 0) {
        (void)connection_->execute("ROLLBACK");
    }
}

Status Transaction::commit() {
    auto committed = connection_->execute("COMMIT");
    if (committed) {
        connection_ = nullptr;
    }
    return committed;
}

}  // namespace pennydrop
