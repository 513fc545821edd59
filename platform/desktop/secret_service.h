// SPDX-License-Identifier: Apache-2.0
// The desktop's keyring (GNOME Keyring, KWallet, KeePassXC) as a key store. Every call to it is made on a thread of its
// own, because it may wait for a person; destroying the store calls off what waits.
// Threads: as KeyStore.
// Source: https://specifications.freedesktop.org/secret-service/ 0.2.
#pragma once

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <utility>

#include "platform/desktop/libsecret.h"
#include "platform/key_store.h"

namespace pennydrop::platform {

class SecretService final : public KeyStore {
public:
    explicit SecretService(const LibSecret& library);
    ~SecretService() override;

    void available(Available then) override;
    void store(std::string id, SecretBytes secret, std::string label, Done then) override;
    void fetch(std::string id, Fetched then) override;
    void erase(std::string id, Done then) override;

private:
    /// Runs `task` on the thread, then `then` with its answer here, unless this store is gone by then.
    template <typename Task, typename Then>
    void run(Task task, Then then) {
        QMetaObject::invokeMethod(
            worker_,
            [task = std::move(task), then = std::move(then), here = here_.get()]() mutable {
                QMetaObject::invokeMethod(
                    here, [then = std::move(then), answer = task()]() mutable { then(std::move(answer)); },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

    const LibSecret* library_;
    std::shared_ptr<GCancellable> called_off_;
    std::unique_ptr<QObject> here_;  ///< Answers are queued to it, and dropped with it.
    QThread thread_;
    QObject* worker_;  ///< Lives on the thread; deleted when it finishes.
};

}  // namespace pennydrop::platform
