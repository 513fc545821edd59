// SPDX-License-Identifier: Apache-2.0
#include "rescue_tasks.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "vault/dated_name.h"

namespace pennydrop::app {

namespace fs = std::filesystem;

namespace {

/// One of two pieces of work that follow each other, as half of the whole.
OnProgress half(const OnProgress& progress, bool second) {
    return [&progress, second](std::uint64_t done, std::uint64_t total) {
        return !progress || progress(done + (second ? total : 0), 2 * total);
    };
}

/// The answer of `work(secret)` for the first secret that is not wrong.
template <typename Work>
auto with_any(const Secrets& secrets, Work work) {
    auto answer = work(secrets.front());
    for (auto secret = secrets.begin() + 1;
         secret != secrets.end() && !answer && answer.error().code == ErrorCode::kWrongSecret; ++secret) {
        answer = work(*secret);
    }
    return answer;
}

Result<Repaired> repair_with(const JournalFile& journal, const VaultSecret& secret, const LocalTime& now,
                             const OnProgress& progress) {
    const fs::path target = free_dated_name(journal.path.parent_path(), stem_of(journal.path), "repaired", now);
    auto report = repair_journal(journal.path, secret, target, VaultOptions{}, half(progress, false));
    if (!report) {
        return pass_on(report);
    }
    auto restored = restore_vault(target, journal.path, secret, now, VaultOptions{}, half(progress, true));
    if (!restored) {
        if (restored.error().code == ErrorCode::kCancelled) {
            std::error_code ignored;
            fs::remove(target, ignored);
        }
        return pass_on(restored);  // else what was saved stays beside the damaged journal
    }
    std::error_code ignored;
    fs::remove(target, ignored);
    return Repaired{std::move(*report), restored->replaced.value_or(fs::path{})};
}

}  // namespace

std::vector<fs::path> find_backups(const fs::path& folder, const fs::path& journal) {
    const std::string stem = stem_of(journal);
    std::vector<std::pair<DatedName, fs::path>> dated;
    std::error_code error;
    for (fs::directory_iterator item{folder, error}, end; !error && item != end; item.increment(error)) {
        const std::u8string name = item->path().filename().u8string();
        const auto date = read_dated_name({reinterpret_cast<const char*>(name.data()), name.size()}, stem, {});
        if (date) {
            dated.emplace_back(*date, item->path());
        }
    }
    std::ranges::sort(dated, [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<fs::path> found;
    found.reserve(dated.size());
    for (auto& [date, path] : dated) {
        found.push_back(std::move(path));
    }
    return found;
}

Result<Restored> restore(const fs::path& backup, const JournalFile& journal, const Secrets& secrets,
                         const LocalTime& now, const OnProgress& progress) {
    if (journal.makes_folder) {
        if (auto made = make_private_folder(journal.path.parent_path()); !made) {
            return pass_on(made);
        }
    }
    return with_any(secrets, [&](const VaultSecret& secret) {
        return restore_vault(backup, journal.path, secret, now, VaultOptions{}, progress);
    });
}

Result<Repaired> repair(const JournalFile& journal, const Secrets& secrets, const LocalTime& now,
                        const OnProgress& progress) {
    return with_any(secrets, [&](const VaultSecret& secret) { return repair_with(journal, secret, now, progress); });
}

}  // namespace pennydrop::app
