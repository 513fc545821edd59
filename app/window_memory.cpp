// SPDX-License-Identifier: Apache-2.0
#include "window_memory.h"

#include <QScreen>

#include <chrono>

namespace pennydrop::app {

WindowMemory::WindowMemory(QWindow& window, AppSettings& settings, QObject* parent)
    : QObject(parent), window_(&window), settings_(&settings) {
    if (auto size = settings.windowSize()) {
        if (window.screen() != nullptr) {
            *size = size->boundedTo(window.screen()->availableGeometry().size());
        }
        window.resize(size->expandedTo(window.minimumSize()));
    }
    // A window being dragged changes its size a hundred times.
    pause_.setSingleShot(true);
    pause_.setInterval(std::chrono::milliseconds{500});
    connect(&pause_, &QTimer::timeout, this, &WindowMemory::remember);
    connect(&window, &QWindow::widthChanged, this, &WindowMemory::note);
    connect(&window, &QWindow::heightChanged, this, &WindowMemory::note);
}

WindowMemory::~WindowMemory() {
    if (pause_.isActive()) {
        remember();
    }
}

void WindowMemory::note() {
    if (window_->visibility() == QWindow::Windowed) {
        chosen_ = window_->size();
        pause_.start();
    }
}

void WindowMemory::remember() {
    pause_.stop();
    // A maximised window says nothing about the size the person chose; its size may come before the news that it is
    // maximised.
    const auto visibility = window_->visibility();
    if (visibility != QWindow::Maximized && visibility != QWindow::FullScreen) {
        settings_->setWindowSize(chosen_);
    }
}

}  // namespace pennydrop::app
