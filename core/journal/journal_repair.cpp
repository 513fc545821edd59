// SPDX-License-Identifier: Apache-2.0
#include "journal/journal_repair.h"

#include <array>
#include <string_view>

#include "journal/schema.h"
#include "vault/vault_repair.h"

namespace pennydrop {
namespace {

constexpr std::array<std::string_view, 2> kTexts{"entry", "draft"};
constexpr std::array<std::string_view, 6> kToldByShape{"entry",      "draft",      "attachment", "attachment_chunk",
                                                       "prompt_set", "prompt_text"};
/// The full-text index keeps the number of words of each entry.
constexpr std::array kWitnesses{RepairPlan::Witness{.table = "entry_text_docsize", .of = "entry"}};
/// Attachments whose entry is lost are shown again by an entry (a setback, of the day they were added) with their names
/// as its text; those of a lost draft likewise. Pieces of what is lost itself go.
constexpr std::array kFinish{Migration{8, R"sql(
INSERT OR IGNORE INTO entry (id, uid, kind, occurred_at, utc_offset, created_at, updated_at, text)
SELECT entry_id, randomblob(16), 1, min(created_at), 0, min(created_at), min(created_at), group_concat(name, char(10))
FROM attachment WHERE entry_id IS NOT NULL AND entry_id NOT IN (SELECT id FROM entry) GROUP BY entry_id;
INSERT INTO entry (uid, kind, occurred_at, utc_offset, created_at, updated_at, text)
SELECT randomblob(16), 1, min(created_at), 0, min(created_at), min(created_at), group_concat(name, char(10))
FROM attachment WHERE entry_id IS NULL AND NOT EXISTS (SELECT 1 FROM draft) HAVING count(*) > 0;
UPDATE attachment SET entry_id = (SELECT max(id) FROM entry)
WHERE entry_id IS NULL AND NOT EXISTS (SELECT 1 FROM draft);
DELETE FROM attachment_chunk WHERE attachment_id NOT IN (SELECT id FROM attachment);
)sql"}};

std::vector<EntryId> ids_of(const std::vector<std::int64_t>& rows) {
    std::vector<EntryId> ids;
    ids.reserve(rows.size());
    for (const std::int64_t row : rows) {
        ids.push_back(EntryId{row});
    }
    return ids;
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
                          .finish = kFinish};
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
        } else if (table.name == "attachment") {
            report.attachments_saved = table.saved.size();
            report.attachments_lost = table.lost.size();
        } else if (table.name == "attachment_chunk") {
            report.attachment_pieces_lost = !table.lost.empty();
        } else {
            report.other_rows_saved += table.saved.size();
        }
    }
    return report;
}

}  // namespace pennydrop
