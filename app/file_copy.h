// SPDX-License-Identifier: Apache-2.0
// Saves a copy of a file out of the journal, to where the person chose. The only way by which a file leaves the vault
// unencrypted. A copy is whole or not there.
// Threads: GUI thread; reading happens on the worker's, writing on one of its own, since a drive may be slow.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QUrl>

#include <cstdint>
#include <memory>

#include "journal_service.h"
#include "long_task.h"
#include "picture.h"
#include "worker.h"

namespace pennydrop::app {

class FileCopy final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.life.fileCopy")
    Q_PROPERTY(pennydrop::app::LongTask* task READ task CONSTANT FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)

public:
    /// `service` must outlive it.
    explicit FileCopy(JournalService& service, QObject* parent = nullptr);
    ~FileCopy() override;

    [[nodiscard]] LongTask* task() noexcept { return &task_; }
    /// What became of the last copy; "" when there is nothing to say.
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] bool failed() const noexcept { return failed_; }

    /// What is at `place` is replaced, when all of the copy is written. Not while another is being saved.
    Q_INVOKABLE void save(qint64 id, const QString& name, const QUrl& place);
    /// In a folder that people know, for a dialog to begin with.
    [[nodiscard]] Q_INVOKABLE QUrl suggestedPlace(const QString& name) const;
    Q_INVOKABLE void forgetMessage();

signals:
    void changed();

private:
    void write(PrivateBytes bytes, const QString& name, const QUrl& place, const OnProgress& progress);
    void tell(const QString& message, bool failed);

    JournalService& service_;
    LongTask task_{this};
    std::unique_ptr<Worker> writer_;  ///< Made when it is first needed.
    QString message_;
    bool failed_{false};
    std::uint64_t round_{0};  ///< Raised by a lock; an answer of an earlier one is late.
};

}  // namespace pennydrop::app
