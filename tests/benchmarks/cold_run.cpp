// SPDX-License-Identifier: Apache-2.0
#include "cold_run.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#include "journal/entry_store.h"
#include "journal/search.h"
#include "zipf_texts.h"

namespace pennydrop::bench {
namespace {

constexpr std::string_view kNewProcess = "--in-new-process";
constexpr std::size_t kPageRows = 50;

void search(Side& side, const char* words) {
    must(Search{side.database()}.find({.words = words}, std::nullopt, kPageRows), "search");
}

/// Whether none of the file's pages is in memory.
bool is_out_of_cache(int descriptor, std::size_t bytes) {
    void* mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, descriptor, 0);
    if (mapped == MAP_FAILED) {
        return false;
    }
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    std::vector<unsigned char> resident((bytes + page - 1) / page);
    const bool known = ::mincore(mapped, bytes, resident.data()) == 0;
    ::munmap(mapped, bytes);
    return known && std::ranges::none_of(resident, [](unsigned char flags) { return (flags & 1U) != 0; });
}

}  // namespace

void first_page(Side& side) {
    must(EntryStore{side.database()}.page(std::nullopt, kPageRows), "page");
}

void search_common(Side& side) {
    search(side, kCommonWord);
}

void search_middle(Side& side) {
    search(side, kMiddleWord);
}

void search_rare(Side& side) {
    search(side, kRareWord);
}

/// Reads every row of the journal whole.
void aggregate(Side& side) {
    auto select = must(side.database().prepare("SELECT kind, count(*), sum(length(text)), max(occurred_at) FROM entry"
                                               " WHERE removed_at IS NULL GROUP BY kind"),
                       "aggregate");
    while (must(select.step(), "aggregate")) {
    }
}

bool drop_from_cache(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    ::fsync(descriptor);
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
    struct stat status{};
    const bool gone =
        ::fstat(descriptor, &status) == 0 && is_out_of_cache(descriptor, static_cast<std::size_t>(status.st_size));
    ::close(descriptor);
    return gone;
}

Cost cost_in_new_process(const Side& side, bool sealed, std::string_view name) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        std::exit(1);
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::array<std::string, 5> words{"/proc/self/exe", std::string{kNewProcess}, sealed ? "sealed" : "plain",
                                     side.path(), std::string{name}};
    std::array<char*, words.size() + 1> arguments{};  // ends with a null pointer
    std::ranges::transform(words, arguments.begin(), [](std::string& word) { return word.data(); });
    pid_t child = 0;
    const bool started = ::posix_spawn(&child, words[0].c_str(), &actions, nullptr, arguments.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    Cost cost;
    std::FILE* answer = ::fdopen(ends[0], "r");
    const bool read = answer != nullptr && std::fscanf(answer, "%lf %lf", &cost.wall_ms, &cost.cpu_ms) == 2;
    if (answer != nullptr) {
        std::fclose(answer);
    }
    int status = 0;
    if (!started || ::waitpid(child, &status, 0) != child || status != 0 || !read) {
        std::fputs("the new process failed\n", stderr);
        std::exit(1);
    }
    return cost;
}

std::optional<int> run_as_new_process(int argc, char** argv) {
    constexpr int kArguments = 5;
    if (argc != kArguments || argv[1] != kNewProcess) {
        return std::nullopt;
    }
    const auto* task = std::ranges::find(kTasks, std::string_view{argv[4]}, &Task::name);
    if (task == kTasks.end()) {
        return 1;
    }
    std::unique_ptr<Side> side;
    if (std::string_view{argv[2]} == "sealed") {
        side = std::make_unique<SealedSide>(argv[3]);
    } else {
        side = std::make_unique<PlainSide>(argv[3]);
    }
    const Cost cost = cost_of([&] {
        side->open();
        task->work(*side);
    });
    std::printf("%.6f %.6f\n", cost.wall_ms, cost.cpu_ms);
    return 0;
}

}  // namespace pennydrop::bench
