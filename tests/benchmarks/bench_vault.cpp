// SPDX-License-Identifier: Apache-2.0
// The figures a vault has to meet, against the very same work on plain SQLite with the same settings: both take turns
// in one run. Prints a table for each number of entries, and how each figure grows. docs/performance.md explains it.
//
// Usage: bench_vault [--entries N,N,...] [--repeat N] [--folder FOLDER]
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cold_run.h"
#include "journal/entry_store.h"
#include "measure.h"
#include "sides.h"
#include "zipf_texts.h"

namespace {

using namespace pennydrop;
using namespace pennydrop::bench;

struct Options {
    std::vector<std::size_t> entries{1000, 10000, 100000};
    int repeat{11};  ///< Rounds of everything but the bulk insert, which has a third of them.
    std::filesystem::path folder{PENNYDROP_BENCHMARK_FOLDER};
};

/// One figure at one number of entries.
struct Figure {
    std::string_view name;
    double goal{0};      ///< The most the ratio may be; 0 when there is none.
    bool by_cpu{false};  ///< What waits for no disk is judged by processor time: its wall only shows other programs.
    Comparison costs{};
};

struct Run {
    std::size_t entries{0};
    std::vector<Figure> figures{};
    double size_ratio{0};
};

bool parse_number(std::string_view text, std::size_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number > 0;
}

std::optional<Options> parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name{argv[i]};
        std::string_view value{argv[i + 1]};
        if (name == "--entries") {
            options.entries.clear();
            while (!value.empty()) {
                const std::string_view one = value.substr(0, value.find(','));
                value.remove_prefix(std::min(value.size(), one.size() + 1));
                if (!parse_number(one, options.entries.emplace_back())) {
                    return std::nullopt;
                }
            }
        } else if (std::size_t repeat = 0; name == "--repeat" && parse_number(value, repeat)) {
            options.repeat = static_cast<int>(repeat);
        } else if (name == "--folder") {
            options.folder = value;
        } else {
            return std::nullopt;
        }
    }
    return argc % 2 == 1 ? std::optional{options} : std::nullopt;
}

void remove_database(const std::string& path) {
    std::filesystem::remove(path);
    std::filesystem::remove(path + "-wal");
}

/// A new journal with all entries, in one transaction, and the log brought home: what importing a backup costs.
Cost bulk_insert(Side& side, const std::vector<EntryContent>& entries) {
    side.close();
    remove_database(side.path());
    side.create();
    return cost_of([&] {
        auto transaction = must(Transaction::begin(side.database()), "begin");
        EntryStore store{side.database()};
        for (const EntryContent& entry : entries) {
            must(store.add(entry, entry.occurred.at), "add");
        }
        must(transaction.commit(), "commit");
        must(side.database().execute("PRAGMA wal_checkpoint(TRUNCATE);"), "checkpoint");
    });
}

/// Entries saved one by one; each is on the disk before the next. The cost of one.
Cost commits(Side& side, const std::vector<EntryContent>& entries, std::size_t count) {
    EntryStore store{side.database()};
    const Cost all = cost_of([&] {
        for (std::size_t i = 0; i < count; ++i) {
            const EntryContent& entry = entries[i % entries.size()];
            must(store.add(entry, entry.occurred.at), "add");
        }
    });
    return {all.wall_ms / static_cast<double>(count), all.cpu_ms / static_cast<double>(count)};
}

Run measure(std::size_t count, const Options& options) {
    const auto entries = zipf_entries(count, 7);
    SealedSide sealed{(options.folder / "sealed").string()};
    PlainSide plain{(options.folder / "plain").string()};
    Run run{.entries = count};

    run.figures.push_back({"bulk insert, one transaction", 1.15, true,
                           take_turns((options.repeat + 2) / 3, [&] { return bulk_insert(sealed, entries); },
                                      [&] { return bulk_insert(plain, entries); })});
    sealed.close();
    plain.close();
    run.size_ratio = static_cast<double>(std::filesystem::file_size(sealed.path())) /
                     static_cast<double>(std::filesystem::file_size(plain.path()));

    bool all_dropped = true;
    const auto in_new_process = [&](std::string_view name, double goal, std::string_view task, bool cold) {
        const auto once = [&](const Side& side, bool is_sealed) {
            if (cold) {
                all_dropped = drop_from_cache(side.path()) && all_dropped;
            }
            return cost_in_new_process(side, is_sealed, task);
        };
        // A first round fills, or empties, the caches for both.
        (void)take_turns(1, [&] { return once(sealed, true); }, [&] { return once(plain, false); });
        run.figures.push_back(
            {name, goal, !cold,
             take_turns(options.repeat, [&] { return once(sealed, true); }, [&] { return once(plain, false); })});
    };
    in_new_process("open, first 50 rows; cold disk", 1.5, "page", true);
    in_new_process("search, rare word; cold disk", 1.8, "rare", true);
    in_new_process("search, word in a fifth; cold disk", 0, "middle", true);
    in_new_process("search, word in all; cold disk", 1.3, "common", true);
    in_new_process("whole aggregate; cold disk", 1.35, "aggregate", true);
    in_new_process("open, first 50 rows; disk cached", 1.5, "page", false);
    in_new_process("search, rare word; disk cached", 1.8, "rare", false);
    in_new_process("search, word in a fifth; disk cached", 0, "middle", false);
    in_new_process("search, word in all; disk cached", 1.3, "common", false);
    in_new_process("whole aggregate; disk cached", 1.35, "aggregate", false);
    if (!all_dropped) {
        std::puts("Some of the file stayed in the system's cache: \"cold disk\" is not quite cold.");
    }

    sealed.open();
    plain.open();
    const auto warm = [&](std::string_view name, double goal, void (*work)(Side&)) {
        const auto once = [work](Side& side) {
            constexpr int kTimes = 5;  // one alone may take less than a look at the clock is worth
            const Cost all = cost_of([&] {
                for (int i = 0; i < kTimes; ++i) {
                    work(side);
                }
            });
            return Cost{all.wall_ms / kTimes, all.cpu_ms / kTimes};
        };
        (void)take_turns(1, [&] { return once(sealed); }, [&] { return once(plain); });
        constexpr int kMoreRounds = 4;  // short work is easily disturbed
        run.figures.push_back(
            {name, goal, true,
             take_turns(options.repeat * kMoreRounds, [&] { return once(sealed); }, [&] { return once(plain); })});
    };
    warm("search, rare word; warm", 1.05, search_rare);
    warm("search, word in a fifth; warm", 1.05, search_middle);
    warm("search, word in all; warm", 1.05, search_common);

    constexpr std::size_t kCommits = 1000;
    const std::size_t round = std::max<std::size_t>(kCommits / static_cast<std::size_t>(options.repeat), 1);
    run.figures.push_back({"durable commit of one entry", 1.4, false,
                           take_turns(
                               options.repeat, [&] { return commits(sealed, entries, round); },
                               [&] { return commits(plain, entries, round); })});
    sealed.close();
    plain.close();
    remove_database(sealed.path());
    remove_database(plain.path());
    return run;
}

