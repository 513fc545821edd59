// SPDX-License-Identifier: Apache-2.0
#include "pool/blob_file.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "pool/message.h"

namespace pennydrop::pool {
namespace {

constexpr Magic kMemberMagic{'P', 'D', 'F', '1'};
constexpr Magic kBundleMagic{'P', 'D', 'B', '1'};
constexpr std::size_t kHeadBytes = 48;

std::size_t most_blobs(BlobFileKind kind) noexcept {
    return kind == BlobFileKind::kMember ? kMaxThemes : kMaxBlobs;
}

bool is_member_file(ByteView bytes) noexcept {
    return bytes.size() >= kMemberMagic.size() && std::ranges::equal(bytes.first(kMemberMagic.size()), kMemberMagic);
}

Result<Bundle> merge(std::span<const Bytes> files, std::optional<std::pair<DescId, Period>> wanted) {
    Bundle bundle;
    std::optional<BlobFile> all;
    for (const auto& bytes : files) {
        auto file = decode_blob_file(bytes);
        if (file && !wanted) {
            wanted = {file->desc_id, file->period};
        }
        const bool fits =
            file && std::pair{file->desc_id, file->period} == *wanted && (!all || file->bucket == all->bucket);
        if (!fits) {
            ++bundle.refused;
            continue;
        }
        ++bundle.merged;
        if (all) {
            std::ranges::move(file->blobs, std::back_inserter(all->blobs));
        } else {
            all = std::move(*file);
            all->kind = BlobFileKind::kBundle;
        }
    }
    if (!all) {
        return fail(ErrorCode::kNotFound, "no file to merge");
    }
    auto bytes = encode_blob_file(std::move(*all));
    if (!bytes) {
        return pass_on(bytes);
    }
    bundle.bytes = std::move(*bytes);
    Reader count{ByteView{bundle.bytes}.subspan(kHeadBytes - 4)};
    bundle.blobs = count.integer<std::uint32_t>();
    return bundle;
}

}  // namespace

Result<Bytes> encode_blob_file(BlobFile file) {
    std::ranges::sort(file.blobs);
    const auto repeated = std::ranges::unique(file.blobs);
    file.blobs.erase(repeated.begin(), repeated.end());
    const auto other_size = [&](const Bytes& blob) { return blob.size() != blob_bytes(file.bucket); };
    if (file.blobs.size() > most_blobs(file.kind) || std::ranges::any_of(file.blobs, other_size)) {
        return fail(ErrorCode::kInvalid, "blobs");
    }
    Message message;
    message.head(file.kind == BlobFileKind::kMember ? kMemberMagic : kBundleMagic);
    message.integer(static_cast<std::uint8_t>(file.bucket)).zeros(2).bytes(file.desc_id);
    message.integer(file.period.number).integer(static_cast<std::uint32_t>(file.blobs.size()));
    for (const auto& blob : file.blobs) {
        message.bytes(blob);
    }
    return message.take();
}

Result<BlobFile> decode_blob_file(ByteView bytes) {
    BlobFile file;
    file.kind = is_member_file(bytes) ? BlobFileKind::kMember : BlobFileKind::kBundle;
    if (auto known = check_message(bytes, file.kind == BlobFileKind::kMember ? kMemberMagic : kBundleMagic); !known) {
        return pass_on(known);
    }
    Reader reader{bytes};
    (void)reader.zeros(kMessageHeadBytes);
    file.bucket = static_cast<Bucket>(reader.integer<std::uint8_t>());
    const bool zeros = reader.zeros(2);
    reader.bytes(file.desc_id);
    file.period.number = reader.integer<std::uint32_t>();
    const std::size_t count = reader.integer<std::uint32_t>();
    const bool known_bucket = file.bucket == Bucket::k512 || file.bucket == Bucket::k1024;
    if (!reader.ok() || !zeros || !known_bucket || count > most_blobs(file.kind) ||
        (file.kind == BlobFileKind::kMember && count == 0) ||
        bytes.size() - kHeadBytes != count * blob_bytes(file.bucket)) {
        return fail(ErrorCode::kDamaged, "blobs: head or length");
    }
    file.blobs.assign(count, Bytes(blob_bytes(file.bucket)));
    for (auto& blob : file.blobs) {
        reader.bytes(blob);
    }
    if (std::ranges::adjacent_find(file.blobs, std::ranges::greater_equal{}) != file.blobs.end()) {
        return fail(ErrorCode::kDamaged, "blobs: order");
    }
    return file;
}

Result<Bundle> make_bundle(std::span<const Bytes> files) {
    return merge(files, std::nullopt);
}

Result<Bundle> make_bundle(std::span<const Bytes> files, const DescId& desc_id, Period period) {
    return merge(files, std::pair{desc_id, period});
}

}  // namespace pennydrop::pool
