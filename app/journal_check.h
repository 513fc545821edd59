// SPDX-License-Identifier: Apache-2.0
// Checking the open journal's file: every block and whether the database holds together. Nothing of it is changed, and
// the journal can be written in meanwhile.
// Threads: GUI thread; the checking happens on a thread of its own. Locking stops it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include <cstdint>

#include "journal_service.h"
#include "long_task.h"
#include "vault/vault_check.h"
#include "worker.h"

namespace pennydrop::app {

class JournalCheck final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.check")
    /// What came of the last check, in words; "" before one and after locking.
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    /// Whether message() says that something is wrong.
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)
    Q_PROPERTY(pennydrop::app::LongTask* task READ task CONSTANT FINAL)

public:
    /// Borrows it.
    explicit JournalCheck(JournalService& service, QObject* parent = nullptr);
    ~JournalCheck() override;

    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] bool failed() const noexcept { return failed_; }
    [[nodiscard]] LongTask* task() noexcept { return &task_; }

    Q_INVOKABLE void start();

signals:
    void changed();

private:
    void finished(const Result<CheckReport>& report);
    void stop();
    void tell(const QString& message, bool failed);

    JournalService& service_;
    LongTask task_{this};
    std::uint64_t round_{0};  ///< Raised by each lock: what an older one comes to is void.
    QString message_;
    bool failed_{false};
    Worker checker_;
};

}  // namespace pennydrop::app
