// SPDX-License-Identifier: Apache-2.0
// Keeps this process's memory, which holds keys and text while the journal is open, off the disk.
// Threads: call from the main thread.
#pragma once

namespace pennydrop::platform {

/// No core file is written when the program crashes. Call first in main(). Release builds only; a developer who needs a
/// core file sets PENNYDROP_ALLOW_CORE_DUMPS=1. False when the system refused.
bool forbid_core_files() noexcept;

/// Also keeps crash handlers that the system pipes a core to, and debuggers of the same user, away from our memory.
/// Desktop portals cannot look the program up any more after this call and refuse to answer, so what is to be read from
/// them (the dark or light preference) is read first; no secret is in memory by then. The same exceptions as above.
bool forbid_memory_dumps() noexcept;

/// The library that talks to the desktop's buses keeps the last few messages as they were, to use their memory again;
/// what was written to a screen reader is among them. They are dropped. Harmless where there is no such library.
void forget_bus_messages() noexcept;

}  // namespace pennydrop::platform
