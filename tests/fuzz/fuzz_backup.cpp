// SPDX-License-Identifier: Apache-2.0
// A backup whose every block authenticates and whose content makes no sense, as it is opened and checked before it may
// replace a journal. The input says what becomes of the plain blocks of main file and log; then they are sealed and
// read as any vault. It must come to an end, call the unchanged vault sound, and never read a page that is not there.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include <unistd.h>

#include "base/codec.h"
#include "support/files.h"
#include "support/page_changes.h"
#include "support/sealed_database.h"
#include "vault/block_cipher.h"
#include "vault/reader_checks.h"
#include "vault/vault_header.h"
#include "vault/vault_reader.h"

using namespace pennydrop;
using namespace pennydrop::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPlain = kVaultPageBytes - BlockCipher::kOverhead;

BlockCipher cipher_for(BlockFile kind) {
    return BlockCipher{kind, test_file_id(), test_key(), kVaultPageBytes};
}

Bytes opened(const Bytes& sealed, BlockFile kind) {
    const BlockCipher cipher = cipher_for(kind);
    Bytes plain(sealed.size() / kVaultPageBytes * kPlain);
    for (std::size_t block = 0; block < sealed.size() / kVaultPageBytes; ++block) {
        if (!cipher.open(block, std::span{sealed}.subspan(block * kVaultPageBytes, kVaultPageBytes),
                         std::span{plain}.subspan(block * kPlain, kPlain))) {
            std::abort();
        }
    }
    return plain;
}

Bytes sealed_again(const Bytes& plain, const BlockCipher& cipher) {
    Bytes sealed(plain.size() / kPlain * kVaultPageBytes);
    for (std::size_t block = 0; block < plain.size() / kPlain; ++block) {
        cipher.seal(block, std::span{plain}.subspan(block * kPlain, kPlain),
                    std::span{sealed}.subspan(block * kVaultPageBytes, kVaultPageBytes));
    }
    return sealed;
}

struct Base {
    fs::path path;
    Bytes header;
    Bytes main;
    Bytes log;
    BlockCipher main_cipher{cipher_for(BlockFile::kMain)};
    BlockCipher log_cipher{cipher_for(BlockFile::kWal)};
};

Base& base() {
    static Base& made = *[] {
        auto* const fresh = new Base;
        fresh->path = fs::temp_directory_path() / ("pennydrop-fuzz-backup-" + std::to_string(::getpid()));
        VaultHeader header = test_header(1);
        header.file = test_file_id();
        write_test_header(fresh->path, header);
        auto sealed = open_sealed(nullptr, fresh->path, true);
        if (!sealed || run_sql(sealed->handle(),
                               "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT; CREATE INDEX t_b ON t (b);"
                               "CREATE TABLE k (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;"
                               "INSERT INTO t VALUES (1, 'one'), (2, hex(zeroblob(5000)));"
                               "INSERT INTO k VALUES (x'0102'); PRAGMA wal_checkpoint(TRUNCATE)") != SQLITE_OK) {
            std::abort();
        }
        for (const char* sql :
             {"INSERT INTO t VALUES (3, hex(zeroblob(3000)))", "UPDATE t SET b = 'two' WHERE a = 2"}) {
            if (run_sql(sealed->handle(), sql) != SQLITE_OK) {
                std::abort();
            }
        }
        const Bytes file = read_file(fresh->path);
        const auto blocks = file.begin() + static_cast<std::ptrdiff_t>(kHeaderBytes);
        fresh->header.assign(file.begin(), blocks);
        fresh->main = opened(Bytes(blocks, file.end()), BlockFile::kMain);
        fresh->log = opened(read_file(fresh->path.string() + "-wal"), BlockFile::kWal);
        return fresh;
    }();
    return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Base& vault = base();
    Bytes main = vault.main;
    Bytes log = vault.log;
    Reader reader{{data, size}};
    while (reader.ok()) {
        change_blocks(reader.integer<std::uint8_t>() % 2 == 0 ? main : log, kPlain, reader);
    }
    Bytes file = vault.header;
    const Bytes blocks = sealed_again(main, vault.main_cipher);
    file.insert(file.end(), blocks.begin(), blocks.end());
    write_file(vault.path, file);
    write_file(vault.path.string() + "-wal", sealed_again(log, vault.log_cipher));

    auto opened = VaultReader::open_with_key(vault.path, test_key(), {}, VaultReader::Access::kShared);
    if (!opened) {
        std::abort();  // the header is sound
    }
    for (const auto& [page, block] : opened->log().newest) {
        if (page == 0 || block == 0 || block > opened->log().used || block >= log.size() / kPlain) {
            std::abort();
        }
    }
    ProgressMeter meter{{}, 1};
    const auto damaged = find_damaged_pages(*opened, meter);
    const auto faults = count_structure_faults(*opened, meter);
    if (!damaged || !faults) {
        std::abort();
    }
    const auto hash = hash_pages(*opened, meter);
    if (hash.has_value() != damaged->empty()) {
        std::abort();
    }
    if (main == vault.main && log == vault.log && (!damaged->empty() || *faults != 0 || opened->log().used < 2)) {
        std::abort();
    }
    return 0;
}
