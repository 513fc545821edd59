// SPDX-License-Identifier: Apache-2.0
#include "follow_up_writer.h"

#include <QGuiApplication>

#include <algorithm>
#include <utility>

#include "draft_text.h"
#include "follow_up_drafts.h"
#include "life_words.h"
#include "private_text.h"
#include "review_words.h"

namespace pennydrop::app {
namespace {

Status add(Journal& journal, WrittenFollowUp& written, UnsavedFollowUps& held) {
    auto added = journal.follow_ups().add(written.entry, written.content, written.at);
    if (!added) {
        return pass_on(added);
    }
    held.forget(written);
    wipe(added->content.text);
    wipe(written.content.text);
    return {};
}

}  // namespace

FollowUpWriter::FollowUpWriter(JournalService& service, const Clock& clock, Removal& removal, EntryReader& reader,
                               ReadEntry& entry, FollowUps& list, std::shared_ptr<UnsavedFollowUps> unsaved,
                               QObject* parent)
    : QObject(parent),
      service_(service),
      clock_(clock),
      removal_(removal),
      reader_(reader),
      entry_(entry),
      list_(list),
      held_(std::move(unsaved)) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &FollowUpWriter::save);
    connect(&entry, &ReadEntry::leaving, this, &FollowUpWriter::leave);
    connect(&entry, &ReadEntry::shown, this, &FollowUpWriter::look_for_draft);
    connect(&service, &JournalService::opened, this, &FollowUpWriter::resume);
    connect(&service, &JournalService::entryChanged, this, [this](EntryId id) {
        if (id == entry_.id() && !active_) {
            look_for_draft();  // Words about it may have become its draft (add_words()).
        }
    });
    if (auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state != Qt::ApplicationActive) {
                save();  // A phone may end the program at any time from here on.
            }
        });
    }
}

FollowUpWriter::~FollowUpWriter() {
    wipe(text_);
    wipe(original_);
}

QString FollowUpWriter::title() const {
    if (!active_) {
        return {};
    }
    QString question = content_.question ? ReviewWords::question(*content_.question) : QString();
    if (!question.isEmpty()) {
        return question;
    }
    return taught() ? tr("What did it teach?") : tr("What do you see now?");
}

void FollowUpWriter::setText(const QString& text) {
    if (!active_ || keeping_ || text == text_) {
        return;
    }
    wipe(text_);
    text_ = text;
    touched_ = true;
    ++revision_;
    if (!timer_.isActive()) {  // Steady typing is saved as well.
        timer_.start(message_.isEmpty() ? kPauseMilliseconds : kRetryMilliseconds);
    }
    emit textChanged();
    emit stateChanged();
}

bool FollowUpWriter::add_words(EntryId entry, const QString& words) {
    if (active_ && !id_ && !keeping_ && of_ == entry) {
        setText(is_blank(text_) ? words : text_ + QStringLiteral("\n\n") + words);
        return true;
    }
    loaded_ = {};  // They become a draft, which is looked for before anything is written over it.
    return false;
}

void FollowUpWriter::begin(bool taught) {
    if (active_ || !entry_.id().is_set()) {
        return;
    }
    if (loaded_ != entry_.id()) {
        wanted_ = taught;  // What lies there would be overwritten.
        look_for_draft();
        return;
    }
    FollowUpContent fresh;
    fresh.kind = taught ? FollowUpKind::kTaught : FollowUpKind::kNote;
    fresh.at = clock_.now();
    take(std::nullopt, std::move(fresh), {});
    touched_ = true;
}

void FollowUpWriter::change(qint64 id) {
    const FollowUpId wanted{id};
    auto content = list_.content(wanted);
    if (!content || (active_ && (id_ || !is_blank(text_)))) {
        return;  // One is written at a time, and is kept or thrown away on purpose.
    }
    if (active_) {
        finish();
    }
    take(wanted, std::move(*content), list_.text(wanted));
    touched_ = true;
}

void FollowUpWriter::finish() {
    if (!active_ || keeping_) {
        return;
    }
    if (is_blank(text_)) {
        if (id_) {
            list_.remove(*id_);
            let_go();
        } else {
            drop_draft();
        }
        forget();
    } else if (id_ && text_ == original_ && saved_ == 0) {
        let_go();
        forget();
    } else {
        keep();
    }
}

