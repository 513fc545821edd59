// SPDX-License-Identifier: Apache-2.0
#include "vault/drop_record.h"

#include <sodium.h>

#include <algorithm>

#include "base/codec.h"
#include "vault/drop_box_key.h"

namespace pennydrop {
namespace {

constexpr std::array<std::uint8_t, 16> kMagic{'p', 'e', 'n', 'n', 'y', 'd', 'r', 'o',
                                              'p', '-', 'd', 'r', 'o', 'p', 0,   0};
constexpr std::uint16_t kVersion = 1;
constexpr std::size_t kHeadZeros = 8;
constexpr std::size_t kInnerHeadBytes = 40;
constexpr std::size_t kOverhead = kDropHeadBytes + crypto_box_SEALBYTES + kInnerHeadBytes;
static_assert(kMaxDropRecordBytes - kOverhead == kMaxDropPayloadBytes);

}  // namespace

DropId new_drop_id() {
    DropId id{};
    fill_random(id);
    return id;
}

Result<std::vector<std::uint8_t>> seal_drop_record(const DropRecord& record, const VaultId& vault,
                                                   const DropBoxPublicKey& public_key) {
    const std::size_t size = record.payload.size();
    if (size == 0 || size > kMaxDropPayloadBytes) {
        return fail(ErrorCode::kInvalid, "size of a drop");
    }
    if (auto started = start_crypto(); !started) {
        return pass_on(started);
    }
    const std::size_t length = (size + kOverhead + kDropCellBytes - 1) / kDropCellBytes * kDropCellBytes;
    SecretBytes plain{length - kDropHeadBytes - crypto_box_SEALBYTES};  // zero, and so is what stays of it
    Writer inner{plain.span().first(kInnerHeadBytes + size)};
    inner.bytes(record.id);
    inner.integer(kVersion);
    inner.zeros(2);
    inner.integer(static_cast<std::uint32_t>(size));
    inner.bytes(vault);
    inner.bytes(record.payload.span());

    std::vector<std::uint8_t> sealed(length);
    Writer head{std::span{sealed}.first(kDropHeadBytes)};
    head.bytes(kMagic);
    head.integer(kVersion);
    head.zeros(2);
    head.integer(static_cast<std::uint32_t>(length));
    head.zeros(kHeadZeros);
    if (crypto_box_seal(sealed.data() + kDropHeadBytes, plain.data(), plain.size(), public_key.data()) != 0) {
        return fail(ErrorCode::kInvalid, "public key of the drop box");
    }
    return sealed;
}

bool is_drop_head(std::span<const std::uint8_t> cell) {
    return cell.size() >= kMagic.size() && std::ranges::equal(cell.first(kMagic.size()), kMagic);
}

std::optional<std::size_t> drop_record_length(std::span<const std::uint8_t> head) {
    if (head.size() != kDropHeadBytes || !is_drop_head(head)) {
        return std::nullopt;
    }
    Reader reader{head.subspan(kMagic.size())};
    const bool known = reader.integer<std::uint16_t>() == kVersion && reader.zeros(2);
    const std::size_t length = reader.integer<std::uint32_t>();
    const bool whole = length != 0 && length <= kMaxDropRecordBytes && length % kDropCellBytes == 0;
    if (!known || !whole || !reader.zeros(kHeadZeros)) {
        return std::nullopt;
    }
    return length;
}

std::optional<DropRecord> open_drop_record(std::span<const std::uint8_t> record, const VaultId& vault,
                                           const DropBoxKeys& keys) {
    if (record.size() < kDropCellBytes || drop_record_length(record.first(kDropHeadBytes)) != record.size() ||
        !start_crypto()) {
        return std::nullopt;
    }
    const auto box = record.subspan(kDropHeadBytes);
    SecretBytes plain{box.size() - crypto_box_SEALBYTES};
    if (crypto_box_seal_open(plain.data(), box.data(), box.size(), keys.public_key.data(), keys.secret_key.data()) !=
        0) {
        return std::nullopt;
    }
    DropRecord opened;
    VaultId of{};
    Reader reader{plain.span()};
    reader.bytes(opened.id);
    const bool known = reader.integer<std::uint16_t>() == kVersion && reader.zeros(2);
    const std::size_t size = reader.integer<std::uint32_t>();
    reader.bytes(of);
    const std::size_t room = plain.size() - kInnerHeadBytes;
    if (!known || of != vault || size == 0 || size > room) {
        return std::nullopt;
    }
    opened.payload = SecretBytes{size};
    reader.bytes(opened.payload.span());
    if (!reader.zeros(room - size) || !reader.finished()) {
        return std::nullopt;
    }
    return opened;
}

}  // namespace pennydrop
