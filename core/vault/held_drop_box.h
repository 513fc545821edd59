// SPDX-License-Identifier: Apache-2.0
// The drop box of a journal that is about to get another key or to be replaced, kept locked so that nobody drops an
// entry that would be sealed to a key that is gone. Private to core/vault.
// Threads: belongs to one thread.
// Specification: docs/vault-format.md, "Drop box".
#pragma once

#include <filesystem>

#include "base/result.h"
#include "vault/drop_box_key.h"
#include "vault/vault.h"
#include "vault/vfs_file.h"

namespace pennydrop {

class HeldDropBox {
public:
    /// Waits its turn and keeps everybody else out. A drop box that is not there is made, empty: who comes to append
    /// meanwhile has to find the lock. Errors: kInUse, kPermission, kDiskFull, kIo.
    [[nodiscard]] static Result<HeldDropBox> hold(const std::filesystem::path& journal, const VaultOptions& options);

    /// Whether entries wait in it.
    [[nodiscard]] Result<bool> waits();
    /// Whether a record in it is one for the vault `id` that `keys` open.
    [[nodiscard]] Result<bool> opens_with(const VaultId& id, const DropBoxKeys& keys);
    [[nodiscard]] VfsFile& file() noexcept { return file_; }
    /// After what waits has been saved for good elsewhere.
    [[nodiscard]] Status empty();

private:
    explicit HeldDropBox(VfsFile file) noexcept;

    VfsFile file_;
};

}  // namespace pennydrop
