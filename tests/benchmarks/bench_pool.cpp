// SPDX-License-Identifier: Apache-2.0
// The pool's speed: ratios to what the same work costs at its barest, in one run, and how it grows. See
// docs/performance.md. Usage: bench_pool [--small]
#include <sodium.h>

#include <cstdio>
#include <cstring>
#include <string>
#include <thread>

#include "core/pool/test_pool.h"
#include "measure.h"
#include "pool/blob_file.h"
#include "pool/subset_search.h"

using namespace pennydrop;
using namespace pennydrop::pool;
using namespace pennydrop::pool::testing;
namespace bench = pennydrop::bench;

namespace {

bool small = false;

Scalar some_scalar() {
    Scalar scalar{};
    random_scalar(scalar);
    return scalar;
}

/// Keeps the compiler from leaving a computation out.
volatile std::uint64_t sink = 0;

/// As bench::compare(), judged by processor time: with several threads the wall shows what else the machine does.
template <typename Ours, typename Peer>
void compare(const char* what, int rounds, Ours ours, Peer peer) {
    const bench::Comparison both =
        bench::take_turns(rounds, [&] { return bench::cost_of(ours); }, [&] { return bench::cost_of(peer); });
    const auto middle = [](const std::vector<bench::Cost>& costs, double bench::Cost::* field) {
        return bench::median(bench::Comparison::column(costs, field));
    };
    const bench::Spread ratio = both.ratio(&bench::Cost::cpu_ms);
    std::printf("%-44s ours %9.3f ms (wall %9.3f)   peer %9.3f ms   ratio %5.2f  (%.2f to %.2f)\n", what,
                middle(both.ours, &bench::Cost::cpu_ms), middle(both.ours, &bench::Cost::wall_ms),
                middle(both.peer, &bench::Cost::cpu_ms), ratio.median, ratio.least, ratio.most);
    std::fflush(stdout);
}

void field_multiplication() {
    const int count = small ? 20'000 : 1'000'000;
    std::array<Scalar, 64> scalars{};
    std::array<FieldNumber, 64> numbers{};
    for (std::size_t i = 0; i < scalars.size(); ++i) {
        scalars[i] = some_scalar();
        numbers[i] = plain_from(scalars[i]);
    }
    compare(
        "multiplications modulo l (peer: libsodium)", small ? 3 : 11,
        [&] {
            std::uint64_t sum = 0;
            for (int i = 0; i < count; ++i) {
                const auto at = static_cast<std::size_t>(i) % 64;
                sum += multiply(numbers[at], numbers[(at + 7) % 64]).word[0];
            }
            sink = sum;
        },
        [&] {
            std::uint64_t sum = 0;
            Scalar out{};
            for (int i = 0; i < count; ++i) {
                const auto at = static_cast<std::size_t>(i) % 64;
                multiply_slowly(scalars[at], scalars[(at + 7) % 64], out);
                sum += out[0];
            }
            sink = sum;
        });
}

/// As many multiplications as the search must make at the least, on as many threads.
void bare_multiplications(std::uint64_t count) {
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    const auto work = [=] {
        std::array<FieldNumber, 8> numbers{};
        for (auto& number : numbers) {
            number = plain_from(some_scalar());
        }
        std::uint64_t sum = 0;
        for (std::uint64_t i = 0; i < count / threads; ++i) {
            sum += multiply(numbers[i % 8], numbers[(i + 3) % 8]).word[0];
        }
        sink = sum;
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) {
        others.emplace_back(work);
    }
    work();
}

struct Slots {
    std::vector<std::vector<Share>> shares{};
    std::vector<SearchTask> tasks{};
};

/// Twenty slots without a match (the worst case), or with `reporters` true shares in each.
Slots make_slots(std::size_t seats, std::size_t threshold, std::size_t reporters) {
    Slots made;
    made.shares.resize(kMaxThemes);
    for (auto& shares : made.shares) {
        const Polynomial polynomial = Polynomial::random(threshold);
        SearchTask task;
        task.threshold = threshold;
        Scalar secret{};
        polynomial.secret(secret);
        (void)crypto_shorthash(task.fingerprint.data(), secret.data(), secret.size(), task.fingerprint_key.data());
        task.is_secret = [secret](const Scalar& candidate) { return candidate == secret; };
        for (std::size_t i = 0; i < seats; ++i) {
            const Scalar point = some_scalar();
            Scalar value = some_scalar();
            if (i % 2 == 1 && i / 2 < reporters) {
                polynomial.value_at(point, value);
            }
            shares.push_back({plain_from(point), plain_from(value)});
        }
        task.shares = shares;
        made.tasks.push_back(std::move(task));
    }
    return made;
}

void searching(unsigned seats, unsigned threshold) {
    if (subsets(seats, threshold) > kMaxSubsets) {
        std::printf("n = %2u, k = %u: refused (%llu subsets)\n", seats, threshold,
                    static_cast<unsigned long long>(subsets(seats, threshold)));
        return;
    }
    if (small && subsets(seats, threshold) > 20'000) {
        return;
    }
    std::uint64_t multiplications = 0;
    for (unsigned size = 2; size <= threshold; ++size) {
        multiplications += subsets(seats, size);
    }
    const Slots worst = make_slots(seats, threshold, 0);
    const Slots typical = make_slots(seats, threshold, threshold);
    const std::string name = "search, n = " + std::to_string(seats) + ", k = " + std::to_string(threshold);
    const int rounds = small ? 1 : subsets(seats, threshold) > 1'000'000 ? 1 : 7;
    const auto run = [](const Slots& slots) {
        const auto found = search_subsets(slots.tasks, {});
        sink = found ? found->size() : 0;
    };
    const auto bare = [&] { bare_multiplications(multiplications * kMaxThemes); };
    compare((name + ", worst").c_str(), rounds, [&] { run(worst); }, bare);
    compare((name + ", k true ones").c_str(), rounds, [&] { run(typical); }, bare);
}

/// A whole period: unsealing, admitting, searching, opening notes.
void collecting(unsigned seats, unsigned threshold) {
    TestPool pool = make_pool(small_terms(seats, threshold, kMaxThemes));
    std::vector<Bytes> files;
    for (std::size_t seat = 0; seat < seats; ++seat) {
        Choices choices = pool.nothing();
        for (std::size_t theme = 0; theme < choices.size(); ++theme) {
            if ((seat + theme) % 4 == 0) {
                choices[theme] = note("What it is like, in a sentence of the usual length.", 2, "An ask");
            }
        }
        files.push_back(pool.report(seat, choices));
    }
    const auto cost = bench::cost_of([&] { sink = pool.collect(files).opened.size(); });
    std::printf("collecting a period, n = %2u, k = %u: %9.3f ms, processor %9.3f ms\n", seats, threshold, cost.wall_ms,
                cost.cpu_ms);
}

void a_members_report() {
    TestPool pool = make_pool(small_terms(12, 5, kMaxThemes));
    const auto cost = bench::cost_of([&] { sink = pool.report(0, pool.nothing()).size(); });
    std::printf("a member's report of 20 themes: %9.3f ms, processor %9.3f ms\n", cost.wall_ms, cost.cpu_ms);
}

void unsealing() {
    const BoxKeys keys = box_keys(SecretBytes::random(32).span());
    std::vector<Bytes> blobs;
    const std::size_t count = small ? 20 : 1000;
    for (std::size_t i = 0; i < count; ++i) {
        blobs.emplace_back(blob_bytes(Bucket::k512));
        must(seal_into(blobs.back(), Bytes(blob_bytes(Bucket::k512) - kSealBytes), keys.public_key));
    }
    Bytes body(blob_bytes(Bucket::k512) - kSealBytes);
    Scalar product{};
    compare(
        "unsealing a blob (peer: X25519)", small ? 1 : 7,
        [&] {
            for (const auto& blob : blobs) {
                sink = open_into(body, blob, keys) ? 1 : 0;
            }
        },
        [&] {
            for (const auto& blob : blobs) {
                sink =
                    static_cast<std::uint64_t>(crypto_scalarmult(product.data(), keys.secret_key.data(), blob.data()));
            }
        });
}

}  // namespace

int main(int argc, char** argv) {
    small = argc == 2 && std::strcmp(argv[1], "--small") == 0;
    if (!start_crypto()) {
        return 1;
    }
    field_multiplication();
    unsealing();
    a_members_report();
    for (const unsigned seats : {8U, 20U, 30U, 50U}) {
        for (const unsigned threshold : {3U, 5U, 8U}) {
            searching(seats, threshold);
        }
    }
    for (const unsigned seats : small ? std::vector{8U} : std::vector{8U, 20U, 30U, 50U}) {
        collecting(seats, 5);
    }
    return 0;
}
