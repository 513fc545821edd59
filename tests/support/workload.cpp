// SPDX-License-Identifier: Apache-2.0
#include "support/workload.h"

#include <sqlite3.h>

#include "support/sealed_database.h"

namespace pennydrop::testing {
namespace {

/// Every row of a SELECT in one line, or the error.
std::string answer_of(sqlite3* database, const std::string& sql) {
    std::string out;
    const auto collect = [](void* to, int columns, char** values, char** /*names*/) {
        for (int i = 0; i < columns; ++i) {
            *static_cast<std::string*>(to) += values[i] == nullptr ? "-" : values[i];
            *static_cast<std::string*>(to) += ',';
        }
        return 0;
    };
    const int rc = sqlite3_exec(database, sql.c_str(), collect, &out, nullptr);
    return out + '#' + std::to_string(rc == SQLITE_OK ? SQLITE_OK : sqlite3_extended_errcode(database));
}

}  // namespace

void Workload::prepare(sqlite3* database) {
    (void)run_sql(database,
                  "CREATE TABLE item (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c BLOB);"
                  "CREATE INDEX item_a ON item (a);"
                  "CREATE VIRTUAL TABLE words USING fts5 (text, prefix = '2 3');"
                  "INSERT INTO item VALUES (1, 0, '', zeroblob(30000));");
}

std::string Workload::step(sqlite3* database) {
    if (random_.one_in(12)) {
        const std::size_t from = random_.below(29000);
        const std::string bytes = random_.word(1 + random_.below(900));
        return write_into_blob(database, 1, from, bytes);
    }
    return answer_of(database, next_sql());
}

std::string Workload::write_into_blob(sqlite3* database, std::int64_t row, std::size_t from, const std::string& bytes) {
    sqlite3_blob* blob = nullptr;
    int rc = sqlite3_blob_open(database, "main", "item", "c", row, 1, &blob);
    if (rc == SQLITE_OK) {
        rc = sqlite3_blob_write(blob, bytes.data(), static_cast<int>(bytes.size()), static_cast<int>(from));
        sqlite3_blob_close(blob);
    }
    return "blob#" + std::to_string(rc);
}

std::string Workload::next_sql() {
    const std::string a = std::to_string(random_.below(200));
    const std::string b = random_.word(1 + random_.below(random_.one_in(6) ? 3000 : 40));
    const std::string id = std::to_string(2 + random_.below(120));
    switch (random_.below(22)) {
        case 0:
        case 1:
        case 2:
            return "INSERT OR REPLACE INTO item VALUES (" + id + ", " + a + ", '" + b + "', zeroblob(" +
                   std::to_string(random_.below(random_.one_in(4) ? 90000 : 900)) + "))";
        case 3:
        case 4:
            return "UPDATE item SET a = a + " + a + ", b = '" + b +
                   "' WHERE id > 1 AND a % 7 = " + std::to_string(random_.below(7));
        case 5:
            return "DELETE FROM item WHERE id > 1 AND a % 5 = " + std::to_string(random_.below(5));
        case 6:
        case 7:
            return "INSERT INTO words (text) VALUES ('" + b + ' ' + random_.word(3) + ' ' + random_.word(5) + "')";
        case 8:
            return "DELETE FROM words WHERE rowid % 3 = " + std::to_string(random_.below(3));
        case 9:
            return random_.one_in(4)
                       ? "INSERT INTO words (words) VALUES ('optimize')"
                       : "SELECT group_concat(rowid) FROM words WHERE words MATCH '" + random_.word(1) + "*'";
        case 10:
            return "SELECT count(*), sum(a), sum(length(b)), sum(length(c)) FROM item";
        case 11:
            return "SELECT b FROM item ORDER BY b DESC, id LIMIT 5";
        case 12:
            ++tables_;
            return "CREATE TABLE extra" + std::to_string(tables_) + " (x PRIMARY KEY, y UNIQUE) WITHOUT ROWID";
        case 13: {
            const std::string table = "extra" + std::to_string(1 + random_.below(tables_ + 1));
            return "INSERT OR IGNORE INTO " + table + " SELECT b || id, id FROM item";
        }
        case 14:
            return "DROP TABLE extra" + std::to_string(1 + random_.below(tables_ + 1));
        case 15:
            ++savepoints_;
            return "SAVEPOINT s" + std::to_string(savepoints_);
        case 16:
            return (random_.one_in(2) ? "ROLLBACK TO s" : "RELEASE s") + std::to_string(savepoints_);
        case 17:
            return random_.one_in(3) ? "ROLLBACK" : "COMMIT";
        case 18:
            // A transaction far larger than the cache, which spills into the log, and half of the time is undone.
            return "BEGIN; UPDATE item SET c = zeroblob(length(c) + 700), a = a + 1; UPDATE item SET b = b || '" +
                   random_.word(60) + "'; " + (random_.one_in(2) ? "ROLLBACK" : "COMMIT");
        case 19:
            // Half done when it fails: the statement must be undone alone.
            return "INSERT INTO item SELECT id + 60, a, b, c FROM item WHERE id > 1 ORDER BY id DESC";
        case 20:
            return random_.one_in(2) ? "VACUUM" : "PRAGMA incremental_vacuum(" + std::to_string(random_.below(9)) + ")";
        default:
            return random_.one_in(2) ? "REINDEX item" : "ANALYZE";
    }
}

}  // namespace pennydrop::testing