void FollowUpWriter::discard() {
    if (!active_ || keeping_) {
        return;
    }
    const EntryId entry = of_;
    const auto id = id_;
    const bool worth_an_undo = id ? text_ != original_ : !is_blank(text_);
    const FollowUpContent thrown_away = content();
    if (id) {
        if (revision_ > 0 && !is_blank(original_)) {
            FollowUpContent before = content_;
            before.text = journal_text(original_);
            bring_back(entry, id, before);
        }
    } else {
        drop_draft();
    }
    forget();
    if (worth_an_undo) {
        removal_.offer(id ? tr("Changes thrown away") : tr("Note thrown away"),
                       [this, entry, id, thrown_away] { bring_back(entry, id, thrown_away); }, {});
    }
}

void FollowUpWriter::drop_draft() {
    service_.ask(
        this,
        [written = WrittenFollowUp{.entry = of_, .content = content_}, held = held_](Journal& journal) {
            held->forget(written);
            return journal.follow_ups().discard_draft(written.entry);
        },
        [this, entry = of_](const Status&) {
            // A draft that could not be deleted comes back with its entry; nothing is lost.
            emit service_.entryChanged(entry);
        });
}

void FollowUpWriter::bring_back(EntryId entry, std::optional<FollowUpId> id, const FollowUpContent& content) {
    if (active_ && !id && !id_ && of_ == entry) {
        // Another one was begun meanwhile: an entry has one draft, and none of the two may be lost.
        const QString again = QString::fromStdString(content.text);
        setText(is_blank(text_) ? again : text_ + QStringLiteral("\n\n") + again);
        return;
    }
    service_.ask(
        this,
        [written = WrittenFollowUp{.entry = entry, .changes = id, .content = content, .at = clock_.now().at},
         held = held_](Journal& journal) mutable { return bring_back_written(journal, written, *held); },
        [this, entry](const Status&) {
            loaded_ = {};  // What could not be saved is held, and shown again as well.
            emit service_.entryChanged(entry);
        });
}

void FollowUpWriter::look_for_draft() {
    const EntryId id = entry_.id();
    if (loaded_ == id) {
        return;
    }
    service_.ask(
        this, [id, held = held_](Journal& journal) { return load_written(journal, id, *held); },
        [this, id](Result<std::optional<LoadedFollowUp>> draft) {
            if (id != entry_.id() || loaded_ == id) {
                return;
            }
            if (!draft) {
                wanted_.reset();
                return;  // Asked again before anything is written over it.
            }
            loaded_ = id;
            if (std::exchange(held_back_, false)) {
                emit service_.entryChanged(id);  // It may be on the disk by now, and show among the others.
            }
            if (*draft && !active_) {
                take_up(std::move(**draft));
            }
            if (const auto wanted = std::exchange(wanted_, std::nullopt)) {
                begin(*wanted);
            }
        });
}

void FollowUpWriter::take_up(LoadedFollowUp loaded) {
    WrittenFollowUp& written = loaded.written;
    QString text = PrivateText::from_utf8(written.content.text).take();
    if (is_blank(text)) {
        return;
    }
    take(written.changes, std::move(written.content), std::move(text));
    revision_ = 1;
    if (loaded.on_disk) {
        saved_ = 1;
        emit stateChanged();
        return;
    }
    if (id_) {
        wipe(original_);
        original_ = list_.text(*id_);
    }
    answered(0, fail(ErrorCode::kIo));
}

void FollowUpWriter::leave() {
    if (active_ && service_.is_closing()) {
        save();
        resumed_ = of_;
        forget();
    } else if (active_) {
        keep_and_go();
    }
    loaded_ = {};
    wanted_.reset();
}

/// A change that was taken back, and that the disk may have refused before, is not to be tried again.
void FollowUpWriter::let_go() {
    service_.ask(
        this,
        [written = written(), held = held_](Journal& /*journal*/) mutable -> Status {
            held->forget(written);
            wipe(written.content.text);
            return {};
        },
        [](const Status&) {});
}

void FollowUpWriter::keep_and_go() {
    if (keeping_) {
        forget();  // It is on its way; keep() says what becomes of it.
        return;
    }
    if (!touched_) {
        held_back_ = !saved();
        save();
        forget();
        return;
    }
    if (is_blank(text_) || (id_ && text_ == original_ && saved_ == 0)) {
        if (!id_) {
            finish();
        } else {
            let_go();
        }
        forget();
        return;
    }
    service_.ask(
        this,
        [written = written(), held = held_](Journal& journal) mutable {
            if (!written.changes && add(journal, written, *held)) {
                return Status{};
            }
            return save_written(journal, written, *held);
        },
        [this, entry = of_](const Status& kept) { told_later(entry, kept); });
    forget();
}

