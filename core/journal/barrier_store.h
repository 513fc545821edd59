// SPDX-License-Identifier: Apache-2.0
// The life of a barrier: stuck, moving, cleared, and when it became so. The present state is part of the entry
// (BarrierDetails::state); every change of it, made here or by EntryStore::change(), is kept with its date.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/entry.h"
#include "vault/database.h"

namespace pennydrop {

struct StateChange {
    std::optional<BarrierState> state{};  ///< Nothing: from then on no state was said.
    LocalTime at{};

    bool operator==(const StateChange&) const = default;
};

class BarrierStore {
public:
    /// Borrows the connection.
    explicit BarrierStore(Connection& database) noexcept : database_(&database) {}

    /// Durable on return; nothing happens when it is so already. kNotFound: no such entry, or a removed one.
    [[nodiscard]] Status set_state(EntryId entry, std::optional<BarrierState> state, LocalTime now);
    /// Takes the last change back, as if it had never been. kNotFound: there is none.
    [[nodiscard]] Status take_back(EntryId entry, Timestamp now);

    /// Oldest first. The first is dated when the entry happened, if it was saved with a state; a change that was made
    /// in the editor has the entry's own UTC offset. Empty for a removed entry.
    [[nodiscard]] Result<std::vector<StateChange>> history(EntryId entry) const;
    /// How it stood then: nothing before anything was said.
    [[nodiscard]] Result<std::optional<BarrierState>> at(EntryId entry, Timestamp when) const;

private:
    Connection* database_;
};

/// Days from the day a barrier was named until it was cleared for good. Nothing when it is not cleared at the end of
/// `history`.
[[nodiscard]] std::optional<std::chrono::days> days_until_cleared(const LocalTime& named,
                                                                  std::span<const StateChange> history);

}  // namespace pennydrop
