// SPDX-License-Identifier: Apache-2.0
// The journal's tables in a plain database in memory: for what has nothing to do with sealing.
// Threads: belongs to one thread.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "journal/attachment_store.h"
#include "journal/barrier_store.h"
#include "journal/decision_store.h"
#include "journal/draft_store.h"
#include "journal/entry_store.h"
#include "journal/follow_up_store.h"
#include "journal/form_draft_store.h"
#include "journal/link_store.h"
#include "journal/month_view.h"
#include "journal/review_queue.h"
#include "journal/schema.h"
#include "journal/search.h"
#include "journal/similar.h"
#include "journal/tag_store.h"
#include "vault/database.h"
#include "vault/sqlite_start.h"

namespace pennydrop::testing {

inline Connection migrated_memory() {
    (void)start_sqlite(nullptr);  // a test may open a vault as well, later
    auto database = Connection::open(":memory:", "", true);
    if (!database || !database->execute("PRAGMA foreign_keys = ON") || !database->migrate(journal_migrations())) {
        std::abort();
    }
    return std::move(*database);
}

struct MemoryJournal {
    Connection database{migrated_memory()};
    EntryStore entries{database};
    FollowUpStore follow_ups{database};
    FormDraftStore forms{database};
    BarrierStore barriers{database};
    LinkStore links{database};
    DecisionStore decisions{database};
    TagStore tags{database};
    ReviewQueue review{database};
    Similar similar{database};
    MonthView months{database};
    DraftStore drafts{database};
    AttachmentStore attachments{database};
    Search search{database};
};

inline LocalTime at(std::int64_t micros, std::int64_t minutes = 0) {
    return {Timestamp{micros}, UtcOffset::from_minutes(minutes).value()};
}

inline EntryContent content(std::string text, std::int64_t micros = 0, EntryKind kind = EntryKind::kSetback) {
    return {.kind = kind, .text = std::move(text), .occurred = at(micros)};
}

}  // namespace pennydrop::testing
