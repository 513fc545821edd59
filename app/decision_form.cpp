// SPDX-License-Identifier: Apache-2.0
#include "decision_form.h"

#include <QStringList>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "civil_time.h"
#include "decision_drafts.h"
#include "draft_text.h"
#include "follow_up_drafts.h"
#include "labels.h"
#include "life_words.h"
#include "private_text.h"
#include "together.h"

namespace pennydrop::app {

DecisionForm::DecisionForm(JournalService& service, const Clock& clock, Removal& removal, ReadEntry& entry,
                           Decisions& decisions, std::shared_ptr<UnsavedFollowUps> unsaved, QObject* parent)
    : DecisionForm(service, clock, removal, std::move(unsaved), parent) {
    entry_ = &entry;
    decisions_ = &decisions;
    connect(&entry, &ReadEntry::leaving, this, &DecisionForm::close);
    connect(&entry, &ReadEntry::leaving, this, [this] { set_waiting({}); });
    connect(&entry, &ReadEntry::shown, this, &DecisionForm::look);
    connect(&service, &JournalService::closing, this, &DecisionForm::lock);
}

DecisionForm::DecisionForm(JournalService& service, const Clock& clock, Removal& removal,
                           std::shared_ptr<UnsavedFollowUps> unsaved, QObject* parent)
    : QObject(parent),
      service_(service),
      clock_(clock),
      removal_(removal),
      held_(std::move(unsaved)),
      saver_(service, clock, [this] { return fields(); }) {
    connect(&saver_, &FormSaver::found, this, &DecisionForm::take_up);
    connect(&saver_, &FormSaver::saved, this, &DecisionForm::told_saved);
    connect(&saver_, &FormSaver::failed, this, &DecisionForm::tell_unsaved);
    connect(this, &DecisionForm::stepChanged, this, &DecisionForm::waitingChanged);
}

DecisionForm::~DecisionForm() {
    for (QString* const text : {&what_, &how_, &words_, &first_what_, &first_how_}) {
        wipe(*text);
    }
}

void DecisionForm::setWhat(const QString& what) {
    set_words(what_, what);
}

void DecisionForm::setHow(const QString& how) {
    set_words(how_, how);
}

void DecisionForm::setWords(const QString& words) {
    set_words(words_, words);
}

void DecisionForm::set_words(QString& words, const QString& fresh) {
    if (step_ != Closed && !busy_ && fresh != words) {
        wipe(words);
        words = fresh;
        edited();
    }
}

void DecisionForm::edited() {
    restored_ = restored_ && typed();
    saver_.changed();
    emit changed();
}

void DecisionForm::setOutcome(int outcome) {
    if (step_ == Ending && !busy_ && outcome != outcome_ &&
        !LifeWords::label(static_cast<DecisionOutcome>(outcome)).isEmpty()) {
        outcome_ = outcome;
        edited();
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
        case Adapting:
            return !busy_ && !is_blank(what_);
        case Ending:
            return !busy_ && outcome_ != 0 &&
                   (outcome_ != static_cast<int>(DecisionOutcome::kAdapt) || !is_blank(what_));
    }
    return false;
}

void DecisionForm::begin() {
    if (entry_ != nullptr && entry_->id().is_set() && open(Making, entry_->id(), {})) {
        fill({.what = {}, .until = to_civil(today().addDays(kUsualDays)), .how_we_know = {}});
    }
}

void DecisionForm::beginChange(qint64 id) {
    const Decision* const decision = decisions_ == nullptr ? nullptr : decisions_->find(DecisionId{id});
    if (decision != nullptr && !decision->end && open(Changing, decision->entry, decision->id)) {
        fill(decision->content);
    }
}

void DecisionForm::beginEnd(qint64 id) {
    const Decision* const decision = decisions_ == nullptr ? nullptr : decisions_->find(DecisionId{id});
    if (decision != nullptr && !decision->end && open(Ending, decision->entry, decision->id)) {
        DecisionContent next = decision->content;
        next.until = to_civil(today().addDays(kUsualDays));
        fill(next);
    }
}

void DecisionForm::adapt(const Decision& decision, const FollowUpContent& draft, Adapt keeper) {
    const bool fresh = open(Adapting, decision.entry, decision.id);
    adapt_ = std::move(keeper);
    draft_ = draft;
    if (fresh) {
        DecisionContent next = decision.content;
        next.until = to_civil(today().addDays(kUsualDays));
        fill(next);
    }
}

void DecisionForm::fill(const DecisionContent& content) {
    what_ = QString::fromStdString(content.what);
    how_ = QString::fromStdString(content.how_we_know);
    first_what_ = what_;
    first_how_ = how_;
    until_ = to_qdate(content.until);
    saver_.begin(key());
    emit changed();
}

void DecisionForm::setInDays(int days) {
    setUntil(today().addDays(std::max(0, days)).toString(Qt::ISODate));
}

void DecisionForm::setUntil(const QString& day) {
    const QDate date = QDate::fromString(day, Qt::ISODate);
    if (step_ != Closed && !busy_ && date.isValid() && date >= today() && date != until_) {
        until_ = date;
        edited();
    }
}

void DecisionForm::keep() {
    if (!ready()) {
        return;
    }
    busy_ = true;
    message_.clear();
    told_unsaved_ = false;
    saver_.pause();
    emit changed();
    // What is stored and nobody has looked at stays.
    const bool known = saver_.known();
    const auto then = [this, session = session_](const Status& status) {
        if (session == session_) {
            answered(status);
        }
    };
    switch (step_) {
        case Closed:
            return;
        case Making:
            service_.ask(
                this,
                [key = key(), known, content = content(), now = clock_.now(), done = done_](Journal& journal) {
                    auto kept = together(journal, [&]() -> Status {
                        auto added = journal.decisions().add(*key.entry, content, now);
                        if (!added) {
                            return pass_on(added);
                        }
                        return known ? journal.forms().discard(key) : Status{};
                    });
                    *done = kept.has_value();
                    return kept;
                },
                then);
            return;
        case Changing:
            service_.ask(
                this,
                [key = key(), known, id = id_, content = content(), done = done_](Journal& journal) {
                    auto kept = together(journal, [&]() -> Status {
                        auto changed = journal.decisions().change(id, content);
                        return changed && known ? journal.forms().discard(key) : changed;
                    });
                    *done = kept.has_value();
                    return kept;
                },
                then);
            return;
        case Ending:
            end();
            return;
        case Adapting:
            adapt_({.content = content(), .end_words = journal_text(words_), .form_is_known = known}, done_, then);
            return;
    }
}

void DecisionForm::end() {
    const DecisionEnd end{static_cast<DecisionOutcome>(outcome_), clock_.now(), journal_text(words_)};
    service_.ask(
        this,
        [key = key(), known = saver_.known(), id = id_, end, next = content(), done = done_](Journal& journal) {
            auto ended = together(journal, [&]() -> Result<DecisionId> {
                if (auto discarded = known ? journal.forms().discard(key) : Status{}; !discarded) {
                    return pass_on(discarded);
                }
                if (end.outcome != DecisionOutcome::kAdapt) {
                    auto finished = journal.decisions().finish(id, end);
                    return finished ? Result<DecisionId>{DecisionId{}} : pass_on(finished);
                }
                auto adapted = journal.decisions().adapt(id, end.text, next, end.at);
                return adapted ? Result<DecisionId>{adapted->id} : pass_on(adapted);
            });
            *done = ended.has_value();
            return ended;
        },
        [this, session = session_, entry = of_, ended = id_, said = typed_words()](const Result<DecisionId>& next) {
            if (session != session_) {
                return;
            }
            if (!next) {
                answered(fail(next.error().code));
                return;
            }
            answered({});
            removal_.offer(tr("Decision ended"),
                           [this, entry, ended, next = *next, said] { undo_end(entry, ended, next, said); }, {});
        });
}

void DecisionForm::undo_end(EntryId entry, DecisionId ended, DecisionId next, FollowUpContent words) {
    // What was said with it is not said any more, but was typed: it is a draft again.
    QString text = QString::fromStdString(words.text);
    if (is_blank(text) || (writer_ && writer_(entry, text))) {
        wipe(words.text);
    }
    wipe(text);
    service_.ask(
        this,
        [entry, ended, next, words = std::move(words), now = clock_.now().at](Journal& journal) mutable {
            return together(journal, [&]() -> Status {
                if (!pennydrop::is_blank(words.text)) {
                    auto kept = bring_back_draft(journal, entry, words, now);
                    wipe(words.text);
                    if (!kept) {
                        return kept;
                    }
                }
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

void DecisionForm::answered(const Status& status) {
    busy_ = false;
    if (!status) {
        saver_.changed();  // What was typed is still to be saved.
    }
    if (status) {
        const EntryId entry = of_;
        std::erase(waiting_, key());
        clear();
        emit waitingChanged();
        emit service_.entryChanged(entry);
        return;
    }
    message_ = status.error().code == ErrorCode::kInvalid
                   ? too_long()
                   : tr("This could not be saved. What you wrote is still here. Make sure that there is free space on "
                        "this device, then try again.");
    if (step_ == Closed) {
        removal_.say(LifeWords::held());
    }
    emit changed();
}

QString DecisionForm::too_long() {
    return tr("One of these texts is longer than it can be (about 25 pages). Nothing was cut. Make it shorter.");
}

bool DecisionForm::open(Step step, EntryId entry, DecisionId id) {
    close();
    const bool again = begun_ == step && of_ == entry && id_ == id;
    if (!again) {
        put_by();
        clear();
        begun_ = step;
        of_ = entry;
        id_ = id;
        done_ = std::make_shared<bool>(false);
    } else {
        restored_ = typed();
    }
    step_ = step;
    emit stepChanged();
    emit changed();
    return !again;
}

void DecisionForm::close() {
    if (step_ == Closed) {
        return;
    }
    step_ = Closed;
    saver_.save_now();
    if (!busy_ && (!typed() || saver_.is_stored())) {
        clear();
    }
    look();
    emit stepChanged();
    emit changed();
}

void DecisionForm::lock() {
    put_by();
    clear();
}

void DecisionForm::clear() {
    ++session_;
    const bool was_open = step_ != Closed;
    step_ = Closed;
    begun_ = Closed;
    of_ = {};
    id_ = {};
    adapt_ = {};
    draft_ = {};
    for (QString* const text : {&what_, &how_, &words_, &first_what_, &first_how_}) {
        wipe(*text);
    }
    saver_.stop();
    outcome_ = 0;
    busy_ = false;
    restored_ = false;
    told_unsaved_ = false;
    message_.clear();
    if (was_open) {
        emit stepChanged();
    }
    emit changed();
}

DecisionContent DecisionForm::content() const {
    return {journal_text(what_), to_civil(until_), journal_text(how_)};
}

QDate DecisionForm::today() const {
    return to_qdate(clock_.now().date());
}

}  // namespace pennydrop::app
