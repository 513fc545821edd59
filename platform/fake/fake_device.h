// SPDX-License-Identifier: Apache-2.0
// A device that does what a test says.
// Threads: one.
#pragma once

#include <utility>
#include <vector>

#include "platform/device.h"

namespace pennydrop::platform {

class FakeDevice final : public Device {
public:
    void watch_screen(ScreenListener listener) override { screen_listener_ = std::move(listener); }
    void ready_for_sleep() override { ++times_ready_for_sleep_; }
    void watch_appearance(AppearanceListener listener) override {
        appearance_listener_ = std::move(listener);
        tell_appearance();
    }

    [[nodiscard]] std::vector<ClipboardMark> secret_clipboard_marks() const override {
        return {{"x-pennydrop-test-secret", "yes"}};
    }

    [[nodiscard]] bool can_notify() const override { return true; }
    void notify(const Notification& notification) override { notifications_.push_back(notification); }
    [[nodiscard]] const std::vector<Notification>& notifications() const noexcept { return notifications_; }

    void happen(ScreenEvent event) {
        if (screen_listener_) {
            screen_listener_(event);
        }
    }
    void set_appearance(const Appearance& appearance) {
        appearance_ = appearance;
        tell_appearance();
    }
    [[nodiscard]] int times_ready_for_sleep() const noexcept { return times_ready_for_sleep_; }
    [[nodiscard]] bool is_watched() const noexcept { return static_cast<bool>(screen_listener_); }

private:
    void tell_appearance() {
        if (appearance_listener_) {
            appearance_listener_(appearance_);
        }
    }

    ScreenListener screen_listener_;
    AppearanceListener appearance_listener_;
    Appearance appearance_;
    std::vector<Notification> notifications_;
    int times_ready_for_sleep_{0};
};

}  // namespace pennydrop::platform
