// SPDX-License-Identifier: Apache-2.0
// Any bytes as an offer or a descriptor under good signatures. What is accepted keeps every limit and is encoded again
// as it was.
#include "pool_message.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using namespace pennydrop::pool::testing;

namespace {

void check_offer(std::span<const std::uint8_t> input) {
    static const Bytes good = without_end(must(fuzzed_pool().collector.offer()), 64);
    Bytes body = message_from(input, good);
    if (body.size() >= 44) {
        std::ranges::copy(fuzzed_pool().descriptor.collector_key(), body.begin() + 12);
    }
    const Bytes bytes = signed_with(body, fuzzed_pool().collector.signing_seed(), "offer");
    const auto offer = decode_offer(bytes);
    require(!offer || (offer->box_keys.size() <= kMaxPeriods && bytes.size() == 108 + 32 * offer->box_keys.size()));
}

void check_descriptor(std::span<const std::uint8_t> input) {
    const TestPool& pool = fuzzed_pool();
    static const Bytes good = without_end(pool.descriptor.bytes(), 128);
    Bytes body = message_from(input, good);
    if (body.size() >= 100) {
        std::ranges::copy(pool.descriptor.collector_key(), body.begin() + 36);
        std::ranges::copy(pool.descriptor.founder_key(), body.begin() + 68);
    }
    Bytes bytes = signed_with(body, pool.founder.seed(), "descriptor-founder");
    const Signature second = sign(pool.collector.signing_seed(), "descriptor-collector", body);
    bytes.insert(bytes.end(), second.begin(), second.end());
    const auto found = Descriptor::decode(bytes);
    if (!found) {
        return;
    }
    const PoolTerms& terms = found->terms();
    require(check_terms(terms).has_value() && subsets(terms.seats, terms.threshold) <= kMaxSubsets);
    require(found->slot_count() == terms.periods * terms.themes.size());
    CollectorOffer offer{terms.first_period, found->collector_key(), {}};
    for (std::uint32_t i = 0; i < terms.periods; ++i) {
        offer.box_keys.push_back(found->box_key({terms.first_period.number + i}));
    }
    const Bytes head = encode_head(terms, offer, found->founder_key());
    require(head.size() + 72 * found->slot_count() == body.size() &&
            std::equal(head.begin(), head.end(), body.begin()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)fuzzed_pool();
    if (size == 0) {
        return 0;
    }
    const std::span input{data + 1, size - 1};
    if (data[0] % 4 == 0) {
        check_offer(input);
    } else {
        check_descriptor(input);
    }
    return 0;
}
