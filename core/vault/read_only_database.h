// SPDX-License-Identifier: Apache-2.0
// SQLite over the pages of a vault that is being read: sees the database as it was at its last commit, and can change
// nothing. A page that cannot be read is an error of the statement that needs it; everything else can be read. Private
// to core/vault.
// Threads: as Connection.
#pragma once

#include <memory>
#include <optional>

#include "base/result.h"
#include "vault/database.h"
#include "vault/page_source.h"

namespace pennydrop {

class ReadOnlyDatabase {
public:
    /// `pages` must outlive it. Errors: kDamaged (its first pages cannot be read, or make no sense), kInternal; and
    /// what read_page() failed with when the pages are not at fault.
    [[nodiscard]] static Result<ReadOnlyDatabase> open(PageSource& pages);

    ReadOnlyDatabase(ReadOnlyDatabase&&) noexcept;
    ReadOnlyDatabase& operator=(ReadOnlyDatabase&&) = delete;
    ReadOnlyDatabase(const ReadOnlyDatabase&) = delete;
    ReadOnlyDatabase& operator=(const ReadOnlyDatabase&) = delete;
    ~ReadOnlyDatabase();

    [[nodiscard]] Connection& connection() noexcept { return connection_; }
    /// The first error of read_page() that is not the pages' own fault (anything but kDamaged): SQLite's answers after
    /// it say nothing about them.
    [[nodiscard]] const std::optional<Error>& failure() const noexcept;

private:
    class PageVfs;
    ReadOnlyDatabase(std::unique_ptr<PageVfs> vfs, Connection connection) noexcept;

    std::unique_ptr<PageVfs> vfs_;  ///< Goes after the connection.
    Connection connection_;
};

}  // namespace pennydrop
