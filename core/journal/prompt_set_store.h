// SPDX-License-Identifier: Apache-2.0
// The sets of questions a person has made or taken in, kept in their journal; and which set they want for each kind of
// entry.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/prompt_set.h"
#include "vault/database.h"

namespace pennydrop {

inline constexpr std::size_t kMostOwnPromptSets = 100;

class PromptSetStore {
public:
    explicit PromptSetStore(Connection& database) noexcept : database_(&database) {}

    /// Adds a set, or replaces the one with the same id. kInvalid: not sound, or the id of a built-in set. kFull: there
    /// are kMostOwnPromptSets.
    [[nodiscard]] Status save(const PromptSet& set, Timestamp now);
    /// In the order they were first saved.
    [[nodiscard]] Result<std::vector<PromptSet>> all() const;
    [[nodiscard]] Result<PromptSet> find(std::string_view id) const;
    /// kNotFound when there is no such set.
    [[nodiscard]] Status remove(std::string_view id);

    /// The id of the set that is wanted for entries of this kind, a built-in one or an own, which may be gone by now.
    /// Empty while none was chosen.
    [[nodiscard]] Result<std::string> chosen(EntryKind kind) const;
    /// kInvalid when `id` is none.
    [[nodiscard]] Status choose(EntryKind kind, std::string_view id);

private:
    [[nodiscard]] Status save_texts(std::int64_t row, const PromptSet& set);

    Connection* database_;
};

}  // namespace pennydrop
