// SPDX-License-Identifier: Apache-2.0
// The process tst_marker_scan watches: writes a secret word, given on its standard input, through every path of a
// journal.
//
//   marker_writer make FILE      makes a journal, works in it, closes it
//   marker_writer crash FILE     opens it and writes until it is killed
//   marker_writer recover FILE   opens it after the crash, changes the passphrase, purges
//   marker_writer plain FILE     the same work on plain SQLite: what the scan must find
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
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

EntryContent plain_content(int number, std::size_t padding) {
    return {.text = text_with_marker(number, padding), .occurred = {Timestamp{number}, {}}};
}

EntryContent content(int number, std::size_t padding) {
    EntryContent said = plain_content(number, padding);
    said.tags = {marker + " " + std::to_string(number)};
    said.meaning = "It means " + marker;
    said.barrier.ask = "Asks for " + marker;
    said.barrier.ask_role = "the one for " + marker;
    return said;
}

void follow_up(FollowUpStore& follow_ups, EntryId entry, int number) {
    FollowUpContent said{.text = text_with_marker(number, 900), .at = {Timestamp{number}, {}}};
    must(follow_ups.save_draft(entry, said, Timestamp{number}), "save what follows");
    const auto added = must(follow_ups.add(entry, said, Timestamp{number}), "add what follows");
    said.text += marker;
    must(follow_ups.change(added.id, said, Timestamp{number}), "change what follows");
    must(follow_ups.save_draft(entry, said, Timestamp{number}), "save what follows that");
    if (number % 3 == 0) {
        must(follow_ups.remove(added.id, Timestamp{number}), "remove what follows");
    }
}

/// Saved over and over, as while a person types.
void half_type(FormDraftStore& forms, const FormKey& form, int number) {
    must(forms.save(form, {{1, "Half " + marker}, {2, marker}}, Timestamp{number}), "save what is half typed");
    must(forms.save(form, {{1, "Half typed " + marker}}, Timestamp{number}), "save what is typed on");
}

void decide(DecisionStore& decisions, FormDraftStore& forms, EntryId entry, int number) {
    using namespace std::chrono_literals;
    const LocalTime now{Timestamp{number}, {}};
    const DecisionContent decided{"For now " + marker, 2026y / std::chrono::June / 1d, "We see " + marker};
    half_type(forms, {.form = Form::kNewDecision, .entry = entry}, number);
    const auto first = must(decisions.add(entry, decided, now), "decide");
    half_type(forms, {.form = Form::kDecision, .entry = entry, .subject = first.id.value}, number);
    must(forms.discard({.form = Form::kNewDecision, .entry = entry}), "discard what was half typed");
    must(decisions.change(first.id, {decided.what + marker, decided.until, marker}), "decide otherwise");
    const auto next = must(decisions.adapt(first.id, "Learnt " + marker, decided, now), "adapt");
    if (number % 4 == 0) {
        must(decisions.finish(next.id, {DecisionOutcome::kAbandon, now, "No more " + marker}), "abandon");
    } else {
        must(decisions.remove(next.id, now.at), "remove the decision");
    }
}

/// Under names of this run alone: what a killed one left may be called alike.
void tag(TagStore& tags, int number) {
    static const auto kBegun = std::chrono::system_clock::now().time_since_epoch().count();
    const std::string name = marker + std::to_string(kBegun) + ' ' + std::to_string(number);
    const auto added = must(tags.add("New " + name, Timestamp{number}), "add the tag");
    must(tags.rename(added, "Old " + name), "rename the tag");
    (void)must(tags.beginning_with(marker, 3), "offer tags");
    must(tags.remove(added), "remove the tag");
}

/// Longer than one stored piece, so that the marker lies on borders of all kinds.
void attach(AttachmentStore& attachments, EntryId entry, int number) {
    std::string bytes;
    for (int i = 0; i < 5000; ++i) {
        bytes += marker;
    }
    const NewAttachment file{.name = marker + std::to_string(number) + ".txt",
                             .media_type = "text/plain",
                             .thumbnail = {marker.begin(), marker.end()},
                             .expected_bytes = bytes.size()};
    const auto added =
        must(attachments.add(entry, file, source_of(testing::bytes_of(bytes)), Timestamp{number}, {}), "attach");
    (void)must(attachments.bytes_of(added.id), "read the attachment");
    if (number % 8 == 0) {
        must(attachments.remove(added.id, Timestamp{number}), "remove the attachment");
        (void)must(attachments.purge_removed(Timestamp{number + 1}), "purge the attachment");
    }
}

/// All that may belong to an entry.
void enrich(Connection& database, EntryId entry, int number) {
    FollowUpStore follow_ups{database};
    DecisionStore decisions{database};
    FormDraftStore forms{database};
    TagStore tags{database};
    follow_up(follow_ups, entry, number);
    decide(decisions, forms, entry, number);
    tag(tags, number);
    if (number % 4 == 0) {
        AttachmentStore attachments{database};
        attach(attachments, entry, number);
    }
}

void work(Connection& database, int from) {
    EntryStore entries{database};
    DraftStore drafts{database};
    FormDraftStore forms{database};
    const Search search{database};
    for (int i = from; i < from + 12; ++i) {
        const auto added = must(entries.add(content(i, static_cast<std::size_t>(i % 4) * 3000), Timestamp{i}), "add");
        if (i % 2 == 0) {
            enrich(database, added.id, i);
        }
        must(drafts.save(
                 {.content = content(i + 100, 10), .cursor = 1, .saved = Timestamp{i}, .links = {{.other = added.id}}}),
             "save draft");
        half_type(forms, {.form = Form::kNewTag}, i);
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
    must(database.execute("PRAGMA cache_size = 10; BEGIN; UPDATE entry SET text = text || ' and once more ' || text"
                          " WHERE length(text) < 20000;"
                          "SELECT max(text) FROM (SELECT text FROM entry ORDER BY text DESC);"
                          "CREATE TEMP TABLE copied AS SELECT text FROM entry; DROP TABLE copied; COMMIT; VACUUM;"),
         "large work");
}

/// As from the lock screen; every other time it is merged at once.
void write_while_locked(const char* path, Journal& journal, int number) {
    const VaultInfo info = journal.vault().info();
    for (int i = number; i < number + 3; ++i) {
        DropRecord record{new_drop_id(), must(encode_dropped_entry(plain_content(i, 4000)), "encode")};
        must(append_to_drop_box(path, {info.id, info.drop_box}, record, {}), "drop");
    }
    if (number % 2 == 0) {
        (void)must(journal.merge_drop_box(Timestamp{number}), "merge");
    }
}

/// Always the same file, so that what a crash left of an earlier one can go with the next.
void back_up(const std::filesystem::path& journal_path, Journal& journal) {
    const auto copy = journal_path.parent_path() / "backups" / "copy.pennydrop";
    std::filesystem::remove(copy);
    must(journal.vault().back_up(copy, {}), "back up");
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
        back_up(argv[2], *journal);
    } else if (mode == "recover") {
        write_while_locked(argv[2], *journal, 902);
        must(journal->vault().set_passphrase(testing::secret(marker + " is the new one")), "set passphrase");
        (void)must(journal->entries().purge_removed(Timestamp{1'000'000}), "purge");
        work(database, 300);
        must(journal->vault().set_passphrase(passphrase), "set passphrase back");
        back_up(argv[2], *journal);
    } else {
        for (int round = 100;; round += 12) {
            work(database, round);
            write_while_locked(argv[2], *journal, round / 12);
            std::puts("worked");
            std::fflush(stdout);
            back_up(argv[2], *journal);
        }
    }
    return 0;
}
