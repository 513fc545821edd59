// SPDX-License-Identifier: Apache-2.0
#include "incubation.h"

#include <QTimerEvent>

namespace pennydrop::app {

void Incubation::incubatingObjectCountChanged(int count) {
    if (count == 0) {
        timer_.stop();
    } else if (!timer_.isActive()) {
        timer_.start(kRestMs, Qt::PreciseTimer, this);
    }
}

void Incubation::timerEvent(QTimerEvent* event) {
    if (event->timerId() != timer_.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    incubateFor(kWorkMs);
    // From the end of the work, not from its beginning: after a long step the frame comes first.
    if (timer_.isActive()) {
        timer_.start(kRestMs, Qt::PreciseTimer, this);
    }
}

}  // namespace pennydrop::app
