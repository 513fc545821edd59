// SPDX-License-Identifier: Apache-2.0
// The peer of the start-up benchmark: the smallest QML window there is. Prints "first frame" and leaves.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cstdio>

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\nWindow { width: 412; height: 892; visible: true; title: \"empty\" }");
    auto* window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (window == nullptr) {
        return 1;
    }
    QObject::connect(window, &QQuickWindow::frameSwapped, &app, [] {
        std::puts("first frame");
        std::fflush(stdout);
        QCoreApplication::quit();
    });
    return QGuiApplication::exec();
}
