// SPDX-License-Identifier: Apache-2.0
// What is typed into the form of a decision: on its way to the disk, and back.
#include <QStringList>

#include <cstdint>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "decision_drafts.h"
#include "decision_form.h"
#include "draft_text.h"
#include "follow_up_drafts.h"
#include "life_words.h"
#include "private_text.h"

namespace pennydrop::app {
namespace {

/// What was typed before stays, above what has been typed since.
QString above(const QString& before, const QString& since) {
    return before == since || is_blank(since) ? before
           : is_blank(before)                 ? since
                                              : before + QStringLiteral("\n\n") + since;
}

void replace(QString& text, QString fresh) {
    wipe(text);
    text = std::move(fresh);
}

}  // namespace

void DecisionForm::resume() {
    if (waiting_.empty()) {
        return;
    }
    const FormKey key = waiting_.front();
    if (key.form == Form::kNewDecision) {
        begin();
    } else if (key.form == Form::kDecision) {
        beginChange(key.subject);
    } else {
        beginEnd(key.subject);
    }
}

/// The disk has it, and a closed form need not: another one may go on with it.
void DecisionForm::told_saved() {
    if (told_unsaved_) {
        message_.clear();
    }
    told_unsaved_ = false;
    emit changed();
    if (step_ == Closed && !busy_ && saver_.is_stored()) {
        clear();
    }
}

void DecisionForm::tell_unsaved(ErrorCode code) {
    message_ = code == ErrorCode::kInvalid
                   ? too_long()
                   : tr("The latest changes could not be saved. They are still here, and what was saved before is "
                        "safe. Leave this open; saving is tried again every few seconds.");
    told_unsaved_ = true;
    emit changed();
}

/// What was typed last time; the person may have begun to type again.
void DecisionForm::take_up(const std::vector<FormField>& fields) {
    const bool typed_since = typed();
    for (const FormField& field : fields) {
        QString text = QString::fromStdString(field.text);
        switch (static_cast<DecisionField>(field.field)) {
            case DecisionField::kWhat:
                replace(what_, above(text, what_ == first_what_ ? QString() : what_));
                break;
            case DecisionField::kHow:
                replace(how_, above(text, how_ == first_how_ ? QString() : how_));
                break;
            case DecisionField::kUntil:
                if (const QDate day = QDate::fromString(text, Qt::ISODate); !typed_since && day >= today()) {
                    until_ = day;
                }
                break;
            case DecisionField::kOutcome:
                if (const int outcome = text.toInt();
                    outcome_ == 0 && !LifeWords::label(static_cast<DecisionOutcome>(outcome)).isEmpty()) {
                    outcome_ = outcome;
                }
                break;
            case DecisionField::kEndWords:
                replace(words_, above(text, words_));
                break;
        }
        wipe(text);
    }
    restored_ = typed();
    if (typed_since) {
        saver_.changed();
    }
    emit changed();
}

std::vector<FormField> DecisionForm::fields() const {
    if (!typed()) {
        return {};
    }
    const auto field = [](DecisionField number, std::string text) {
        return FormField{.field = static_cast<std::int32_t>(number), .text = std::move(text)};
    };
    const int outcome = begun_ == Adapting ? static_cast<int>(DecisionOutcome::kAdapt) : outcome_;
    std::vector<FormField> all;
    all.push_back(field(DecisionField::kUntil, until_.toString(Qt::ISODate).toStdString()));
    all.push_back(field(DecisionField::kOutcome, std::to_string(outcome)));
    all.push_back(field(DecisionField::kEndWords, journal_text(words_)));
    all.push_back(field(DecisionField::kWhat, journal_text(what_)));
    all.push_back(field(DecisionField::kHow, journal_text(how_)));
    return all;
}

FormKey DecisionForm::key() const {
    const bool ends = begun_ == Ending || begun_ == Adapting;
    return {.form = ends                 ? Form::kDecisionEnd
                    : begun_ == Changing ? Form::kDecision
                                         : Form::kNewDecision,
            .entry = of_,
            .subject = id_.value};
}

/// For what was typed about the entry being read before.
void DecisionForm::look() {
    if (entry_ == nullptr || !entry_->id().is_set()) {
        return;
    }
    service_.ask(
        this,
        [entry = entry_->id(), unsaved = service_.unsaved_forms(), now = clock_.now()](Journal& journal) {
            return waiting_decisions(journal, entry, *unsaved, now);
        },
        [this, entry = entry_->id()](Result<WaitingDecisions> waiting) {
            if (!waiting || entry != entry_->id()) {
                return;  // Begun again, each form looks for its own.
            }
            set_waiting(std::move(waiting->forms));
            if (waiting->notes_were_made) {
                emit service_.entryChanged(entry);
            }
        });
}

void DecisionForm::set_waiting(std::vector<FormKey> waiting) {
    waiting_ = std::move(waiting);
    emit waitingChanged();
}

bool DecisionForm::typed() const {
    return begun_ != Closed && (what_ != first_what_ || how_ != first_how_ || !is_blank(words_));
}

FollowUpContent DecisionForm::typed_words() const {
    QStringList lines;
    if (!is_blank(words_)) {
        lines << words_;
    }
    if (what_ != first_what_ && !is_blank(what_)) {
        lines << what_;
    }
    if (how_ != first_how_ && !is_blank(how_)) {
        lines << how_;
    }
    QString text = lines.join(QLatin1String("\n\n"));
    FollowUpContent content = draft_;
    content.text = journal_text(text);
    content.at = clock_.now();
    wipe(text);
    return content;
}

void DecisionForm::put_by() {
    if (!typed() || saver_.is_stored()) {
        return;
    }
    if (writer_ && !busy_ && saver_.failing()) {
        FollowUpContent words = typed_words();
        QString text = PrivateText::from_utf8(words.text).take();
        const bool taken = is_blank(text) || writer_(of_, text);
        wipe(text);
        if (taken) {
            return;
        }
    }
    service_.ask(
        this,
        [key = key(), known = saver_.known(), fields = fields(),
         words = WrittenFollowUp{.entry = of_, .content = typed_words(), .at = clock_.now().at}, done = done_,
         held = UnsavedWords{held_, service_.unsaved_forms()}](Journal& journal) mutable -> Status {
            if (*done) {
                wipe_fields(fields);
                wipe(words.content.text);  // It was under way, and has arrived.
                return {};
            }
            return put_by_decision(journal, key, known, fields, words, held);
        },
        [this, entry = of_](const Status& put) {
            if (!put) {
                removal_.say(LifeWords::held());
            }
            emit service_.entryChanged(entry);
        });
}

}  // namespace pennydrop::app
