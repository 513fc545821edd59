// SPDX-License-Identifier: Apache-2.0
// The process tst_marker_scan watches: writes a secret word, given on its standard input, through every path of a
// journal.
//
//   marker_writer make FILE      makes a journal, works in it, closes it
//   marker_writer crash FILE     opens it and writes until it is killed
//   marker_writer recover FILE   opens it after the crash, changes the passphrase, purges
//   marker_writer plain FILE     the same work on plain SQLite: what the scan must find
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "journal/dropped_entry.h"
#include "journal/journal.h"
#include "journal/schema.h"
#include "support/files.h"
#include "vault/drop_box.h"

namespace {

using namespace pennydrop;

std::string marker;

/// Stops with a message that names the step; the test shows it.
template <typename T>
T must(Result<T> result, const char* step) {
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", step, result.error().detail.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

std::string text_with_marker(int number, std::size_t padding) {
    return "Entry " + std::to_string(number) + " says " + marker + " and " + std::string(padding, '.') + ' ' + marker;
}

EntryContent content(int number, std::size_t padding) {
    return {.text = text_with_marker(number, padding), .occurred = {Timestamp{number}, {}}};
}

void work(Connection& database, int from) {
    EntryStore entries{database};
    DraftStore drafts{database};
    const Search search{database};
    for (int i = from; i < from + 12; ++i) {
        const auto added = must(entries.add(content(i, static_cast<std::size_t>(i % 4) * 3000), Timestamp{i}), "add");
        must(drafts.save({.content = content(i + 100, 10), .cursor = 1, .saved = Timestamp{i}}), "save draft");
        if (i % 3 == 0) {
            (void)must(drafts.keep(Timestamp{i}), "keep draft");
        }
        must(entries.change(added.id, content(i + 200, 700), Timestamp{i}), "change");
        (void)must(search.find({.words = marker}, {}, 5), "find");
        (void)must(search.count({.words = marker.substr(0, 9)}), "count");
        if (i % 4 == 0) {
            must(entries.remove(added.id, Timestamp{i}), "remove");
        }
        if (i % 8 == 0) {
            (void)must(entries.purge_removed(Timestamp{i + 1}), "purge");
        }
        if (i % 6 == 0) {
            must(database.execute("PRAGMA wal_checkpoint(FULL)"), "checkpoint");
        }
    }
    // A sort and a transaction far beyond the cache, and a rebuilt file.
    must(database.execute("PRAGMA cache_size = 10; BEGIN; UPDATE entry SET text = text || ' and once more ' || text;"
                          "SELECT max(text) FROM (SELECT text FROM entry ORDER BY text DESC);"
                          "CREATE TEMP TABLE copied AS SELECT text FROM entry; DROP TABLE copied; COMMIT; VACUUM;"),
         "large work");
}

/// As from the lock screen; every other time it is merged at once.
void write_while_locked(const char* path, Journal& journal, int number) {
    const VaultInfo info = journal.vault().info();
    for (int i = number; i < number + 3; ++i) {
        DropRecord record{new_drop_id(), must(encode_dropped_entry(content(i, 4000)), "encode")};
        must(append_to_drop_box(path, {info.id, info.drop_box}, record, {}), "drop");
    }
    if (number % 2 == 0) {
        (void)must(journal.merge_drop_box(Timestamp{number}), "merge");
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        return 2;
    }
    const std::string_view mode = argv[1];
    for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar()) {
        marker += static_cast<char>(c);
    }
    const auto passphrase = testing::secret("the passphrase " + marker);
    if (mode == "plain") {
        auto database = must(Connection::open(argv[2], "", true), "open");
        must(database.execute("PRAGMA journal_mode = WAL"), "log mode");
        must(database.migrate(journal_migrations()), "migrate");
        work(database, 1);
        return 0;
    }
    std::unique_ptr<Vault> vault;
    if (mode == "make") {
        vault = must(Vault::create(argv[2], passphrase, {}), "create").vault;
    } else {
        vault = must(Vault::open(argv[2], passphrase, {}), "open");
    }
    const auto journal = must(Journal::open(std::move(vault)), "journal");
    Connection& database = journal->vault().database();
    if (mode == "make") {
        work(database, 1);
        write_while_locked(argv[2], *journal, 901);
    } else if (mode == "recover") {
        write_while_locked(argv[2], *journal, 902);
        must(journal->vault().set_passphrase(testing::secret(marker + " is the new one")), "set passphrase");
        (void)must(journal->entries().purge_removed(Timestamp{1'000'000}), "purge");
        work(database, 300);
        must(journal->vault().set_passphrase(passphrase), "set passphrase back");
    } else {
        for (int round = 100;; round += 12) {
            work(database, round);
            write_while_locked(argv[2], *journal, round / 12);
            std::puts("worked");
            std::fflush(stdout);
        }
    }
    return 0;
}
