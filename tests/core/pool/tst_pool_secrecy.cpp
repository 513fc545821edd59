// SPDX-License-Identifier: Apache-2.0
// What a collector can open before the threshold says nothing about what is true: a statistical test over many reports
// of what true ones and dummies have in every byte, and what changes when a report is taken back. A bit that is
// set six times in ten instead of five would be caught in the ordinary run, one set 51 times in a hundred in the long
// one.
#include <QtTest/QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/pool/test_pool.h"
#include "pool/blob_file.h"
#include "pool/report.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using namespace pennydrop::pool::testing;

namespace {

constexpr std::size_t kGroups = 16;  // of byte values

/// How often each group of values was seen, for each byte of a body.
using Counts = std::vector<std::array<double, kGroups>>;

std::vector<Bytes> bodies_of(const TestPool& pool, const Bytes& file) {
    const BoxKeys keys = must(pool.collector.box_keys_of(kFirstPeriod));
    std::vector<Bytes> bodies;
    for (const auto& blob : must(decode_blob_file(file)).blobs) {
        Bytes body(blob.size() - kSealBytes);
        if (!open_into(body, blob, keys)) {
            std::abort();
        }
        bodies.push_back(std::move(body));
    }
    std::ranges::sort(bodies, {}, [](const Bytes& body) { return body[5]; });
    return bodies;
}

void count(Counts& counts, const Bytes& body, bool high) {
    for (std::size_t i = 0; i < body.size(); ++i) {
        counts[i][high ? body[i] >> 4U : body[i] & 0xFU] += 1;
    }
}

/// Pearson's chi-squared for two samples, made a normal variable by Wilson and Hilferty's approximation.
double deviation(const std::array<double, kGroups>& left, const std::array<double, kGroups>& right) {
    double sum = 0;
    double degrees = -1;
    for (std::size_t i = 0; i < kGroups; ++i) {
        if (left[i] + right[i] > 0) {
            sum += (left[i] - right[i]) * (left[i] - right[i]) / (left[i] + right[i]);
            degrees += 1;
        }
    }
    if (degrees < 1) {
        return 0;
    }
    const double part = 2 / (9 * degrees);
    return (std::cbrt(sum / degrees) - (1 - part)) / std::sqrt(part);
}

std::size_t samples() {
    if (qEnvironmentVariableIsSet("PENNYDROP_LONG")) {
        return 400'000;
    }
    return qEnvironmentVariableIsSet("PENNYDROP_SHORT") ? 2'000 : 6'000;
}

}  // namespace

class TestPoolSecrecy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void true_reports_and_dummies_look_alike();
    void the_test_would_notice();
    void a_second_file_repeats_what_did_not_change();
    void going_back_shows_no_earlier_value();
    void points_are_the_same_for_true_and_dummy();
    void revisions_do_not_link();

private:
    /// The largest deviation over all bytes of a body, after `spoil` had its way with every true one.
    template <typename Spoil>
    double largest(Spoil spoil);
};

template <typename Spoil>
double TestPoolSecrecy::largest(Spoil spoil) {
    // Theme 0 is reported, theme 1 is not, in a new season for every few reports.
    const std::size_t size = body_bytes(Bucket::k512);
    std::array<Counts, 2> truths{Counts(size), Counts(size)};
    std::array<Counts, 2> dummies{Counts(size), Counts(size)};
    for (std::size_t done = 0; done < samples();) {
        PoolTerms terms = small_terms(40, 3, 16);
        terms.threshold = 3;
        TestPool pool = make_pool(terms);
        for (std::size_t seat = 0; seat < 40 && done < samples(); ++seat) {
            Choices choices = pool.nothing();
            for (std::size_t theme = 0; theme < 16; theme += 2) {
                choices[theme] = note("The same words every time", 2, "Please");
            }
            for (auto& body : bodies_of(pool, pool.report(seat, choices))) {
                const bool is_true = body[5] % 2 == 0;
                if (is_true) {
                    spoil(body);
                }
                body[5] = 0;  // the theme itself is no secret here
                for (const std::size_t high : {std::size_t{0}, std::size_t{1}}) {
                    count(is_true ? truths[high] : dummies[high], body, high == 1);
                }
            }
            done += 16;
        }
    }
    double most = 0;
    for (std::size_t high = 0; high < 2; ++high) {
        for (std::size_t i = 0; i < size; ++i) {
            most = std::max(most, deviation(truths[high][i], dummies[high][i]));
        }
    }
    return most;
}

