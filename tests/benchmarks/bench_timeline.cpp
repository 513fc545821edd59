// SPDX-License-Identifier: Apache-2.0
// Opens a journal of 10,000 entries in the real window and scrolls it from top to bottom, and says what the GUI thread
// did for each frame. It does so in several rounds, each a program of its own, and fails when the longest frame of the
// middle round took more than the budget of a frame, 16 ms of processor time: what is slow by our work is slow in every
// round, what the machine did is not (on a virtual one, memory that its host brings back first counts as ours). It
// fails, too, when it has not shown all that it was to measure. With the offscreen platform everything, drawing
// included, happens on this thread; drawing is measured apart, because on a real screen it belongs to the graphics
// card. Usage: bench_timeline [ENTRIES [BUDGET_MS [ROUNDS]]]
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
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
constexpr std::size_t kEntries = 10000;
constexpr std::size_t kRounds = 3;
constexpr int kFrameMs = 16;
constexpr int kSettleMs = 500;  ///< For a screen to be drawn and done with.
constexpr int kRestTicks = 60;

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

    /// Of the frames since reset(); returns the longest.
    double report(const char* what) {
        std::ranges::sort(own_);
        std::ranges::sort(all_);
        const auto at = [](const std::vector<double>& values, double part) {
            return values.empty() ? 0.0
                                  : values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
        };
        const auto over = std::ranges::count_if(own_, [this](double ms) { return ms > budget_ms_; });
        fewest_frames_ = std::min(fewest_frames_, own_.size());
        std::printf(
            "%-20s %5zu frames; own work a frame: median %6.2f ms, 99 %% %6.2f ms, longest %6.2f ms, over %g ms: %ld;"
            " with drawing: longest %6.2f ms\n",
            what, own_.size(), at(own_, 0.5), at(own_, 0.99), at(own_, 1.0), budget_ms_, static_cast<long>(over),
            at(all_, 1.0));
        return at(own_, 1.0);
    }

    /// Of everything reported so far.
    [[nodiscard]] std::size_t fewest_frames() const noexcept { return fewest_frames_; }

private:
    double budget_ms_;
    std::size_t fewest_frames_{std::numeric_limits<std::size_t>::max()};
    double began_{0};
    double drawing_began_{0};
    double busy_ms_{0};
    double drawing_ms_{0};
    int depth_{0};
    bool frame_is_complete_{false};
    std::vector<double> own_;
    std::vector<double> all_;
};

/// The longest frame of each part, in milliseconds.
struct Longest {
    double opening{0};
    double scrolling{0};
};

/// One round, in a program of its own; its result goes to the file at `to`.
int run_round(int argc, char** argv, std::size_t count, double budget_ms, const QString& path, const QString& to) {
    bench::prepare_window();
    BusyMeter application(argc, argv, budget_ms);
    QGuiApplication::setFont(app::with_our_families(QGuiApplication::font()));
    bench::JournalWindow journal(path);
    app::AppRoot& root = journal.root();
    QQuickWindow* const window = journal.window();
    if (window == nullptr) {
        return 1;
    }
    application.watch(*window);

    QTimer unlocking;  // when the lock screen is there, which is none of the opening
    unlocking.setSingleShot(true);
    unlocking.setInterval(kSettleMs);
    unlocking.callOnTimeout(&application, [&] {
        application.reset();
        journal.unlock();
    });
    QObject::connect(root.session(), &app::Session::stateChanged, &application, [&] {
        if (root.session()->state() == app::Session::State::Locked) {
            unlocking.start();
        }
    });

    QTimer scroll;
    scroll.setInterval(kFrameMs);
    bool settled = false;
    int still = 0;
    double last = -1;
    Longest longest;
    QObject::connect(&scroll, &QTimer::timeout, &application, [&] {
        auto* list = window->findChild<QQuickItem*>(QStringLiteral("timelineList"));
        if (!root.timeline()->property("ready").toBool() || list == nullptr) {
            return;
        }
        if (!settled) {
            if (++still > kRestTicks) {
                settled = true;
                still = 0;
                longest.opening = application.report("open to first page");
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
            longest.scrolling = application.report("scroll to the end");
            const auto rows = static_cast<std::size_t>(root.timeline()->rowCount());
            std::printf("rows loaded: %zu of %zu\n", rows, count);
            QFile result(to);
            const QByteArray line =
                QByteArray::number(longest.opening) + ' ' + QByteArray::number(longest.scrolling) + '\n';
            const bool measured = rows == count && application.fewest_frames() >= kFewestFrames;
            const bool written = result.open(QIODevice::Append) && result.write(line) == line.size();
            QCoreApplication::exit(measured && written ? 0 : kNotMeasured);
        }
    });
    scroll.start();
    root.session()->start();
    return QGuiApplication::exec();
}

bool within_budget(const char* what, std::vector<double> rounds, double budget_ms) {
    std::ranges::sort(rounds);
    const double middle = rounds[rounds.size() / 2];
    const bool kept = middle <= budget_ms;
    std::printf("%-20s longest frame of the middle round of %zu: %.2f ms, goal %g ms: %s\n", what, rounds.size(),
                middle, budget_ms, kept ? "met" : "missed");
    return kept;
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : kEntries;
    const double budget_ms = argc > 2 ? std::strtod(argv[2], nullptr) : kFrameBudgetMs;
    if (argc == 6) {
        return run_round(argc, argv, count, budget_ms, QString::fromLocal8Bit(argv[4]),
                         QString::fromLocal8Bit(argv[5]));
    }
    const std::size_t rounds = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : kRounds;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.pennydrop"));
    const QString results = folder.filePath(QStringLiteral("rounds"));
    if (rounds == 0 || !bench::make_journal(path, count)) {
        std::fputs("the journal could not be made\n", stderr);
        return 1;
    }
    for (std::size_t round = 0; round < rounds; ++round) {
        const int status = QProcess::execute(
            QString::fromLocal8Bit(argv[0]),
            {QString::number(count), QString::number(budget_ms), QString::number(rounds), path, results});
        if (status != 0) {
            return status > 0 ? status : 1;
        }
    }
    QFile file(results);
    std::vector<double> opening;
    std::vector<double> scrolling;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            const QList<QByteArray> line = file.readLine().trimmed().split(' ');
            opening.push_back(line.value(0).toDouble());
            scrolling.push_back(line.value(1).toDouble());
        }
    }
    if (opening.size() != rounds) {
        return kNotMeasured;
    }
    const bool opened = within_budget("open to first page", opening, budget_ms);
    const bool scrolled = within_budget("scroll to the end", scrolling, budget_ms);
    return opened && scrolled ? 0 : kOverBudget;
}
