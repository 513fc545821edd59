// SPDX-License-Identifier: Apache-2.0
#include "clipboard_guard.h"

#include <QMimeData>

#include <algorithm>
#include <memory>
#include <utility>

namespace pennydrop::app {

namespace {

// Says that what is there came from here and has been dealt with.
const QString kOurMark = QStringLiteral("application/x-pennydrop-copied");
constexpr std::chrono::seconds kGlance{1};

}  // namespace

ClipboardGuard::ClipboardGuard(QClipboard& clipboard, const TimeSource& time,
                               std::vector<platform::ClipboardMark> marks, QObject* parent)
    : QObject(parent), clipboard_(&clipboard), time_(&time), marks_(std::move(marks)) {
    // Looks at the clock rather than waiting once: a machine that slept must not add its sleep to the wait.
    timer_.setInterval(kGlance);
    connect(&timer_, &QTimer::timeout, this, &ClipboardGuard::clear_old);
    connect(&clipboard, &QClipboard::changed, this, &ClipboardGuard::on_changed);
}

ClipboardGuard::~ClipboardGuard() {
    clear();
}

bool ClipboardGuard::is_owned(QClipboard::Mode mode) const {
    return mode == QClipboard::Clipboard ? clipboard_->ownsClipboard() : clipboard_->ownsSelection();
}

bool ClipboardGuard::is_old(const Moment& since) const {
    return std::max(time_->steady() - since.steady, time_->wall() - since.wall) >= kLifetime;
}

void ClipboardGuard::on_changed(QClipboard::Mode mode) {
    const auto held = std::ranges::find(held_, mode, &Held::mode);
    if (held == held_.end()) {
        return;
    }
    if (!is_owned(mode)) {
        held->since.reset();
        return;
    }
    const QMimeData* const copied = clipboard_->mimeData(mode);
    if (copied == nullptr || !copied->hasText() || copied->hasFormat(kOurMark)) {
        return;
    }
    auto marked = std::make_unique<QMimeData>();
    marked->setText(copied->text());
    marked->setData(kOurMark, QByteArrayLiteral("1"));
    for (const auto& [format, value] : marks_) {
        marked->setData(QString::fromStdString(format), QByteArray::fromStdString(value));
    }
    held->since = Moment{time_->steady(), time_->wall()};
    timer_.start();
    clipboard_->setMimeData(marked.release(), mode);
}

void ClipboardGuard::clear_old() {
    for (Held& held : held_) {
        if (held.since.has_value() && is_old(*held.since)) {
            take_back(held);
        }
    }
    if (std::ranges::none_of(held_, [](const Held& held) { return held.since.has_value(); })) {
        timer_.stop();
    }
}

void ClipboardGuard::clear() {
    for (Held& held : held_) {
        if (held.since.has_value()) {
            take_back(held);
        }
    }
    timer_.stop();
}

void ClipboardGuard::take_back(Held& held) {
    held.since.reset();
    if (is_owned(held.mode)) {
        clipboard_->clear(held.mode);
    }
}

}  // namespace pennydrop::app
