// SPDX-License-Identifier: Apache-2.0
// Names with a date for files that belong to a journal: "NAME 2026-11-22 0514.pennydrop" for a backup, "NAME replaced
// 2026-11-22 0514.pennydrop" for what a restore has replaced. No character in them is special on FAT, in a shell's
// globs or to file syncs, and they sort by time.
// Threads: pure functions.
#pragma once

#include <compare>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/types.h"

namespace pennydrop {

struct DatedName {
    CivilDate date{};
    int minute{0};  ///< Of the day.
    int number{1};  ///< The second file of the same minute has 2, and so on.

    auto operator<=>(const DatedName&) const = default;
};

/// What stands before the date: the journal's name without ".pennydrop", with "_" for what FAT does not allow.
[[nodiscard]] std::string stem_of(const std::filesystem::path& journal);

/// `label` is empty or a word that follows the stem.
[[nodiscard]] std::string write_dated_name(std::string_view stem, std::string_view label, const LocalTime& when,
                                           int number);

/// Nothing unless write_dated_name() writes exactly this name for some time.
[[nodiscard]] std::optional<DatedName> read_dated_name(std::string_view name, std::string_view stem,
                                                       std::string_view label);

/// The first such name in `folder` that no file has, nor its log, nor its drop box.
[[nodiscard]] std::filesystem::path free_dated_name(const std::filesystem::path& folder, std::string_view stem,
                                                    std::string_view label, const LocalTime& when);

/// A path from UTF-8.
[[nodiscard]] std::filesystem::path path_from(std::string_view utf8);

}  // namespace pennydrop
