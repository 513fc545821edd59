// SPDX-License-Identifier: Apache-2.0
// Makes tests/vectors/pool: a season, the rules, and messages that must be refused, all from fixed random numbers, so
// that every run gives the same bytes. Run it with the folder to write to when the protocol changes:
//   make_pool_vectors tests/vectors/pool
#include <cstdio>

#include "core/pool/bad_vectors.h"
#include "core/pool/fixed_random.h"
#include "core/pool/season_vectors.h"
#include "core/pool/test_pool.h"
#include "core/pool/vector_json.h"

using namespace pennydrop::pool::testing;

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: make_pool_vectors FOLDER\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    use_fixed_random(20261122);
    const bool written = write_vectors(folder + QStringLiteral("/season.json"), season_vectors()) &&
                         write_vectors(folder + QStringLiteral("/rules.json"), rule_vectors()) &&
                         write_vectors(folder + QStringLiteral("/combined.json"), combined_vectors()) &&
                         write_vectors(folder + QStringLiteral("/bad.json"), bad_vectors());
    return written ? 0 : 1;
}
