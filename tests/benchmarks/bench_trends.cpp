// SPDX-License-Identifier: Apache-2.0
// The trends of one year in a vault, against the very same statements on plain SQLite, at growing journals; warm, and
// with cold caches of SQLite. Goal: within 1.5 times. Prints ratios, and how each side grows. Usage: bench_trends
// FOLDER [ENTRIES,ENTRIES,...]
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "journal/barrier_store.h"
#include "journal/entry_store.h"
#include "journal/follow_up_store.h"
#include "journal/sample_journal.h"
#include "journal/trend_queries.h"
#include "measure.h"
#include "sides.h"

namespace {

using namespace pennydrop;
using namespace pennydrop::bench;

constexpr int kDays = 7300;  ///< Twenty years, of which one is looked at.

/// Every second setback taught something; every barrier is named stuck, every third got moving, every sixth was
/// cleared.
void live(Side& side, const Entry& entry, std::size_t number) {
    const LocalTime at = entry.content.occurred;
    if (entry.content.kind == EntryKind::kSetback && number % 2 == 0) {
        must(FollowUpStore{side.database()}.add(
                 entry.id, {.kind = FollowUpKind::kTaught, .text = "Ask who else has it.", .at = at}, at.at),
             "taught");
    }
    if (entry.content.kind == EntryKind::kBarrier) {
        BarrierStore barriers{side.database()};
        must(barriers.set_state(entry.id, BarrierState::kStuck, at), "stuck");
        if (number % 3 == 0) {
            must(barriers.set_state(entry.id, BarrierState::kMoving, at), "moving");
        }
        if (number % 6 == 0) {
            must(barriers.set_state(entry.id, BarrierState::kCleared, at), "cleared");
        }
    }
}

void fill(Side& side, const std::vector<EntryContent>& entries) {
    auto transaction = must(Transaction::begin(side.database()), "begin");
    EntryStore store{side.database()};
    std::size_t number = 0;
    for (const auto& entry : entries) {
        live(side, must(store.add(entry, entry.occurred.at), "add"), ++number);
    }
    must(transaction.commit(), "commit");
}

void year(Side& side, const DayRange& range) {
    const TrendQueries trends{side.database()};
    must(trends.days(range), "days");
    must(trends.hurdles(range), "hurdles");
    must(trends.learning(range), "learning");
    must(trends.barriers(range), "barriers");
    must(trends.entries({.days = range, .with_hurdle = true}, {}, 50), "entries");
}

void all(Side& side) {
    const TrendQueries trends{side.database()};
    const auto span = must(trends.span(), "span");
    must(trends.days(*span), "days");
}

template <typename Work>
Cost cold(Side& side, Work work) {
    side.close();
    side.open();
    return cost_of([&] { work(side); });
}

}  // namespace

int main(int argc, char** argv) {
    const std::filesystem::path base = argc > 1 ? argv[1] : std::filesystem::current_path();
    std::istringstream counts{argc > 2 ? argv[2] : "1000,10000,100000"};
    const auto folder = base / "bench_trends";
    const LocalTime end{Timestamp{1'795'000'000'000'000}, UtcOffset{}};
    const CivilDate last = end.date();
    const DayRange range{CivilDate{last.year() - std::chrono::years{1}, last.month(), std::chrono::day{1}}, last};
    for (std::string count; std::getline(counts, count, ',');) {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        SealedSide sealed{(folder / "sealed").string()};
        PlainSide plain{(folder / "plain").string()};
        const auto entries =
            sample_entries({.seed = 5, .count = std::strtoul(count.c_str(), nullptr, 10), .end = end, .days = kDays});
        for (Side* side : std::initializer_list<Side*>{&sealed, &plain}) {
            side->create();
            fill(*side, entries);
        }
        std::printf("%s entries\n", count.c_str());
        constexpr int kRounds = 15;
        compare("  one year, warm", kRounds, [&] { year(sealed, range); }, [&] { year(plain, range); });
        compare("  all years, warm", kRounds, [&] { all(sealed); }, [&] { all(plain); });
        const auto one_year = [&](Side& side) { year(side, range); };
        const Comparison first =
            take_turns(kRounds, [&] { return cold(sealed, one_year); }, [&] { return cold(plain, one_year); });
        const Spread ratio = first.ratio(&Cost::wall_ms);
        std::printf("%-44s ours %9.3f ms   peer %9.3f ms   ratio %5.2f  (%.2f to %.2f)\n", "  one year, just opened",
                    median(Comparison::column(first.ours, &Cost::wall_ms)),
                    median(Comparison::column(first.peer, &Cost::wall_ms)), ratio.median, ratio.least, ratio.most);
    }
    std::filesystem::remove_all(folder);
    return 0;
}
