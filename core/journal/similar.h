// SPDX-License-Identifier: Apache-2.0
// Earlier entries that are about the same as a text: those that share its rarer words. On the device, by the full-text
// index; words that are common in this journal say nothing, so that no list of any language's common words is needed.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "journal/entry_store.h"
#include "vault/database.h"

namespace pennydrop {

class Similar {
public:
    /// Borrows the connection.
    explicit Similar(Connection& database) noexcept : database_(&database) {}

    /// Up to `limit` entries, the most similar first; never `itself`. Of a long text the end counts, which is what is
    /// being written. The work does not grow with the journal beyond a fixed number of entries looked at. kInvalid: not
    /// UTF-8.
    [[nodiscard]] Result<std::vector<EntrySummary>> to(std::string_view text, std::optional<EntryId> itself,
                                                       std::size_t limit) const;

private:
    Connection* database_;
};

}  // namespace pennydrop
