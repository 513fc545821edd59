// SPDX-License-Identifier: Apache-2.0
// The two files that carry blobs: a member's, and a courier's bundle.
// Threads: pure functions.
// Specification: docs/pool-protocol.md, "Member file PDF1 and bundle PDB1".
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "pool/types.h"

namespace pennydrop::pool {

enum class BlobFileKind { kMember, kBundle };

struct BlobFile {
    BlobFileKind kind{BlobFileKind::kBundle};
    Bucket bucket{Bucket::k512};
    DescId desc_id{};
    Period period{};
    std::vector<Bytes> blobs{};  ///< In any order for encode_blob_file(); strictly ascending from decode_blob_file().
};

/// Sorts the blobs and leaves repeated ones out. kInvalid when there are too many, or one has another size.
[[nodiscard]] Result<Bytes> encode_blob_file(BlobFile file);

/// Strict, without a pool's descriptor (so that a courier needs none). Errors: kNotOurFile, kNewerVersion, kDamaged.
[[nodiscard]] Result<BlobFile> decode_blob_file(ByteView bytes);

/// What became of files that were to be merged.
struct Bundle {
    Bytes bytes{};
    std::size_t blobs{0};
    std::size_t merged{0};   ///< Files that are in it.
    std::size_t refused{0};  ///< Files that are damaged, or of another pool or period.
};

/// Merges member files and bundles of one pool and period; without them named, those of the first file that can be
/// read. Errors: kNotFound (no file can be read), kInvalid (too many blobs).
[[nodiscard]] Result<Bundle> make_bundle(std::span<const Bytes> files);
[[nodiscard]] Result<Bundle> make_bundle(std::span<const Bytes> files, const DescId& desc_id, Period period);

}  // namespace pennydrop::pool
