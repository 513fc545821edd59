// SPDX-License-Identifier: Apache-2.0
// What is said of an entry's life, in the person's language: states, needs, powers, links, outcomes. The codes are the
// core's; these are only words.
// Threads: GUI thread (translations).
// Source: docs/vocabulary.md.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include <optional>

#include "entry_marks.h"
#include "journal/taxonomy.h"
#include "link_relation.h"

namespace pennydrop::app {

class LifeWords : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.lifeWords")

public:
    explicit LifeWords(QObject* parent = nullptr) : QObject(parent) {}

    /// All of these give an empty text for a number that is none of ours.
    Q_INVOKABLE [[nodiscard]] QString markLabel(int mark) const;
    Q_INVOKABLE [[nodiscard]] QString stateLabel(int state) const;
    Q_INVOKABLE [[nodiscard]] QString problemLabel(int problem) const;
    Q_INVOKABLE [[nodiscard]] QString powerLabel(int power) const;
    /// Above the other entry: "Came from".
    Q_INVOKABLE [[nodiscard]] QString relationLabel(int relation) const;
    /// To be chosen: "This came from it".
    Q_INVOKABLE [[nodiscard]] QString relationSentence(int relation) const;
    Q_INVOKABLE [[nodiscard]] QString outcomeLabel(int outcome) const;
    Q_INVOKABLE [[nodiscard]] QString outcomeHelp(int outcome) const;
    /// "Adopted"
    Q_INVOKABLE [[nodiscard]] QString outcomeDone(int outcome) const;

    [[nodiscard]] static QString label(BarrierState state);
    [[nodiscard]] static QString label(Need need);
    [[nodiscard]] static QString label(ProblemKind problem);
    [[nodiscard]] static QString label(Power power);
    [[nodiscard]] static QString label(FollowUpKind kind);
    [[nodiscard]] static QString label(DecisionOutcome outcome);
    [[nodiscard]] static QString help(DecisionOutcome outcome);
    /// What was written about an entry is on no disk, and not shown any more.
    [[nodiscard]] static QString held();
    /// "Leadership, culture"; "" for none.
    [[nodiscard]] static QString label(Needs needs);
    template <typename Code>
    [[nodiscard]] static QString label(const std::optional<Code>& code) {
        return code ? label(*code) : QString();
    }
};

}  // namespace pennydrop::app
