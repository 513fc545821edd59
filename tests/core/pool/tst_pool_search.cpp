// SPDX-License-Identifier: Apache-2.0
// The search for k true shares among false ones: found wherever they are, never when there are too few; progress,
// cancelling, and a result that does not depend on the number of threads. SipHash against libsodium's.
#include <QtTest/QTest>

#include <sodium.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

#include "base/codec.h"
#include "pool/siphash.h"
#include "pool/subset_search.h"
#include "pool/types.h"
#include "support/random.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using pennydrop::testing::Random;

namespace {

Scalar some_scalar() {
    Scalar scalar{};
    random_scalar(scalar);
    return scalar;
}

/// Shares of one slot; those of `genuine` lie on the polynomial.
struct Problem {
    std::vector<Share> shares{};
    SearchTask task{};
    Scalar secret{};
};

Problem problem(std::size_t count, std::size_t threshold, const std::vector<std::size_t>& genuine) {
    const Polynomial polynomial = Polynomial::random(threshold);
    Problem made;
    polynomial.secret(made.secret);
    for (std::size_t i = 0; i < count; ++i) {
        const Scalar point = some_scalar();
        Scalar value = some_scalar();
        if (std::ranges::find(genuine, i) != genuine.end()) {
            polynomial.value_at(point, value);
        }
        made.shares.push_back({plain_from(point), plain_from(value)});
    }
    made.task.threshold = threshold;
    fill_random(made.task.fingerprint_key);
    (void)crypto_shorthash(made.task.fingerprint.data(), made.secret.data(), made.secret.size(),
                           made.task.fingerprint_key.data());
    made.task.is_secret = [secret = made.secret](const Scalar& candidate) { return candidate == secret; };
    return made;
}

std::optional<Found> solve(Problem& made, unsigned threads = 0) {
    made.task.shares = made.shares;
    auto results = search_subsets(std::span{&made.task, 1}, {}, threads);
    return results ? (*results)[0] : std::nullopt;
}

std::vector<std::size_t> some_indices(Random& random, std::size_t count, std::size_t of) {
    std::vector<std::size_t> all(of);
    std::iota(all.begin(), all.end(), 0);
    for (std::size_t i = 0; i < count; ++i) {
        std::swap(all[i], all[i + random.below(of - i)]);
    }
    all.resize(count);
    std::ranges::sort(all);
    return all;
}

}  // namespace

class TestPoolSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start_crypto().has_value()); }
    void siphash_is_libsodiums();
    void every_subset_is_looked_at();
    void random_problems();
    void the_first_subset_whatever_the_threads();
    void one_share_too_few();
    void a_fitting_fingerprint_is_not_enough();
    void progress_and_cancelling();
    void too_many_subsets();
    void counting_subsets();
};

void TestPoolSearch::siphash_is_libsodiums() {
    Random random{1};
    for (int i = 0; i < 10000; ++i) {
        const auto key = random.bytes(16);
        std::array<std::vector<std::uint8_t>, 4> messages;
        std::array<SipLanes<4>::Lane, 4> words{};
        for (std::size_t lane = 0; lane < 4; ++lane) {
            messages[lane] = random.bytes(32);
            Reader reader{messages[lane]};
            for (auto& word : words) {
                word[lane] = reader.integer<std::uint64_t>();
            }
        }
        Reader halves{key};
        const auto low = halves.integer<std::uint64_t>();
        const auto high = halves.integer<std::uint64_t>();
        const auto hashes = SipLanes<4>{low, high}.hash(words);
        for (std::size_t lane = 0; lane < 4; ++lane) {
            std::array<std::uint8_t, 8> wanted{};
            (void)crypto_shorthash(wanted.data(), messages[lane].data(), 32, key.data());
            QCOMPARE(hashes[lane], Reader{wanted}.integer<std::uint64_t>());
        }
    }
}

void TestPoolSearch::every_subset_is_looked_at() {
    // Each k-subset of a few shares in turn is the only true one.
    for (std::size_t threshold = 3; threshold <= 6; ++threshold) {
        constexpr std::size_t kCount = 8;
        for (unsigned bits = 0; bits < 1U << kCount; ++bits) {
            if (static_cast<std::size_t>(std::popcount(bits)) != threshold) {
                continue;
            }
            std::vector<std::size_t> genuine;
            for (std::size_t i = 0; i < kCount; ++i) {
                if ((bits >> i & 1U) != 0) {
                    genuine.push_back(i);
                }
            }
            Problem made = problem(kCount, threshold, genuine);
            const auto found = solve(made);
            QVERIFY(found.has_value());
            QCOMPARE(found->shares, genuine);
            QCOMPARE(found->secret, made.secret);
        }
    }
}

