// SPDX-License-Identifier: Apache-2.0
#include "base/secret.h"

#include <sodium.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace pennydrop {

Status start_crypto() {
    static const bool started = sodium_init() >= 0;
    if (!started) {
        return fail(ErrorCode::kInternal, "libsodium did not start");
    }
    return {};
}

void fill_random(std::span<std::uint8_t> out) {
    if (!start_crypto()) {
        std::abort();
    }
    randombytes_buf(out.data(), out.size());
}

void wipe_memory(std::span<std::uint8_t> bytes) noexcept {
    sodium_memzero(bytes.data(), bytes.size());
}

SecretBytes::SecretBytes(std::size_t size) : size_(size) {
    if (size == 0) {
        return;
    }
    if (!start_crypto()) {
        std::abort();
    }
    data_ = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (data_ == nullptr) {
        std::abort();
    }
    sodium_memzero(data_, size_);
}

SecretBytes SecretBytes::copy_of(std::span<const std::uint8_t> bytes) {
    SecretBytes copy{bytes.size()};
    if (!bytes.empty()) {
        std::memcpy(copy.data_, bytes.data(), bytes.size());
    }
    return copy;
}

SecretBytes SecretBytes::random(std::size_t size) {
    SecretBytes bytes{size};
    fill_random(bytes.span());
    return bytes;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        wipe();
        data_ = std::exchange(other.data_, nullptr);
        size_ = std::exchange(other.size_, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes() {
    wipe();
}

SecretBytes SecretBytes::clone() const {
    return copy_of(span());
}

void SecretBytes::wipe() noexcept {
    if (data_ != nullptr) {
        sodium_free(data_);  // wipes before it frees
        data_ = nullptr;
    }
    size_ = 0;
}

bool SecretBytes::equals(const SecretBytes& other) const noexcept {
    if (size_ != other.size_) {
        return false;
    }
    return size_ == 0 || sodium_memcmp(data_, other.data_, size_) == 0;
}

void wipe_stack() noexcept {
    // The vector registers still hold pieces of the text that was copied or deciphered last, and get onto the stack by
    // themselves: whoever calls a function of a shared library for the first time saves them all. So as much of nothing
    // is enciphered and copied the same way.
    constexpr std::size_t kPage = 4096;
    std::array<std::uint8_t, kPage> nothing{};
    std::array<std::uint8_t, kPage> copy{};
    const std::array<std::uint8_t, crypto_stream_xchacha20_KEYBYTES> key{};
    const std::array<std::uint8_t, crypto_stream_xchacha20_NONCEBYTES> nonce{};
    crypto_stream_xchacha20_xor(nothing.data(), nothing.data(), nothing.size(), nonce.data(), key.data());
    std::memcpy(copy.data(), nothing.data(), copy.size());
    sodium_memzero(copy.data(), copy.size());
    // Far more than the deepest call into SQLite, far less than the smallest stack of a thread (1 MiB on Android).
    constexpr std::size_t kBytes = 128UL * 1024UL;
    sodium_stackzero(kBytes);
}

}  // namespace pennydrop
