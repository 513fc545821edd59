// SPDX-License-Identifier: Apache-2.0
#include "base/secret.h"

#include <sodium.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace pennydrop {
namespace {

// The vector registers still hold pieces of the text that was copied or deciphered last, and get onto a stack by
// themselves: whoever calls a function of a shared library for the first time saves them all, and a new thread inherits
// them. Which of them a copy goes through depends on its length and on the processor, so all are wiped, by name.

#if defined(__x86_64__) && defined(__GNUC__)

__attribute__((target("avx512f"))) void wipe_wide_registers() noexcept {
    __asm__ volatile(
        "vpxord %%zmm16, %%zmm16, %%zmm16\n\tvpxord %%zmm17, %%zmm17, %%zmm17\n\t"
        "vpxord %%zmm18, %%zmm18, %%zmm18\n\tvpxord %%zmm19, %%zmm19, %%zmm19\n\t"
        "vpxord %%zmm20, %%zmm20, %%zmm20\n\tvpxord %%zmm21, %%zmm21, %%zmm21\n\t"
        "vpxord %%zmm22, %%zmm22, %%zmm22\n\tvpxord %%zmm23, %%zmm23, %%zmm23\n\t"
        "vpxord %%zmm24, %%zmm24, %%zmm24\n\tvpxord %%zmm25, %%zmm25, %%zmm25\n\t"
        "vpxord %%zmm26, %%zmm26, %%zmm26\n\tvpxord %%zmm27, %%zmm27, %%zmm27\n\t"
        "vpxord %%zmm28, %%zmm28, %%zmm28\n\tvpxord %%zmm29, %%zmm29, %%zmm29\n\t"
        "vpxord %%zmm30, %%zmm30, %%zmm30\n\tvpxord %%zmm31, %%zmm31, %%zmm31" ::
            : "xmm16", "xmm17", "xmm18", "xmm19", "xmm20", "xmm21", "xmm22", "xmm23", "xmm24", "xmm25", "xmm26",
              "xmm27", "xmm28", "xmm29", "xmm30", "xmm31");
}

__attribute__((target("avx"))) void wipe_full_registers() noexcept {
    __asm__ volatile("vzeroall" ::
                         : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10",
                           "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
}

void wipe_half_registers() noexcept {
    __asm__ volatile(
        "pxor %%xmm0, %%xmm0\n\tpxor %%xmm1, %%xmm1\n\tpxor %%xmm2, %%xmm2\n\tpxor %%xmm3, %%xmm3\n\t"
        "pxor %%xmm4, %%xmm4\n\tpxor %%xmm5, %%xmm5\n\tpxor %%xmm6, %%xmm6\n\tpxor %%xmm7, %%xmm7\n\t"
        "pxor %%xmm8, %%xmm8\n\tpxor %%xmm9, %%xmm9\n\tpxor %%xmm10, %%xmm10\n\tpxor %%xmm11, %%xmm11\n\t"
        "pxor %%xmm12, %%xmm12\n\tpxor %%xmm13, %%xmm13\n\tpxor %%xmm14, %%xmm14\n\tpxor %%xmm15, %%xmm15" ::
            : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12",
              "xmm13", "xmm14", "xmm15");
}

void wipe_registers() noexcept {
    if (__builtin_cpu_supports("avx512f") != 0) {
        wipe_wide_registers();
    }
    if (__builtin_cpu_supports("avx") != 0) {
        wipe_full_registers();
    } else {
        wipe_half_registers();
    }
}

#else

/// Elsewhere: as much of nothing is enciphered, and copied in steps of a vector up to many, as there could have been
/// text.
void wipe_registers() noexcept {
    constexpr std::size_t kPage = 4096;
    constexpr std::size_t kSmallest = 16;
    std::array<std::uint8_t, kPage> nothing{};
    std::array<std::uint8_t, kPage> copy{};
    const std::array<std::uint8_t, crypto_stream_xchacha20_KEYBYTES> key{};
    const std::array<std::uint8_t, crypto_stream_xchacha20_NONCEBYTES> nonce{};
    crypto_stream_xchacha20_xor(nothing.data(), nothing.data(), nothing.size(), nonce.data(), key.data());
    for (std::size_t size = kPage; size >= kSmallest; size /= 2) {
        std::memcpy(copy.data(), nothing.data() + kPage - size, size);
        sodium_memzero(copy.data(), size);
    }
}

#endif

}  // namespace

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
    wipe_registers();
    // Far more than the deepest call into SQLite, far less than the smallest stack of a thread (1 MiB on Android).
    constexpr std::size_t kBytes = 128UL * 1024UL;
    sodium_stackzero(kBytes);
}

}  // namespace pennydrop
