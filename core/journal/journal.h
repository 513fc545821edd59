// SPDX-License-Identifier: Apache-2.0
// A journal: an unlocked vault with the journal's tables in it. The door through which the app comes in.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "base/result.h"
#include "journal/attachment_store.h"
#include "journal/bin.h"
#include "journal/draft_store.h"
#include "journal/drop_box_merge.h"
#include "journal/entry_store.h"
#include "journal/prompt_set_store.h"
#include "journal/search.h"
#include "journal/trend_queries.h"
#include "vault/vault.h"
#include "vault/vault_erase.h"

namespace pennydrop {

class Journal {
public:
    /// Takes an unlocked vault and brings its tables up to date. kNewerVersion when a later Pennydrop has changed them.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(std::unique_ptr<Vault> vault);

    [[nodiscard]] EntryStore& entries() noexcept { return entries_; }
    [[nodiscard]] DraftStore& drafts() noexcept { return drafts_; }
    [[nodiscard]] AttachmentStore& attachments() noexcept { return attachments_; }
    [[nodiscard]] Bin& bin() noexcept { return bin_; }
    [[nodiscard]] Search& search() noexcept { return search_; }
    [[nodiscard]] PromptSetStore& prompt_sets() noexcept { return prompt_sets_; }
    [[nodiscard]] TrendQueries& trends() noexcept { return trends_; }
    [[nodiscard]] Vault& vault() noexcept { return *vault_; }

    /// Whether the person has shown that they hold the recovery code that opens this journal now.
    [[nodiscard]] Result<bool> recovery_is_confirmed();
    [[nodiscard]] Status set_recovery_confirmed();
    /// The code must be made anew and shown.
    [[nodiscard]] Status forget_recovery_confirmed();
    /// A new recovery code, not confirmed yet; the one before opens nothing any more. Errors as
    /// Vault::renew_recovery_code().
    [[nodiscard]] Result<RecoveryCode> renew_recovery_code();

    /// Adds many entries in one transaction (sample journals, later imports). All or nothing.
    [[nodiscard]] Status add_all(std::span<const EntryContent> contents, Timestamp now);

    /// Brings in what was written while the journal was locked (encode_dropped_entry(), append_to_drop_box()), each
    /// entry exactly once. Errors: kInUse (somebody is writing to the drop box), kPermission, kDiskFull, kIo; then
    /// nothing has been brought in, and the drop box is as it was.
    [[nodiscard]] Result<MergedDrops> merge_drop_box(Timestamp now);

    /// Erases the whole journal, as erase_vault() does and with its errors. `journal` is taken away but where the error
    /// is kWrongSecret or kOutOfMemory.
    [[nodiscard]] static Result<ErasedVault> erase(std::unique_ptr<Journal>& journal, const SecretBytes& passphrase,
                                                   std::span<const std::filesystem::path> backup_folders);

private:
    explicit Journal(std::unique_ptr<Vault> vault) noexcept;

    std::unique_ptr<Vault> vault_;
    EntryStore entries_;
    DraftStore drafts_;
    AttachmentStore attachments_;
    Bin bin_;
    Search search_;
    PromptSetStore prompt_sets_;
    TrendQueries trends_;
};

}  // namespace pennydrop
