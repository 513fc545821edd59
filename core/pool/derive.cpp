// SPDX-License-Identifier: Apache-2.0
#include "pool/derive.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <string>

#include "base/codec.h"

namespace pennydrop::pool {
namespace {

constexpr std::string_view kPrefix = "pennydrop/pool/v1/";

/// BLAKE2b in the making; wiped at its end, since it may hold a key.
class Hasher {
public:
    Hasher(std::size_t size, ByteView key) : size_(size) {
        (void)start_crypto();
        assert(size >= crypto_generichash_BYTES_MIN && size <= crypto_generichash_BYTES_MAX);
        (void)crypto_generichash_init(&state_, key.empty() ? nullptr : key.data(), key.size(), size);
    }
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    ~Hasher() { sodium_memzero(&state_, sizeof state_); }

    void add(ByteView bytes) { (void)crypto_generichash_update(&state_, bytes.data(), bytes.size()); }

    /// LP(field).
    void add_field(ByteView field) {
        std::array<std::uint8_t, 2> length{};
        Writer writer{length};
        writer.integer(static_cast<std::uint16_t>(field.size()));
        add(length);
        add(field);
    }

    void add_label(std::string_view label) {
        std::array<std::uint8_t, 2> length{};
        Writer writer{length};
        writer.integer(static_cast<std::uint16_t>(kPrefix.size() + label.size()));
        add(length);
        add_text(kPrefix);
        add_text(label);
    }

    void finish(std::span<std::uint8_t> out) { (void)crypto_generichash_final(&state_, out.data(), size_); }

private:
    void add_text(std::string_view text) {
        (void)crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }

    crypto_generichash_state state_{};
    std::size_t size_;
};

std::array<std::uint8_t, 4> bytes_of(Period period) {
    std::array<std::uint8_t, 4> bytes{};
    Writer writer{bytes};
    writer.integer(period.number);
    return bytes;
}

}  // namespace

void hash_into(std::span<std::uint8_t> out, std::string_view label, ByteView bytes) {
    Hasher hasher{out.size(), {}};
    hasher.add_label(label);
    hasher.add(bytes);
    hasher.finish(out);
}

Hash hash32(std::string_view label, ByteView bytes) {
    Hash out{};
    hash_into(out, label, bytes);
    return out;
}

BlobHash blob_hash(ByteView blob) {
    std::array<std::uint8_t, 16> whole{};
    hash_into(whole, "blob", blob);
    BlobHash out{};
    std::copy_n(whole.begin(), out.size(), out.begin());
    return out;
}

void derive_into(std::span<std::uint8_t> out, KeyView key, std::string_view label,
                 std::initializer_list<ByteView> fields) {
    Hasher hasher{out.size(), key};
    hasher.add_label(label);
    for (const ByteView field : fields) {
        hasher.add_field(field);
    }
    hasher.finish(out);
}

SlotContext::SlotContext(const DescId& desc_id, Slot slot) noexcept
    : desc_id_(desc_id), period_(bytes_of(slot.period)), theme_{slot.theme.value} {}

void SlotContext::derive(std::span<std::uint8_t> out, KeyView key, std::string_view label) const {
    derive_into(out, key, label, {desc_id_, period_, theme_});
}

void SlotContext::scalar(std::span<std::uint8_t, kScalarBytes> out, KeyView key, std::string_view label) const {
    std::array<std::uint8_t, kWideBytes> wide{};
    derive_into(wide, key, label, {desc_id_, period_, theme_});
    reduce_wide(wide, out);
    wipe_memory(wide);
}

void SlotContext::scalar(std::span<std::uint8_t, kScalarBytes> out, KeyView key, std::string_view label,
                         std::uint8_t number) const {
    std::array<std::uint8_t, kWideBytes> wide{};
    derive_into(wide, key, label, {desc_id_, period_, theme_, ByteView{&number, 1}});
    reduce_wide(wide, out);
    wipe_memory(wide);
}

SecretBytes derive_secret(KeyView key, std::string_view label, const DescId& desc_id) {
    SecretBytes out{kKeyBytes};
    derive_into(out.span(), key, label, {desc_id});
    return out;
}

SecretBytes derive_secret(KeyView key, std::string_view label, const DescId& desc_id, Period period) {
    SecretBytes out{kKeyBytes};
    const auto number = bytes_of(period);
    derive_into(out.span(), key, label, {desc_id, number});
    return out;
}

KeyView key_of(const SecretBytes& secret) noexcept {
    assert(secret.size() >= kKeyBytes);
    return KeyView{secret.data(), kKeyBytes};
}

}  // namespace pennydrop::pool
