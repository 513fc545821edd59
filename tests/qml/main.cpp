// SPDX-License-Identifier: Apache-2.0
// Runs the tst_*.qml of this folder, or the one that -input names.
#include <QDir>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QStyleHints>
#include <QTemporaryDir>
#include <QtQuickTest>

#include <optional>

#include "desk.h"
#include "fonts.h"
#include "translation.h"

namespace {

class Setup final : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() {
        QGuiApplication::setFont(pennydrop::app::with_our_families(QGuiApplication::font()));
        QGuiApplication::styleHints()->setCursorFlashTime(0);
        translation_.emplace();
    }
    /// Once for every file.
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        qmlRegisterSingletonInstance("Pennydrop.Test", 1, 0, "Desk", &desk_);
        // It outlives the engine of every file.
        QQmlEngine::setObjectOwnership(&desk_, QQmlEngine::CppOwnership);
    }
    void cleanupTestCase() { desk_.end(); }

private:
    std::optional<pennydrop::app::Translation> translation_;
    pennydrop::screens::Desk desk_;
};

}  // namespace

int main(int argc, char** argv) {
    // What a test saves as a page to print must not land in the documents of whoever runs it.
    const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    QDir().mkpath(home.filePath(QStringLiteral("Documents")));
    QQuickStyle::setStyle(QStringLiteral("Pennydrop.Style"));
    QQuickStyle::setFallbackStyle(QStringLiteral("Basic"));
    QTEST_SET_MAIN_SOURCE_PATH
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "screens", QUICK_TEST_SOURCE_DIR, &setup);
}

#include "main.moc"
