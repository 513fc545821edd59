// SPDX-License-Identifier: Apache-2.0
#include "vault/block_cipher.h"

#include <sodium.h>

#include <array>
#include <cassert>

#include "base/codec.h"

namespace pennydrop {
namespace {

constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kSubkeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kNonceBytes + kTagBytes == BlockCipher::kOverhead);

using AssociatedData = std::array<std::uint8_t, 32>;

AssociatedData associated_data(BlockFile kind, const FileId& file, std::size_t block_bytes, std::uint64_t number) {
    AssociatedData data{};
    Writer writer{data};
    writer.bytes(file);
    writer.integer(static_cast<std::uint32_t>(kind));
    writer.integer(static_cast<std::uint32_t>(block_bytes));
    writer.integer(number);
    assert(writer.finished());
    return data;
}

}  // namespace

SecretBytes derive_subkey(const SecretBytes& data_key, std::string_view label) {
    SecretBytes key{kSubkeyBytes};
    const auto* text = reinterpret_cast<const std::uint8_t*>(label.data());
    crypto_generichash(key.data(), key.size(), text, label.size(), data_key.data(), data_key.size());
    return key;
}

BlockCipher::BlockCipher(BlockFile kind, const FileId& file, const SecretBytes& data_key, std::size_t block_bytes)
    : kind_(kind),
      file_(file),
      key_(derive_subkey(data_key, kind == BlockFile::kMain ? "pennydrop/v1/main" : "pennydrop/v1/wal")),
      block_bytes_(block_bytes) {}

void BlockCipher::seal(std::uint64_t number, std::span<const std::uint8_t> plain, std::span<std::uint8_t> block) const {
    assert(plain.size() == plain_bytes() && block.size() == block_bytes_);
    const auto associated = associated_data(kind_, file_, block_bytes_, number);
    std::uint8_t* nonce = block.data() + plain.size();
    std::uint8_t* tag = nonce + kNonceBytes;
    fill_random({nonce, kNonceBytes});
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(block.data(), tag, nullptr, plain.data(), plain.size(),
                                                        associated.data(), associated.size(), nullptr, nonce,
                                                        key_.data());
}

bool BlockCipher::open(std::uint64_t number, std::span<const std::uint8_t> block, std::span<std::uint8_t> plain) const {
    assert(plain.size() == plain_bytes() && block.size() == block_bytes_);
    const auto associated = associated_data(kind_, file_, block_bytes_, number);
    const std::uint8_t* nonce = block.data() + plain.size();
    const std::uint8_t* tag = nonce + kNonceBytes;
    return crypto_aead_xchacha20poly1305_ietf_decrypt_detached(plain.data(), nullptr, block.data(), plain.size(), tag,
                                                               associated.data(), associated.size(), nonce,
                                                               key_.data()) == 0;
}

}  // namespace pennydrop
