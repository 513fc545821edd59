// SPDX-License-Identifier: Apache-2.0
#include "stage.h"

#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include "walk.h"

namespace pennydrop::screens {
namespace {

constexpr int kPatience = 20'000;  // a key takes a while under a sanitizer
constexpr int kFramePatience = 1'000;

}  // namespace

Stage::Stage() {
    device_.set_appearance({.dark = false, .reduced_motion = true});
}

Stage::~Stage() {
    end();
}

bool Stage::begin(Contents contents, QSize size) {
    end();
    folder_ = std::make_unique<QTemporaryDir>();
    return begin_at(folder_->filePath(QStringLiteral("my work.pennydrop")), contents, size);
}

bool Stage::begin_at(const QString& path, Contents contents, QSize size, Start how) {
    if (!folder_) {
        folder_ = std::make_unique<QTemporaryDir>();
    }
    path_ = path;
    copy_journal(contents, path_);
    return start(size, how);
}

bool Stage::restart() {
    const QSize size = window_->size();
    stop();
    return start(size);
}

bool Stage::start(QSize size, Start how) {
    auto store = std::make_unique<QSettings>(folder_->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    root_ = std::make_unique<app::AppRoot>(app::Surroundings{clock_, time_, device_, key_store_}, std::move(store),
                                           app::SessionOptions{path_, false, false, KdfCost{}});
    engine_ = std::make_unique<QQmlApplicationEngine>();
    engine_->addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine_->load(QUrl(QStringLiteral("qrc:/qt/qml/Pennydrop/Ui/Main.qml")));
    window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().value(0));
    if (window_ == nullptr) {
        return false;
    }
    window_->setProperty("font", QGuiApplication::font());
    window_->resize(size);
    window_->requestActivate();
    if (how == Start::kHeld) {
        return QTest::qWaitForWindowExposed(window_) && QTest::qWaitForWindowActive(window_);
    }
    root_->session()->start();
    const bool looked = QTest::qWaitFor(
        [this] { return root_->session()->state() != app::Session::State::Starting && !root_->session()->busy(); },
        kPatience);
    return looked && QTest::qWaitForWindowExposed(window_) && QTest::qWaitForWindowActive(window_);
}

void Stage::stop() {
    window_ = nullptr;
    engine_.reset();
    root_.reset();
}

void Stage::end() {
    clock_.start_over();
    stop();
    folder_.reset();
}

bool Stage::unlock() {
    root_->session()->unlock(passphrase());
    // The open journal's screens are put together between frames.
    return QTest::qWaitFor(
        [this] {
            return root_->session()->state() == app::Session::State::Open && root_->timeline()->ready() &&
                   find_seen(*window_, QStringLiteral("workspace")) != nullptr;
        },
        kPatience);
}

void Stage::settle() {
    // What a frame lays out may ask for another one.
    for (int i = 0; i < 3; ++i) {
        QSignalSpy drawn(window_, &QQuickWindow::frameSwapped);
        window_->update();
        (void)drawn.wait(kFramePatience);
    }
}

QUrl Stage::make_picture(const QString& name) const {
    constexpr QSize kSize{800, 600};
    constexpr int kStripes = 8;
    QImage image(kSize, QImage::Format_RGB32);
    for (int y = 0; y < kSize.height(); ++y) {
        const int stripe = y * kStripes / kSize.height();
        const QColor colour = QColor::fromHsv(stripe * 360 / kStripes, 90, 200);
        for (int x = 0; x < kSize.width(); ++x) {
            image.setPixelColor(x, y, colour);
        }
    }
    image.save(path(name));
    return QUrl::fromLocalFile(path(name));
}

void Stage::resize(QSize size) {
    window_->resize(size);
    settle();
}

}  // namespace pennydrop::screens
