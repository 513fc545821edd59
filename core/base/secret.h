// SPDX-License-Identifier: Apache-2.0
// Memory for secrets: libsodium's guarded allocation (guard pages, locked against swapping where the system allows it,
// wiped when freed). Passphrases and keys live here and nowhere else.
// Threads: a SecretBytes belongs to one thread at a time; moving it to another thread is fine.
// Source: libsodium documentation, "Securing memory allocations".
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/result.h"

namespace pennydrop {

/// A fixed number of secret bytes. Moves, never copies by accident; `clone()` says so aloud.
class SecretBytes {
public:
    /// Empty: size 0, no memory.
    SecretBytes() noexcept = default;
    /// `size` zero bytes. Aborts when guarded memory cannot be had: there is no safe way to go on without it.
    explicit SecretBytes(std::size_t size);
    /// Takes a copy of `bytes`; wiping the source is the caller's task.
    [[nodiscard]] static SecretBytes copy_of(std::span<const std::uint8_t> bytes);
    /// `size` random bytes from the system's generator.
    [[nodiscard]] static SecretBytes random(std::size_t size);

    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    ~SecretBytes();

    [[nodiscard]] SecretBytes clone() const;
    /// Wipes and frees; the object is empty afterwards.
    void wipe() noexcept;

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] std::uint8_t* data() noexcept { return data_; }
    [[nodiscard]] const std::uint8_t* data() const noexcept { return data_; }
    [[nodiscard]] std::span<std::uint8_t> span() noexcept { return {data_, size_}; }
    [[nodiscard]] std::span<const std::uint8_t> span() const noexcept { return {data_, size_}; }

    /// Compares in constant time for equal sizes; different sizes compare unequal at once.
    [[nodiscard]] bool equals(const SecretBytes& other) const noexcept;

private:
    std::uint8_t* data_{nullptr};
    std::size_t size_{0};
};

/// Starts libsodium once per process; every function of this header calls it. kInternal when it cannot start.
Status start_crypto();

/// Fills `out` with random bytes from the system's generator. For nonces, salts and ids.
void fill_random(std::span<std::uint8_t> out);

/// Wipes ordinary memory that held a secret for a moment; the compiler cannot leave it out.
void wipe_memory(std::span<std::uint8_t> bytes) noexcept;

/// Wipes the stack below the caller, where functions that have returned may have left pieces of keys and text, and the
/// processor's vector registers. For threads that wait, or end, after they have worked with them.
void wipe_stack() noexcept;

/// wipe_stack() at the end of a function, whichever way it ends. To be its first variable, so that it goes last.
struct StackWipe {
    StackWipe() noexcept = default;
    StackWipe(const StackWipe&) = delete;
    StackWipe& operator=(const StackWipe&) = delete;
    ~StackWipe() { wipe_stack(); }
};

}  // namespace pennydrop
