// SPDX-License-Identifier: Apache-2.0
#include "pool/boxes.h"

#include <sodium.h>

namespace pennydrop::pool {
namespace {

static_assert(kSealBytes == crypto_box_SEALBYTES);

/// Whether the number is below 2^255 - 19: not 2^255 - 19 to 2^255 - 1, and bit 255 clear. Public keys only.
bool is_canonical(const PublicKey& key) noexcept {
    if ((key[31] & 0x80U) != 0) {
        return false;
    }
    if (key[31] != 0x7F || key[0] < 0xED) {
        return true;
    }
    for (std::size_t i = 1; i < 31; ++i) {
        if (key[i] != 0xFF) {
            return true;
        }
    }
    return false;
}

}  // namespace

BoxKeys box_keys(std::span<const std::uint8_t> seed) {
    (void)start_crypto();
    BoxKeys keys{{}, SecretBytes{crypto_box_SECRETKEYBYTES}};
    (void)crypto_box_seed_keypair(keys.public_key.data(), keys.secret_key.data(), seed.data());
    return keys;
}

PublicKey throwaway_box_key() {
    (void)start_crypto();
    PublicKey key{};
    std::array<std::uint8_t, crypto_box_SECRETKEYBYTES> secret{};
    (void)crypto_box_keypair(key.data(), secret.data());
    wipe_memory(secret);
    return key;
}

bool is_good_box_key(const PublicKey& key) {
    if (!start_crypto() || !is_canonical(key)) {
        return false;
    }
    // Any clamped scalar is a multiple of 8, and takes a point of small order to zero.
    std::array<std::uint8_t, crypto_scalarmult_SCALARBYTES> any{};
    any[0] = 8;
    any[31] = 64;
    std::array<std::uint8_t, crypto_scalarmult_BYTES> product{};
    return crypto_scalarmult(product.data(), any.data(), key.data()) == 0;
}

Status seal_into(std::span<std::uint8_t> out, ByteView plain, const PublicKey& key) {
    if (auto started = start_crypto(); !started) {
        return pass_on(started);
    }
    if (out.size() != plain.size() + kSealBytes ||
        crypto_box_seal(out.data(), plain.data(), plain.size(), key.data()) != 0) {
        return fail(ErrorCode::kInvalid, "sealing");
    }
    return {};
}

bool open_into(std::span<std::uint8_t> out, ByteView sealed, const BoxKeys& keys) {
    return start_crypto() && sealed.size() >= kSealBytes && out.size() == sealed.size() - kSealBytes &&
           crypto_box_seal_open(out.data(), sealed.data(), sealed.size(), keys.public_key.data(),
                                keys.secret_key.data()) == 0;
}

}  // namespace pennydrop::pool