// Of 928 normal deviates the largest is above 6 about once in a million runs.
constexpr double kMost = 6;

void TestPoolSecrecy::true_reports_and_dummies_look_alike() {
    const double most = largest([](Bytes&) {});
    QVERIFY2(most < kMost, std::to_string(most).c_str());
}

void TestPoolSecrecy::the_test_would_notice() {
    // One time in two a bit of one byte is cleared.
    Random random{5};
    const double most = largest([&](Bytes& body) {
        if (random.one_in(2)) {
            body[100] &= 0xFEU;
        }
    });
    QVERIFY2(most > kMost, std::to_string(most).c_str());
}

void TestPoolSecrecy::a_second_file_repeats_what_did_not_change() {
    TestPool pool = make_pool(small_terms(5, 3, 4));
    Choices choices = pool.nothing();
    choices[0] = note("a");
    choices[1] = note("b");
    const auto first = bodies_of(pool, pool.report(0, choices));
    choices[1].reset();
    choices[2] = note("c");
    const auto second = bodies_of(pool, pool.report(0, choices));
    for (std::size_t theme = 0; theme < 4; ++theme) {
        const auto part = [&](const std::vector<Bytes>& bodies, std::size_t at) {
            return Bytes(bodies[theme].begin() + static_cast<std::ptrdiff_t>(at),
                         bodies[theme].begin() + static_cast<std::ptrdiff_t>(at) + 32);
        };
        QCOMPARE(part(first, 28), part(second, 28));
        QCOMPARE(part(first, 60), part(second, 60));
        QCOMPARE(part(first, 92) == part(second, 92), theme == 0 || theme == 3);
        QCOMPARE(static_cast<int>(second[theme][7]), first[theme][7] + 1);
    }
}

void TestPoolSecrecy::going_back_shows_no_earlier_value() {
    TestPool pool = make_pool(small_terms(5, 3, 1));
    std::set<Bytes> truths;
    std::set<Bytes> dummies;
    for (int i = 0; i < 20; ++i) {
        const bool reported = i % 2 == 1;
        const auto body = bodies_of(pool, pool.report(0, reported ? Choices{note("x")} : pool.nothing()))[0];
        (reported ? truths : dummies).insert(Bytes(body.begin() + 92, body.begin() + 124));
    }
    QCOMPARE(truths.size(), std::size_t{1});
    QCOMPARE(dummies.size(), std::size_t{10});
}

void TestPoolSecrecy::points_are_the_same_for_true_and_dummy() {
    TestPool pool = make_pool(small_terms(5, 3, 1));
    const auto point = [](const Bytes& body) { return Bytes(body.begin() + 60, body.begin() + 92); };
    const auto dummy = bodies_of(pool, pool.report(0, pool.nothing()))[0];
    const auto reported = bodies_of(pool, pool.report(0, {note("x")}))[0];
    QCOMPARE(point(dummy), point(reported));
    QVERIFY(point(dummy) != point(bodies_of(pool, pool.report(1, pool.nothing()))[0]));
}

void TestPoolSecrecy::revisions_do_not_link() {
    // The revisions within one file are spread out, and a second file's are not above the first ones' of others.
    TestPool pool = make_pool(small_terms(30, 3, 18));
    std::set<std::uint8_t> first;
    std::set<std::uint8_t> second;
    for (std::size_t seat = 0; seat < 30; ++seat) {
        for (const auto& body : bodies_of(pool, pool.report(seat, pool.nothing()))) {
            first.insert(body[7]);
        }
        for (const auto& body : bodies_of(pool, pool.report(seat, pool.nothing()))) {
            second.insert(body[7]);
        }
    }
    QVERIFY(first.size() > 150 && *first.begin() < 20 && *first.rbegin() > 170);
    QVERIFY(second.size() > 150 && *second.begin() < 20 && *second.rbegin() > 170);
    QVERIFY(*first.rbegin() < 192);
}

QTEST_GUILESS_MAIN(TestPoolSecrecy)
#include "tst_pool_secrecy.moc"
