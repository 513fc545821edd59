// SPDX-License-Identifier: Apache-2.0
// Any bytes as a season file under a good signature, then as an invitation that joins it, and as a seat's, a
// collector's or a founder's keys. What is accepted is encoded again as it was.
#include "pool/codes.h"
#include "pool_message.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using namespace pennydrop::pool::testing;

namespace {

Bytes copy_of(const SecretBytes& secret) {
    return {secret.span().begin(), secret.span().end()};
}

void check_season(std::span<const std::uint8_t> input) {
    const TestPool& pool = fuzzed_pool();
    static const Bytes good = without_end(pool.season_bytes, 64);
    const Bytes bytes = signed_with(message_from(input, good), pool.founder.seed(), "season");
    const auto season = SeasonFile::decode(bytes, pool.descriptor);
    if (!season) {
        return;
    }
    require(bytes.size() == pool.season_bytes.size());
    for (const auto& invite : pool.invites) {
        const auto seat = Seat::join(invite, pool.descriptor, *season);
        require(!seat || seat->encode().equals(pool.seats[invite.seat.value].encode()));
    }
}

void check_invite(std::span<const std::uint8_t> input) {
    static const Bytes good = copy_of(encode_invite(fuzzed_pool().invites[0]));
    const Bytes bytes = message_from(input, good);
    const auto invite = decode_invite(bytes);
    require(!invite || std::ranges::equal(encode_invite(*invite).span(), bytes));
    const auto read = from_base32({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    if (read && !read->empty()) {
        const SecretBytes again = base32(read->span());
        const auto second = from_base32({reinterpret_cast<const char*>(again.data()), again.size()});
        require(second && second->equals(*read));
    }
}

template <typename Keys>
void check_keys(std::span<const std::uint8_t> input, const Bytes& good) {
    const Bytes bytes = message_from(input, good);
    const auto keys = Keys::decode(bytes);
    require(!keys || std::ranges::equal(keys->encode().span(), bytes));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const TestPool& pool = fuzzed_pool();
    if (size == 0) {
        return 0;
    }
    static const Bytes seat = copy_of(pool.seats[0].encode());
    static const Bytes collector = copy_of(pool.collector.encode());
    static const Bytes founder = copy_of(pool.founder.encode());
    const std::span input{data + 1, size - 1};
    switch (data[0] % 8) {
        case 0:
            check_invite(input);
            break;
        case 1:
            check_keys<Seat>(input, seat);
            break;
        case 2:
            check_keys<CollectorKeys>(input, collector);
            break;
        case 3:
            check_keys<FounderKey>(input, founder);
            break;
        default:
            check_season(input);
            break;
    }
    return 0;
}
