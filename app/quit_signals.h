// SPDX-License-Identifier: Apache-2.0
// SIGINT, SIGTERM and SIGHUP end the program as closing its window does: drafts sealed, keys wiped, sample journals
// removed.
// Threads: GUI thread; the signal handler only writes one byte.
// Source: https://doc.qt.io/qt-6/unix-signals.html
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace pennydrop::app {

/// One per process. Does nothing where there are no such signals.
class QuitSignals final : public QObject {
    Q_OBJECT

public:
    explicit QuitSignals(QObject* parent = nullptr);
    ~QuitSignals() override;

private:
    std::unique_ptr<QSocketNotifier> notifier_;
};

}  // namespace pennydrop::app
