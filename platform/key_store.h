// SPDX-License-Identifier: Apache-2.0
// Where the device keeps a secret for the person while they are logged in: Secret Service on a Linux desktop. Without a
// word of Qt. Whoever controls the logged-in session can fetch what is in it; that is what such a store is.
// Threads: made, used and destroyed on the GUI thread, which never waits: the store may ask the person to unlock it, and
// each answer comes later, on the GUI thread. Answers still due when the store is destroyed are not given.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "base/secret.h"

namespace pennydrop::platform {

enum class KeyStoreError {
    kUnavailable,  ///< There is no store here, or it does not answer.
    kRefused,      ///< It is there and said no; most often the person did not want to unlock it.
    kNotFound,     ///< It holds nothing under this id.
};

class KeyStore {
public:
    using Available = std::function<void(bool)>;
    using Done = std::function<void(std::expected<void, KeyStoreError>)>;
    using Fetched = std::function<void(std::expected<SecretBytes, KeyStoreError>)>;

    KeyStore() = default;
    KeyStore(const KeyStore&) = delete;
    KeyStore& operator=(const KeyStore&) = delete;
    virtual ~KeyStore() = default;

    /// Whether there is a store that answers. Does not ask the person for anything.
    virtual void available(Available then) = 0;
    /// Keeps `secret` under `id`, in the place of what is there. `label` is what the person reads in the store's own
    /// program. Never kNotFound.
    virtual void store(std::string id, SecretBytes secret, std::string label, Done then) = 0;
    virtual void fetch(std::string id, Fetched then) = 0;
    virtual void erase(std::string id, Done then) = 0;
};

/// For a device without one: every answer is that.
class NoKeyStore final : public KeyStore {
public:
    void available(Available then) override { then(false); }
    void store(std::string /*id*/, SecretBytes /*secret*/, std::string /*label*/, Done then) override {
        then(std::unexpected(KeyStoreError::kUnavailable));
    }
    void fetch(std::string /*id*/, Fetched then) override { then(std::unexpected(KeyStoreError::kUnavailable)); }
    void erase(std::string /*id*/, Done then) override { then(std::unexpected(KeyStoreError::kUnavailable)); }
};

/// The store of the device this program was built for. Never null.
[[nodiscard]] std::unique_ptr<KeyStore> make_key_store();

}  // namespace pennydrop::platform
