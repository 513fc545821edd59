// SPDX-License-Identifier: Apache-2.0
// What a person types into a form, on its way to the disk and back: saved half a second after the first change that is
// on no disk, when the program leaves the front, and again every ten seconds while saving fails; looked for when the
// form is begun. Nothing is written over what was not looked at, and what the disk refuses at a lock is held until the
// form is begun again (unsaved_forms.h).
// Threads: GUI thread; the saving itself runs on the worker's.
#pragma once

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <vector>

#include "base/types.h"
#include "journal/form_draft_store.h"
#include "journal_service.h"

namespace pennydrop::app {

class FormSaver final : public QObject {
    Q_OBJECT

public:
    static constexpr int kPauseMilliseconds = 500;
    static constexpr int kRetryMilliseconds = 10'000;

    /// What the form holds now; no fields when nothing is typed.
    using Snapshot = std::function<std::vector<FormField>()>;

    /// `service` and `clock` must outlive it.
    FormSaver(JournalService& service, const Clock& clock, Snapshot snapshot, QObject* parent = nullptr);

    [[nodiscard]] const FormKey& key() const noexcept { return key_; }
    /// What is stored was looked at: what the form holds may take its place.
    [[nodiscard]] bool known() const noexcept { return known_; }
    /// The last try to save, or to look at what is stored, failed.
    [[nodiscard]] bool failing() const noexcept { return failing_; }
    /// What the form holds is what is stored: nothing is lost when it is emptied.
    [[nodiscard]] bool is_stored() const noexcept { return known_ && !failing_ && revision_ == stored_; }

    /// A form is begun. found() follows, if something was typed into it before.
    void begin(const FormKey& key);
    /// Something was typed.
    void changed();
    /// Saves what is unsaved, now.
    void save_now();
    /// Saves nothing before changed() is called again: the form is being kept.
    void pause();
    /// The form is left: what is stored stays, and what is not is not saved.
    void stop();
    /// The form is left, and what is stored deleted, if it was looked at.
    void discard();
    /// The journal is about to be locked: saves what is unsaved, but not over what nobody has looked at, and stops.
    /// What cannot be saved then is held in memory.
    void seal();

signals:
    /// What was typed last time, be it on the disk or held in memory.
    void found(const std::vector<pennydrop::FormField>& fields);
    void saved();
    /// It could not be saved, or what is stored not be looked at. It is tried again.
    void failed(pennydrop::ErrorCode code);

private:
    void look();
    void take_over();
    void save();

    JournalService& service_;
    const Clock& clock_;
    Snapshot snapshot_;
    QTimer timer_;
    FormKey key_;
    bool active_{false};
    bool known_{false};
    bool paused_{false};
    bool failing_{false};
    std::uint64_t session_{0};   ///< Which form; an answer about an earlier one is dropped.
    std::uint64_t revision_{0};  ///< Counts changes.
    std::uint64_t saved_{0};     ///< The revision that is on the disk, or on its way there.
    std::uint64_t stored_{0};    ///< The revision that is on the disk.
};

}  // namespace pennydrop::app
