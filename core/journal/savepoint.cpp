// SPDX-License-Identifier: Apache-2.0
#include "journal/savepoint.h"

#include <utility>

namespace pennydrop {

Result<Savepoint> Savepoint::begin(Connection& connection) {
    if (auto begun = connection.execute("SAVEPOINT step"); !begun) {
        return pass_on(begun);
    }
    return Savepoint{connection};
}

Savepoint::Savepoint(Savepoint&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}

Savepoint::~Savepoint() {
    // Fails harmlessly where SQLite has rolled all back by itself (a full disk): then there is no savepoint any more.
    if (connection_ != nullptr) {
        (void)connection_->execute("ROLLBACK TO step; RELEASE step");
    }
}

Status Savepoint::commit() {
    auto released = connection_->execute("RELEASE step");
    if (released) {
        connection_ = nullptr;
    }
    return released;
}

}  // namespace pennydrop
