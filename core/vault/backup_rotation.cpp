// SPDX-License-Identifier: Apache-2.0
#include "vault/backup_rotation.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <utility>

#include "vault/dated_name.h"
#include "vault/folders.h"
#include "vault/header_file.h"
#include "vault/lock_holder.h"
#include "vault/vault_impl.h"
#include "vault/vfs_file.h"

namespace pennydrop {
namespace {

namespace fs = std::filesystem;

/// The Monday of the week a day lies in.
std::chrono::sys_days week_of(CivilDate day) {
    const std::chrono::sys_days days{day};
    return days - (std::chrono::weekday{days} - std::chrono::Monday);
}

ErrorCode code_for(const std::error_code& error) {
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) {
        return ErrorCode::kNotFound;
    }
    return error == std::errc::permission_denied ? ErrorCode::kPermission : ErrorCode::kIo;
}

/// Name and time of each backup that is not in the future, the newest first.
std::vector<std::pair<DatedName, std::string>> dated(std::span<const std::string> names, std::string_view stem,
                                                     CivilDate today) {
    std::vector<std::pair<DatedName, std::string>> backups;
    for (const std::string& name : names) {
        if (const auto read = read_dated_name(name, stem, ""); read && read->date <= today) {
            backups.emplace_back(*read, name);
        }
    }
    std::ranges::sort(backups, std::greater{});
    return backups;
}

/// Whose backup the file is. Its drive may hang: nothing else may wait for it.
Result<VaultId> owner_of(const fs::path& path, const VaultOptions& options) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
        return fail(ErrorCode::kNotOurFile);  // opening a pipe would wait for whoever writes into it
    }
    auto file = open_file(options, path, VfsFile::Mode::kReadOnly, VfsFile::Locks::kNone);
    if (!file) {
        return pass_on(file);
    }
    auto header = read_header(*file);
    return header ? Result<VaultId>{header->header.id} : pass_on(header);
}

}  // namespace

std::vector<std::string> superseded_backups(std::span<const std::string> names, std::string_view stem, CivilDate today,
                                            const BackupPolicy& policy) {
    std::set<CivilDate> days;
    std::set<std::chrono::sys_days> weeks;
    std::size_t kept_for_weeks = 0;
    std::vector<std::string> superseded;
    const auto wanted_days = static_cast<std::size_t>(std::max(policy.daily, 1));
    const auto wanted_weeks = static_cast<std::size_t>(std::max(policy.weekly, 0));
    for (const auto& [name, file] : dated(names, stem, today)) {
        // The newest of its day or week comes first; it is kept as long as there is room for one more.
        if (days.size() < wanted_days && days.insert(name.date).second) {
            weeks.insert(week_of(name.date));
        } else if (kept_for_weeks < wanted_weeks && !days.contains(name.date) &&
                   weeks.insert(week_of(name.date)).second) {
            ++kept_for_weeks;
        } else {
            superseded.push_back(file);
        }
    }
    return superseded;
}

Result<std::vector<std::string>> backups_in(const fs::path& folder, std::string_view stem, const VaultId& id,
                                            const fs::path& journal, const VaultOptions& options) {
    std::vector<std::pair<DatedName, std::string>> found;
    std::error_code error;
    for (fs::directory_iterator item{folder, error}, end; !error && item != end; item.increment(error)) {
        const auto utf8 = item->path().filename().u8string();
        const std::string name{utf8.begin(), utf8.end()};
        const auto read = read_dated_name(name, stem, "");
        std::error_code same_error;
        if (!read || fs::equivalent(item->path(), journal, same_error)) {
            continue;
        }
        if (const auto owner = owner_of(item->path(), options); owner && *owner == id) {
            found.emplace_back(*read, name);
        }
    }
    if (error) {
        return fail(code_for(error), "folder of backups");
    }
    std::ranges::sort(found, std::greater{});
    std::vector<std::string> names;
    names.reserve(found.size());
    for (auto& [time, name] : found) {
        names.push_back(std::move(name));
    }
    return names;
}

Result<BackupDone> back_up_and_rotate(Vault& vault, const fs::path& folder, std::string_view stem, const LocalTime& now,
                                      const BackupPolicy& policy, const VaultOptions& options,
                                      const OnProgress& progress) {
    auto snapshot = vault.take_snapshot();
    return snapshot ? back_up_and_rotate(**snapshot, folder, stem, now, policy, options, progress) : pass_on(snapshot);
}

Result<BackupDone> back_up_and_rotate(VaultSnapshot& snapshot, const fs::path& folder, std::string_view stem,
                                      const LocalTime& now, const BackupPolicy& policy, const VaultOptions& options,
                                      const OnProgress& progress) {
    const fs::path path = free_dated_name(folder, stem, "", now);
    if (auto backed_up = snapshot.back_up(path, progress); !backed_up) {
        return pass_on(backed_up);
    }
    BackupDone done{.path = path};
    const auto names = backups_in(folder, stem, snapshot.id(), snapshot.journal(), options);
    if (!names) {
        done.kept = 1;  // the new one is there; what cannot be listed is not removed
        return done;
    }
    for (const std::string& name : superseded_backups(*names, stem, now.date(), policy)) {
        if (!is_locked_elsewhere(folder / path_from(name)) && !folders_of(options).remove(folder / path_from(name))) {
            done.removed.push_back(name);
        }
    }
    done.kept = names->size() - done.removed.size();
    return done;
}

}  // namespace pennydrop
