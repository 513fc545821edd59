// SPDX-License-Identifier: Apache-2.0
#include "journal/draft_store.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "journal/draft_links.h"
#include "journal/entry_details.h"
#include "journal/entry_store.h"
#include "journal/rows.h"
#include "journal/savepoint.h"

namespace pennydrop {
namespace {

/// No tag holds one.
constexpr char kBetweenTags = '\n';

std::string joined(const std::vector<std::string>& tags) {
    std::string all;
    for (const std::string& tag : tags) {
        all += tag;
        all += kBetweenTags;
    }
    return all;
}

std::vector<std::string> divided(std::string_view all) {
    std::vector<std::string> tags;
    while (!all.empty()) {
        const std::size_t end = std::min(all.find(kBetweenTags), all.size());
        if (!is_blank(all.substr(0, end))) {
            tags.emplace_back(all.substr(0, end));
        }
        all.remove_prefix(std::min(end + 1, all.size()));
    }
    return tags;
}

Status check_draft_details(const EntryContent& content) {
    const std::string tags = joined(content.tags);
    for (const std::string* text : {&content.meaning, &content.barrier.ask, &content.barrier.ask_role, &tags}) {
        if (auto valid = check_text(*text, kMaxDraftBytes); !valid) {
            return valid;
        }
    }
    return {};
}

/// The row of the draft has just been made anew, and what belonged to the one before went with that.
Status save_draft_details(Connection& database, const EntryContent& content) {
    auto insert = database.prepare(
        "INSERT OR REPLACE INTO draft_detail"
        " (id, needs, problem, power, state, ask_role, ask, meaning, tags) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!insert) {
        return pass_on(insert);
    }
    bind_details(*insert, 1, content);
    insert->bind(8, std::string_view{joined(content.tags)});
    return insert->run();
}

Status load_draft_details(Connection& database, EntryContent& content) {
    auto select = database.prepare(
        "SELECT needs, problem, power, state, ask_role, ask, meaning, tags FROM draft_detail WHERE id = 1");
    if (!select) {
        return pass_on(select);
    }
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    if (*row) {
        details_from_row(*select, 0, content);
        content.tags = divided(select->text(7));
    }
    return {};
}

/// An entry needs a text: what was typed elsewhere gives one.
void give_text(EntryContent& content) {
    for (const std::string* text : {&content.meaning, &content.barrier.ask}) {
        if (is_blank(content.text) && !is_blank(*text)) {
            content.text = *text;
        }
    }
}

}  // namespace

Status DraftStore::save(const Draft& draft) {
    if (auto valid = check_text(draft.content.text, kMaxDraftBytes); !valid) {
        return valid;
    }
    if (auto valid = check_draft_details(draft.content); !valid) {
        return valid;
    }
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    auto replace = database_->prepare(
        "INSERT OR REPLACE INTO draft (id, kind, occurred_at, utc_offset, theme, level, entry_id, cursor, saved_at, "
        "text)"
        " VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    if (!replace) {
        return pass_on(replace);
    }
    bind_content(*replace, 1, draft.content);
    replace->bind(6, draft.entry ? std::optional{draft.entry->value} : std::nullopt);
    replace->bind(7, static_cast<std::int64_t>(draft.cursor));
    replace->bind(8, draft.saved.micros);
    replace->bind(9, std::string_view{draft.content.text});
    if (auto replaced = replace->run(); !replaced) {
        return replaced;
    }
    if (has_details(draft.content)) {
        if (auto saved = save_draft_details(*database_, draft.content); !saved) {
            return saved;
        }
    }
    if (auto saved = save_draft_links(*database_, draft.links); !saved) {
        return saved;
    }
    return savepoint->commit();
}

Result<std::optional<Draft>> DraftStore::load() const {
    auto select = database_->prepare(
        "SELECT kind, occurred_at, utc_offset, theme, level, entry_id, cursor, saved_at, text FROM draft WHERE id = 1");
    if (!select) {
        return pass_on(select);
    }
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row) {
        return std::optional<Draft>{};
    }
    Draft draft;
    draft.content = draft_content_from_row(*select, 0);
    draft.content.text = select->text(8);
    if (!select->is_null(5)) {
        draft.entry = EntryId{select->integer(5)};
    }
    draft.cursor = static_cast<std::int32_t>(select->integer(6));
    draft.saved = Timestamp{select->integer(7)};
    if (auto loaded = load_draft_details(*database_, draft.content); !loaded) {
        return pass_on(loaded);
    }
    auto links = load_draft_links(*database_);
    if (!links) {
        return pass_on(links);
    }
    draft.links = std::move(*links);
    return std::optional{std::move(draft)};
}

