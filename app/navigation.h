// SPDX-License-Identifier: Apache-2.0
// Where one is in the open journal, and where the way back leads. It knows nothing of what a place shows; it is made
// and destroyed with the journal's window content, so that nobody finds out after a lock where another person was.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "places.h"

namespace pennydrop::app {

// Not final: the QML engine derives from what it can create.
class Navigation : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// A value of Places.Place, as all the places here.
    Q_PROPERTY(int place READ place NOTIFY moved FINAL)
    /// Where one was before the last step; a step back counts as one.
    Q_PROPERTY(int before READ before NOTIFY moved FINAL)
    /// Which of the places that bar, rail and journal lead to one is in: the one that `place` lies in or behind.
    Q_PROPERTY(int top READ top NOTIFY moved FINAL)
    /// Whether the place is a list that has an entry beside it where there is room.
    Q_PROPERTY(bool paned READ is_paned NOTIFY moved FINAL)
    /// Whether there is room for two things side by side; then one group of the settings is always open.
    Q_PROPERTY(bool roomy READ is_roomy WRITE set_roomy NOTIFY roomyChanged FINAL)

public:
    explicit Navigation(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] int place() const noexcept { return place_; }
    [[nodiscard]] int before() const noexcept { return before_; }
    [[nodiscard]] int top() const;
    [[nodiscard]] bool is_paned() const { return isPaned(place_); }
    [[nodiscard]] bool is_roomy() const noexcept { return roomy_; }
    /// Says roomyChanged() before moved(): a group is beside its list before one is in it.
    void set_roomy(bool roomy);

    /// Any place of Places.Place; others are ignored.
    Q_INVOKABLE void go(int place);
    /// Where a step back leads: from what lies behind another place to there, from a group to the list of groups where
    /// it is not beside it, from anywhere else to the journal.
    Q_INVOKABLE [[nodiscard]] int backPlace() const;
    /// To the journal, unless one is in a list that can have an entry beside it.
    Q_INVOKABLE void toList();
    Q_INVOKABLE [[nodiscard]] static bool isPaned(int place);

signals:
    void moved();
    void roomyChanged();

private:
    /// Where `place` leads with the room there is.
    [[nodiscard]] int opened(int place) const;
    void move(int place);

    int place_ = Places::Journal;
    int before_ = Places::Journal;
    int came_from_ = Places::Journal;  ///< What the place lies behind, if it lies behind one.
    bool roomy_ = false;
};

}  // namespace pennydrop::app
