// SPDX-License-Identifier: Apache-2.0
#include "journal/journal_repair.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "journal/schema.h"
#include "vault/vault_repair.h"

namespace pennydrop {
namespace {

/// Those whose last column is what a person wrote.
constexpr std::array<std::string_view, 9> kTexts{
    "entry", "draft", "entry_detail", "draft_detail", "follow_up", "follow_up_draft", "decision", "tag", "form_draft"};
/// Of these only merged_drop has rows of one single blob: those of indexes end with a row id.
constexpr std::array<std::string_view, 18> kToldByShape{
    "entry",      "draft",       "entry_detail",  "draft_detail", "follow_up",   "follow_up_draft", "decision",
    "tag",        "entry_tag",   "barrier_state", "link",         "merged_drop", "attachment",      "attachment_chunk",
    "prompt_set", "prompt_text", "form_draft",    "draft_link"};
/// The full-text index keeps the number of words of each entry.
constexpr std::array kWitnesses{RepairPlan::Witness{.table = "entry_text_docsize", .of = "entry"}};

bool is_words(std::string_view table) {
    return std::ranges::find(kTexts, table) != kTexts.end();
}

std::vector<EntryId> ids_of(const std::vector<std::int64_t>& rows) {
    std::vector<EntryId> ids;
    ids.reserve(rows.size());
    for (const std::int64_t row : rows) {
        ids.push_back(EntryId{row});
    }
    return ids;
}

/// What a person wrote to an entry that is lost gets an entry to stand at, and is found again.
constexpr Sql kPlacesForWords = R"sql(
INSERT INTO entry (id, uid, kind, occurred_at, utc_offset, created_at, updated_at, text)
SELECT entry_id, randomblob(16), 1, min(at), utc_offset, min(at), min(at), '[…]' FROM (
    SELECT entry_id, at, utc_offset FROM follow_up
    UNION ALL
    SELECT entry_id, at, utc_offset FROM follow_up_draft
    UNION ALL
    SELECT entry_id, made_at, made_offset FROM decision
    UNION ALL
    SELECT d.entry_id, coalesce(b.at, 0), coalesce(b.utc_offset, 0) FROM entry_detail AS d
    LEFT JOIN barrier_state AS b ON b.entry_id = d.entry_id WHERE d.meaning <> '' OR d.ask <> ''
) WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id) GROUP BY entry_id;
)sql";

constexpr Sql kPlacesForForms = R"sql(
INSERT INTO entry (id, uid, kind, occurred_at, utc_offset, created_at, updated_at, text)
SELECT entry_id, randomblob(16), 1, min(saved_at), 0, min(saved_at), min(saved_at), '[…]' FROM form_draft
WHERE entry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id) GROUP BY entry_id;
)sql";

/// Attachments whose entry is lost are shown again by an entry (a setback, of the day they were added) with their names
/// as its text; those of a lost draft likewise. Pieces of what is lost itself go.
constexpr Sql kPlacesForFiles = R"sql(
INSERT OR IGNORE INTO entry (id, uid, kind, occurred_at, utc_offset, created_at, updated_at, text)
SELECT entry_id, randomblob(16), 1, min(created_at), 0, min(created_at), min(created_at), group_concat(name, char(10))
FROM attachment WHERE entry_id IS NOT NULL AND entry_id NOT IN (SELECT id FROM entry) GROUP BY entry_id;
INSERT INTO entry (uid, kind, occurred_at, utc_offset, created_at, updated_at, text)
SELECT randomblob(16), 1, min(created_at), 0, min(created_at), min(created_at), group_concat(name, char(10))
FROM attachment WHERE entry_id IS NULL AND NOT EXISTS (SELECT 1 FROM draft) HAVING count(*) > 0;
UPDATE attachment SET entry_id = (SELECT max(id) FROM entry)
WHERE entry_id IS NULL AND NOT EXISTS (SELECT 1 FROM draft);
DELETE FROM attachment_chunk WHERE attachment_id NOT IN (SELECT id FROM attachment);
)sql";

/// Numbers alone say nothing without their entry.
constexpr Sql kNothingLoose = R"sql(
DELETE FROM entry_detail WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id);
DELETE FROM barrier_state WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id);
DELETE FROM review_mark WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id);
DELETE FROM entry_tag WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id)
    OR NOT EXISTS (SELECT 1 FROM tag WHERE id = tag_id);
