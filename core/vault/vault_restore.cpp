// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_restore.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "base/secret.h"
#include "vault/dated_name.h"
#include "vault/drop_box.h"
#include "vault/drop_box_key.h"
#include "vault/folders.h"
#include "vault/header_file.h"
#include "vault/held_drop_box.h"
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
    auto file = open_file(options, journal, VfsFile::Mode::kReadWrite);
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

/// What a restore that was cut off left of its copies of the journal, its log and its drop box.
void remove_cut_off_copies(const fs::path& journal, Folders& folders) {
    const std::string stem = stem_of(journal);
    remove_abandoned(
        fs::absolute(journal).parent_path(),
        [&stem](std::string_view name) {
            for (const std::string_view beside : {"-wal", "-drop"}) {
                if (name.ends_with(beside)) {
                    name.remove_suffix(beside.size());
                    break;
                }
            }
            return read_dated_name(name, stem, "replaced").has_value();
        },
        folders);
}

/// The drop box of the journal that is there, held; nothing when there is no journal.
Result<std::optional<HeldDropBox>> hold_drop_box(const std::optional<VfsFile>& present, const fs::path& journal,
                                                 const VaultOptions& options) {
    if (!present) {
        return std::optional<HeldDropBox>{};
    }
    auto held = HeldDropBox::hold(journal, options);
    if (!held) {
        return pass_on(held);
    }
    return std::optional<HeldDropBox>{std::move(*held)};
}

/// Whether what waits in the drop box is for the old journal's key, which the restored one does not have. The old
/// header alone is not believed, because without its key nobody can tell who wrote it: a record that the restored
/// journal's key opens says better. Where the old header cannot be read nobody knows; then it stays, and the next
/// unlock keeps what it cannot read.
Result<bool> belongs_to_old(std::optional<HeldDropBox>& drop_box, const std::optional<ChosenHeader>& old_header,
                            const VaultReader& backup) {
    if (!drop_box || !old_header || old_header->header.drop_box == backup.header().header.drop_box) {
        return false;
    }
    auto waits = drop_box->waits();
    if (!waits || !*waits) {
        return waits;
    }
    auto opens = drop_box->opens_with(backup.header().header.id, drop_box_keys(backup.data_key()));
    return opens ? Result<bool>{!*opens} : pass_on(opens);
}

/// Keeps the old journal and, if `drop_box` is given, what waits in it; then `made` takes its place.
Result<Restored> replace_present(NewVault& made, VfsFile& present, HeldDropBox* drop_box, const fs::path& journal,
                                 const LocalTime& now, const VaultOptions& options, ProgressMeter& meter) {
    auto aside = copy_aside(present, drop_box == nullptr ? nullptr : &drop_box->file(), journal, now, options, meter);
    if (!aside) {
        return pass_on(aside);
    }
    auto placed = take_place(made, Placing::kInPlaceOf, journal, options);
    if (!placed) {
        remove_aside(*aside, folders_of(options));
        return pass_on(placed);
    }
    if (*placed == Placed::kNotSynced) {
        return fail(ErrorCode::kIo, "folder");  // the old journal is whole under its other name, and what waits stays
    }
    Restored restored{.replaced = *aside};
    if (drop_box != nullptr) {
        restored.drop_box = drop_box_path(*aside);
        // When this fails, or never happens, the next unlock sets aside what it cannot read: it is there twice.
        (void)drop_box->empty();
    }
    return restored;
}

}  // namespace

Result<Restored> restore_vault(const fs::path& backup, const fs::path& journal, const VaultSecret& secret,
                               const LocalTime& now, const VaultOptions& options, const OnProgress& progress) {
    const StackWipe wipe;  // pages of the journal pass through arrays there
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
        remove_cut_off_copies(journal, folders_of(options));
    }
    // Held until the restored one is in place: an entry dropped in between would be sealed to a key that is gone.
    auto drop_box = hold_drop_box(*present, journal, options);
    if (!drop_box) {
        return pass_on(drop_box);
    }
    auto moves = belongs_to_old(*drop_box, old_header, *reader);
    if (!moves) {
        return pass_on(moves);
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
    auto made = NewVault::begin_blank(journal, options, header, reader->data_key());
    if (!made) {
        return pass_on(made);
    }
    if (auto copied = copy_pages(*reader, *made, header, reader->data_key(), options, meter); !copied) {
        return pass_on(copied);
    }
    if (*present) {
        return replace_present(*made, **present, *moves ? &**drop_box : nullptr, journal, now, options, meter);
    }
    if (auto placed = take_place(*made, Placing::kNew, journal, options); !placed) {
        return pass_on(placed);
    }
    return Restored{};
}

}  // namespace pennydrop
