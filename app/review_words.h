// SPDX-License-Identifier: Apache-2.0
// What Review says: the one question of a card, why the card is here, how many wait. Curious, about the situation,
// never about who is at fault.
// Threads: pure functions, GUI thread (translations).
// Source: docs/reviewing.md.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "base/types.h"
#include "journal/review_queue.h"

namespace pennydrop::app {

class ReviewWords final {
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)

public:
    /// At most 15 words; "" for a question of a later version.
    [[nodiscard]] static QString question(ReviewQuestion question);
    /// "On this day last year", "From 8 days ago"
    [[nodiscard]] static QString reason(const ReviewItem& item, CivilDate day, CivilDate today);
    /// "2 worth another look", "" for none.
    [[nodiscard]] static QString invitation(int count);
    /// "2 more after this one", "" for none.
    [[nodiscard]] static QString more(int count);
    /// "You will see it again on Saturday 21 November"
    [[nodiscard]] static QString snoozed_until(CivilDate day, CivilDate today);
    /// "Moving"
    [[nodiscard]] static QString state(BarrierState state);

private:
    [[nodiscard]] static QString ago(CivilDate day, CivilDate today);
};

}  // namespace pennydrop::app
