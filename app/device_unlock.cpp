// SPDX-License-Identifier: Apache-2.0
#include "device_unlock.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "error_text.h"
#include "journal_keys.h"
#include "secret_text.h"
#include "session.h"

namespace pennydrop::app {

namespace {

using platform::KeyStoreError;

std::optional<SlotId> slot_from(const QByteArray& bytes) {
    SlotId id{};
    if (bytes.size() != static_cast<qsizetype>(id.size())) {
        return std::nullopt;
    }
    std::ranges::copy(bytes, id.begin());
    return id;
}

}  // namespace

DeviceUnlock::DeviceUnlock(JournalService& service, Session& session, AppSettings& settings, platform::KeyStore& store,
                           QString journal_path, QObject* parent)
    : QObject(parent),
      service_(service),
      session_(session),
      settings_(settings),
      store_(store),
      journal_path_(std::move(journal_path)) {
    connect(&service_, &JournalService::closing, this, &DeviceUnlock::clear);
    connect(&service_, &JournalService::opened, this, &DeviceUnlock::forget_stale_slot);
}

DeviceUnlock::~DeviceUnlock() = default;

/// Names the secret in the store. The path itself could say more about the person than a key's name should.
std::string DeviceUnlock::id() const {
    const QByteArray hash = QCryptographicHash::hash(journal_path_.toUtf8(), QCryptographicHash::Sha256);
    return hash.first(16).toHex().toStdString();
}

bool DeviceUnlock::enabled() const {
    return available_ && slot_from(settings_.deviceSlot(journal_path_)).has_value();
}

void DeviceUnlock::look() {
    store_.available([this, guard = QPointer<DeviceUnlock>(this)](bool available) {
        if (guard.isNull()) {
            return;
        }
        available_ = available && !session_.sample();
        emit changed();
    });
}

void DeviceUnlock::enable(const QString& passphrase) {
    auto known = secret_from(passphrase);
    if (busy_ || enabled() || !available_ || !service_.is_open() || known.empty()) {
        return;
    }
    finish({}, false);
    busy_ = true;
    emit changed();
    service_.ask(
        this, [known = std::move(known)](Journal& journal) { return journal.vault().verify_passphrase(known); },
        [this](const Status& verified) {
            if (!verified) {
                if (verified.error().code == ErrorCode::kWrongSecret &&
                    ++wrong_tries_ >= JournalKeys::kMostWrongTries) {
                    session_.lock();
                    return;
                }
                finish(error_text(verified.error().code, Doing::kOpening), true);
                return;
            }
            wrong_tries_ = 0;
            store(std::make_shared<const SecretBytes>(SecretBytes::random(kDeviceSecretBytes)));
        });
}

/// The store first: a secret that opens nothing does no harm, a slot whose secret nobody keeps takes up room.
void DeviceUnlock::store(const std::shared_ptr<const SecretBytes>& secret) {
    const QString label = tr("Pennydrop: %1").arg(QFileInfo(journal_path_).completeBaseName());
    const auto asked = service_.generation();
    store_.store(
        id(), secret->clone(), label.toStdString(),
        [this, guard = QPointer<DeviceUnlock>(this), secret, asked](const auto& stored) {
            if (guard.isNull() || asked != service_.generation()) {
                return;
            }
            if (!stored) {
                finish(
                    tr("The keyring of this device did not take the key. Nothing was changed. Unlock the keyring, then "
                       "try again."),
                    true);
                return;
            }
            add_slot(secret);
        });
}

void DeviceUnlock::add_slot(const std::shared_ptr<const SecretBytes>& secret) {
    service_.ask(
        this, [secret](Journal& journal) { return journal.vault().add_device_slot(*secret); },
        [this](const Result<SlotId>& slot) {
            if (!slot) {
                store_.erase(id(), [](const auto&) {});
                finish(error_text(slot.error().code, Doing::kMaking), true);
                return;
            }
            settings_.setDeviceSlot(journal_path_, QByteArray(reinterpret_cast<const char*>(slot->data()),
                                                              static_cast<qsizetype>(slot->size())));
            finish(tr("This device opens the journal without the passphrase from now on."), false);
            emit done();
        });
}

void DeviceUnlock::disable() {
    const auto slot = slot_from(settings_.deviceSlot(journal_path_));
    if (busy_ || !slot || !service_.is_open()) {
        return;
    }
    busy_ = true;
    service_.ask(
        this, [slot = *slot](Journal& journal) { return journal.vault().remove_slot(slot); },
        [this](const Status& removed) {
            // A slot that is not there opens nothing either: sealing anew has dropped it, or a backup was put back.
            if (!removed && removed.error().code != ErrorCode::kNotFound) {
                finish(error_text(removed.error().code, Doing::kMaking), true);
                return;
            }
            store_.erase(id(), [](const auto&) {});
            settings_.setDeviceSlot(journal_path_, {});
            finish(tr("This device asks for the passphrase again."), false);
        });
}

void DeviceUnlock::unlock() {
    if (busy_ || !enabled() || session_.state() != Session::State::Locked || session_.busy()) {
        return;
    }
    busy_ = true;
    emit changed();
    store_.fetch(id(), [this, guard = QPointer<DeviceUnlock>(this)](auto secret) {
        if (guard.isNull()) {
            return;
        }
        if (secret) {
            finish({}, false);
            session_.unlockWithDevice(std::move(*secret));
            return;
        }
        finish(secret.error() == KeyStoreError::kNotFound
                   ? tr("The keyring of this device no longer has the key. Your journal is safe: open it with the "
                        "passphrase.")
                   : tr("The keyring of this device was not unlocked. Your journal is safe: try again, or open it with "
                        "the passphrase."),
               true);
    });
}

void DeviceUnlock::forgetMessage() {
    message_.clear();
    failed_ = false;
    emit changed();
}

void DeviceUnlock::finish(const QString& message, bool failed) {
    busy_ = false;
    message_ = message;
    failed_ = failed;
    emit changed();
}

/// Sealing anew and going back to a backup take slots away: the switch must not say otherwise.
void DeviceUnlock::forget_stale_slot() {
    const auto slot = slot_from(settings_.deviceSlot(journal_path_));
    if (!slot) {
        return;
    }
    service_.ask(
        this,
        [slot = *slot](Journal& journal) -> Result<bool> {
            const auto present = journal.vault().key_slots();
            return std::ranges::any_of(present, [&slot](const KeySlot& known) { return known.id == slot; });
        },
        [this](const Result<bool>& is_there) {
            if (is_there && !*is_there) {
                store_.erase(id(), [](const auto&) {});
                settings_.setDeviceSlot(journal_path_, {});
                emit changed();
            }
        });
}

void DeviceUnlock::clear() {
    wrong_tries_ = 0;
    finish({}, false);
}

}  // namespace pennydrop::app
