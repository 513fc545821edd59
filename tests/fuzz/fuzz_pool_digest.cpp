// SPDX-License-Identifier: Apache-2.0
// Any bytes as a digest or as a combined digest under a good signature. What is accepted is encoded again as it was,
// and never has a theme whose secret was not recovered.
#include "pool/combine.h"
#include "pool_message.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using namespace pennydrop::pool::testing;

namespace {

const Bytes& good_digest() {
    static const Bytes made = [] {
        TestPool& pool = fuzzed_pool();
        std::vector<Bytes> files;
        for (std::size_t seat = 0; seat < 4; ++seat) {
            files.push_back(pool.report(seat, {note("a", 2, "b"), note("c")}));
        }
        const std::vector<DigestText> texts{{{0}, TextKind::kAsk, "b"}, {{1}, TextKind::kNote, "c"}};
        return without_end(must(make_digest(pool.descriptor, pool.collect(files), pool.collector, texts)), 64);
    }();
    return made;
}

const Bytes& good_combination() {
    static const Bytes made = [] {
        const Combined combined{3, 4, kFirstPeriod, {}, "Region", {{"blame", 5, {"A", "B"}}, {"rules", 10, {}}}};
        return without_end(must(encode_combined(combined, fuzzed_pool().founder.seed())), 64);
    }();
    return made;
}

void check_digest(std::span<const std::uint8_t> input) {
    const TestPool& pool = fuzzed_pool();
    const Bytes bytes = signed_with(message_from(input, good_digest()), pool.collector.signing_seed(), "digest");
    const auto digest = decode_digest(bytes, pool.descriptor);
    if (!digest) {
        return;
    }
    require(must(encode_digest(*digest, pool.collector.signing_seed())) == bytes);
    const auto known =
        must(decode_digest(signed_with(good_digest(), pool.collector.signing_seed(), "digest"), pool.descriptor));
    for (const auto& item : digest->items) {
        require(std::ranges::find(known.items, item.secret, &DigestItem::secret) != known.items.end());
    }
    const auto verified = verify_digest(bytes, pool.descriptor, std::nullopt, {});
    require(verified.has_value());
}

void check_combination(std::span<const std::uint8_t> input) {
    const SecretBytes& seed = fuzzed_pool().founder.seed();
    Bytes body = message_from(input, good_combination());
    if (body.size() >= 44) {
        std::ranges::copy(signing_public_key(seed), body.begin() + 12);
    }
    const Bytes bytes = signed_with(body, seed, "combined");
    if (const auto combined = decode_combined(bytes)) {
        require(must(encode_combined(*combined, seed)) == bytes);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)fuzzed_pool();
    if (size == 0) {
        return 0;
    }
    const std::span input{data + 1, size - 1};
    if (data[0] % 2 == 0) {
        check_digest(input);
    } else {
        check_combination(input);
    }
    return 0;
}
