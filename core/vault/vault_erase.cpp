// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_erase.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "vault/drop_box.h"
#include "vault/folders.h"
#include "vault/vault_impl.h"

namespace pennydrop {
namespace {

namespace fs = std::filesystem;

fs::path with_suffix(fs::path path, std::string_view suffix) {
    path += suffix;
    return path;
}

/// Adds the vaults in `folder` that are copies of the one with `id`. A folder that cannot be read has none to name.
void find_copies(const fs::path& folder, const VaultId& id, const VaultOptions& options,
                 std::vector<fs::path>& copies) {
    std::error_code error;
    for (fs::directory_iterator item{folder, error}, end; !error && item != end; item.increment(error)) {
        std::error_code ignored;
        if (item->path().extension() != ".pennydrop" || !item->is_regular_file(ignored)) {
            continue;  // opening a pipe would wait for whoever writes into it
        }
        const auto info = Vault::info_of(item->path(), options);
        if (info && info->id == id && std::ranges::find(copies, item->path()) == copies.end()) {
            copies.push_back(item->path());
        }
    }
}

}  // namespace

Result<ErasedVault> erase_vault(std::unique_ptr<Vault>& vault, const SecretBytes& passphrase) {
    if (auto verified = vault->verify_passphrase(passphrase); !verified) {
        return pass_on(verified);
    }
    const fs::path path = vault->impl_->path;
    const VaultOptions options = vault->impl_->options;
    const VaultId id = vault->impl_->open.header.header.id;
    {
        std::vector<std::uint8_t> nothing(kHeaderBytes);
        fill_random(nothing);
        VfsFile& file = vault->impl_->open.file;
        auto done = file.write(nothing, 0);
        if (done) {
            done = file.sync();
        }
        if (!done) {
            vault.reset();
            return fail(ErrorCode::kDamaged, "header half overwritten");
        }
    }
    vault.reset();
    ErasedVault erased{.id = id};
    Folders& folders = folders_of(options);
    for (const fs::path& file : {path, with_suffix(path, "-wal"), with_suffix(path, "-journal"), drop_box_path(path),
                                 unread_drops_path(path)}) {
        if (folders.remove(file)) {
            erased.not_removed.push_back(file);
        }
    }
    (void)folders.sync(path.parent_path());  // a name that comes back is that of a file without a header
    return erased;
}

std::vector<fs::path> copies_of(const VaultId& id, std::span<const fs::path> folders, const VaultOptions& options) {
    std::vector<fs::path> copies;
    for (const fs::path& folder : folders) {
        find_copies(folder, id, options, copies);
    }
    std::ranges::sort(copies);
    return copies;
}

}  // namespace pennydrop
