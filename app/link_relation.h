// SPDX-License-Identifier: Apache-2.0
// A link between two entries as it reads from one of them.
// Threads: pure functions.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include <vector>

#include "journal/link_store.h"

namespace pennydrop::app {

namespace LinkRelations {  // NOLINT(readability-identifier-naming): as QML writes it
Q_NAMESPACE
QML_NAMED_ELEMENT(LinkRelations)

/// Of the entry that is written or read to the other one.
enum Relation { None = 0, CameFrom = 1, Answers = 2, LedTo = 3, AnsweredBy = 4 };
Q_ENUM_NS(Relation)
}  // namespace LinkRelations

using LinkRelation = LinkRelations::Relation;

[[nodiscard]] inline LinkRelation relation_of(const LinkedEntry& linked) noexcept {
    if (linked.link.kind == LinkKind::kAnswers) {
        return linked.is_outgoing() ? LinkRelations::Answers : LinkRelations::AnsweredBy;
    }
    return linked.is_outgoing() ? LinkRelations::CameFrom : LinkRelations::LedTo;
}

/// `relation` is not None.
[[nodiscard]] inline Link link_for(EntryId self, EntryId other, LinkRelation relation) noexcept {
    const LinkKind kind = relation == LinkRelations::Answers || relation == LinkRelations::AnsweredBy
                              ? LinkKind::kAnswers
                              : LinkKind::kCameFrom;
    const bool outgoing = relation == LinkRelations::CameFrom || relation == LinkRelations::Answers;
    return outgoing ? Link{self, other, kind} : Link{other, self, kind};
}

[[nodiscard]] inline LinkRelation relation_of(const DraftLink& link) noexcept {
    if (link.kind == LinkKind::kAnswers) {
        return link.is_outgoing ? LinkRelations::Answers : LinkRelations::AnsweredBy;
    }
    return link.is_outgoing ? LinkRelations::CameFrom : LinkRelations::LedTo;
}

/// As link_for(), of what is still being written.
[[nodiscard]] inline DraftLink draft_link_for(EntryId other, LinkRelation relation) noexcept {
    const Link link = link_for({}, other, relation);
    return {.other = other, .kind = link.kind, .is_outgoing = link.to == other};
}

/// What makes sense between entries of these kinds, the likeliest first: what answers is a light bulb.
[[nodiscard]] inline std::vector<LinkRelation> relations_between(EntryKind self, EntryKind other) {
    const bool self_answers = self == EntryKind::kLightBulb;
    const bool other_answers = other == EntryKind::kLightBulb;
    if (self_answers && !other_answers) {
        return {LinkRelations::Answers, LinkRelations::CameFrom, LinkRelations::LedTo};
    }
    if (other_answers && !self_answers) {
        return {LinkRelations::AnsweredBy, LinkRelations::CameFrom, LinkRelations::LedTo};
    }
    return {LinkRelations::CameFrom, LinkRelations::LedTo};
}

}  // namespace pennydrop::app
