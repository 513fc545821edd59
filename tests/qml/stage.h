// SPDX-License-Identifier: Apache-2.0
// The whole program in a test: the real Main.qml on the real view models and a real journal, with a clock that stands
// still, a time source the test moves, and a device that does what it is told.
// Threads: GUI thread. Waiting runs the event loop.
#pragma once

#include <QObject>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSize>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

#include "app_root.h"
#include "elapsed.h"
#include "journals.h"
#include "platform/fake/fake_device.h"
#include "platform/fake/fake_key_store.h"

namespace pennydrop::screens {

/// Goes on only when told.
class SteppedTime final : public app::TimeSource {
public:
    [[nodiscard]] std::chrono::milliseconds steady() const override { return now_; }
    [[nodiscard]] std::chrono::milliseconds wall() const override { return now_ + kWallBeginning; }
    void pass(std::chrono::milliseconds time) { now_ += time; }

private:
    static constexpr std::chrono::milliseconds kWallBeginning{1'794'673'800'000};
    std::chrono::milliseconds now_{1'000'000};
};

class Stage final {
public:
    /// Held: the window is there, and the journal's file is not looked at yet.
    enum class Start { kAtOnce, kHeld };

    Stage();
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// A new folder with a journal of `contents`, and the program on it. False when no window appears.
    [[nodiscard]] bool begin(Contents contents, QSize size);
    /// As begin(), with the journal at `path`, which the caller removes.
    [[nodiscard]] bool begin_at(const QString& path, Contents contents, QSize size, Start how = Start::kAtOnce);
    /// The program ends and starts anew with the same journal and the same settings.
    [[nodiscard]] bool restart();
    /// Ends the program and forgets its folder.
    void end();

    /// Unlocks with the right passphrase and waits for the first page.
    [[nodiscard]] bool unlock();
    /// Waits until the present layout is drawn.
    void settle();
    void resize(QSize size);

    [[nodiscard]] QQuickWindow* window() const noexcept { return window_; }
    [[nodiscard]] app::AppRoot* root() const noexcept { return root_.get(); }
    [[nodiscard]] platform::FakeDevice& device() noexcept { return device_; }
    [[nodiscard]] FixedClock& clock() noexcept { return clock_; }
    [[nodiscard]] SteppedTime& time() noexcept { return time_; }
    [[nodiscard]] QString journal_path() const { return path_; }
    /// A place beside the journal.
    [[nodiscard]] QString path(const QString& name) const { return folder_->filePath(name); }
    /// A picture at that place.
    [[nodiscard]] QUrl make_picture(const QString& name) const;

private:
    [[nodiscard]] bool start(QSize size, Start how = Start::kAtOnce);
    void stop();

    FixedClock clock_;
    SteppedTime time_;
    platform::FakeDevice device_;
    platform::FakeKeyStore key_store_;
    std::unique_ptr<QTemporaryDir> folder_;
    QString path_;
    std::unique_ptr<app::AppRoot> root_;
    std::unique_ptr<QQmlApplicationEngine> engine_;
    QQuickWindow* window_{nullptr};
};

}  // namespace pennydrop::screens
