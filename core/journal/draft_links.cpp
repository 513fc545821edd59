// SPDX-License-Identifier: Apache-2.0
#include "journal/draft_links.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pennydrop {
namespace {

struct Relation {
    LinkKind kind{};
    bool is_outgoing{};
    std::string_view code{};  ///< As it is stored; never changed.
};

constexpr std::array<Relation, 4> kRelations{{{LinkKind::kCameFrom, true, "came-from"},
                                              {LinkKind::kCameFrom, false, "led-to"},
                                              {LinkKind::kAnswers, true, "answers"},
                                              {LinkKind::kAnswers, false, "answered-by"}}};

}  // namespace

Status save_draft_links(Connection& database, const std::vector<DraftLink>& links) {
    for (const DraftLink& link : links) {
        const auto* const relation = std::ranges::find_if(kRelations, [&link](const Relation& known) {
            return known.kind == link.kind && known.is_outgoing == link.is_outgoing;
        });
        if (relation == kRelations.end()) {
            return fail(ErrorCode::kInvalid, "link kind");
        }
        auto insert = database.prepare(
            "INSERT INTO draft_link (draft_id, other_id, relation) SELECT 1, id, ?2 FROM entry WHERE id = ?1");
        if (!insert) {
            return pass_on(insert);
        }
        insert->bind(1, link.other.value).bind(2, relation->code);
        if (auto inserted = insert->run(); !inserted) {
            return inserted;
        }
    }
    return {};
}

Result<std::vector<DraftLink>> load_draft_links(Connection& database) {
    auto select = database.prepare("SELECT other_id, relation FROM draft_link WHERE draft_id = 1 ORDER BY id");
    if (!select) {
        return pass_on(select);
    }
    std::vector<DraftLink> links;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return links;
        }
        const auto* const relation = std::ranges::find(kRelations, select->text(1), &Relation::code);
        if (relation != kRelations.end()) {
            links.push_back(
                {.other = EntryId{select->integer(0)}, .kind = relation->kind, .is_outgoing = relation->is_outgoing});
        }
    }
}

Result<std::vector<Link>> make_draft_links(Connection& database, EntryId entry, const std::vector<DraftLink>& links,
                                           LocalTime now) {
    LinkStore store{database};
    std::vector<Link> made;
    for (const DraftLink& wanted : links) {
        const Link link = wanted.is_outgoing ? Link{.from = entry, .to = wanted.other, .kind = wanted.kind}
                                             : Link{.from = wanted.other, .to = entry, .kind = wanted.kind};
        auto added = store.add(link, now);
        if (added) {
            made.push_back(link);
        } else if (const ErrorCode code = added.error().code;
                   code != ErrorCode::kNotFound && code != ErrorCode::kAlreadyExists && code != ErrorCode::kInvalid) {
            return pass_on(added);
        }
    }
    return made;
}

}  // namespace pennydrop
