// SPDX-License-Identifier: Apache-2.0
#include "note_sealer.h"

#include <utility>

#include "base/utf8.h"
#include "private_text.h"

namespace pennydrop::app {
namespace {

Status append(const std::filesystem::path& journal, const DropTarget& target, const NoteMark& mark,
              const EntryContent& state) {
    auto payload = encode_dropped_note(mark, state);
    if (!payload) {
        return pass_on(payload);
    }
    return append_to_drop_box(journal, target, DropRecord{new_drop_id(), std::move(*payload)}, DropBoxOptions{});
}

}  // namespace

NoteSealer::NoteSealer(JournalService& service, std::filesystem::path journal, Target target, Snapshot snapshot,
                       QObject* parent)
    : QObject(parent),
      service_(service),
      journal_(std::move(journal)),
      target_(std::move(target)),
      snapshot_(std::move(snapshot)) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &NoteSealer::seal);
}

EntryContent NoteSealer::state() const {
    EntryContent content = snapshot_();
    content.occurred = begun_;
    if (pennydrop::is_blank(content.text)) {
        wipe(content.text);
    }
    return content;
}

void NoteSealer::begin(LocalTime now) {
    stop();
    active_ = true;
    note_ = new_drop_id();
    begun_ = now;
}

void NoteSealer::changed() {
    if (!active_) {
        return;
    }
    ++revision_;
    if (!timer_.isActive() && !under_way_) {
        timer_.start(kPauseMilliseconds);
    }
}

void NoteSealer::seal() {
    timer_.stop();
    if (!active_ || under_way_) {
        return;  // The answer to what is under way starts the next.
    }
    if (service_.is_opening()) {
        timer_.start(kPauseMilliseconds);  // What came behind the merge would come to the next one.
        return;
    }
    if (service_.is_open()) {
        return;
    }
    const auto known = target_();
    if (!known) {
        answered(fail(ErrorCode::kInvalid, "no journal remembered"));
        return;
    }
    EntryContent content = state();
    // Also what is sealed already: another journal may have come into the place of the one it was sealed for.
    const bool has_work = !content.text.empty() || was_posted();
    posted_ = revision_;
    under_way_ = true;
    kept_ = std::make_shared<std::atomic_bool>(false);
    sequence_ += has_work ? 1 : 0;
    service_.worker().run(
        this,
        [journal = journal_, target = *known, mark = NoteMark{note_, sequence_}, content = std::move(content), has_work,
         kept = kept_]() mutable {
            Status done = has_work ? append(journal, target, mark, content) : Status{};
            *kept = done.has_value();
            wipe(content.text);
            return done;
        },
        [this, session = session_](const Status& done) {
            if (session == session_) {
                under_way_ = false;
                answered(done);
            }
        });
}

void NoteSealer::answered(const Status& status) {
    if (!status) {
        revision_ += is_sealed() ? 1 : 0;
        timer_.start(kRetryMilliseconds);
        emit failed(status.error().code);
        return;
    }
    sealed_ = posted_;
    if (!is_sealed()) {
        timer_.start(kPauseMilliseconds);
    }
    emit sealed();
}

bool NoteSealer::seal_at_last() {
    timer_.stop();
    if (under_way_ && *kept_) {
        sealed_ = posted_;
    }
    if (!active_ || is_sealed()) {
        return true;
    }
    EntryContent content = state();
    if (content.text.empty() && !was_posted()) {
        return true;
    }
    const auto known = target_();
    const bool done = known && append(journal_, *known, {note_, ++sequence_}, content);
    wipe(content.text);
    sealed_ = done ? revision_ : sealed_;
    return done;
}

void NoteSealer::stop() {
    timer_.stop();
    ++session_;
    active_ = false;
    sequence_ = 0;
    under_way_ = false;
    revision_ = 0;
    posted_ = 0;
    sealed_ = 0;
}

}  // namespace pennydrop::app
