// SPDX-License-Identifier: Apache-2.0
// A new data key for a vault whose old one may be known to somebody: everything is sealed anew into a new file, which
// is checked and compared page by page before it takes the old one's place in one step. Copies made before, backups
// included, keep the old key.
// Threads: belongs to one thread.
#pragma once

#include <cstddef>
#include <filesystem>

#include "base/progress.h"
#include "base/result.h"
#include "vault/vault.h"

namespace pennydrop {

struct Rekeyed {
    RecoveryCode recovery_code;  ///< Shown to the person once; the old one no longer opens.
    std::size_t dropped{0};      ///< Slots that wrapped the old key for devices (or for later versions) and are gone.
};

/// The passphrase stays. A crash at any moment leaves the old file or the new one under the name. Errors: those of
/// Vault::open(), kInvalid when entries wait in the drop box (unlock once: that merges them; they are sealed to the old
/// key), kInUse also when somebody writes into the drop box, kDamaged (repair first), kCancelled. After an error the
/// vault is what it was; an empty drop box may be beside it. One exception: when the device fails in the very last step
/// (kIo), the new file has the name, after a power cut the old one may have it again, and the passphrase opens both.
[[nodiscard]] Result<Rekeyed> rekey_vault(const std::filesystem::path& path, const SecretBytes& passphrase,
                                          const VaultOptions& options, const OnProgress& progress);

}  // namespace pennydrop
