// SPDX-License-Identifier: Apache-2.0
#include "search_filter.h"

#include <QDate>

#include <utility>

#include "civil_time.h"

namespace pennydrop::app {
namespace {

std::optional<CivilDate> first_day(const SearchFilter& filter, QDate today) {
    constexpr int kWeek = 7;
    switch (filter.period) {
        case SearchFilter::Period::kAny:
            break;
        case SearchFilter::Period::kWeek:
            return to_civil(today.addDays(-kWeek));
        case SearchFilter::Period::kMonth:
            return to_civil(today.addMonths(-1));
        case SearchFilter::Period::kYear:
            return to_civil(today.addYears(-1));
        case SearchFilter::Period::kSpan:
            return filter.span.first;
    }
    return std::nullopt;
}

/// The only kind that a condition finds, if there is one.
std::optional<EntryKind> kind_of_condition(const SearchFilter& filter) {
    if (filter.state) {
        return EntryKind::kBarrier;
    }
    return filter.is_learned ? std::optional{EntryKind::kSetback} : std::nullopt;
}

}  // namespace

SearchQuery SearchFilter::query(std::string words, CivilDate today) const {
    SearchQuery query{.words = std::move(words), .kind = kind, .theme = theme};
    query.tag = tag;
    query.level = level;
    query.state = state;
    query.is_learned = is_learned;
    query.first_day = first_day(*this, to_qdate(today));
    if (period == Period::kSpan) {
        query.last_day = span.last;
    }
    return query;
}

SearchFilter SearchFilter::fitted(const SearchFilter& before) const {
    SearchFilter fit = *this;
    if (fit.state && fit.is_learned) {
        if (fit.state != before.state) {
            fit.is_learned.reset();
        } else {
            fit.state.reset();
        }
    }
    if (const auto only = kind_of_condition(fit); only && fit.kind && fit.kind != only) {
        if (fit.kind != before.kind) {
            fit.state.reset();
            fit.is_learned.reset();
        } else {
            fit.kind.reset();
        }
    }
    if (fit.kind && fit.theme && !theme_fits(*fit.kind, *fit.theme)) {
        fit.theme.reset();
    }
    if (fit.period == Period::kSpan && !fit.span.first && !fit.span.last) {
        fit.period = Period::kAny;
    }
    if (fit.period != Period::kSpan) {
        fit.span = {};
    }
    if (fit.span.first && fit.span.last && *fit.span.last < *fit.span.first) {
        std::swap(fit.span.first, fit.span.last);
    }
    return fit;
}

}  // namespace pennydrop::app
