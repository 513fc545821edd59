// SPDX-License-Identifier: Apache-2.0
// What the app asks of the device it runs on, without a word of Qt: when the screen goes dark and how the person wants
// things to look. One implementation per platform; tests use the fake.
// Threads: made, used and destroyed on the GUI thread; listeners are called there.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pennydrop::platform {

/// Why nobody can be looking at the screen any longer.
enum class ScreenEvent {
    kSessionLocked,  ///< The person, or their desktop, locked the session.
    kAboutToSleep,   ///< The machine is going to sleep; it waits a moment for Device::ready_for_sleep().
    kScreenOff,      ///< The screen went off, or the screen saver came on.
};

/// How the person set up their desktop. Nothing where the desktop does not say.
struct Appearance {
    std::optional<bool> dark{};
    std::optional<bool> reduced_motion{};

    bool operator==(const Appearance&) const = default;
};

/// One format beside the text on a clipboard that tells clipboard managers of this platform to leave it alone.
struct ClipboardMark {
    std::string format;  ///< As Qt names formats: a MIME type, or its spelling of a native format.
    std::string value;
};

/// A short message of the desktop or the phone, outside the program's window.
struct Notification {
    std::string title;  ///< UTF-8, plain text. Never a word of an entry: anybody may see it.
    std::string text;
};

class Device {
public:
    using ScreenListener = std::function<void(ScreenEvent)>;
    using AppearanceListener = std::function<void(const Appearance&)>;

    Device() = default;
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    virtual ~Device() = default;

    /// From now on `listener` hears of every screen event; an empty one stops that. Returns at once, and stays quiet
    /// where the platform cannot tell.
    virtual void watch_screen(ScreenListener listener) = 0;

    /// What was secret is wiped: the machine may go to sleep. Harmless at any other time.
    virtual void ready_for_sleep() = 0;

    /// `listener` hears the appearance once it is known (or known to be unknown), then every change; an empty one stops
    /// that. Returns at once.
    virtual void watch_appearance(AppearanceListener listener) = 0;

    /// What is put beside a secret on the clipboard. The same at any time.
    [[nodiscard]] virtual std::vector<ClipboardMark> secret_clipboard_marks() const = 0;

    /// Whether there is anything that could show a notification.
    [[nodiscard]] virtual bool can_notify() const = 0;
    /// Shows it, in place of the one before. Returns at once; nothing happens where nobody shows such things.
    virtual void notify(const Notification& notification) = 0;
};

/// The device this program was built for.
[[nodiscard]] std::unique_ptr<Device> make_device();

}  // namespace pennydrop::platform
