// SPDX-License-Identifier: Apache-2.0
// Links between entries: this light bulb came from that setback, answers that barrier. A link belongs to both its ends,
// and is not listed while one of them is removed.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <vector>

#include "base/result.h"
#include "journal/entry_store.h"
#include "vault/database.h"

namespace pennydrop {

/// `from` came from, or answers, `to`.
struct Link {
    EntryId from{};
    EntryId to{};
    LinkKind kind{LinkKind::kCameFrom};

    bool operator==(const Link&) const = default;
};

/// A link as seen from one of its ends.
struct LinkedEntry {
    Link link{};
    EntrySummary other{};  ///< The entry at the other end.

    /// The entry asked for is where the link begins ("came from"), not where it leads to ("led to").
    [[nodiscard]] bool is_outgoing() const noexcept { return link.to == other.id; }
    bool operator==(const LinkedEntry&) const = default;
};

class LinkStore {
public:
    /// Borrows the connection.
    explicit LinkStore(Connection& database) noexcept : database_(&database) {}

    /// Durable on return; nothing happens when there is such a link. kInvalid: to itself. kAlreadyExists: there is one
    /// of this kind the other way round. kNotFound: one of the entries is not there, or removed.
    [[nodiscard]] Status add(const Link& link, LocalTime now);
    /// kNotFound: no such link.
    [[nodiscard]] Status remove(const Link& link);
    /// Both directions: outgoing ones first, then in the order they were made.
    [[nodiscard]] Result<std::vector<LinkedEntry>> of(EntryId entry) const;

private:
    Connection* database_;
};

}  // namespace pennydrop
