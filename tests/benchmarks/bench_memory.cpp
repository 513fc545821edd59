// SPDX-License-Identifier: Apache-2.0
// The memory of the program with journals of several sizes: each is opened in the real window by a process of its own,
// scrolled a little, searched for a word that most entries have, and its trends are read. Prints how much memory the
// process has then, with its part of what it shares (its proportional set size), and the ratio to the smallest. Usage:
// bench_memory [ENTRIES...], the smallest first
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "fonts.h"
#include "journal_window.h"

namespace {

using namespace pennydrop;
using namespace std::chrono_literals;

constexpr std::string_view kOne = "--one";

/// Of a line of the kernel's summary, in KiB; 0 when there is none.
long summary_kib(const char* name) {
    QFile summary(QStringLiteral("/proc/self/smaps_rollup"));
    if (!summary.open(QIODevice::ReadOnly)) {
        return 0;
    }
    // A file of the kernel's has no size: read to its end, not up to it.
    for (const QByteArray& line : summary.readAll().split('\n')) {
        if (line.startsWith(name)) {
            return line.mid(static_cast<int>(std::string_view{name}.size())).simplified().split(' ').front().toLong();
        }
    }
    return 0;
}

/// Uses the journal as a person would and prints the memory in KiB.
int measure(int argc, char** argv, const QString& path) {
    bench::prepare_window();
    QGuiApplication application(argc, argv);
    QGuiApplication::setFont(app::with_our_families(QGuiApplication::font()));
    bench::JournalWindow journal(path);
    if (journal.window() == nullptr) {
        return 1;
    }
    app::AppRoot& root = journal.root();
    QObject::connect(root.session(), &app::Session::stateChanged, &application, [&] {
        if (root.session()->state() == app::Session::State::Locked) {
            journal.unlock();
        }
    });

    int step = 0;
    QTimer timer;
    timer.setInterval(300ms);
    QObject::connect(&timer, &QTimer::timeout, &application, [&] {
        constexpr int kPages = 10;
        if (!root.timeline()->ready() || root.search()->searching() ||
            (step > kPages + 1 && !root.trends()->property("ready").toBool())) {
            return;
        }
        ++step;
        if (step <= kPages) {
            if (root.timeline()->canFetchMore({})) {
                root.timeline()->fetchMore({});
            }
        } else if (step == kPages + 1) {
            root.search()->setWords(QStringLiteral("the"));
        } else if (step == kPages + 2) {
            root.trends()->show();
        } else if (step == kPages + 3) {
            std::printf("%ld\n", summary_kib("Pss:"));
            QCoreApplication::exit(root.search()->total() > 0 ? 0 : 1);
        }
    });
    timer.start();
    root.session()->start();
    return QGuiApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 3 && argv[1] == kOne) {
        return measure(argc, argv, QString::fromLocal8Bit(argv[2]));
    }
    std::vector<std::size_t> sizes;
    for (int i = 1; i < argc; ++i) {
        sizes.push_back(std::strtoul(argv[i], nullptr, 10));
    }
    if (sizes.empty()) {
        sizes = {100, 1'000, 10'000, 100'000};
    }
    constexpr auto kPatience = 5min;
    double smallest = 0;
    for (const std::size_t count : sizes) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("journal.pennydrop"));
        if (!bench::make_journal(path, count)) {
            std::fputs("the journal could not be made\n", stderr);
            return 1;
        }
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QFile::decodeName(argv[0]), {QString::fromLatin1(kOne.data()), path});
        const bool ended = process.waitForFinished(static_cast<int>(std::chrono::milliseconds{kPatience}.count()));
        const double kib = process.readAllStandardOutput().simplified().toDouble();
        if (!ended || process.exitCode() != 0 || kib <= 0) {
            std::fputs("the journal could not be shown\n", stderr);
            return 1;
        }
        smallest = smallest == 0 ? kib : smallest;
        std::printf("%7zu entries: %6.1f MiB, ratio %.2f\n", count, kib / 1024, kib / smallest);
        std::fflush(stdout);
    }
    return 0;
}
