// SPDX-License-Identifier: Apache-2.0
#include <sodium.h>

#include "core/pool/season_vectors.h"
#include "core/pool/test_pool.h"
#include "core/pool/vector_json.h"
#include "pool/codes.h"
#include "pool/combine.h"
#include "pool/derive.h"
#include "pool/digest.h"

namespace pennydrop::pool::testing {
namespace {

QJsonArray hash_cases() {
    QJsonArray all;
    Random random{1};
    for (const int size : {16, 32, 64}) {
        const auto bytes = random.bytes(40);
        Bytes out(static_cast<std::size_t>(size));
        hash_into(out, "descriptor", bytes);
        all.append(QJsonObject{
            {"function", "H"}, {"size", size}, {"label", "descriptor"}, {"bytes", hex(bytes)}, {"out", hex(out)}});
        const auto key = random.bytes(32);
        const auto field = random.bytes(32);
        const Bytes period{1, 2, 3, 4};
        const Bytes theme{7};
        derive_into(out, KeyView{key.data(), kKeyBytes}, "chk", {field, period, theme});
        all.append(QJsonObject{{"function", "D"},
                               {"size", size},
                               {"label", "chk"},
                               {"key", hex(key)},
                               {"fields", QJsonArray{hex(field), hex(period), hex(theme)}},
                               {"out", hex(out)}});
    }
    for (int i = 0; i < 4; ++i) {
        const auto key = random.bytes(32);
        DescId id{};
        std::ranges::copy(random.bytes(32), id.begin());
        Scalar out{};
        SlotContext{id, {{684}, {3}}}.scalar(out, KeyView{key.data(), kKeyBytes}, "dummy", 4);
        all.append(QJsonObject{{"function", "Sc"},
                               {"label", "dummy"},
                               {"key", hex(key)},
                               {"fields", QJsonArray{hex(id), "ac020000", "03", "04"}},
                               {"out", hex(out)}});
    }
    return all;
}

QJsonArray code_cases() {
    QJsonArray all;
    for (const unsigned fill : {0x00U, 0x7FU, 0xFFU}) {
        Hash hash{};
        hash.fill(static_cast<std::uint8_t>(fill));
        all.append(QJsonObject{{"hash", hex(hash)}, {"code", text_of(comparison_code(hash))}});
    }
    Hash hash{};
    for (std::size_t i = 0; i < hash.size(); ++i) {
        hash[i] = static_cast<std::uint8_t>(37 * i + 11);
    }
    all.append(QJsonObject{{"hash", hex(hash)}, {"code", text_of(comparison_code(hash))}});
    return all;
}

QJsonArray time_cases() {
    QJsonArray all;
    PoolTerms terms = small_terms();
    for (const auto& [year, month, day] :
         {std::array{1970U, 1U, 1U}, {2024U, 2U, 28U}, {2026U, 11U, 28U}, {2026U, 12U, 15U}, {2099U, 7U, 3U}}) {
        terms.close_day = static_cast<std::uint8_t>(day);
        const Period period = period_of(year, month);
        all.append(QJsonObject{{"period", static_cast<qint64>(period.number)},
                               {"name", text_of(period_name(period))},
                               {"close_day", static_cast<int>(day)},
                               {"close_seconds", static_cast<qint64>(close_of(terms, period).micros / 1'000'000)}});
    }
    return all;
}

QJsonArray band_cases() {
    QJsonArray all;
    for (const auto& [threshold, seats] :
         {std::array{3U, 8U}, {3U, 9U}, {5U, 14U}, {5U, 15U}, {5U, 100U}, {10U, 30U}, {12U, 60U}, {20U, 100U}}) {
        for (const unsigned reporters : {threshold, threshold + 1, 9U, 10U, 19U, 20U, 49U, 50U, 99U, 100U}) {
            if (reporters < threshold || reporters > seats) {
                continue;
            }
            const auto band = band_of(reporters, threshold, seats);
            const BandRange range = must(band_range(band, threshold, seats));
            all.append(QJsonObject{{"k", static_cast<int>(threshold)},
                                   {"n", static_cast<int>(seats)},
                                   {"m", static_cast<int>(reporters)},
                                   {"band", band},
                                   {"from", static_cast<int>(range.from)},
                                   {"to", static_cast<int>(range.to)}});
        }
    }
    return all;
}

QJsonArray level_cases() {
    using Levels = std::array<std::uint16_t, kMaxLevel + 1>;
    QJsonArray all;
    for (const auto& levels : {Levels{0, 5, 5, 0, 0, 0}, Levels{1, 5, 5, 0, 0, 0}, Levels{1, 5, 6, 0, 0, 0},
                               Levels{0, 5, 4, 0, 0, 0}, Levels{0, 5, 4, 4, 0, 0}, Levels{2, 9, 7, 5, 2, 0},
                               Levels{0, 5, 0, 0, 0, 0}, Levels{4, 0, 0, 0, 0, 5}, Levels{5, 5, 5, 5, 5, 5}}) {
        unsigned reporters = 0;
        QJsonArray counts;
        for (const auto count : levels) {
            reporters += count;
            counts.append(count);
        }
        const auto shown = shown_levels(levels, reporters, 5);
        QJsonArray which;
        for (int level = 1; level <= kMaxLevel; ++level) {
            if (shown[static_cast<std::size_t>(level)]) {
                which.append(level);
            }
        }
        all.append(QJsonObject{{"k", 5}, {"levels", counts}, {"shown", which}});
    }
    return all;
}

QJsonArray subset_cases() {
    QJsonArray all;
    for (const auto& [seats, threshold] :
         {std::array{5U, 3U}, {50U, 5U}, {50U, 7U}, {50U, 8U}, {30U, 15U}, {100U, 5U}, {100U, 6U}}) {
        all.append(QJsonObject{{"n", static_cast<int>(seats)},
                               {"k", static_cast<int>(threshold)},
                               {"subsets", static_cast<qint64>(subsets(seats, threshold))},
                               {"allowed", subsets(seats, threshold) <= kMaxSubsets}});
    }
    return all;
}

/// A team's verified digest of themes that all of its reporters have named.
Digest digest_of(TestPool& pool, const std::vector<std::size_t>& reporters_by_theme, Bytes& bytes) {
    std::vector<Bytes> files;
    for (std::size_t seat = 0; seat < pool.seats.size(); ++seat) {
        Choices choices = pool.nothing();
        for (std::size_t theme = 0; theme < choices.size(); ++theme) {
            if (seat < reporters_by_theme[theme]) {
                choices[theme] = note("x");
            }
        }
        files.push_back(pool.report(seat, choices));
    }
    bytes = must(make_digest(pool.descriptor, pool.collect(files), pool.collector));
    return must(decode_digest(bytes, pool.descriptor));
}

}  // namespace

QJsonObject rule_vectors() {
    return {{"hashes", hash_cases()}, {"codes", code_cases()},   {"times", time_cases()},
            {"bands", band_cases()},  {"levels", level_cases()}, {"subsets", subset_cases()}};
}

QJsonObject combined_vectors() {
    // Four teams; theme 3 is in own words and must not appear, theme 1 is shown by one team only.
    const std::vector<std::vector<std::size_t>> reporters{{3, 4, 3, 3}, {5, 0, 4, 3}, {9, 2, 0, 3}, {0, 1, 12, 4}};
    const std::vector<unsigned> seats{5, 6, 10, 13};
    std::vector<TestPool> pools;
    std::vector<TeamDigest> teams;
    QJsonArray inputs;
    pools.reserve(seats.size());
    for (std::size_t i = 0; i < seats.size(); ++i) {
        PoolTerms terms = small_terms(seats[i], i == 1 ? 4 : 3, 3);
        terms.themes.push_back({"Our lift", true});
        terms.pool_id = {static_cast<std::uint8_t>(i + 1)};
        terms.name = "Team " + std::to_string(i);
        pools.push_back(make_pool(terms));
        Bytes bytes;
        Digest digest = digest_of(pools.back(), reporters[i], bytes);
        const bool may_be_named = i != 1;
        inputs.append(QJsonObject{{"descriptor", hex(pools.back().descriptor.bytes())},
                                  {"digest", hex(bytes)},
                                  {"may_be_named", may_be_named}});
        teams.push_back({&pools.back().descriptor, std::move(digest), may_be_named});
    }
    const Combined combined = must(combine(teams, "North region"));
    QJsonArray items;
    for (const auto& item : combined.items) {
        QJsonArray names;
        for (const auto& team : item.teams) {
            names.append(text_of(team));
        }
        items.append(QJsonObject{
            {"code", text_of(item.code)}, {"at_least", static_cast<qint64>(item.at_least)}, {"teams", names}});
    }
    const SecretBytes seed = SecretBytes::random(kSeedBytes);
    return {
        {"teams", inputs},         {"name", "North region"}, {"signing_seed", hex(seed.span())},
        {"K", combined.threshold}, {"items", items},         {"combined", hex(must(encode_combined(combined, seed)))}};
}

}  // namespace pennydrop::pool::testing
