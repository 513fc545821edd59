// SPDX-License-Identifier: Apache-2.0
// The program: reads the command line, puts the objects together, runs the event loop.
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSettings>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>

#include "app_root.h"
#include "clipboard_guard.h"
#include "command_line.h"
#include "first_frame.h"
#include "fonts.h"
#include "incubation.h"
#include "journal_paths.h"
#include "platform/device.h"
#include "platform/key_store.h"
#include "platform/process.h"
#include "quit_signals.h"
#include "tidying.h"
#include "translation.h"
#include "vault_cli.h"
#include "window_memory.h"

namespace {

using namespace pennydrop;
using app::CommandLine;

constexpr std::chrono::seconds kLatestDumpProtection{1};

int print(const CommandLine& line) {
    const bool is_refused = line.action == CommandLine::Action::kRefuse;
    std::FILE* const out = is_refused ? stderr : stdout;
    std::fprintf(out, "%s\n", line.text.toLocal8Bit().constData());
    return is_refused ? CommandLine::kExitUsage : 0;
}

app::JournalPlace place_for(const CommandLine& line) {
    if (line.demo) {
        return app::sample_place();
    }
    return line.journal.isEmpty() ? app::default_place() : app::place_at(line.journal);
}

void complain(const QString& message) {
    std::fprintf(stderr, "pennydrop: %s\n", message.toLocal8Bit().constData());
}

/// A sample journal leaves nothing behind, not even settings.
std::unique_ptr<QSettings> store_for(const app::JournalPlace& place) {
    if (place.is_sample()) {
        return std::make_unique<QSettings>(place.sample_folder->filePath(QStringLiteral("settings.ini")),
                                           QSettings::IniFormat);
    }
    return app::AppSettings::own_store();
}

int run(QGuiApplication& application, const CommandLine& line) {
    const app::Translation translation;
    const app::JournalPlace place = place_for(line);
    if (!place.is_usable()) {
        //: Said on the terminal. %1: a folder
        complain(QCoreApplication::translate("Main", "No folder for the sample journal could be made in %1.")
                     .arg(QDir::tempPath()));
        return 1;
    }
    const app::QuitSignals quit_signals;
    const SystemClock clock;
    const app::SystemTimeSource time;
    const auto device = platform::make_device();
    const auto key_store = platform::make_key_store();
    app::AppRoot root({clock, time, *device, *key_store}, store_for(place),
                      {place.path, place.makes_folder, place.is_sample(), {}});
    if (line.theme.has_value()) {
        root.settings()->overrideThemeMode(*line.theme);
    }
    QObject::connect(root.settings(), &app::AppSettings::appearanceKnown, &root,
                     [] { platform::forbid_memory_dumps(); });
    QTimer::singleShot(kLatestDumpProtection, &root, [] { platform::forbid_memory_dumps(); });

    app::Incubation incubation;
    QQmlApplicationEngine engine;
    engine.setIncubationController(&incubation);
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    app::ClipboardGuard clipboard(*QGuiApplication::clipboard(), time, device->secret_clipboard_marks());
    QObject::connect(root.session(), &app::Session::stateChanged, &clipboard, [&root, &clipboard] {
        if (root.session()->state() == app::Session::State::Locked) {
            clipboard.clear();
        }
    });
    const app::Tidying tidying(engine, *root.session());
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Pennydrop/Ui/Main.qml")));
    auto* const window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (window == nullptr) {
        //: Said on the terminal
        complain(QCoreApplication::translate(
            "Main", "The window could not be made. A module of Qt Quick may be missing; the README lists them."));
        return 1;
    }
    window->setProperty("font", application.font());

    std::optional<app::FirstFrame> first_frame;
    std::optional<app::WindowMemory> window_memory;
    if (line.screenshot.isEmpty()) {
        window_memory.emplace(*window, *root.settings());
    } else {
        window->resize(line.size.value_or(window->size()));
        first_frame.emplace(*window, root, line.screenshot);
    }
    if (line.first_frame) {
        // The first frame a person can use: the file was looked at, and the screen for it is there.
        QObject::connect(
            window, &QQuickWindow::frameSwapped, &application,
            [&root] {
                if (root.session()->state() != app::Session::State::Starting) {
                    std::puts("first frame");
                    std::fflush(stdout);
                    QCoreApplication::quit();
                }
            },
            Qt::QueuedConnection);
    }
    root.session()->start();
    return QGuiApplication::exec();
}

}  // namespace

int main(int argc, char* argv[]) {
    platform::forbid_core_files();
    QCoreApplication::setApplicationName(QStringLiteral("pennydrop"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PENNYDROP_VERSION));

    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments += QString::fromLocal8Bit(argv[i]);
    }
    if (arguments.value(1) == QStringLiteral("vault")) {
        // Works without a display: there is no window system in it.
        const QCoreApplication application(argc, argv);
        const app::Translation translation;
        platform::forbid_memory_dumps();
        return app::run_vault_command(arguments);
    }
    const CommandLine line = CommandLine::parse(arguments);
    if (line.action != CommandLine::Action::kRun) {
        // Once more, in the person's language, for which there must be an application. Only here: a second one in the
        // same process never comes to the accessibility bus.
        const QCoreApplication application(argc, argv);
        const app::Translation translation;
        return print(CommandLine::parse(arguments));
    }

    QQuickStyle::setStyle(QStringLiteral("Pennydrop.Style"));
    QQuickStyle::setFallbackStyle(QStringLiteral("Basic"));
    QGuiApplication application(argc, argv);
    QGuiApplication::setFont(app::with_our_families(QGuiApplication::font()));
    return run(application, line);
}
