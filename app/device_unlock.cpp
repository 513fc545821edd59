// SPDX-License-Identifier: Apache-2.0
#include "device_unlock.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "error_text.h"
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

std::vector<SlotId> device_slots(const Vault& vault) {
    std::vector<SlotId> found;
    for (const KeySlot& slot : vault.key_slots()) {
        if (slot.kind == SlotKind::kDevice) {
            found.push_back(slot.id);
        }
    }
    return found;
}

QByteArray joined(const std::vector<SlotId>& ids) {
    QByteArray bytes;
    for (const SlotId& id : ids) {
        bytes.append(reinterpret_cast<const char*>(id.data()), static_cast<qsizetype>(id.size()));
    }
    return bytes;
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
    connect(&service_, &JournalService::opened, this, &DeviceUnlock::tidy_slots);
    connect(&session_, &Session::lockAsked, this, &DeviceUnlock::void_question);
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
    if (busy_ || enabled() || !available_ || !service_.is_open() || known.empty() || session_.waitSeconds() > 0) {
        return;
    }
    finish({}, false);
    busy_ = true;
    emit changed();
    service_.ask(
        this,
        [known = std::move(known)](Journal& journal) -> Result<QByteArray> {
            if (auto verified = journal.vault().verify_passphrase(known); !verified) {
                return pass_on(verified);
            }
            return joined(device_slots(journal.vault()));
        },
        [this](const Result<QByteArray>& present) {
            if (session_.notePassphrase(present ? Status{} : Status{fail(present.error().code)})) {
                return;
            }
            if (!present) {
                finish(error_text(present.error().code, Doing::kOpening), true);
                return;
            }
            // Written down before anything is there: what is there afterwards, and not in the settings, nobody would
            // ever take away.
            settings_.setSlotsBefore(journal_path_, *present);
            store(std::make_shared<const SecretBytes>(SecretBytes::random(kDeviceSecretBytes)));
        });
}

/// The store first: a secret that opens nothing does no harm, a slot whose secret nobody keeps takes up room.
void DeviceUnlock::store(const std::shared_ptr<const SecretBytes>& secret) {
    const QString label = tr("Pennydrop: %1").arg(QFileInfo(journal_path_).completeBaseName());
    store_.store(id(), secret->clone(), label.toStdString(),
                 [this, guard = QPointer<DeviceUnlock>(this), secret, asked = service_.generation(),
                  number = ++stores_](const auto& stored) {
                     if (guard.isNull()) {
                         return;
                     }
                     if (asked != service_.generation()) {
                         // Locked meanwhile. Unless another secret takes its place, nobody would use this one.
                         if (stored && number == stores_) {
                             forget_slot();
                         }
                         return;
                     }
                     if (!stored) {
                         settings_.setSlotsBefore(journal_path_, {});
                         finish(tr("The keyring of this device did not take the key. Nothing was changed. Unlock the "
                                   "keyring, then try again."),
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
                forget_slot();
                settings_.setSlotsBefore(journal_path_, {});
                finish(error_text(slot.error().code, Doing::kMaking), true);
                return;
            }
            settings_.setDeviceSlot(journal_path_, QByteArray(reinterpret_cast<const char*>(slot->data()),
                                                              static_cast<qsizetype>(slot->size())));
            settings_.setSlotsBefore(journal_path_, {});
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
            forget_slot();
            finish(tr("This device asks for the passphrase again."), false);
        });
}

void DeviceUnlock::unlock() {
    if (busy_ || !enabled() || session_.state() != Session::State::Locked || session_.busy()) {
        return;
    }
    busy_ = true;
    emit changed();
    store_.fetch(id(), [this, guard = QPointer<DeviceUnlock>(this), asked = question_](auto secret) {
        if (guard.isNull() || asked != question_) {
            return;  // somebody locked while the key store asked
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

void DeviceUnlock::forget_journal() {
    if (slot_from(settings_.deviceSlot(journal_path_))) {
        forget_slot();
    }
    settings_.setSlotsBefore(journal_path_, {});
    emit changed();
}

void DeviceUnlock::finish(const QString& message, bool failed) {
    busy_ = false;
    message_ = message;
    failed_ = failed;
    emit changed();
}

/// Sealing anew and going back to a backup take slots away: the switch must not say otherwise. And a secret or a slot
/// goes that was there when a lock, or the end of the program, came before it was noted.
void DeviceUnlock::tidy_slots() {
    const auto own = slot_from(settings_.deviceSlot(journal_path_));
    const auto before = settings_.slotsBefore(journal_path_);
    if (!own && !before) {
        return;
    }
    service_.ask(
        this,
        [own, before](Journal& journal) -> Result<bool> {
            const auto present = device_slots(journal.vault());
            for (const SlotId& slot : present) {
                if (before && slot != own && !before->contains(joined({slot}))) {
                    if (auto removed = journal.vault().remove_slot(slot); !removed) {
                        return pass_on(removed);
                    }
                }
            }
            return own && std::ranges::find(present, *own) != present.end();
        },
        [this](const Result<bool>& own_is_there) {
            if (!own_is_there) {
                return;  // tried again at the next unlock
            }
            settings_.setSlotsBefore(journal_path_, {});
            if (!*own_is_there) {
                forget_slot();
                emit changed();
            }
        });
}

void DeviceUnlock::forget_slot() {
    store_.erase(id(), [](const auto&) {});
    settings_.setDeviceSlot(journal_path_, {});
}

void DeviceUnlock::void_question() {
    ++question_;
    if (busy_ && !service_.is_open()) {
        finish({}, false);
    }
}

void DeviceUnlock::clear() {
    finish({}, false);
}

}  // namespace pennydrop::app
