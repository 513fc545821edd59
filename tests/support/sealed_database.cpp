// SPDX-License-Identifier: Apache-2.0
#include "support/sealed_database.h"

#include <sqlite3.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <vector>

#include "support/random.h"
#include "vault/drop_box_key.h"
#include "vault/sqlite_start.h"

namespace pennydrop::testing {
namespace {

std::unexpected<Error> refused(int rc) {
    const bool damaged = rc == SQLITE_IOERR_DATA || (rc & 0xFF) == SQLITE_CORRUPT || (rc & 0xFF) == SQLITE_NOTADB;
    return fail(damaged ? ErrorCode::kDamaged : ErrorCode::kIo, "SQLite " + std::to_string(rc));
}

/// The rows of one SELECT, appended to `out` with types and separators, so that different contents give different text.
int append_rows(sqlite3* database, const std::string& sql, std::string& out) {
    sqlite3_stmt* statement = nullptr;
    int rc = sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
    if (rc != SQLITE_OK) {
        return sqlite3_extended_errcode(database);
    }
    while ((rc = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const int type = sqlite3_column_type(statement, column);
            const auto* data = static_cast<const char*>(sqlite3_column_blob(statement, column));
            out += std::to_string(type) + ':';
            if (data != nullptr) {
                out.append(data, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
            }
            out += '|';
        }
        out += '\n';
    }
    const int extended = sqlite3_extended_errcode(database);
    sqlite3_finalize(statement);
    return rc == SQLITE_DONE ? SQLITE_OK : extended;
}

}  // namespace

SecretBytes test_key() {
    SecretBytes key{kDataKeyBytes};
    Random random{20240229};
    for (auto& byte : key.span()) {
        byte = static_cast<std::uint8_t>(random.next());
    }
    return key;
}

FileId test_file_id() {
    FileId id{};
    for (std::size_t i = 0; i < id.size(); ++i) {
        id[i] = static_cast<std::uint8_t>(0xA0 + i);
    }
    return id;
}

Result<std::unique_ptr<EncryptedVfs>> make_shim(sqlite3_vfs* below, const Geometry& geometry, const SecretBytes& key,
                                                const FileId& id) {
    static std::atomic<unsigned> counter{0};
    return EncryptedVfs::create({.name = "sealed-test-" + std::to_string(++counter),
                                 .below = below != nullptr ? below : *start_sqlite(nullptr),
                                 .file = id,
                                 .block_bytes = geometry.block_bytes,
                                 .header_bytes = geometry.header_bytes},
                                key);
}

Result<SealedDatabase> open_sealed(sqlite3_vfs* below, const std::filesystem::path& path, bool create,
                                   const Geometry& geometry) {
    auto shim = make_shim(below, geometry, test_key(), test_file_id());
    if (!shim) {
        return pass_on(shim);
    }
    auto opened = Connection::open(path.string(), (*shim)->name(), create);
    if (!opened) {
        return pass_on(opened);
    }
    SealedDatabase sealed{std::move(*shim), std::move(*opened)};
    std::string sql = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL;";
    if (create) {
        int reserved = EncryptedVfs::kReservedBytes;
        (void)sqlite3_file_control(sealed.handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
        sql += "PRAGMA page_size = " + std::to_string(geometry.block_bytes) +
               "; PRAGMA journal_mode = MEMORY; PRAGMA auto_vacuum = " + std::to_string(geometry.auto_vacuum) +
               "; PRAGMA application_id = 1348824686;";
    }
    sql += "PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; SELECT count(*) FROM sqlite_schema;";
    if (const int rc = run_sql(sealed.handle(), sql); rc != SQLITE_OK) {
        return refused(rc);
    }
    if (ask_sql(sealed.handle(), "PRAGMA journal_mode") != "wal") {
        return fail(ErrorCode::kDamaged, "no write-ahead log");
    }
    return sealed;
}

VaultHeader test_header(std::uint64_t generation) {
    VaultHeader header;
    header.id = test_file_id();
    header.generation = generation;
    static const DropBoxPublicKey kDropBox = drop_box_keys(test_key()).public_key;
    header.drop_box = kDropBox;
    Random random{generation};
    header.key_slots[0][0] = 1;
    for (std::size_t i = 16; i < 104; ++i) {
        header.key_slots[0][i] = static_cast<std::uint8_t>(random.next());
    }
    return header;
}

void write_test_header(const std::filesystem::path& path, const VaultHeader& header) {
    const HeaderCopy copy = encode_header(header, test_key());
    std::fstream file{path, std::ios::binary | std::ios::in | std::ios::out};
    if (!file) {
        file.open(path, std::ios::binary | std::ios::out);
    }
    for (int i = 0; i < 2; ++i) {
        file.write(reinterpret_cast<const char*>(copy.data()), static_cast<std::streamsize>(copy.size()));
    }
    file.close();
    if (!file) {
        std::abort();
    }
}

Result<SealedDatabase> open_test_vault(sqlite3_vfs* below, const std::filesystem::path& path) {
    const Bytes start = [&] {
        Bytes bytes(kHeaderBytes);
        std::ifstream in{path, std::ios::binary};
        in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        bytes.resize(static_cast<std::size_t>(in.gcount()));
        return bytes;
    }();
    auto chosen = choose_header(start);
    if (!chosen) {
        return pass_on(chosen);
    }
    if (std::filesystem::file_size(path) < kHeaderBytes + kVaultPageBytes) {
        return fail(ErrorCode::kDamaged, "shorter than its first page");
    }
    if (!header_is_authentic(chosen->bytes, test_key())) {
        return fail(ErrorCode::kDamaged, "keyed hash");
    }
    return open_sealed(below, path, false);
}

Result<std::string> dump(sqlite3* database) {
    std::string out;
    if (const int rc = append_rows(database, "PRAGMA integrity_check", out); rc != SQLITE_OK) {
        return refused(rc);
    }
    if (out != "3:ok|\n") {
        return fail(ErrorCode::kDamaged, out);
    }
    std::string names;
    if (const int rc =
            append_rows(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", names);
        rc != SQLITE_OK) {
        return refused(rc);
    }
    out += names;
    std::size_t at = 0;
    while (at < names.size()) {
        const std::size_t end = names.find("|\n", at);
        const std::string name = names.substr(at + 2, end - at - 2);
        at = end + 2;
        out += name + '\n';
        // ANALYZE writes its rows in the order of a hash table in memory, which depends on when the schema was read.
        const char* const order = name.starts_with("sqlite_stat") ? " ORDER BY tbl, idx" : "";
        if (const int rc = append_rows(database, "SELECT * FROM \"" + name + '"' + order, out); rc != SQLITE_OK) {
            return refused(rc);
        }
    }
    return out;
}

std::string ask_sql(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    std::string answer;
    int rc = sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
    if (rc == SQLITE_OK) {
        rc = sqlite3_step(statement);
        if (rc == SQLITE_ROW) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
            answer = text == nullptr ? "" : text;
            rc = SQLITE_OK;
        }
    }
    if (rc != SQLITE_OK && rc != SQLITE_DONE) {
        answer = std::string{"error: "} + sqlite3_errmsg(database);
    }
    sqlite3_finalize(statement);
    return answer;
}

int run_sql(sqlite3* database, const std::string& sql) {
    const int rc = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
    return rc == SQLITE_OK ? SQLITE_OK : sqlite3_extended_errcode(database);
}

}  // namespace pennydrop::testing
