// SPDX-License-Identifier: Apache-2.0
#include "journal_keys.h"

#include <utility>

#include "error_text.h"
#include "secret_text.h"
#include "session.h"
#include "vault/vault_rekey.h"

namespace pennydrop::app {

JournalKeys::JournalKeys(JournalService& service, Session& session, JournalFile journal, std::optional<KdfCost> cost,
                         QObject* parent)
    : QObject(parent), service_(service), session_(session), journal_(std::move(journal)), cost_(cost) {
    connect(&service_, &JournalService::closing, this, &JournalKeys::clear);
}

JournalKeys::~JournalKeys() = default;

bool JournalKeys::begin(const SecretBytes& present) {
    if (busy_ || !service_.is_open() || session_.waitSeconds() > 0) {
        return false;
    }
    if (present.empty()) {
        tell(tr("Type the passphrase you use now, then try again. Nothing was changed."), true);
        return false;
    }
    busy_ = true;
    tell({}, false);
    return true;
}

void JournalKeys::changePassphrase(const QString& present, const QString& next) {
    auto old_secret = secret_from(present);
    auto new_secret = secret_from(next);
    if (!begin(old_secret)) {
        return;
    }
    service_.ask(
        this,
        [old_secret = std::move(old_secret), new_secret = std::move(new_secret),
         cost = cost_](Journal& journal) -> Status {
            if (auto known = journal.vault().verify_passphrase(old_secret); !known) {
                return known;
            }
            return journal.vault().set_passphrase(new_secret, cost.has_value() ? *cost : measured_kdf_cost());
        },
        [this](const Status& result) {
            finish(
                result,
                tr("The passphrase is changed. Copies made before, backups among them, still open with the old one."));
        });
}

void JournalKeys::renewRecoveryCode(const QString& present) {
    auto secret = secret_from(present);
    if (!begin(secret)) {
        return;
    }
    service_.ask(
        this,
        [secret = std::move(secret)](Journal& journal) -> Result<SecretBytes> {
            if (auto known = journal.vault().verify_passphrase(secret); !known) {
                return pass_on(known);
            }
            auto code = journal.vault().renew_recovery_code();
            if (!code) {
                return pass_on(code);
            }
            return code->written();
        },
        [this](Result<SecretBytes> code) {
            if (!code) {
                finish(pass_on(code), {});
                return;
            }
            finish({}, {});
            session_.showNewRecoveryCode(std::move(*code));
        });
}

void JournalKeys::sealAnew(const QString& present) {
    auto passphrase = std::make_shared<const SecretBytes>(secret_from(present));
    if (!begin(*passphrase)) {
        return;
    }
    service_.ask(
        this, [passphrase](Journal& journal) { return journal.vault().verify_passphrase(*passphrase); },
        [this, passphrase](const Status& known) {
            finish(known, {});
            if (known) {
                seal(passphrase);
            }
        });
}

void JournalKeys::seal(const std::shared_ptr<const SecretBytes>& passphrase) {
    session_.beginSealing();
    service_.worker().run(
        this,
        [path = journal_.path, passphrase, progress = task_.begin()]() -> Status {
            auto sealed = rekey_vault(path, *passphrase, VaultOptions{}, progress);
            return sealed ? Status{} : pass_on(sealed);
        },
        [this, passphrase](const Status& sealed) {
            task_.end();
            session_.endSealing(sealed, passphrase);
        });
}

void JournalKeys::finish(const Status& result, const QString& success) {
    busy_ = false;
    if (session_.notePassphrase(result)) {
        return;
    }
    if (result) {
        tell(success, false);
        emit done();
        return;
    }
    tell(error_text(result.error().code,
                    result.error().code == ErrorCode::kWrongSecret ? Doing::kOpening : Doing::kMaking),
         true);
}

void JournalKeys::forgetMessage() {
    tell({}, false);
}

void JournalKeys::clear() {
    busy_ = false;
    tell({}, false);
}

void JournalKeys::tell(const QString& message, bool failed) {
    message_ = message;
    failed_ = failed;
    emit changed();
}

}  // namespace pennydrop::app
