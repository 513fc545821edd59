// SPDX-License-Identifier: Apache-2.0
#include "vault/key_slots.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <string_view>

#include "base/codec.h"

namespace pennydrop {
namespace {

constexpr std::size_t kSaltBytes = crypto_pwhash_SALTBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kWrappedBytes = kDataKeyBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kAuthenticatedBytes = 32;  ///< Slot bytes 0 to 31: kind, cost, salt.
constexpr std::size_t kCostOffset = 4;
constexpr std::size_t kSaltOffset = 16;
constexpr std::string_view kLabel = "pennydrop/v1/slot";
static_assert(kSaltBytes == 16 && kNonceBytes == 24 && kWrappedBytes == 48);

struct SlotFields {
    std::uint16_t kind{0};
    KdfCost cost{};
    std::array<std::uint8_t, kSaltBytes> salt{};
    std::array<std::uint8_t, kNonceBytes> nonce{};
    std::array<std::uint8_t, kWrappedBytes> wrapped{};
};

SlotBytes encode(const SlotFields& fields) {
    SlotBytes slot{};
    Writer writer{slot};
    writer.integer(fields.kind);
    writer.zeros(2);
    writer.integer(fields.cost.passes);
    writer.integer(fields.cost.memory_bytes);
    writer.bytes(fields.salt);
    writer.bytes(fields.nonce);
    writer.bytes(fields.wrapped);
    writer.zeros(kSlotBytes - writer.position());
    assert(writer.finished());
    return slot;
}

Result<SlotFields> decode(const SlotBytes& slot) {
    SlotFields fields;
    Reader reader{slot};
    fields.kind = reader.integer<std::uint16_t>();
    bool zeros = reader.zeros(2);
    fields.cost.passes = reader.integer<std::uint32_t>();
    fields.cost.memory_bytes = reader.integer<std::uint64_t>();
    reader.bytes(fields.salt);
    reader.bytes(fields.nonce);
    reader.bytes(fields.wrapped);
    zeros = reader.zeros(kSlotBytes - reader.position()) && zeros;
    if (!reader.finished() || !zeros || !cost_allowed(static_cast<SlotKind>(fields.kind), fields.cost)) {
        return fail(ErrorCode::kDamaged, "key slot fields");
    }
    return fields;
}

std::array<std::uint8_t, kLabel.size() + sizeof(VaultId) + kAuthenticatedBytes> associated_data(const VaultId& vault,
                                                                                                const SlotBytes& slot) {
    std::array<std::uint8_t, kLabel.size() + sizeof(VaultId) + kAuthenticatedBytes> data{};
    Writer writer{data};
    writer.bytes({reinterpret_cast<const std::uint8_t*>(kLabel.data()), kLabel.size()});
    writer.bytes(vault);
    writer.bytes(std::span{slot}.first<kAuthenticatedBytes>());
    assert(writer.finished());
    return data;
}

Result<SecretBytes> derive_wrapping_key(const SecretBytes& secret, const SlotFields& fields) {
    if (auto started = start_crypto(); !started) {
        return pass_on(started);
    }
    SecretBytes key{kDataKeyBytes};
    if (crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(secret.data()), secret.size(),
                      fields.salt.data(), fields.cost.passes, static_cast<std::size_t>(fields.cost.memory_bytes),
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return fail(ErrorCode::kOutOfMemory, "key derivation");
    }
    return key;
}

}  // namespace

KdfCost measured_kdf_cost() {
    using SteadyClock = std::chrono::steady_clock;
    constexpr auto kTarget = std::chrono::milliseconds{500};
    KdfCost cost;
    SecretBytes key{kDataKeyBytes};
    const std::array<std::uint8_t, kSaltBytes> salt{};
    constexpr std::string_view kProbe = "how fast is this device?";
    if (!start_crypto()) {
        return cost;
    }
    const auto began = SteadyClock::now();
    if (crypto_pwhash(key.data(), key.size(), kProbe.data(), kProbe.size(), salt.data(), cost.passes,
                      static_cast<std::size_t>(cost.memory_bytes), crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return cost;
    }
    const auto took = std::max(std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - began),
                               std::chrono::milliseconds{1});
    // Memory is what makes guessing dear, so it grows first (to 256 MiB at most, which a phone can spare), passes after
    // it.
    auto factor = kTarget / took;
    while (factor >= 2 && cost.memory_bytes < 4 * KdfCost::kMinimumMemoryBytes) {
        cost.memory_bytes *= 2;
        factor /= 2;
    }
    const auto passes = static_cast<std::uint32_t>(std::clamp<std::int64_t>(factor, 1, 4)) * KdfCost::kMinimumPasses;
    cost.passes = std::min(passes, KdfCost::kMaximumPasses);
    return cost;
}

bool cost_allowed(SlotKind kind, const KdfCost& cost) noexcept {
    if (kind == SlotKind::kRecovery || kind == SlotKind::kDevice) {
        return cost == KdfCost{};
    }
    return cost.passes >= KdfCost::kMinimumPasses && cost.passes <= KdfCost::kMaximumPasses &&
           cost.memory_bytes >= KdfCost::kMinimumMemoryBytes && cost.memory_bytes <= KdfCost::kMaximumMemoryBytes;
}

SlotKind slot_kind(const SlotBytes& slot) noexcept {
    Reader reader{slot};
    return static_cast<SlotKind>(reader.integer<std::uint16_t>());
}

SlotId slot_id(const SlotBytes& slot) noexcept {
    SlotId id{};
    std::ranges::copy(std::span{slot}.subspan<kSaltOffset, kSaltBytes>(), id.begin());
    return id;
}

KdfCost slot_cost(const SlotBytes& slot) noexcept {
    Reader reader{std::span{slot}.subspan<kCostOffset, kSaltOffset - kCostOffset>()};
    KdfCost cost;
    cost.passes = reader.integer<std::uint32_t>();
    cost.memory_bytes = reader.integer<std::uint64_t>();
    return cost;
}

Result<SlotBytes> seal_slot(SlotKind kind, const VaultId& vault, const SecretBytes& secret, const KdfCost& cost,
                            const SecretBytes& data_key) {
    if (secret.empty() || !cost_allowed(kind, cost) || data_key.size() != kDataKeyBytes) {
        return fail(ErrorCode::kInvalid, "key slot secret or cost");
    }
    SlotFields fields;
    fields.kind = static_cast<std::uint16_t>(kind);
    fields.cost = cost;
    fill_random(fields.salt);
    fill_random(fields.nonce);
    auto key = derive_wrapping_key(secret, fields);
    if (!key) {
        return pass_on(key);
    }
    const auto associated = associated_data(vault, encode(fields));
    crypto_aead_xchacha20poly1305_ietf_encrypt(fields.wrapped.data(), nullptr, data_key.data(), data_key.size(),
                                               associated.data(), associated.size(), nullptr, fields.nonce.data(),
                                               key->data());
    return encode(fields);
}

Result<SecretBytes> open_slot(const SlotBytes& slot, const VaultId& vault, const SecretBytes& secret) {
    auto fields = decode(slot);
    if (!fields) {
        return pass_on(fields);
    }
    if (secret.empty()) {
        return fail(ErrorCode::kWrongSecret);  // no slot is ever sealed with it, and libsodium takes no null pointer
    }
    auto key = derive_wrapping_key(secret, *fields);
    if (!key) {
        return pass_on(key);
    }
    const auto associated = associated_data(vault, slot);
    SecretBytes data_key{kDataKeyBytes};
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(data_key.data(), nullptr, nullptr, fields->wrapped.data(),
                                                   fields->wrapped.size(), associated.data(), associated.size(),
                                                   fields->nonce.data(), key->data()) != 0) {
        return fail(ErrorCode::kWrongSecret);
    }
    return data_key;
}

}  // namespace pennydrop
