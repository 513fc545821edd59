// SPDX-License-Identifier: Apache-2.0
// The journal's tables as numbered migrations. Append only: a released migration is never changed.
// Threads: constant data.
#pragma once

#include <span>

#include "vault/database.h"

namespace pennydrop {

[[nodiscard]] std::span<const Migration> journal_migrations() noexcept;

}  // namespace pennydrop
