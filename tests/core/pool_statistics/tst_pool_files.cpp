// SPDX-License-Identifier: Apache-2.0
// What lies in files before the threshold says nothing about what was said: over many seasons, the files of members who
// report are held against those of members who have nothing to say, byte by byte over all values, and so is what
// collecting leaves. tst_pool_secrecy does the same for what the collector opens.
#include <QtTest/QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <span>
#include <vector>

#include "core/pool/test_pool.h"
#include "pool/blob_file.h"
#include "pool/release.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using namespace pennydrop::pool::testing;

namespace {

constexpr std::size_t kValues = 256;
constexpr std::size_t kGroups = 16;

/// How often each value was seen at each place of a blob.
using Counts = std::vector<std::array<std::uint32_t, kValues>>;

/// Pearson's chi-squared for two samples of equal size, made a normal variable by Wilson and Hilferty's approximation.
double deviation(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) {
    double sum = 0;
    double degrees = -1;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const double both = left[i] + right[i];
        if (both > 0) {
            const double difference = static_cast<double>(left[i]) - static_cast<double>(right[i]);
            sum += difference * difference / both;
            degrees += 1;
        }
    }
    if (degrees < 1) {
        return 0;
    }
    const double part = 2 / (9 * degrees);
    return (std::cbrt(sum / degrees) - (1 - part)) / std::sqrt(part);
}

/// Values taken together by their high or their low half, which shows the bias of a single bit with far fewer samples.
std::array<std::uint32_t, kGroups> grouped(const std::array<std::uint32_t, kValues>& counts, bool high) {
    std::array<std::uint32_t, kGroups> groups{};
    for (std::size_t value = 0; value < kValues; ++value) {
        groups[high ? value / kGroups : value % kGroups] += counts[value];
    }
    return groups;
}

double largest_deviation(const Counts& left, const Counts& right) {
    double most = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        most = std::max(most, deviation(left[i], right[i]));
        for (const bool high : {false, true}) {
            most = std::max(most, deviation(grouped(left[i], high), grouped(right[i], high)));
        }
    }
    return most;
}

std::size_t seasons() {
    if (qEnvironmentVariableIsSet("PENNYDROP_LONG")) {
        return 1000;
    }
    return qEnvironmentVariableIsSet("PENNYDROP_SHORT") ? 3 : 20;
}

// 512 places, each looked at in three ways: of so many normal deviates one is above 6 about once in a million runs. The
// approximation's tail is a little heavier, and 7 leaves room for it.
constexpr double kMost = 7;
constexpr unsigned kSeats = 20;
constexpr std::size_t kThemes = 20;
constexpr unsigned kThreshold = 3;

void count(Counts& counts, const Bytes& file, const std::function<void(Bytes&)>& spoil) {
    auto decoded = must(decode_blob_file(file));
    for (auto& blob : decoded.blobs) {
        spoil(blob);
        for (std::size_t i = 0; i < blob.size(); ++i) {
            ++counts[i][blob[i]];
        }
    }
}

/// Half of the seats report every theme, half report none. `spoil` has its way with what the first half sends.
double compare_files(const std::function<void(Bytes&)>& spoil) {
    const std::size_t size = blob_bytes(Bucket::k512);
    Counts speaking(size);
    Counts silent(size);
    for (std::size_t season = 0; season < seasons(); ++season) {
        TestPool pool = make_pool(small_terms(kSeats, kThreshold, kThemes));
        const Choices all(kThemes, note("The same words every time", 2, "Please"));
        for (std::size_t seat = 0; seat < kSeats; ++seat) {
            const bool speaks = seat % 2 == 0;
            count(
                speaks ? speaking : silent, pool.report(seat, speaks ? all : pool.nothing()),
                speaks ? spoil : [](Bytes&) {});
        }
    }
    return largest_deviation(speaking, silent);
}

}  // namespace

class TestPoolFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void files_of_those_who_report_look_like_those_of_the_silent();
    void a_biased_byte_is_caught();
    void collecting_below_the_threshold_leaves_the_same();
};

void TestPoolFiles::files_of_those_who_report_look_like_those_of_the_silent() {
    const double most = compare_files([](Bytes&) {});
    QVERIFY2(most < kMost, std::to_string(most).c_str());
}

void TestPoolFiles::a_biased_byte_is_caught() {
    if (qEnvironmentVariableIsSet("PENNYDROP_SHORT")) {
        QSKIP("too few samples under a sanitizer");
    }
    // One blob in four has a bit of one byte cleared.
    Random random{7};
    const double most = compare_files([&](Bytes& blob) {
        if (random.one_in(4)) {
            blob[300] &= 0x7FU;
        }
    });
    QVERIFY2(most > kMost, std::to_string(most).c_str());
}

void TestPoolFiles::collecting_below_the_threshold_leaves_the_same() {
    // One season with k - 1 reporters of every theme, one with none: what is left has one form, and nothing but random
    // hashes and signatures differs.
    std::vector<Collected> collected;
    std::vector<Bytes> digests;
    std::vector<SecretBytes> keys;
    TestPool pool = make_pool(small_terms(kSeats, kThreshold, kThemes));
    for (const unsigned reporters : {kThreshold - 1, 0U}) {
        std::vector<Bytes> files;
        for (std::size_t seat = 0; seat < kSeats; ++seat) {
            const Choices all(kThemes, note("The same words every time", 2, "Please"));
            files.push_back(pool.report(seat, seat < reporters ? all : pool.nothing()));
            QCOMPARE(files.back().size(), files.front().size());
        }
        collected.push_back(pool.collect(files));
        digests.push_back(must(make_digest(pool.descriptor, collected.back(), pool.collector)));
    }
    QCOMPARE(collected[0].opened.size(), std::size_t{0});
    QCOMPARE(collected[1].opened.size(), std::size_t{0});
    QCOMPARE(collected[0].counts.received, collected[1].counts.received);
    QCOMPARE(collected[0].received.size(), collected[1].received.size());
    QCOMPARE(collected[0].counts.not_admitted + collected[0].counts.malformed + collected[0].counts.foreign,
             std::size_t{0});
    // All but the list of hashes and the signature over it.
    constexpr std::size_t kListBegins = 80;
    QCOMPARE(digests[0].size(), digests[1].size());
    QVERIFY(std::ranges::equal(ByteView{digests[0]}.first(kListBegins), ByteView{digests[1]}.first(kListBegins)));
}

QTEST_GUILESS_MAIN(TestPoolFiles)
#include "tst_pool_files.moc"
