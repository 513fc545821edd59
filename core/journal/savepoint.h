// SPDX-License-Identifier: Apache-2.0
// Several statements that take effect together or not at all, inside a transaction or without one.
// Threads: as Connection. Private to core/journal.
#pragma once

#include "base/result.h"
#include "vault/database.h"

namespace pennydrop {

/// As Transaction, but one may stand within another, and within a Transaction. Durable when the outermost is committed.
class Savepoint {
public:
    [[nodiscard]] static Result<Savepoint> begin(Connection& connection);
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    Savepoint(Savepoint&& other) noexcept;
    Savepoint& operator=(Savepoint&&) = delete;
    ~Savepoint();

    [[nodiscard]] Status commit();

private:
    explicit Savepoint(Connection& connection) noexcept : connection_(&connection) {}
    Connection* connection_{nullptr};
};

}  // namespace pennydrop
