// SPDX-License-Identifier: Apache-2.0
// Whether the program may end. What a person wrote and no disk took is kept in memory; it would go with the program, so
// the first attempt to close the window is refused and says why. The second is meant.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include <functional>

#include "journal_service.h"
#include "locked_note.h"
#include "session.h"

namespace pennydrop::app {

class ProgramEnd final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.end")
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    /// `holds_unsaved`: something that was written is in memory only; right once the journal is closed. All of them
    /// must outlive it.
    ProgramEnd(JournalService& service, Session& session, LockedNote& locked_note, std::function<bool()> holds_unsaved,
               QObject* parent = nullptr);

    /// Why the program did not end; "" when nothing keeps it.
    [[nodiscard]] QString message() const { return message_; }
    /// The window is about to be closed: false keeps it for now. An open journal is locked first, which saves what is
    /// on no disk yet; then possible() follows, or a message on the lock screen.
    Q_INVOKABLE bool mayEnd();

signals:
    void messageChanged();
    /// Nothing keeps the program any more: the window may be closed again.
    void possible();

private:
    void decide();
    [[nodiscard]] bool refuses();
    void set_message(const QString& message);

    JournalService& service_;
    Session& session_;
    LockedNote& locked_note_;
    std::function<bool()> holds_unsaved_;
    bool closing_{false};  ///< The journal is being closed: what could not be saved is not known yet.
    bool asked_{false};    ///< The window is to be closed as soon as that is known.
    bool told_{false};     ///< The person was told what would be lost.
    QString message_;
};

}  // namespace pennydrop::app
