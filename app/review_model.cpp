// SPDX-License-Identifier: Apache-2.0
#include "review_model.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "draft_text.h"
#include "labels.h"
#include "life_words.h"
#include "private_text.h"
#include "review_words.h"
#include "vocabulary.h"

namespace pennydrop::app {

using std::chrono::days;
using std::chrono::sys_days;

ReviewModel::ReviewModel(JournalService& service, const Clock& clock, AppSettings& settings, Removal& removal,
                         std::shared_ptr<UnsavedFollowUps> unsaved, QObject* parent)
    : QObject(parent),
      service_(service),
      clock_(clock),
      settings_(settings),
      removal_(removal),
      calendar_(clock),
      answer_(service, clock, unsaved),
      form_(service, clock, removal, std::move(unsaved)) {
    connect(&answer_, &ReviewAnswer::changed, this, &ReviewModel::answerChanged);
    connect(&answer_, &ReviewAnswer::saved, this, [this] { set_message({}); });
    connect(&answer_, &ReviewAnswer::failed, this, &ReviewModel::tell_failure);
    connect(&answer_, &ReviewAnswer::heldBack, this, [this] { removal_.say(LifeWords::held()); });
    connect(&service, &JournalService::opened, this, &ReviewModel::look_again);
    connect(&service, &JournalService::closing, this, &ReviewModel::forget);
    connect(&service, &JournalService::entryAdded, this, &ReviewModel::look_again);
    connect(&service, &JournalService::entryChanged, this, &ReviewModel::look_again);
    connect(&service, &JournalService::entryRemoved, this, &ReviewModel::entry_removed);
    connect(&service, &JournalService::entryRestored, this, &ReviewModel::look_again);
    connect(&settings, &AppSettings::onThisDayChanged, this, &ReviewModel::look_again);
    connect(&calendar_, &CalendarWatch::changed, this, [this] {
        look_again();
        emit cardChanged();
    });
    if (service.is_open()) {
        look_again();
    }
}

ReviewModel::~ReviewModel() {
    wipe(words_);
    wipe(decided_);
    wipe(how_we_know_);
}

QString ReviewModel::invitation() const {
    return ReviewWords::invitation(count());
}

QString ReviewModel::moreText() const {
    const bool is_listed = card_ && std::ranges::find(items_, card_->item) != items_.end();
    return card_ ? ReviewWords::more(count() - (is_listed ? 1 : 0)) : QString();
}

QString ReviewModel::whenLabel() const {
    return card_ ? Labels::moment(card_->entry.occurred, calendar_.today()) : QString();
}

QString ReviewModel::themeLabel() const {
    return card_ ? Vocabulary::label(card_->entry.theme) : QString();
}

QString ReviewModel::reason() const {
    return card_ ? ReviewWords::reason(card_->item, card_->entry.occurred.date(), calendar_.today()) : QString();
}

QString ReviewModel::question() const {
    return card_ ? ReviewWords::question(card_->item.question) : QString();
}

QString ReviewModel::decidedLabel() const {
    if (!card_ || !card_->decided_on || !card_->decided_until) {
        return {};
    }
    const CivilDate today = calendar_.today();
    //: Of a decision for now. %1: the day it was made on, %2: the day until which it holds ("Friday 14 November")
    return tr("%1 to %2").arg(Labels::day(*card_->decided_on, today), Labels::day(*card_->decided_until, today));
}

bool ReviewModel::barrier() const noexcept {
    return card_ && !card_->item.decision && card_->entry.kind == EntryKind::kBarrier;
}

int ReviewModel::state() const noexcept {
    return barrier() && card_->entry.state ? static_cast<int>(*card_->entry.state) : 0;
}

QString ReviewModel::stateLabel(int state) const {
    return state >= Stuck && state <= Cleared ? ReviewWords::state(static_cast<BarrierState>(state)) : QString();
}

void ReviewModel::setAnswer(const QString& answer) {
    if (!busy_) {  // What comes between an answer and its being kept would go with it.
        answer_.set(answer);
    }
}

std::string ReviewModel::spoken() const {
    return answer_.blank() ? std::string() : journal_text(answer_.text());
}

void ReviewModel::show() {
    page_ = true;
    calendar_.look();
    look_again();
}

void ReviewModel::leave() {
    answer_.save();
    page_ = false;
    ++loading_;
    form_.close();
    forget_card();
    set_message({});
}

void ReviewModel::saveAnswer() {
    answer_.hand_over();
    set_message({});
}

void ReviewModel::keepAnswer() {
    if (!canAnswer() || decision()) {
        return;
    }
    act(tr("Answer kept"), with_answer([item = card_->item, text = spoken(), now = clock_.now()](Journal& journal) {
            return keep_answer(journal, item, text, now);
        }));
}

void ReviewModel::done() {
    if (said_ && canAnswer() && !decision()) {
        keepAnswer();
    } else {
        nothingNew();
    }
}

void ReviewModel::nothingNew() {
    if (!card_) {
        return;
    }
    const QString told = decision() ? ReviewWords::snoozed_until(
                                          CivilDate{sys_days{clock_.now().date()} + ReviewQueue::kDecisionAgainDays},
                                          clock_.now().date())
                         : said_ ? tr("Put back")
                                 : tr("Put back, nothing new");
    act(told,
        [item = card_->item, now = clock_.now()](Journal& journal) { return say_nothing_new(journal, item, now); });
}

void ReviewModel::snooze(Snooze span) {
    constexpr days kWeek{7};
    const CivilDate today = clock_.now().date();
    switch (span) {
        case UntilTomorrow:
            set_aside(CivilDate{sys_days{today} + days{1}});
            return;
        case ForAWeek:
            set_aside(CivilDate{sys_days{today} + kWeek});
            return;
        case ForAMonth:
            set_aside(later_by(today, {.months = 1, .days = 0}));
            return;
    }
}

void ReviewModel::snoozeUntil(const QString& day) {
    const QDate until = QDate::fromString(day, Qt::ISODate);
    if (until.isValid()) {
        set_aside(to_civil(until));
    }
}

void ReviewModel::set_aside(CivilDate until) {
    if (!card_) {
        return;
    }
    const LocalTime now = clock_.now();
    act(ReviewWords::snoozed_until(until, now.date()),
        [item = card_->item, until, now](Journal& journal) { return app::snooze(journal, item, until, now); });
}

void ReviewModel::sayState(int state) {
    if (!barrier() || busy_ || state < Stuck || state > Cleared) {
        return;
    }
    const auto said = static_cast<BarrierState>(state);
    answer_.save();
    set_busy(true);
    service_.ask(
        this,
        [item = card_->item, said, now = clock_.now()](Journal& journal) {
            return say_state(journal, item, said, now);
        },
        [this, item = card_->item, said](Result<UndoTask> undo) {
            set_busy(false);
            if (!undo) {
                tell_failure(undo.error().code);
                return;
            }
            set_message({});
            const bool here = card_ && card_->item == item;
            const bool another = !here || card_->entry.state != said;
            if (here) {
                card_->entry.state = said;
                said_ = true;
                emit cardChanged();
            }
            if (another) {
                //: A barrier's state was said. %1: "stuck", "moving" or "cleared", as a label
                offer_undo(tr("Now: %1").arg(ReviewWords::state(said)), item, std::move(*undo));
                emit service_.entryChanged(item.entry);
            }
        });
}

void ReviewModel::adopt() {
    end(DecisionOutcome::kAdopt, tr("Adopted: it stays"));
}

void ReviewModel::abandon() {
    end(DecisionOutcome::kAbandon, tr("Abandoned: let go"));
}

void ReviewModel::end(DecisionOutcome outcome, const QString& said) {
    if (!decision()) {
        return;
    }
    act(said, with_answer([item = card_->item, outcome, text = spoken(), now = clock_.now()](Journal& journal) {
            return end_decision(journal, item, outcome, text, now);
        }));
}

void ReviewModel::beginAdapt() {
    if (!decision() || busy_) {
        return;
    }
    const ReviewItem item = card_->item;
    const Decision now{
        .id = *item.decision,
        .entry = item.entry,
        .content = {.what = journal_text(decided_), .until = {}, .how_we_know = journal_text(how_we_know_)}};
    form_.adapt(now, answer_subject(item),
                [this, item](const NextDecision& next, const std::shared_ptr<bool>& done,
                             const std::function<void(const Status&)>& then) {
                    if (!card_ || card_->item != item || busy_) {
                        then(fail(ErrorCode::kNotFound));
                        return;
                    }
                    act(tr("Adapted: the next one has begun"),
                        with_answer([item, text = spoken(), next, done, now = clock_.now()](Journal& journal) {
                            auto adapted = adapt_decision(journal, item, text, next, now);
                            *done = adapted.has_value();
                            return adapted;
                        }),
                        then);
                });
}

void ReviewModel::look_again() {
    calendar_.look();
    ++asked_;
    service_.ask(
        this,
        [now = clock_.now(), on_this_day = settings_.onThisDay()](Journal& journal) {
            return due_items(journal, now, on_this_day);
        },
        [this, asked = asked_](Result<std::vector<ReviewItem>> items) {
            if (asked != asked_) {
                return;
            }
            if (items) {
                take_items(std::move(*items));
            } else {
                tell_failure(items.error().code);
            }
        });
}

void ReviewModel::take_items(std::vector<ReviewItem> items) {
    read_ = true;
    items_ = std::move(items);
    emit queueChanged();
    if (!page_ || busy_) {
        emit cardChanged();
        return;
    }
    const auto is_due = [this](const ReviewItem& item) { return std::ranges::find(items_, item) != items_.end(); };
    if (const auto wanted = std::exchange(wanted_, std::nullopt); wanted && is_due(*wanted)) {
        said_ = false;
        read_card(*wanted);
    } else if (card_ && (said_ || !answer_.blank() || is_due(card_->item))) {
        read_card(card_->item);
    } else if (!items_.empty()) {
        read_card(items_.front());
    } else {
        forget_card();
    }
}

void ReviewModel::read_card(const ReviewItem& item) {
    ++loading_;
    answer_.save();
    service_.ask(
        this, [item, held = answer_.held()](Journal& journal) { return load_card(journal, item, *held); },
        [this, loading = loading_, typed = answer_.revision()](Result<LoadedCard> loaded) {
            if (loading != loading_ || !page_) {
                return;
            }
            if (loaded) {
                take_card(std::move(*loaded), answer_.revision() != typed);
            } else if (loaded.error().code == ErrorCode::kNotFound) {
                forget_card();  // Its removal is told by a signal of its own.
            } else {
                tell_failure(loaded.error().code);
            }
        });
}

void ReviewModel::take_card(LoadedCard loaded, bool typed_since) {
    if (!card_ || card_->item != loaded.item) {
        answer_.save();
        said_ = false;
        set_message({});
        answer_.begin(loaded.item, loaded.answer.take(), loaded.answer_on_disk);
    } else if (!typed_since) {
        answer_.look(loaded.answer.take(), loaded.answer_on_disk);  // It may have been kept or changed in its entry.
    }
    card_ = Card{.item = loaded.item,
                 .entry = std::move(loaded.entry),
                 .decided_until = loaded.decided_until,
                 .decided_on = loaded.decided_on};
    wipe(words_);
    words_ = loaded.words.take();
    wipe(decided_);
    decided_ = loaded.decided.take();
    wipe(how_we_know_);
    how_we_know_ = loaded.how_we_know.take();
    emit cardChanged();
    emit queueChanged();
    emit answerChanged();  // Whether it can be kept hangs on the card.
}

ReviewModel::Act ReviewModel::with_answer(Act task) const {
    return [task = std::move(task), item = card_->item, held = answer_.held()](Journal& journal) {
        auto done = task(journal);
        if (done) {
            forget_held(item, *held);
        }
        return done;
    };
}

void ReviewModel::act(const QString& said, Act task, const std::function<void(const Status&)>& then) {
    if (!card_ || busy_) {
        return;
    }
    answer_.save();  // Should the task fail, what was typed is on the disk all the same.
    set_busy(true);
    service_.ask(this, std::move(task), [this, said, item = card_->item, then](Result<UndoTask> undo) {
        set_busy(false);
        if (then) {
            then(undo ? Status{} : Status{fail(undo.error().code)});
        }
        if (undo) {
            acted(item, said, std::move(*undo));
        } else if (undo.error().code == ErrorCode::kNotFound) {
            forget_card();
            look_again();
        } else {
            tell_failure(undo.error().code);
        }
    });
}

void ReviewModel::acted(const ReviewItem& item, const QString& said, UndoTask undo) {
    std::erase(items_, item);
    forget_card();
    set_message({});
    emit queueChanged();
    offer_undo(said, item, std::move(undo));
    emit service_.entryChanged(item.entry);  // Asks for the queue again, as everybody else looks at the entry.
}

void ReviewModel::offer_undo(const QString& said, const ReviewItem& item, UndoTask undo) {
    removal_.offer(said,
                   [this, item, undo = std::move(undo)] {
                       answer_.save();  // What was typed since comes before what comes back.
                       service_.ask(this, undo, [this, item](const Status& undone) {
                           if (!undone && undone.error().code != ErrorCode::kNotFound) {
                               tell_failure(undone.error().code);
                           }
                           wanted_ = item;
                           emit service_.entryChanged(item.entry);
                       });
                   },
                   {});
}

void ReviewModel::entry_removed(EntryId id) {
    if (card_ && card_->entry.id == id) {
        forget_card();
    }
    look_again();
}

void ReviewModel::forget() {
    leave();
    form_.lock();  // After the answer, to which its words are added.
    busy_ = false;
    items_.clear();
    wanted_.reset();
    read_ = false;
    ++asked_;
    emit busyChanged();
    emit queueChanged();
    emit cardChanged();
}

void ReviewModel::forget_card() {
    answer_.forget();
    card_.reset();
    said_ = false;
    wipe(words_);
    wipe(decided_);
    wipe(how_we_know_);
    emit cardChanged();
    emit answerChanged();
}

void ReviewModel::tell_failure(ErrorCode code) {
    set_message(code == ErrorCode::kInvalid
                    ? tr("This is longer than Pennydrop can keep in one piece. It is still here. Shorten it, or write "
                         "an entry of its own.")
                    : tr("That could not be kept or read. What was kept before is unchanged, and what you typed is "
                         "still here. Make sure that there is free space on this device, then try again."));
}

void ReviewModel::set_busy(bool busy) {
    if (busy != busy_) {
        busy_ = busy;
        emit busyChanged();
    }
}

void ReviewModel::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit messageChanged();
    }
}

}  // namespace pennydrop::app
