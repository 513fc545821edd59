// SPDX-License-Identifier: Apache-2.0
// Deleting with undo. One thing can be taken back at a time, for ten seconds; then, or when something else is deleted,
// it is settled. A removed entry is in no list and no search at once. Its bytes are overwritten when the journal is
// next opened: at a lock nothing may come before the saving of what was being written.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>

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

public:
    static constexpr int kUndoMilliseconds = 10'000;

    /// `service` and `clock` must outlive it.
    Removal(JournalService& service, const Clock& clock, QObject* parent = nullptr);

    /// Whether there is something to undo.
    [[nodiscard]] bool pending() const noexcept { return pending_; }
    /// What was done, or (while not pending) what could not be done; "" when there is nothing to say.
    [[nodiscard]] QString message() const { return message_; }

    Q_INVOKABLE void remove(qint64 id);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismiss();

    void remove(EntryId id);
    /// Offers to undo something else that is already done. One of the two is called, once, unless the journal is locked
    /// before. `settled` may be empty.
    void offer(const QString& message, std::function<void()> undo, std::function<void()> settled);

signals:
    void changed();

private:
    void settle();
    void restore(EntryId id);
    void purge();
    void tell(const QString& message, bool pending);

    JournalService& service_;
    const Clock& clock_;
    bool pending_{false};
    QString message_;
    std::function<void()> undo_;
    std::function<void()> settled_;
    QTimer timer_;
};

}  // namespace pennydrop::app