Status DraftStore::discard() {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) {
        return pass_on(transaction);
    }
    if (auto discarded = discard_within(); !discarded) {
        return discarded;
    }
    return transaction->commit();
}

Status DraftStore::discard_within() {
    return database_->execute(
        "DELETE FROM attachment WHERE entry_id IS NULL; DELETE FROM draft;"
        "DELETE FROM form_draft WHERE entry_id IS NULL AND form = 'tag/new';");
}

Result<std::string> DraftStore::attached_names() const {
    auto select =
        database_->prepare("SELECT name FROM attachment WHERE entry_id IS NULL AND removed_at IS NULL ORDER BY id");
    if (!select) {
        return pass_on(select);
    }
    std::string names;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return names;
        }
        names += names.empty() ? "" : "\n";
        names += select->text(0);
    }
}

Status DraftStore::give_attachments(EntryId entry) {
    auto update = database_->prepare("UPDATE attachment SET entry_id = ?1 WHERE entry_id IS NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, entry.value);
    return update->run();
}

Result<KeptDraft> DraftStore::keep(Timestamp now) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) {
        return pass_on(transaction);
    }
    auto kept = keep_within(now);
    if (!kept) {
        return kept;
    }
    if (auto committed = transaction->commit(); !committed) {
        return pass_on(committed);
    }
    return kept;
}

Result<EntryId> DraftStore::throw_away(Timestamp now) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) {
        return pass_on(transaction);
    }
    auto draft = load();
    if (!draft) {
        return pass_on(draft);
    }
    EntryId thrown;
    if (*draft && (*draft)->entry) {
        if (auto discarded = discard_within(); !discarded) {
            return pass_on(discarded);
        }
    } else {
        auto kept = keep_within(now);
        if (!kept) {
            return pass_on(kept);
        }
        thrown = kept->entry;
    }
    if (thrown.is_set()) {
        if (auto removed = EntryStore{*database_}.remove(thrown, now); !removed) {
            return pass_on(removed);
        }
    }
    if (auto committed = transaction->commit(); !committed) {
        return pass_on(committed);
    }
    return thrown;
}

Result<KeptDraft> DraftStore::keep_within(Timestamp now) {
    using Outcome = KeptDraft::Outcome;
    auto loaded = load();
    if (!loaded) {
        return pass_on(loaded);
    }
    if (!*loaded) {
        return KeptDraft{};
    }
    Draft& draft = **loaded;
    if (draft.content.theme && !theme_fits(draft.content.kind, *draft.content.theme)) {
        draft.content.theme.reset();
    }
    EntryStore entries{*database_};
    KeptDraft kept;
    std::optional<Entry> before;
    if (draft.entry) {
        auto found = entries.find(*draft.entry);
        if (found) {
            before = std::move(*found);
            kept.entry = before->id;
        } else if (found.error().code != ErrorCode::kNotFound) {
            return pass_on(found);
        }
    }
    auto names = attached_names();
    if (!names) {
        return pass_on(names);
    }
    if (!before) {
        give_text(draft.content);
    }
    if (!before && is_blank(draft.content.text)) {
        draft.content.text = *names;
    }
    if (is_blank(draft.content.text)) {
        kept.outcome = before ? Outcome::kEmptied : Outcome::kNothing;
    } else if (!before) {
        auto added = entries.add(draft.content, now);
        if (!added) {
            return pass_on(added);
        }
        kept.outcome = Outcome::kAdded;
        kept.entry = added->id;
    } else if (before->content == draft.content && names->empty()) {
        kept.outcome = Outcome::kUnchanged;
    } else {
        if (auto changed = entries.change(before->id, draft.content, now); !changed) {
            return pass_on(changed);
        }
        kept.outcome = Outcome::kChanged;
    }
    if (kept.entry.is_set()) {
        if (auto given = give_attachments(kept.entry); !given) {
            return pass_on(given);
        }
    }
    if (kept.entry.is_set() && kept.outcome != Outcome::kEmptied) {
        auto made = make_draft_links(*database_, kept.entry, draft.links, {now, draft.content.occurred.offset});
        if (!made) {
            return pass_on(made);
        }
        kept.links = std::move(*made);
        if (kept.outcome == Outcome::kUnchanged && !kept.links.empty()) {
            kept.outcome = Outcome::kChanged;
        }
    }
    if (auto discarded = discard_within(); !discarded) {
        return pass_on(discarded);
    }
    return kept;
}

}  // namespace pennydrop
