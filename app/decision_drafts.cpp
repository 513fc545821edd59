// SPDX-License-Identifier: Apache-2.0
#include "decision_drafts.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "follow_up_drafts.h"
#include "private_text.h"
#include "together.h"

namespace pennydrop::app {
namespace {

bool is_words(std::int32_t field) {
    return field == static_cast<std::int32_t>(DecisionField::kWhat) ||
           field == static_cast<std::int32_t>(DecisionField::kHow) ||
           field == static_cast<std::int32_t>(DecisionField::kEndWords);
}

/// The form's words become a note, but for those the decision says as well.
Status make_a_note(Journal& journal, const FormKey& key, const Decision* about, LocalTime now) {
    auto fields = journal.forms().load(key);
    if (!fields) {
        return pass_on(fields);
    }
    constexpr std::string_view kBetween = "\n\n";
    FollowUpContent note{.at = now};
    // A string that grows leaves what it was behind.
    std::size_t most = 0;
    for (const FormField& field : *fields) {
        most += field.text.size() + kBetween.size();
    }
    note.text.reserve(most);
    for (const FormField& field : *fields) {
        const bool is_said =
            about != nullptr && (field.text == about->content.what || field.text == about->content.how_we_know);
        if (is_words(field.field) && !is_said && !pennydrop::is_blank(field.text)) {
            note.text += note.text.empty() ? std::string_view() : kBetween;
            note.text += field.text;
        }
    }
    wipe_fields(*fields);
    if (!note.text.empty()) {
        auto added = add_note(journal, *key.entry, note, now.at);
        wipe(note.text);
        if (!added) {
            return added;
        }
    }
    return journal.forms().discard(key);
}

}  // namespace

Status add_note(Journal& journal, EntryId entry, const FollowUpContent& note, Timestamp now) {
    auto draft = journal.follow_ups().load_draft(entry);
    if (!draft) {
        return pass_on(draft);
    }
    auto added = journal.follow_ups().add(entry, note, now);
    if (!added) {
        if (*draft) {
            wipe((*draft)->text);
        }
        return pass_on(added);
    }
    wipe(added->content.text);
    if (!*draft) {
        return {};
    }
    auto saved = journal.follow_ups().save_draft(entry, **draft, now);
    wipe((*draft)->text);
    return saved;
}

Status put_by_decision(Journal& journal, const FormKey& key, bool known, std::vector<FormField>& fields,
                       WrittenFollowUp& words, const UnsavedWords& held) {
    auto done = save_unless_unknown(journal, key, known, fields, words.at);
    if (may_be_saved_later(done)) {
        held.forms->keep(key, known, fields);
    } else if (!done) {
        done = pennydrop::is_blank(words.content.text) ? Status{} : append_written(journal, words, *held.notes);
    }
    wipe_fields(fields);
    wipe(words.content.text);
    return done;
}

Result<WaitingDecisions> waiting_decisions(Journal& journal, EntryId entry, UnsavedForms& unsaved, LocalTime now) {
    std::vector<FormKey> held = unsaved.keys();
    std::erase_if(held, [&](const FormKey& key) {
        return key.entry != entry || !may_be_saved_later(save_held_form(journal, key, unsaved, now.at));
    });
    auto forms = journal.forms().of(entry);
    if (!forms) {
        return pass_on(forms);
    }
    for (const FormKey& key : held) {
        if (std::ranges::find(*forms, key) == forms->end()) {
            forms->push_back(key);
        }
    }
    if (forms->empty()) {
        return WaitingDecisions{};
    }
    auto decisions = journal.decisions().of(entry);
    if (!decisions) {
        return pass_on(decisions);
    }
    WaitingDecisions waiting;
    Status done;
    for (const FormKey& key : *forms) {
        const auto about =
            std::ranges::find(*decisions, key.subject, [](const Decision& decision) { return decision.id.value; });
        const bool is_there = about != decisions->end();
        if (key.form == Form::kNewDecision || (is_there && !about->end)) {
            waiting.forms.push_back(key);
            continue;
        }
        auto noted = together(journal, [&] { return make_a_note(journal, key, is_there ? &*about : nullptr, now); });
        waiting.notes_were_made = waiting.notes_were_made || noted.has_value();
        done = noted ? done : noted;
    }
    for (Decision& decision : *decisions) {
        wipe(decision.content.what);
        wipe(decision.content.how_we_know);
    }
    return done ? Result<WaitingDecisions>{std::move(waiting)} : pass_on(done);
}

}  // namespace pennydrop::app
