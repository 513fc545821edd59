// SPDX-License-Identifier: Apache-2.0
// Opens a journal of 10,000 entries in the real window and scrolls it from top to bottom, and says what the GUI thread
// did for each frame. Fails when that took more than the budget of a frame, 16 ms of processor time, so that a busy
// machine does not count, and when it has not shown all that it was to measure. With the offscreen platform everything,
// drawing included, happens on this thread; drawing is measured apart, because on a real screen it belongs to the
// graphics card. Usage: bench_timeline [ENTRIES [BUDGET_MS]]
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <vector>

#include "fonts.h"
#include "journal_window.h"

namespace {

using namespace pennydrop;

constexpr double kFrameBudgetMs = 16.0;
constexpr int kOverBudget = 3;   ///< Exit status.
constexpr int kNotMeasured = 4;  ///< Exit status.
constexpr std::size_t kFewestFrames = 10;
constexpr double kScrollPerStep = 300;  ///< Pixels a frame: several times what a hard flick does.

/// Processor time this thread has used, so that a busy machine does not count against us.
double thread_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Adds up what the GUI thread does between two frames, and how much of that is drawing.
class BusyMeter final : public QGuiApplication {
public:
    BusyMeter(int& argc, char** argv, double budget_ms) : QGuiApplication(argc, argv), budget_ms_(budget_ms) {}

    void watch(QQuickWindow& window) {
        connect(
            &window, &QQuickWindow::beforeRendering, this, [this] { drawing_began_ = thread_ms(); },
            Qt::DirectConnection);
        connect(
            &window, &QQuickWindow::afterRendering, this, [this] { drawing_ms_ += thread_ms() - drawing_began_; },
            Qt::DirectConnection);
        connect(
            &window, &QQuickWindow::frameSwapped, this, [this] { frame_is_complete_ = true; }, Qt::DirectConnection);
    }

    bool notify(QObject* receiver, QEvent* event) override {
        if (QThread::currentThread() != thread()) {
            return QGuiApplication::notify(receiver, event);  // the worker's events are its own affair
        }
        if (depth_++ == 0) {
            began_ = thread_ms();
        }
        const bool result = QGuiApplication::notify(receiver, event);
        if (--depth_ == 0) {
            busy_ms_ += thread_ms() - began_;
            if (frame_is_complete_) {
                own_.push_back(busy_ms_ - drawing_ms_);
                all_.push_back(busy_ms_);
                busy_ms_ = 0;
                drawing_ms_ = 0;
                frame_is_complete_ = false;
            }
        }
        return result;
    }

    void reset() {
        own_.clear();
        all_.clear();
    }

    void report(const char* what) {
        std::ranges::sort(own_);
        std::ranges::sort(all_);
        const auto at = [](const std::vector<double>& values, double part) {
            return values.empty() ? 0.0
                                  : values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
        };
        const auto over = std::ranges::count_if(own_, [this](double ms) { return ms > budget_ms_; });
        over_budget_ += over;
        fewest_frames_ = std::min(fewest_frames_, own_.size());
        std::printf(
            "%-28s %5zu frames; own work a frame: median %6.2f ms, 99 %% %6.2f ms, longest %6.2f ms, over %g ms: %ld;"
            " with drawing: longest %6.2f ms\n",
            what, own_.size(), at(own_, 0.5), at(own_, 0.99), at(own_, 1.0), budget_ms_, static_cast<long>(over),
            at(all_, 1.0));
    }

    /// Of everything reported so far.
    [[nodiscard]] bool kept_to_budget() const noexcept { return over_budget_ == 0; }
    [[nodiscard]] std::size_t fewest_frames() const noexcept { return fewest_frames_; }

private:
    double budget_ms_;
    std::size_t fewest_frames_{std::numeric_limits<std::size_t>::max()};
    std::ptrdiff_t over_budget_{0};
    double began_{0};
    double drawing_began_{0};
    double busy_ms_{0};
    double drawing_ms_{0};
    int depth_{0};
    bool frame_is_complete_{false};
    std::vector<double> own_;
    std::vector<double> all_;
};

}  // namespace

int main(int argc, char** argv) {
    bench::prepare_window();
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10000;
    const double budget_ms = argc > 2 ? std::strtod(argv[2], nullptr) : kFrameBudgetMs;
    BusyMeter application(argc, argv, budget_ms);
    QGuiApplication::setFont(app::with_our_families(QGuiApplication::font()));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.pennydrop"));
    if (!bench::make_journal(path, count)) {
        std::fputs("the journal could not be made\n", stderr);
        return 1;
    }
    bench::JournalWindow journal(path);
    app::AppRoot& root = journal.root();
    QQuickWindow* const window = journal.window();
    if (window == nullptr) {
        return 1;
    }
    application.watch(*window);
    QObject::connect(root.session(), &app::Session::stateChanged, &application, [&] {
        if (root.session()->state() == app::Session::State::Locked) {
            application.reset();
            journal.unlock();
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
                application.report("open to first page");
                application.reset();
            }
            return;
        }
        const double y = list->property("contentY").toDouble();
        const double end =
            list->property("contentHeight").toDouble() - list->height() + list->property("originY").toDouble();
        list->setProperty("contentY", std::min(y + kScrollPerStep, end));
        const bool at_the_end = y == last && !root.timeline()->canFetchMore({});
        still = at_the_end ? still + 1 : 0;
        last = y;
        if (still > kRestTicks) {
            application.report("scroll to the end");
            const auto rows = static_cast<std::size_t>(root.timeline()->rowCount());
            std::printf("rows loaded: %zu of %zu\n", rows, count);
            const bool measured = rows == count && application.fewest_frames() >= kFewestFrames;
            QCoreApplication::exit(!measured ? kNotMeasured : application.kept_to_budget() ? 0 : kOverBudget);
        }
    });
    scroll.start();
    root.session()->start();
    return QGuiApplication::exec();
}
