// SPDX-License-Identifier: Apache-2.0
// The public description of a season, signed by founder and collector.
// Threads: an immutable value.
// Specification: docs/pool-protocol.md, "Descriptor, PDP1".
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/result.h"
#include "pool/collector_keys.h"
#include "pool/signing.h"
#include "pool/terms.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// What everybody knows of a slot.
struct TableRow {
    Hash check{};                               ///< chk
    std::array<std::uint8_t, 8> fingerprint{};  ///< fp
    PublicKey note_key{};                       ///< note_pk
};

class Descriptor {
public:
    /// Strict. A draft (without the collector's signature) is refused like any other bad signature.
    /// Errors: kNotOurFile, kNewerVersion, kDamaged.
    [[nodiscard]] static Result<Descriptor> decode(ByteView bytes);
    /// As decode(), of a draft: the founder's signature is right, and 64 zero bytes stand for the collector's.
    [[nodiscard]] static Result<Descriptor> decode_draft(ByteView bytes);

    [[nodiscard]] const PoolTerms& terms() const noexcept { return terms_; }
    [[nodiscard]] const DescId& id() const noexcept { return id_; }
    [[nodiscard]] const PublicKey& collector_key() const noexcept { return collector_key_; }
    [[nodiscard]] const PublicKey& founder_key() const noexcept { return founder_key_; }
    /// Founder and collector are one device: "you are trusting the coach's word".
    [[nodiscard]] bool one_device_is_both() const noexcept { return collector_key_ == founder_key_; }

    /// `period` must be one of the season's.
    [[nodiscard]] const PublicKey& box_key(Period period) const;
    /// `slot` must be one of the season's.
    [[nodiscard]] const TableRow& row(Slot slot) const;
    /// The table's place of a slot: period by period, theme by theme.
    [[nodiscard]] std::size_t slot_number(Slot slot) const noexcept;
    [[nodiscard]] std::size_t slot_count() const noexcept { return table_.size(); }

    /// Exactly what was decoded.
    [[nodiscard]] const Bytes& bytes() const noexcept { return bytes_; }

private:
    Descriptor() = default;
    [[nodiscard]] static Result<Descriptor> decode_any(ByteView bytes, bool draft);

    PoolTerms terms_{};
    DescId id_{};
    PublicKey collector_key_{};
    PublicKey founder_key_{};
    std::vector<PublicKey> box_keys_{};
    std::vector<TableRow> table_{};
    Bytes bytes_{};
};

/// All of a descriptor that comes before the table, which is what desc_id is the hash of. The terms are good.
[[nodiscard]] Bytes encode_head(const PoolTerms& terms, const CollectorOffer& offer, const PublicKey& founder_key);

/// A draft: head and table under the founder's signature.
[[nodiscard]] Bytes encode_draft(const Bytes& head, const std::vector<TableRow>& table, const FounderKey& founder);

/// The descriptor: the draft with the collector's signature. kInvalid when the draft is not for these keys; the errors
/// of decode_draft().
[[nodiscard]] Result<Bytes> countersign(ByteView draft, const CollectorKeys& collector);

}  // namespace pennydrop::pool
