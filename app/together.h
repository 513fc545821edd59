// SPDX-License-Identifier: Apache-2.0
// Several changes of the journal that take effect together or not at all.
// Threads: the worker's.
#pragma once

#include "base/result.h"
#include "journal/journal.h"
#include "vault/database.h"

namespace pennydrop::app {

/// Runs `task()`, which returns a Result, in one transaction: what it did is kept only when all of it succeeded.
template <typename Task>
auto together(Journal& journal, const Task& task) -> decltype(task()) {
    auto transaction = Transaction::begin(journal.vault().database());
    if (!transaction) {
        return pass_on(transaction);
    }
    auto done = task();
    if (!done) {
        return done;
    }
    if (auto committed = transaction->commit(); !committed) {
        return pass_on(committed);
    }
    return done;
}

}  // namespace pennydrop::app
