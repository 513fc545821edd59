// SPDX-License-Identifier: Apache-2.0
#include "pool/signing.h"

#include <sodium.h>

#include <string>

#include "base/codec.h"
#include "pool/message.h"

namespace pennydrop::pool {
namespace {

constexpr std::string_view kPrefix = "pennydrop/pool/v1/";
constexpr Magic kFounderMagic{'P', 'D', 'N', '1'};
constexpr std::size_t kFounderBytes = 8 + kSeedBytes;

/// The label, prefixed and with its length, and then what is signed.
Bytes signed_message(std::string_view label, ByteView bytes) {
    const std::string whole = std::string{kPrefix}.append(label);
    Bytes message(2 + whole.size() + bytes.size());
    Writer writer{message};
    writer.integer(static_cast<std::uint16_t>(whole.size()));
    writer.bytes(view_of(whole));
    writer.bytes(bytes);
    return message;
}

SecretBytes secret_key(const SecretBytes& seed, PublicKey& public_key) {
    (void)start_crypto();
    SecretBytes secret{crypto_sign_SECRETKEYBYTES};
    (void)crypto_sign_seed_keypair(public_key.data(), secret.data(), seed.data());
    return secret;
}

}  // namespace

PublicKey signing_public_key(const SecretBytes& seed) {
    PublicKey key{};
    (void)secret_key(seed, key);
    return key;
}

Signature sign(const SecretBytes& seed, std::string_view label, ByteView bytes) {
    PublicKey key{};
    const SecretBytes secret = secret_key(seed, key);
    const Bytes message = signed_message(label, bytes);
    Signature signature{};
    (void)crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret.data());
    return signature;
}

bool is_signed(const PublicKey& key, std::string_view label, ByteView bytes, const Signature& signature) {
    (void)start_crypto();
    const Bytes message = signed_message(label, bytes);
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

FounderKey FounderKey::make() {
    return FounderKey{SecretBytes::random(kSeedBytes)};
}

FounderKey FounderKey::from_seed(SecretBytes seed) {
    return FounderKey{std::move(seed)};
}

Result<FounderKey> FounderKey::decode(ByteView bytes) {
    if (auto known = check_message(bytes, kFounderMagic); !known) {
        return pass_on(known);
    }
    if (bytes.size() != kFounderBytes) {
        return fail(ErrorCode::kDamaged, "founder's key: length");
    }
    if (Reader reader{bytes.subspan(kMessageHeadBytes)}; !reader.zeros(3)) {
        return fail(ErrorCode::kDamaged, "founder's key: zero bytes");
    }
    return FounderKey{SecretBytes::copy_of(bytes.last(kSeedBytes))};
}

SecretBytes FounderKey::encode() const {
    SecretBytes bytes{kFounderBytes};
    Writer writer{bytes.span()};
    put_message_head(writer, kFounderMagic);
    writer.zeros(3);
    writer.bytes(seed_.span());
    return bytes;
}

}  // namespace pennydrop::pool
