// SPDX-License-Identifier: Apache-2.0
#include "journal/tag_store.h"

#include <optional>

#include "base/utf8.h"
#include "journal/code_points.h"
#include "journal/fold.h"
#include "journal/rows.h"
#include "journal/savepoint.h"

namespace pennydrop {
namespace {

Result<std::optional<TagId>> find_folded(Connection& database, std::string_view folded) {
    auto select = database.prepare("SELECT id FROM tag WHERE folded = ?1");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, folded);
    auto row = select->step();
    if (!row) {
        return pass_on(row);
    }
    return *row ? std::optional{TagId{select->integer(0)}} : std::nullopt;
}

Result<std::vector<Tag>> read_tags(Statement& select) {
    std::vector<Tag> tags;
    for (;;) {
        auto row = select.step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return tags;
        }
        tags.push_back(
            {.id = TagId{select.integer(0)}, .name = std::string{select.text(1)}, .entries = select.integer(2)});
    }
}

/// The least text that sorts after all that begin with `prefix`, in the order of bytes.
std::string after_all(std::string prefix) {
    return prefix += "\xF4\x8F\xBF\xBF";
}

}  // namespace

Result<std::string> normal_tag(std::string_view typed) {
    if (!is_valid_text(typed)) {
        return fail(ErrorCode::kInvalid, "tag encoding");
    }
    std::string name;
    std::size_t characters = 0;
    bool space_before = false;
    for (const CodePoint& one : code_points(typed)) {
        const bool is_space = one.point == ' ' || (one.point >= '\t' && one.point <= '\r') || one.point == 0xA0;
        if (is_space) {
            space_before = !name.empty();
            continue;
        }
        if (one.point < ' ' || (one.point >= 0x7F && one.point < 0xA0)) {
            return fail(ErrorCode::kInvalid, "control character in a tag");
        }
        if (space_before) {
            name += ' ';
            ++characters;
            space_before = false;
        }
        name += typed.substr(one.begin, one.size);
        ++characters;
    }
    if (fold_name(name).empty()) {
        return fail(ErrorCode::kInvalid, "empty tag");
    }
    if (characters > kMaxTagCharacters) {
        return fail(ErrorCode::kInvalid, "tag too long");
    }
    return name;
}

Result<std::vector<Tag>> TagStore::list() const {
    auto select = database_->prepare(
        "SELECT t.id, t.name, (SELECT count(*) FROM entry_tag AS et JOIN entry AS e INDEXED BY entry_brief"
        " ON e.id = et.entry_id WHERE et.tag_id = t.id AND e.removed_at IS NULL) FROM tag AS t ORDER BY t.folded");
    if (!select) {
        return pass_on(select);
    }
    return read_tags(*select);
}

Result<std::vector<Tag>> TagStore::beginning_with(std::string_view typed, std::size_t limit) const {
    if (!is_valid_text(typed)) {
        return fail(ErrorCode::kInvalid, "tag encoding");
    }
    auto select = database_->prepare(
        "SELECT t.id, t.name, (SELECT count(*) FROM entry_tag AS et JOIN entry AS e INDEXED BY entry_brief"
        " ON e.id = et.entry_id WHERE et.tag_id = t.id AND e.removed_at IS NULL) AS entries FROM tag AS t"
        " WHERE t.folded >= ?1 AND t.folded < ?2 ORDER BY entries DESC, t.folded LIMIT ?3");
    if (!select) {
        return pass_on(select);
    }
    const std::string folded = fold_name(typed);
    select->bind(1, std::string_view{folded});
    select->bind(2, std::string_view{after_all(folded)});
    select->bind(3, static_cast<std::int64_t>(limit));
    return read_tags(*select);
}

Result<TagId> TagStore::add(std::string_view name, Timestamp now) {
    auto normal = normal_tag(name);
    if (!normal) {
        return pass_on(normal);
    }
    const std::string folded = fold_name(*normal);
    auto found = find_folded(*database_, folded);
    if (!found) {
        return pass_on(found);
    }
    if (*found) {
        return **found;
    }
    auto insert = database_->prepare("INSERT INTO tag (created_at, folded, name) VALUES (?1, ?2, ?3)");
    if (!insert) {
        return pass_on(insert);
    }
    insert->bind(1, now.micros).bind(2, std::string_view{folded}).bind(3, std::string_view{*normal});
    if (auto inserted = insert->run(); !inserted) {
        return pass_on(inserted);
    }
    return TagId{database_->last_insert_rowid()};
}

Status TagStore::rename(TagId id, std::string_view name) {
    auto normal = normal_tag(name);
    if (!normal) {
        return pass_on(normal);
    }
    const std::string folded = fold_name(*normal);
    auto found = find_folded(*database_, folded);
    if (!found) {
        return pass_on(found);
    }
    if (*found && **found != id) {
        return fail(ErrorCode::kAlreadyExists, "tag");
    }
    auto update = database_->prepare("UPDATE tag SET folded = ?1, name = ?2 WHERE id = ?3");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, std::string_view{folded}).bind(2, std::string_view{*normal}).bind(3, id.value);
    return require_change(*database_, *update);
}

Status TagStore::merge(TagId from, TagId into) {
    if (from == into) {
        return fail(ErrorCode::kInvalid, "tag merged with itself");
    }
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    auto exists = database_->prepare("SELECT 1 FROM tag WHERE id = ?1");
    if (!exists) {
        return pass_on(exists);
    }
    exists->bind(1, into.value);
    auto row = exists->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row) {
        return fail(ErrorCode::kNotFound);
    }
    exists->reset();
    // Where an entry carries both, its row of `from` goes with the tag.
    auto move = database_->prepare("UPDATE OR IGNORE entry_tag SET tag_id = ?2 WHERE tag_id = ?1");
    if (!move) {
        return pass_on(move);
    }
    move->bind(1, from.value).bind(2, into.value);
    if (auto moved = move->run(); !moved) {
        return moved;
    }
    if (auto removed = remove(from); !removed) {
        return removed;
    }
    return savepoint->commit();
}

Status TagStore::remove(TagId id) {
    auto erase = database_->prepare("DELETE FROM tag WHERE id = ?1");
    if (!erase) {
        return pass_on(erase);
    }
    erase->bind(1, id.value);
    return require_change(*database_, *erase);
}

}  // namespace pennydrop
