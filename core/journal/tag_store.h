// SPDX-License-Identifier: Apache-2.0
// The journal's tags. Two names are the same tag when fold_name() makes the same of both: case, accents and spaces do
// not count.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/entry.h"
#include "vault/database.h"

namespace pennydrop {

struct TagTag {};
using TagId = Id<TagTag>;

struct Tag {
    TagId id{};
    std::string name{};
    std::int64_t entries{0};  ///< How many carry it; removed ones are not counted.

    bool operator==(const Tag&) const = default;
};

/// The name as it is stored: without white space at its ends, and with one space between words. kInvalid: nothing is
/// left, more than kMaxTagCharacters, control characters, not UTF-8.
[[nodiscard]] Result<std::string> normal_tag(std::string_view typed);

class TagStore {
public:
    /// Borrows the connection.
    explicit TagStore(Connection& database) noexcept : database_(&database) {}

    /// All tags, also those no entry carries, by their folded names.
    [[nodiscard]] Result<std::vector<Tag>> list() const;
    /// The tags whose folded name begins as `typed` does, the most used first: to be offered while typing.
    [[nodiscard]] Result<std::vector<Tag>> beginning_with(std::string_view typed, std::size_t limit) const;
    /// Makes a tag, or finds the one that is the same. Errors as normal_tag().
    [[nodiscard]] Result<TagId> add(std::string_view name, Timestamp now);
    /// Errors as normal_tag(); kNotFound; kAlreadyExists: another tag is called so, merge() with it.
    [[nodiscard]] Status rename(TagId id, std::string_view name);
    /// Whatever carries `from` carries `into`, and `from` is gone. kInvalid: both are the same. kNotFound.
    [[nodiscard]] Status merge(TagId from, TagId into);
    /// Takes it off all entries. kNotFound.
    [[nodiscard]] Status remove(TagId id);

private:
    Connection* database_;
};

}  // namespace pennydrop
