// SPDX-License-Identifier: Apache-2.0
#include "journal/form_draft_store.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "journal/rows.h"
#include "journal/savepoint.h"

namespace pennydrop {
namespace {

/// As they are stored; never changed.
constexpr std::array<std::string_view, 5> kCodes{"decision/new", "decision/change", "decision/end", "tag/new",
                                                 "tag/name"};

std::string_view code_of(Form form) {
    return kCodes.at(static_cast<std::size_t>(form));
}

std::optional<Form> form_of(std::string_view code) {
    for (std::size_t i = 0; i < kCodes.size(); ++i) {
        if (kCodes.at(i) == code) {
            return static_cast<Form>(i);
        }
    }
    return std::nullopt;
}

/// Binds form, entry_id, subject to the first three parameters.
void bind_key(Statement& statement, const FormKey& key) {
    statement.bind(1, code_of(key.form));
    statement.bind(2, key.entry ? std::optional{key.entry->value} : std::nullopt);
    statement.bind(3, key.subject);
}

/// kNotFound when what the form is about was erased; what is in the bin may come back.
Status require_subject(Connection& database, const FormKey& key) {
    if (key.form == Form::kNewDecision || key.form == Form::kNewTag) {
        return {};
    }
    auto select = key.form == Form::kTagName
                      ? database.prepare("SELECT 1 FROM tag WHERE id = ?1 AND ?2 IS NULL")
                      : database.prepare("SELECT 1 FROM decision WHERE id = ?1 AND entry_id IS ?2");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, key.subject).bind(2, key.entry ? std::optional{key.entry->value} : std::nullopt);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    return *row ? Status{} : Status{fail(ErrorCode::kNotFound)};
}

}  // namespace

Status FormDraftStore::save(const FormKey& key, const std::vector<FormField>& fields, Timestamp now) {
    for (const FormField& field : fields) {
        if (auto valid = check_text(field.text, kMaxDraftBytes); !valid) {
            return valid;
        }
    }
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    if (key.entry && !fields.empty()) {
        if (auto there = require_entry(*database_, *key.entry); !there) {
            return there;
        }
    }
    if (!fields.empty()) {
        if (auto there = require_subject(*database_, key); !there) {
            return there;
        }
    }
    if (auto discarded = discard(key); !discarded) {
        return discarded;
    }
    for (const FormField& field : fields) {
        auto insert = database_->prepare(
            "INSERT INTO form_draft (form, entry_id, subject, field, saved_at, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        if (!insert) {
            return pass_on(insert);
        }
        bind_key(*insert, key);
        insert->bind(4, std::int64_t{field.field}).bind(5, now.micros);
        insert->bind(6, std::string_view{field.text});
        if (auto inserted = insert->run(); !inserted) {
            return inserted;
        }
    }
    return savepoint->commit();
}

Result<std::vector<FormField>> FormDraftStore::load(const FormKey& key) const {
    auto select = database_->prepare(
        "SELECT field, text FROM form_draft WHERE form = ?1 AND entry_id IS ?2 AND subject = ?3 ORDER BY id");
    if (!select) {
        return pass_on(select);
    }
    bind_key(*select, key);
    std::vector<FormField> fields;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return fields;
        }
        fields.push_back(
            {.field = static_cast<std::int32_t>(select->integer(0)), .text = std::string{select->text(1)}});
    }
}

Status FormDraftStore::discard(const FormKey& key) {
    auto erase = database_->prepare("DELETE FROM form_draft WHERE form = ?1 AND entry_id IS ?2 AND subject = ?3");
    if (!erase) {
        return pass_on(erase);
    }
    bind_key(*erase, key);
    return erase->run();
}

Result<std::vector<FormKey>> FormDraftStore::of(EntryId entry) const {
    auto select = database_->prepare(
        "SELECT form, subject FROM form_draft WHERE entry_id = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM decision AS d WHERE d.id = subject AND d.removed_at IS NOT NULL)"
        " GROUP BY form, subject ORDER BY min(id)");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    std::vector<FormKey> keys;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return keys;
        }
        if (const auto form = form_of(select->text(0))) {
            keys.push_back({.form = *form, .entry = entry, .subject = select->integer(1)});
        }
    }
}

}  // namespace pennydrop
