// SPDX-License-Identifier: Apache-2.0
// What a member reports, as it comes from standard input or a file: never from the command line, which other people of
// the machine can read.
// Threads: pure functions.
#pragma once

#include "answer.h"
#include "pool/digest.h"
#include "pool/member_file.h"
#include "pool/terms.h"

namespace pennydrop::pool_cli {

/// Lines "THEME | LEVEL | WHAT IT IS LIKE | ASK", of which all but the theme may be left out; empty lines and lines
/// beginning with # are skipped. Or JSON: [{"theme": "no-time", "level": 2, "text": "...", "ask": "..."}].
/// Nothing at all is a good report too: of no theme.
[[nodiscard]] Outcome<pool::Choices> parse_reports(std::string_view text, const pool::PoolTerms& terms);

/// Texts for a digest: lines "THEME | note | TEXT" or "THEME | ask | TEXT", or JSON:
/// [{"theme": "no-time", "kind": "ask", "text": "..."}].
[[nodiscard]] Outcome<std::vector<pool::DigestText>> parse_texts(std::string_view text, const pool::PoolTerms& terms);

}  // namespace pennydrop::pool_cli
