// SPDX-License-Identifier: Apache-2.0
#include "decision_form.h"

#include <algorithm>
#include <utility>

#include "civil_time.h"
#include "draft_text.h"
#include "labels.h"
#include "life_words.h"
#include "private_text.h"
#include "together.h"

namespace pennydrop::app {

DecisionForm::DecisionForm(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry,
                           Decisions& decisions, QObject* parent)
    : QObject(parent), service_(service), clock_(clock), removal_(removal), entry_(entry), decisions_(decisions) {
    connect(&entry, &ReadEntry::leaving, this, &DecisionForm::close);
}

DecisionForm::~DecisionForm() {
    wipe(what_);
    wipe(how_);
    wipe(words_);
}

void DecisionForm::setWhat(const QString& what) {
    if (step_ != Closed && !busy_ && what != what_) {
        wipe(what_);
        what_ = what;
        emit changed();
    }
}

void DecisionForm::setHow(const QString& how) {
    if (step_ != Closed && !busy_ && how != how_) {
        wipe(how_);
        how_ = how;
        emit changed();
    }
}

void DecisionForm::setWords(const QString& words) {
    if (step_ != Closed && !busy_ && words != words_) {
        wipe(words_);
        words_ = words;
        emit changed();
    }
}

void DecisionForm::setOutcome(int outcome) {
    if (step_ == Ending && !busy_ && outcome != outcome_ &&
        !LifeWords::label(static_cast<DecisionOutcome>(outcome)).isEmpty()) {
        outcome_ = outcome;
        emit changed();
    }
}

QString DecisionForm::untilLabel() const {
    return step_ == Closed ? QString() : Labels::day(to_civil(until_), clock_.now().date());
}

int DecisionForm::inDays() const {
    return step_ == Closed ? 0 : static_cast<int>(today().daysTo(until_));
}

bool DecisionForm::ready() const {
    switch (step_) {
        case Closed:
            return false;
        case Making:
        case Changing:
            return !busy_ && !is_blank(what_);
        case Ending:
            return !busy_ && outcome_ != 0 &&
                   (outcome_ != static_cast<int>(DecisionOutcome::kAdapt) || !is_blank(what_));
    }
    return false;
}

void DecisionForm::begin() {
    if (entry_.id().is_set()) {
        open(Making, {});
    }
}

void DecisionForm::beginChange(qint64 id) {
    const Decision* const decision = decisions_.find(DecisionId{id});
    if (decision != nullptr && !decision->end) {
        open(Changing, decision->id);
        what_ = QString::fromStdString(decision->content.what);
        how_ = QString::fromStdString(decision->content.how_we_know);
        until_ = to_qdate(decision->content.until);
        emit changed();
    }
}

void DecisionForm::beginEnd(qint64 id) {
    const Decision* const decision = decisions_.find(DecisionId{id});
    if (decision != nullptr && !decision->end) {
        open(Ending, decision->id);
        what_ = QString::fromStdString(decision->content.what);
        how_ = QString::fromStdString(decision->content.how_we_know);
        emit changed();
    }
}

void DecisionForm::setInDays(int days) {
    setUntil(today().addDays(std::max(0, days)).toString(Qt::ISODate));
}

void DecisionForm::setUntil(const QString& day) {
    const QDate date = QDate::fromString(day, Qt::ISODate);
    if (step_ != Closed && !busy_ && date.isValid() && date >= today() && date != until_) {
        until_ = date;
        emit changed();
    }
}

void DecisionForm::keep() {
    if (!ready()) {
        return;
    }
    busy_ = true;
    message_.clear();
    emit changed();
    const EntryId entry = entry_.id();
    const auto then = [this, session = session_, entry](const Status& status) {
        if (session == session_) {
            answered(status, entry);
        }
    };
    if (step_ == Making) {
        service_.ask(
            this,
            [entry, content = content(), now = clock_.now()](Journal& journal) -> Status {
                auto added = journal.decisions().add(entry, content, now);
                return added ? Status{} : Status{pass_on(added)};
            },
            then);
        return;
    }
    if (step_ == Changing) {
        service_.ask(
            this, [id = id_, content = content()](Journal& journal) { return journal.decisions().change(id, content); },
            then);
        return;
    }
    const DecisionEnd end{static_cast<DecisionOutcome>(outcome_), clock_.now(), journal_text(words_)};
    service_.ask(
        this,
        [id = id_, end, next = content()](Journal& journal) -> Result<DecisionId> {
            if (end.outcome != DecisionOutcome::kAdapt) {
                auto finished = journal.decisions().finish(id, end);
                return finished ? Result<DecisionId>{DecisionId{}} : pass_on(finished);
            }
            auto adapted = journal.decisions().adapt(id, end.text, next, end.at);
            return adapted ? Result<DecisionId>{adapted->id} : pass_on(adapted);
        },
        [this, session = session_, entry, ended = id_](const Result<DecisionId>& next) {
            if (session != session_) {
                return;
            }
            if (!next) {
                answered(fail(next.error().code), entry);
                return;
            }
            answered({}, entry);
            removal_.offer(tr("Decision ended"), [this, entry, ended, next = *next] { undo_end(entry, ended, next); },
                           {});
        });
}

void DecisionForm::undo_end(EntryId entry, DecisionId ended, DecisionId next) {
    service_.ask(
        this,
        [ended, next, now = clock_.now().at](Journal& journal) {
            return together(journal, [&]() -> Status {
                if (next.is_set()) {
                    if (auto removed = journal.decisions().remove(next, now); !removed) {
                        return removed;
                    }
                }
                return journal.decisions().reopen(ended);
            });
        },
        [this, entry](const Status&) { emit service_.entryChanged(entry); });
}

void DecisionForm::answered(const Status& status, EntryId entry) {
    busy_ = false;
    if (status) {
        close();
        emit service_.entryChanged(entry);
        return;
    }
    message_ = status.error().code == ErrorCode::kInvalid
                   ? tr("One of these texts is longer than it can be (about 25 pages). Nothing was cut. Make it "
                        "shorter.")
                   : tr("This could not be saved. What you wrote is still here. Make sure that there is free space on "
                        "this device, then try again.");
    emit changed();
}

void DecisionForm::open(Step step, DecisionId id) {
    close();
    step_ = step;
    id_ = id;
    until_ = today().addDays(kUsualDays);
    emit stepChanged();
    emit changed();
}

void DecisionForm::close() {
    if (step_ == Closed) {
        return;
    }
    ++session_;
    step_ = Closed;
    id_ = {};
    wipe(what_);
    wipe(how_);
    wipe(words_);
    outcome_ = 0;
    busy_ = false;
    message_.clear();
    emit stepChanged();
    emit changed();
}

DecisionContent DecisionForm::content() const {
    return {journal_text(what_), to_civil(until_), journal_text(how_)};
}

QDate DecisionForm::today() const {
    return to_qdate(clock_.now().date());
}

}  // namespace pennydrop::app
