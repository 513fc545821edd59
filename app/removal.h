// SPDX-License-Identifier: Apache-2.0
// Deleting with undo. One thing can be taken back at a time, for ten seconds; then, or when something else is deleted,
// it is settled. While somebody is at the words that say so, the seconds do not pass. A removed entry is in no list and
// no search at once. It stays in the bin (bin_model.h).
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>

#include "base/types.h"
#include "journal/entry.h"
#include "journal_service.h"

namespace pennydrop::app {

class Removal final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.removal")
    Q_PROPERTY(bool pending READ pending NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(bool held READ held WRITE setHeld NOTIFY heldChanged FINAL)

public:
    static constexpr std::chrono::milliseconds kUndoTime{10'000};

    /// `service` and `clock` must outlive it.
    Removal(JournalService& service, const Clock& clock, QObject* parent = nullptr)
        : Removal(service, clock, kUndoTime, parent) {}
    /// As above, with another time to undo.
    Removal(JournalService& service, const Clock& clock, std::chrono::milliseconds undo_time,
            QObject* parent = nullptr);

    /// Whether there is something to undo.
    [[nodiscard]] bool pending() const noexcept { return pending_; }
    /// What was done, or (while not pending) what could not be done; "" when there is nothing to say.
    [[nodiscard]] QString message() const { return message_; }
    /// The message stays while it is held (a pointer or the keyboard is on it), and then for what was left of its time.
    [[nodiscard]] bool held() const noexcept { return held_; }
    void setHeld(bool held);

    Q_INVOKABLE void remove(qint64 id);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismiss();

    void remove(EntryId id);
    /// The entry was deleted: says so to all, and offers to bring it back.
    void offer_back(EntryId id);
    /// Says something that cannot be taken back, as soon as nothing else is being said, for as long as reading it
    /// takes.
    void say(const QString& words);
    /// Offers to undo something else that is already done. One of the two is called, once, unless the journal is locked
    /// before. `settled` may be empty.
    void offer(const QString& message, std::function<void()> undo, std::function<void()> settled);

signals:
    void changed();
    void heldChanged();

private:
    void settle();
    void restore(EntryId id);
    void tell(const QString& message, bool pending);
    void tell_alone(const QString& message);
    void fall_silent();
    void put_off();
    [[nodiscard]] std::chrono::milliseconds time_for(const QString& message) const;

    JournalService& service_;
    const Clock& clock_;
    std::chrono::milliseconds undo_time_;
    std::chrono::milliseconds left_{0};  ///< While held.
    bool pending_{false};
    bool held_{false};
    QString message_;
    QString saying_;       ///< By say(), at present.
    QStringList waiting_;  ///< By say(), until it is quiet.
    std::function<void()> undo_;
    std::function<void()> settled_;
    QTimer timer_;
};

}  // namespace pennydrop::app
