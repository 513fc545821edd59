// SPDX-License-Identifier: Apache-2.0
// A key store that does what a test says. It answers before the call returns.
// Threads: one.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/key_store.h"

namespace pennydrop::platform {

class FakeKeyStore final : public KeyStore {
public:
    void available(Available then) override { then(failure_ != KeyStoreError::kUnavailable); }

    void store(std::string id, SecretBytes secret, std::string label, Done then) override {
        if (failure_) {
            then(std::unexpected(*failure_));
            return;
        }
        if (holds_) {
            auto shared = std::make_shared<SecretBytes>(std::move(secret));
            held_.push_back([this, id = std::move(id), shared, label = std::move(label), then = std::move(then)] {
                store(id, std::move(*shared), label, then);
            });
            return;
        }
        labels_[id] = std::move(label);
        secrets_[std::move(id)] = std::move(secret);
        then({});
    }

    void fetch(std::string id, Fetched then) override {
        if (failure_) {
            then(std::unexpected(*failure_));
            return;
        }
        if (holds_) {
            held_.push_back([this, id = std::move(id), then = std::move(then)] { fetch(id, then); });
            return;
        }
        const auto found = secrets_.find(id);
        if (found == secrets_.end()) {
            then(std::unexpected(KeyStoreError::kNotFound));
        } else {
            then(found->second.clone());
        }
    }

    void erase(std::string id, Done then) override {
        if (failure_) {
            then(std::unexpected(*failure_));
            return;
        }
        labels_.erase(id);
        if (secrets_.erase(id) == 0) {
            then(std::unexpected(KeyStoreError::kNotFound));
        } else {
            then({});
        }
    }

    /// From now on everything fails like this; nothing: it works.
    void fail_with(std::optional<KeyStoreError> failure) { failure_ = failure; }
    /// While it holds it asks the person something: store() and fetch() answer afterwards.
    void hold(bool holds) {
        holds_ = holds;
        if (!holds_) {
            for (auto& question : std::exchange(held_, {})) {
                question();
            }
        }
    }
    /// How many answers are due.
    [[nodiscard]] std::size_t held() const noexcept { return held_.size(); }
    [[nodiscard]] const std::map<std::string, std::string>& labels() const noexcept { return labels_; }

private:
    std::map<std::string, SecretBytes> secrets_;
    std::map<std::string, std::string> labels_;
    std::optional<KeyStoreError> failure_;
    std::vector<std::function<void()>> held_;
    bool holds_{false};
};

}  // namespace pennydrop::platform
