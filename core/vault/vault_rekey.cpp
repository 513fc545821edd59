// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_rekey.h"

#include <algorithm>
#include <utility>

#include "base/secret.h"
#include "vault/drop_box_key.h"
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

/// The cost of the passphrase's slot stays what it was, unless new ones cost more by now.
KdfCost cost_for(const VaultHeader& header, const KdfCost& least) {
    KdfCost cost = least;
    for (const SlotBytes& slot : header.key_slots) {
        const KdfCost present = slot_cost(slot);
        if (slot_kind(slot) == SlotKind::kPassphrase &&
            present.passes * present.memory_bytes > cost.passes * cost.memory_bytes) {
            cost = present;
        }
    }
    return cost;
}

Result<VaultHeader> header_for(const VaultHeader& old, const SecretBytes& passphrase, const RecoveryCode& code,
                               const KdfCost& least, const SecretBytes& data_key) {
    VaultHeader header;
    header.id = old.id;
    header.generation = old.generation + 1;
    fill_random(header.file);
    header.drop_box = drop_box_keys(data_key).public_key;
    auto slot = seal_slot(SlotKind::kPassphrase, old.id, passphrase, cost_for(old, least), data_key);
    if (!slot) {
        return pass_on(slot);
    }
    // 100 random bits need no more than the least cost.
    auto recovery = seal_slot(SlotKind::kRecovery, old.id, code.characters(), KdfCost{}, data_key);
    if (!recovery) {
        return pass_on(recovery);
    }
    header.key_slots[0] = *slot;
    header.key_slots[1] = *recovery;
    return header;
}

/// The new file opens with both secrets: what is on the disk, not what was meant to be.
Status require_opens(const fs::path& made, const SecretBytes& passphrase, const RecoveryCode& code,
                     const SecretBytes& data_key, const VaultOptions& options) {
    auto file = open_file(options, made, VfsFile::Mode::kReadOnly);
    if (!file) {
        return pass_on(file);
    }
    auto header = read_header(*file);
    if (!header) {
        return pass_on(header);
    }
    for (const auto& [kind, secret] :
         {std::pair{SlotKind::kPassphrase, &passphrase}, std::pair{SlotKind::kRecovery, &code.characters()}}) {
        auto slot = open_slots(header->header, kind, *secret);
        if (!slot) {
            return pass_on(slot);
        }
        if (!slot->data_key.equals(data_key)) {
            return fail(ErrorCode::kDamaged, "new key slot");
        }
    }
    return {};
}

}  // namespace

Result<Rekeyed> rekey_vault(const fs::path& path, const SecretBytes& passphrase, const VaultOptions& options,
                            const OnProgress& progress) {
    const StackWipe wipe;  // pages of the journal pass through arrays there
    auto reader =
        VaultReader::open(path, VaultSecret::passphrase(passphrase.clone()), options, VaultReader::Access::kExclusive);
    if (!reader) {
        return pass_on(reader);
    }
    // Held until the new file is in place: an entry dropped in between would be sealed to a key that is gone.
    auto drop_box = HeldDropBox::hold(path, options);
    if (!drop_box) {
        return pass_on(drop_box);
    }
    auto waits = drop_box->waits();
    if (!waits) {
        return pass_on(waits);
    }
    if (*waits) {
        return fail(ErrorCode::kInvalid, "drop box");
    }
    remove_unfinished(path);
    constexpr std::uint64_t kPasses = 5;  // checked in blocks and structure, copied, and both compared
    ProgressMeter meter{progress, kPasses * steps_for(*reader)};
    if (auto going = meter.add(0); !going) {
        return pass_on(going);
    }
    if (auto sound = require_sound(*reader, meter); !sound) {
        return pass_on(sound);
    }
    const VaultHeader& old = reader->header().header;
    const SecretBytes data_key = SecretBytes::random(kDataKeyBytes);
    RecoveryCode code = RecoveryCode::random();
    auto header = header_for(old, passphrase, code, options.kdf_cost, data_key);
    if (!header) {
        return pass_on(header);
    }
    auto made = NewVault::begin_blank(path, options, *header, data_key);
    if (!made) {
        return pass_on(made);
    }
    if (auto copied = copy_pages(*reader, *made, *header, data_key, options, meter); !copied) {
        return pass_on(copied);
    }
    if (auto opens = require_opens(made->temporary(), passphrase, code, data_key, options); !opens) {
        return pass_on(opens);
    }
    if (auto going = meter.add(0); !going) {
        return pass_on(going);
    }
    auto placed = take_place(*made, Placing::kInPlaceOf, path, options);
    if (!placed) {
        return pass_on(placed);
    }
    if (*placed == Placed::kNotSynced) {
        return fail(ErrorCode::kIo, "folder");
    }
    const auto dropped = std::ranges::count_if(old.key_slots, [](const SlotBytes& slot) {
        return slot_kind(slot) != SlotKind::kEmpty && slot_kind(slot) != SlotKind::kPassphrase &&
               slot_kind(slot) != SlotKind::kRecovery;
    });
    return Rekeyed{.recovery_code = std::move(code), .dropped = static_cast<std::size_t>(dropped)};
}

}  // namespace pennydrop
