// SPDX-License-Identifier: Apache-2.0
#include "entry_editor.h"

#include <QGuiApplication>
#include <QInputMethod>

#include <algorithm>
#include <utility>

#include "draft_text.h"
#include "labels.h"
#include "private_text.h"
#include "prompts.h"
#include "save_state_text.h"
#include "vocabulary.h"

namespace pennydrop::app {
EntryEditor::EntryEditor(JournalService& service, const Clock& clock, Removal& removal, QObject* parent)
    : QObject(parent),
      service_(service),
      clock_(clock),
      removal_(removal),
      calendar_(clock),
      saver_(service, clock, [this] { return savable_draft(); }) {
    connect(&service, &JournalService::opened, this, &EntryEditor::open);
    connect(&service, &JournalService::closing, this, &EntryEditor::lock);
    connect(&saver_, &DraftSaver::stateChanged, this, &EntryEditor::statusChanged);
    connect(&saver_, &DraftSaver::kept, this, &EntryEditor::kept);
    connect(&saver_, &DraftSaver::keepFailed, this, &EntryEditor::keep_failed);
    connect(&calendar_, &CalendarWatch::changed, this, [this] {
        emit whenChanged();
        emit themeChanged();
        emit levelChanged();
        emit statusChanged();
        if (!prompt_.isEmpty()) {
            offer_prompt();
        }
    });
    if (service.is_open()) {
        open();
    }
}

EntryEditor::~EntryEditor() {
    wipe(text_);
    forget_discarded();
}

// What the person sees and sets -------------------------------------------------------------------------------------

void EntryEditor::setKind(int kind) {
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

void EntryEditor::setText(const QString& text) {
    if (active_ && text != text_) {
        set_text(text);
        edited();
    }
}

void EntryEditor::setCursor(int cursor) {
    if (active_) {
        set_cursor(cursor);
    }
}

QString EntryEditor::themeCode() const {
    return theme_code(theme_);
}

void EntryEditor::setThemeCode(const QString& code) {
    const auto theme = theme_from_code(code);
    const bool unknown = !code.isEmpty() && !theme;
    if (!active_ || theme == theme_ || unknown || (theme && !theme_fits(kind_, *theme))) {
        return;
    }
    theme_ = theme;
    emit themeChanged();
    edited();
}

QString EntryEditor::themeLabel() const {
    return Vocabulary::label(theme_);
}

void EntryEditor::setLevel(int level) {
    const auto known = level_from_number(level);
    if (!active_ || known == level_ || (level != 0 && !known)) {
        return;
    }
    level_ = known;
    emit levelChanged();
    edited();
}

QString EntryEditor::levelLabel() const {
    return Vocabulary::label(level_);
}

QString EntryEditor::whenLabel() const {
    return active_ ? Labels::moment(occurred_, calendar_.today()) : QString();
}

QDateTime EntryEditor::when() const {
    return active_ ? to_date_time(occurred_) : QDateTime();
}

void EntryEditor::setWhen(const QDateTime& when) {
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

EntryEditor::Status EntryEditor::status() const noexcept {
    if (trouble_ != Trouble::kNone) {
        return Failed;
    }
    switch (saver_.state()) {
        case DraftSaver::State::kIdle:
            return Idle;
        case DraftSaver::State::kUnsaved:
            return Unsaved;
        case DraftSaver::State::kSaved:
            return Saved;
        case DraftSaver::State::kFailed:
        case DraftSaver::State::kTooLong:
        case DraftSaver::State::kUnsavable:
            return Failed;
    }
    return Idle;
}

QString EntryEditor::statusText() const {
    switch (trouble_) {
        case Trouble::kNone:
            break;
        case Trouble::kDraftUnreadable:
            return SaveStateText::unreadable_draft();
        case Trouble::kEntryUnreadable:
            return SaveStateText::unreadable_entry();
    }
    return SaveStateText::of(saver_.state(), saver_.error());
}

void EntryEditor::nextPrompt() {
    if (!active_) {
        return;
    }
    const QStringList open = open_questions();
    const auto now = open.indexOf(prompt_);
    set_prompt(open.isEmpty() ? QString() : open.at((now + 1) % open.size()));
}

void EntryEditor::takePrompt() {
    if (!active_ || prompt_.isEmpty()) {
        return;
    }
    auto taken = with_heading(text_, cursor_, prompt_);
    set_text(std::move(taken.text));
    set_cursor(taken.cursor);
    edited();
    offer_prompt();
}

// Beginning and leaving -----------------------------------------------------------------------------------------------

void EntryEditor::begin(int kind) {
    if (const auto known = kind_from_number(kind)) {
        start([this, kind = *known, when = clock_.now()] { begin_new(kind, when); });
    }
}

void EntryEditor::edit(qint64 id) {
    if (active_ && entry_ == EntryId{id} && !saver_.keeping()) {
        return;
    }
    start([this, id] { read(EntryId{id}); });
}

void EntryEditor::finish() {
    next_ = {};
    wanted_ = {};
    commit_composing();
    if (!active_ || saver_.keeping()) {
        return;
    }
    if (saver_.anything()) {
        saver_.keep();
    } else {
        close(entry_.value_or(EntryId{}));
    }
}

void EntryEditor::discard() {
    next_ = {};
    wanted_ = {};
    if (!active_ || saver_.keeping()) {
        return;
    }
    const bool worth_an_undo = saver_.anything() && (entry_ || !is_blank(text_));
    std::optional<Draft> thrown_away = worth_an_undo ? std::optional(draft()) : std::nullopt;
    saver_.discard();
    forget();
    if (thrown_away) {
        forget_discarded();
        discarded_ = std::move(thrown_away);
        offer_undo();
    }
    emit finished(0);
}

void EntryEditor::start(std::function<void()> next) {
    if (!service_.is_open()) {
        return;
    }
    wanted_ = {};
    next_ = std::move(next);
    commit_composing();
    if (loading_ || saver_.keeping()) {
        return;  // Goes on when that is done.
    }
    if (trouble_ == Trouble::kDraftUnreadable) {
        open();  // What lies there would be overwritten.
        return;
    }
    set_trouble(Trouble::kNone);
    if (!active_) {
        std::exchange(next_, {})();
    } else if (saver_.anything()) {
        saver_.keep();
    } else {
        close(entry_.value_or(EntryId{}));
    }
}

void EntryEditor::commit_composing() {
    // What an input method is still composing belongs to the text, but the field has not got it yet.
    if (active_ && qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr) {
        QGuiApplication::inputMethod()->commit();
    }
}

void EntryEditor::open() {
    loading_ = true;
    service_.ask(
        this, [unsaved = saver_.unsaved_draft()](Journal& journal) { return load_draft(journal, *unsaved); },
        [this](Result<LoadedDraft> loaded) {
            loading_ = false;
            if (!loaded) {
                next_ = {};
                set_trouble(Trouble::kDraftUnreadable);
                return;
            }
            set_trouble(Trouble::kNone);
            if (loaded->draft) {
                QString text = loaded->text.take();
                if (loaded->draft->entry || !is_blank(text)) {
                    fill(*loaded->draft, std::move(text), true, loaded->stored);
                    if (!loaded->stored) {
                        edited();
                    }
                }
            }
            if (auto next = std::exchange(next_, {})) {
                start(std::move(next));
            }
        });
}

void EntryEditor::lock() {
    commit_composing();
    saver_.seal();
    next_ = {};
    wanted_ = {};
    loading_ = false;
    undoing_ = false;
    forget_discarded();
    forget();
    set_trouble(Trouble::kNone);
}

void EntryEditor::begin_new(EntryKind kind, LocalTime when) {
    Draft draft;
    draft.content.kind = kind;
    draft.content.occurred = when;
    fill(draft, {}, false, false);
}

void EntryEditor::read(EntryId id) {
    wanted_ = id;
    service_.ask(
        this, [id](Journal& journal) { return load_entry(journal, id); },
        [this, id](Result<LoadedDraft> loaded) {
            if (id != wanted_ || active_) {
                return;
            }
            if (!loaded) {
                wanted_ = {};
                if (loaded.error().code != ErrorCode::kNotFound) {
                    set_trouble(Trouble::kEntryUnreadable);
                }
                return;
            }
            fill(*loaded->draft, loaded->text.take(), false, false);
        });
}

void EntryEditor::fill(const Draft& draft, QString text, bool restored, bool stored) {
    wanted_ = {};
    entry_ = draft.entry;
    kind_ = draft.content.kind;
    wipe(text_);
    text_ = std::move(text);
    cursor_ = std::clamp(draft.cursor, 0, static_cast<int>(text_.size()));
    theme_ = draft.content.theme;
    level_ = draft.content.level;
    occurred_ = draft.content.occurred;
    restored_ = restored;
    prompt_ = open_questions().value(0);
    calendar_.look();
    active_ = true;
    saver_.begin(stored);
    emit_all();
}

void EntryEditor::kept(const KeptDraft& kept, bool current) {
    using Outcome = KeptDraft::Outcome;
    switch (kept.outcome) {
        case Outcome::kAdded:
            emit service_.entryAdded(kept.entry);
            break;
        case Outcome::kChanged:
            emit service_.entryChanged(kept.entry);
            break;
        case Outcome::kNothing:
        case Outcome::kUnchanged:
        case Outcome::kEmptied:
            break;
    }
    if (!current) {
        // Something was typed while the worker was busy: it becomes a change of what was just kept.
        if (kept.entry.is_set()) {
            entry_ = kept.entry;
            emit entryIdChanged();
        }
        saver_.keep();
        return;
    }
    if (kept.outcome == Outcome::kEmptied) {
        removal_.remove(kept.entry);
        close({});
        return;
    }
    close(kept.entry);
}

void EntryEditor::keep_failed() {
    next_ = {};
    if (std::exchange(undoing_, false)) {
        offer_undo();
    }
}

void EntryEditor::close(EntryId kept) {
    auto next = std::exchange(next_, {});
    forget();
    emit finished(kept.value);
    if (next && !active_) {
        next();
    }
}

void EntryEditor::forget() {
    const bool was_active = std::exchange(active_, false);
    saver_.stop();
    entry_.reset();
    kind_ = EntryKind::kSetback;
    wipe(text_);
    cursor_ = 0;
    theme_.reset();
    level_.reset();
    occurred_ = {};
    prompt_.clear();
    restored_ = false;
    if (was_active) {
        emit_all();
    }
}

void EntryEditor::emit_all() {
    emit entryIdChanged();
    emit kindChanged();
    emit textChanged();
    emit cursorChanged();
    emit themeChanged();
    emit levelChanged();
    emit whenChanged();
    emit promptChanged();
    emit statusChanged();
    emit restoredChanged();
    emit activeChanged();
}

// Helpers -------------------------------------------------------------------------------------------------------------

Draft EntryEditor::draft() const {
    return Draft{
        .entry = entry_,
        .content =
            {.kind = kind_, .text = journal_text(text_), .occurred = occurred_, .theme = theme_, .level = level_},
        .cursor = cursor_,
    };
}

std::optional<Draft> EntryEditor::savable_draft() const {
    auto now = draft();
    if (now.content.text.size() > kMaxDraftBytes) {
        wipe(now.content.text);
        return std::nullopt;
    }
    return now;
}

void EntryEditor::offer_undo() {
    removal_.offer(
        discarded_->entry ? tr("Changes thrown away") : tr("Draft thrown away"),
        [this] {
            undoing_ = true;
            start([this] {
                undoing_ = false;
                auto draft = *std::exchange(discarded_, std::nullopt);
                auto text = PrivateText::from_utf8(draft.content.text);
                fill(draft, text.take(), false, false);
                edited();
            });
        },
        [this] { forget_discarded(); });
}

void EntryEditor::forget_discarded() {
    if (discarded_) {
        wipe(discarded_->content.text);
        discarded_.reset();
    }
}

QStringList EntryEditor::open_questions() const {
    QStringList questions = built_in_prompts(kind_).in(QLocale());
    questions.removeIf([this](const QString& question) { return text_.contains(question); });
    return questions;
}

void EntryEditor::edited() {
    saver_.changed();
}

void EntryEditor::set_trouble(Trouble trouble) {
    if (trouble != trouble_) {
        trouble_ = trouble;
        emit statusChanged();
    }
}

void EntryEditor::offer_prompt() {
    set_prompt(active_ ? open_questions().value(0) : QString());
}

void EntryEditor::set_text(QString text) {
    wipe(text_);
    text_ = std::move(text);
    emit textChanged();
    set_cursor(cursor_);
}

void EntryEditor::set_cursor(int cursor) {
    const int within = std::clamp(cursor, 0, static_cast<int>(text_.size()));
    if (within != cursor_) {
        cursor_ = within;
        emit cursorChanged();
    }
}

void EntryEditor::set_prompt(const QString& prompt) {
    if (prompt != prompt_) {
        prompt_ = prompt;
        emit promptChanged();
    }
}

}  // namespace pennydrop::app
