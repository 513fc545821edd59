// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_restore.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "vault/folders.h"
#include "vault/header_file.h"
#include "vault/new_file.h"
#include "vault/new_vault.h"
#include "vault/reader_checks.h"
#include "vault/replacement.h"
#include "vault/sealed_copy.h"
#include "vault/vault_impl.h"
#include "vault/vault_reader.h"

namespace pennydrop {
namespace {

namespace fs = std::filesystem;

/// The journal that is there, locked; nothing when there is none.
Result<std::optional<VfsFile>> lock_present(const fs::path& journal, const VaultOptions& options) {
    auto file = VfsFile::open(file_system(options), journal, VfsFile::Mode::kReadWrite);
    if (!file) {
        return file.error().code == ErrorCode::kNotFound ? Result<std::optional<VfsFile>>{std::optional<VfsFile>{}}
                                                         : pass_on(file);
    }
    if (auto locked = file->lock_against_all(); !locked) {
        return pass_on(locked);
    }
    return std::optional<VfsFile>{std::move(*file)};
}

/// The restored file's header: of the vault in the backup, newer than both, so that a device which remembers how new a
/// header was does not take it for one put back in secret.
VaultHeader header_for(const VaultReader& backup, const std::optional<ChosenHeader>& present) {
    VaultHeader header = backup.header().header;
    if (present && header_is_authentic(present->bytes, backup.data_key())) {
        header.generation = std::max(header.generation, present->header.generation);
    }
    ++header.generation;
    fill_random(header.file);
    return header;
}

/// Takes back the copy of a journal that was not replaced after all.
class Undo {
public:
    Undo(std::optional<fs::path> path, Folders& folders) : path_(std::move(path)), folders_(&folders) {}
    Undo(const Undo&) = delete;
    Undo& operator=(const Undo&) = delete;
    ~Undo() {
        if (path_) {
            (void)folders_->remove(*path_);
            *path_ += "-wal";
            (void)folders_->remove(*path_);
        }
    }
    void keep() { path_.reset(); }

private:
    std::optional<fs::path> path_;
    Folders* folders_;
};

}  // namespace

Result<Restored> restore_vault(const fs::path& backup, const fs::path& journal, const VaultSecret& secret,
                               const LocalTime& now, const VaultOptions& options, const OnProgress& progress) {
    std::error_code same_error;
    if (fs::equivalent(backup, journal, same_error)) {
        return fail(ErrorCode::kInvalid, "a journal cannot be restored from itself");
    }
    auto present = lock_present(journal, options);
    if (!present) {
        return pass_on(present);
    }
    auto reader = VaultReader::open(backup, secret, options, VaultReader::Access::kShared);
    if (!reader) {
        return pass_on(reader);
    }
    std::optional<ChosenHeader> old_header;
    if (*present) {
        auto read = read_header(**present);
        old_header = read ? std::optional{*read} : std::nullopt;
        remove_unfinished(journal);
    }
    if (old_header && old_header->header.drop_box != reader->header().header.drop_box && drop_box_waits(journal)) {
        return fail(ErrorCode::kInvalid, "drop box");
    }
    constexpr std::uint64_t kPasses = 5;  // checked in blocks and structure, copied, and both compared
    ProgressMeter meter{progress, kPasses * steps_for(*reader) + (*present ? steps_to_copy(**present, journal) : 0)};
    if (auto going = meter.add(0); !going) {
        return pass_on(going);
    }
    if (auto sound = require_sound(*reader, meter); !sound) {
        return pass_on(sound);
    }
    const VaultHeader header = header_for(*reader, old_header);
    Folders& folders = folders_of(options);
    auto made = NewVault::begin_blank(journal, file_system(options), folders, header, reader->data_key());
    if (!made) {
        return pass_on(made);
    }
    if (auto copied = copy_pages(*reader, *made, header, reader->data_key(), options, meter); !copied) {
        return pass_on(copied);
    }
    if (!*present) {
        if (auto placed = made->put_in_place(); !placed) {
            return pass_on(placed);
        }
        remove_old_log(journal, options);
        return Restored{};
    }
    auto aside = copy_aside(**present, journal, now, options, meter);
    if (!aside) {
        return pass_on(aside);
    }
    Undo undo{*aside, folders};
    if (auto placed = made->replace(); !placed) {
        return pass_on(placed);
    }
    undo.keep();
    remove_old_log(journal, options);
    return Restored{.replaced = *aside};
}

}  // namespace pennydrop
