// SPDX-License-Identifier: Apache-2.0
// Opening the journal without its passphrase on this one device: a key slot of its own, whose secret the device's key
// store keeps. Whoever can use the person's account on the device can then open the journal; the settings say so.
// Threads: GUI thread. The key store answers when it likes; a lock meanwhile makes the answer void.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <string>

#include "app_settings.h"
#include "base/secret.h"
#include "journal_service.h"
#include "platform/key_store.h"
#include "vault/key_slots.h"

namespace pennydrop::app {

class Session;

class DeviceUnlock final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.device")
    /// There is a key store that answers.
    Q_PROPERTY(bool available READ available NOTIFY changed FINAL)
    /// This device opens the journal without its passphrase.
    Q_PROPERTY(bool enabled READ enabled NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    /// Whether message() says that something went wrong.
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)

public:
    /// Borrows all; `journal_path` is the session's.
    DeviceUnlock(JournalService& service, Session& session, AppSettings& settings, platform::KeyStore& store,
                 QString journal_path, QObject* parent = nullptr);
    ~DeviceUnlock() override;

    [[nodiscard]] bool available() const noexcept { return available_; }
    [[nodiscard]] bool enabled() const;
    [[nodiscard]] bool busy() const noexcept { return busy_; }
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] bool failed() const noexcept { return failed_; }

    /// Asks whether there is a key store. Reaching it takes a moment: not before the first frame.
    void look();

    /// Of the open journal. Asks for its passphrase, as every change of its keys does.
    Q_INVOKABLE void enable(const QString& passphrase);
    Q_INVOKABLE void disable();
    /// Opens the locked journal. May ask the person to unlock the key store.
    Q_INVOKABLE void unlock();
    Q_INVOKABLE void forgetMessage();
    /// The journal is erased: its key goes as well.
    void forget_journal();

signals:
    void changed();
    void done();

private:
    void store(const std::shared_ptr<const SecretBytes>& secret);
    void add_slot(const std::shared_ptr<const SecretBytes>& secret);
    void finish(const QString& message, bool failed);
    void clear();
    void void_question();
    void tidy_slots();
    void forget_slot();
    [[nodiscard]] std::string id() const;

    JournalService& service_;
    Session& session_;
    AppSettings& settings_;
    platform::KeyStore& store_;
    QString journal_path_;
    bool available_{false};
    bool busy_{false};
    std::uint64_t question_{0};  ///< Of the key store; raised by a lock, so that the answer to an older one is void.
    std::uint64_t stores_{0};    ///< Secrets the key store was given.
    QString message_;
    bool failed_{false};
};

}  // namespace pennydrop::app
