// SPDX-License-Identifier: Apache-2.0
#include "first_frame.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>

#include <chrono>
#include <cstdio>
#include <utility>

namespace pennydrop::app {

namespace {

/// Shorter than the pause of a blinking cursor, longer than that between two frames of an animation.
constexpr std::chrono::milliseconds kAtRest{250};
constexpr std::chrono::seconds kPatience{60};

}  // namespace

FirstFrame::FirstFrame(QQuickWindow& window, AppRoot& root, QString file, QObject* parent)
    : QObject(parent), window_(&window), root_(&root), file_(std::move(file)) {
    rest_.setSingleShot(true);
    rest_.setInterval(kAtRest);
    connect(&rest_, &QTimer::timeout, this, &FirstFrame::on_rest);
    limit_.setSingleShot(true);
    connect(&limit_, &QTimer::timeout, this, [this] { give_up(tr("no complete window after a minute")); });
    limit_.start(kPatience);
    connect(window_, &QQuickWindow::frameSwapped, this, &FirstFrame::on_frame);
    connect(root_->session(), &Session::stateChanged, this, &FirstFrame::on_frame);
    connect(root_->timeline(), &TimelineModel::readyChanged, this, &FirstFrame::on_frame);
}

void FirstFrame::on_frame() {
    if (is_complete()) {
        rest_.start();
    } else {
        rest_.stop();
    }
}

bool FirstFrame::is_complete() const {
    switch (root_->session()->state()) {
        case Session::State::Starting:
            return false;
        case Session::State::Open:
            return root_->timeline()->ready() && window_->property("complete").toBool();
        default:
            return !root_->session()->busy();
    }
}

void FirstFrame::on_rest() {
    const QImage image = window_->grabWindow();
    if (image.isNull()) {
        give_up(tr("the window could not be grabbed"));
    } else if (!image.save(file_)) {
        give_up(tr("the file could not be written"));
    } else {
        disconnect(window_, nullptr, this, nullptr);
        QCoreApplication::exit(0);
    }
}

void FirstFrame::give_up(const QString& why) {
    disconnect(window_, nullptr, this, nullptr);
    const QByteArray message =
        tr("pennydrop: no screenshot in %1: %2").arg(QDir::toNativeSeparators(file_), why).toLocal8Bit();
    std::fprintf(stderr, "%s\n", message.constData());
    QCoreApplication::exit(kExitFailed);
}

}  // namespace pennydrop::app
