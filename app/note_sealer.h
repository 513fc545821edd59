// SPDX-License-Identifier: Apache-2.0
// What is being written while the journal is locked, on its way into the drop box: sealed within a second of typing,
// each time as the next state of the same note, of which the last one counts (dropped_entry.h). So a kill costs no more
// than that second, and the note is one entry.
// Threads: GUI thread; sealing and the disk are the worker's.
#pragma once

#include <QObject>
#include <QTimer>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "base/result.h"
#include "base/types.h"
#include "journal/dropped_entry.h"
#include "journal/entry.h"
#include "journal_service.h"
#include "vault/drop_box.h"

namespace pennydrop::app {

class NoteSealer final : public QObject {
    Q_OBJECT

public:
    /// From the first change that is not sealed; the rest of the second is the disk's.
    static constexpr int kPauseMilliseconds = 700;
    static constexpr int kRetryMilliseconds = 10'000;

    /// What is written now; its time is not asked for.
    using Snapshot = std::function<EntryContent()>;
    /// Whom to seal to; nothing when that is not known.
    using Target = std::function<std::optional<DropTarget>()>;

    /// `service` must outlive it.
    NoteSealer(JournalService& service, std::filesystem::path journal, Target target, Snapshot snapshot,
               QObject* parent = nullptr);

    /// A note was begun and not stopped since.
    [[nodiscard]] bool active() const noexcept { return active_; }
    [[nodiscard]] const NoteId& note() const noexcept { return note_; }
    /// What is written now, at the time the note was begun; without text when there is nothing but white space.
    [[nodiscard]] EntryContent state() const;
    /// All that was written is on the disk, sealed.
    [[nodiscard]] bool is_sealed() const noexcept { return revision_ == sealed_; }
    /// Something of the note may be in the drop box.
    [[nodiscard]] bool was_posted() const noexcept { return sequence_ != 0; }

    /// Another note: its entry's time is `now`.
    void begin(LocalTime now);
    /// Something was typed.
    void changed();
    /// Seals what is written, now, be it for another time: sealed() follows, or failed(). While a journal is being
    /// opened it waits, and once one is open nothing is sealed.
    void seal();
    /// The same, waiting for the disk; the worker must have nothing left to do. For leaving the program.
    [[nodiscard]] bool seal_at_last();
    /// Forgets the note. What is sealed stays sealed.
    void stop();

signals:
    void sealed();
    /// It is tried again.
    void failed(pennydrop::ErrorCode code);

private:
    void answered(const Status& status);

    JournalService& service_;
    std::filesystem::path journal_;
    Target target_;
    Snapshot snapshot_;
    QTimer timer_;
    bool active_{false};
    NoteId note_{};
    LocalTime begun_{};
    std::uint32_t sequence_{0};
    bool under_way_{false};
    std::uint64_t session_{0};   ///< Which note; an answer about an earlier one is dropped.
    std::uint64_t revision_{0};  ///< Counts changes.
    std::uint64_t posted_{0};    ///< The revision the worker was given last.
    std::uint64_t sealed_{0};    ///< The revision that is on the disk.
    /// Set by the worker: its answer may come too late for us.
    std::shared_ptr<std::atomic_bool> kept_;
};

}  // namespace pennydrop::app
