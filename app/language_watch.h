// SPDX-License-Identifier: Apache-2.0
// Says when words must be written anew because the program has another language, or dates and numbers because the
// system has another locale. One for the whole program: an event filter of each model would see every event of the
// application.
// Threads: GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QObject>

namespace pennydrop::app {

class LanguageWatch final : public QObject {
    Q_OBJECT

public:
    /// Null where there is no application; otherwise it lives as long as that.
    [[nodiscard]] static LanguageWatch* instance();

    /// Calls `slot` of `receiver`, or a function for as long as `receiver` lives, at every change of language.
    template <typename Receiver, typename Slot>
    static void on_language(Receiver* receiver, const Slot& slot) {
        if (const auto* watch = instance()) {
            connect(watch, &LanguageWatch::languageChanged, receiver, slot);
        }
    }
    /// Has every row of `model` read again in `roles` at every change of language.
    static void keep_rows(QAbstractListModel* model, QList<int> roles);

signals:
    void languageChanged();
    void localeChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit LanguageWatch(QObject* application);
};

}  // namespace pennydrop::app
