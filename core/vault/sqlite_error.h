// SPDX-License-Identifier: Apache-2.0
// Translates SQLite's result codes into ours. Private to core/vault.
// Threads: pure functions.
// Source: sqlite.org/rescode.html.
#pragma once

#include "base/result.h"

namespace pennydrop {

/// `extended` is an extended result code that is not SQLITE_OK. The detail is SQLite's constant text for the code: its
/// error messages are not used, because they can quote what a person searched for.
[[nodiscard]] Error sqlite_error(int extended);

}  // namespace pennydrop
