// SPDX-License-Identifier: Apache-2.0
// "pennydrop vault": looking at, checking, backing up, restoring, repairing and re-keying a journal from a terminal,
// without a display. Prints nothing of what was written in it.
// Threads: main thread; there is no event loop.
#pragma once

#include <QStringList>

namespace pennydrop::app {

/// `arguments` as main() got them, the program's name first. Returns the exit status: 0 all is well, 1 a problem was
/// found, 2 the command was not understood, 3 it could not be done. There must be a QCoreApplication.
[[nodiscard]] int run_vault_command(const QStringList& arguments);

}  // namespace pennydrop::app
