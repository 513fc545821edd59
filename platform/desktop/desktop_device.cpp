// SPDX-License-Identifier: Apache-2.0
// The desktop, as far as D-Bus knows it.
#include <QDBusMetaType>

#include <cstdint>
#include <memory>
#include <utility>

#include "platform/desktop/appearance_watch.h"
#include "platform/desktop/notifier.h"
#include "platform/desktop/screen_watch.h"
#include "platform/device.h"

namespace pennydrop::platform {

namespace {

class DesktopDevice final : public Device {
public:
    void watch_screen(ScreenListener listener) override {
        screen_.reset();
        if (listener) {
            screen_ = std::make_unique<ScreenWatch>(std::move(listener));
        }
    }

    void ready_for_sleep() override {
        if (screen_ != nullptr) {
            screen_->ready_for_sleep();
        }
    }

    void watch_appearance(AppearanceListener listener) override {
        appearance_.reset();
        if (listener) {
            appearance_ = std::make_unique<AppearanceWatch>(std::move(listener));
        }
    }

    [[nodiscard]] std::vector<ClipboardMark> secret_clipboard_marks() const override {
#if defined(Q_OS_WIN)
        // Any value does for the first; the other two are numbers. Qt's spelling of a native format.
        constexpr auto kNative = "application/x-qt-windows-mime;value=\"";
        const std::string none(sizeof(std::uint32_t), '\0');
        return {{std::string(kNative) + "ExcludeClipboardContentFromMonitorProcessing\"", "1"},
                {std::string(kNative) + "CanIncludeInClipboardHistory\"", none},
                { std::string(kNative) + "CanUploadToCloudClipboard\"",
                  none }};
#else
        return {{"x-kde-passwordManagerHint", "secret"}};
#endif
    }

    [[nodiscard]] bool can_notify() const override { return Notifier::is_possible(); }
    void notify(const Notification& notification) override { notifier_.show(notification); }

private:
    Notifier notifier_;
    std::unique_ptr<ScreenWatch> screen_;
    std::unique_ptr<AppearanceWatch> appearance_;
};

}  // namespace

std::unique_ptr<Device> make_device() {
    return std::make_unique<DesktopDevice>();
}

}  // namespace pennydrop::platform
