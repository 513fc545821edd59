// SPDX-License-Identifier: Apache-2.0
// A journal: an unlocked vault with the journal's tables in it. The door through which the app comes in.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <memory>
#include <span>

#include "base/result.h"
#include "journal/attachment_store.h"
#include "journal/barrier_store.h"
#include "journal/bin.h"
#include "journal/decision_store.h"
#include "journal/draft_store.h"
#include "journal/drop_box_merge.h"
#include "journal/entry_store.h"
#include "journal/follow_up_store.h"
#include "journal/form_draft_store.h"
#include "journal/link_store.h"
#include "journal/month_view.h"
#include "journal/prompt_set_store.h"
#include "journal/review_queue.h"
#include "journal/search.h"
#include "journal/similar.h"
#include "journal/tag_store.h"
#include "journal/trend_queries.h"
#include "vault/vault.h"

namespace pennydrop {

class Journal {
public:
    /// Takes an unlocked vault and brings its tables up to date. kNewerVersion when a later Pennydrop has changed them.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(std::unique_ptr<Vault> vault);

    [[nodiscard]] EntryStore& entries() noexcept { return entries_; }
    [[nodiscard]] DraftStore& drafts() noexcept { return drafts_; }
    [[nodiscard]] FollowUpStore& follow_ups() noexcept { return follow_ups_; }
    [[nodiscard]] FormDraftStore& forms() noexcept { return forms_; }
    [[nodiscard]] BarrierStore& barriers() noexcept { return barriers_; }
    [[nodiscard]] LinkStore& links() noexcept { return links_; }
    [[nodiscard]] DecisionStore& decisions() noexcept { return decisions_; }
    [[nodiscard]] TagStore& tags() noexcept { return tags_; }
    [[nodiscard]] AttachmentStore& attachments() noexcept { return attachments_; }
    [[nodiscard]] Bin& bin() noexcept { return bin_; }
    [[nodiscard]] ReviewQueue& review() noexcept { return review_; }
    [[nodiscard]] Search& search() noexcept { return search_; }
    [[nodiscard]] Similar& similar() noexcept { return similar_; }
    [[nodiscard]] MonthView& months() noexcept { return months_; }
    [[nodiscard]] PromptSetStore& prompt_sets() noexcept { return prompt_sets_; }
    [[nodiscard]] TrendQueries& trends() noexcept { return trends_; }
    [[nodiscard]] Vault& vault() noexcept { return *vault_; }

    /// Whether the person has shown that they hold the recovery code that opens this journal now.
    [[nodiscard]] Result<bool> recovery_is_confirmed();
    /// What is noted is which key slot the code opens, so that a code that takes its place is not confirmed, and one
    /// that failed to takes nothing away. kNotFound when no recovery code opens this journal.
    [[nodiscard]] Status set_recovery_confirmed();

    /// Adds many entries in one transaction (sample journals, later imports). All or nothing.
    [[nodiscard]] Status add_all(std::span<const EntryContent> contents, Timestamp now);

    /// Brings in what was written while the journal was locked (encode_dropped_entry(), append_to_drop_box()), each
    /// entry exactly once. Errors: kInUse (somebody is writing to the drop box), kPermission, kDiskFull, kIo; then
    /// nothing has been brought in, and the drop box is as it was.
    [[nodiscard]] Result<MergedDrops> merge_drop_box(Timestamp now);

private:
    explicit Journal(std::unique_ptr<Vault> vault) noexcept;
    [[nodiscard]] Status note_confirmed_slot();

    std::unique_ptr<Vault> vault_;
    EntryStore entries_;
    DraftStore drafts_;
    FollowUpStore follow_ups_;
    FormDraftStore forms_;
    BarrierStore barriers_;
    LinkStore links_;
    DecisionStore decisions_;
    TagStore tags_;
    AttachmentStore attachments_;
    Bin bin_;
    ReviewQueue review_;
    Search search_;
    Similar similar_;
    MonthView months_;
    PromptSetStore prompt_sets_;
    TrendQueries trends_;
};

}  // namespace pennydrop
