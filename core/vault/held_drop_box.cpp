// SPDX-License-Identifier: Apache-2.0
#include "vault/held_drop_box.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "vault/drop_box.h"
#include "vault/drop_box_file.h"
#include "vault/drop_record.h"
#include "vault/vault_impl.h"

namespace pennydrop {
namespace fs = std::filesystem;

HeldDropBox::HeldDropBox(VfsFile file) noexcept : file_(std::move(file)) {}

Result<HeldDropBox> HeldDropBox::hold(const fs::path& journal, const VaultOptions& options) {
    auto below = file_system(options);
    if (!below) {
        return pass_on(below);
    }
    auto file = open_or_make(*below, drop_box_path(journal));
    if (!file) {
        return pass_on(file);
    }
    if (auto locked = lock_patiently(*file, *below, DropBoxOptions{}.patience); !locked) {
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

Result<bool> HeldDropBox::opens_with(const VaultId& id, const DropBoxKeys& keys) {
    constexpr auto kCell = static_cast<std::int64_t>(kDropCellBytes);
    auto size = file_.size();
    if (!size) {
        return pass_on(size);
    }
    // From the end, so that each head's piece is known when it is met: it reaches to the head met before.
    std::int64_t end = std::min(*size, kMaxDropBoxBytes);
    std::vector<std::uint8_t> record;
    for (std::int64_t from = end / kCell * kCell - kCell; from >= 0; from -= kCell) {
        std::array<std::uint8_t, kDropHeadBytes> head{};
        if (auto done = file_.read(head, from); !done) {
            return pass_on(done);
        }
        if (!is_drop_head(head)) {
            continue;
        }
        const auto length = drop_record_length(head);
        if (length && static_cast<std::int64_t>(*length) <= end - from) {
            record.resize(*length);
            if (auto done = file_.read(record, from); !done) {
                return pass_on(done);
            }
            if (open_drop_record(record, id, keys)) {
                return true;
            }
        }
        end = from;
    }
    return false;
}

Status HeldDropBox::empty() {
    if (auto cut = file_.truncate(0); !cut) {
        return cut;
    }
    return file_.sync();
}

}  // namespace pennydrop
