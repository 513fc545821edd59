// SPDX-License-Identifier: Apache-2.0
#include "journal/journal.h"

#include <utility>

#include "journal/schema.h"

namespace pennydrop {

Journal::Journal(std::unique_ptr<Vault> vault) noexcept
    : vault_(std::move(vault)),
      entries_(vault_->database()),
      drafts_(vault_->database()),
      attachments_(vault_->database()),
      bin_(vault_->database()),
      search_(vault_->database()),
      prompt_sets_(vault_->database()),
      trends_(vault_->database()) {}

Result<std::unique_ptr<Journal>> Journal::open(std::unique_ptr<Vault> vault) {
    if (auto migrated = vault->database().migrate(journal_migrations()); !migrated) {
        return pass_on(migrated);
    }
    return std::unique_ptr<Journal>(new Journal(std::move(vault)));
}

Result<bool> Journal::recovery_is_confirmed() {
    auto count = vault_->database().query_integer(
        "SELECT count(*) FROM setting WHERE name = 'recovery_confirmed' AND value = 1");
    if (!count) {
        return pass_on(count);
    }
    return *count == 1;
}

Status Journal::set_recovery_confirmed() {
    return vault_->database().execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('recovery_confirmed', 1)");
}

Status Journal::forget_recovery_confirmed() {
    return vault_->database().execute("DELETE FROM setting WHERE name = 'recovery_confirmed'");
}

Result<RecoveryCode> Journal::renew_recovery_code() {
    // First, so that a new code nobody has seen is never taken for a confirmed one.
    if (auto forgotten = forget_recovery_confirmed(); !forgotten) {
        return pass_on(forgotten);
    }
    return vault_->renew_recovery_code();
}

Status Journal::add_all(std::span<const EntryContent> contents, Timestamp now) {
    auto transaction = Transaction::begin(vault_->database());
    if (!transaction) {
        return pass_on(transaction);
    }
    for (const EntryContent& content : contents) {
        if (auto added = entries_.add(content, now); !added) {
            return pass_on(added);
        }
    }
    return transaction->commit();
}

Result<ErasedVault> Journal::erase(std::unique_ptr<Journal>& journal, const SecretBytes& passphrase,
                                   std::span<const std::filesystem::path> backup_folders) {
    auto erased = erase_vault(journal->vault_, passphrase, backup_folders);
    if (journal->vault_ == nullptr) {
        journal.reset();
    }
    return erased;
}

Result<MergedDrops> Journal::merge_drop_box(Timestamp now) {
    auto box = vault_->open_drop_box();
    if (!box) {
        return pass_on(box);
    }
    return merge_drops(vault_->database(), *box, now);
}

}  // namespace pennydrop
