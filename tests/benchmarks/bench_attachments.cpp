// SPDX-License-Identifier: Apache-2.0
// A file of 25 MiB into the vault and out again, in pieces of several sizes, and by SQLite's incremental BLOB
// functions: why attachment_store.cpp has the pieces it has. Usage: bench_attachments FOLDER
#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "measure.h"
#include "sides.h"

namespace {

using namespace pennydrop;
using namespace pennydrop::bench;

constexpr std::size_t kFileBytes = 25UL * 1024 * 1024;

void write_rows(Side& side, std::span<const std::uint8_t> file, std::size_t piece) {
    auto transaction = must(Transaction::begin(side.database()), "begin");
    must(side.database().execute("DELETE FROM piece"), "delete");
    auto insert = must(side.database().prepare("INSERT INTO piece (bytes) VALUES (?1)"), "insert");
    for (std::size_t at = 0; at < file.size(); at += piece) {
        insert.reset();
        insert.bind(1, file.subspan(at, std::min(piece, file.size() - at)));
        must(insert.run(), "insert");
    }
    must(transaction.commit(), "commit");
}

std::size_t read_rows(Side& side) {
    auto select = must(side.database().prepare("SELECT bytes FROM piece ORDER BY id"), "select");
    std::size_t total = 0;
    while (must(select.step(), "step")) {
        total += select.blob(0).size();
    }
    return total;
}

void write_blob(Side& side, std::span<const std::uint8_t> file, std::size_t piece) {
    auto transaction = must(Transaction::begin(side.database()), "begin");
    must(side.database().execute("DELETE FROM piece"), "delete");
    auto insert = must(side.database().prepare("INSERT INTO piece (bytes) VALUES (zeroblob(?1))"), "insert");
    insert.bind(1, static_cast<std::int64_t>(file.size()));
    must(insert.run(), "insert");
    sqlite3_blob* blob = nullptr;
    sqlite3_blob_open(side.database().handle(), "main", "piece", "bytes", side.database().last_insert_rowid(), 1,
                      &blob);
    for (std::size_t at = 0; at < file.size(); at += piece) {
        const auto part = file.subspan(at, std::min(piece, file.size() - at));
        sqlite3_blob_write(blob, part.data(), static_cast<int>(part.size()), static_cast<int>(at));
    }
    sqlite3_blob_close(blob);
    must(transaction.commit(), "commit");
}

std::size_t read_blob(Side& side, std::size_t piece) {
    sqlite3_blob* blob = nullptr;
    const auto row = must(side.database().query_integer("SELECT max(id) FROM piece"), "row");
    sqlite3_blob_open(side.database().handle(), "main", "piece", "bytes", row, 0, &blob);
    std::vector<std::uint8_t> part(piece);
    std::size_t total = 0;
    for (const auto size = static_cast<std::size_t>(sqlite3_blob_bytes(blob)); total < size;) {
        const std::size_t count = std::min(piece, size - total);
        sqlite3_blob_read(blob, part.data(), static_cast<int>(count), static_cast<int>(total));
        total += count;
    }
    sqlite3_blob_close(blob);
    return total;
}

}  // namespace

int main(int argc, char** argv) {
    const std::filesystem::path base = argc > 1 ? argv[1] : std::filesystem::current_path();
    const auto folder = base / "bench_attachments";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    SealedSide sealed{(folder / "sealed").string()};
    sealed.create();
    must(sealed.database().execute("CREATE TABLE piece (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"), "table");
    std::vector<std::uint8_t> file(kFileBytes);
    fill_random(file);
    constexpr int kRounds = 5;
    constexpr std::size_t kKibibyte = 1024;
    for (const std::size_t piece : {4 * kKibibyte, 16 * kKibibyte, 64 * kKibibyte, 256 * kKibibyte, 1024 * kKibibyte}) {
        std::vector<Cost> writes;
        std::vector<Cost> reads;
        std::vector<Cost> blob_writes;
        std::vector<Cost> blob_reads;
        for (int round = 0; round < kRounds; ++round) {
            writes.push_back(cost_of([&] { write_rows(sealed, file, piece); }));
            reads.push_back(cost_of([&] { (void)read_rows(sealed); }));
            blob_writes.push_back(cost_of([&] { write_blob(sealed, file, piece); }));
            blob_reads.push_back(cost_of([&] { (void)read_blob(sealed, piece); }));
        }
        const auto middle = [](const std::vector<Cost>& costs) {
            return median(Comparison::column(costs, &Cost::wall_ms));
        };
        std::printf("%5zu KiB   rows: write %7.1f ms, read %7.1f ms   one BLOB: write %7.1f ms, read %7.1f ms\n",
                    piece / kKibibyte, middle(writes), middle(reads), middle(blob_writes), middle(blob_reads));
        std::fflush(stdout);
    }
    sealed.close();
    std::filesystem::remove_all(folder);
    return 0;
}
