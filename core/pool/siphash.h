// SPDX-License-Identifier: Apache-2.0
// SipHash-2-4 of several messages of 32 bytes at once: the search asks for millions, and lanes side by side hide the
// latency of each.
// Threads: pure functions.
// Source: J.-P. Aumasson, D. J. Bernstein, "SipHash: a fast short-input PRF" (2012); checked against libsodium by
// tst_pool_search.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace pennydrop::pool {

template <std::size_t Lanes>
class SipLanes {
public:
    using Lane = std::array<std::uint64_t, Lanes>;

    SipLanes(std::uint64_t key_low, std::uint64_t key_high) noexcept {
        v0_.fill(key_low ^ 0x736f6d6570736575ULL);
        v1_.fill(key_high ^ 0x646f72616e646f6dULL);
        v2_.fill(key_low ^ 0x6c7967656e657261ULL);
        v3_.fill(key_high ^ 0x7465646279746573ULL);
    }

    /// `words` are the messages' words: the first of all lanes, the second of all lanes ...
    [[nodiscard]] Lane hash(const std::array<Lane, 4>& words) noexcept {
        for (const Lane& word : words) {
            compress(word);
        }
        Lane length{};
        length.fill(std::uint64_t{32} << 56U);
        compress(length);
        for (std::size_t i = 0; i < Lanes; ++i) {
            v2_[i] ^= 0xFF;
        }
        for (int i = 0; i < 4; ++i) {
            round();
        }
        Lane out{};
        for (std::size_t i = 0; i < Lanes; ++i) {
            out[i] = v0_[i] ^ v1_[i] ^ v2_[i] ^ v3_[i];
        }
        return out;
    }

private:
    void compress(const Lane& word) noexcept {
        for (std::size_t i = 0; i < Lanes; ++i) {
            v3_[i] ^= word[i];
        }
        round();
        round();
        for (std::size_t i = 0; i < Lanes; ++i) {
            v0_[i] ^= word[i];
        }
    }

    void round() noexcept {
        for (std::size_t i = 0; i < Lanes; ++i) {
            v0_[i] += v1_[i];
            v1_[i] = std::rotl(v1_[i], 13) ^ v0_[i];
            v0_[i] = std::rotl(v0_[i], 32);
            v2_[i] += v3_[i];
            v3_[i] = std::rotl(v3_[i], 16) ^ v2_[i];
            v0_[i] += v3_[i];
            v3_[i] = std::rotl(v3_[i], 21) ^ v0_[i];
            v2_[i] += v1_[i];
            v1_[i] = std::rotl(v1_[i], 17) ^ v2_[i];
            v2_[i] = std::rotl(v2_[i], 32);
        }
    }

    Lane v0_{};
    Lane v1_{};
    Lane v2_{};
    Lane v3_{};
};

}  // namespace pennydrop::pool
