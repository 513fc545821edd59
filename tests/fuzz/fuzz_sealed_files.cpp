// SPDX-License-Identifier: Apache-2.0
// A hostile hand on the files of a vault whose process was killed: the input says which bytes and blocks of main file
// and log are changed, moved, repeated or cut. The vault must refuse, or show the content of one of its commits, whole.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sqlite3.h>
#include <unistd.h>

#include "base/codec.h"
#include "support/sealed_database.h"
#include "support/watched_vfs.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBlock = 4096;

struct Base {
    fs::path path;
    WatchedVfs disk;
    Bytes main;
    Bytes log;
    std::vector<std::string> states;
};

Base& base() {
    static Base& made = *[] {
        auto* const fresh = new Base;
        fresh->path = fs::temp_directory_path() / ("pennydrop-fuzz-" + std::to_string(::getpid()));
        write_test_header(fresh->path, test_header(1));
        auto sealed = open_sealed(fresh->disk.vfs(), fresh->path, true);
        if (!sealed ||
            run_sql(sealed->handle(), "CREATE TABLE t (a, b); PRAGMA wal_checkpoint(TRUNCATE)") != SQLITE_OK) {
            std::abort();
        }
        fresh->states.push_back(*dump(sealed->handle()));
        for (const char* sql : {"INSERT INTO t VALUES (1, zeroblob(9000))", "INSERT INTO t VALUES (2, 'two')",
                                "UPDATE t SET b = zeroblob(5000) WHERE a = 1"}) {
            (void)run_sql(sealed->handle(), sql);
            fresh->states.push_back(*dump(sealed->handle()));
        }
        fresh->main = read_file(fresh->path);
        fresh->log = read_file(fresh->path.string() + "-wal");
        return fresh;
    }();
    return made;
}

/// One change: which, and where.
void change(Bytes& file, Reader& reader) {
    const auto what = reader.integer<std::uint8_t>();
    const std::size_t one = reader.integer<std::uint32_t>();
    const std::size_t two = reader.integer<std::uint32_t>();
    if (!reader.ok() || file.size() < 2 * kBlock) {
        return;
    }
    const std::size_t blocks = file.size() / kBlock;
    const auto at = [&](std::size_t number) {
        return file.begin() + static_cast<std::ptrdiff_t>(number % blocks * kBlock);
    };
    switch (what % 6) {
        case 0:
            file[one % file.size()] ^= static_cast<std::uint8_t>(two);
            break;
        case 1:
            std::swap_ranges(at(one), at(one) + kBlock, at(one % blocks == two % blocks ? two + 1 : two));
            break;
        case 2:
            if (one % blocks != two % blocks) {
                std::copy_n(at(one), kBlock, at(two));
            }
            break;
        case 3:
            std::fill_n(at(one), kBlock, static_cast<std::uint8_t>(two));
            break;
        case 4:
            file.resize(one % file.size());
            break;
        default:
            file.insert(file.end(), one % (3 * kBlock), static_cast<std::uint8_t>(two));
            break;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Base& vault = base();
    Bytes main = vault.main;
    Bytes log = vault.log;
    Reader reader{{data, size}};
    while (reader.ok()) {
        change(reader.integer<std::uint8_t>() % 2 == 0 ? main : log, reader);
    }
    write_file(vault.path, main);
    write_file(vault.path.string() + "-wal", log);
    auto sealed = open_test_vault(vault.disk.vfs(), vault.path);
    if (!sealed) {
        return 0;
    }
    const auto content = dump(sealed->handle());
    if (content && std::ranges::find(vault.states, *content) == vault.states.end()) {
        std::abort();
    }
    return 0;
}