const char* verdict(double ratio, double goal) {
    constexpr double kRounding = 0.005;  // goals have two digits
    return goal == 0 ? "" : ratio < goal + kRounding ? "met" : "MISSED";
}

std::string text_of(const Spread& spread) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%5.2f (%.2f to %.2f)", spread.median, spread.least, spread.most);
    return text.data();
}

void print(const Run& run) {
    std::printf("\n%zu entries; ms, medians; ratios ours / peer: median (least to most)\n", run.entries);
    std::printf("%-40s %10s %10s  %-22s %-22s %5s\n", "", "ours", "peer", "wall", "CPU", "goal");
    for (const Figure& figure : run.figures) {
        const Spread wall = figure.costs.ratio(&Cost::wall_ms);
        const Spread cpu = figure.costs.ratio(&Cost::cpu_ms);
        std::printf("%-40.*s %10.3f %10.3f  %-22s %-22s", static_cast<int>(figure.name.size()), figure.name.data(),
                    median(Comparison::column(figure.costs.ours, &Cost::wall_ms)),
                    median(Comparison::column(figure.costs.peer, &Cost::wall_ms)), text_of(wall).c_str(),
                    text_of(cpu).c_str());
        if (figure.goal > 0) {
            std::printf(" %5.2f %-4s %s", figure.goal, figure.by_cpu ? "CPU" : "wall",
                        verdict(figure.by_cpu ? cpu.median : wall.median, figure.goal));
        }
        std::puts("");
    }
    constexpr double kSizeGoal = 1.04;
    std::printf("%-40s %28.3f %44.2f      %s\n", "file size", run.size_ratio, kSizeGoal,
                verdict(run.size_ratio, kSizeGoal));
    std::fflush(stdout);
}

void print_growth(const std::vector<Run>& runs) {
    std::puts("\nHow it grows: ours in ms on the wall, and the ratios (wall, CPU)");
    std::printf("%-40s", "entries");
    for (const Run& run : runs) {
        std::printf(" %24zu", run.entries);
    }
    std::puts("");
    for (std::size_t i = 0; i < runs.front().figures.size(); ++i) {
        const std::string_view name = runs.front().figures[i].name;
        std::printf("%-40.*s", static_cast<int>(name.size()), name.data());
        for (const Run& run : runs) {
            const Comparison& costs = run.figures[i].costs;
            std::printf(" %11.2f (%4.2f, %4.2f)", median(Comparison::column(costs.ours, &Cost::wall_ms)),
                        costs.ratio(&Cost::wall_ms).median, costs.ratio(&Cost::cpu_ms).median);
        }
        std::puts("");
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (const auto done = run_as_new_process(argc, argv)) {
        return *done;
    }
    auto options = parse(argc, argv);
    if (!options) {
        std::fputs("usage: bench_vault [--entries N,N,...] [--repeat N] [--folder FOLDER]\n", stderr);
        return 2;
    }
    options->folder /= "bench-vault-" + std::to_string(::getpid());
    std::filesystem::create_directories(options->folder);
    std::puts("Ours: the vault, key given. Peer: the same statements and settings on plain SQLite.");
    std::vector<Run> runs;
    for (const std::size_t count : options->entries) {
        runs.push_back(measure(count, *options));
        print(runs.back());
    }
    if (runs.size() > 1) {
        print_growth(runs);
    }
    std::filesystem::remove_all(options->folder);
    return 0;
}
