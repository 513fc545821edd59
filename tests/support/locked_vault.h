// SPDX-License-Identifier: Apache-2.0
// A locked vault whose data key the test knows, and what lies in its drop box. Nothing but the header is real; that is
// all a locked app looks at.
// Threads: plain functions.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "vault/drop_box.h"
#include "vault/drop_box_key.h"
#include "vault/vault_header.h"

struct sqlite3_vfs;

namespace pennydrop {
class Folders;
}

namespace pennydrop::testing {

/// The keys that belong to test_key().
[[nodiscard]] DropBoxKeys test_drop_keys();
/// What the app kept when it unlocked the test vault last.
[[nodiscard]] DropTarget test_target();

/// Writes both copies of a header with test_target() to `path`.
void write_locked_header(const std::filesystem::path& path);
/// A file at `path` that passes for a locked vault.
void make_locked_vault(const std::filesystem::path& path);

[[nodiscard]] DropRecord drop_of(std::string_view payload);

/// Appends `payload` as a new record; waits for nobody.
[[nodiscard]] Status drop(const std::filesystem::path& vault, std::string_view payload, sqlite3_vfs* below = nullptr,
                          Folders* folders = nullptr);

struct ReadDrops {
    std::vector<DropId> ids{};
    std::vector<std::string> payloads{};
    std::size_t unreadable{0};
};

/// Everything in the drop box with the test vault's keys; changes nothing.
[[nodiscard]] Result<ReadDrops> read_drops(const std::filesystem::path& vault, sqlite3_vfs* below = nullptr);
[[nodiscard]] Result<ReadDrops> read_all(DropBox& box);
[[nodiscard]] Result<DropBox> open_test_drops(const std::filesystem::path& vault, sqlite3_vfs* below = nullptr,
                                              Folders* folders = nullptr);

}  // namespace pennydrop::testing
