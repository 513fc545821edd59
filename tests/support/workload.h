// SPDX-License-Identifier: Apache-2.0
// Random SQL of every kind SQLite's pager has a way of its own for: the same seed gives the same statements, so that a
// sealed database and a plain one can be compared after each.
// Threads: belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "support/random.h"

struct sqlite3;

namespace pennydrop::testing {

class Workload {
public:
    explicit Workload(std::uint64_t seed) noexcept : random_(seed) {}

    /// Makes the tables the steps work on.
    static void prepare(sqlite3* database);

    /// One step: a statement or a few. Returns what it answered, with SQLite's result codes, so that two databases that
    /// got the same steps must return the same.
    std::string step(sqlite3* database);

private:
    [[nodiscard]] std::string next_sql();
    [[nodiscard]] static std::string write_into_blob(sqlite3* database, std::int64_t row, std::size_t from,
                                                     const std::string& bytes);

    Random random_;
    std::size_t tables_{0};
    int savepoints_{0};
};

}  // namespace pennydrop::testing