/// What became of what its writer has left.
void FollowUpWriter::told_later(EntryId entry, const Status& kept) {
    if (!kept && kept.error().code != ErrorCode::kNotFound) {
        held_back_ = true;
        removal_.say(LifeWords::held());
    }
    emit service_.entryChanged(entry);
}

void FollowUpWriter::resume() {
    service_.ask(
        this,
        [held = held_](Journal& journal) -> Status {
            save_held(journal, *held);
            return {};
        },
        [](const Status&) {
            // What the disk refuses again stays held.
        });
    const EntryId entry = std::exchange(resumed_, {});
    if (!entry.is_set()) {
        return;
    }
    service_.ask(
        this, [entry, held = held_](Journal& journal) { return load_written(journal, entry, *held); },
        [this, entry](const Result<std::optional<LoadedFollowUp>>& draft) {
            if (draft && *draft && !reader_.shown()) {
                reader_.show(entry.value);
            }
        });
}

void FollowUpWriter::take(std::optional<FollowUpId> id, FollowUpContent content, QString text) {
    ++session_;
    of_ = entry_.id();
    id_ = id;
    content_ = std::move(content);
    text_ = std::move(text);
    original_ = id ? text_ : QString();
    revision_ = 0;
    saved_ = 0;
    touched_ = false;
    active_ = true;
    set_message({});
    emit textChanged();
    emit stateChanged();
    emit activeChanged();
}

void FollowUpWriter::forget() {
    ++session_;
    timer_.stop();
    active_ = false;
    keeping_ = false;
    id_.reset();
    content_ = {};
    wipe(text_);
    wipe(original_);
    revision_ = 0;
    saved_ = 0;
    set_message({});
    emit textChanged();
    emit stateChanged();
    emit activeChanged();
}

FollowUpContent FollowUpWriter::content() const {
    FollowUpContent content = content_;
    content.text = journal_text(text_);
    return content;
}

WrittenFollowUp FollowUpWriter::written() const {
    return {.entry = of_, .changes = id_, .content = content(), .at = clock_.now().at};
}

void FollowUpWriter::save() {
    timer_.stop();
    if (!active_ || saved_ == revision_ || keeping_ || (id_ && is_blank(text_))) {
        return;
    }
    service_.ask(
        this,
        [written = written(), held = held_](Journal& journal) mutable { return save_written(journal, written, *held); },
        [this, session = session_, revision = revision_](const Status& status) {
            if (session == session_) {
                answered(revision, status);
            }
        });
}

void FollowUpWriter::keep() {
    timer_.stop();
    keeping_ = true;
    emit stateChanged();
    service_.ask(
        this,
        [written = written(), held = held_](Journal& journal) mutable {
            if (written.changes) {
                return save_written(journal, written, *held);
            }
            auto added = add(journal, written, *held);
            if (!added) {
                held->keep(std::move(written));  // The journal may be locked before the answer is here.
            }
            return added;
        },
        [this, session = session_, entry = of_, revision = revision_](const Status& status) {
            if (session != session_) {
                told_later(entry, status);
                return;
            }
            keeping_ = false;
            if (!status) {
                answered(revision, status);
                return;
            }
            forget();
            emit service_.entryChanged(entry);
        });
}

void FollowUpWriter::answered(std::uint64_t revision, const Status& status) {
    if (status) {
        saved_ = std::max(saved_, revision);
        set_message({});
    } else if (status.error().code == ErrorCode::kInvalid) {
        set_message(
            tr("This is longer than a note can be (about 400 pages). Nothing was cut. Move a part of it into "
               "another note."));
    } else {
        set_message(
            tr("The latest changes could not be saved. They are still here, and what was saved before is safe. "
               "Leave this open; saving is tried again every few seconds."));
        timer_.start(kRetryMilliseconds);
    }
    emit stateChanged();
}

void FollowUpWriter::set_message(const QString& message) {
    if (message != message_) {
        message_ = message;
        emit stateChanged();
    }
}

}  // namespace pennydrop::app
