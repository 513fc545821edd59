// SPDX-License-Identifier: Apache-2.0
#include "pool/slot_secret.h"

#include <sodium.h>

namespace pennydrop::pool {
namespace {

static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == 8);

KeyView key_from(ByteView secret) noexcept {
    return KeyView{secret.data(), kKeyBytes};
}

}  // namespace

Hash secret_check(ByteView secret, const DescId& desc_id, Slot slot) {
    Hash check{};
    SlotContext{desc_id, slot}.derive(check, key_from(secret), "chk");
    return check;
}

std::array<std::uint8_t, 16> fingerprint_key(const DescId& desc_id, Slot slot) {
    std::array<std::uint8_t, 16> key{};
    SlotContext{desc_id, slot}.derive(key, desc_id, "fp-key");
    return key;
}

BoxKeys note_keys(ByteView secret, const DescId& desc_id, Slot slot) {
    SecretBytes seed{kKeyBytes};
    SlotContext{desc_id, slot}.derive(seed.span(), key_from(secret), "note");
    return box_keys(seed.span());
}

TableRow slot_row(ByteView secret, const DescId& desc_id, Slot slot) {
    TableRow row;
    row.check = secret_check(secret, desc_id, slot);
    const auto key = fingerprint_key(desc_id, slot);
    (void)crypto_shorthash(row.fingerprint.data(), secret.data(), kScalarBytes, key.data());
    row.note_key = note_keys(secret, desc_id, slot).public_key;
    return row;
}

}  // namespace pennydrop::pool
