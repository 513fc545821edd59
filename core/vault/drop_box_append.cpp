// SPDX-License-Identifier: Apache-2.0
#include "vault/drop_box.h"
#include "vault/drop_box_file.h"
#include "vault/header_file.h"

namespace pennydrop {
namespace fs = std::filesystem;
namespace {

fs::path with_suffix(fs::path path, const char* suffix) {
    path += suffix;
    return path;
}

/// kInvalid unless the vault at `path` is `remembered` as its header says, whether it is open or not.
Status require_remembered(const fs::path& path, const DropTarget& remembered, sqlite3_vfs* below) {
    auto file = VfsFile::open(below, path, VfsFile::Mode::kReadOnly);
    if (!file) {
        return pass_on(file);
    }
    auto header = read_header(*file);
    if (!header) {
        return pass_on(header);
    }
    if (DropTarget{header->header.id, header->header.drop_box} != remembered) {
        return fail(ErrorCode::kInvalid, "not the vault that was unlocked last");
    }
    return {};
}

}  // namespace

fs::path drop_box_path(const fs::path& vault) {
    return with_suffix(vault, "-drop");
}

fs::path unread_drops_path(const fs::path& vault) {
    return with_suffix(vault, "-drop-unread");
}

Status append_to_drop_box(const fs::path& vault, const DropTarget& remembered, const DropRecord& record,
                          const DropBoxOptions& options) {
    auto below = file_system(options);
    if (!below) {
        return pass_on(below);
    }
    if (auto same = require_remembered(vault, remembered, *below); !same) {
        return same;  // before a drop box is made beside it
    }
    auto sealed = seal_drop_record(record, remembered.vault, remembered.public_key);
    if (!sealed) {
        return pass_on(sealed);
    }
    const fs::path path = drop_box_path(vault);
    auto file = open_or_make(*below, path);
    if (!file) {
        return pass_on(file);
    }
    if (auto locked = lock_patiently(*file, *below, options.patience); !locked) {
        return locked;
    }
    // A re-key or a restore holds the lock until it is done: the vault may have another key now.
    if (auto same = require_remembered(vault, remembered, *below); !same) {
        return same;
    }
    auto addition = Addition::begin(*file, path, folders_of(options), static_cast<std::int64_t>(sealed->size()));
    if (!addition) {
        return pass_on(addition);
    }
    if (auto written = addition->write(*sealed); !written) {
        return written;
    }
    return addition->finish();
}

}  // namespace pennydrop
