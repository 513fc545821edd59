// SPDX-License-Identifier: Apache-2.0
#include "held_forms.h"

#include "life_words.h"
#include "unsaved_forms.h"

namespace pennydrop::app {
namespace {

enum class Outcome { kNothingHeld, kSaved, kStillHeld };

Outcome save_all(Journal& journal, UnsavedForms& unsaved, Timestamp now) {
    Outcome outcome = Outcome::kNothingHeld;
    for (const FormKey& key : unsaved.keys()) {
        const bool has_words = unsaved.has_words(key);
        (void)save_held_form(journal, key, unsaved, now);
        if (has_words && unsaved.holds(key)) {
            outcome = Outcome::kStillHeld;
        } else if (has_words && outcome == Outcome::kNothingHeld) {
            outcome = Outcome::kSaved;
        }
    }
    return outcome;
}

}  // namespace

HeldForms::HeldForms(JournalService& service, const Clock& clock, Removal& removal, QObject* parent)
    : QObject(parent), service_(service), clock_(clock), removal_(removal) {
    connect(&service, &JournalService::opened, this, &HeldForms::save);
}

void HeldForms::save() {
    service_.ask(
        this,
        [unsaved = service_.unsaved_forms(), now = clock_.now().at](Journal& journal) -> Result<Outcome> {
            return save_all(journal, *unsaved, now);
        },
        [this](const Result<Outcome>& outcome) {
            if (!outcome || *outcome == Outcome::kNothingHeld) {
                return;
            }
            removal_.say(*outcome == Outcome::kStillHeld
                             ? LifeWords::held()
                             : tr("What you were writing when Pennydrop was interrupted is there where you wrote it. "
                                  "Nothing was lost."));
        });
}

}  // namespace pennydrop::app
