// SPDX-License-Identifier: Apache-2.0
// A device that does what a test says.
// Threads: one.
#pragma once

#include <utility>

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
    int times_ready_for_sleep_{0};
};

}  // namespace pennydrop::platform
