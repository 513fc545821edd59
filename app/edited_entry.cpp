// SPDX-License-Identifier: Apache-2.0
#include "edited_entry.h"

#include <algorithm>
#include <utility>

#include "draft_text.h"
#include "labels.h"
#include "private_text.h"
#include "prompt_sets.h"
#include "vocabulary.h"

namespace pennydrop::app {

EditedEntry::EditedEntry(const Clock& clock, QObject* parent)
    : QObject(parent),
      calendar_(clock),
      questions_([](EntryKind kind) { return questions_of(default_prompt_set(kind)); }) {
    connect(&details_, &EditedDetails::edited, this, [this] { edited(); });
    connect(&calendar_, &CalendarWatch::changed, this, [this] {
        emit whenChanged();
        emit themeChanged();
        emit levelChanged();
        emit calendarChanged();
        if (!prompt_.isEmpty()) {
            offer_prompt();
        }
    });
}

EditedEntry::~EditedEntry() {
    wipe(text_);
}

void EditedEntry::setKind(int kind) {
    const auto known = kind_from_number(kind);
    if (!active_ || !known || *known == kind_) {
        return;
    }
    const EntryKind before = std::exchange(kind_, *known);
    emit kindChanged();
    if (theme_ && !theme_survives(*theme_, before, kind_)) {
        theme_.reset();
        emit themeChanged();
    }
    edited();
    offer_prompt();
}

void EditedEntry::setText(const QString& text) {
    if (active_ && text != text_) {
        set_text(text);
        edited();
    }
}

void EditedEntry::setCursor(int cursor) {
    if (active_) {
        set_cursor(cursor);
    }
}

QString EditedEntry::themeCode() const {
    return theme_code(theme_);
}

void EditedEntry::setThemeCode(const QString& code) {
    const auto theme = theme_from_code(code);
    const bool unknown = !code.isEmpty() && !theme;
    if (!active_ || theme == theme_ || unknown || (theme && !theme_fits(kind_, *theme))) {
        return;
    }
    theme_ = theme;
    emit themeChanged();
    edited();
}

QString EditedEntry::themeLabel() const {
    return Vocabulary::label(theme_);
}

void EditedEntry::setLevel(int level) {
    const auto known = level_from_number(level);
    if (!active_ || known == level_ || (level != 0 && !known)) {
        return;
    }
    level_ = known;
    emit levelChanged();
    edited();
}

QString EditedEntry::levelLabel() const {
    return Vocabulary::label(level_);
}

QString EditedEntry::whenLabel() const {
    return active_ ? Labels::moment(occurred_, calendar_.today()) : QString();
}

QDateTime EditedEntry::when() const {
    return active_ ? to_date_time(occurred_) : QDateTime();
}

void EditedEntry::setWhen(const QDateTime& when) {
    if (!active_ || !when.isValid()) {
        return;
    }
    const LocalTime moment = to_local_time(when);
    // A choice is made to the minute: choosing the same one again must not move the entry among its neighbours.
    if (moment.offset == occurred_.offset && minute_of(moment.at) == minute_of(occurred_.at)) {
        return;
    }
    occurred_ = moment;
    emit whenChanged();
    edited();
}

void EditedEntry::nextPrompt() {
    if (!active_) {
        return;
    }
    const QStringList open = open_questions();
    const auto now = open.indexOf(prompt_);
    set_prompt(open.isEmpty() ? QString() : open.at((now + 1) % open.size()));
}

void EditedEntry::takePrompt() {
    take_question(prompt_);
}

void EditedEntry::take_question(const QString& question) {
    if (!active_ || question.isEmpty()) {
        return;
    }
    auto taken = with_heading(text_, cursor_, question);
    set_text(std::move(taken.text));
    set_cursor(taken.cursor);
    edited();
    offer_prompt();
}

void EditedEntry::take_questions_from(std::function<QStringList(EntryKind)> source) {
    questions_ = std::move(source);
    questions_changed();
}

void EditedEntry::questions_changed() {
    if (active_ && !open_questions().contains(prompt_)) {
        offer_prompt();
    }
}

bool EditedEntry::isBlank() const {
    return is_blank(text_) && is_blank(details_.meaning()) && is_blank(details_.ask());
}

void EditedEntry::set_links(std::vector<DraftLink> links) {
    if (active_ && links != links_) {
        links_ = std::move(links);
        emit linksChanged();
        edited();
    }
}

Draft EditedEntry::draft() const {
    Draft draft{
        .entry = entry_,
        .content =
            {.kind = kind_, .text = journal_text(text_), .occurred = occurred_, .theme = theme_, .level = level_},
        .cursor = cursor_,
    };
    details_.put_into(draft.content);
    draft.links = links_;
    return draft;
}

void EditedEntry::set_entry(EntryId id) {
    entry_ = id;
    emit entryIdChanged();
}

void EditedEntry::take(const Draft& draft, QString text, bool restored) {
    entry_ = draft.entry;
    kind_ = draft.content.kind;
    wipe(text_);
    text_ = std::move(text);
    cursor_ = std::clamp(draft.cursor, 0, static_cast<int>(text_.size()));
    theme_ = draft.content.theme;
    level_ = draft.content.level;
    occurred_ = draft.content.occurred;
    details_.take(draft.content);
    links_ = draft.links;
    restored_ = restored;
    prompt_ = open_questions().value(0);
    calendar_.look();
    active_ = true;
}

void EditedEntry::drop() {
    active_ = false;
    entry_.reset();
    kind_ = EntryKind::kSetback;
    wipe(text_);
    cursor_ = 0;
    theme_.reset();
    level_.reset();
    occurred_ = {};
    details_.drop();
    links_.clear();
    prompt_.clear();
    restored_ = false;
}

void EditedEntry::announce_all() {
    emit entryIdChanged();
    emit kindChanged();
    emit textChanged();
    emit cursorChanged();
    emit themeChanged();
    emit levelChanged();
    emit whenChanged();
    emit promptChanged();
    emit restoredChanged();
    details_.announce_all();
    emit linksChanged();
    emit activeChanged();
}

QStringList EditedEntry::open_questions() const {
    QStringList questions = questions_(kind_);
    questions.removeIf([this](const QString& question) { return text_.contains(question); });
    return questions;
}

void EditedEntry::offer_prompt() {
    set_prompt(active_ ? open_questions().value(0) : QString());
}

void EditedEntry::set_text(QString text) {
    wipe(text_);
    text_ = std::move(text);
    emit textChanged();
    set_cursor(cursor_);
}

void EditedEntry::set_cursor(int cursor) {
    const int within = std::clamp(cursor, 0, static_cast<int>(text_.size()));
    if (within != cursor_) {
        cursor_ = within;
        emit cursorChanged();
    }
}

void EditedEntry::set_prompt(const QString& prompt) {
    if (prompt != prompt_) {
        prompt_ = prompt;
        emit promptChanged();
    }
}

}  // namespace pennydrop::app
