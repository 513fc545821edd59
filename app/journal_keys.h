// SPDX-License-Identifier: Apache-2.0
// The keys of the open journal: another passphrase, another recovery code, or everything sealed anew under another data
// key. Each asks for the present passphrase first, so that an unattended screen is not enough to lock its owner out
// (Session::notePassphrase()).
// Threads: GUI thread. Keys are derived on the worker's thread; a lock meanwhile makes the result void.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

#include "base/secret.h"
#include "journal_service.h"
#include "journal_tasks.h"
#include "long_task.h"
#include "vault/key_slots.h"

namespace pennydrop::app {

class Session;

class JournalKeys final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.keys")
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    /// Whether message() says that something went wrong.
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)
    /// Sealing anew.
    Q_PROPERTY(pennydrop::app::LongTask* task READ task CONSTANT FINAL)

public:
    /// Borrows both. `cost` of new passphrase slots; nothing to measure this device.
    JournalKeys(JournalService& service, Session& session, JournalFile journal, std::optional<KdfCost> cost,
                QObject* parent = nullptr);
    ~JournalKeys() override;

    [[nodiscard]] bool busy() const noexcept { return busy_; }
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] bool failed() const noexcept { return failed_; }
    [[nodiscard]] LongTask* task() noexcept { return &task_; }

    /// done() when `next` opens the journal from now on, and `present` no longer does.
    Q_INVOKABLE void changePassphrase(const QString& present, const QString& next);
    /// Makes a new recovery code and has the session show it; the one before opens nothing from then on.
    Q_INVOKABLE void renewRecoveryCode(const QString& present);
    /// Seals the whole journal with a new data key, after a suspicion that the old one is known to somebody. It is
    /// closed meanwhile and opened again with a new recovery code, which the session shows.
    Q_INVOKABLE void sealAnew(const QString& present);
    /// Nothing more to say: the sheet was closed.
    Q_INVOKABLE void forgetMessage();

signals:
    void changed();
    /// What was asked for is done.
    void done();

private:
    [[nodiscard]] bool begin(const SecretBytes& present);
    void finish(const Status& result, const QString& success);
    void seal(const std::shared_ptr<const SecretBytes>& passphrase);
    void clear();
    void tell(const QString& message, bool failed);

    JournalService& service_;
    Session& session_;
    JournalFile journal_;
    std::optional<KdfCost> cost_;
    LongTask task_{this};
    bool busy_{false};
    QString message_;
    bool failed_{false};
};

}  // namespace pennydrop::app
