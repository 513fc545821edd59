// SPDX-License-Identifier: Apache-2.0
// Asking one group of a recovery code back, to see that it was written down.
// Threads: plain functions.
#pragma once

#include <QString>

#include "base/secret.h"

namespace pennydrop::app {

/// 1 to RecoveryCode::kGroups, by chance.
[[nodiscard]] int random_recovery_group();

/// Whether `typed` is group `group` (from 1) of a code as written for a person. Case, spaces and hyphens do not matter,
/// O counts as 0, I and L as 1.
[[nodiscard]] bool is_recovery_group(const SecretBytes& written_code, int group, const QString& typed);

}  // namespace pennydrop::app