DELETE FROM link WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = from_id)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE id = to_id);
DELETE FROM draft_detail WHERE NOT EXISTS (SELECT 1 FROM draft AS d WHERE d.id = draft_detail.id);
)sql";

constexpr Sql kNoLooseForms = R"sql(
DELETE FROM draft_link WHERE NOT EXISTS (SELECT 1 FROM draft AS d WHERE d.id = draft_id)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE id = other_id);
DELETE FROM form_draft WHERE form = 'tag/new' AND NOT EXISTS (SELECT 1 FROM draft);
DELETE FROM form_draft WHERE form = 'tag/name' AND NOT EXISTS (SELECT 1 FROM tag WHERE id = subject);
)sql";

/// Those of which a piece is lost.
constexpr Sql kCutFiles = R"sql(
SELECT count(*) FROM attachment AS a
WHERE size <> (SELECT coalesce(sum(length(bytes)), 0) FROM attachment_chunk WHERE attachment_id = a.id)
)sql";

Result<std::int64_t> count_cut_files(Connection& database) {
    constexpr std::int64_t kSince = 8;
    auto version = database.query_integer("PRAGMA user_version");
    return version && *version >= kSince ? database.query_integer(kCutFiles) : Result<std::int64_t>{0};
}

/// Mends what refers to rows that are lost, in whatever version of the schema the journal is.
Status tidy(Connection& database) {
    struct Step {
        std::int64_t since;  ///< The first version that has the tables.
        Sql sql;
    };
    auto version = database.query_integer("PRAGMA user_version");
    if (!version) {
        return pass_on(version);
    }
    for (const Step& step : {Step{6, kPlacesForWords}, Step{10, kPlacesForForms}, Step{8, kPlacesForFiles},
                             Step{6, kNothingLoose}, Step{10, kNoLooseForms}}) {
        if (*version < step.since) {
            continue;
        }
        if (auto done = database.execute(step.sql); !done) {
            return done;
        }
    }
    return {};
}

}  // namespace

Result<JournalRepairReport> repair_journal(const std::filesystem::path& damaged, const VaultSecret& secret,
                                           const std::filesystem::path& target, const VaultOptions& options,
                                           const OnProgress& progress) {
    std::int64_t cut_files = 0;
    const auto finish = [&cut_files](Connection& database) -> Status {
        if (auto tidied = tidy(database); !tidied) {
            return tidied;
        }
        auto counted = count_cut_files(database);
        if (!counted) {
            return pass_on(counted);
        }
        cut_files = *counted;
        return {};
    };
    const RepairPlan plan{.schema = journal_migrations(),
                          .told_by_shape = kToldByShape,
                          .witnesses = kWitnesses,
                          .cuttable = kTexts,
                          .cut_mark = " […]",
                          .finish = finish};
    auto repaired = repair_vault(damaged, secret, target, plan, options, progress);
    if (!repaired) {
        return pass_on(repaired);
    }
    JournalRepairReport report{.blocks = repaired->blocks,
                               .damaged_blocks = repaired->damaged_blocks,
                               .not_delivered = repaired->not_delivered,
                               .header_was_forged = !repaired->header_is_authentic,
                               .is_complete = repaired->is_complete()};
    report.attachments_cut = static_cast<std::uint64_t>(cut_files);
    for (const TableRepair& table : repaired->tables) {
        if (table.name != "entry") {
            report.words_cut += table.cut.size();
        }
        if (table.name == "entry") {
            report.entries_saved = table.saved.size();
            report.cut = ids_of(table.cut);
            report.lost = ids_of(table.lost);
        } else if (table.name == "draft") {
            report.draft_saved = !table.saved.empty();
            report.draft_lost = !table.lost.empty();
        } else if (table.name == "follow_up") {
            report.follow_ups_saved = table.saved.size();
            report.follow_ups_lost = table.lost.size();
        } else if (table.name == "attachment") {
            report.attachments_saved = table.saved.size();
            report.attachments_lost = table.lost.size();
        } else if (table.name != "attachment_chunk") {
            report.other_rows_saved += table.saved.size();
            report.words_lost += is_words(table.name) ? table.lost.size() : 0;
        }
    }
    return report;
}

}  // namespace pennydrop
