// SPDX-License-Identifier: Apache-2.0
#include "journal/journal_repair.h"

#include <array>
#include <string_view>

#include "journal/schema.h"
#include "vault/vault_repair.h"

namespace pennydrop {
namespace {

constexpr std::array<std::string_view, 2> kTexts{"entry", "draft"};
/// No other tree has rows of one single blob: those of indexes end with a row id.
constexpr std::array<std::string_view, 3> kToldByShape{"entry", "draft", "merged_drop"};
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

}  // namespace

Result<JournalRepairReport> repair_journal(const std::filesystem::path& damaged, const VaultSecret& secret,
                                           const std::filesystem::path& target, const VaultOptions& options,
                                           const OnProgress& progress) {
    const RepairPlan plan{.schema = journal_migrations(),
                          .told_by_shape = kToldByShape,
                          .witnesses = kWitnesses,
                          .cuttable = kTexts,
                          .cut_mark = " […]"};
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
        } else {
            report.other_rows_saved += table.saved.size();
        }
    }
    return report;
}

}  // namespace pennydrop
