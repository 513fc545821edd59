// SPDX-License-Identifier: Apache-2.0
// When and how the draft reaches the disk: half a second after the last change, at latest 900 ms after the first
// unsaved one; at once when the program leaves the front and before the journal is locked; again and again when saving
// fails.
// Threads: GUI thread; the saving itself runs on the worker's.
//
// The worker does one task after the other, in the order they were posted, and every save takes what the editor holds
// when it is posted. So an older text never overwrites a newer one, and a save under way when the draft is kept has run
// before the keeping. What the disk does not take is held in memory (unsaved_draft.h), also while the journal is
// locked.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "base/types.h"
#include "journal/draft_store.h"
#include "journal_service.h"
#include "unsaved_draft.h"

namespace pennydrop::app {

class DraftSaver final : public QObject {
    Q_OBJECT

public:
    static constexpr int kPauseMilliseconds = 500;
    static constexpr int kLatestMilliseconds = 900;
    static constexpr int kRetryMilliseconds = 10'000;
    static_assert(kLatestMilliseconds < 1000, "typed words are saved within a second");

    enum class State {
        kIdle,  ///< Nothing was changed.
        kUnsaved,
        kSaved,
        kFailed,     ///< See error().
        kTooLong,    ///< Saved as a draft, but longer than an entry may be: it cannot be kept.
        kUnsavable,  ///< Longer than even a draft may be; nothing was posted.
    };
    /// What the editor holds now; nothing when it is too long to be saved.
    using Snapshot = std::function<std::optional<Draft>()>;

    /// `service` and `clock` must outlive the saver.
    DraftSaver(JournalService& service, const Clock& clock, Snapshot snapshot, QObject* parent = nullptr);

    [[nodiscard]] State state() const noexcept { return state_; }
    /// Why the last save failed.
    [[nodiscard]] ErrorCode error() const noexcept { return error_; }
    /// There are changes that are on no disk.
    [[nodiscard]] bool unsaved() const noexcept { return revision_ != saved_; }
    /// There is anything to keep: unsaved changes or a stored draft.
    [[nodiscard]] bool anything() const noexcept { return unsaved() || stored_; }
    [[nodiscard]] bool keeping() const noexcept { return keeping_; }

    /// Another draft is being written. `stored`: it is the one in the journal.
    void begin(bool stored);
    void changed();
    /// Saves what is unsaved, now.
    void save_now();
    /// Saves what is unsaved and turns the draft into an entry: kept() follows, or keepFailed().
    void keep();
    /// Deletes the stored draft, and stops.
    void discard();
    /// The draft of a new entry, with its files, goes to the bin in one step, unless it is longer than an entry can be:
    /// then it is deleted. Stops. `then` gets the entry in the bin, not set when there is none; or an error, and then
    /// the draft is still there.
    void throw_away(std::function<void(const Result<EntryId>&)> then);
    /// Forgets the draft; what is stored stays.
    void stop();
    /// The journal is about to be locked: posts what is on no disk yet. What cannot be saved then
    /// is in unsaved_draft(). To be called from JournalService::closing().
    void seal();
    /// What the disk did not take. For the worker's thread only.
    [[nodiscard]] std::shared_ptr<UnsavedDraft> unsaved_draft() const { return unsaved_draft_; }

signals:
    void stateChanged();
    /// `current` is false when something was changed after keep() was called: keep again.
    void kept(const pennydrop::KeptDraft& kept, bool current);
    /// keep() could not keep; state() says why, and the draft goes on being saved.
    void keepFailed();

private:
    void post_save();
    void saved(std::uint64_t revision, bool too_long, const Status& status);
    void failed(ErrorCode code);
    void kept_answer(std::uint64_t revision, const Result<KeptDraft>& answer);
    [[nodiscard]] bool under_way() const noexcept { return (saving_ || keeping_) && posted_ == revision_; }
    void set_state(State state);

    JournalService& service_;
    const Clock& clock_;
    Snapshot snapshot_;
    QTimer timer_;
    QElapsedTimer unsaved_since_;
    State state_{State::kIdle};
    ErrorCode error_{ErrorCode::kInternal};
    std::uint64_t session_{0};   ///< Which draft; an answer about an earlier one is dropped.
    std::uint64_t revision_{0};  ///< Counts changes.
    std::uint64_t posted_{0};    ///< The revision the worker was given last.
    std::uint64_t saved_{0};     ///< The revision that is on the disk.
    int failures_{0};
    bool stored_{false};
    bool saving_{false};
    bool keeping_{false};
    std::shared_ptr<UnsavedDraft> unsaved_draft_{std::make_shared<UnsavedDraft>()};
    /// The entry that keep() made, for saves posted before its answer is here. Written and read on the worker's thread.
    std::shared_ptr<EntryId> kept_as_;
};

}  // namespace pennydrop::app
