// SPDX-License-Identifier: Apache-2.0
// Any bytes as the start of a vault. The first byte of the input says which copies get a fitting checksum, so that the
// fuzzer comes past it. A header that is accepted must be written again byte for byte, and a slot of forbidden cost
// refused without derivation.
#include <sodium.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "support/sealed_database.h"
#include "vault/key_slots.h"
#include "vault/vault_header.h"

using namespace pennydrop;

namespace {

constexpr std::size_t kHashed = 4064;

void check_slot(const SlotBytes& slot, const VaultId& id) {
    if (cost_allowed(slot_kind(slot), slot_cost(slot))) {
        return;  // would derive for a tenth of a second and longer
    }
    const auto opened = open_slot(slot, id, SecretBytes{1});
    if (opened || opened.error().code != ErrorCode::kDamaged) {
        std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || !start_crypto()) {
        return 0;
    }
    std::vector<std::uint8_t> file(data + 1, data + size);
    file.resize(std::min(file.size(), kHeaderBytes));
    for (std::size_t copy = 0; copy < 2; ++copy) {
        const std::size_t start = copy * kHeaderCopyBytes;
        if ((data[0] >> copy & 1U) != 0 && file.size() >= start + kHeaderCopyBytes) {
            crypto_generichash(file.data() + start + kHashed, 32, file.data() + start, kHashed, nullptr, 0);
        }
    }
    const auto chosen = choose_header(file);
    if (!chosen) {
        return 0;
    }
    const auto bytes = std::span{file}.subspan(chosen->copy * kHeaderCopyBytes, kHeaderCopyBytes);
    const HeaderCopy again = encode_header(chosen->header, testing::test_key());
    if (!std::ranges::equal(std::span{again}.first(4032), bytes.first(4032)) ||
        !std::ranges::equal(chosen->bytes, bytes)) {
        std::abort();
    }
    for (const SlotBytes& slot : chosen->header.key_slots) {
        check_slot(slot, chosen->header.id);
    }
    return 0;
}