void TestPoolSearch::random_problems() {
    Random random{2};
    for (int i = 0; i < 300; ++i) {
        const std::size_t threshold = 3 + random.below(4);
        const std::size_t count = threshold + random.below(12);
        const std::size_t genuine = random.below(count + 1);
        Problem made = problem(count, threshold, some_indices(random, genuine, count));
        const auto found = solve(made);
        QCOMPARE(found.has_value(), genuine >= threshold);
        QVERIFY(!found || found->secret == made.secret);
    }
}

void TestPoolSearch::the_first_subset_whatever_the_threads() {
    Random random{3};
    for (int i = 0; i < 20; ++i) {
        const auto genuine = some_indices(random, 8, 30);
        Problem made = problem(30, 4, genuine);
        const std::vector<std::size_t> first(genuine.begin(), genuine.begin() + 4);
        for (const unsigned threads : {1U, 2U, 5U}) {
            const auto found = solve(made, threads);
            QVERIFY(found.has_value());
            QCOMPARE(found->shares, first);
        }
    }
}

void TestPoolSearch::one_share_too_few() {
    Random random{4};
    for (std::size_t threshold = 3; threshold <= 8; ++threshold) {
        Problem made = problem(14, threshold, some_indices(random, threshold - 1, 14));
        QVERIFY(!solve(made).has_value());
    }
    Problem fewer = problem(4, 5, {0, 1, 2, 3});
    QVERIFY(!solve(fewer).has_value());
}

void TestPoolSearch::a_fitting_fingerprint_is_not_enough() {
    Problem made = problem(6, 3, {0, 1, 2, 3, 4, 5});
    int asked = 0;
    made.task.is_secret = [&](const Scalar&) { return ++asked == 5; };
    made.task.shares = made.shares;
    const auto results = search_subsets(std::span{&made.task, 1}, {}, 1);
    QVERIFY(results && (*results)[0]);
    QCOMPARE(asked, 5);
}

void TestPoolSearch::progress_and_cancelling() {
    Problem made = problem(40, 5, {});
    made.task.shares = made.shares;
    std::uint64_t last = 0;
    const auto watch = [&](std::uint64_t done, std::uint64_t total) {
        const bool sensible = done >= last && done <= total && total == subsets(40, 5);
        last = done;
        return sensible;
    };
    QVERIFY(search_subsets(std::span{&made.task, 1}, watch).has_value());
    QCOMPARE(last, subsets(40, 5));
    // Whichever thread is the last.
    Problem small = problem(20, 4, {});
    small.task.shares = small.shares;
    const int times = qEnvironmentVariableIsSet("PENNYDROP_SHORT") ? 50 : 500;
    for (int i = 0; i < times; ++i) {
        last = 0;
        const auto note = [&](std::uint64_t done, std::uint64_t) {
            last = done;
            return true;
        };
        QVERIFY(search_subsets(std::span{&small.task, 1}, note, 4).has_value());
        QCOMPARE(last, subsets(20, 4));
    }
    int calls = 0;
    const auto stop = [&](std::uint64_t, std::uint64_t) { return ++calls < 2; };
    const auto stopped = search_subsets(std::span{&made.task, 1}, stop);
    QVERIFY(!stopped && stopped.error().code == ErrorCode::kCancelled);
    QCOMPARE(calls, 2);
}

void TestPoolSearch::too_many_subsets() {
    Problem made = problem(50, 8, {});
    made.task.shares = made.shares;
    const auto refused = search_subsets(std::span{&made.task, 1}, {});
    QVERIFY(!refused && refused.error().code == ErrorCode::kInvalid);
}

void TestPoolSearch::counting_subsets() {
    QCOMPARE(subsets(50, 5), std::uint64_t{2118760});
    QCOMPARE(subsets(50, 8), std::uint64_t{536878650});
    QCOMPARE(subsets(100, 5), std::uint64_t{75287520});
    QCOMPARE(subsets(5, 5), std::uint64_t{1});
    QCOMPARE(subsets(4, 5), std::uint64_t{0});
    QCOMPARE(subsets(100, 50), std::numeric_limits<std::uint64_t>::max());
}

QTEST_GUILESS_MAIN(TestPoolSearch)
#include "tst_pool_search.moc"
