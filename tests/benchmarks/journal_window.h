// SPDX-License-Identifier: Apache-2.0
// A journal of sample entries, and the program's own window on it, for what is measured in the whole program.
// Threads: GUI thread.
#pragma once

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QString>

#include <cstddef>

#include "app_root.h"
#include "base/types.h"
#include "elapsed.h"
#include "incubation.h"
#include "platform/fake/fake_device.h"
#include "platform/key_store.h"

namespace pennydrop::bench {

/// Makes a journal of `count` entries over twenty years. False when that fails.
[[nodiscard]] bool make_journal(const QString& path, std::size_t count);

/// The style and the platform of every such window; before there is an application.
void prepare_window();

class JournalWindow {
public:
    /// The window on the journal at `path`, 412 x 892; settings go beside it. Not yet started: call session()->start().
    explicit JournalWindow(const QString& path);

    [[nodiscard]] app::AppRoot& root() noexcept { return root_; }
    /// Nothing when the window could not be made.
    [[nodiscard]] QQuickWindow* window() noexcept { return window_; }
    /// Unlocks the journal once it is locked.
    void unlock();

private:
    SystemClock clock_;
    app::SystemTimeSource time_;
    platform::FakeDevice device_;
    platform::NoKeyStore key_store_;
    app::AppRoot root_;
    app::Incubation incubation_;
    QQmlApplicationEngine engine_;
    QQuickWindow* window_{nullptr};
};

}  // namespace pennydrop::bench
