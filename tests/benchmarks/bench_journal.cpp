// SPDX-License-Identifier: Apache-2.0
// Saving entries, drafts, the first page, search as one types, and what is read for the journal's other screens in a
// vault, against the very same statements on plain SQLite with the same settings, in one run. Prints ratios. Usage:
// bench_journal [FOLDER] [ENTRIES...]; the folder should be on the disk that matters.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/draft_store.h"
#include "journal/entry_store.h"
#include "journal/follow_up_store.h"
#include "journal/month_view.h"
#include "journal/review_queue.h"
#include "journal/sample_journal.h"
#include "journal/search.h"
#include "journal/similar.h"
#include "journal/tag_store.h"
#include "measure.h"
#include "sides.h"

namespace {

using namespace pennydrop;
using namespace pennydrop::bench;

/// Every fifth entry has a follow-up, every seventh a tag.
void fill(Side& side, const std::vector<EntryContent>& entries) {
    auto transaction = must(Transaction::begin(side.database()), "begin");
    EntryStore store{side.database()};
    FollowUpStore follow_ups{side.database()};
    std::size_t number = 0;
    for (EntryContent entry : entries) {
        ++number;
        if (number % 7 == 0) {
            entry.tags = {"tag " + std::to_string(number % 50)};
        }
        const Entry added = must(store.add(entry, entry.occurred.at), "add");
        if (number % 5 == 0) {
            must(follow_ups.add(added.id, {.text = "Asked the others about the handover", .at = entry.occurred}, {}),
                 "follow-up");
        }
    }
    must(transaction.commit(), "commit");
}

void save_entries(Side& side, const std::vector<EntryContent>& entries, std::size_t count) {
    EntryStore store{side.database()};
    for (std::size_t i = 0; i < count; ++i) {
        must(store.add(entries[i % entries.size()], entries[i % entries.size()].occurred.at), "add");
    }
}

void save_drafts(Side& side, const std::vector<EntryContent>& entries, std::size_t count) {
    DraftStore drafts{side.database()};
    for (std::size_t i = 0; i < count; ++i) {
        Draft draft;
        draft.content = entries[i % entries.size()];
        must(drafts.save(draft), "draft");
    }
}

void first_page(Side& side) {
    must(EntryStore{side.database()}.page(std::nullopt, 50), "page");
}

void search(Side& side, const char* words) {
    must(Search{side.database()}.find({.words = words}, std::nullopt, 50), "search");
}

/// The first results after each key.
void search_as_one_types(Side& side, std::string_view words) {
    for (std::size_t size = 1; size <= words.size(); ++size) {
        must(Search{side.database()}.find({.words = std::string{words.substr(0, size)}}, std::nullopt, 50), "search");
    }
}

void search_within_a_tag(Side& side) {
    const auto tags = must(TagStore{side.database()}.list(), "tags");
    must(Search{side.database()}.find({.words = "the", .tag = tags.front().id}, std::nullopt, 50), "search");
}

void similar(Side& side) {
    must(Similar{side.database()}.to(
             "The discharge was ready at four, and the pharmacy had closed before the nurse rang", std::nullopt, 3),
         "similar");
}

void run(const std::filesystem::path& base, std::size_t count) {
    const auto folder = base / "pennydrop-benchmark";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);

    const SystemClock clock;
    const auto entries = sample_entries({.seed = 7, .count = count, .end = clock.now(), .days = 3650});
    SealedSide sealed{(folder / "sealed").string()};
    PlainSide plain{(folder / "plain").string()};
    sealed.create();
    plain.create();

    std::printf("%zu entries; ours: the vault; peer: the same statements on plain SQLite, same settings\n", count);
    bench::compare("bulk insert, one transaction", 1, [&] { fill(sealed, entries); }, [&] { fill(plain, entries); });
    bench::compare(
        "save an entry, durable (100 a round)", 11, [&] { save_entries(sealed, entries, 100); },
        [&] { save_entries(plain, entries, 100); });
    bench::compare(
        "save a draft, durable (100 a round)", 11, [&] { save_drafts(sealed, entries, 100); },
        [&] { save_drafts(plain, entries, 100); });
    bench::compare("first 50 rows, warm", 101, [&] { first_page(sealed); }, [&] { first_page(plain); });
    bench::compare("search a common word, warm", 31, [&] { search(sealed, "the"); }, [&] { search(plain, "the"); });
    bench::compare(
        "search as one types \"handov\", warm", 31, [&] { search_as_one_types(sealed, "handov"); },
        [&] { search_as_one_types(plain, "handov"); });
    bench::compare(
        "search a common word in a tag, warm", 31, [&] { search_within_a_tag(sealed); },
        [&] { search_within_a_tag(plain); });
    bench::compare("three similar entries, warm", 31, [&] { similar(sealed); }, [&] { similar(plain); });
    const auto review = [&](Side& side) { must(ReviewQueue{side.database()}.count(clock.now()), "review"); };
    bench::compare("count what is due, warm", 31, [&] { review(sealed); }, [&] { review(plain); });
    const CivilDate today = clock.now().date();
    const auto month = [&](Side& side) {
        must(MonthView{side.database()}.days(today.year() / today.month()), "month");
    };
    bench::compare("a month by days, warm", 31, [&] { month(sealed); }, [&] { month(plain); });
    bench::compare(
        "search a rare beginning, warm", 31, [&] { search(sealed, "huddl"); }, [&] { search(plain, "huddl"); });

    // Cold caches of our own (the system's stay warm, for both).
    const auto reopened = [](Side& side, auto work) {
        side.close();
        side.open();
        work(side);
    };
    bench::compare(
        "open, first 50 rows, key given", 31, [&] { reopened(sealed, first_page); },
        [&] { reopened(plain, first_page); });
    bench::compare(
        "open, search a common word", 15, [&] { reopened(sealed, [](Side& s) { search(s, "the"); }); },
        [&] { reopened(plain, [](Side& s) { search(s, "the"); }); });
    bench::compare(
        "open, search a rare beginning", 15, [&] { reopened(sealed, [](Side& s) { search(s, "huddl"); }); },
        [&] { reopened(plain, [](Side& s) { search(s, "huddl"); }); });
    sealed.close();
    plain.close();
    std::printf("%-44s ratio %5.3f\n", "file size",
                static_cast<double>(std::filesystem::file_size(folder / "sealed")) /
                    static_cast<double>(std::filesystem::file_size(folder / "plain")));
    std::filesystem::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
    const std::filesystem::path base = argc > 1 ? argv[1] : std::filesystem::current_path();
    std::vector<std::size_t> sizes;
    for (int i = 2; i < argc; ++i) {
        sizes.push_back(std::strtoul(argv[i], nullptr, 10));
    }
    if (sizes.empty()) {
        sizes = {1'000, 10'000, 100'000};
    }
    for (const std::size_t entries : sizes) {
        run(base, entries);
    }
    return 0;
}
