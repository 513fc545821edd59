// SPDX-License-Identifier: Apache-2.0
#include "blame_question.h"

#include "draft_text.h"
#include "private_text.h"
#include "prompt_sets.h"

namespace pennydrop::app {

BlameQuestion::BlameQuestion(JournalService& service, AppSettings& settings, EntryEditor& editor, QObject* parent)
    : QObject(parent), service_(service), settings_(settings), editor_(editor) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &BlameQuestion::look);
    connect(&editor, &EntryEditor::textChanged, this, &BlameQuestion::text_changed);
    connect(&editor, &EntryEditor::entryIdChanged, this, &BlameQuestion::begin);
    connect(&editor, &EntryEditor::finished, this, [this](qint64 kept) { finished(EntryId{kept}); });
    connect(&editor, &EntryEditor::calendarChanged, this, &BlameQuestion::changed);  // another language, perhaps
    connect(&settings, &AppSettings::blameQuestionChanged, this, [this] {
        show({});
        text_changed();
    });
    connect(&service, &JournalService::closing, this, &BlameQuestion::forget);
}

QString BlameQuestion::question() const {
    return kind_ ? words_for(*kind_) : QString();
}

bool BlameQuestion::available() const {
    return has_blame_words(program_language());
}

void BlameQuestion::answer() {
    if (kind_) {
        const QString words = words_for(*kind_);
        dismiss();
        editor_.take_question(words);
    }
}

void BlameQuestion::dismiss() {
    dismissed_ = true;
    if (editor_.entryId() != 0) {
        asked_.insert(EntryId{editor_.entryId()});
    }
    show({});
}

QString BlameQuestion::words_for(BlameKind kind) {
    switch (kind) {
        case BlameKind::kSomebody:
            //: A question about words of blame for somebody. At most 15 words. Asks about the situation, never about
            //: guilt.
            return tr("What made it likely to happen, whoever had been there?");
        case BlameKind::kSelf:
            //: As before, about words of blame for oneself.
            return tr("What would you say to a colleague who told you this?");
        case BlameKind::kHindsight:
            //: As before, about "should have".
            return tr("What was known at the time, and what only afterwards?");
        case BlameKind::kLabel:
            //: As before, about names for people ("incompetent").
            return tr("What happened, as somebody would tell it who only watched?");
    }
    return {};
}

bool BlameQuestion::is_wanted() const {
    return editor_.active() && !dismissed_ && settings_.blameQuestion() && available();
}

void BlameQuestion::text_changed() {
    ++look_;
    if (is_wanted()) {
        pause_.start();
    }
}

void BlameQuestion::look() {
    if (!is_wanted()) {
        return;
    }
    service_.ask(
        this,
        [text = journal_text(editor_.text()),
         language = program_language()](Journal&) mutable -> Result<std::optional<BlameKind>> {
            const auto found = find_blame(text, language);
            wipe(text);
            return found.empty() ? std::nullopt : std::optional{found.front().kind};
        },
        [this, look = look_](const Result<std::optional<BlameKind>>& kind) {
            if (look == look_ && kind && is_wanted()) {
                show(*kind);
            }
        });
}

/// Another entry is being written, or what is written has become one.
void BlameQuestion::begin() {
    const EntryId id{editor_.entryId()};
    if (!editor_.active()) {
        return;  // finished() follows
    }
    if (dismissed_) {
        asked_.insert(id);
        return;
    }
    dismissed_ = asked_.contains(id);
    show({});
}

void BlameQuestion::finished(EntryId kept) {
    if (dismissed_ && kept.is_set()) {
        asked_.insert(kept);
    }
    ++look_;
    pause_.stop();
    dismissed_ = false;
    show({});
}

void BlameQuestion::forget() {
    finished({});
    asked_.clear();
}

void BlameQuestion::show(std::optional<BlameKind> kind) {
    if (kind != kind_) {
        kind_ = kind;
        emit changed();
    }
}

}  // namespace pennydrop::app
