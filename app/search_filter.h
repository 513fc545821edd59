// SPDX-License-Identifier: Apache-2.0
// What narrows a search: kind, theme, tag, level, state or learning, time. Conditions that cannot hold together are not
// kept together: the one set last stays.
// Threads: plain values.
#pragma once

#include <optional>
#include <string>

#include "base/types.h"
#include "journal/search.h"
#include "journal/tag_store.h"

namespace pennydrop::app {

/// Days, both included; nothing for an open end.
struct DaySpan {
    std::optional<CivilDate> first{};
    std::optional<CivilDate> last{};

    bool operator==(const DaySpan&) const = default;
};

struct SearchFilter {
    enum class Period { kAny, kWeek, kMonth, kYear, kSpan };

    std::optional<EntryKind> kind{};
    std::optional<Theme> theme{};
    std::optional<TagId> tag{};
    std::optional<SystemLevel> level{};
    std::optional<BarrierState> state{};  ///< Of barriers only.
    std::optional<bool> is_learned{};     ///< Of setbacks only.
    Period period{Period::kAny};
    DaySpan span{};  ///< For kSpan.

    [[nodiscard]] bool any() const noexcept { return *this != SearchFilter{}; }
    [[nodiscard]] SearchQuery query(std::string words, CivilDate today) const;
    /// Without what cannot hold beside what has just changed from `before`.
    [[nodiscard]] SearchFilter fitted(const SearchFilter& before) const;

    bool operator==(const SearchFilter&) const = default;
};

}  // namespace pennydrop::app
