// SPDX-License-Identifier: Apache-2.0
// Opens a journal of 10,000 entries in the real window and scrolls it from top to bottom, and says how long the GUI thread was ever busy at a
// stretch. The frame budget is 16 ms. With the offscreen platform everything, drawing included, happens on this thread; drawing is
// measured apart, because on a real screen it belongs to the graphics card.
// Usage: bench_timeline [ENTRIES]
#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

#include "app_root.h"
#include "fonts.h"
#include "journal/journal.h"
#include "journal/sample_journal.h"
#include "platform/fake/fake_device.h"

namespace {

using namespace pennydrop;

constexpr auto kPassphrase = "a passphrase for the benchmark";
constexpr double kFrameBudgetMs = 16.0;
constexpr double kScrollPerStep = 900;  ///< Pixels: a fast flick.

bool make_journal(const QString& path, std::size_t count, const Clock& clock) {
    const std::string_view text{kPassphrase};
    auto created = Vault::create(path.toStdString(),
                                 SecretBytes::copy_of({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}), {});
    if (!created) {
        return false;
    }
    auto journal = Journal::open(std::move(created->vault));
    return journal && (*journal)->add_all(sample_entries({.seed = 3, .count = count, .end = clock.now(), .days = 7300}),
                                          clock.now().at);
}

/// Measures how long the event loop is away from its waiting place, and how much of that was drawing.
class BusyMeter final : public QObject {
public:
    explicit BusyMeter(QQuickWindow& window) {
        auto* dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
            timer_.start();
            drawing_ms_ = 0;
        });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (timer_.isValid()) {
                const double busy = static_cast<double>(timer_.nsecsElapsed()) / 1e6;
                own_.push_back(busy - drawing_ms_);
                all_.push_back(busy);
                timer_.invalidate();
            }
        });
        connect(&window, &QQuickWindow::beforeRendering, this, [this] { drawing_.start(); }, Qt::DirectConnection);
        connect(&window, &QQuickWindow::afterRendering, this,
                [this] { drawing_ms_ += static_cast<double>(drawing_.nsecsElapsed()) / 1e6; }, Qt::DirectConnection);
    }

    void reset() {
        own_.clear();
        all_.clear();
    }

    void report(const char* what) {
        std::ranges::sort(own_);
        std::ranges::sort(all_);
        const auto at = [](const std::vector<double>& values, double part) {
            return values.empty() ? 0.0 : values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
        };
        const auto over = std::ranges::count_if(own_, [](double ms) { return ms > kFrameBudgetMs; });
        std::printf("%-28s %5zu stretches; own work: median %6.2f ms, 99 %% %6.2f ms, longest %6.2f ms, over 16 ms: %ld;"
                    " with drawing: longest %6.2f ms\n",
                    what, own_.size(), at(own_, 0.5), at(own_, 0.99), at(own_, 1.0), static_cast<long>(over), at(all_, 1.0));
    }

private:
    QElapsedTimer timer_;
    QElapsedTimer drawing_;
    double drawing_ms_{0};
    std::vector<double> own_;
    std::vector<double> all_;
};

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10000;
    QQuickStyle::setStyle(QStringLiteral("Pennydrop.Style"));
    QQuickStyle::setFallbackStyle(QStringLiteral("Basic"));
    QGuiApplication application(argc, argv);
    QGuiApplication::setFont(app::with_our_families(QGuiApplication::font()));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.pennydrop"));
    const SystemClock clock;
    if (!make_journal(path, count, clock)) {
        std::fputs("the journal could not be made\n", stderr);
        return 1;
    }

    const app::SystemTimeSource time;
    platform::FakeDevice device;
    app::AppRoot root({clock, time, device},
                      std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
                      {path, false, false, {}});
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Pennydrop/Ui/Main.qml")));
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (window == nullptr) {
        return 1;
    }
    window->resize(412, 892);
    BusyMeter meter{*window};
    QObject::connect(root.session(), &app::Session::stateChanged, &application, [&] {
        if (root.session()->state() == app::Session::State::Locked) {
            meter.reset();
            root.session()->unlock(QString::fromLatin1(kPassphrase));
        }
    });

    QTimer scroll;
    scroll.setInterval(16);
    bool settled = false;
    int still = 0;
    double last = -1;
    QObject::connect(&scroll, &QTimer::timeout, &application, [&] {
        if (!root.timeline()->property("ready").toBool()) {
            return;
        }
        auto* list = window->findChild<QQuickItem*>(QStringLiteral("timelineList"));
        if (list == nullptr) {
            return;
        }
        constexpr int kRestTicks = 60;
        if (!settled) {
            if (++still > kRestTicks) {
                settled = true;
                still = 0;
                meter.report("open to first page");
                meter.reset();
            }
            return;
        }
        const double y = list->property("contentY").toDouble();
        const double end = list->property("contentHeight").toDouble() - list->height() + list->property("originY").toDouble();
        list->setProperty("contentY", std::min(y + kScrollPerStep, end));
        still = y == last ? still + 1 : 0;
        last = y;
        if (still > kRestTicks) {
            meter.report("scroll to the end");
            std::printf("rows loaded: %d of %zu\n", root.timeline()->rowCount(), count);
            QCoreApplication::quit();
        }
    });
    scroll.start();
    root.session()->start();
    return QGuiApplication::exec();
}
