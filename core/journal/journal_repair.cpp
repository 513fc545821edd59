// SPDX-License-Identifier: Apache-2.0
#include "journal/journal_repair.h"

#include <array>
#include <string_view>

#include "journal/schema.h"
#include "vault/vault_repair.h"

namespace pennydrop {
namespace {

/// Those whose last column is what a person wrote.
constexpr std::array<std::string_view, 8> kTexts{"entry",           "draft",    "entry_detail", "draft_detail", "follow_up",
                                                 "follow_up_draft", "decision", "tag"};
constexpr std::array<std::string_view, 11> kToldByShape{
    "entry",    "draft", "entry_detail", "draft_detail",  "follow_up", "follow_up_draft",
    "decision", "tag",   "entry_tag",    "barrier_state", "link"};
/// The full-text index keeps the number of words of each entry.
constexpr std::array kWitnesses{RepairPlan::Witness{.table = "entry_text_docsize", .of = "entry"}};

std::vector<EntryId> ids_of(const std::vector<std::int64_t>& rows) {
    std::vector<EntryId> ids;
    ids.reserve(rows.size());
    for (const std::int64_t row : rows) {
        ids.push_back(EntryId{row});
    }
    return ids;
}

/// What belongs to an entry that is lost is still a person's words: it gets an entry to stand at, and is found again.
/// Numbers alone say nothing without their entry.
Status tidy(Connection& database) {
    constexpr std::int64_t kFirstWithParts = 6;
    auto version = database.query_integer("PRAGMA user_version");
    if (!version || *version < kFirstWithParts) {
        return version ? Status{} : pass_on(version);
    }
    return database.execute(R"sql(
INSERT INTO entry (id, uid, kind, occurred_at, utc_offset, created_at, updated_at, text)
SELECT entry_id, randomblob(16), 1, min(at), utc_offset, min(at), min(at), '[…]' FROM (
    SELECT entry_id, at, utc_offset FROM follow_up
    UNION ALL
    SELECT entry_id, made_at, made_offset FROM decision
    UNION ALL
    SELECT d.entry_id, coalesce(b.at, 0), coalesce(b.utc_offset, 0) FROM entry_detail AS d
    LEFT JOIN barrier_state AS b ON b.entry_id = d.entry_id WHERE d.meaning <> '' OR d.ask <> ''
) WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id) GROUP BY entry_id;
DELETE FROM entry_detail WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id);
DELETE FROM barrier_state WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id);
DELETE FROM follow_up_draft WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id);
DELETE FROM review_mark WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id);
DELETE FROM entry_tag WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = entry_id)
    OR NOT EXISTS (SELECT 1 FROM tag WHERE id = tag_id);
DELETE FROM link WHERE NOT EXISTS (SELECT 1 FROM entry WHERE id = from_id)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE id = to_id);
DELETE FROM draft_detail WHERE NOT EXISTS (SELECT 1 FROM draft AS d WHERE d.id = draft_detail.id);
)sql");
}

}  // namespace

Result<JournalRepairReport> repair_journal(const std::filesystem::path& damaged, const VaultSecret& secret,
                                           const std::filesystem::path& target, const VaultOptions& options,
                                           const OnProgress& progress) {
    const RepairPlan plan{.schema = journal_migrations(),
                          .told_by_shape = kToldByShape,
                          .witnesses = kWitnesses,
                          .cuttable = kTexts,
                          .cut_mark = " […]",
                          .finish = tidy};
    auto repaired = repair_vault(damaged, secret, target, plan, options, progress);
    if (!repaired) {
        return pass_on(repaired);
    }
    JournalRepairReport report{
        .blocks = repaired->blocks, .damaged_blocks = repaired->damaged_blocks, .is_complete = repaired->is_complete()};
    for (const TableRepair& table : repaired->tables) {
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
        } else {
            report.other_rows_saved += table.saved.size();
        }
    }
    return report;
}

}  // namespace pennydrop
