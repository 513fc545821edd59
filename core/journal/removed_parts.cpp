// SPDX-License-Identifier: Apache-2.0
#include "journal/removed_parts.h"

namespace pennydrop {

Result<std::int64_t> erase_removed_parts(Connection& database, Timestamp before) {
    std::int64_t erased = 0;
    auto follow_ups = database.prepare("DELETE FROM follow_up WHERE removed_at IS NOT NULL AND removed_at < ?1");
    auto decisions = database.prepare("DELETE FROM decision WHERE removed_at IS NOT NULL AND removed_at < ?1");
    for (auto* const erase : {&follow_ups, &decisions}) {
        if (!*erase) {
            return pass_on(*erase);
        }
        (*erase)->bind(1, before.micros);
        if (auto done = (*erase)->run(); !done) {
            return pass_on(done);
        }
        erased += database.changes();
    }
    return erased;
}

}  // namespace pennydrop
