// SPDX-License-Identifier: Apache-2.0
// Random seasons: exactly the slots with at least k reporters open, with the right reporters and notes, whatever else
// arrives, in whatever order. The ordinary run collects some thousand seasons, the long one (PENNYDROP_LONG=1) forty
// times as many.
#include <QtTest/QTest>

#include <algorithm>
#include <set>

#include "core/pool/random_season.h"
#include "pool/derive.h"
#include "pool/report.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using namespace pennydrop::pool::testing;

namespace {

std::uint64_t seasons(std::uint64_t usual) {
    if (qEnvironmentVariableIsSet("PENNYDROP_LONG")) {
        return usual * 40;
    }
    return qEnvironmentVariableIsSet("PENNYDROP_SHORT") ? usual / 20 : usual;
}

std::string seed_text(std::uint64_t seed) {
    return "season " + std::to_string(seed);
}

}  // namespace

#define CHECK_SEASON(condition, seed) QVERIFY2(condition, seed_text(seed).c_str())

class TestPoolProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exactly_what_was_reported_opens();
    void order_and_repetition_change_nothing();
    void rubbish_changes_nothing();
    void lost_blobs_take_only_their_slot();
    void every_bit_of_a_body_matters_or_harms_nobody();
    void a_seats_own_garbage_counts_for_nothing();
    void a_lower_threshold_shown_to_one_member();
    void all_files_of_a_pool_have_one_size();
    void no_part_of_a_blob_comes_twice();
};

void TestPoolProperties::exactly_what_was_reported_opens() {
    for (std::uint64_t seed = 0; seed < seasons(450); ++seed) {
        RandomSeason season{seed};
        const Collected collected = season.pool().collect(season.files());
        CHECK_SEASON(outcome_of(collected) == season.expected(), seed);
        const Bytes digest = must(make_digest(season.pool().descriptor, collected, season.pool().collector));
        const auto verified = must(verify_digest(digest, season.pool().descriptor, std::nullopt, collected.received));
        CHECK_SEASON(verified.digest.items.size() == season.expected().size() && verified.missing.empty(), seed);
    }
}

void TestPoolProperties::order_and_repetition_change_nothing() {
    for (std::uint64_t seed = 10000; seed < 10000 + seasons(200); ++seed) {
        RandomSeason season{seed};
        const Collected plain = season.pool().collect(season.files());
        const Collected shuffled = season.pool().collect(season.shuffled());
        CHECK_SEASON(outcome_of(shuffled) == season.expected(), seed);
        CHECK_SEASON(shuffled.received == plain.received, seed);
    }
}

void TestPoolProperties::rubbish_changes_nothing() {
    for (std::uint64_t seed = 20000; seed < 20000 + seasons(150); ++seed) {
        RandomSeason season{seed};
        const Collected plain = season.pool().collect(season.files());
        const std::size_t blobs = plain.counts.received;
        auto files = season.files();
        files.push_back(season.rubbish(seed % 10 == 0 ? 9 * blobs : 1 + season.random().below(20)));
        files.push_back(season.random().bytes(season.random().below(200)));
        std::ranges::reverse(files);
        const Collected with_rubbish = season.pool().collect(files);
        CHECK_SEASON(outcome_of(with_rubbish) == season.expected(), seed);
        CHECK_SEASON(with_rubbish.received == plain.received, seed);
        CHECK_SEASON(with_rubbish.counts.files_refused == 1, seed);
    }
}

void TestPoolProperties::lost_blobs_take_only_their_slot() {
    // One blob of one member is lost: only its slot may change, and only by that reporter.
    for (std::uint64_t seed = 30000; seed < 30000 + seasons(120); ++seed) {
        TestPool pool = make_pool(small_terms(6, 3, 3));
        Random random{seed};
        std::vector<BlobFile> files;
        for (std::size_t seat = 0; seat < 4; ++seat) {
            files.push_back(must(decode_blob_file(pool.report(seat, Choices(3, note("x"))))));
        }
        auto& blobs = files[random.below(4)].blobs;
        const Bytes lost = blobs[random.below(3)];
        std::erase(blobs, lost);
        Bytes body(body_bytes(Bucket::k512));
        CHECK_SEASON(open_into(body, lost, must(pool.collector.box_keys_of(kFirstPeriod))), seed);
        std::vector<Bytes> bundles;
        for (auto& file : files) {
            file.kind = BlobFileKind::kBundle;
            bundles.push_back(must(encode_blob_file(file)));
        }
        std::vector<std::pair<int, int>> wanted{{0, 4}, {1, 4}, {2, 4}};
        wanted[body[5]].second = 3;
        const Collected collected = pool.collect(bundles);
        CHECK_SEASON(numbers_of(collected) == wanted, seed);
        const Bytes digest = must(make_digest(pool.descriptor, collected, pool.collector));
        const std::vector<BlobHash> receipts{blob_hash(lost)};
        CHECK_SEASON(must(verify_digest(digest, pool.descriptor, std::nullopt, receipts)).missing == receipts, seed);
    }
}

