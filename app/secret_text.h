// SPDX-License-Identifier: Apache-2.0
// From what a person typed into guarded memory, leaving no copy of ours behind. What the text field and the QML engine
// hold is theirs; the field is emptied by the screen.
// Threads: any.
#pragma once

#include <QString>

#include "base/secret.h"

namespace pennydrop::app {

/// `text` in Unicode NFC, as UTF-8: the same passphrase whatever keyboard it was typed on. Empty for an empty text.
[[nodiscard]] SecretBytes secret_from(const QString& text);

}  // namespace pennydrop::app
