// SPDX-License-Identifier: Apache-2.0
#include "journal/entry_details.h"

#include <algorithm>

#include "journal/fold.h"
#include "journal/rows.h"
#include "journal/tag_store.h"

namespace pennydrop {
namespace {

bool has_row(const EntryContent& content) noexcept {
    return content.barrier != BarrierDetails{} || !content.meaning.empty();
}

Result<std::vector<std::string>> load_tags(Connection& database, EntryId entry) {
    auto select = database.prepare(
        "SELECT t.name FROM entry_tag AS et JOIN tag AS t ON t.id = et.tag_id WHERE et.entry_id = ?1 ORDER BY et.id");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    std::vector<std::string> tags;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return tags;
        }
        tags.emplace_back(select->text(0));
    }
}

std::vector<std::string> folded_once(const std::vector<std::string>& tags) {
    std::vector<std::string> folded;
    for (const std::string& tag : tags) {
        std::string name = fold_name(tag);
        if (std::ranges::find(folded, name) == folded.end()) {
            folded.push_back(std::move(name));
        }
    }
    return folded;
}

Status save_tags(Connection& database, EntryId entry, const std::vector<std::string>& tags, Timestamp now) {
    auto before = load_tags(database, entry);
    if (!before) {
        return pass_on(before);
    }
    if (folded_once(*before) == folded_once(tags)) {
        return {};
    }
    auto erase = database.prepare("DELETE FROM entry_tag WHERE entry_id = ?1");
    if (!erase) {
        return pass_on(erase);
    }
    erase->bind(1, entry.value);
    if (auto erased = erase->run(); !erased) {
        return erased;
    }
    auto insert = database.prepare("INSERT OR IGNORE INTO entry_tag (entry_id, tag_id) VALUES (?1, ?2)");
    if (!insert) {
        return pass_on(insert);
    }
    TagStore store{database};
    for (const std::string& tag : tags) {
        auto id = store.add(tag, now);
        if (!id) {
            return pass_on(id);
        }
        insert->reset();
        insert->bind(1, entry.value).bind(2, id->value);
        if (auto inserted = insert->run(); !inserted) {
            return inserted;
        }
    }
    return {};
}

Result<std::optional<BarrierState>> stored_state(Connection& database, EntryId entry) {
    auto select = database.prepare("SELECT state FROM entry_detail WHERE entry_id = ?1");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    return *row ? stored<BarrierState>(*select, 0) : std::nullopt;
}

Status save_row(Connection& database, EntryId entry, const EntryContent& content) {
    auto save = has_row(content)
                    ? database.prepare(
                          "INSERT INTO entry_detail"
                          " (entry_id, needs, problem, power, state, ask_role, ask, meaning)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                          " ON CONFLICT (entry_id) DO UPDATE SET needs = ?2, problem = ?3, power = ?4, state = ?5,"
                          " ask_role = ?6, ask = ?7, meaning = ?8")
                    : database.prepare("DELETE FROM entry_detail WHERE entry_id = ?1");
    if (!save) {
        return pass_on(save);
    }
    save->bind(1, entry.value);
    if (has_row(content)) {
        bind_details(*save, 2, content);
    }
    return save->run();
}

}  // namespace

bool has_details(const EntryContent& content) noexcept {
    return has_row(content) || !content.tags.empty();
}

void details_from_row(const Statement& row, int column, EntryContent& content) {
    BarrierDetails& barrier = content.barrier;
    barrier.needs = Needs::from_stored(row.integer(column)).value_or(Needs{});
    barrier.problem = stored<ProblemKind>(row, column + 1);
    barrier.power = stored<Power>(row, column + 2);
    barrier.state = stored<BarrierState>(row, column + 3);
    barrier.ask_role = row.text(column + 4);
    barrier.ask = row.text(column + 5);
    content.meaning = row.text(column + 6);
}

void bind_details(Statement& statement, int parameter, const EntryContent& content) {
    const BarrierDetails& barrier = content.barrier;
    statement.bind(parameter, barrier.needs.number());
    statement.bind(parameter + 1, number_of(barrier.problem));
    statement.bind(parameter + 2, number_of(barrier.power));
    statement.bind(parameter + 3, number_of(barrier.state));
    statement.bind(parameter + 4, std::string_view{barrier.ask_role});
    statement.bind(parameter + 5, std::string_view{barrier.ask});
    statement.bind(parameter + 6, std::string_view{content.meaning});
}

Status load_details(Connection& database, EntryId entry, EntryContent& content) {
    auto select = database.prepare(
        "SELECT needs, problem, power, state, ask_role, ask, meaning FROM entry_detail WHERE entry_id = ?1");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, entry.value);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    if (*row) {
        details_from_row(*select, 0, content);
    }
    auto tags = load_tags(database, entry);
    if (!tags) {
        return pass_on(tags);
    }
    content.tags = std::move(*tags);
    return {};
}

Status save_details(Connection& database, EntryId entry, const EntryContent& content, LocalTime at) {
    auto before = stored_state(database, entry);
    if (!before) {
        return pass_on(before);
    }
    if (auto saved = save_row(database, entry, content); !saved) {
        return saved;
    }
    if (*before != content.barrier.state) {
        if (auto added = add_state_change(database, entry, content.barrier.state, at); !added) {
            return added;
        }
    }
    return save_tags(database, entry, content.tags, at.at);
}

Status add_state_change(Connection& database, EntryId entry, std::optional<BarrierState> state, LocalTime at) {
    auto insert = database.prepare(
        "INSERT INTO barrier_state (entry_id, state, at, utc_offset)"
        " SELECT ?1, ?2, max(?3, coalesce((SELECT max(at) FROM barrier_state WHERE entry_id = ?1), ?3)), ?4");
    if (!insert) {
        return pass_on(insert);
    }
    insert->bind(1, entry.value);
    insert->bind(2, state ? static_cast<std::int64_t>(*state) : 0);
    insert->bind(3, at.at.micros);
    insert->bind(4, at.offset.minutes());
    return insert->run();
}

Status check_details(const EntryContent& content) {
    if (content.tags.size() > kMaxTagsOfEntry) {
        return fail(ErrorCode::kInvalid, "too many tags");
    }
    for (const std::string& tag : content.tags) {
        if (auto normal = normal_tag(tag); !normal) {
            return pass_on(normal);
        }
    }
    for (const auto& [text, most] :
         {std::pair{&content.meaning, kMaxNoteBytes}, std::pair{&content.barrier.ask, kMaxNoteBytes},
          std::pair{&content.barrier.ask_role, kMaxRoleBytes}}) {
        if (auto valid = check_text(*text, most); !valid) {
            return valid;
        }
    }
    return {};
}

}  // namespace pennydrop
