// SPDX-License-Identifier: Apache-2.0
#include "journal_window.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QSettings>

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "journal/journal.h"
#include "journal/sample_journal.h"

namespace pennydrop::bench {

namespace {

constexpr auto kPassphrase = "a passphrase for the benchmark";

}  // namespace

bool make_journal(const QString& path, std::size_t count) {
    const SystemClock clock;
    const std::string_view text{kPassphrase};
    auto created =
        Vault::create(path.toStdString(),
                      SecretBytes::copy_of({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}), {});
    if (!created) {
        return false;
    }
    auto journal = Journal::open(std::move(created->vault));
    return journal && (*journal)->set_recovery_confirmed() &&
           (*journal)->add_all(sample_entries({.seed = 3, .count = count, .end = clock.now(), .days = 7300}),
                               clock.now().at);
}

void prepare_window() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickStyle::setStyle(QStringLiteral("Pennydrop.Style"));
    QQuickStyle::setFallbackStyle(QStringLiteral("Basic"));
}

JournalWindow::JournalWindow(const QString& path)
    : root_({clock_, time_, device_, key_store_},
            std::make_unique<QSettings>(QFileInfo(path).path() + QStringLiteral("/settings.ini"), QSettings::IniFormat),
            {path, false, false, {}}) {
    engine_.setIncubationController(&incubation_);
    engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Pennydrop/Ui/Main.qml")));
    window_ = qobject_cast<QQuickWindow*>(engine_.rootObjects().value(0));
    if (window_ != nullptr) {
        window_->resize(412, 892);
    }
}

void JournalWindow::unlock() {
    root_.session()->unlock(QString::fromLatin1(kPassphrase));
}

}  // namespace pennydrop::bench
