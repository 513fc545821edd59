// SPDX-License-Identifier: Apache-2.0
#include "review_tasks.h"

#include <utility>

#include "base/utf8.h"
#include "follow_up_drafts.h"
#include "together.h"

namespace pennydrop::app {
namespace {

FollowUpContent content_of(const ReviewItem& item, std::string text, LocalTime now) {
    const bool taught = item.question == ReviewQuestion::kSetbackTaught;
    return {.kind = taught ? FollowUpKind::kTaught : FollowUpKind::kAnswer,
            .text = std::move(text),
            .at = now,
            .question = item.question};
}

/// An ended decision holds again, and what was said at its end is a draft again.
Status reopen(Journal& journal, const ReviewItem& item, const std::string& text, LocalTime now) {
    if (auto reopened = journal.decisions().reopen(*item.decision); !reopened) {
        return reopened;
    }
    return text.empty() ? Status{} : bring_back_draft(journal, item.entry, content_of(item, text, now), now.at);
}

}  // namespace

Result<std::vector<ReviewItem>> due_items(Journal& journal, LocalTime now, bool on_this_day) {
    auto items = journal.review().due(now);
    if (items && !on_this_day) {
        std::erase_if(*items, [](const ReviewItem& item) { return item.reason == ReviewReason::kOnThisDay; });
    }
    return items;
}

Result<LoadedCard> load_card(Journal& journal, const ReviewItem& item, UnsavedFollowUps& unsaved) {
    auto card = journal.review().card(item);
    if (!card) {
        return pass_on(card);
    }
    auto entry = journal.entries().find(item.entry);
    if (!entry) {
        return pass_on(entry);
    }
    auto answer = load_draft_about(journal, item.entry, answer_subject(item), unsaved);
    if (!answer) {
        return pass_on(answer);
    }
    LoadedCard loaded;
    loaded.item = item;
    loaded.entry = std::move(card->entry);
    wipe(loaded.entry.preview);
    loaded.words = PrivateText::from_utf8(entry->content.text);
    if (*answer) {
        loaded.answer = PrivateText::from_utf8((*answer)->written.content.text);
        loaded.answer_on_disk = (*answer)->on_disk;
    }
    if (card->decision) {
        loaded.decided = PrivateText::from_utf8(card->decision->content.what);
        loaded.how_we_know = PrivateText::from_utf8(card->decision->content.how_we_know);
        loaded.decided_until = card->decision->content.until;
        loaded.decided_on = card->decision->made.date();
    }
    return loaded;
}

FollowUpContent answer_subject(const ReviewItem& item) {
    return content_of(item, {}, {});
}

Status save_answer(Journal& journal, const ReviewItem& item, std::string text, LocalTime now,
                   UnsavedFollowUps& unsaved) {
    WrittenFollowUp written{.entry = item.entry, .content = content_of(item, std::move(text), now), .at = now.at};
    if (!pennydrop::is_blank(written.content.text)) {
        return save_written(journal, written, unsaved);
    }
    unsaved.forget(written);
    return drop_draft(journal, item.entry, written.content);
}

void forget_held(const ReviewItem& item, UnsavedFollowUps& unsaved) {
    unsaved.forget({.entry = item.entry, .content = answer_subject(item)});
}

Result<UndoTask> keep_answer(Journal& journal, const ReviewItem& item, const std::string& text, LocalTime now) {
    auto kept = journal.review().answer(item, text, now);
    if (!kept) {
        return pass_on(kept);
    }
    return [item, id = kept->id, now](Journal& again) {
        return together(again, [&]() -> Status {
            auto answer = again.follow_ups().find(id);
            if (!answer) {
                return pass_on(answer);
            }
            if (auto draft = bring_back_draft(again, item.entry, std::move(answer->content), now.at); !draft) {
                return draft;
            }
            if (auto removed = again.follow_ups().remove(id, now.at); !removed) {
                return removed;
            }
            return again.review().take_back(item);
        });
    };
}

Result<UndoTask> say_nothing_new(Journal& journal, const ReviewItem& item, LocalTime now) {
    if (auto said = journal.review().nothing_new(item, now); !said) {
        return pass_on(said);
    }
    return [item](Journal& again) { return again.review().take_back(item); };
}

Result<UndoTask> snooze(Journal& journal, const ReviewItem& item, CivilDate until, LocalTime now) {
    if (auto snoozed = journal.review().snooze(item, until, now); !snoozed) {
        return pass_on(snoozed);
    }
    return [item](Journal& again) { return again.review().take_back(item); };
}

Result<UndoTask> end_decision(Journal& journal, const ReviewItem& item, DecisionOutcome outcome,
                              const std::string& text, LocalTime now) {
    if (!item.decision) {
        return fail(ErrorCode::kInvalid, "no decision");
    }
    const DecisionEnd end{.outcome = outcome, .at = now, .text = text};
    auto done = together(journal, [&]() -> Status {
        if (auto ended = journal.decisions().finish(*item.decision, end); !ended) {
            return ended;
        }
        return drop_draft(journal, item.entry, answer_subject(item));
    });
    if (!done) {
        return pass_on(done);
    }
    return
        [item, text, now](Journal& again) { return together(again, [&] { return reopen(again, item, text, now); }); };
}

Result<UndoTask> adapt_decision(Journal& journal, const ReviewItem& item, const std::string& text,
                                const NextDecision& next, LocalTime now) {
    if (!item.decision) {
        return fail(ErrorCode::kInvalid, "no decision");
    }
    auto started = together(journal, [&]() -> Result<DecisionId> {
        auto adapted = journal.decisions().adapt(*item.decision, text, next.content, now);
        if (!adapted) {
            return pass_on(adapted);
        }
        if (auto discarded = drop_draft(journal, item.entry, answer_subject(item)); !discarded) {
            return pass_on(discarded);
        }
        if (!pennydrop::is_blank(next.end_words)) {
            FollowUpContent note{.text = next.end_words, .at = now};
            auto noted = add_note(journal, item.entry, note, now.at);
            wipe(note.text);
            if (!noted) {
                return pass_on(noted);
            }
        }
        const FormKey form{.form = Form::kDecisionEnd, .entry = item.entry, .subject = item.decision->value};
        if (auto discarded = next.form_is_known ? journal.forms().discard(form) : Status{}; !discarded) {
            return pass_on(discarded);
        }
        return adapted->id;
    });
    if (!started) {
        return pass_on(started);
    }
    return [item, id = *started, text, now](Journal& again) {
        return together(again, [&]() -> Status {
            if (auto removed = again.decisions().remove(id, now.at); !removed) {
                return removed;
            }
            return reopen(again, item, text, now);
        });
    };
}

Result<UndoTask> say_state(Journal& journal, const ReviewItem& item, BarrierState state, LocalTime now) {
    auto before = journal.entries().summary(item.entry);
    if (!before) {
        return pass_on(before);
    }
    if (auto said = journal.barriers().set_state(item.entry, state, now); !said) {
        return pass_on(said);
    }
    if (before->state == state) {
        return [](Journal&) { return Status{}; };
    }
    return [entry = item.entry, now](Journal& again) { return again.barriers().take_back(entry, now.at); };
}

}  // namespace pennydrop::app
