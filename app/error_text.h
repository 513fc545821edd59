// SPDX-License-Identifier: Apache-2.0
// What a person is told when something failed: what happened, what is safe, what to do.
// Threads: GUI thread (translations).
#pragma once

#include <QString>

#include "base/result.h"

namespace pennydrop::app {

/// What was being done when it failed.
enum class Doing {
    kOpening,  ///< Looking at or unlocking a journal.
    kMaking,   ///< Making a new one, or giving one a new passphrase.
    kBackingUp,
    kRestoring,  ///< Putting a backup in the journal's place.
    kRepairing,  ///< Saving what can be read of a damaged journal.
    kDropping,   ///< Sealing an entry while the journal is locked.
    kRekeying,   ///< Sealing the whole journal with a new key.
    kChecking,   ///< Reading the open journal's file, to check it or to copy it.
    kErasing,    ///< Erasing the whole journal.
};

/// A few whole sentences, translated. Never names the secret, the text or the part of it that was wrong.
[[nodiscard]] QString error_text(ErrorCode code, Doing doing);

/// A new journal's file is there, but something failed after it.
[[nodiscard]] QString made_but_not_open_text();

/// The folder a journal was to lie in does not exist.
[[nodiscard]] QString missing_folder_text(const QString& folder);

}  // namespace pennydrop::app