void TestPoolProperties::every_bit_of_a_body_matters_or_harms_nobody() {
    // An insider alters a bit of its own report before sealing it. Its other slots and other people stay as they are.
    TestPool pool = make_pool(small_terms(5, 3, 2));
    std::vector<Bytes> others;
    for (std::size_t seat = 0; seat < 3; ++seat) {
        others.push_back(pool.report(seat, Choices(2, note("x"))));
    }
    const BlobFile own = must(decode_blob_file(pool.report(3, Choices(2, note("y")))));
    const BoxKeys keys = must(pool.collector.box_keys_of(kFirstPeriod));
    const std::size_t step = qEnvironmentVariableIsSet("PENNYDROP_SHORT") ? 31 : 1;
    for (std::size_t bit = 0; bit < body_bytes(Bucket::k512) * 8; bit += step) {
        Bytes body(body_bytes(Bucket::k512));
        QVERIFY(open_into(body, own.blobs[0], keys));
        const int altered = body[5];
        body[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        BlobFile bundle{BlobFileKind::kBundle, Bucket::k512, pool.descriptor.id(), kFirstPeriod, {own.blobs[1]}};
        bundle.blobs.emplace_back(blob_bytes(Bucket::k512));
        QVERIFY(seal_into(bundle.blobs[1], body, keys.public_key).has_value());
        auto files = others;
        files.push_back(must(encode_blob_file(bundle)));
        const auto numbers = numbers_of(pool.collect(files));
        const int other = 1 - altered;
        for (const auto& [theme, reporters] : numbers) {
            QVERIFY2(theme == other ? reporters == 4 : reporters >= 3 && reporters <= 4, std::to_string(bit).c_str());
        }
        QCOMPARE(numbers.size(), std::size_t{2});
    }
}

void TestPoolProperties::a_seats_own_garbage_counts_for_nothing() {
    // Dealt points with random values, from as many seats as can spare: dummies are just that.
    for (std::uint64_t seed = 40000; seed < 40000 + seasons(120); ++seed) {
        TestPool pool = make_pool(small_terms(9, 4, 1));
        Random random{seed};
        const std::size_t reporters = random.below(10);
        std::vector<Bytes> files;
        for (std::size_t seat = 0; seat < 9; ++seat) {
            files.push_back(pool.report(seat, seat < reporters ? Choices{note("x")} : pool.nothing()));
        }
        const std::vector<std::pair<int, int>> wanted{{0, static_cast<int>(reporters)}};
        CHECK_SEASON(numbers_of(pool.collect(files)) == (reporters >= 4 ? wanted : std::vector<std::pair<int, int>>{}),
                     seed);
    }
}

void TestPoolProperties::a_lower_threshold_shown_to_one_member() {
    // The coach and a helper make a second descriptor with a lower k and give it to one member, with a genuine slip of
    // either season: no seat comes of it, and what a seat of the second season sends is nothing in the first.
    for (std::uint64_t seed = 0; seed < seasons(20); ++seed) {
        TestPool pool = make_pool(small_terms(5, 4, 1));
        TestPool lower = make_pool(small_terms(5, 3, 1));
        QVERIFY(!Seat::join(pool.invites[0], lower.descriptor, lower.season));
        QVERIFY(!Seat::join(lower.invites[0], pool.descriptor, pool.season));
        std::vector<Bytes> files{lower.report(0, {note("x")})};
        for (std::size_t seat = 0; seat < 3; ++seat) {
            files.push_back(pool.report(seat, {note("x")}));
        }
        const Collected collected = pool.collect(files);
        QCOMPARE(collected.opened.size(), std::size_t{0});
        QCOMPARE(collected.counts.files_refused, std::size_t{1});
    }
}

void TestPoolProperties::all_files_of_a_pool_have_one_size() {
    for (std::uint64_t seed = 50000; seed < 50000 + seasons(60); ++seed) {
        RandomSeason season{seed};
        std::set<std::size_t> sizes;
        for (const auto& file : season.files()) {
            sizes.insert(file.size());
        }
        CHECK_SEASON(sizes.size() <= 1, seed);
    }
}

void TestPoolProperties::no_part_of_a_blob_comes_twice() {
    // The same note by the same seat, built and sealed again and again: no eight bytes in common, at no place.
    TestPool pool = make_pool(small_terms(5, 3, 3));
    std::set<std::array<std::uint8_t, 8>> seen;
    for (int i = 0; i < 40; ++i) {
        for (const auto& blob : must(decode_blob_file(pool.report(0, Choices(3, note("always the same"))))).blobs) {
            for (std::size_t at = 0; at + 8 <= blob.size(); ++at) {
                std::array<std::uint8_t, 8> part{};
                std::copy_n(blob.begin() + static_cast<std::ptrdiff_t>(at), 8, part.begin());
                QVERIFY(seen.insert(part).second);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestPoolProperties)
#include "tst_pool_properties.moc"
