// SPDX-License-Identifier: Apache-2.0
#include "pool/release.h"

#include <algorithm>

#include "base/utf8.h"
#include "pool/signing.h"

namespace pennydrop::pool {
namespace {

/// Where bands above the first begin.
constexpr std::array<unsigned, 6> kBandStarts{10, 20, 50, 100, 200, 500};

DigestItem item_of(const OpenedSlot& opened, const PoolTerms& terms) {
    DigestItem item{opened.theme, band_of(opened.reporters, terms.threshold, terms.seats), opened.secret, {}};
    const auto shown = shown_levels(opened.levels, opened.reporters, terms.threshold);
    for (std::uint8_t level = 1; level <= kMaxLevel; ++level) {
        if (shown[level]) {
            item.levels.push_back({level, band_of(opened.levels[level], terms.threshold, terms.seats)});
        }
    }
    return item;
}

}  // namespace

std::uint8_t band_of(unsigned reporters, unsigned threshold, unsigned seats) noexcept {
    if (seats < 3 * threshold) {
        return 0;
    }
    const auto passed = std::ranges::count_if(kBandStarts, [&](unsigned start) { return start <= reporters; });
    return static_cast<std::uint8_t>(1 + passed);
}

Result<BandRange> band_range(unsigned band, unsigned threshold, unsigned seats) {
    if (band == 0 && seats < 3 * threshold) {
        return BandRange{threshold, 0};
    }
    if (band == 0 || band > kBandStarts.size() + 1 || seats < 3 * threshold) {
        return fail(ErrorCode::kInvalid, "band");
    }
    const unsigned from = std::max(threshold, band == 1 ? 1 : kBandStarts[band - 2]);
    const unsigned to = band > kBandStarts.size() ? 0 : kBandStarts[band - 1] - 1;
    if (from > seats || (to != 0 && to < from)) {
        return fail(ErrorCode::kInvalid, "band");
    }
    return BandRange{from, to};
}

std::array<bool, kMaxLevel + 1> shown_levels(const std::array<std::uint16_t, kMaxLevel + 1>& levels, unsigned reporters,
                                             unsigned threshold) noexcept {
    std::array<bool, kMaxLevel + 1> shown{};
    unsigned rest = reporters;
    for (std::size_t level = 1; level <= kMaxLevel; ++level) {
        shown[level] = levels[level] >= threshold;
        rest -= shown[level] ? levels[level] : 0U;
    }
    while (rest != 0 && rest < threshold) {
        std::size_t smallest = 0;
        for (std::size_t level = 1; level <= kMaxLevel; ++level) {
            if (shown[level] && (smallest == 0 || levels[level] <= levels[smallest])) {
                smallest = level;
            }
        }
        if (smallest == 0) {
            break;
        }
        shown[smallest] = false;
        rest += levels[smallest];
    }
    return shown;
}

Result<Bytes> make_digest(const Descriptor& descriptor, const Collected& collected, const CollectorKeys& collector,
                          std::span<const DigestText> texts) {
    if (descriptor.collector_key() != signing_public_key(collector.signing_seed()) ||
        collector.first_period() != descriptor.terms().first_period) {
        return fail(ErrorCode::kInvalid, "of another season");
    }
    if (const auto keys = collector.box_keys_of(collected.period); !keys) {
        return fail(keys.error().code, keys.error().detail);
    }
    Digest digest;
    digest.desc_id = descriptor.id();
    digest.period = collected.period;
    digest.previous = collector.last_digest().value_or(descriptor.id());
    for (const auto& opened : collected.opened) {
        digest.items.push_back(item_of(opened, descriptor.terms()));
    }
    digest.texts.assign(texts.begin(), texts.end());
    digest.received = collected.received;
    auto bytes = encode_digest(std::move(digest), collector.signing_seed());
    if (!bytes) {
        return pass_on(bytes);
    }
    // What members would refuse must not leave: read it as they do.
    if (const auto read = decode_digest(*bytes, descriptor); !read) {
        return fail(ErrorCode::kInvalid, read.error().detail);
    }
    return bytes;
}

}  // namespace pennydrop::pool
