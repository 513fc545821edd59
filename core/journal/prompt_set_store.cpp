// SPDX-License-Identifier: Apache-2.0
#include "journal/prompt_set_store.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "journal/rows.h"

namespace pennydrop {
namespace {

constexpr std::array kKinds{EntryKind::kSetback, EntryKind::kLightBulb, EntryKind::kBarrier};

/// A bit for each kind, at the place of its number.
std::int64_t bits_of(const std::vector<EntryKind>& kinds) {
    std::int64_t bits = 0;
    for (const EntryKind kind : kinds) {
        bits |= std::int64_t{1} << static_cast<unsigned>(kind);
    }
    return bits;
}

std::vector<EntryKind> kinds_of(std::int64_t bits) {
    std::vector<EntryKind> kinds;
    std::ranges::copy_if(kKinds, std::back_inserter(kinds),
                         [bits](EntryKind kind) { return (bits >> static_cast<unsigned>(kind) & 1) != 0; });
    return kinds;
}

/// Adds a row of (set, kinds, question, code, language, text) to the sets read so far. Rows come in order.
void add_row(const Statement& row, std::vector<PromptSet>& sets) {
    const std::string_view id = row.text(0);
    if (sets.empty() || sets.back().id != id) {
        sets.push_back({.id = std::string{id}, .kinds = kinds_of(row.integer(1))});
    }
    PromptSet& set = sets.back();
    PromptText text{.language = std::string{row.text(4)}, .text = std::string{row.text(5)}};
    if (row.integer(2) == 0) {
        set.name.push_back(std::move(text));
        return;
    }
    const std::string_view question = row.text(3);
    if (set.questions.empty() || set.questions.back().id != question) {
        set.questions.push_back({.id = std::string{question}});
    }
    set.questions.back().text.push_back(std::move(text));
}

/// A setting has a number for its value: the choice is in its name, after this.
std::string choice_prefix(EntryKind kind) {
    return "prompts_" + std::to_string(static_cast<int>(kind)) + "_";
}

Result<std::vector<PromptSet>> sets_from(Statement& select) {
    std::vector<PromptSet> sets;
    for (;;) {
        auto row = select.step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            break;
        }
        add_row(select, sets);
    }
    // A repair may have saved some rows of a set and lost others.
    std::erase_if(sets, [](const PromptSet& set) { return !is_sound(set); });
    return sets;
}

}  // namespace

Status PromptSetStore::save(const PromptSet& set, Timestamp now) {
    if (!is_sound(set) || is_built_in_prompt_id(set.id)) {
        return fail(ErrorCode::kInvalid, "prompt set");
    }
    auto transaction = Transaction::begin(*database_);
    if (!transaction) {
        return pass_on(transaction);
    }
    auto upsert = database_->prepare(
        "INSERT INTO prompt_set (code, kinds, saved_at) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (code) DO UPDATE SET kinds = ?2, saved_at = ?3 RETURNING id");
    if (!upsert) {
        return pass_on(upsert);
    }
    upsert->bind(1, std::string_view{set.id}).bind(2, bits_of(set.kinds)).bind(3, now.micros);
    auto row = upsert->step();
    if (!row) {
        return pass_on(row);
    }
    const std::int64_t id = upsert->integer(0);
    if (auto end = upsert->step(); !end) {
        return pass_on(end);
    }
    auto count = database_->query_integer("SELECT count(*) FROM prompt_set");
    if (!count) {
        return pass_on(count);
    }
    if (*count > static_cast<std::int64_t>(kMostOwnPromptSets)) {
        return fail(ErrorCode::kFull);
    }
    if (auto saved = save_texts(id, set); !saved) {
        return saved;
    }
    return transaction->commit();
}

Status PromptSetStore::save_texts(std::int64_t row, const PromptSet& set) {
    auto clear = database_->prepare("DELETE FROM prompt_text WHERE set_id = ?1");
    if (!clear) {
        return pass_on(clear);
    }
    clear->bind(1, row);
    if (auto cleared = clear->run(); !cleared) {
        return cleared;
    }
    auto insert = database_->prepare(
        "INSERT INTO prompt_text (set_id, question, code, language, text) VALUES (?1, ?2, ?3, ?4, ?5)");
    if (!insert) {
        return pass_on(insert);
    }
    const auto save = [&](std::int64_t question, std::string_view code, std::span<const PromptText> texts) {
        for (const PromptText& text : texts) {
            insert->reset();
            insert->bind(1, row).bind(2, question).bind(3, code);
            insert->bind(4, std::string_view{text.language}).bind(5, std::string_view{text.text});
            if (auto done = insert->run(); !done) {
                return done;
            }
        }
        return Status{};
    };
    if (auto saved = save(0, "", set.name); !saved) {
        return saved;
    }
    std::int64_t number = 0;
    for (const PromptQuestion& question : set.questions) {
        if (auto saved = save(++number, question.id, question.text); !saved) {
            return saved;
        }
    }
    return {};
}

Result<std::vector<PromptSet>> PromptSetStore::all() const {
    auto select = database_->prepare(
        "SELECT s.code, s.kinds, t.question, t.code, t.language, t.text"
        " FROM prompt_set AS s JOIN prompt_text AS t ON t.set_id = s.id ORDER BY s.id, t.question, t.language");
    if (!select) {
        return pass_on(select);
    }
    return sets_from(*select);
}

Result<PromptSet> PromptSetStore::find(std::string_view id) const {
    auto select = database_->prepare(
        "SELECT s.code, s.kinds, t.question, t.code, t.language, t.text"
        " FROM prompt_set AS s JOIN prompt_text AS t ON t.set_id = s.id WHERE s.code = ?1"
        " ORDER BY t.question, t.language");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, id);
    auto sets = sets_from(*select);
    if (!sets) {
        return pass_on(sets);
    }
    if (sets->empty()) {
        return fail(ErrorCode::kNotFound);
    }
    return std::move(sets->front());
}

Status PromptSetStore::remove(std::string_view id) {
    auto erase = database_->prepare("DELETE FROM prompt_set WHERE code = ?1");
    if (!erase) {
        return pass_on(erase);
    }
    erase->bind(1, id);
    return require_change(*database_, *erase);
}

Result<std::string> PromptSetStore::chosen(EntryKind kind) const {
    auto select =
        database_->prepare("SELECT substr(name, length(?1) + 1) FROM setting WHERE substr(name, 1, length(?1)) = ?1");
    if (!select) {
        return pass_on(select);
    }
    const std::string prefix = choice_prefix(kind);
    select->bind(1, std::string_view{prefix});
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    return *row ? std::string{select->text(0)} : std::string{};
}

Status PromptSetStore::choose(EntryKind kind, std::string_view id) {
    if (!is_prompt_id(id)) {
        return fail(ErrorCode::kInvalid, "prompt set id");
    }
    auto transaction = Transaction::begin(*database_);
    if (!transaction) {
        return pass_on(transaction);
    }
    auto clear = database_->prepare("DELETE FROM setting WHERE substr(name, 1, length(?1)) = ?1");
    auto insert = database_->prepare("INSERT INTO setting (name, value) VALUES (?1, 1)");
    if (!clear || !insert) {
        return clear ? pass_on(insert) : pass_on(clear);
    }
    const std::string prefix = choice_prefix(kind);
    const std::string name = prefix + std::string{id};
    clear->bind(1, std::string_view{prefix});
    insert->bind(1, std::string_view{name});
    for (Statement* statement : {&*clear, &*insert}) {
        if (auto done = statement->run(); !done) {
            return done;
        }
    }
    return transaction->commit();
}

}  // namespace pennydrop
