// SPDX-License-Identifier: Apache-2.0
// Saves what a lock found half typed in forms and the disk refused (unsaved_forms.h), as soon as the journal is opened
// again, and tells the person what became of it.
// Threads: GUI thread; the saving itself runs on the worker's.
#pragma once

#include <QCoreApplication>
#include <QObject>

#include "base/types.h"
#include "journal_service.h"
#include "removal.h"

namespace pennydrop::app {

class HeldForms final : public QObject {
    Q_OBJECT

public:
    /// All must outlive it.
    HeldForms(JournalService& service, const Clock& clock, Removal& removal, QObject* parent = nullptr);

private:
    void save();

    JournalService& service_;
    const Clock& clock_;
    Removal& removal_;
};

}  // namespace pennydrop::app
