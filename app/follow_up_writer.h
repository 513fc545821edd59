// SPDX-License-Identifier: Apache-2.0
// A follow-up of the entry being read, while it is written: what the person sees now, or what a setback taught; or the
// change of one that is there. A new one is saved as the entry's follow-up draft at each pause, a change into what it
// changes. Leaving the entry keeps what was begun or changed there;
// a draft that was only looked at stays one. After a lock the entry is shown again, with the draft; after a
// crash the draft is there when its entry is shown. What the disk does not take is held in guarded memory
// (unsaved_follow_ups.h), and is there when its entry is shown, too.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <optional>

#include "base/types.h"
#include "follow_up_drafts.h"
#include "follow_ups.h"
#include "journal/follow_up_store.h"
#include "journal_service.h"
#include "read_entry.h"
#include "removal.h"
#include "unsaved_follow_ups.h"

namespace pennydrop::app {

class FollowUpWriter final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.writer")
    Q_PROPERTY(bool active READ active NOTIFY activeChanged FINAL)
    Q_PROPERTY(bool isNew READ isNew NOTIFY activeChanged FINAL)
    Q_PROPERTY(qint64 followUpId READ followUpId NOTIFY activeChanged FINAL)
    Q_PROPERTY(bool taught READ taught NOTIFY activeChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY activeChanged FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY stateChanged FINAL)

public:
    static constexpr int kPauseMilliseconds = 500;
    static constexpr int kRetryMilliseconds = 10'000;

    /// All of them must outlive it. `unsaved` is shared with whoever writes about entries.
    FollowUpWriter(JournalService& service, const Clock& clock, Removal& removal, EntryReader& reader, ReadEntry& entry,
                   FollowUps& list, std::shared_ptr<UnsavedFollowUps> unsaved, QObject* parent = nullptr);
    ~FollowUpWriter() override;

    [[nodiscard]] bool active() const noexcept { return active_; }
    [[nodiscard]] bool isNew() const noexcept { return !id_; }
    /// 0 for a new one.
    [[nodiscard]] qint64 followUpId() const noexcept { return id_ ? id_->value : 0; }
    [[nodiscard]] bool taught() const noexcept { return content_.kind == FollowUpKind::kTaught; }
    /// What is asked, or what this is.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    /// What is written is on the disk.
    [[nodiscard]] bool saved() const noexcept { return revision_ > 0 && saved_ == revision_; }
    /// It is being kept, and takes no changes.
    [[nodiscard]] bool busy() const noexcept { return keeping_; }
    /// Why it could not be saved; "" when all is well.
    [[nodiscard]] QString message() const { return message_; }

    /// Begins a new one of now, unless one is being written.
    Q_INVOKABLE void begin(bool taught);
    /// Changes one of the list, unless something is being written.
    Q_INVOKABLE void change(qint64 id);
    /// Keeps what was written and closes; nothing is kept of white space, and an emptied one is deleted with undo.
    /// Stays open, and says why, when it cannot be kept.
    Q_INVOKABLE void finish();
    /// Throws away what was written, with undo, and closes.
    Q_INVOKABLE void discard();

    /// Adds words to the new one that is being written about this entry. False when none is: what is given as its draft
    /// instead is looked for before another is begun.
    [[nodiscard]] bool add_words(EntryId entry, const QString& words);

signals:
    void activeChanged();
    void textChanged();
    void stateChanged();

private:
    void look_for_draft();
    void take_up(LoadedFollowUp loaded);
    void leave();
    void let_go();
    void keep_and_go();
    void told_later(EntryId entry, const Status& kept);
    void resume();
    void take(std::optional<FollowUpId> id, FollowUpContent content, QString text);
    void forget();
    void save();
    void keep();
    void answered(std::uint64_t revision, const Status& status);
    void bring_back(EntryId entry, std::optional<FollowUpId> id, const FollowUpContent& content);
    [[nodiscard]] FollowUpContent content() const;
    [[nodiscard]] WrittenFollowUp written() const;
    void drop_draft();
    void set_message(const QString& message);

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
    EntryReader& reader_;
    ReadEntry& entry_;
    FollowUps& list_;
    std::shared_ptr<UnsavedFollowUps> held_;  ///< For the worker's thread.
    QTimer timer_;
    bool active_{false};
    bool keeping_{false};
    bool touched_{false};         ///< Begun or changed in this visit.
    bool held_back_{false};       ///< The disk did not take what was written when its entry was left.
    EntryId loaded_;              ///< The entry whose draft was looked for.
    EntryId resumed_;             ///< Its follow-up was being written when the journal was locked.
    std::optional<bool> wanted_;  ///< begin() came before the draft was looked for.
    EntryId of_;                  ///< The entry it belongs to.
    std::optional<FollowUpId> id_;
    FollowUpContent content_;  ///< Without its text.
    QString text_;
    QString original_;           ///< Of one that is changed.
    std::uint64_t session_{0};   ///< Which one; an answer about an earlier one is dropped.
    std::uint64_t revision_{0};  ///< Counts changes.
    std::uint64_t saved_{0};     ///< The revision that is on the disk.
    QString message_;
};

}  // namespace pennydrop::app
