// SPDX-License-Identifier: Apache-2.0
// Periods, times, themes, levels and numbers of people, as they are written on the command line and in its answers.
// Threads: pure functions.
#pragma once

#include <optional>
#include <string>

#include "answer.h"
#include "command_line.h"
#include "pool/descriptor.h"
#include "pool/digest.h"
#include "pool/terms.h"

namespace pennydrop::pool_cli {

[[nodiscard]] std::string hex(pool::ByteView bytes);

/// "2026-11".
[[nodiscard]] std::optional<pool::Period> parse_period(std::string_view text);
/// "2026-11-28" (its beginning) or "2026-11-28T12:30", in UTC.
[[nodiscard]] std::optional<Timestamp> parse_time(std::string_view text);
/// "2026-11-29 00:00 UTC".
[[nodiscard]] std::string time_text(Timestamp when);

/// The time --now says, or the clock's.
[[nodiscard]] Outcome<Timestamp> present(const Arguments& arguments);
/// The period --period says, or the one that is open now; one of the season's.
[[nodiscard]] Outcome<pool::Period> chosen_period(const Arguments& arguments, const pool::PoolTerms& terms,
                                                  Timestamp now);

/// "no-time", or the team's own words.
[[nodiscard]] std::string theme_text(const pool::PoolTerms& terms, pool::ThemeIndex theme);
/// "my team"; "" for none.
[[nodiscard]] std::string level_text(unsigned level);
/// "at least 5", "10 to 19".
[[nodiscard]] std::string band_text(unsigned band, const pool::PoolTerms& terms);

/// What a pool agrees on: for people to look at, and for programs.
void describe_terms(Answer& answer, const pool::PoolTerms& terms);
/// As describe_terms(), with the code to compare and whom one trusts.
void describe_descriptor(Answer& answer, const pool::Descriptor& descriptor);
/// What a digest shows.
void describe_digest(Answer& answer, const pool::Digest& digest, const pool::PoolTerms& terms);
/// Why terms are refused, in a person's words.
[[nodiscard]] std::string terms_fault(const std::string& detail);

/// Options that several commands have.
[[nodiscard]] OptionSpec now_option();
[[nodiscard]] OptionSpec descriptor_option();

}  // namespace pennydrop::pool_cli
