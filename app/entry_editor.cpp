// SPDX-License-Identifier: Apache-2.0
#include "entry_editor.h"

#include <QGuiApplication>
#include <QInputMethod>

#include <utility>

#include "draft_text.h"
#include "entry_words.h"
#include "file_words.h"
#include "private_text.h"
#include "save_state_text.h"

namespace pennydrop::app {
namespace {

std::shared_ptr<Draft> held(Draft draft) {
    return {new Draft(std::move(draft)), [](Draft* going) {
                wipe_words(going->content);
                delete going;
            }};
}

bool has_words(const EntryContent& content) {
    return !is_blank(QString::fromUtf8(content.text)) || has_notes(content);
}

}  // namespace

EntryEditor::EntryEditor(JournalService& service, const Clock& clock, Removal& removal, QObject* parent)
    : EditedEntry(clock, parent),
      service_(service),
      clock_(clock),
      removal_(removal),
      saver_(service, clock, [this] { return savable_draft(); }),
      files_(service, clock, removal),
      adder_(service, clock, files_, [this] { return store_for_a_file(); }) {
    connect(&service, &JournalService::opened, this, &EntryEditor::open);
    connect(&service, &JournalService::closing, this, &EntryEditor::lock);
    connect(&saver_, &DraftSaver::stateChanged, this, &EntryEditor::statusChanged);
    connect(&saver_, &DraftSaver::kept, this, &EntryEditor::kept);
    connect(&saver_, &DraftSaver::keepFailed, this, &EntryEditor::keep_failed);
    connect(&adder_, &FileAdder::finished, this, &EntryEditor::files_added);
    connect(this, &EntryEditor::calendarChanged, this, &EntryEditor::statusChanged);
    if (service.is_open()) {
        open();
    }
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
    if (saver_.state() == DraftSaver::State::kTooLong && journal_text(text()).size() <= kMaxTextBytes) {
        return SaveStateText::long_note();
    }
    return SaveStateText::of(saver_.state(), saver_.error());
}

// Beginning and leaving -----------------------------------------------------------------------------------------------

void EntryEditor::begin(int kind) {
    if (const auto known = kind_from_number(kind)) {
        drop_next();
        start([this, kind = *known, when = clock_.now()] { begin_new(kind, when); });
    }
}

void EntryEditor::edit(qint64 id) {
    if (active() && entry() == EntryId{id} && !saver_.keeping()) {
        return;
    }
    drop_next();
    start([this, id] { read(EntryId{id}); });
}

void EntryEditor::finish() {
    drop_next();
    wanted_ = {};
    commit_composing();
    if (!active() || saver_.keeping()) {
        return;
    }
    finishing_ = adder_.adding();
    if (finishing_) {
        return;  // Goes on in files_added().
    }
    if (saver_.anything()) {
        saver_.keep();
    } else {
        close(entry().value_or(EntryId{}));
    }
}

void EntryEditor::discard() {
    drop_next();
    wanted_ = {};
    finishing_ = false;
    if (!active() || saver_.keeping()) {
        return;
    }
    adder_.drop();
    if (!entry() && files_.count() > 0) {
        throw_away_with_files();
        return;
    }
    const bool worth_an_undo = saver_.anything() && (entry() || !isBlank());
    const Thrown thrown = worth_an_undo ? held(draft()) : nullptr;
    saver_.discard();
    forget();
    if (thrown != nullptr) {
        offer_undo(thrown);
    }
    emit finished(0);
}

void EntryEditor::throw_away_with_files() {
    saver_.throw_away([this, thrown = held(draft())](const Result<EntryId>& id) {
        if (!id) {
            removal_.say(SaveStateText::not_thrown_away());
            if (!active() && !loading_) {
                open();
            }
        } else if (id->is_set()) {
            removal_.offer_back(*id);
        } else if (has_words(thrown->content)) {
            offer_undo(thrown);
        }
    });
    forget();
    emit finished(0);
}

void EntryEditor::start(std::function<void()> next) {
    if (!service_.is_open()) {
        return;
    }
    wanted_ = {};
    next_ = std::move(next);
    commit_composing();
    if (loading_ || saver_.keeping() || adder_.adding()) {
        return;  // Goes on when that is done.
    }
    if (trouble_ == Trouble::kDraftUnreadable) {
        open();  // What lies there would be overwritten.
        return;
    }
    set_trouble(Trouble::kNone);
    if (!active()) {
        std::exchange(next_, {})();
    } else if (saver_.anything()) {
        saver_.keep();
    } else {
        close(entry().value_or(EntryId{}));
    }
}

void EntryEditor::commit_composing() {
    // What an input method is still composing belongs to the text, but the field has not got it yet.
    if (active() && qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr) {
        QGuiApplication::inputMethod()->commit();
    }
}

void EntryEditor::open() {
    loading_ = true;
    if (const int files = adder_.take_left_behind(); files > 0) {
        removal_.say(FileWords::left_behind(files));
    }
    service_.ask(
        this,
        [unsaved = saver_.unsaved_draft(), forms = service_.unsaved_forms()](Journal& journal) {
            return load_draft(journal, *unsaved, *forms);
        },
        [this](Result<LoadedDraft> loaded) {
            loading_ = false;
            if (!loaded) {
                drop_next();
                set_trouble(Trouble::kDraftUnreadable);
                return;
            }
            set_trouble(Trouble::kNone);
            if (loaded->draft) {
                QString text = loaded->text.take();
                if (loaded->draft->entry || !is_blank(text) || has_notes(loaded->draft->content) || loaded->has_files ||
                    loaded->has_tag) {
                    fill(*loaded->draft, std::move(text), true, loaded->stored);
                    if (!loaded->stored) {
                        edited();
                    }
                }
                wipe_words(loaded->draft->content);
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
    undoing_.reset();
    adder_.drop_for_a_lock();
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
            if (id != wanted_ || active()) {
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
            wipe_words(loaded->draft->content);
        });
}

void EntryEditor::fill(const Draft& draft, QString text, bool restored, bool stored) {
    wanted_ = {};
    take(draft, std::move(text), restored);
    saver_.begin(stored);
    if (!restored) {
        // A tag that was half typed for another draft is none of this one's.
        service_.ask(
            this,
            [forms = service_.unsaved_forms()](Journal& journal) {
                forms->forget({.form = Form::kNewTag});
                return journal.forms().discard({.form = Form::kNewTag});
            },
            [](const pennydrop::Status&) {});
    }
    files_.show(entry());
    emit statusChanged();
    announce_all();
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
    for (const Link& link : kept.links) {
        emit service_.entryChanged(link.from == kept.entry ? link.to : link.from);
    }
    if (!current) {
        // Something was typed while the worker was busy: it becomes a change of what was just kept.
        if (kept.entry.is_set()) {
            set_entry(kept.entry);
            files_.show(kept.entry);
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
    told_late_.clear();
    drop_next();
}

/// What was to come next. Words that were to be brought back are offered again.
void EntryEditor::drop_next() {
    next_ = {};
    if (const Thrown thrown = std::exchange(undoing_, nullptr)) {
        offer_undo(thrown);
    }
}

void EntryEditor::close(EntryId kept) {
    auto next = std::exchange(next_, {});
    const QString told_late = std::exchange(told_late_, {});
    forget();
    emit finished(kept.value);
    if (!told_late.isEmpty()) {
        removal_.say(told_late);
    }
    if (next && !active()) {
        next();
    }
}

void EntryEditor::forget() {
    const bool was_active = active();
    finishing_ = false;
    told_late_.clear();
    saver_.stop();
    adder_.drop();
    files_.clear();
    drop();
    if (was_active) {
        emit statusChanged();
        announce_all();
    }
}

// Files ---------------------------------------------------------------------------------------------------------------

bool EntryEditor::isBlank() const {
    return EditedEntry::isBlank() && files_.count() == 0 && !adder_.adding();
}

std::optional<EntryId> EntryEditor::store_for_a_file() {
    if (!entry()) {
        if (!saver_.anything()) {
            edited();
        }
        saver_.save_now();
    }
    return entry();
}

void EntryEditor::files_added() {
    if (finishing_ || next_) {
        told_late_ = adder_.message();
    }
    if (std::exchange(finishing_, false)) {
        finish();
    } else if (auto next = std::exchange(next_, {})) {
        start(std::move(next));
    }
}

// Helpers -------------------------------------------------------------------------------------------------------------

std::optional<Draft> EntryEditor::savable_draft() const {
    auto now = draft();
    if (now.content.text.size() > kMaxDraftBytes) {
        wipe_words(now.content);
        return std::nullopt;
    }
    return now;
}

void EntryEditor::offer_undo(const Thrown& thrown) {
    removal_.offer(thrown->entry ? tr("Changes thrown away") : tr("Draft thrown away"),
                   [this, thrown] { bring_back(thrown); }, {});
}

void EntryEditor::bring_back(const Thrown& thrown) {
    drop_next();
    undoing_ = thrown;
    start([this, thrown] {
        undoing_.reset();
        auto text = PrivateText::from_utf8(thrown->content.text);
        fill(*thrown, text.take(), false, false);
        edited();
    });
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

}  // namespace pennydrop::app
