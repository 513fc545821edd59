// SPDX-License-Identifier: Apache-2.0
// The stage as the QML tests see it: `import Pennydrop.Test`, singleton `Desk`. The program under test has an engine of
// its own, as it has when a person runs it; a test reaches its view models through `Desk.app` and its items by their
// names.
// Threads: GUI thread. Waiting runs the event loop.
#pragma once

#include <QObject>
#include <QQuickItem>
#include <QQuickWindow>
#include <QString>
#include <QStringList>
#include <QUrl>

#include "app_root.h"
#include "stage.h"

namespace pennydrop::screens {

class Desk final : public QObject {
    Q_OBJECT
    Q_PROPERTY(QQuickWindow* window READ window NOTIFY changed FINAL)
    Q_PROPERTY(pennydrop::app::AppRoot* app READ app NOTIFY changed FINAL)
    Q_PROPERTY(QString passphrase READ passphrase CONSTANT FINAL)
    Q_PROPERTY(QString journalPath READ journalPath NOTIFY changed FINAL)

public:
    enum Journal { NoJournal, EmptyJournal, FewEntries, ManyEntries, ForeignFile, ReviewDue, LivedEntries };
    Q_ENUM(Journal)

    using QObject::QObject;

    [[nodiscard]] QQuickWindow* window() const { return stage_.window(); }
    [[nodiscard]] app::AppRoot* app() const { return stage_.root(); }
    [[nodiscard]] QString passphrase() const { return screens::passphrase(); }
    [[nodiscard]] QString journalPath() const { return stage_.journal_path(); }

    /// The program on a new journal, in a window of that size. Each waits, and says whether it came about.
    Q_INVOKABLE bool begin(pennydrop::screens::Desk::Journal journal, int width, int height);
    /// As begin(), unlocked.
    Q_INVOKABLE bool open(pennydrop::screens::Desk::Journal journal, int width, int height);
    Q_INVOKABLE bool unlock() { return stage_.unlock(); }
    /// The next run of the program, with the same journal and settings.
    Q_INVOKABLE bool restart();
    Q_INVOKABLE void end();

    Q_INVOKABLE void resize(int width, int height) { stage_.resize({width, height}); }
    Q_INVOKABLE void settle() { stage_.settle(); }
    Q_INVOKABLE void pass(int seconds) { stage_.time().pass(std::chrono::seconds{seconds}); }
    /// Lets days go by on the clock of the wall; the program learns of it as it does of any day, at the next unlock.
    Q_INVOKABLE void passDays(int days) { stage_.clock().pass(std::chrono::days{days}); }
    Q_INVOKABLE void lockScreen() { stage_.device().happen(platform::ScreenEvent::kSessionLocked); }
    /// What the window shows, as a hash of its pixels.
    Q_INVOKABLE QString picture();
    /// Another program comes to the front, or this one does again.
    Q_INVOKABLE void setInFront(bool in_front);
    /// Switches the accessibility of the platform on, for good. Before begin().
    Q_INVOKABLE void hear();

    Q_INVOKABLE QString recoveryCode(pennydrop::screens::Desk::Journal journal) const;
    /// Makes what stands at the journal's path a right journal, or removes it.
    Q_INVOKABLE void replaceFile(pennydrop::screens::Desk::Journal journal) const;

    /// From now on nothing more goes to any file of this process, as on a full disk; or it does again.
    Q_INVOKABLE void setDiskFull(bool full) const;
    /// Changes a byte in the first page of the journal's file.
    Q_INVOKABLE void damageFile() const;

    /// Where a file of that name would lie beside the journal; and one with a picture in it.
    Q_INVOKABLE QUrl place(const QString& name) const { return QUrl::fromLocalFile(stage_.path(name)); }
    Q_INVOKABLE QUrl picture(const QString& name) const { return stage_.make_picture(name); }

    /// The first item of that name that can be seen; null when there is none.
    Q_INVOKABLE QQuickItem* find(const QString& name) const;
    /// The innermost control that can be seen and has these words; null when there is none.
    Q_INVOKABLE QQuickItem* findWords(const QString& words) const;
    /// The item that has the keyboard.
    Q_INVOKABLE QQuickItem* focusItem() const;
    /// The objectName of the innermost item with a name that has the keyboard, itself or in something it holds.
    Q_INVOKABLE QString focusName() const;
    /// Whether any text that can be seen contains `words`.
    Q_INVOKABLE bool shows(const QString& words) const;
    Q_INVOKABLE QStringList texts() const;
    Q_INVOKABLE QStringList holders(const QString& words) const;
    Q_INVOKABLE QStringList cutOffTexts() const;
    Q_INVOKABLE QStringList smallControls() const;
    Q_INVOKABLE QStringList namelessControls() const;
    Q_INVOKABLE QStringList missedByTab() const;
    /// What a screen reader says of the item of that name.
    Q_INVOKABLE QString heardName(const QString& name) const;
    /// What it says besides.
    Q_INVOKABLE QString heardDescription(const QString& name) const;
    /// Whether it says that the item of that name is the one of its list that was chosen.
    Q_INVOKABLE bool heardSelected(const QString& name) const;
    /// Whether a screen reader says that the item of that name is checked.
    Q_INVOKABLE bool heardChecked(const QString& name) const;
    /// Whether a tick can be seen in the item of that name.
    Q_INVOKABLE bool ticked(const QString& name) const;
    /// The values of a role in the rows of a model, as text.
    Q_INVOKABLE QStringList rows(QAbstractItemModel* model, const QString& role) const;

signals:
    void changed();

private:
    Stage stage_;
};

}  // namespace pennydrop::screens
