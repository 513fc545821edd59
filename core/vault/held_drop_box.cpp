// SPDX-License-Identifier: Apache-2.0
#include "vault/held_drop_box.h"

#include <utility>

#include "vault/drop_box.h"
#include "vault/drop_box_file.h"
#include "vault/vault_impl.h"

namespace pennydrop {
namespace fs = std::filesystem;

HeldDropBox::HeldDropBox(VfsFile file) noexcept : file_(std::move(file)) {}

Result<HeldDropBox> HeldDropBox::hold(const fs::path& journal, const VaultOptions& options) {
    sqlite3_vfs* below = file_system(options);
    auto file = open_or_make(below, drop_box_path(journal));
    if (!file) {
        return pass_on(file);
    }
    if (auto locked = lock_patiently(*file, below, DropBoxOptions{}.patience); !locked) {
        return pass_on(locked);
    }
    return HeldDropBox{std::move(*file)};
}

Result<bool> HeldDropBox::waits() {
    auto size = file_.size();
    if (!size) {
        return pass_on(size);
    }
    return *size > 0;
}

Status HeldDropBox::empty() {
    if (auto cut = file_.truncate(0); !cut) {
        return cut;
    }
    return file_.sync();
}

}  // namespace pennydrop
