// SPDX-License-Identifier: Apache-2.0
// The collector's keys, and the offer in which it hands their public halves to the founder.
// Threads: belongs to one thread at a time.
// Specification: docs/pool-protocol.md, "Offer, PDO1" and "Kept on one device only" (PDC1).
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "pool/boxes.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// What a founder needs to know of a collector. Public.
struct CollectorOffer {
    Period first_period{};
    PublicKey signing_key{};
    std::vector<PublicKey> box_keys{};  ///< One for each period.
};

/// Errors: kNotOurFile, kNewerVersion, kDamaged (also a bad signature, a bad or repeated key).
[[nodiscard]] Result<CollectorOffer> decode_offer(ByteView bytes);

class CollectorKeys {
public:
    /// New random keys for `periods` periods. kInvalid outside the limits.
    [[nodiscard]] static Result<CollectorKeys> make(Period first_period, unsigned periods);
    /// The same for a coach's next season: the signing key stays, the box keys are new.
    [[nodiscard]] Result<CollectorKeys> next_season(Period first_period, unsigned periods) const;
    /// Errors: kNotOurFile, kNewerVersion, kDamaged.
    [[nodiscard]] static Result<CollectorKeys> decode(ByteView bytes);

    [[nodiscard]] SecretBytes encode() const;
    /// The signed offer (PDO1). kClosed when the key of a period was wiped already.
    [[nodiscard]] Result<Bytes> offer() const;

    [[nodiscard]] Period first_period() const noexcept { return first_period_; }
    [[nodiscard]] unsigned periods() const noexcept { return static_cast<unsigned>(box_seeds_.size()); }
    [[nodiscard]] const SecretBytes& signing_seed() const noexcept { return signing_seed_; }
    /// kInvalid for a period of another season, kClosed when it was wiped.
    [[nodiscard]] Result<BoxKeys> box_keys_of(Period period) const;

    /// The hash of the last digest that was signed with these keys.
    [[nodiscard]] const std::optional<Hash>& last_digest() const noexcept { return last_digest_; }
    /// After a digest is signed and saved: remembers its hash and wipes that period's key and all earlier ones. The
    /// caller saves encode() over the old file.
    void released(Period period, const Hash& digest_hash);

private:
    CollectorKeys() = default;
    [[nodiscard]] static Result<CollectorKeys> with_seed(SecretBytes seed, Period first_period, unsigned periods);

    Period first_period_{};
    SecretBytes signing_seed_{};
    std::vector<SecretBytes> box_seeds_{};  ///< Empty where wiped.
    std::optional<Hash> last_digest_{};
};

}  // namespace pennydrop::pool
