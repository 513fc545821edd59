// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_header.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <optional>

#include "base/codec.h"
#include "vault/block_cipher.h"
#include "vault/drop_box_key.h"

namespace pennydrop {
namespace {

constexpr std::array<std::uint8_t, 16> kMagic{'p', 'e', 'n', 'n', 'y', 'd', 'r', 'o',
                                              'p', '-', 'v', 'a', 'u', 'l', 't', 0};
constexpr std::size_t kVersionOffset = kMagic.size();
constexpr std::size_t kDropBoxOffset = 64;
constexpr std::size_t kSlotsOffset = 256;
constexpr std::size_t kKeyedHashOffset = 4032;
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kChecksumOffset = kKeyedHashOffset + kHashBytes;
static_assert(kChecksumOffset + kHashBytes == kHeaderCopyBytes);
using Hash = std::array<std::uint8_t, kHashBytes>;

Hash keyed_hash(std::span<const std::uint8_t> copy, const SecretBytes& data_key) {
    const SecretBytes key = derive_subkey(data_key, "pennydrop/v1/header");
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), copy.data(), kKeyedHashOffset, key.data(), key.size());
    return hash;
}

Hash checksum(std::span<const std::uint8_t> copy) {
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), copy.data(), kChecksumOffset, nullptr, 0);
    return hash;
}

bool has_magic(std::span<const std::uint8_t> copy) {
    return copy.size() >= kMagic.size() && std::ranges::equal(copy.first(kMagic.size()), kMagic);
}

bool claims_newer_version(std::span<const std::uint8_t> copy) {
    if (!has_magic(copy) || copy.size() < kVersionOffset + 2) {
        return false;
    }
    Reader reader{copy.subspan(kVersionOffset)};
    return reader.integer<std::uint16_t>() > kVaultFormatVersion;
}

/// Nothing unless the copy is sound in every byte.
std::optional<VaultHeader> decode_sound(std::span<const std::uint8_t> copy) {
    if (copy.size() != kHeaderCopyBytes || !has_magic(copy)) {
        return std::nullopt;
    }
    VaultHeader header;
    Reader reader{copy.subspan(kVersionOffset)};
    const auto version = reader.integer<std::uint16_t>();
    bool sound = version == kVaultFormatVersion;
    sound = reader.zeros(2) && sound;
    sound = reader.integer<std::uint32_t>() == kVaultPageBytes && sound;
    reader.bytes(header.id);
    header.generation = reader.integer<std::uint64_t>();
    reader.bytes(header.file);
    reader.bytes(header.drop_box);
    sound = reader.zeros(kSlotsOffset - kVersionOffset - reader.position()) && sound;
    for (auto& slot : header.key_slots) {
        reader.bytes(slot);
    }
    sound = reader.zeros(kKeyedHashOffset - kVersionOffset - reader.position()) && sound;
    const auto expected = checksum(copy);
    sound = std::ranges::equal(copy.subspan(kChecksumOffset), expected) && sound;
    if (!sound || !reader.ok()) {
        return std::nullopt;
    }
    return header;
}

}  // namespace

VaultHeader new_header(const SecretBytes& data_key) {
    VaultHeader header;
    fill_random(header.id);
    fill_random(header.file);
    header.drop_box = drop_box_keys(data_key).public_key;
    return header;
}

HeaderCopy encode_header(const VaultHeader& header, const SecretBytes& data_key) {
    HeaderCopy copy{};
    Writer writer{copy};
    writer.bytes(kMagic);
    writer.integer(kVaultFormatVersion);
    writer.zeros(2);
    writer.integer(kVaultPageBytes);
    writer.bytes(header.id);
    writer.integer(header.generation);
    writer.bytes(header.file);
    writer.bytes(header.drop_box);
    writer.zeros(kSlotsOffset - writer.position());
    for (const auto& slot : header.key_slots) {
        writer.bytes(slot);
    }
    writer.zeros(kKeyedHashOffset - writer.position());
    writer.bytes(keyed_hash(copy, data_key));
    writer.bytes(checksum(copy));
    assert(writer.finished());
    return copy;
}

Result<std::vector<ChosenHeader>> sound_headers(std::span<const std::uint8_t> file_start) {
    const auto first = file_start.first(std::min(file_start.size(), kHeaderCopyBytes));
    const auto rest = file_start.subspan(first.size());
    const auto second = rest.first(std::min(rest.size(), kHeaderCopyBytes));

    const auto header_a = decode_sound(first);
    const auto header_b = decode_sound(second);
    if (!header_a && !header_b) {
        if (!has_magic(first) && !has_magic(second)) {
            return fail(ErrorCode::kNotOurFile);
        }
        if (claims_newer_version(first) || claims_newer_version(second)) {
            return fail(ErrorCode::kNewerVersion);
        }
        return fail(ErrorCode::kDamaged, "both header copies");
    }
    const bool differ = !std::ranges::equal(first, second);
    const auto chosen = [&](bool is_second) {
        ChosenHeader header{.header = is_second ? *header_b : *header_a,
                            .copy = is_second ? std::size_t{1} : std::size_t{0},
                            .copies_differ = differ};
        std::ranges::copy(is_second ? second : first, header.bytes.begin());
        return header;
    };
    const bool take_second = !header_a || (header_b && header_b->generation > header_a->generation);
    std::vector<ChosenHeader> headers{chosen(take_second)};
    if (differ && header_a && header_b) {
        headers.push_back(chosen(!take_second));
    }
    return headers;
}

Result<ChosenHeader> choose_header(std::span<const std::uint8_t> file_start) {
    auto headers = sound_headers(file_start);
    if (!headers) {
        return pass_on(headers);
    }
    return headers->front();
}

bool may_be_unfinished(std::span<const std::uint8_t> file_start) {
    const auto begins_well = [](std::span<const std::uint8_t> copy) {
        const auto start = copy.first(std::min(copy.size(), kMagic.size()));
        return std::ranges::equal(start, std::span{kMagic}.first(start.size())) ||
               std::ranges::all_of(start, [](std::uint8_t byte) { return byte == 0; });
    };
    return begins_well(file_start) && begins_well(file_start.subspan(std::min(file_start.size(), kHeaderCopyBytes)));
}

bool header_is_authentic(const HeaderCopy& bytes, const SecretBytes& data_key) {
    const auto expected = keyed_hash(bytes, data_key);
    const auto public_key = drop_box_keys(data_key).public_key;
    return sodium_memcmp(expected.data(), bytes.data() + kKeyedHashOffset, kHashBytes) == 0 &&
           std::ranges::equal(std::span{bytes}.subspan(kDropBoxOffset, public_key.size()), public_key);
}

}  // namespace pennydrop
