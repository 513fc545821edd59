// SPDX-License-Identifier: Apache-2.0
#include "support/locked_vault.h"

#include <optional>
#include <utility>

#include "support/files.h"
#include "support/sealed_database.h"

namespace pennydrop::testing {

DropBoxKeys test_drop_keys() {
    return drop_box_keys(test_key());
}

DropTarget test_target() {
    return {test_file_id(), test_drop_keys().public_key};
}

void write_locked_header(const std::filesystem::path& path) {
    VaultHeader header = test_header(1);
    header.drop_box = test_target().public_key;
    write_test_header(path, header);
}

void make_locked_vault(const std::filesystem::path& path) {
    write_locked_header(path);
    Bytes file = read_file(path);
    file.resize(kHeaderBytes + kVaultPageBytes, 0xA5);
    write_file(path, file);
}

DropRecord drop_of(std::string_view payload) {
    return {new_drop_id(), secret(payload)};
}

Status drop(const std::filesystem::path& vault, std::string_view payload, sqlite3_vfs* below, Folders* folders) {
    return append_to_drop_box(vault, test_target(), drop_of(payload),
                              {.below = below, .folders = folders, .patience = std::chrono::milliseconds{0}});
}

Result<DropBox> open_test_drops(const std::filesystem::path& vault, sqlite3_vfs* below, Folders* folders) {
    return DropBox::open(vault, test_file_id(), test_drop_keys(),
                         {.below = below, .folders = folders, .patience = std::chrono::milliseconds{0}});
}

Result<ReadDrops> read_all(DropBox& box) {
    ReadDrops all;
    for (;;) {
        auto record = box.next();
        if (!record) {
            return pass_on(record);
        }
        if (!*record) {
            all.unreadable = box.unreadable();
            return all;
        }
        const auto payload = (*record)->payload.span();
        all.ids.push_back((*record)->id);
        all.payloads.emplace_back(payload.begin(), payload.end());
    }
}

Result<ReadDrops> read_drops(const std::filesystem::path& vault, sqlite3_vfs* below) {
    auto box = open_test_drops(vault, below);
    if (!box) {
        return pass_on(box);
    }
    return read_all(*box);
}

}  // namespace pennydrop::testing
