// SPDX-License-Identifier: Apache-2.0
// The key slots of an open vault: every change is one new header.
#include <algorithm>

#include "vault/vault_impl.h"

namespace pennydrop {
namespace {

bool opens_for_a_person(const SlotBytes& slot) {
    return slot_kind(slot) == SlotKind::kPassphrase || slot_kind(slot) == SlotKind::kRecovery;
}

/// How much a guess costs, in bytes of memory filled.
std::uint64_t work(const KdfCost& cost) {
    return cost.passes * cost.memory_bytes;
}

/// Puts `slot` in the place of every slot of its kind, or of the first empty one.
Status replace_kind(VaultHeader& header, const SlotBytes& slot) {
    bool placed = false;
    for (auto& present : header.key_slots) {
        const SlotKind kind = slot_kind(present);
        if (kind == slot_kind(slot) || (kind == SlotKind::kEmpty && !placed)) {
            present = placed ? SlotBytes{} : slot;
            placed = true;
        }
    }
    return placed ? Status{} : fail(ErrorCode::kInvalid, "no free key slot");
}

}  // namespace

Status Vault::verify_passphrase(const SecretBytes& passphrase) const {
    const VaultHeader& header = impl_->open.header.header;
    auto slot = open_slots(header, SlotKind::kPassphrase, passphrase);
    return slot ? Status{} : pass_on(slot);
}

Status Vault::set_passphrase(const SecretBytes& passphrase) {
    return set_passphrase(passphrase, impl_->options.kdf_cost);
}

Status Vault::set_passphrase(const SecretBytes& passphrase, const KdfCost& cost) {
    VaultHeader changed = impl_->open.header.header;
    auto slot = seal_slot(SlotKind::kPassphrase, changed.id, passphrase, cost, impl_->open.data_key);
    if (!slot) {
        return pass_on(slot);
    }
    if (auto placed = replace_kind(changed, *slot); !placed) {
        return placed;
    }
    return impl_->write(changed);
}

Result<RecoveryCode> Vault::renew_recovery_code() {
    VaultHeader changed = impl_->open.header.header;
    RecoveryCode code = RecoveryCode::random();
    // 100 random bits need no more than the least cost.
    auto slot = seal_slot(SlotKind::kRecovery, changed.id, code.characters(), KdfCost{}, impl_->open.data_key);
    if (!slot) {
        return pass_on(slot);
    }
    if (auto placed = replace_kind(changed, *slot); !placed) {
        return pass_on(placed);
    }
    if (auto written = impl_->write(changed); !written) {
        return pass_on(written);
    }
    return code;
}

std::vector<KeySlot> Vault::key_slots() const {
    return pennydrop::slots_of(impl_->open.header.header);
}

Result<SlotId> Vault::add_device_slot(const SecretBytes& secret) {
    if (secret.size() != kDeviceSecretBytes) {
        return fail(ErrorCode::kInvalid, "device secret");
    }
    VaultHeader changed = impl_->open.header.header;
    const auto free = std::ranges::find(changed.key_slots, SlotKind::kEmpty, &slot_kind);
    if (free == changed.key_slots.end()) {
        return fail(ErrorCode::kInvalid, "no free key slot");
    }
    // 256 random bits need no more than the least cost.
    auto slot = seal_slot(SlotKind::kDevice, changed.id, secret, KdfCost{}, impl_->open.data_key);
    if (!slot) {
        return pass_on(slot);
    }
    *free = *slot;
    if (auto written = impl_->write(changed); !written) {
        return pass_on(written);
    }
    return slot_id(*slot);
}

Status Vault::remove_slot(const SlotId& id) {
    VaultHeader changed = impl_->open.header.header;
    const auto found = std::ranges::find_if(changed.key_slots, [&](const SlotBytes& slot) {
        return slot_kind(slot) != SlotKind::kEmpty && slot_id(slot) == id;
    });
    if (found == changed.key_slots.end()) {
        return fail(ErrorCode::kNotFound, "key slot");
    }
    *found = {};
    if (std::ranges::none_of(changed.key_slots, opens_for_a_person)) {
        return fail(ErrorCode::kInvalid, "the last passphrase or recovery slot");
    }
    return impl_->write(changed);
}

Result<bool> Vault::raise_cost(const SecretBytes& passphrase, const KdfCost& cost) {
    VaultHeader changed = impl_->open.header.header;
    for (auto& slot : changed.key_slots) {
        if (slot_kind(slot) != SlotKind::kPassphrase || work(slot_cost(slot)) >= work(cost)) {
            continue;
        }
        if (auto key = open_slot(slot, changed.id, passphrase); !key) {
            return pass_on(key);
        }
        auto dearer = seal_slot(SlotKind::kPassphrase, changed.id, passphrase, cost, impl_->open.data_key);
        if (!dearer) {
            return pass_on(dearer);
        }
        slot = *dearer;
        if (auto written = impl_->write(changed); !written) {
            return pass_on(written);
        }
        return true;
    }
    return false;
}

}  // namespace pennydrop
