// SPDX-License-Identifier: Apache-2.0
#include "life_words.h"

#include <QStringList>

namespace pennydrop::app {

QString LifeWords::label(BarrierState state) {
    switch (state) {
        case BarrierState::kStuck:
            //: How a barrier stands.
            return tr("Stuck");
        case BarrierState::kMoving:
            //: How a barrier stands.
            return tr("Moving");
        case BarrierState::kCleared:
            //: How a barrier stands.
            return tr("Cleared");
    }
    return {};
}

QString LifeWords::label(Need need) {
    switch (need) {
        case Need::kLeadership:
            //: What would have to move for a barrier to move.
            return tr("Leadership");
        case Need::kCulture:
            //: What would have to move for a barrier to move.
            return tr("Culture");
        case Need::kSystems:
            //: What would have to move for a barrier to move.
            return tr("Systems");
    }
    return {};
}

QString LifeWords::label(Needs needs) {
    QStringList names;
    for (const Need need : {Need::kLeadership, Need::kCulture, Need::kSystems}) {
        if (needs.contains(need)) {
            names += label(need);
        }
    }
    //: Between two of: Leadership, Culture, Systems.
    return names.join(tr(", ", "between needs"));
}

QString LifeWords::label(ProblemKind problem) {
    switch (problem) {
        case ProblemKind::kSimple:
            return tr("The way is known");
        case ProblemKind::kComplicated:
            return tr("Experts could find the way");
        case ProblemKind::kComplex:
            return tr("Only found by trying");
    }
    return {};
}

QString LifeWords::label(Power power) {
    switch (power) {
        case Power::kPersonalAgency:
            //: A power that could shift a barrier: what somebody does on their own account.
            return tr("What I can do myself");
        case Power::kSharedValues:
            //: A power that could shift a barrier.
            return tr("Values we share");
        case Power::kAuthority:
            //: A power that could shift a barrier: the authority of a role or of expertise.
            return tr("A role or expertise");
    }
    return {};
}

QString LifeWords::label(FollowUpKind kind) {
    switch (kind) {
        case FollowUpKind::kNote:
            //: Above what a person came back to an entry with.
            return tr("What I see now");
        case FollowUpKind::kTaught:
            //: Above what a setback turned out to teach.
            return tr("What it taught");
        case FollowUpKind::kAnswer:
            //: Above the answer to a question of the review.
            return tr("Looking back");
    }
    return {};
}

QString LifeWords::label(DecisionOutcome outcome) {
    switch (outcome) {
        case DecisionOutcome::kAdapt:
            //: How a decision "for now" ends: it is changed and goes on. A verb.
            return tr("Adapt");
        case DecisionOutcome::kAdopt:
            //: How a decision "for now" ends: it stays for good. A verb.
            return tr("Adopt");
        case DecisionOutcome::kAbandon:
            //: How a decision "for now" ends: it is given up. A verb.
            return tr("Abandon");
    }
    return {};
}

QString LifeWords::help(DecisionOutcome outcome) {
    switch (outcome) {
        case DecisionOutcome::kAdapt:
            return tr("Change it and look again");
        case DecisionOutcome::kAdopt:
            return tr("It works, keep it");
        case DecisionOutcome::kAbandon:
            return tr("It does not help, let it go");
    }
    return {};
}

QString LifeWords::markLabel(int mark) const {
    switch (mark) {
        case EntryMarks::Open:
            //: The mark of a setback that nothing was learned from yet.
            return tr("Open");
        case EntryMarks::Learned:
            //: The mark of a setback that taught something.
            return tr("Learned");
        case EntryMarks::Stuck:
            return label(BarrierState::kStuck);
        case EntryMarks::Moving:
            return label(BarrierState::kMoving);
        case EntryMarks::Cleared:
            return label(BarrierState::kCleared);
        default:
            return {};
    }
}

QString LifeWords::stateLabel(int state) const {
    return label(static_cast<BarrierState>(state));
}

QString LifeWords::problemLabel(int problem) const {
    return label(static_cast<ProblemKind>(problem));
}

QString LifeWords::powerLabel(int power) const {
    return label(static_cast<Power>(power));
}

QString LifeWords::relationLabel(int relation) const {
    switch (relation) {
        case LinkRelations::CameFrom:
            //: Above another entry: the one being read came from it.
            return tr("Came from");
        case LinkRelations::Answers:
            //: Above another entry: the one being read answers it.
            return tr("Answers");
        case LinkRelations::LedTo:
            //: Above another entry: it came from the one being read.
            return tr("Led to");
        case LinkRelations::AnsweredBy:
            //: Above another entry: it answers the one being read.
            return tr("Answered by");
        default:
            return {};
    }
}

QString LifeWords::relationSentence(int relation) const {
    switch (relation) {
        case LinkRelations::CameFrom:
            //: "This" is the entry being written or read, "it" the other one that was chosen.
            return tr("This came from it");
        case LinkRelations::Answers:
            //: "This" is the entry being written or read, "it" the other one that was chosen.
            return tr("This answers it");
        case LinkRelations::LedTo:
            //: "This" is the entry being written or read, "it" the other one that was chosen.
            return tr("It came from this");
        case LinkRelations::AnsweredBy:
            //: "This" is the entry being written or read, "it" the other one that was chosen.
            return tr("It answers this");
        default:
            return {};
    }
}

QString LifeWords::outcomeLabel(int outcome) const {
    return label(static_cast<DecisionOutcome>(outcome));
}

QString LifeWords::held() {
    return tr(
        "What you just wrote could not be saved. Pennydrop keeps it for as long as it runs, and shows it where you "
        "wrote it. Make sure that there is free space on this device, then go back to it.");
}

QString LifeWords::outcomeHelp(int outcome) const {
    return help(static_cast<DecisionOutcome>(outcome));
}

QString LifeWords::outcomeDone(int outcome) const {
    switch (static_cast<DecisionOutcome>(outcome)) {
        case DecisionOutcome::kAdapt:
            //: How a decision "for now" ended.
            return tr("Adapted");
        case DecisionOutcome::kAdopt:
            //: How a decision "for now" ended.
            return tr("Adopted");
        case DecisionOutcome::kAbandon:
            //: How a decision "for now" ended.
            return tr("Abandoned");
    }
    return {};
}

}  // namespace pennydrop::app
