// SPDX-License-Identifier: Apache-2.0
// What a person copies in the app: marked as secret, so that clipboard managers do not keep it, as plain text only, and
// taken back after 30 seconds or when the journal is locked. The selection that X11 pastes with the middle button is
// a clipboard as well. What another program put there is never looked at and never removed.
// Threads: GUI thread.
// Source: https://phabricator.kde.org/D12539 (x-kde-passwordManagerHint); the marks themselves are the device's.
#pragma once

#include <QClipboard>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include "elapsed.h"
#include "platform/device.h"

namespace pennydrop::app {

class ClipboardGuard final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kLifetime{30};

    /// Borrows both.
    ClipboardGuard(QClipboard& clipboard, const TimeSource& time, std::vector<platform::ClipboardMark> marks,
                   QObject* parent = nullptr);
    /// Takes back what is still there: a clipboard manager must not inherit it when the program ends.
    ~ClipboardGuard() override;

    /// Takes back whatever is still ours, at once.
    void clear();

private:
    struct Moment {
        std::chrono::milliseconds steady;
        std::chrono::milliseconds wall;
    };
    struct Held {
        QClipboard::Mode mode;
        std::optional<Moment> since{};  ///< Nothing of ours is there when empty.
    };

    void on_changed(QClipboard::Mode mode);
    void clear_old();
    void take_back(Held& held);
    [[nodiscard]] bool is_owned(QClipboard::Mode mode) const;
    [[nodiscard]] bool is_old(const Moment& since) const;

    QClipboard* clipboard_;
    const TimeSource* time_;
    std::vector<platform::ClipboardMark> marks_;
    std::array<Held, 2> held_{{{QClipboard::Clipboard}, {QClipboard::Selection}}};
    QTimer timer_;
};

}  // namespace pennydrop::app
