// SPDX-License-Identifier: Apache-2.0
#include "journal/journal.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/codec.h"
#include "journal/schema.h"

namespace pennydrop {

namespace {

/// Enough of the recovery slot's random name to know it by.
std::optional<std::int64_t> recovery_slot(const Vault& vault) {
    const auto present = vault.key_slots();
    const auto found = std::ranges::find(present, SlotKind::kRecovery, &KeySlot::kind);
    if (found == present.end()) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(Reader{found->id}.integer<std::uint64_t>());
}

}  // namespace

Journal::Journal(std::unique_ptr<Vault> vault) noexcept
    : vault_(std::move(vault)),
      entries_(vault_->database()),
      drafts_(vault_->database()),
      follow_ups_(vault_->database()),
      forms_(vault_->database()),
      barriers_(vault_->database()),
      links_(vault_->database()),
      decisions_(vault_->database()),
      tags_(vault_->database()),
      attachments_(vault_->database()),
      bin_(vault_->database()),
      review_(vault_->database()),
      search_(vault_->database()),
      similar_(vault_->database()),
      months_(vault_->database()),
      prompt_sets_(vault_->database()),
      trends_(vault_->database()) {}

Result<std::unique_ptr<Journal>> Journal::open(std::unique_ptr<Vault> vault) {
    if (auto migrated = vault->database().migrate(journal_migrations()); !migrated) {
        return pass_on(migrated);
    }
    std::unique_ptr<Journal> journal{new Journal(std::move(vault))};
    if (auto noted = journal->note_confirmed_slot(); !noted) {
        return pass_on(noted);
    }
    return journal;
}

/// Earlier versions noted that the code was confirmed, and unnoted it before each change of the code.
Status Journal::note_confirmed_slot() {
    auto flags = vault_->database().query_integer(
        "SELECT count(*) FROM setting WHERE name = 'recovery_confirmed' AND value = 1");
    if (!flags || *flags == 0 || !recovery_slot(*vault_)) {
        return flags ? Status{} : pass_on(flags);
    }
    auto transaction = Transaction::begin(vault_->database());
    if (!transaction) {
        return pass_on(transaction);
    }
    if (auto noted = set_recovery_confirmed(); !noted) {
        return noted;
    }
    if (auto gone = vault_->database().execute("DELETE FROM setting WHERE name = 'recovery_confirmed'"); !gone) {
        return gone;
    }
    return transaction->commit();
}

Result<bool> Journal::recovery_is_confirmed() {
    auto confirmed = vault_->database().query_integer("SELECT value FROM setting WHERE name = 'recovery_slot'");
    if (!confirmed) {
        return confirmed.error().code == ErrorCode::kNotFound ? Result<bool>{false} : pass_on(confirmed);
    }
    return recovery_slot(*vault_) == *confirmed;
}

Status Journal::set_recovery_confirmed() {
    const auto slot = recovery_slot(*vault_);
    if (!slot) {
        return fail(ErrorCode::kNotFound, "recovery slot");
    }
    auto note = vault_->database().prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('recovery_slot', ?1)");
    return note ? note->bind(1, *slot).run() : pass_on(note);
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

Result<MergedDrops> Journal::merge_drop_box(Timestamp now) {
    auto box = vault_->open_drop_box();
    if (!box) {
        return pass_on(box);
    }
    return merge_drops(vault_->database(), *box, now);
}

}  // namespace pennydrop
