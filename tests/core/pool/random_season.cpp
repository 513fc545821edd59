// SPDX-License-Identifier: Apache-2.0
#include "core/pool/random_season.h"

#include <algorithm>

#include "pool/report.h"

namespace pennydrop::pool::testing {
namespace {

PoolTerms random_terms(Random& random) {
    const auto threshold = static_cast<unsigned>(3 + random.below(3));
    const auto seats = static_cast<unsigned>(threshold + random.below(5));
    PoolTerms terms = small_terms(seats, threshold, 1 + random.below(3), 2);
    terms.bucket = random.one_in(4) ? Bucket::k1024 : Bucket::k512;
    return terms;
}

Scalar good_scalar(Random& random) {
    Scalar scalar{};
    const auto wide = random.bytes(64);
    reduce_wide(std::span<const std::uint8_t, 64>{wide.data(), 64}, scalar);
    return scalar;
}

}  // namespace

RandomSeason::RandomSeason(std::uint64_t seed) : random_(seed), pool_(make_pool(random_terms(random_))) {
    for (std::size_t seat = 0; seat < pool_.seats.size(); ++seat) {
        play_member(seat);
    }
    std::erase_if(expected_, [&](const auto& slot) { return slot.second.size() < pool_.descriptor.terms().threshold; });
    for (auto& [theme, texts] : expected_) {
        std::ranges::sort(texts);
    }
}

void RandomSeason::play_member(std::size_t seat) {
    const std::size_t themes = pool_.descriptor.terms().themes.size();
    Member member;
    member.themes.resize(themes);
    const std::size_t sends = random_.below(4);  // 0: not at all
    for (std::size_t send = 0; send < sends; ++send) {
        Choices choices(themes);
        for (std::size_t theme = 0; theme < themes; ++theme) {
            member.themes[theme].reset();
            if (!random_.one_in(3)) {
                member.themes[theme] = random_.word(1 + random_.below(40));
                choices[theme] = note(*member.themes[theme], static_cast<std::uint8_t>(random_.below(6)));
            }
        }
        Bytes file = pool_.report(seat, choices);
        const bool lost = send + 1 < sends && random_.one_in(3);  // an older file that never arrives
        if (!lost) {
            files_.push_back(std::move(file));
        }
    }
    if (sends != 0 && random_.one_in(8)) {
        files_.insert(files_.begin() + static_cast<std::ptrdiff_t>(random_.below(files_.size() + 1)),
                      pool_.withdraw(seat));
        member.withdrawn = true;
    }
    for (std::size_t theme = 0; theme < themes && sends != 0 && !member.withdrawn; ++theme) {
        if (member.themes[theme]) {
            expected_[static_cast<int>(theme)].push_back(*member.themes[theme]);
        }
    }
}

Bytes RandomSeason::invented_blob() {
    const PoolTerms& terms = pool_.descriptor.terms();
    const auto themes = static_cast<std::uint8_t>(terms.themes.size());
    // Sometimes everything is right but the point, sometimes the period or the pool is another.
    BodyContext context{pool_.descriptor.id(), kFirstPeriod, terms.bucket, themes};
    context.period.number += random_.one_in(4) ? 1U : 0U;
    if (random_.one_in(4)) {
        ++context.desc_id[0];
    }
    Scalar point = good_scalar(random_);
    Scalar value = good_scalar(random_);
    switch (random_.below(6)) {
        case 0:
            point = {};
            break;
        case 1:
            value = {};
            break;
        case 2:
            value.fill(0xFF);
            break;
        case 3:
            point.fill(0xFF);
            break;
        default:
            break;
    }
    const auto lock = random_.bytes(32);
    const auto sealed = random_.bytes(note_bytes(terms.bucket) + kSealBytes);
    Bytes body(body_bytes(terms.bucket));
    encode_report(body,
                  {{static_cast<std::uint8_t>(random_.below(themes))},
                   static_cast<std::uint8_t>(random_.next()),
                   std::span<const std::uint8_t, 32>{lock.data(), 32},
                   point,
                   value,
                   sealed},
                  context);
    Bytes blob(blob_bytes(terms.bucket));
    must(seal_into(blob, body, pool_.descriptor.box_key(kFirstPeriod)));
    return blob;
}

Bytes RandomSeason::rubbish_blob() {
    const std::size_t size = blob_bytes(pool_.descriptor.terms().bucket);
    switch (random_.below(3)) {
        case 0:
            return random_.bytes(size);
        case 1: {
            if (files_.empty()) {
                return random_.bytes(size);
            }
            const auto file = must(decode_blob_file(random_.pick(files_)));
            Bytes blob = random_.pick(file.blobs);
            blob[random_.below(blob.size())] ^= static_cast<std::uint8_t>(1U << random_.below(8));
            return blob;
        }
        default:
            return invented_blob();
    }
}

Bytes RandomSeason::rubbish(std::size_t count) {
    BlobFile file{BlobFileKind::kBundle, pool_.descriptor.terms().bucket, pool_.descriptor.id(), kFirstPeriod, {}};
    for (std::size_t i = 0; i < count; ++i) {
        file.blobs.push_back(rubbish_blob());
    }
    return must(encode_blob_file(std::move(file)));
}

std::vector<Bytes> RandomSeason::shuffled() {
    std::vector<Bytes> blobs;
    for (const auto& bytes : files_) {
        for (auto& blob : must(decode_blob_file(bytes)).blobs) {
            blobs.push_back(std::move(blob));
        }
    }
    for (std::size_t i = blobs.size(); i > 1; --i) {
        std::swap(blobs[i - 1], blobs[random_.below(i)]);
    }
    std::vector<Bytes> bundles;
    BlobFile file{BlobFileKind::kBundle, pool_.descriptor.terms().bucket, pool_.descriptor.id(), kFirstPeriod, {}};
    for (const auto& blob : blobs) {
        file.blobs.push_back(blob);
        if (random_.one_in(5)) {
            bundles.push_back(must(encode_blob_file(file)));
            if (!random_.one_in(3)) {
                file.blobs.clear();  // otherwise they come again in the next bundle
            }
        }
    }
    bundles.push_back(must(encode_blob_file(std::move(file))));
    return bundles;
}

Expected outcome_of(const Collected& collected) {
    Expected found;
    for (const auto& opened : collected.opened) {
        auto& texts = found[opened.theme.value];
        for (const auto& read : opened.notes) {
            texts.push_back(read.text);
        }
        std::ranges::sort(texts);
        texts.resize(std::max<std::size_t>(texts.size(), opened.reporters), "(no note)");
    }
    return found;
}

}  // namespace pennydrop::pool::testing
